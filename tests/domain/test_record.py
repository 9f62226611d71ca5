"""A week as it is kept, and the weeks before she began, which are no empty ones."""

from __future__ import annotations

from planner.domain.plan import Plan
from planner.domain.record import WeekRecord, lived
from planner.domain.week import Week

WEEK = Week(2026, 40)


def test_weeks_count_from_the_first_in_which_anything_was_on() -> None:
    before, planned, empty = WeekRecord(WEEK), WeekRecord(WEEK.plus(1), Plan({})), WeekRecord(WEEK.plus(2))
    unread = WeekRecord(WEEK.plus(1), unread=True)
    assert lived([before, planned, empty]) == [planned, empty]
    assert lived([before, unread, empty]) == [unread, empty]
    assert lived([before, empty]) == [empty]
    assert lived([]) == []
