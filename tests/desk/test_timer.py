from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from planner.desk import Desk
from planner.domain.errors import Misread, Refused
from planner.domain.kinds import Kind
from tests.desk.conftest import THURSDAY, At
from tests.known import known


def test_a_stopped_timer_is_an_entry_from_its_start(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux answering")
    entry = at(THURSDAY + timedelta(minutes=25)).stop().entry
    assert entry and (entry.start, entry.minutes, entry.note) == (THURSDAY, 25, "answering")
    assert desk.timer() is None


def test_a_running_timer_counts_at_once(desk: Desk, at: At) -> None:
    desk.start("w lyon-ux")
    assert known(at(THURSDAY + timedelta(minutes=12)).report()).logged.watching == 12


def test_starting_another_logs_the_running_one_first(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    later = at(THURSDAY + timedelta(minutes=20))
    change = later.start("w pmi")
    assert any("Lyon UX" in note for note in change.notes)
    assert [entry.minutes for entry in later.report().entries] == [20]
    assert (timer := later.timer()) and timer.group == "pmi-france"


def test_the_if_then_sentence_is_said_when_watching_starts(desk: Desk) -> None:
    desk.edit_group("lyon-ux", if_then="when I open Lyon UX, I first answer one question")
    assert "when I open Lyon UX, I first answer one question" in desk.start("w lyon-ux").notes
    assert desk.start("c lyon-ux").notes[-1:] != ("when I open Lyon UX, I first answer one question",)


def test_a_stop_that_she_makes_counts_whole(desk: Desk, at: At) -> None:
    desk.start("m lyon-ux")
    entry = at(THURSDAY + timedelta(minutes=120)).stop().entry
    assert entry and entry.confirmed and entry.minutes == 120


def test_a_run_that_cannot_be_right_books_nothing_until_it_is_answered_for(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    late = at(THURSDAY + timedelta(hours=5))
    assert late.in_doubt() == "It ran for 5h, longer than 2h."
    assert (late.report().doubtful, known(late.report()).logged.total) == (True, 0)
    change = late.stop()
    assert change.words.startswith("Kept apart") and change.entry and not change.entry.confirmed
    assert change.notes[0] == "It ran for 5h, longer than 2h."
    assert "planner stop --keep usual (20 min)" in change.notes[1]
    report = known(late.report())
    assert report.logged.total == 0
    assert [entry.id for entry in report.unconfirmed] == [change.entry.id]
    late.settle(change.entry.id, "usual")
    assert known(late.report()).logged.contribution == 20


def test_the_longest_that_she_has_confirmed_of_a_kind_is_believed_of_that_kind(desk: Desk, at: At) -> None:
    desk.log("m 240 lyon-ux 2026-11-10 14:00")
    desk.start("m pmi")
    assert not at(THURSDAY + timedelta(minutes=240)).in_doubt()
    assert at(THURSDAY + timedelta(minutes=241)).in_doubt()
    desk.start("c pmi")
    assert at(THURSDAY + timedelta(minutes=121)).in_doubt()


@pytest.mark.parametrize(("keep", "minutes"), [("usual", 20), ("tout", 90), ("until 19:00", 20), ("jusqu'à 19h", 20)])
def test_a_run_keeps_what_she_says(desk: Desk, at: At, keep: str, minutes: int) -> None:
    desk.start("c lyon-ux")
    entry = at(THURSDAY + timedelta(minutes=90)).stop(keep).entry
    assert entry and entry.confirmed and entry.minutes == minutes


def test_a_dropped_timer_leaves_nothing_and_can_be_brought_back(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    later = at(THURSDAY + timedelta(hours=5))
    assert later.stop("drop").entry is None
    assert later.report().entries == () and later.timer() is None
    later.undo()
    assert later.timer() is not None


def test_cancelling_logs_nothing(desk: Desk) -> None:
    desk.start("c lyon-ux")
    desk.cancel()
    assert desk.timer() is None and desk.report().entries == ()


def test_undoing_a_stop_lets_the_timer_run_on(desk: Desk, at: At) -> None:
    desk.start("m pmi")
    later = at(THURSDAY + timedelta(minutes=30))
    later.stop()
    later.undo()
    assert later.report().entries == ()
    assert (timer := later.timer()) and timer.kind is Kind.MEETING and timer.start == THURSDAY


def test_without_a_timer_there_is_nothing_to_stop_or_cancel(desk: Desk) -> None:
    for act in (desk.stop, desk.cancel):
        with pytest.raises(Refused):
            act()


def test_a_screen_silent_for_over_an_hour_makes_a_run_doubtful(desk: Desk, at: At) -> None:
    desk.start("m lyon-ux")
    at(THURSDAY + timedelta(minutes=5)).beat()
    assert not at(THURSDAY + timedelta(minutes=65)).in_doubt()
    later = at(THURSDAY + timedelta(minutes=70))
    later.beat()  # the machine has woken up
    assert later.in_doubt() == "It ran for 1h10, and its screen was last there at 18:45."
    later.beat(quitting=True)
    assert not later.in_doubt()


def test_a_timer_left_overnight_does_not_fill_the_week(desk: Desk, at: At) -> None:
    desk.start("w lyon-ux")
    assert known(at(THURSDAY + timedelta(minutes=120)).report()).logged.watching == 120
    assert known(at(THURSDAY + timedelta(hours=12)).report()).logged.watching == 0
    assert at(THURSDAY + timedelta(hours=12)).next_line() is None


def test_a_run_that_another_one_ends_says_that_it_counts_nowhere(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    notes = at(THURSDAY + timedelta(hours=9)).start("m lyon-ux").notes
    assert notes[0].startswith("Stopped") and "counts nowhere" in notes[2]


# Since when ----------------------------------------------------------------------------------------------------


def test_a_start_that_she_typed_is_hers(desk: Desk) -> None:
    desk.start("m lyon-ux 14:00")
    entry = desk.stop().entry
    assert entry and entry.confirmed and entry.minutes == 280


def test_a_start_that_is_said_again_is_said_to_be_so_already(desk: Desk) -> None:
    desk.start("c lyon-ux 18:10")
    assert desk.start("c lyon-ux 18:10").words == "Lyon UX: running since 18:10 already"


@pytest.mark.parametrize("text", ["18:10", "c lyon-ux 18:10", "c 18:10"])
def test_starting_again_with_a_time_moves_the_start(desk: Desk, text: str) -> None:
    desk.start("c lyon-ux answering @marie")
    change = desk.start(text)
    assert change.words == "Lyon UX: running since 18:10, not since 18:40"
    timer = desk.timer()
    assert timer and timer.start == THURSDAY - timedelta(minutes=30)
    assert (timer.note, timer.people) == ("answering", ("marie",))
    assert not desk.report().entries
    desk.undo()
    assert (timer := desk.timer()) and timer.start == THURSDAY


def test_somebody_new_in_a_start_said_anew_is_said_so(desk: Desk) -> None:
    desk.start("c lyon-ux")
    assert desk.start("c lyon-ux 18:10 @marie").notes == ("New person: marie",)


def test_a_time_with_another_group_or_kind_starts_another_timer(desk: Desk) -> None:
    desk.start("c lyon-ux")
    desk.start("c pmi 18:30")
    assert (timer := desk.timer()) and timer.group == "pmi-france"
    assert len(desk.report().entries) == 1


def test_a_start_is_moved_by_a_time_alone_and_never_into_the_future(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.move_start("18:10")
    desk.start("c lyon-ux")
    for text in ("", "soon", "19:30", "25:10", "m 18:10", "lyonux 18:10"):
        with pytest.raises(Misread):
            desk.move_start(text)
    with pytest.raises(Misread, match="still to come"):
        desk.start("19:30")
    assert (timer := desk.timer()) and timer.start == THURSDAY


def test_the_clock_put_back_keeps_the_entry_out_of_the_future_and_says_so(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    earlier = at(THURSDAY - timedelta(hours=1))
    assert known(earlier.report()).logged.total == 0
    change = earlier.stop()
    assert change.entry and change.entry.end == THURSDAY - timedelta(hours=1)
    assert change.notes[0].startswith("The clock was put back: the timer began at 18:40")
    assert change.guessed


def test_a_start_says_since_when_and_what_and_what_it_read_as_note(desk: Desk) -> None:
    change = desk.start("w lyon-ux reading 3 threads 18:10")
    assert change.words == "Started watching, Lyon UX, “reading 3 threads”, since Thu 26 Nov 18:10"
    assert change.read_as_note == ("3",)
    assert "Read as note: “3”" in change.notes


def test_what_the_timer_measured_is_no_guess(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    assert not at(THURSDAY + timedelta(minutes=20)).stop().guessed


@pytest.mark.parametrize("line", ["23:10", "yesterday 23:10", "yesterday"])
def test_a_moment_alone_asks_for_a_timer_that_runs(desk: Desk, line: str) -> None:
    with pytest.raises(Refused, match="No timer is running"):
        desk.start(line)
    with pytest.raises(Misread, match="no kind"):
        desk.start(f"lyon-ux {line}")


def after(minutes: int) -> datetime:
    return THURSDAY + timedelta(minutes=minutes)


def test_a_paused_timer_stands_still_and_goes_on_by_a_start_alone(desk: Desk, at: At) -> None:
    desk.start("w lyon-ux")
    assert at(after(10)).pause().words == "Paused Lyon UX at 10 min"
    later = at(after(30))
    assert known(later.report()).logged.watching == 10
    with pytest.raises(Refused, match="has been paused since 18:50"):
        later.pause()
    assert later.start("").words == "Lyon UX goes on from 10 min; 20 min not counted"
    with pytest.raises(Refused, match="running already"):
        later.go_on()
    stopped = at(after(45)).stop()
    entry = stopped.entry
    assert entry and (entry.start, entry.minutes, entry.via, entry.placed) == (THURSDAY, 25, "paused", False)
    assert stopped.words == "Logged Thu 26 Nov from 18:40, with a pause, 25 min, watching, Lyon UX"


def test_a_pause_and_its_end_are_undone_one_by_one(desk: Desk, at: At) -> None:
    desk.start("w lyon-ux")
    at(after(10)).pause()
    later = at(after(30))
    later.go_on()
    later.undo()
    assert (timer := later.timer()) and timer.paused == after(10)
    later.undo()
    assert (timer := later.timer()) and (timer.paused, timer.elapsed(after(30))) == (None, 30)


def test_what_is_done_in_a_pause_takes_nothing_from_the_run(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    at(after(10)).pause()
    at(after(30)).log("m 15 pmi 18:50")
    at(after(30)).go_on()
    running = at(after(40))
    assert known(running.report()).logged.hands == 35
    running.stop()
    assert known(running.report()).logged.hands == 35


def test_a_paused_timer_is_stopped_as_it_stands_and_another_started(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    at(after(10)).pause()
    change = at(after(600)).start("w pmi")
    assert any("10 min, contribution, Lyon UX" in note for note in change.notes)
    at(after(601)).pause()
    entry = at(after(602)).stop().entry
    assert entry and (entry.minutes, entry.via, entry.confirmed) == (1, "timer", True)


def test_no_screen_keeps_watch_over_a_timer_that_stands_still(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    at(after(5)).beat()
    at(after(10)).pause()
    at(after(20)).beat()
    assert (timer := desk.timer()) and timer.beat is None
    assert at(after(900)).in_doubt() == ""


def test_a_run_that_cannot_be_right_is_not_paused(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    with pytest.raises(Refused, match="“planner stop” keeps it apart"):
        at(after(200)).pause()
    desk.cancel()
    with pytest.raises(Refused, match="No timer is running"):
        desk.pause()


def test_a_start_said_anew_keeps_what_was_paused_where_it_lies_after_it(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    at(after(10)).pause()
    with pytest.raises(Refused, match="paused since 18:50"):
        at(after(20)).move_start("18:55")
    at(after(30)).go_on()
    at(after(40)).move_start("18:30")
    assert (timer := desk.timer()) and timer.elapsed(after(40)) == 30
    at(after(40)).move_start("19:15")
    assert (timer := desk.timer()) and (timer.elapsed(after(40)), timer.away) == (5, 0)


def test_until_a_time_leaves_the_pause_out_of_what_is_kept(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    at(after(10)).pause()
    at(after(30)).go_on()
    late = at(after(200))
    assert late.in_doubt()
    entry = late.stop("until 19:40").entry
    assert entry and entry.minutes == 40
