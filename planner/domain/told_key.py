"""A key of the full screen as it is told of outside of it."""

from __future__ import annotations

from .value import NamedTuple


class ToldKey(NamedTuple):
    """An action by its name in ``[keys]`` (``id``), the part of the screens it is of, the keys that take it, those that
    usually do, and what it does; ``hers`` where she has moved it. ``read`` and ``usually`` say both kinds in the language
    spoken."""

    id: str
    part: str
    keys: tuple[str, ...]
    usual: tuple[str, ...]
    does: str
    hers: bool = False
    read: str = ""
    usually: str = ""
