"""The last weeks as bars, from what a week is judged by."""

from __future__ import annotations

from datetime import timedelta

from planner.domain.drift.past_week import PastWeek
from planner.domain.kinds import Split
from planner.domain.weeks.bars import Bar, last_bars
from tests.screens import sample

REPORT = sample.report()
WEEK = REPORT.week


def past(back: int, **groups: Split) -> PastWeek:
    return PastWeek(WEEK.plus(-back), Split(60, 60, 30), groups=groups, first=REPORT.now - timedelta(weeks=back))


def test_they_go_from_the_first_week_to_the_one_looked_at() -> None:
    bars = last_bars(REPORT, [past(3, a=Split(10), b=Split(5, 20, 30)), past(1)])
    assert bars == (
        Bar(WEEK.plus(-3), Split(15, 20, 30), 30),
        Bar(WEEK.plus(-2), Split()),
        Bar(WEEK.plus(-1), Split(), 30),
        Bar(WEEK, REPORT.logged, REPORT.planned.watching),
    )


def test_one_that_cannot_be_read_is_not_an_empty_one() -> None:
    bars = last_bars(REPORT, [past(1, a=Split(10))], [WEEK.plus(-2)])
    assert [bar.logged for bar in bars[:2]] == [None, Split(10)]


def test_a_first_week_stands_alone_and_one_without_a_plan_has_no_cap() -> None:
    assert last_bars(REPORT._replace(plan=None), ()) == (Bar(WEEK, REPORT.logged, None),)
    assert len(last_bars(REPORT, [past(back) for back in range(20, 0, -1)])) == 8
