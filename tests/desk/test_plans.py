from __future__ import annotations

import pytest

from planner.desk import Desk
from planner.domain.errors import Misread, Refused
from planner.domain.group import Nature, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.week import Week

THIS = Week(2026, 48)


def test_setting_cells_keeps_the_others(desk: Desk) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 15})
    desk.set_cells(THIS, "lyon-ux", {Kind.MEETING: 45})
    plan = desk.plan(THIS)
    assert plan and plan.lines == {"lyon-ux": Split(60, 45, 15)}


def test_planning_a_group_that_is_not_selected_selects_it_and_says_so(desk: Desk) -> None:
    desk.edit_group("pmi", standing=Standing.PARKED)
    change = desk.set_cells(THIS, "pmi", {Kind.CONTRIBUTION: 30})
    assert any("PMI France" in note for note in change.notes)
    assert desk.group("pmi").standing is Standing.SELECTED


def test_a_feed_takes_nothing_but_watching(desk: Desk) -> None:
    desk.add_group("City news", nature=Nature.FEED)
    with pytest.raises(Misread, match="City news"):
        desk.set_cells(THIS, "city-news", {Kind.MEETING: 30})
    desk.set_cells(THIS, "city-news", {Kind.WATCHING: 30})


def test_an_old_week_keeps_the_budget_it_had(desk: Desk) -> None:
    desk.set_cells(THIS.plus(-1), "lyon-ux", {Kind.WATCHING: 30})
    desk.log("w 45 lyon-ux 2026-11-17 10:00")
    before = desk.report(THIS.plus(-1)).drift
    desk.set_plan(THIS, desk.copied_plan(THIS))
    desk.set_cells(THIS, "lyon-ux", {Kind.WATCHING: 120})
    assert desk.report(THIS.plus(-1)).drift == before
    assert before.cap == 30


def test_copying_takes_the_last_planned_week(desk: Desk) -> None:
    desk.set_cells(THIS.plus(-5), "lyon-ux", {Kind.CONTRIBUTION: 60})
    assert desk.copied_plan(THIS).lines == {"lyon-ux": Split(60)}
    with pytest.raises(Refused):
        desk.copied_plan(THIS, THIS.plus(-1))
    with pytest.raises(Refused):
        desk.copied_plan(THIS.plus(-5))


def test_a_suggestion_shares_all_the_minutes_and_changes_nothing(desk: Desk) -> None:
    suggestion = desk.suggest(240, THIS)
    assert suggestion.plan.total.total == 240
    assert desk.plan(THIS) is None


def test_a_plan_is_undone_as_one(desk: Desk) -> None:
    desk.set_plan(THIS, desk.suggest(240, THIS).plan)
    desk.undo()
    assert desk.plan(THIS) is None
