"""Beginning at the desk: how far she has come, what fits, and the closer look."""

from __future__ import annotations

from datetime import date

import pytest

from planner.desk import Desk
from planner.domain.audit.look import proposed_look
from planner.domain.errors import Misread, Refused
from planner.domain.group import Fit, Role, Standing
from planner.domain.plan import Plan


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
    assert [group.id for group in found.few] == ["lyon-ux", "pmi-france"]


def test_a_proposal_changes_nothing_and_its_plan_takes_all_the_minutes(candidates: Desk) -> None:
    before = candidates.book()
    proposal = candidates.propose(120)
    assert proposal.plan.total.total == 120
    assert set(proposal.plan.lines) == {group.id for group in proposal.selection.proposed}
    assert (proposal.reality.needed, proposal.reality.unknown) == (355, 1)
    assert candidates.book() == before


def test_taking_what_fits_selects_it_and_keeps_her_minutes_as_one_change(candidates: Desk) -> None:
    before = candidates.book()
    proposal = candidates.propose(120)
    change = candidates.apply_selection(120)
    assert change.words == f"Selected {len(proposal.selection.proposed)} groups for 2h a week"
    assert "Parked PMI France" in " ".join(change.notes)
    assert {group.id for group in candidates.book().selected()} == set(proposal.plan.lines)
    assert candidates.settings().minutes == 120
    candidates.undo()
    assert candidates.book() == before
    assert candidates.settings().minutes is None


def test_a_closer_look_at_the_few_is_one_change(candidates: Desk) -> None:
    groups = candidates.book().selected()
    seen = {group.id: proposed_look(group, ()) for group in groups}
    seen["lyon-ux"] = seen["lyon-ux"]._replace(roles=(Role.VISIBILITY,), upkeep=75)
    assert candidates.look_at_groups(seen).words == "Looked closer at 2 groups"
    assert candidates.beginning().looked == 2
    assert candidates.group("lyon-ux")[5:7] == ((Role.VISIBILITY,), Fit(2, 2, 2, 2))
    assert candidates.group("lyon-ux").next_look == date(2027, 2, 25)
    candidates.undo()
    assert candidates.beginning().looked == 0


def test_nothing_is_selected_where_no_group_fits(desk: Desk) -> None:
    for group in ("lyon-ux", "pmi"):
        desk.edit_group(group, upkeep=60)
    with pytest.raises(Refused, match="No group fits into 30 min"):
        desk.apply_selection(30)
    assert desk.propose(30).plan == Plan({})


def test_minutes_that_no_week_has_are_refused(desk: Desk) -> None:
    with pytest.raises(Misread):
        desk.apply_selection(4)


def test_a_quarter_later_it_tells_what_served_the_first_objectives(desk: Desk) -> None:
    desk.add_objective("Be seen")
    assert desk.beginning().set_out is None
