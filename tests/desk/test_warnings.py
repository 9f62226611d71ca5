"""Drift at any moment, and announcements that do not nag."""

from __future__ import annotations

from datetime import UTC, timedelta
from pathlib import Path

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.drift.drift import Signal
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.amend import Amendment
from planner.domain.kinds import Kind
from planner.domain.level import Level
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from planner.store.home import Home
from tests.desk.conftest import THURSDAY, At
from tests.known import known

THIS = Week(2026, 48)


@pytest.fixture
def adrift(desk: Desk) -> Desk:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 30})
    desk.log("w 45 lyon-ux tuesday 21:00")
    return desk


def lines(desk: Desk) -> list[Signal]:
    """All that is said at one moment, one after the other."""
    return list(iter(desk.next_line, None))


def test_a_passed_cap_is_adrift_and_says_so_in_figures(adrift: Desk) -> None:
    drift = known(adrift.report()).drift
    assert (drift.level, drift.probability, drift.cap) == (Level.ADRIFT, 1.0, 30)
    assert any("45" in signal.text for signal in drift.signals)
    assert all(signal.advice for signal in drift.signals)


def test_a_warning_is_announced_once(adrift: Desk) -> None:
    first = adrift.next_line()
    assert first and first.code == "cap"
    assert adrift.next_line() != first


def test_announcing_is_not_a_change_to_undo(adrift: Desk) -> None:
    adrift.next_line()
    adrift.undo()
    assert adrift.report().entries == ()


def test_what_was_put_off_is_silent_this_week(adrift: Desk, at: At) -> None:
    signal = adrift.next_line()
    assert signal
    adrift.put_off(signal)
    tomorrow = at(THURSDAY + timedelta(days=1))
    assert signal.code not in [line.code for line in lines(tomorrow)]


def test_the_past_is_judged_by_what_was_known_then(adrift: Desk) -> None:
    assert known(adrift.drift_at(THURSDAY - timedelta(days=3))).level is Level.BALANCED
    assert known(adrift.drift_at(THURSDAY)).level is Level.ADRIFT


def test_a_replay_gives_each_day_end_up_to_now(adrift: Desk) -> None:
    days = list(adrift.replay(THIS, THIS))
    assert [day.week for day in days] == [THIS] * len(days)
    assert known(days[0]).watching == 0 and known(days[-1]).watching == 45
    assert known(days[-1]).level is Level.ADRIFT
    with pytest.raises(Misread):
        adrift.replay(THIS, THIS.plus(-1))


def test_the_report_says_what_was_put_off_until_it_is_undone(adrift: Desk) -> None:
    signal = adrift.next_line()
    assert signal
    adrift.put_off(signal)
    assert known(adrift.report()).quiet == {(signal.code, signal.cause)}
    adrift.undo()
    assert known(adrift.report()).quiet == frozenset()


def test_not_this_week_puts_off_what_is_spoken_of_and_then_the_next(adrift: Desk) -> None:
    first = adrift.report().spoken
    assert first and first.level is Level.ADRIFT
    assert adrift.not_this_week().words == f"Not this week: {first.text}"
    assert adrift.report().spoken != first
    with pytest.raises((Misread, Refused)):
        adrift.not_this_week(first.code)
    adrift.undo()
    assert adrift.report().spoken == first


def test_where_there_is_nothing_to_put_off_that_is_said(desk: Desk) -> None:
    with pytest.raises(Refused, match="nothing to put off"):
        desk.not_this_week()


def test_the_next_act_names_who_is_cooling_by_what_earlier_weeks_say(adrift: Desk) -> None:
    adrift.add_person("Paul Roy", groups=("lyon-ux",))
    adrift.log("c 20 lyon-ux @paul 2026-09-24 18:00")
    (signal, *_) = known(adrift.report()).drift.signals
    assert signal.advice == "write to Paul Roy, Lyon UX: last in touch 63 days ago"
    adrift.log("c 20 lyon-ux @paul")
    (signal, *_) = known(adrift.report()).drift.signals
    assert signal.advice == "answer one question in Lyon UX, 20 min"


# Follow-ups ----------------------------------------------------------------------------------------------------


def spoken_of(desk: Desk) -> list[str]:
    """What is announced of follow-ups now."""
    return [line.text for line in lines(desk) if line.code == "follow-up"]


@pytest.fixture
def promised(at: At, desk: Desk) -> Desk:
    """On Monday, something was to be done with Paul the Friday before; on Tuesday a promise to Marie falls due."""
    desk.add_person("Marie Dupont")
    desk.add_person("Paul Roy")
    desk.set_step("paul", "write fri")
    desk.set_step("marie", "I owe the deck tue")
    return at(MONDAY)


MONDAY = THURSDAY + timedelta(days=4)


def test_an_overdue_follow_up_is_announced_again_only_when_worse(at: At, promised: Desk) -> None:
    assert spoken_of(promised) == ["Paul Roy: write (3 days late)."]
    assert spoken_of(promised) == []
    assert spoken_of(at(MONDAY + timedelta(days=1))) == []
    worse = "I owe Marie Dupont: the deck (1 day late). 1 more is overdue."
    assert spoken_of(at(MONDAY + timedelta(days=2))) == [worse]
    assert spoken_of(at(MONDAY + timedelta(days=3))) == []
    assert [signal.code for signal in known(at(MONDAY + timedelta(days=3)).report()).drift.signals] == ["follow-up"]


def test_what_is_done_or_put_off_is_no_longer_spoken_of(at: At, promised: Desk) -> None:
    (follow_up, *_) = [each for each in promised.follow_ups() if each.late > 0]
    promised.put_step_off(follow_up.step.id, "fri")
    assert spoken_of(promised) == []
    assert spoken_of(at(MONDAY + timedelta(days=5))) != []  # on Saturday both are late


def test_a_follow_up_put_off_is_silent_this_week_and_speaks_in_the_next(at: At, promised: Desk) -> None:
    (signal,) = [line for line in lines(promised) if line.code == "follow-up"]
    promised.put_off(signal)
    for day in (1, 2):
        assert "Paul Roy: write" not in " ".join(spoken_of(at(MONDAY + timedelta(days=day))))
    promised.finish_step(next(each.step.id for each in promised.follow_ups() if each.step.owed))
    assert spoken_of(at(MONDAY + timedelta(days=3))) == []
    assert spoken_of(at(MONDAY + timedelta(days=7))) == ["Paul Roy: write (10 days late)."]


def test_a_follow_up_moves_no_level_and_is_switched_off_like_any_signal(promised: Desk) -> None:
    assert known(promised.report()).drift.level is Level.BALANCED
    Path(promised.settings_folder, "config.toml").write_text('signals_off = ["follow-up"]\n', encoding="utf-8")
    assert spoken_of(promised) == []


# Meetings that do not say how they were held ----------------------------------------------------------------------


def test_meetings_without_a_form_are_spoken_of_once_and_settled_one_by_one(at: At, desk: Desk) -> None:
    desk.log("m 1h lyon-ux budget tuesday")
    desk.log("m 1h lyon-ux by video tuesday 8:00")
    desk.log("m 1h lyon-ux long ago 2026-08-04")
    (waiting,) = desk.unsaid_meetings()
    assert waiting.note == "budget"
    assert [line.code for line in lines(desk)].count("forms") == 1
    assert all(line.code != "forms" for day in (1, 8) for line in lines(at(THURSDAY + timedelta(days=day))))
    desk.say_form(waiting.id, "in person")
    assert desk.unsaid_meetings() == ()


def test_they_wait_for_what_the_drift_has_to_say(adrift: Desk) -> None:
    adrift.log("m 1h lyon-ux budget tuesday")
    assert [line.code for line in lines(adrift)] == ["cap"]
    adrift.not_this_week("cap")
    assert [line.code for line in lines(adrift)] == ["forms"]


def test_the_shell_settles_them_too(desk: Desk) -> None:
    desk.log("m 1h lyon-ux budget tuesday")
    assert [entry.note for entry in desk.entries(LogFilter(unsaid=True))] == ["budget"]
    (entry,) = desk.unsaid_meetings()
    desk.amend(entry.id, Amendment(form="in-person"))
    assert list(desk.entries(LogFilter(unsaid=True))) == []
    desk.amend(entry.id, Amendment(form=""))
    assert desk.unsaid_meetings() == (desk.find_entry(entry.id),)
    with pytest.raises(Misread, match="in person, video, phone, event"):
        desk.amend(entry.id, Amendment(form="balloon"))


@pytest.fixture
def behind(desk: Desk) -> Desk:
    """On Thursday giving and meeting have hardly begun."""
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 120, Kind.MEETING: 90, Kind.WATCHING: 60})
    desk.log("c 5 lyon-ux monday 9:00")
    desk.log("c 5 lyon-ux tuesday 9:00")
    return desk


def codes(desk: Desk) -> list[str]:
    return [signal.code for signal in known(desk.report()).drift.signals]


def test_goals_behind_are_spoken_of_on_one_day_of_the_week_and_known_on_all(behind: Desk, at: At) -> None:
    spoken = behind.report().spoken
    assert spoken and spoken.code == "goals-behind"
    assert [line.code for line in lines(behind)].count("goals-behind") == 1
    assert at(THURSDAY + timedelta(hours=2)).report().spoken is not None, "all of the day"
    for day in (1, 2, 3):
        later = at(THURSDAY + timedelta(days=day))
        assert later.report().spoken is None
        assert "goals-behind" in codes(later)
        assert "goals-behind" not in [line.code for line in lines(later)]


def test_what_was_said_already_can_still_be_put_off(behind: Desk, at: At) -> None:
    lines(behind)
    friday = at(THURSDAY + timedelta(days=1))
    assert friday.report().spoken is None
    assert friday.not_this_week().words.startswith("Not this week: Giving and meeting stand at 10 min of ")
    with pytest.raises(Refused, match="nothing to put off"):
        friday.not_this_week()


def test_goals_behind_wait_until_they_are_said(behind: Desk, at: At) -> None:
    spoken = at(THURSDAY + timedelta(days=2)).report().spoken
    assert spoken and spoken.code == "goals-behind"


def test_a_week_to_come_has_no_signals_of_today(desk: Desk, at: At) -> None:
    for back in range(3, 0, -1):
        earlier = at(THURSDAY - timedelta(weeks=back))
        earlier.set_cells(THIS.plus(-back), "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 30})
        earlier.log("w 90 lyon-ux")
    at(THURSDAY - timedelta(days=9)).add_person("Marie Dupont")
    at(THURSDAY - timedelta(days=9)).set_step("marie-dupont", "send the deck fri")
    said = {signal.code for signal in known(desk.report()).drift.signals}
    assert {"follow-up", "leaning-weeks", "read-only"} <= said
    for ahead in (1, 5, 6):
        report = known(desk.report(THIS.plus(ahead)))
        assert report.drift.signals == () and report.spoken is None and report.advice is None
        assert report.drift.level is Level.BALANCED


def test_once_a_quarter_the_walk_is_offered_again(desk: Desk, at: At) -> None:
    desk.add_objective("Be seen")

    def told(days: int) -> list[str]:
        return [line.code for line in lines(at(THURSDAY + timedelta(days=days)))]

    assert "quarter" not in told(90)
    assert told(91).count("quarter") == 1
    assert all("quarter" not in told(91 + days) for days in (1, 8, 60))
    assert "quarter" in told(91 + 13 * 7)


def test_in_quiet_hours_nothing_is_said_or_told_outside(adrift: Desk, at: At) -> None:
    adrift.set_setting("on_warning", "no-such-command-here")
    adrift.set_setting("quiet_hours", "18-20")
    assert adrift.next_line() is None
    assert adrift.tell_outside() == ""
    later = at(THURSDAY + timedelta(hours=2))
    said = later.next_line()
    assert said and said.code == "cap"
    assert "no-such-command-here" in later.tell_outside()


def test_a_command_that_came_with_a_restored_home_waits_for_her_word(adrift: Desk, tmp_path: Path) -> None:
    adrift.set_setting("on_warning", "no-such-command-here")
    clock = Clock(UTC, THURSDAY)
    there = Desk(Home(str(tmp_path / "there"), clock.now, "a test"), clock)
    said = there.restore(adrift.backup(str(tmp_path / "all.zip"))).change.notes[-1]
    assert said.endswith("is not run; this lets it: planner config on_warning no-such-command-here")
    assert (there.tell_outside(), there.tell_outside()) == (said, "")
    missing = "on_warning: there is no command “no-such-command-here” to run."
    assert there.set_setting("on_warning", "no-such-command-here").notes == (missing,)
    assert there.held_command() == "" and there.tell_outside() == missing
