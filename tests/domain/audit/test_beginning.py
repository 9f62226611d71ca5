"""How far someone has come who sets planner up."""

from __future__ import annotations

from datetime import date

from planner.domain.audit.beginning import Beginning, Stage, beginning
from planner.domain.book import Book
from planner.domain.group import Group, Standing
from planner.domain.kinds import Split
from planner.domain.objective import Objective, Pursuit
from planner.domain.plan import Plan

LOOKED = Group("a", "a", "A", Standing.CANDIDATE, next_look=date(2027, 2, 25))
NEW = Group("b", "b", "B", Standing.CANDIDATE)
LEFT = Group("c", "c", "C", Standing.LEFT)
SEEN = Objective("seen", "Be seen")


def state(
    *groups: Group, objectives: tuple[Objective, ...] = (), plan: Plan | None = None, said: int | None = None
) -> Beginning:
    book = Book({each.id: each for each in objectives}, {group.id: group for group in groups}, {})
    return beginning(book, plan, 240, said)


def test_an_empty_book_begins_with_objectives() -> None:
    assert state().empty
    assert state().next_undone() is Stage.OBJECTIVES


def test_groups_may_come_first() -> None:
    found = state(NEW)
    assert not found.empty
    assert (found.next_undone(), found.next_undone(after=Stage.OBJECTIVES)) == (Stage.OBJECTIVES, Stage.LOOK)


def test_only_active_objectives_count() -> None:
    assert not state(objectives=(SEEN._replace(pursuit=Pursuit.REACHED),)).done(Stage.OBJECTIVES)


def test_a_look_is_over_once_candidates_and_selected_were_seen() -> None:
    found = state(LOOKED, NEW, LEFT)
    assert (found.looked, len(found.in_question), found.groups) == (1, 2, 2)
    assert not found.done(Stage.LOOK)
    assert state(LOOKED, LEFT).done(Stage.LOOK)


def test_without_groups_there_is_nothing_to_look_at_or_to_select() -> None:
    found = state(objectives=(SEEN,))
    assert found.next_undone() is Stage.GROUPS
    assert found.next_undone(after=Stage.GROUPS) is None
    assert not found.possible(Stage.MINUTES)


def test_her_minutes_and_a_plan_for_this_week_end_it() -> None:
    planned = Plan({"a": Split(60, 60, 0)})
    assert state(LOOKED, objectives=(SEEN,), plan=planned).next_undone() is Stage.MINUTES
    found = state(LOOKED, objectives=(SEEN,), plan=planned, said=120)
    assert found.planned == 120
    assert found.next_undone() is None
