"""A week as it is kept."""

from __future__ import annotations

from .typed import TYPE_CHECKING
from .value import NamedTuple

if TYPE_CHECKING:
    from .alert import Alert
    from .entry import Entry
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
