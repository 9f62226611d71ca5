from __future__ import annotations

from datetime import timedelta

import pytest

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.domain.kinds import Kind
from tests.desk.conftest import THURSDAY, At


def test_a_stopped_timer_is_an_entry_from_its_start(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux answering")
    entry = at(THURSDAY + timedelta(minutes=25)).stop().entry
    assert entry and (entry.start, entry.minutes, entry.note) == (THURSDAY, 25, "answering")
    assert desk.timer() is None


def test_a_running_timer_counts_at_once(desk: Desk, at: At) -> None:
    desk.start("w lyon-ux")
    assert at(THURSDAY + timedelta(minutes=12)).report().logged.watching == 12


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


def test_a_forgotten_timer_books_nothing_until_it_is_answered_for(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    night = at(THURSDAY + timedelta(hours=5))
    assert night.forgotten()
    change = night.stop()
    assert change.entry and not change.entry.confirmed
    report = night.report()
    assert report.logged.total == 0
    assert [entry.id for entry in report.unconfirmed] == [change.entry.id]
    night.settle(change.entry.id, "usual")
    assert night.report().logged.contribution == 20


@pytest.mark.parametrize(("keep", "minutes"), [("usual", 20), ("all", 90), ("until 19:00", 20)])
def test_a_forgotten_timer_keeps_what_she_says(desk: Desk, at: At, keep: str, minutes: int) -> None:
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


def test_a_silent_heartbeat_makes_a_timer_forgotten(desk: Desk, at: At) -> None:
    desk.start("m lyon-ux")
    at(THURSDAY + timedelta(minutes=5)).beat()
    assert not at(THURSDAY + timedelta(minutes=6)).forgotten()
    assert at(THURSDAY + timedelta(minutes=40)).forgotten()
    at(THURSDAY + timedelta(minutes=6)).beat(quitting=True)
    assert not at(THURSDAY + timedelta(minutes=40)).forgotten()


def test_a_timer_left_overnight_does_not_fill_the_week(desk: Desk, at: At) -> None:
    desk.start("w lyon-ux")
    assert at(THURSDAY + timedelta(minutes=29)).report().logged.watching == 29
    assert at(THURSDAY + timedelta(hours=12)).report().logged.watching == 30  # twice the usual; the rest is asked for


def test_a_forgotten_timer_that_another_one_ends_says_that_it_counts_nowhere(desk: Desk, at: At) -> None:
    desk.start("c lyon-ux")
    notes = at(THURSDAY + timedelta(hours=9)).start("m lyon-ux").notes
    assert notes[0].startswith("Stopped") and "counts nowhere" in notes[1]
