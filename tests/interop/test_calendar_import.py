"""A calendar read into the appointments, and read again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.errors import Misread, Refused
from planner.domain.person import Person
from planner.interop.calendar_import import import_ics
from tests.interop.calendars import calendar, event
from tests.interop.conftest import Write

At = Callable[[int, int], Desk]
LUNCH = "DTSTART;TZID=Europe/Paris:20261203T123000"
WEEKLY = ["DTSTART;TZID=Europe/Paris:20261124T090000", "DURATION:PT45M", "RRULE:FREQ=WEEKLY"]
MAI = "ATTENDEE;CN=Mai Tran:mailto:mai@example.org"


def kept(desk: Desk) -> list[Appointment]:
    return sorted(desk.book().appointments.values(), key=lambda appointment: appointment.start)


def counts(desk: Desk, path: str, **wishes: bool) -> tuple[int, ...]:
    """Added, moved, cancelled, already there, left out."""
    result = import_ics(desk, path, **wishes)
    changed = map(len, (result.added, result.moved, result.cancelled))
    return (*changed, result.already_there, result.skipped)


def test_a_meeting_to_come_becomes_an_appointment_and_nothing_is_logged(desk: Desk, write: Write) -> None:
    path = write(*calendar(event(LUNCH, "LOCATION:Café", "CATEGORIES:lyon-ux")))
    result = import_ics(desk, path)
    (appointment,) = kept(desk)
    assert appointment == result.added[0]
    assert appointment.id.startswith("ics-") and appointment.uid == "lunch@example.org"
    assert (appointment.minutes, appointment.title, appointment.place) == (45, "Lunch", "Café")
    assert (appointment.group, appointment.calendar, result.without_end) == ("lyon-ux", os.path.realpath(path), 1)
    assert appointment.planned and not desk.report().entries
    assert result.document() == {
        "read": 1,
        "added": 1,
        "moved": 0,
        "cancelled": 0,
        "already_there": 0,
        "skipped": 0,
        "people": 0,
        "problems": [],
    }


def test_reading_again_adds_nothing_whichever_day_it_is(desk: Desk, at: At, write: Write) -> None:
    path = write(*calendar(event(*WEEKLY), event(LUNCH, uid="b")))
    assert counts(desk, path) == (5, 0, 0, 0, 0)
    assert counts(desk, path) == (0, 0, 0, 5, 0)
    assert counts(at(12, 2), path) == (1, 0, 0, 4, 0)
    assert len({appointment.start for appointment in kept(desk)}) == 6


def test_what_was_moved_retitled_or_made_longer_is_changed_with_its_sequence(desk: Desk, write: Write) -> None:
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


def test_what_was_moved_out_of_the_window_is_moved_and_not_cancelled(desk: Desk, write: Write) -> None:
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


def test_nothing_is_cancelled_for_being_in_a_part_that_cannot_be_read(desk: Desk, write: Write) -> None:
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


def test_a_folder_is_one_calendar_and_other_files_in_it_are_left_alone(desk: Desk, write: Write) -> None:
    write(*calendar(event(LUNCH, uid="a")), name="cal/a.ics")
    write(*calendar(event(LUNCH, uid="b")), name="cal/sub/b.ICS")
    write(*calendar(event(LUNCH, uid="a")), name="cal/copy.ics")
    write("#ff0000", name="cal/color")
    path = os.path.dirname(write("nothing", name="cal/.hidden/x.ics"))
    folder = os.path.dirname(path)
    assert counts(desk, folder) == (2, 0, 0, 0, 1)
    Path(folder, "sub", "b.ICS").unlink()
    assert counts(desk, folder) == (0, 0, 1, 1, 1)
    for name in ("a.ics", "copy.ics"):
        Path(folder, name).unlink()
    assert counts(desk, folder) == (0, 0, 1, 0, 1)


def test_a_damaged_file_in_a_folder_is_told_and_the_rest_is_read(desk: Desk, write: Write) -> None:
    write("no calendar", name="cal/a.ics")
    folder = os.path.dirname(write(*calendar(event(LUNCH)), name="cal/b.ics"))
    result = import_ics(desk, folder)
    assert len(result.added) == 1 and result.skipped == 1
    assert [problem.where for problem in result.problems] == ["a.ics"]


def test_guests_become_people_only_when_she_says_so(desk: Desk, write: Write) -> None:
    guests = ["ATTENDEE;CN=Ines Okoro:mailto:ines@example.org", "ATTENDEE:mailto:x@example.org", MAI]
    path = write(*calendar(event(LUNCH, *guests)))
    desk.keep("known", people=[Person("ines", "ines okoro"), Person("other", "Other", email="MAI@example.org")])
    import_ics(desk, path)
    assert kept(desk)[0].people == ("ines", "other")
    assert desk.book().people["ines"].email == ""
    assert counts(desk, path, people=True) == (0, 1, 0, 0, 0)
    people = desk.book().people
    assert [people[id_].name for id_ in kept(desk)[0].people] == ["ines okoro", "Other", "x@example.org"]
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
    assert said == import_ics(desk, path, people=True)


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
