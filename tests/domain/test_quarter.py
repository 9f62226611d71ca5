"""Quarters are made of whole ISO weeks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.quarter import Quarter
from planner.domain.week import Week

QUARTERS = st.builds(Quarter, st.integers(1970, 2198), st.integers(1, 4))


def test_a_week_is_of_the_quarter_that_its_thursday_is_in() -> None:
    assert Quarter.of(Week(2026, 53)) == Quarter(2026, 4)
    assert Quarter.of(Week(2026, 1)) == Quarter(2026, 1)
    assert (Quarter(2026, 4).weeks[0], Quarter(2026, 4).weeks[-1]) == (Week(2026, 40), Week(2026, 53))
    assert str(Quarter(2026, 4)) == "2026-Q4"


@given(QUARTERS)
def test_each_week_is_of_one_quarter_and_quarters_follow_each_other(quarter: Quarter) -> None:
    assert len(quarter.weeks) in (13, 14) or len(quarter.weeks) == 12
    assert quarter.plus(1).weeks[0] == quarter.weeks[-1].plus(1)
    assert quarter.plus(5).plus(-5) == quarter
