"""A short week: the plan scaled to fewer days, from what it is of all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.budget.short_week import shortened
from planner.domain.group import Group
from planner.domain.kinds import Split
from planner.domain.plan import STEP, Plan, apart_words, copied, whole
from planner.domain.week import Week

LYON = Group("lyon", "lyon-ux", "Lyon UX")
GROUPS = {"lyon": LYON}
PLAN = Plan({"lyon": Split(60, 90, 15), "gone": Split(20, 0, 5)}, "Meet two people", shared=30)

grid = st.integers(0, 60).map(lambda n: n * STEP)
plans = st.builds(
    Plan,
    st.dictionaries(st.sampled_from(["lyon", "gone"]), st.builds(Split, grid, grid, grid)),
    st.just(""),
    grid,
    st.none(),
    st.none(),
)


def test_minutes_are_scaled_and_meetings_stay_whole() -> None:
    short = shortened(PLAN, 3, 5, GROUPS)
    assert short.lines == {"lyon": Split(35, 45, 10), "gone": Split(10, 0, 5)}
    assert (short.shared, short.intention) == (20, "Meet two people")
    assert apart_words(short) == "A short week: 3 of your 5 days."


def test_a_week_off_plans_nothing_and_keeps_what_it_was() -> None:
    off = shortened(PLAN, 0, 5, GROUPS)
    assert (off.lines, off.shared, off.total.total) == ({}, 0, 0)
    assert whole(off) == PLAN


@given(plans, st.integers(1, 7), st.integers(0, 7), st.integers(0, 7))
def test_scaling_twice_is_scaling_once(plan: Plan, of: int, first: int, then: int) -> None:
    once = shortened(plan, min(then, of), of, GROUPS)
    assert shortened(shortened(plan, min(first, of), of, GROUPS), min(then, of), of, GROUPS) == once
    assert shortened(once, of, of, GROUPS) == whole(once) == plan


@given(plans, st.integers(1, 7))
def test_what_was_planned_to_be_given_is_not_nothing_on_any_day(plan: Plan, days: int) -> None:
    short = shortened(plan, days, 7, GROUPS)
    for id_, line in plan.lines.items():
        kept = short.lines.get(id_, Split())
        assert (kept.contribution > 0, kept.watching > 0) == (line.contribution > 0, line.watching > 0)
        assert all(less <= more for less, more in zip(kept, line, strict=True))


def test_too_little_for_a_meeting_goes_to_the_next_group() -> None:
    groups = {"lyon": LYON, "pmi": Group("pmi", "pmi", "PMI France")}
    short = shortened(Plan({"lyon": Split(10, 45), "pmi": Split(10, 45)}), 3, 7, groups)
    assert short.lines == {"lyon": Split(5, 0), "pmi": Split(5, 45)}


def test_another_week_goes_on_from_the_whole_plan() -> None:
    assert copied(shortened(PLAN, 1, 5, GROUPS), [LYON]) == Plan({"lyon": Split(60, 90, 15)}, "Meet two people", 30)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (None, ""),
        (PLAN, ""),
        (PLAN._replace(carried=Week(2026, 47)), "Carried on from the plan of week 47."),
        (shortened(PLAN, 1, 5, GROUPS), "A short week: 1 of your 5 days."),
    ],
    ids=["none", "usual", "carried", "short"],
)
def test_what_sets_a_plan_apart_is_said(plan: Plan | None, words: str) -> None:
    assert apart_words(plan) == words
