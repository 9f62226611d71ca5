"""Her settings, as values; they are kept in ``config.toml``, which is hers to edit."""

from __future__ import annotations

from typing import NamedTuple


class Settings(NamedTuple):
    """``review_day`` is 0 for Monday to 6 for Sunday; ``review_hour`` a local hour; ``minutes`` a usual week,
    ``warn`` how readily she is warned: seldom, usual or early.

    ``unknown`` are keys of the file that are none, and are passed over.
    """

    theme: str = "planner-dark"
    ascii: bool = False
    minutes: int = 240
    review_day: int = 4
    review_hour: int = 16
    warn: str = "usual"
    signals_off: tuple[str, ...] = ()  # codes of signals she has switched off
    unknown: tuple[str, ...] = ()
