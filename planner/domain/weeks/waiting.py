"""Which weeks wait for their review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from ..record import WeekRecord
from ..review import Review
from ..settings import Settings
from ..week import Week
from ..words import listing, plural
from .report import review_due

#: How many weeks back a review that was never closed is still named.
NAMED = 8


def waits(record: WeekRecord, now: datetime, settings: Settings) -> bool:
    """Whether a week's review is due, or under way."""
    latest = max(record.reviews, key=lambda each: each.revision, default=Review())
    return latest.closed is None and not record.unread and (review_due(record, now, settings) or latest != Review())


def waiting_weeks(records: Iterable[WeekRecord], now: datetime, settings: Settings) -> tuple[Week, ...]:
    """The weeks that wait, oldest first: older ones too, as far as they had a plan and something was done in them.

    Without a plan they may be from before she had planner: nobody is asked to review a log that was taken over.
    """
    this_week = Week.of(now)
    waiting = []
    for record in records:
        age = this_week.minus(record.week)
        planned = record.plan and not record.plan.off
        is_missed = 1 < age <= NAMED and not record.unread and planned and record.entries and not record.reviews
        if age >= 0 and (is_missed or waits(record, now, settings)):
            waiting.append(record.week)
    return tuple(sorted(waiting))


def waiting_words(weeks: Sequence[Week]) -> str:
    """The other weeks that wait for their review; "" where none does."""
    if not weeks:
        return ""
    return plural(
        len(weeks),
        "Week {weeks} waits for its review, too.",
        "Weeks {weeks} wait for their review, too.",
        weeks=listing([str(week.number) for week in weeks]),
    )
