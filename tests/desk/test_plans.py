from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from planner.cli.sentences import week_line
from planner.desk import Desk
from planner.domain.budget.selection import Asked
from planner.domain.errors import Misread, Refused
from planner.domain.group import Nature, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.domain.review import Verdict
from planner.domain.week import Week
from tests.desk.conftest import THURSDAY, At
from tests.known import known

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


def test_a_group_that_she_has_left_is_planned_again_only_once_selected(desk: Desk) -> None:
    desk.edit_group("pmi", standing=Standing.LEFT)
    with pytest.raises(Refused, match="planner group edit pmi-france --standing selected"):
        desk.set_cells(THIS, "pmi", {Kind.CONTRIBUTION: 30})
    assert desk.group("pmi").standing is Standing.LEFT
    desk.edit_group("pmi", standing=Standing.SELECTED)
    desk.set_cells(THIS, "pmi", {Kind.CONTRIBUTION: 30})


def test_a_feed_takes_nothing_but_watching(desk: Desk) -> None:
    desk.add_group("City news", nature=Nature.FEED)
    with pytest.raises(Misread, match="City news"):
        desk.set_cells(THIS, "city-news", {Kind.MEETING: 30})
    desk.set_cells(THIS, "city-news", {Kind.WATCHING: 30})


def test_an_old_week_keeps_the_budget_it_had(desk: Desk) -> None:
    desk.set_cells(THIS.plus(-1), "lyon-ux", {Kind.WATCHING: 30})
    desk.log("w 45 lyon-ux 2026-11-17 10:00")
    before = known(desk.report(THIS.plus(-1))).drift
    desk.set_plan(THIS, desk.copied_plan(THIS))
    desk.set_cells(THIS, "lyon-ux", {Kind.WATCHING: 120})
    assert known(desk.report(THIS.plus(-1))).drift == before
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


def test_the_minutes_she_has_are_kept_in_her_settings_as_she_wrote_them(desk: Desk) -> None:
    path = Path(desk.settings_folder) / "config.toml"
    path.write_text('# mine\ntheme = "planner-light"  # by day\nminutes = 240  # a week\n', encoding="utf-8")
    assert desk.keep_minutes(300).words == "You have 5h a week from now on; it was 4h"
    assert path.read_text(encoding="utf-8") == '# mine\ntheme = "planner-light"  # by day\nminutes = 300  # a week\n'
    assert desk.minutes_a_week() == 300


def test_undo_takes_the_minutes_back_with_the_change_that_set_them(desk: Desk) -> None:
    path = Path(desk.settings_folder) / "config.toml"
    desk.set_plan(THIS, desk.suggest(240, THIS).plan, minutes=240)
    assert (desk.settings().minutes, desk.plan(THIS) is None) == (240, False)
    desk.undo()
    assert (desk.settings().minutes, desk.plan(THIS), path.read_text(encoding="utf-8")) == (None, None, "")
    desk.redo()
    assert (desk.settings().minutes, desk.plan(THIS) is None) == (240, False)


def test_undo_takes_back_her_minutes_alone_and_leaves_what_she_wrote_since(desk: Desk) -> None:
    path = Path(desk.settings_folder) / "config.toml"
    path.write_text("minutes = 240  # a week\n", encoding="utf-8")
    desk.keep_minutes(300)
    desk.log("c 25 lyon-ux")
    assert desk.undo(2).words == "Undone: You have 5h a week from now on; it was 4h"
    assert path.read_text(encoding="utf-8") == "minutes = 240  # a week\n"
    assert len(desk.report().entries) == 1
    desk.redo()
    path.write_text("minutes = 200\n", encoding="utf-8")
    assert desk.undo().notes == ("“minutes” in config.toml has been changed since; it stays as it is.",)
    assert desk.settings().minutes == 200


def test_undo_of_a_selection_gives_back_groups_plan_and_minutes(desk: Desk) -> None:
    desk.keep_minutes(300)
    before = desk.book()
    desk.apply_selection(60, asked=Asked(pinned=("lyon-ux",)))
    assert desk.settings().minutes == 60
    desk.undo()
    assert (desk.settings().minutes, desk.plan(THIS)) == (300, None)
    assert {g.id: g.standing for g in desk.book().groups.values()} == {g.id: g.standing for g in before.groups.values()}


def test_a_setting_changed_from_here_is_taken_back(desk: Desk) -> None:
    desk.set_setting("signals_off", "cap")
    desk.undo()
    assert desk.settings().signals_off == ()
    desk.redo()
    assert desk.settings().signals_off == ("cap",)


def test_a_plan_stands_beside_the_minutes_she_has_and_never_makes_them_more(desk: Desk) -> None:
    desk.keep_minutes(240)
    change = desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 300})
    assert change.standing == "5h for the hands, at most 0 min of watching: 5h of your 4h."
    assert "That is 1h more than the 4h you have." in change.notes
    assert desk.minutes_a_week() == 240


def test_until_she_has_said_how_many_a_plan_stands_alone(desk: Desk) -> None:
    change = desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60})
    assert change.standing == "1h for the hands, at most 0 min of watching."
    far = desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 23 * 60})
    assert far.notes == ("That is far more than a usual week, which has 4h.",)


def test_what_is_read_counts_against_the_cap_that_all_groups_share(desk: Desk) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60})
    desk.set_shared(THIS, 30)
    desk.log("w 45 lyon-ux 2026-11-24 10:00")
    report = known(desk.report(THIS))
    line = report.lines[0]
    assert (report.planned.watching, report.drift.cap) == (30, 30)
    assert (line.shares, line.capped, line.over) == (True, False, 0)


def test_parking_a_group_offers_the_plan_that_follows(desk: Desk) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60})
    desk.set_cells(THIS, "pmi", {Kind.CONTRIBUTION: 30})
    change = desk.take_verdict("pmi", Verdict.PARK)
    assert change.offer == Plan({"lyon-ux": Split(60)})
    desk.follow_plan()
    assert desk.plan(THIS) == change.offer
    with pytest.raises(Refused, match="nothing to change"):
        desk.follow_plan()


def test_no_plan_is_of_more_than_a_week_has(desk: Desk) -> None:
    week = desk.this_week()
    with pytest.raises(Misread, match="10200"):
        desk.set_plan(week, Plan({"lyon-ux": Split(9000, 1200)}))
    desk.set_cells(week, "lyon-ux", {Kind.CONTRIBUTION: 9000})
    with pytest.raises(Misread, match="10200"):
        desk.set_cells(week, "lyon-ux", {Kind.MEETING: 1200})
    with pytest.raises(Misread, match="10200"):
        desk.set_shared(week, 1200)
    plan = desk.plan(week)
    assert plan and plan.total.total == 9000


def test_a_short_week_scales_the_plan_says_so_and_is_whole_again(desk: Desk) -> None:
    desk.set_setting("work_days", "mon-fri")
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 15})
    change = desk.shorten(THIS, 3)
    assert change.words == "2026-W48 has 3 of your 5 days: 45 min, not 1h15"
    assert known(desk.report()).planned == Split(35, 0, 10)
    assert desk.shorten(THIS, 5).words == "2026-W48 is whole again: 1h15, not 45 min"
    assert known(desk.report()).planned == Split(60, 0, 15)
    desk.undo()
    assert known(desk.report()).planned == Split(35, 0, 10)
    desk.undo()
    assert known(desk.report()).planned == Split(60, 0, 15)


def test_weeks_after_a_short_one_go_on_from_the_whole_plan(desk: Desk, at: At) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 15})
    desk.shorten(THIS, 2)
    assert desk.copied_plan(THIS.plus(1)).lines == {"lyon-ux": Split(60, 0, 15)}
    assert desk.review(THIS).next_plan.lines == {"lyon-ux": Split(60, 0, 15)}  # type: ignore[union-attr]
    assert desk.minutes_a_week() == 75
    assert known(at(THURSDAY + timedelta(weeks=1)).report()).planned == Split(60, 0, 15)


def test_a_week_off_warns_of_nothing_and_waits_for_no_review(desk: Desk, at: At) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 15})
    change = desk.shorten(THIS, 0)
    assert change.words == "2026-W48 is a week off: nothing is planned or judged; it had 1h15" and not change.standing
    desk.log("w 50 lyon-ux monday 12:00")
    report = known(desk.report())
    assert (report.logged.watching, report.drift.cap, report.advice, report.heard()) == (50, None, None, ())
    assert week_line(report) == "W48: a week off, hands 0, eyes 50"
    draft = known(desk.review(THIS))
    assert draft.cost == "50 min of watching, in a week off." and draft.report.budget is None
    later = at(THURSDAY + timedelta(weeks=1))
    assert not known(later.report(THIS)).review_due and at(THURSDAY + timedelta(days=3)).next_line() is None
    assert known(later.next_line()).code == "goals-behind"  # of its own week, which goes on from the whole plan
    assert later.week_to_review() == THIS.plus(1)


def test_the_week_after_a_week_off_goes_on_from_the_plan_that_one_had(desk: Desk, at: At) -> None:
    desk.set_cells(THIS.plus(-1), "lyon-ux", {Kind.CONTRIBUTION: 20})
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 15})
    desk.shorten(THIS, 0)
    later = known(at(THURSDAY + timedelta(weeks=1)).report())
    assert (later.planned, later.carried, later.drift.off) == (Split(60, 0, 15), THIS, False)


def test_a_week_off_counts_for_no_plan_in_the_long_view(desk: Desk, at: At) -> None:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 15})
    desk.shorten(THIS, 0)
    desk.log("w 90 lyon-ux monday 12:00")
    for _ in range(2):  # as it is read, and as it was kept beside
        later = at(THURSDAY + timedelta(weeks=1))
        (week,) = (each for each in later.trends(2).weeks if each.week == THIS)
        figures = known(week.figures)
        assert (figures.goal, figures.cap, figures.kept, figures.balanced) == (None, None, (), None)
        assert later.last_bars(known(later.report()))[-2].cap is None


def test_a_short_week_of_more_days_than_are_hers_or_without_a_plan_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="has no plan to shorten"):
        desk.shorten(THIS, 3)
    desk.set_setting("work_days", "mon tue")
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60})
    with pytest.raises(Misread, match="“3” is no number of your days: you work on 2 of a week"):
        desk.shorten(THIS, 3)
