"""The plan is a matrix of groups by kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import Misread
from planner.domain.group import Group, Nature, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.plan import WEEK, Plan, beside_hers, copied, with_cell

splits = st.builds(Split, *[st.integers(0, 300)] * 3)
plans = st.builds(Plan, st.dictionaries(st.sampled_from("abcde"), splits.filter(lambda s: s.total), max_size=5))
cells = st.tuples(st.sampled_from("abcde"), st.sampled_from(Kind), st.integers(0, WEEK))


def group(id_: str, standing: Standing = Standing.SELECTED, nature: Nature = Nature.COMMUNITY) -> Group:
    return Group(id_, id_, id_.title(), standing, nature)


@given(plans, cells)
def test_a_set_cell_holds_its_minutes_and_every_other_cell_stays(plan: Plan, cell: tuple[str, Kind, int]) -> None:
    id_, kind, minutes = cell
    changed = with_cell(plan, id_, kind, minutes)
    for other in "abcde":
        for each in Kind:
            expected = minutes if (other, each) == (id_, kind) else plan.lines.get(other, Split()).of(each)
            assert changed.lines.get(other, Split()).of(each) == expected


@given(plans, cells)
def test_setting_a_cell_back_gives_the_same_plan(plan: Plan, cell: tuple[str, Kind, int]) -> None:
    id_, kind, minutes = cell
    before = plan.lines.get(id_, Split()).of(kind)
    assert with_cell(with_cell(plan, id_, kind, minutes), id_, kind, before) == plan


def test_typed_minutes_are_not_forced_onto_the_grid() -> None:
    assert with_cell(Plan({}), "lyon", Kind.MEETING, 37).lines == {"lyon": Split(meeting=37)}


def test_a_line_without_minutes_leaves_the_plan() -> None:
    plan = Plan({"lyon": Split(watching=15), "pmi": Split(10)}, "Meet two people")
    assert with_cell(plan, "lyon", Kind.WATCHING, 0) == Plan({"pmi": Split(10)}, "Meet two people")


def test_a_whole_week_is_the_most_a_cell_holds() -> None:
    assert with_cell(Plan({}), "lyon", Kind.MEETING, WEEK).total.meeting == WEEK


@pytest.mark.parametrize("minutes", [-1, WEEK + 1])
def test_impossible_minutes_are_refused_with_the_number_that_is_off(minutes: int) -> None:
    with pytest.raises(Misread, match=f"“{minutes}”"):
        with_cell(Plan({}), "lyon", Kind.WATCHING, minutes)


def test_a_plan_totals_its_lines_by_kind_and_an_empty_one_is_nothing() -> None:
    assert Plan({"a": Split(10, 20, 5), "b": Split(5, 0, 15)}).total == Split(15, 20, 20)
    assert Plan({}).total == Split()


def test_a_copy_keeps_only_groups_still_selected() -> None:
    source = Plan({"a": Split(10), "b": Split(20), "gone": Split(30)}, "Meet two people")
    groups = [group("a"), group("b", Standing.PARKED), group("new")]
    assert copied(source, groups) == Plan({"a": Split(10)}, "Meet two people")


def test_a_copy_gives_a_feed_nothing_but_watching() -> None:
    source = Plan({"a": Split(10, 20, 30), "b": Split(10, 20, 0)})
    groups = [group("a", nature=Nature.FEED), group("b", nature=Nature.COMPANY)]
    assert copied(source, groups).lines == {"a": Split(watching=30)}


@given(plans)
def test_copying_a_copy_changes_nothing_more(plan: Plan) -> None:
    groups = [group("a"), group("b", nature=Nature.FEED), group("c", Standing.LEFT), group("d")]
    once = copied(plan, groups)
    assert copied(once, groups) == once


def test_its_minutes_stand_beside_hers_where_she_said_them() -> None:
    assert (beside_hers(395, 300), beside_hers(395, None)) == ("6h35 of your 5h", "6h35")
