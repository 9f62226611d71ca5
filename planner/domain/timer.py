"""The timer: an entry that is still running."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from .kinds import Kind


class Timer(NamedTuple):
    """A running entry. ``beat`` is the last sign of life of a screen that watches it; None when none does."""

    start: datetime
    kind: Kind
    group: str
    form: str | None = None
    people: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    note: str = ""
    beat: datetime | None = None

    def elapsed(self, now: datetime) -> int:
        """Whole minutes since it started, never negative."""
        return max(0, int((now - self.start).total_seconds() // 60))
