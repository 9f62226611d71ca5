"""What was announced and put off, so that a warning never nags."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from .drift import Level


class Alert(NamedTuple):
    """The story of one cause within one week: when it was announced, and when "not this week" was said."""

    code: str
    cause: str
    level: Level  # the worst level announced so far
    announced: tuple[datetime, ...] = ()
    put_off: tuple[datetime, ...] = ()
