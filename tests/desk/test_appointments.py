"""Appointments over a real folder, on Thursday 26 November 2026, 18:40."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.errors import Misread, PlannerError, Refused
from planner.domain.kinds import Kind

from .conftest import At

FRIDAY = datetime(2026, 11, 27, 12, 30, tzinfo=UTC)
AFTERWARDS = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)


def arranged(desk: Desk, line: str = "fri 12:30 45m @marie lyon-ux coffee") -> Appointment:
    """A meeting that was just arranged, as it is kept."""
    return desk.find_appointment(desk.add_appointment(line).appointment)


def test_a_meeting_is_kept_as_it_was_read(desk: Desk) -> None:
    change = desk.add_appointment("fri 12:30 45m @Marie lyon-ux coffee", "Café Bellecour")
    assert change.words == "Arranged Fri 27 Nov 12:30, 45 min, Marie, coffee, Lyon UX"
    assert change.notes == ("New person: Marie",)
    assert desk.find_appointment(change.appointment[:4]) == Appointment(
        change.appointment,
        FRIDAY,
        45,
        title="coffee",
        people=("marie",),
        group="lyon-ux",
        form="in person",
        place="Café Bellecour",
    )
    assert desk.book().people["marie"].groups == ("lyon-ux",)
    desk.undo()
    assert not desk.book().appointments and not desk.book().people


def test_a_line_that_is_off_changes_nothing(desk: Desk) -> None:
    before = desk.stamp()
    for line in ("", "fri @marie", "yesterday 12:30 @marie", "2026-02-30 12:30 @marie", "fri 25:10 @marie"):
        with pytest.raises(Misread):
            desk.add_appointment(line)
    assert desk.stamp() == before


def test_one_that_overlaps_another_is_said_and_kept(desk: Desk) -> None:
    arranged(desk)
    assert desk.add_appointment("fri 13:00 30m @paul").notes[-1] == (
        "It overlaps Fri 27 Nov 12:30, 45 min, marie, coffee, Lyon UX."
    )
    assert desk.add_appointment("fri 13:30 30m @paul").notes == ()
    assert desk.add_appointment("fri 12:00 30m @paul").notes == ()


def test_one_that_no_longer_takes_place_overlaps_nothing(desk: Desk) -> None:
    desk.miss_appointment(arranged(desk).id)
    assert desk.add_appointment("fri 12:30 @paul").notes == ("New person: paul",)


def test_it_is_moved_and_edited_and_counts_its_changes(desk: Desk) -> None:
    meeting = arranged(desk)
    desk.move_appointment(meeting.id, "4 dec 9:00")
    desk.edit_appointment(meeting.id, title="lunch", minutes=60, place="Bellecour", group=None)
    assert desk.find_appointment(meeting.id) == meeting._replace(
        start=datetime(2026, 12, 4, 9, 0, tzinfo=UTC),
        title="lunch",
        minutes=60,
        place="Bellecour",
        group=None,
        sequence=2,
    )


def test_a_day_of_another_year_is_told_with_its_year(desk: Desk) -> None:
    assert "Sat 20 Nov 2027 12:30" in desk.move_appointment(arranged(desk).id, "20 nov 12:30").words


def test_it_is_not_moved_into_the_past(desk: Desk) -> None:
    meeting = arranged(desk)
    with pytest.raises(Misread, match="has passed"):
        desk.move_appointment(meeting.id, "yesterday 12:30")
    assert desk.find_appointment(meeting.id) == meeting


def test_held_makes_the_entry_and_one_undo_takes_both_back(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    later = at(AFTERWARDS)
    change = later.hold_appointment(meeting.id)
    entry = change.entry
    assert entry
    assert (entry.start, entry.minutes, entry.kind, entry.group) == (FRIDAY, 45, Kind.MEETING, "lyon-ux")
    assert (entry.people, entry.form, entry.note, entry.via) == (("marie",), "in person", "coffee", "appointment")
    assert later.find_appointment(meeting.id) == meeting._replace(outcome=Outcome.HELD, entry=entry.id, sequence=1)
    assert later.report().logged.meeting == 45
    later.undo()
    assert later.find_appointment(meeting.id) == meeting
    assert later.report().entries == ()


def test_it_may_have_taken_other_minutes_and_is_told_so(desk: Desk, at: At) -> None:
    change = at(AFTERWARDS).hold_appointment(arranged(desk).id, minutes=20)
    assert change.entry and change.entry.minutes == 20
    assert "20 min" in change.words


def test_without_a_group_it_is_the_only_one_in_common_with_its_people(desk: Desk, at: At) -> None:
    desk.add_person("Marie", groups=("pmi-france",))
    change = at(AFTERWARDS).hold_appointment(arranged(desk, "fri 12:30 @marie @paul").id)
    assert change.entry and change.entry.group == "pmi-france"
    assert "PMI France" in change.words


@pytest.mark.parametrize("groups", [(), ("lyon-ux", "pmi-france")])
def test_where_nothing_says_in_which_group_it_asks_and_names_how(desk: Desk, at: At, groups: tuple[str, ...]) -> None:
    desk.add_person("Marie", groups=groups)
    meeting = arranged(desk, "fri 12:30 @marie")
    later = at(AFTERWARDS)
    with pytest.raises(Misread, match=f"planner meet held {meeting.id} --group lyon-ux"):
        later.hold_appointment(meeting.id)
    assert later.find_appointment(meeting.id) == meeting
    change = later.hold_appointment(meeting.id, group="lyon")
    assert change.entry and change.entry.group == "lyon-ux"


def test_what_has_not_begun_was_not_held(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    with pytest.raises(Refused, match="2026-11-27 12:30, still to come"):
        desk.hold_appointment(meeting.id)
    with pytest.raises(Misread, match="still to come"):
        at(FRIDAY + timedelta(minutes=20)).hold_appointment(meeting.id)
    assert at(FRIDAY + timedelta(minutes=20)).hold_appointment(meeting.id, minutes=20).entry


def test_what_was_held_is_closed_and_says_where_to_change_it(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    later = at(AFTERWARDS)
    entry = later.hold_appointment(meeting.id).entry
    assert entry
    for act in (
        lambda: later.hold_appointment(meeting.id),
        lambda: later.miss_appointment(meeting.id),
        lambda: later.move_appointment(meeting.id, "4 dec 12:30"),
        lambda: later.edit_appointment(meeting.id, title="lunch"),
    ):
        with pytest.raises(Refused, match=f"planner edit {entry.id}"):
            act()
    assert len(later.report().entries) == 1


def test_a_missed_meeting_is_arranged_again_by_moving_it(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    later = at(AFTERWARDS)
    later.miss_appointment(meeting.id)
    assert later.report().to_confirm == ()
    with pytest.raises(Refused, match=f"missed already.*planner meet move {meeting.id}"):
        later.hold_appointment(meeting.id)
    later.move_appointment(meeting.id, "4 dec 12:30")
    assert later.find_appointment(meeting.id).planned


def test_removing_an_appointment_leaves_the_entry_it_became(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    later = at(AFTERWARDS)
    later.hold_appointment(meeting.id)
    later.remove_appointment(meeting.id)
    assert not later.book().appointments
    assert len(later.report().entries) == 1


def test_they_are_listed_the_earliest_first(desk: Desk) -> None:
    last, first = arranged(desk, "4 dec 9:00 @paul"), arranged(desk)
    assert desk.appointments() == (first, last)


def test_one_waits_for_an_answer_once_its_time_has_passed_in_whatever_week(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    assert (desk.report().coming, desk.report().to_confirm) == ((meeting,), ())
    during = at(FRIDAY + timedelta(minutes=10)).report()
    assert (during.coming, during.to_confirm) == ((meeting,), ())
    for moment in (AFTERWARDS, AFTERWARDS + timedelta(days=20)):
        later = at(moment).report()
        assert (later.coming, later.to_confirm) == ((), (meeting,))


def test_an_appointment_that_is_not_there_is_refused(desk: Desk) -> None:
    for act in (desk.find_appointment, desk.hold_appointment, desk.miss_appointment, desk.remove_appointment):
        with pytest.raises(PlannerError, match="no appointment “7k2p”"):
            act("7k2p")


def test_what_a_group_serves_is_served_by_the_meeting_that_was_held(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    desk.add_objective("Visibility")
    desk.edit_group("lyon-ux", objectives=("visibility",))
    change = at(AFTERWARDS).hold_appointment(meeting.id)
    assert change.entry and change.entry.objectives == ("visibility",)
    assert change.entry.day == date(2026, 11, 27)
