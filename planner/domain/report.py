"""The week's report: the one read model behind the Week screen, ``week``, its JSON and the review."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from .drift import Drift
from .entry import Entry
from .group import Group
from .kinds import Split
from .plan import Plan
from .timer import Timer
from .week import Week


class Line(NamedTuple):
    """One group's week. ``days`` are the minutes by kind of its seven days, a running timer included."""

    group: Group
    planned: Split
    logged: Split
    left: Split  # what is left of goals and cap by kind, never below 0
    days: tuple[Split, ...]
    pace: str  # "20 of 60, two times 20 to go: Thu, Fri"; "" where nothing is left to do

    @property
    def over(self) -> int:
        """Minutes of watching past this group's cap."""
        return max(0, self.logged.watching - self.planned.watching)


class WeekReport(NamedTuple):
    """One week at one moment. Unconfirmed entries are listed apart and count nowhere else."""

    week: Week
    now: datetime
    plan: Plan | None
    lines: tuple[Line, ...]  # selected groups in her order, then others that were planned or logged
    days: tuple[Split, ...]  # the seven days' totals
    planned: Split
    logged: Split  # a running timer included
    left: Split
    entries: tuple[Entry, ...]  # confirmed, by start
    unconfirmed: tuple[Entry, ...]
    timer: Timer | None
    drift: Drift
    review_due: bool

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def watch_share(self) -> float:
        """Share of logged minutes that was watching, 0 to 1, to three places."""
        return round(self.logged.watching / self.logged.total, 3) if self.logged.total else 0.0

    @property
    def watch_share_planned(self) -> float:
        """Share of planned minutes that is watching, 0 to 1, to three places."""
        return round(self.planned.watching / self.planned.total, 3) if self.planned.total else 0.0
