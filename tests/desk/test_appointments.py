"""Appointments over a real folder, on Thursday 26 November 2026, 18:40."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.errors import Misread, PlannerError, Refused
from planner.domain.kinds import Kind
from tests.desk.conftest import At
from tests.known import known

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
    assert "Mon 20 Sep 2027 12:30" in desk.move_appointment(arranged(desk).id, "20 sept 12:30").words


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
    assert known(later.report()).logged.meeting == 45
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


def test_of_several_groups_it_is_the_one_that_all_its_people_have(desk: Desk, at: At) -> None:
    desk.add_person("Marie", groups=("lyon-ux", "pmi-france"))
    desk.add_person("Paul", groups=("pmi-france",))
    desk.add_person("Zoé")
    meeting = arranged(desk, "fri 12:30 @marie @paul")
    assert desk.group_of(meeting) == "pmi-france"
    assert desk.group_of(meeting._replace(people=("marie", "paul", "zoe"))) is None
    assert desk.group_of(meeting._replace(people=("zoe", "paul"))) == "pmi-france"
    assert desk.group_of(meeting._replace(group="lyon-ux")) == "lyon-ux"
    with pytest.raises(Misread, match="lyon-ux and pmi-france"):
        at(AFTERWARDS).hold_appointment(arranged(desk, "fri 12:00 @marie").id)


@pytest.mark.parametrize("groups", [(), ("lyon-ux", "pmi-france")])
def test_where_nothing_says_the_group_it_asks_and_names_how(desk: Desk, at: At, groups: tuple[str, ...]) -> None:
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
    with pytest.raises(Refused, match="Fri 27 Nov 12:30, still to come"):
        desk.hold_appointment(meeting.id)
    with pytest.raises(Misread, match=f"25 min. .*planner meet held {meeting.id} --minutes 20"):
        at(FRIDAY + timedelta(minutes=20)).hold_appointment(meeting.id)
    assert at(FRIDAY + timedelta(minutes=20)).hold_appointment(meeting.id, minutes=20).entry


def test_what_was_held_is_closed_and_says_where_to_change_it(desk: Desk, at: At) -> None:
    meeting = arranged(desk)
    later = at(AFTERWARDS)
    entry = later.hold_appointment(meeting.id).entry
    assert entry
    acts: tuple[Callable[[], object], ...] = (
        lambda: later.hold_appointment(meeting.id),
        lambda: later.miss_appointment(meeting.id),
        lambda: later.move_appointment(meeting.id, "4 dec 12:30"),
        lambda: later.edit_appointment(meeting.id, title="lunch"),
    )
    for act in acts:
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


def test_one_across_midnight_is_of_its_first_day_and_held_once_over(desk: Desk, at: At) -> None:
    meeting = arranged(desk, "sun 23:30 1h @marie lyon-ux")  # the next week begins at midnight
    during = at(datetime(2026, 11, 30, 0, 10, tzinfo=UTC))
    assert (during.report().coming, during.report().to_confirm) == ((), ())
    assert during.report(during.this_week().plus(-1)).coming == (meeting,)
    with pytest.raises(Misread, match="--minutes 40"):
        during.hold_appointment(meeting.id)
    later = at(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    entry = later.hold_appointment(meeting.id).entry
    assert entry and str(entry.week) == "2026-W48"
    assert known(later.report(later.this_week().plus(-1))).logged.meeting == 60
    later.undo()
    later.redo()
    assert later.find_appointment(meeting.id).entry == entry.id
    assert later.find_entry(entry.id) == entry


def test_one_that_is_moved_into_another_week_is_of_that_week(desk: Desk) -> None:
    meeting = arranged(desk, "fri 12:30 @marie lyon-ux")
    next_week = desk.this_week().plus(1)
    desk.move_appointment(meeting.id, "fri 4 dec 12:30")
    assert known(desk.report()).meeting_forecast == 0 and desk.report().lines[0].coming == 0
    assert known(desk.report(next_week)).meeting_forecast == 45 and desk.report(next_week).lines[0].coming == 45


def test_in_week_53_and_over_new_year_it_is_where_the_calendar_says(desk: Desk, at: At) -> None:
    meeting = arranged(desk, "31 dec 23:30 1h @marie lyon-ux")
    entry = at(datetime(2027, 1, 1, 9, 0, tzinfo=UTC)).hold_appointment(meeting.id).entry
    assert entry and str(entry.week) == "2026-W53"


def test_a_merge_of_groups_or_people_takes_appointments_and_steps_along(desk: Desk) -> None:
    desk.add_person("Marie Dupont")
    desk.add_person("M. Dupont")
    meeting = arranged(desk, "fri 12:30 @m-dupont @marie-dupont pmi")
    step = desk.set_step("m-dupont", "I owe the deck fri").step
    before = desk.book()
    desk.merge_groups("lyon-ux", "pmi")
    desk.merge_people("marie-dupont", "m-dupont")
    assert desk.find_appointment(meeting.id) == meeting._replace(group="lyon-ux", people=("marie-dupont",))
    assert [(each.step.id, each.person.name) for each in desk.follow_ups()] == [(step, "Marie Dupont")]
    desk.undo()
    desk.undo()
    assert desk.book() == before


def test_who_and_where_a_meeting_is_arranged_are_not_removed(desk: Desk) -> None:
    meeting = arranged(desk)
    with pytest.raises(Refused, match="has 1 appointment,"):
        desk.remove_person("marie")
    with pytest.raises(Refused, match="and 1 appointment, so it stays"):
        desk.remove_group("lyon-ux")
    desk.remove_appointment(meeting.id)
    desk.remove_person("marie")
    desk.remove_group("lyon-ux")


def test_one_waits_for_an_answer_once_its_time_is_over_in_any_week(desk: Desk, at: At) -> None:
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
