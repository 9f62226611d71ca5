"""A week as it is kept, and as history sees it."""

from __future__ import annotations

from typing import NamedTuple

from .alert import Alert
from .entry import Entry, Stretch
from .kinds import Split
from .plan import Plan
from .review import Review
from .week import Week


class WeekRecord(NamedTuple):
    """All that one week's file holds. ``plan`` is None for a week that was never planned."""

    week: Week
    plan: Plan | None = None
    entries: tuple[Entry, ...] = ()  # by start
    reviews: tuple[Review, ...] = ()  # by revision
    alerts: tuple[Alert, ...] = ()


class PastWeek(NamedTuple):
    """A week as history sees it: what was planned (if it was) and the stretches that count."""

    week: Week
    planned: Split | None
    stretches: tuple[Stretch, ...]
