"""A week that nobody planned carries the last plan on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from planner.desk import Desk
from planner.domain.group import Standing
from planner.domain.kinds import Kind
from planner.domain.week import Week
from tests.desk.conftest import At
from tests.known import known

THIS = Week(2026, 48)
LAST = THIS.plus(-1)
C, W = Kind.CONTRIBUTION, Kind.WATCHING


def planned_last_week(desk: Desk) -> None:
    desk.set_cells(LAST, "lyon-ux", {C: 60, W: 30})


def test_it_is_judged_by_the_last_plan_there_was(desk: Desk) -> None:
    planned_last_week(desk)
    report = known(desk.report())
    assert (report.carried, report.drift.cap, report.planned.hands) == (LAST, 30, 60)
    assert desk.plan(THIS) is None


def test_a_week_gets_its_plan_at_its_first_entry_and_undo_takes_both(desk: Desk, home: Path) -> None:
    planned_last_week(desk)
    desk.log("w 20 lyon-ux")
    kept = json.loads((home / "weeks/2026-W48.json").read_text())["plan"]["1"]
    assert (kept["carried"], kept["lines"]["lyon-ux"]) == ("2026-W47", {"contribution": 60, "watching": 30})
    desk.set_cells(LAST, "lyon-ux", {W: 5})
    assert known(desk.report()).drift.cap == 30, "a week keeps the budget it had"
    desk.undo()
    desk.undo()
    assert not desk.report().entries and known(desk.report()).drift.cap == 30


def test_a_plan_she_makes_is_hers_and_begins_with_what_was_carried(desk: Desk) -> None:
    planned_last_week(desk)
    desk.log("w 20 lyon-ux")
    desk.set_cells(THIS, "lyon-ux", {W: 45})
    plan = desk.plan(THIS)
    assert plan and plan.carried is None and plan.total[:3] == (60, 0, 45)
    assert known(desk.report()).carried is None


def test_a_week_to_come_carries_none_on_for_she_may_still_plan_it(desk: Desk) -> None:
    planned_last_week(desk)
    assert desk.plan_in_force(THIS.plus(1)) is None


def test_carried_plans_name_the_week_that_was_planned(desk: Desk, at: At) -> None:
    planned_last_week(desk)
    desk.log("w 5 lyon-ux")
    later = at(datetime(2026, 12, 2, 9, tzinfo=UTC))
    later.log("w 5 lyon-ux")
    assert known(later.report()).carried == LAST


def test_groups_that_are_no_longer_selected_are_not_carried_on(desk: Desk) -> None:
    planned_last_week(desk)
    desk.set_cells(LAST, "pmi", {C: 30})
    desk.edit_group("pmi", standing=Standing.PARKED)
    plan = desk.plan_in_force(THIS)
    assert plan and list(plan.lines) == ["lyon-ux"]


def test_a_week_without_any_plan_is_judged_as_half_and_half(desk: Desk) -> None:
    desk.log("w 45 lyon-ux monday 9:00")
    desk.log("w 45 lyon-ux tuesday 9:00")
    drift = known(desk.report()).drift
    assert drift.balance.assumed and drift.cap is None
    assert drift.level is drift.balance.level > 0


def test_a_carried_week_with_nothing_logged_waits_for_no_review(desk: Desk) -> None:
    desk.set_cells(LAST.plus(-1), "lyon-ux", {C: 60})
    assert not known(desk.report(LAST)).review_due
