"""A key of the full screen as it is told of outside of it."""

from __future__ import annotations

from .value import NamedTuple


class ToldKey(NamedTuple):
    """An action by its name in ``[keys]`` (``id``), the part of the screens it is of, and what it does.

    ``keys`` take it, where the ``usual`` ones do else; ``hers`` where she has moved it. ``read`` and ``usually``
    say the keys of both kinds in the language spoken."""

    id: str
    part: str
    keys: tuple[str, ...]
    usual: tuple[str, ...]
    does: str
    hers: bool = False
    read: str = ""
    usually: str = ""
