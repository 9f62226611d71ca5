"""An alert: what was said of one cause within one week."""

from __future__ import annotations

from datetime import datetime

from .level import Level
from .value import NamedTuple


class Alert(NamedTuple):
    """The story of one cause within one week: when it was announced, and when "not this week" was said."""

    code: str
    cause: str
    level: Level  # the worst level announced so far
    announced: tuple[datetime, ...] = ()
    put_off: tuple[datetime, ...] = ()  # last week's too, where it was put off then as well
