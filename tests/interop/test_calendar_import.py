"""A calendar read into the appointments, and read again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.errors import Misread, Refused
from planner.domain.person import Person
from planner.interop.calendar_appointments import CalendarImport
from planner.interop.calendar_export import calendar_of
from planner.interop.formats.ics import sentences_of
from planner.store.home import Home
from tests.interop.calendars import calendar, event
from tests.interop.conftest import Write
from tests.interop.reads import import_ics

At = Callable[[int, int], Desk]
LUNCH = "DTSTART;TZID=Europe/Paris:20261203T123000"
WEEKLY = ["DTSTART;TZID=Europe/Paris:20261124T090000", "DURATION:PT45M", "RRULE:FREQ=WEEKLY"]
MAI = "ATTENDEE;CN=Mai Tran:mailto:mai@example.org"


def kept(desk: Desk) -> list[Appointment]:
    return sorted(desk.book().appointments.values(), key=lambda appointment: appointment.start)


def counts(desk: Desk, path: str, *, people: bool = False) -> tuple[int, ...]:
    """Added, moved, cancelled (no longer there, too), already there, left out."""
    result = import_ics(desk, path, people=people)
    changed = map(len, (result.added, result.moved, (*result.cancelled, *result.gone)))
    return (*changed, result.account.already_there, result.account.skipped)


def test_a_meeting_to_come_is_an_appointment_and_nothing_logged(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH, "LOCATION:Café", "CATEGORIES:lyon-ux")))
    result = import_ics(desk, path)
    (appointment,) = kept(desk)
    assert appointment._replace(sources=()) == result.added[0]._replace(sources=())
    assert appointment.id.startswith("ics-") and appointment.uid == "lunch@example.org"
    assert (appointment.minutes, appointment.title, appointment.place) == (45, "Lunch", "Café")
    assert (appointment.group, appointment.calendar, result.without_end) == ("lyon-ux", os.path.realpath(path), 1)
    assert appointment.planned and not desk.report().entries
    assert result.account.document() == {
        "format": "ics",
        "files": 1,
        "read": 1,
        "added": 1,
        "changed": 0,
        "already_there": 0,
        "skipped": 0,
        "kept_back": 0,
        "new_groups": [],
        "new_people": [],
        "minutes": 0,
        "problems": [],
        "reasons": [],
    }


def test_reading_again_adds_nothing_whichever_day_it_is(desk: Desk, at: At, write: Write) -> None:
    path = write(*calendar(event(*WEEKLY), event(LUNCH, uid="b")))
    assert counts(desk, path) == (5, 0, 0, 0, 0)
    assert counts(desk, path) == (0, 0, 0, 5, 0)
    assert counts(at(12, 2), path) == (1, 0, 0, 4, 0)
    assert len({appointment.start for appointment in kept(desk)}) == 6


def test_what_was_moved_or_retitled_is_changed_with_its_sequence(desk: Desk, write: Write) -> None:
    import_ics(desk, write(*calendar(event(*WEEKLY), event(LUNCH, uid="b"))))
    changed = event(
        "RECURRENCE-ID;TZID=Europe/Paris:20261208T090000",
        "DTSTART;TZID=Europe/Paris:20261209T150000",
        "DURATION:PT1H",
        summary="Longer",
    )
    path = write(*calendar(event(*WEEKLY), changed, event(LUNCH, uid="b", summary="Dinner")))
    assert counts(desk, path) == (0, 2, 0, 3, 0)
    moved = [appointment for appointment in kept(desk) if appointment.sequence]
    assert [(one.title, one.minutes, one.sequence) for one in moved] == [("Dinner", 45, 1), ("Longer", 60, 1)]
    assert f"{moved[1].start:%m-%d %H}" == "12-09 15"


def test_what_was_moved_out_of_the_window_is_not_cancelled(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH), event(*WEEKLY, uid="b")))
    import_ics(desk, path)
    away = event(
        "RECURRENCE-ID;TZID=Europe/Paris:20261208T090000", "DTSTART;TZID=Europe/Paris:20270208T090000", uid="b"
    )
    write(*calendar(event(LUNCH.replace("20261203", "20270301")), event(*WEEKLY, uid="b"), away))
    assert counts(desk, path)[:3] == (0, 2, 0)
    assert [f"{appointment.start:%m-%d}" for appointment in kept(desk)][-2:] == ["02-08", "03-01"]


def test_what_is_cancelled_or_gone_is_cancelled_and_comes_back(desk: Desk, write: Write) -> None:
    whole = calendar(event(LUNCH, uid="a"), event(LUNCH, uid="b"), event(LUNCH, uid="c"))
    path = write(*whole)
    import_ics(desk, path)
    write(*calendar(event(LUNCH, "STATUS:CANCELLED", uid="a"), event(LUNCH, uid="b")))
    assert counts(desk, path) == (0, 0, 2, 1, 0)
    assert {one.uid: one.outcome for one in kept(desk)} == {
        "a": Outcome.CANCELLED,
        "b": Outcome.PLANNED,
        "c": Outcome.CANCELLED,
    }
    assert counts(desk, path) == (0, 0, 0, 2, 0)
    write(*whole)
    assert counts(desk, path) == (0, 2, 0, 1, 0)
    assert all(appointment.planned for appointment in kept(desk))


def test_an_event_taken_out_of_a_series_is_cancelled(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(*WEEKLY)))
    import_ics(desk, path)
    write(*calendar(event(*WEEKLY, "EXDATE;TZID=Europe/Paris:20261201T090000")))
    assert counts(desk, path) == (0, 0, 1, 3, 0)


def test_nothing_is_cancelled_by_a_part_that_cannot_be_read(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH, uid="a"), event(LUNCH, uid="b")))
    import_ics(desk, path)
    broken = LUNCH.replace("DTSTART;", "DTSTART;;")
    for text in (
        calendar(event(LUNCH, uid="a"), event(broken, uid="b")),
        calendar(event(LUNCH, uid="a"))[:-1],
        calendar(event(LUNCH, uid="a"), ["BEGIN:VEVENT", "END:VEVENT"]),
    ):
        write(*text)
        assert counts(desk, path)[:3] == (0, 0, 0)


@pytest.mark.parametrize("start", ["20261345T990000", "20260231T120000", "20270101T240000", "00000101", "tomorrow"])
def test_an_event_at_no_time_is_skipped_and_said(desk: Desk, write: Write, start: str) -> None:
    odd = event(f"DTSTART:{start}", uid="odd")
    path = write(*calendar(event(LUNCH), odd))
    result = import_ics(desk, path)
    assert (result.account.read, result.account.added, result.account.skipped) == (2, 1, 1)
    assert [problem.row for problem in result.account.problems if "DTSTART" in problem.why or "start" in problem.why]


def test_what_was_held_or_missed_stays_as_it_is(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH, uid="a"), event(LUNCH, uid="b")))
    import_ics(desk, path)
    a, b = kept(desk)
    desk.keep("answered", appointments=[a._replace(outcome=Outcome.HELD), b._replace(outcome=Outcome.MISSED)])
    write(*calendar(event(LUNCH, uid="a", summary="Other"), event(LUNCH, "STATUS:CANCELLED", uid="b")))
    assert counts(desk, path) == (0, 0, 0, 2, 0)
    write(*calendar())
    assert counts(desk, path) == (0, 0, 0, 0, 0)


def test_a_single_event_that_becomes_a_series_is_not_doubled(desk: Desk, write: Write) -> None:
    single = ["DTSTART;TZID=Europe/Paris:20261201T090000", "DURATION:PT45M"]
    path = write(*calendar(event(*single)))
    import_ics(desk, path)
    write(*calendar(event(*single, "RRULE:FREQ=WEEKLY")))
    assert counts(desk, path) == (3, 1, 0, 0, 0)
    assert counts(desk, path) == (0, 0, 0, 4, 0)
    write(*calendar(event(*single)))
    assert counts(desk, path) == (0, 1, 3, 0, 0)


def test_a_folder_is_one_calendar_and_its_other_files_stay_alone(desk: Desk, write: Write) -> None:
    write(*calendar(event(LUNCH, uid="a")), name="cal/a.ics")
    write(*calendar(event(LUNCH, uid="b")), name="cal/sub/b.ICS")
    write(*calendar(event(LUNCH, uid="a")), name="cal/copy.ics")
    write("#ff0000", name="cal/color")
    path = os.path.dirname(write("nothing", name="cal/.hidden/x.ics"))
    folder = os.path.dirname(path)
    assert counts(desk, folder) == (2, 0, 0, 1, 0), "the copy was read, too"
    Path(folder, "sub", "b.ICS").unlink()
    assert counts(desk, folder) == (0, 0, 1, 2, 0)
    for name in ("a.ics", "copy.ics"):
        Path(folder, name).unlink()
    assert counts(desk, folder) == (0, 0, 1, 0, 0)


def test_a_damaged_file_in_a_folder_is_told_and_the_rest_is_read(desk: Desk, write: Write) -> None:
    write("no calendar", name="cal/a.ics")
    folder = os.path.dirname(write(*calendar(event(LUNCH)), name="cal/b.ics"))
    result = import_ics(desk, folder)
    assert len(result.added) == 1 and result.account.files == 2
    assert [problem.where for problem in result.account.problems] == ["a.ics"]


def test_guests_become_people_only_when_she_says_so(desk: Desk, write: Write) -> None:
    guests = ["ATTENDEE;CN=Ines Okoro:mailto:ines@example.org", "ATTENDEE:mailto:x@example.org", MAI]
    path = write(*calendar(event(LUNCH, *guests)))
    desk.keep("known", people=[Person("ines", "ines okoro"), Person("other", "Mai", emails=("MAI@example.org",))])
    import_ics(desk, path)
    assert kept(desk)[0].people == ("ines", "other")
    assert desk.book().people["ines"].email == ""
    assert counts(desk, path, people=True) == (0, 1, 0, 0, 0)
    people = desk.book().people
    assert [people[id_].name for id_ in kept(desk)[0].people] == ["ines okoro", "Mai", "x@example.org"]
    assert people["ines"].email == "ines@example.org"
    assert people["x-example-org"].since == desk.now().date()


def test_one_undo_takes_all_of_it_back(desk: Desk, write: Write) -> None:
    before = desk.book()
    import_ics(desk, write(*calendar(event(*WEEKLY), event(LUNCH, MAI, uid="b"))), people=True)
    assert desk.undo().words == "Undone: Read 5 meetings of a calendar"
    assert desk.book() == before


def test_a_dry_run_says_the_same_and_changes_nothing(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(*WEEKLY, MAI)))
    said = import_ics(desk, path, people=True, dry_run=True)
    assert not kept(desk) and not desk.book().people
    read = import_ics(desk, path, people=True)
    assert _without_import(said) == _without_import(read)


def test_a_group_she_names_is_that_of_new_appointments(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH)))
    desk.edit_group("lyon-ux", usual=desk.group("lyon-ux").usual._replace(meeting=90))
    import_ics(desk, path, group="lyon")
    assert (kept(desk)[0].group, kept(desk)[0].minutes) == ("lyon-ux", 90)
    with pytest.raises(Misread):
        import_ics(desk, path, group="nowhere")


def test_what_cannot_be_is_refused_with_the_file(desk: Desk, tmp_path: Path, write: Write) -> None:
    (tmp_path / "empty").mkdir()
    for path in (str(tmp_path / "nowhere.ics"), str(tmp_path / "empty"), write("x", name="x.ics")):
        with pytest.raises(Refused, match=os.path.basename(path)):
            import_ics(desk, path)
    for days in (0, -1, 100_000):
        with pytest.raises(Misread):
            import_ics(desk, write(*calendar()), days=days)


# What makes two events, and two guests, the same


def test_several_events_of_one_uid_on_other_days_are_several(desk: Desk, write: Write) -> None:
    days = [event(LUNCH.replace("1203", f"12{day:02}"), "DURATION:PT1H", uid="one") for day in (3, 4, 5)]
    path = write(*calendar(*days))
    assert counts(desk, path) == (3, 0, 0, 0, 0)
    assert counts(desk, path) == (0, 0, 0, 3, 0)
    write(*calendar(*days[:2]))
    assert counts(desk, path) == (0, 0, 1, 2, 0)


def test_one_of_several_of_a_uid_is_moved_from_a_copy_elsewhere(desk: Desk, write: Write) -> None:
    def lunch(day: int) -> list[str]:
        return event(LUNCH.replace("1203", f"12{day:02}"), "DURATION:PT1H", uid="one")

    path = write(*calendar(lunch(3), lunch(4), lunch(10)))
    import_ics(desk, path)
    second = kept(desk)[1]
    account = import_ics(desk, write(*calendar(lunch(3), lunch(7), lunch(10)), name="copy.ics")).account
    assert (account.read, account.added, account.changed, account.already_there) == (3, 0, 1, 2)
    assert [(one.id, f"{one.start:%d}") for one in kept(desk)][1] == (second.id, "07")
    assert len(kept(desk)) == 3
    write(*calendar(lunch(3), lunch(4), lunch(7), lunch(10)))
    assert counts(desk, path)[0] == 1 and len({one.id for one in kept(desk)}) == 4


def test_a_series_whose_rule_moved_is_moved_and_a_day_out_is_not(desk: Desk, at: At, write: Write) -> None:
    path = write(*calendar(event(*WEEKLY)))
    import_ics(desk, path)
    write(*calendar(event(*[line.replace("20261124T09", "20261125T14") for line in WEEKLY])))
    assert counts(desk, path) == (0, 4, 0, 0, 0)
    moved = [line.replace("20261124T09", "20261125T14") for line in WEEKLY]
    write(*calendar(event(*moved, "EXDATE;TZID=Europe/Paris:20261216T140000")))
    assert counts(at(12, 3), path) == (1, 0, 1, 2, 0)


def test_what_is_no_longer_in_a_calendar_was_not_read(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH, uid="a"), event(LUNCH, uid="b")))
    import_ics(desk, path)
    write(*calendar(event(LUNCH, uid="a")))
    result = import_ics(desk, path)
    assert (result.account.read, result.account.changed, result.account.already_there) == (1, 0, 1)
    assert [one.uid for one in result.gone] == ["b"]


def test_two_series_of_one_uid_are_both_there(desk: Desk, write: Write) -> None:
    later = [line.replace("20261124T09", "20261125T14") for line in WEEKLY]
    path = write(*calendar(event(*WEEKLY, uid="one"), event(*later, uid="one")))
    assert counts(desk, path) == (8, 0, 0, 0, 0)
    assert counts(desk, path) == (0, 0, 0, 8, 0)


def test_an_event_that_became_one_of_several_is_not_doubled(desk: Desk, write: Write) -> None:
    lunch = event(LUNCH, "DURATION:PT1H", uid="one")
    path = write(*calendar(lunch))
    import_ics(desk, path)
    write(*calendar(lunch, event(LUNCH.replace("1203", "1204"), "DURATION:PT1H", uid="one")))
    assert counts(desk, path)[0] == 1
    assert len(kept(desk)) == 2


def test_a_meeting_that_outlook_calls_canceled_is_cancelled(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH)))
    import_ics(desk, path)
    for title in ("Canceled: Lunch", "Annulé : Lunch", "Abgesagt: Lunch"):
        write(*calendar(event(LUNCH)))
        import_ics(desk, path)
        write(*calendar(event(LUNCH, summary=title)))
        assert counts(desk, path)[2] == 1
    (told,) = import_ics(
        desk, write(*calendar(event(LUNCH, uid="b", summary="Canceled: X")), name="b.ics")
    ).account.problems
    assert told.why == "it is cancelled"


def names_of(desk: Desk) -> list[tuple[str, ...]]:
    people = desk.book().people
    return [tuple(people[id_].name for id_ in appointment.people) for appointment in kept(desk)]


def test_two_guests_of_one_name_or_of_one_mailbox_are_two(desk: Desk, write: Write) -> None:
    guests = [
        "ATTENDEE;CN=Anna Novak:mailto:a@alpha.example",
        "ATTENDEE;CN=Anna Novak:mailto:a@beta.example",
        "ATTENDEE;CN=Tom Berg:mailto:family@example.org",
        "ATTENDEE;CN=Ida Berg:mailto:family@example.org",
    ]
    path = write(*calendar(event(LUNCH, *guests)))
    import_ics(desk, path, people=True)
    assert names_of(desk) == [("Anna Novak", "Anna Novak", "Tom Berg", "Ida Berg")]
    assert len(desk.book().people) == 4
    assert counts(desk, path, people=True) == (0, 0, 0, 1, 0)


def test_a_guest_named_by_the_address_is_whom_it_belongs_to(desk: Desk, write: Write) -> None:
    guests = ["ORGANIZER;CN=tom@example.org:mailto:tom@example.org", "ATTENDEE;CN=Tom Berg:mailto:tom@example.org"]
    import_ics(desk, write(*calendar(event(LUNCH, *guests))), people=True)
    assert [(one.name, one.emails) for one in desk.book().people.values()] == [("Tom Berg", ("tom@example.org",))]
    assert names_of(desk) == [("Tom Berg",)]


def test_any_of_a_persons_addresses_is_theirs(desk: Desk, write: Write) -> None:
    desk.keep("known", people=[Person("ida", "Ida Berg", emails=("ida@work.example", "ida@home.example"))])
    import_ics(desk, write(*calendar(event(LUNCH, "ATTENDEE:mailto:IDA@home.example"))), people=True)
    assert kept(desk)[0].people == ("ida",) and len(desk.book().people) == 1


# What planner wrote


def test_its_own_calendar_adds_nothing_and_moves_what_was_moved(desk: Desk, write: Write) -> None:
    desk.keep("known", people=[Person("ida", "Ida Berg", emails=("ida@x.org",))])
    desk.add_appointment("thu 12:30 45m lyon-ux @ida coffee")
    desk.add_appointment("3 dec 18:00 1h lyon-ux @ida")
    desk.set_step("ida", "send my notes mon")
    import_ics(desk, write(*calendar(event(*WEEKLY)), name="other.ics"))
    own = calendar_of(desk, everything=True)[0].decode()
    path = write(*own.splitlines(), name="own.ics")
    account = import_ics(desk, path).account
    assert (account.added, account.changed, account.skipped) == (0, 0, 0)
    assert account.already_there == account.read > 6
    write(*own.replace("20261203T170000Z", "20261203T160000Z").splitlines(), name="own.ics")
    (moved,) = import_ics(desk, path).moved
    assert (moved.title, moved.minutes, f"{moved.start:%H:%M}") == ("", 120, "17:00")


def test_steps_and_review_of_another_planner_are_skipped_and_said(
    desk: Desk, thursday: Clock, tmp_path: Path, write: Write
) -> None:
    desk.keep("known", people=[Person("ida", "Ida Berg")])
    desk.add_appointment("3 dec 18:00 1h lyon-ux @ida")
    desk.set_step("ida", "send my notes mon")
    path = write(*calendar_of(desk)[0].decode().splitlines(), name="own.ics")
    empty = Desk(Home(str(tmp_path / "empty"), thursday.now, "a test"), thursday)
    account = import_ics(empty, path, dry_run=True).account
    assert (account.read, account.added, account.already_there, account.skipped) == (3, 1, 0, 2)
    step, review = (problem.why for problem in account.problems)
    assert "next step" in step and "review" in review
    empty.add_group("PMI France")
    assert import_ics(empty, path).account.skipped == 2, "the hour is the same, but it is another's review"
    assert import_ics(empty, path).account.skipped == 2, "and stays so once her meeting is there"
    desk.set_setting("review_hour", "17")
    assert import_ics(desk, path).account.skipped == 1


def test_a_calendar_without_any_event_says_so(desk: Desk, write: Write) -> None:
    with pytest.raises(Refused, match="without any event"):
        import_ics(desk, write(*calendar()))


def test_an_event_twice_in_a_calendar_is_read_twice_added_once(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH), event(LUNCH), event(LUNCH, uid="other@example.org")))
    account = import_ics(desk, path).account
    assert (account.read, account.added, account.already_there) == (3, 2, 1)
    again = import_ics(desk, path).account
    assert (again.read, again.added, again.already_there) == (3, 0, 3)


def test_new_meetings_at_once_or_standing_twice_are_told(desk: Desk, write: Write) -> None:
    at = [("DTSTART:20261203T123000", "DTEND:20261203T133000"), ("DTSTART:20261203T130000", "DTEND:20261203T140000")]
    events = [
        event(*at[0], uid="a", summary="Lunch"),
        event(*at[0], uid="b", summary="Lunch"),
        event(*at[1], uid="c", summary="Talk"),
    ]
    overlaps = import_ics(desk, write(*calendar(*events))).overlaps
    assert [(each.new, each.other, each.double) for each in overlaps] == [
        ("Lunch", "Lunch", True),
        ("Talk", "Lunch", False),
    ]


def test_what_is_outside_of_the_days_is_skipped_and_said(desk: Desk, write: Write) -> None:
    path = write(
        *calendar(
            event(LUNCH),
            event("DTSTART:20261001T100000Z", "DURATION:PT1H", uid="past"),
            event("DTSTART;VALUE=DATE:20261204", uid="day"),
            event("DTSTART:20270310T100000Z", "DURATION:PT1H", uid="march"),
            event("DTSTART:20260105T100000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", uid="over"),
        )
    )
    result = import_ics(desk, path)
    assert (result.events, result.outside) == (5, 3)
    assert (result.account.read, result.account.added, result.account.skipped) == (5, 1, 4)
    rows = [problem.row for problem in result.account.problems if "not in the days" in problem.why]
    assert len(rows) == 3 and all(rows)
    assert import_ics(desk, path).account.read == 5


TALK = "DTSTART:20261201T090000Z", "DTEND:20261201T100000Z"
LATER_TALK = "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z"


def test_a_meeting_that_is_moved_onto_another_one_is_said(desk: Desk, write: Write) -> None:
    desk.add_appointment("1 dec 11:10 1h lyon-ux chat")
    path = write(*calendar(event(*TALK)))
    assert import_ics(desk, path).overlaps == ()
    write(*calendar(event(*LATER_TALK)))
    result = import_ics(desk, path)
    assert [(beside.new, beside.other) for beside in result.overlaps] == [("Lunch", "chat")]
    text = " ".join(sentences_of(result, desk.now()))
    assert "Changed: Lunch on Tue 1 Dec 11:00 (time)." in text and "at the same time as another" in text
    write(*calendar(event(*LATER_TALK, "LOCATION:Café")))
    again = import_ics(desk, path)
    assert again.overlaps == () and again.told == ("Lunch on Tue 1 Dec 11:00 (place)",), "that was said already"


def test_a_meetings_page_is_its_place_or_said_left_out(desk: Desk, write: Write) -> None:
    page = "https://meet.example.org/y"
    import_ics(desk, write(*calendar(event(*TALK, f"URL:{page}"))))
    assert [each.place for each in kept(desk)] == [page]
    result = import_ics(desk, write(*calendar(event(*TALK, "LOCATION:Café", f"URL:{page}"))))
    assert [each.place for each in kept(desk)] == ["Café"]
    assert [problem.why for problem in result.account.problems] == [f"the address of its page was left out: {page}"]


def test_one_event_has_one_line_of_what_is_wrong_in_it(desk: Desk, write: Write) -> None:
    rule = event(*TALK, "RRULE:FREQ=NOPE", uid="a")
    nothing = event("DTSTART:2026120", "RRULE:FREQ=NOPE", uid="b")
    two = event(TALK[0], "DTEND:xx", "RRULE:COUNT=3", uid="c")
    result = import_ics(desk, write(*calendar(rule, nothing, two)))
    assert sorted(problem.why for problem in result.account.problems) == [
        "it has no start that can be read",
        "its DTEND cannot be read; how it repeats cannot be read",
        "its RRULE cannot be read, so only the first of its meetings was taken",
    ]
    assert [each.uid for each in kept(desk)] == ["a"]


def _without_import(imported: CalendarImport) -> CalendarImport:
    """The same but for the import that it is of."""
    added = tuple(each._replace(sources=()) for each in imported.added)
    people = tuple(each._replace(sources=()) for each in imported.people)
    return imported._replace(added=added, people=people, by="")


def test_an_appointment_that_she_removed_does_not_come_back(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH)))
    import_ics(desk, path)
    desk.remove_appointment(kept(desk)[0].id)
    account = import_ics(desk, path).account
    assert (account.added, account.skipped, kept(desk)) == (0, 1, []) and "removed it" in account.problems[0].why
    desk.undo()
    assert import_ics(desk, path).account.already_there == 1


def test_one_of_planners_own_is_moved_and_stays_removed(desk: Desk, tmp_path: Path) -> None:
    desk.add_appointment("thu 3 dec 12:30 45m lyon-ux lunch")
    path = tmp_path / "own.ics"
    path.write_bytes(calendar_of(desk)[0])
    moved = path.read_bytes().replace(b"20261203T1130", b"20261203T1430").replace(b"20261203T1215", b"20261203T1515")
    path.write_bytes(moved)
    import_ics(desk, str(path))
    (appointment,) = kept(desk)
    assert appointment.start.hour == 15, "moved on her telephone, it is moved here and is no second one"
    desk.remove_appointment(appointment.id)
    import_ics(desk, str(path))
    assert kept(desk) == []


def test_her_own_addresses_are_said_once(desk: Desk, write: Write) -> None:
    desk.keep_map(b"# mine\n", "mapped")
    path = write(*calendar(event(LUNCH, MAI, "ATTENDEE;CN=Isabelle:mailto:Me@example.org")))
    import_ics(desk, path, people=True, me=["me@example.org"])
    desk.take_back(1)
    import_ics(desk, path, people=True)
    assert [person.name for person in desk.book().people.values()] == ["Mai Tran"]
    assert b"# mine" in desk.map_text() and b"me@example.org" in desk.map_text()
