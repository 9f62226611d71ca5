"""How far someone has come who sets planner up."""

from __future__ import annotations

from datetime import date

from planner.domain.audit.beginning import Beginning, Stage, beginning
from planner.domain.book import Book
from planner.domain.group import Group, Standing
from planner.domain.kinds import Split
from planner.domain.objective import Objective, Pursuit
from planner.domain.plan import Plan

LOOKED = Group("a", "a", "A", Standing.SELECTED, next_look=date(2027, 2, 25))
NEW = Group("b", "b", "B", Standing.CANDIDATE)
CHOSEN = NEW._replace(standing=Standing.SELECTED)
LEFT = Group("c", "c", "C", Standing.LEFT)
SEEN = Objective("seen", "Be seen")


def state(
    *groups: Group, objectives: tuple[Objective, ...] = (), plan: Plan | None = None, said: int | None = None
) -> Beginning:
    book = Book({each.id: each for each in objectives}, {group.id: group for group in groups}, {})
    return beginning(book, plan, 240, said)


def test_an_empty_book_begins_with_the_list() -> None:
    assert state().empty
    assert state().next_undone() is Stage.GROUPS


def test_what_fits_is_seen_before_anything_is_asked() -> None:
    found = state(NEW)
    assert (found.empty, found.next_undone()) == (False, Stage.MIRROR)
    assert not found.possible(Stage.LOOK), "there are no few yet"


def test_objectives_may_come_first() -> None:
    found = state(objectives=(SEEN,))
    assert (found.next_undone(), found.next_undone(after=Stage.GROUPS)) == (Stage.GROUPS, None)
    assert not found.possible(Stage.MIRROR)


def test_only_active_objectives_count() -> None:
    assert not state(objectives=(SEEN._replace(pursuit=Pursuit.REACHED),)).done(Stage.OBJECTIVES)


def test_only_the_few_are_looked_at() -> None:
    found = state(LOOKED, CHOSEN, LEFT, NEW._replace(id="d"))
    assert (found.looked, len(found.few), found.groups) == (1, 2, 3)
    assert not found.done(Stage.LOOK)
    assert state(LOOKED, NEW, LEFT).done(Stage.LOOK)


def test_a_plan_for_this_week_ends_it() -> None:
    planned = Plan({"a": Split(60, 60, 0)})
    assert state(LOOKED, objectives=(SEEN,), plan=planned).next_undone() is Stage.MIRROR, "her minutes are not said"
    found = state(LOOKED, objectives=(SEEN,), plan=planned, said=120)
    assert found.planned == 120
    assert found.next_undone() is None


def test_what_is_all_done_is_gone_through_step_by_step() -> None:
    done = state(LOOKED, objectives=(SEEN,), plan=Plan({"a": Split(60, 60, 0)}), said=120)
    assert [done.following(stage) for stage in Stage] == [*list(Stage)[1:], None]
    begun = state(LOOKED, objectives=(SEEN,), said=120)
    assert begun.following(Stage.GROUPS) is Stage.PLAN, "else the next that is not done"
