"""Which week waits for its review, and from when on."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from planner.domain.kinds import Split
from planner.domain.plan import Plan
from planner.domain.record import WeekRecord
from planner.domain.review import Review, ReviewStep
from planner.domain.settings import Settings
from planner.domain.week import Week
from planner.domain.weeks.report import review_due

PARIS = timezone(timedelta(hours=1))
WEEK = Week(2026, 48)
PLANNED = WeekRecord(WEEK, Plan({"lyon": Split(60)}))


def on(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment in November 2026; the week runs from the 23rd to the 29th."""
    return datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


def test_the_review_is_due_from_her_day_and_hour_on() -> None:
    assert not review_due(PLANNED, on(27, 15, 59), Settings())
    assert review_due(PLANNED, on(27, 16), Settings())
    assert review_due(PLANNED, on(24, 9), Settings(review_day=1, review_hour=9))


def test_a_closed_review_is_due_no_more_even_when_it_is_reopened() -> None:
    closed = PLANNED._replace(reviews=(Review(closed=on(27, 17)),))
    assert not review_due(closed, on(28), Settings())
    assert not review_due(closed._replace(reviews=(*closed.reviews, Review(revision=2))), on(28), Settings())
    assert review_due(PLANNED._replace(reviews=(Review(step=ReviewStep.DRIFT),)), on(28), Settings())


def test_last_weeks_review_stays_due_for_a_week_and_no_older() -> None:
    assert review_due(PLANNED, on(30, 0), Settings())
    assert not review_due(PLANNED, datetime(2026, 12, 7, tzinfo=PARIS), Settings())


def test_a_week_to_come_or_without_anything_in_it_is_not_due() -> None:
    assert not review_due(PLANNED, on(20, 18), Settings())
    assert not review_due(WeekRecord(WEEK), on(28), Settings())
