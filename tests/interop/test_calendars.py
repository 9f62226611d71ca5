"""Calendars: meetings proposed from them and followed as they move, and what is planned given out to them."""

from __future__ import annotations

import time as clock_time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events

from planner.clock import Clock, SystemZone
from planner.desk import Desk
from planner.domain.appointment import Outcome
from planner.domain.errors import Misread, Refused
from planner.interop import events
from planner.interop.calendar_export import export_ics
from planner.interop.calendars import import_ics
from planner.interop.events import Event, Span
from planner.interop.problem import Problem
from planner.store.home import Home

#: Calendars that once broke a program; each is read where the folder is at hand.
SHARED = Path(__file__).parents[3] / "shared" / "data" / "calendars"
FILES = sorted(SHARED.glob("*.ics"))

At = Callable[[str], Desk]


@pytest.fixture
def at(home: Path, paris: None) -> At:
    """A desk in Paris at a moment; all of them over one home."""

    def desk_at(moment: str) -> Desk:
        zone = SystemZone()
        clock = Clock(zone, datetime.fromisoformat(moment).replace(tzinfo=zone))
        return Desk(Home(str(home), clock.now, "a test"), clock)

    return desk_at


@pytest.fixture
def desk(at: At) -> Desk:
    return at("2026-11-26T09:00")


def event(uid: str = "a@x", start: str = "20261127T110000Z", *lines: str, name: str = "VEVENT") -> str:
    head = [f"BEGIN:{name}", f"UID:{uid}", "DTSTAMP:20261101T000000Z", f"DTSTART:{start}", *lines]
    return "\r\n".join([*head, "SUMMARY:Coffee", f"END:{name}"])


def calendar(tmp_path: Path, *parts: str, name: str = "one.ics") -> str:
    path = tmp_path / name
    path.write_bytes("\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""]).encode())
    return str(path)


def planned(desk: Desk) -> list[tuple[str, int]]:
    """When the planned appointments are, by the wall clock, and how long."""
    return [(f"{each.start:%Y-%m-%d %H:%M}", each.minutes) for each in desk.appointments() if each.planned]


class TestReading:
    def test_a_meeting_is_proposed_and_never_logged(self, desk: Desk, tmp_path: Path) -> None:
        intake = import_ics(desk, calendar(tmp_path, event("a@x", "20261127T110000Z", "DTEND:20261127T113000Z")))
        assert (intake.read, intake.added, intake.problems) == (1, 1, ())
        assert planned(desk) == [("2026-11-27 12:00", 30)]
        assert desk.report().entries == ()

    @pytest.mark.parametrize(
        ("lines", "minutes"),
        [((), 45), (("DURATION:PT1H30M",), 90), (("DTEND:20261127T110000Z",), 45), (("DTEND:20261127T100000Z",), 45)],
    )
    def test_without_a_length_it_is_of_the_usual_one(
        self, desk: Desk, tmp_path: Path, lines: tuple[str, ...], minutes: int
    ) -> None:
        intake = import_ics(desk, calendar(tmp_path, event("a@x", "20261127T110000Z", *lines)))
        assert planned(desk) == [("2026-11-27 12:00", minutes)]
        assert bool(intake.problems) == (lines == ("DTEND:20261127T100000Z",))

    def test_a_time_without_a_zone_is_hers_and_an_unknown_zone_is_said(self, desk: Desk, tmp_path: Path) -> None:
        odd = event("b@x").replace("DTSTART:20261127T110000Z", "DTSTART;TZID=Moon/Crater:20261128T110000")
        intake = import_ics(desk, calendar(tmp_path, event("a@x", "20261127T110000"), odd))
        assert planned(desk) == [("2026-11-27 11:00", 45), ("2026-11-28 11:00", 45)]
        assert "Moon/Crater" in intake.problems[0].why

    def test_a_windows_name_of_a_zone_is_known(self, desk: Desk, tmp_path: Path) -> None:
        named = event().replace("DTSTART:20261127T110000Z", "DTSTART;TZID=Tokyo Standard Time:20261127T200000")
        import_ics(desk, calendar(tmp_path, named))
        assert planned(desk) == [("2026-11-27 12:00", 45)]

    def test_all_day_events_and_those_longer_than_a_day_are_left_out(self, desk: Desk, tmp_path: Path) -> None:
        whole = event("a@x").replace("DTSTART:20261127T110000Z", "DTSTART;VALUE=DATE:20261127")
        intake = import_ics(desk, calendar(tmp_path, whole, event("b@x", "20261127T110000Z", "DURATION:P2D")))
        assert (intake.added, intake.skipped) == (0, 2)

    def test_a_series_follows_the_wall_clock_with_its_exceptions(self, at: At, tmp_path: Path) -> None:
        desk = at("2026-10-19T09:00")
        series = event("s@x").replace(
            "DTSTART:20261127T110000Z",
            "DTSTART;TZID=Europe/Paris:20261020T180000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"
            "EXDATE;TZID=Europe/Paris:20261027T180000",
        )
        moved = event("s@x").replace(
            "DTSTART:20261127T110000Z",
            "RECURRENCE-ID;TZID=Europe/Paris:20261103T180000\r\nDTSTART;TZID=Europe/Paris:20261104T120000",
        )
        import_ics(desk, calendar(tmp_path, series, moved))
        assert [when for when, _ in planned(desk)] == [
            "2026-10-20 18:00", "2026-11-04 12:00", "2026-11-10 18:00"
        ]  # fmt: skip

    @pytest.mark.parametrize("days", [0, 4000])
    def test_a_window_is_of_one_day_to_ten_years(self, desk: Desk, tmp_path: Path, days: int) -> None:
        with pytest.raises(Misread, match=str(days)):
            import_ics(desk, calendar(tmp_path, event()), days)


class TestReadingAgain:
    def test_the_same_file_doubles_nothing(self, desk: Desk, tmp_path: Path) -> None:
        path = calendar(tmp_path, event(), event("b@x", "20261201T110000Z"))
        import_ics(desk, path)
        again = import_ics(desk, path)
        assert (again.added, again.already_there, again.changed, again.cancelled) == (0, 2, 0, 0)
        assert len(desk.appointments()) == 2

    def test_the_same_event_in_two_files_is_one(self, desk: Desk, tmp_path: Path) -> None:
        folder = tmp_path / "calendars"
        folder.mkdir()
        calendar(folder, event())
        calendar(folder, event(), name="two.ics")
        (folder / "notes.txt").write_text("nothing")
        assert import_ics(desk, str(folder)).added == 1

    def test_what_moved_is_moved_and_keeps_whom_she_added(self, desk: Desk, tmp_path: Path) -> None:
        path = calendar(tmp_path, event())
        import_ics(desk, path)
        (meeting,) = desk.appointments()
        marie = desk.add_person("Marie").person or ""
        desk.edit_appointment(meeting.id, people=(marie,))
        calendar(tmp_path, event("a@x", "20261128T090000Z", "LOCATION:Café"))
        intake = import_ics(desk, path)
        (moved,) = desk.appointments()
        assert (intake.changed, moved.id, moved.people, moved.place) == (1, meeting.id, (marie,), "Café")
        assert planned(desk) == [("2026-11-28 10:00", 45)]
        assert moved.sequence > meeting.sequence

    def test_what_was_cancelled_or_is_gone_is_cancelled_and_may_come_back(self, desk: Desk, tmp_path: Path) -> None:
        path = calendar(tmp_path, event(), event("b@x", "20261201T110000Z"))
        import_ics(desk, path)
        calendar(tmp_path, event("a@x", "20261127T110000Z", "STATUS:CANCELLED"))
        assert import_ics(desk, path).cancelled == 2
        assert {each.outcome for each in desk.appointments()} == {Outcome.CANCELLED}
        calendar(tmp_path, event())
        assert import_ics(desk, path).changed == 1
        assert planned(desk) == [("2026-11-27 12:00", 45)]

    def test_what_she_has_answered_for_is_left_alone(self, at: At, tmp_path: Path) -> None:
        at("2026-11-26T09:00").add_group("Lyon UX")
        path = calendar(tmp_path, event("a@x", "20261127T110000Z"))
        import_ics(at("2026-11-27T09:00"), path, group="lyon-ux")
        later = at("2026-11-27T14:00")
        (meeting,) = later.appointments()
        later.hold_appointment(meeting.id)
        calendar(tmp_path, event("a@x", "20261127T180000Z"))
        assert import_ics(later, path).already_there == 1
        assert later.appointments()[0].outcome is Outcome.HELD

    def test_appointments_of_her_own_and_of_other_calendars_stay(self, desk: Desk, tmp_path: Path) -> None:
        desk.add_appointment("fri 14:00 coffee")
        import_ics(desk, calendar(tmp_path, event(), name="other.ics"))
        import_ics(desk, calendar(tmp_path))
        assert len(planned(desk)) == 2

    def test_one_undo_takes_it_all_back_and_a_dry_run_changes_nothing(self, desk: Desk, tmp_path: Path) -> None:
        path = calendar(tmp_path, event(), event("b@x", "20261201T110000Z", "ATTENDEE;CN=Paul Roy:mailto:paul@x.org"))
        assert import_ics(desk, path, dry_run=True).added == 2 and desk.appointments() == ()
        import_ics(desk, path, people=True)
        assert len(desk.book().people) == 1
        desk.undo()
        assert desk.appointments() == () and desk.book().people == {}


class TestGuests:
    GUESTS = ("ORGANIZER;CN=Me:mailto:me@x.org", "ATTENDEE;CN=Paul Roy:mailto:paul@x.org")

    def test_they_become_people_only_when_she_says_so(self, desk: Desk, tmp_path: Path) -> None:
        path = calendar(tmp_path, event("a@x", "20261127T110000Z", *self.GUESTS))
        import_ics(desk, path, mine=["ME@x.org"])
        assert desk.book().people == {} and desk.appointments()[0].people == ()
        import_ics(desk, path, mine=["ME@x.org"], people=True)
        assert [person.name for person in desk.book().people.values()] == ["Paul Roy"]
        assert desk.appointments()[0].people == ("paul-roy",)

    def test_those_she_knows_are_linked_by_e_mail_or_name(self, desk: Desk, tmp_path: Path) -> None:
        desk.add_person("P. Roy", email="paul@x.org")
        import_ics(desk, calendar(tmp_path, event("a@x", "20261127T110000Z", *self.GUESTS)))
        assert desk.appointments()[0].people == ("p-roy",)

    def test_what_she_declined_is_left_out(self, desk: Desk, tmp_path: Path) -> None:
        said_no = event("a@x", "20261127T110000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.org")
        assert import_ics(desk, calendar(tmp_path, said_no), mine=["me@x.org"]).skipped == 1


class TestTrouble:
    def test_a_broken_event_costs_no_other(self, desk: Desk, tmp_path: Path) -> None:
        broken = "BEGIN:VEVENT\r\nUID:b@x\r\nDTSTART:soon\r\nEND:VEVENT"
        timeless = "BEGIN:VEVENT\r\nUID:c@x\r\nSUMMARY:When?\r\nEND:VEVENT"
        intake = import_ics(desk, calendar(tmp_path, broken, timeless, event()))
        assert intake.added == 1
        assert {problem.where for problem in intake.problems} == {"one.ics, event 1", "one.ics, event 2"}

    @pytest.mark.parametrize(
        "content", [b"", b"\xef\xbb\xbf", b"nothing", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\x00"]
    )
    def test_what_is_no_calendar_proposes_nothing(self, desk: Desk, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "odd.ics").write_bytes(content)
        assert import_ics(desk, str(tmp_path / "odd.ics")).added == 0

    def test_another_encoding_is_read_and_said(self, desk: Desk, tmp_path: Path) -> None:
        text = "\r\n".join(["BEGIN:VCALENDAR", event().replace("Coffee", "Café"), "END:VCALENDAR", ""])
        (tmp_path / "old.ics").write_bytes(text.encode("latin-1"))
        intake = import_ics(desk, str(tmp_path / "old.ics"))
        assert desk.appointments()[0].title == "Café" and "Latin-1" in intake.problems[0].why

    def test_a_file_that_is_not_there_is_refused(self, desk: Desk, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="cannot be read"):
            import_ics(desk, str(tmp_path / "none.ics"))

    def test_an_endless_rule_from_1970_is_worked_out_in_no_time(self, desk: Desk, tmp_path: Path) -> None:
        endless = event("d@x", "19700101T090000Z", "RRULE:FREQ=DAILY")
        started = clock_time.perf_counter()
        assert import_ics(desk, calendar(tmp_path, endless)).added == 28
        assert clock_time.perf_counter() - started < 5

    def test_a_rule_that_no_meeting_follows_is_not_worked_out(self, desk: Desk, tmp_path: Path) -> None:
        often = event("d@x", "19700101T090000Z", "RRULE:INTERVAL=1;FREQ=SECONDLY")
        intake = import_ics(desk, calendar(tmp_path, often))
        assert intake.added == 0 and "several times a day" in intake.problems[0].why

    def test_fifty_thousand_events_are_read_in_seconds(self, desk: Desk, tmp_path: Path) -> None:
        day = date(2020, 1, 1)
        many = [event(f"{n}@x", f"{day + timedelta(days=n % 3000):%Y%m%d}T100000Z") for n in range(50_000)]
        started = clock_time.perf_counter()
        intake = import_ics(desk, calendar(tmp_path, *many))
        assert clock_time.perf_counter() - started < 20
        assert intake.read == 50_000 and intake.added + intake.skipped == 50_000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_its_library_says_appears_is_what_appears(file: Path, paris: None) -> None:
    """Each calendar, over all its years: timed instances of at most a day are events here, and no others."""
    zone = SystemZone()
    span = Span(datetime(2000, 1, 1, tzinfo=zone), datetime(2030, 1, 1, tzinfo=zone), zone)
    text = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    found = [each for each in events.read(text, file.name, span) if isinstance(each, Event)]
    expected = _expected(file, span)
    if expected is not None:  # else one broken event keeps the library from reading any
        assert sorted(each.start.timestamp() for each in found) == sorted(expected)


def _expected(file: Path, span: Span) -> list[float] | None:
    try:
        whole = icalendar.Calendar.from_ical(file.read_bytes())
        instances = recurring_ical_events.of(whole, skip_bad_series=True).between(span.first, span.last)
    except (ValueError, KeyError):
        return None
    starts = []
    for each in instances:
        start, end = each["DTSTART"].dt, each.get("DTEND")
        if isinstance(start, datetime):
            length = end.dt - start if end is not None and isinstance(end.dt, datetime) else timedelta()
            local = start.replace(tzinfo=span.zone) if start.tzinfo is None else start
            if length <= timedelta(days=1) and span.first <= local <= span.last:
                starts.append(local.timestamp())
    return starts


class TestGivingOut:
    @pytest.fixture
    def full(self, desk: Desk) -> Desk:
        desk.add_group("Lyon UX")
        desk.add_appointment('fri 14:00 45m @"Marie Dupont" lyon-ux coffee 🍜 ' + "é" * 60, "Café Bellecour")
        desk.set_step("marie", "I owe the deck mon")
        return desk

    def test_it_is_a_calendar_that_other_programs_read(self, full: Desk) -> None:
        text = export_ics(full)
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
        found = {str(each["UID"]): each for each in icalendar.Calendar.from_ical(text).walk("VEVENT")}
        meeting = next(each for uid, each in found.items() if uid.startswith("appointment-"))
        assert meeting["DTSTART"].dt == datetime(2026, 11, 27, 13, tzinfo=UTC)
        assert "é" * 60 in meeting["SUMMARY"] and "🍜" in meeting["SUMMARY"] and meeting["LOCATION"] == "Café Bellecour"
        step = next(each for uid, each in found.items() if uid.startswith("step-"))
        assert step["DTSTART"].dt == date(2026, 11, 30) and step["SUMMARY"].startswith("I owe Marie Dupont")
        assert found["review@planner"]["DTSTART"].dt == datetime(2026, 11, 27, 16)

    def test_uids_stay_and_the_sequence_rises_with_each_change(self, full: Desk) -> None:
        before = icalendar.Calendar.from_ical(export_ics(full)).walk("VEVENT")[0]
        (meeting,) = full.appointments()
        full.move_appointment(meeting.id, "sat 10:00")
        after = icalendar.Calendar.from_ical(export_ics(full)).walk("VEVENT")[0]
        assert before["UID"] == after["UID"] and after["SEQUENCE"] > before["SEQUENCE"]

    def test_the_same_day_gives_the_same_bytes(self, full: Desk) -> None:
        assert export_ics(full) == export_ics(full)

    def test_what_came_from_a_calendar_is_not_given_back(self, desk: Desk, tmp_path: Path) -> None:
        import_ics(desk, calendar(tmp_path, event()))
        assert "appointment-" not in export_ics(desk)


def test_a_problem_names_the_file_and_no_person(paris: None) -> None:
    span = Span(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), UTC)
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nATTENDEE;CN=Marie:mailto:m@x.org\nDTSTART:x\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    told = [each for each in events.read(text, "one.ics", span) if isinstance(each, Problem)]
    assert told and not any("Marie" in each.why or "m@x.org" in each.why for each in told)
