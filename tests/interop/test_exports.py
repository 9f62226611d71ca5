"""Calendars and contacts for other programs, read back by the libraries that others use."""

from __future__ import annotations

import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar, Event

from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.errors import Refused, StoreError
from planner.domain.person import Circle, Person
from planner.domain.step import Owed, Step, StepState
from planner.interop.calendar_export import calendar_of
from planner.interop.contact_export import cards_of
from planner.interop.exports import write_export
from tests.interop.calendars import calendar, event
from tests.interop.conftest import Write
from tests.interop.reads import import_ics, import_vcard

THURSDAY = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)
LONG = (
    "Un thé 🫖 avec Zoë, à propos de la conférence 👩🏽‍💻 ; et encore plus longtemps que les soixante-quinze octets 🎉"
)


def events(desk: Desk, *, everything: bool = False) -> dict[str, Event]:
    content, count = calendar_of(desk, everything=everything)
    found = {str(one["UID"]): one for one in Calendar.from_ical(content).walk("VEVENT")}
    assert len(found) == count
    return found  # type: ignore[return-value]


def full(desk: Desk) -> None:
    desk.keep(
        "made",
        people=[Person("zoe", "Zoë"), Person("max", "Max")],
        appointments=[
            Appointment("a", THURSDAY, 45, LONG, ("zoe", "max"), "lyon-ux", place="Café; rue X", sequence=3),
            Appointment("b", THURSDAY, 30, people=("zoe",), outcome=Outcome.CANCELLED),
            Appointment("c", THURSDAY, 30, outcome=Outcome.HELD),
        ],
    )
    with desk._home.change("steps") as kept:
        kept.put_steps(
            [
                Step("s", "zoe", "send the deck", date(2026, 12, 1), Owed.MINE, sequence=2),
                Step("t", "zoe", "done", date(2026, 12, 1), state=StepState.DONE),
            ]
        )


def test_a_calendar_has_appointments_steps_and_review_with_stable_uids(desk: Desk) -> None:
    full(desk)
    found, home = events(desk), desk.home_id()
    assert home and home == desk.home_id() and desk.undo().words == "Undone: steps", "nothing of hers was changed"
    desk.redo()
    assert set(found) == {
        f"{what}@{home}.planner" for what in ("appointment-a", "appointment-b", "step-s", "review-weekly")
    }
    a, b, step = (found[f"{what}@{home}.planner"] for what in ("appointment-a", "appointment-b", "step-s"))
    assert (a["SUMMARY"], a["LOCATION"], a["SEQUENCE"], a["STATUS"]) == (LONG, "Café; rue X", 3, "CONFIRMED")
    assert (a.decoded("DTSTART"), a.decoded("DTEND")) == (THURSDAY, THURSDAY + timedelta(minutes=45))
    assert a["DESCRIPTION"] == "With Zoë and Max\nLyon UX" and "ATTENDEE" not in a
    assert (b["STATUS"], b["SUMMARY"]) == ("CANCELLED", "Meeting with Zoë")
    assert (step["SUMMARY"], step.decoded("DTSTART"), step["TRANSP"]) == (
        "Zoë: send the deck",
        date(2026, 12, 1),
        "TRANSPARENT",
    )
    assert (step["SEQUENCE"], step.decoded("DTSTAMP")) == (2, desk.now().astimezone(UTC))


def test_a_calendar_is_lines_of_75_octets_at_most_and_no_letter_is_cut(desk: Desk) -> None:
    full(desk)
    content, _ = calendar_of(desk)
    assert content.count(b"\n") == content.count(b"\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n")


def test_the_review_stays_at_its_hour_when_the_clocks_change(desk: Desk) -> None:
    content, _ = calendar_of(desk)
    spring = recurring_ical_events.of(Calendar.from_ical(content)).between((2027, 3, 20), (2027, 4, 5))
    assert [one.decoded("DTSTART") for one in spring] == [datetime(2027, 3, 26, 16), datetime(2027, 4, 2, 16)]


def test_the_same_book_is_the_same_calendar(desk: Desk) -> None:
    full(desk)
    assert calendar_of(desk) == calendar_of(desk)


def test_what_a_calendar_gave_is_left_out_unless_it_is_asked_for(desk: Desk, write: Write) -> None:
    import_ics(desk, write(*calendar(event("DTSTART:20261203T123000"))))
    assert set(events(desk)) == {f"review-weekly@{desk.home_id()}.planner"}
    assert len(events(desk, everything=True)) == 2


def test_a_calendar_of_ours_is_read_back_as_it_was(desk: Desk, tmp_path: Path) -> None:
    full(desk)
    path = write_export(str(tmp_path / "out.ics"), "x", calendar_of(desk)[0])
    result = import_ics(desk, path, dry_run=True)
    assert result.account.problems == ()
    assert result.account.already_there == result.account.read > 2  # LONG is as it was, or it would have changed


PEOPLE = [
    Person(
        "zoe",
        "Zoë de la Tour",
        company="Müller; Söhne, GmbH",
        position="Analyst, senior",
        place="Lyon, France",
        address="https://example.org/a;b?c=1,2",
        emails=("zoe@example.org",),
        circle=Circle.PEER,
        groups=("lyon-ux",),
        note=LONG,
    ),
    Person("madonna", "Madonna"),
]


@pytest.mark.parametrize("version", ["4.0", "3.0"])
def test_contacts_are_read_back_as_they_were(desk: Desk, tmp_path: Path, version: str) -> None:
    desk.keep("made", people=PEOPLE)
    content, count = cards_of(desk.book(), version)
    assert count == 2
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    path = write_export(str(tmp_path / "out.vcf"), "x", content)
    zoe, madonna = vobject.readComponents(content.decode())
    assert (zoe.version.value, zoe.n.value.family, madonna.n.value.given) == (version, "de la Tour", "Madonna")
    desk.undo()
    result = import_vcard(desk, path)
    assert result.account.problems == ()
    people = sorted(desk.book().people.values(), reverse=True)
    assert [person._replace(id="", since=None, sources=()) for person in people] == [
        one._replace(id="") for one in PEOPLE
    ]


def test_a_file_is_hers_alone_and_replaces_none_that_is_not_planners(desk: Desk, tmp_path: Path) -> None:
    content, _ = calendar_of(desk)
    path = write_export(str(tmp_path), "planner-2026-11-26.ics", content)
    assert path == str(tmp_path / "planner-2026-11-26.ics")
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    assert write_export(path, "x", content) == path
    other = tmp_path / "work.ics"
    other.write_text("BEGIN:VCALENDAR")
    for target in (str(other), str(tmp_path / "nowhere" / "a.ics")):
        with pytest.raises(StoreError):
            write_export(target, "x", content)
    assert other.read_text() == "BEGIN:VCALENDAR"
    assert {one.name for one in tmp_path.iterdir()} >= {"work.ics"} and not list(tmp_path.glob("*.new"))


def test_an_export_of_nobody_can_be_replaced_and_read(desk: Desk, tmp_path: Path) -> None:
    path = str(tmp_path / "e.vcf")
    for _ in range(2):
        write_export(path, "", cards_of(desk.book())[0])
    with pytest.raises(Refused, match="is empty, so nothing was read"):
        import_vcard(desk, path)
