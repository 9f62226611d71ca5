"""Beginning at the desk: how far she has come, and selecting and planning as one change."""

from __future__ import annotations

import pytest

from planner.desk import Desk
from planner.domain.errors import Misread, Refused
from planner.domain.group import Standing
from planner.domain.kinds import Split
from planner.domain.plan import Plan
from planner.domain.week import Week

THIS = Week(2026, 48)


@pytest.fixture
def candidates(desk: Desk) -> Desk:
    """Three groups in question beside the two that are selected, not all of which fit into two hours."""
    for name, upkeep in (("Alumni Lyon", 60), ("Agile Rhône", 45), ("Startup Jobs", 90)):
        desk.add_group(name, standing=Standing.CANDIDATE, upkeep=upkeep)
    desk.edit_group("pmi", upkeep=100)
    return desk


def test_how_far_she_has_come_is_seen_from_the_data(candidates: Desk) -> None:
    candidates.add_objective("Be seen")
    candidates.look_at_group("pmi", upkeep=30)
    found = candidates.beginning()
    assert (found.objectives, found.groups, found.looked, found.minutes, found.planned) == (1, 5, 1, 240, None)


def test_a_proposal_changes_nothing_and_its_plan_takes_all_the_minutes(candidates: Desk) -> None:
    before = candidates.book()
    proposal = candidates.propose(120)
    assert proposal.plan.total.total == 120
    assert set(proposal.plan.lines) == {group.id for group in proposal.selection.proposed}
    assert (proposal.reality.needed, proposal.reality.unknown) == (355, 1)
    assert candidates.book() == before


def test_selecting_and_planning_is_one_change_that_one_undo_takes_back(candidates: Desk) -> None:
    before = candidates.book()
    proposal = candidates.propose(120)
    change = candidates.select_and_plan(120)
    assert change.words == f"Selected {len(proposal.selection.proposed)} groups for 2h a week, and planned them"
    assert "Parked PMI France" in " ".join(change.notes)
    assert candidates.plan(THIS) == proposal.plan
    assert {group.id for group in candidates.book().selected()} == set(proposal.plan.lines)
    candidates.undo()
    assert candidates.book() == before
    assert candidates.plan(THIS) is None


def test_the_sentence_of_intention_stays(candidates: Desk) -> None:
    candidates.set_plan(THIS, Plan({"pmi-france": Split(10, 0, 0)}, "Two coffees."))
    candidates.select_and_plan(120)
    plan = candidates.plan(THIS)
    assert plan
    assert plan.intention == "Two coffees."


def test_nothing_is_selected_where_no_group_fits(desk: Desk) -> None:
    for group in ("lyon-ux", "pmi"):
        desk.edit_group(group, upkeep=60)
    with pytest.raises(Refused, match="No group fits into 30 min"):
        desk.select_and_plan(30)
    assert desk.propose(30).plan == Plan({})


def test_minutes_that_no_week_has_are_refused(desk: Desk) -> None:
    with pytest.raises(Misread):
        desk.select_and_plan(4)
