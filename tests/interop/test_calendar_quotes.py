"""Quotes and colons that stand loose in a calendar's lines cost nobody their place at the table."""

from __future__ import annotations

from datetime import UTC

import pytest
from icalendar import Event

from planner.desk import Desk
from planner.interop.calendar_quotes import mended
from planner.interop.calendar_values import Guest, guests_of
from tests.interop.calendars import calendar, event
from tests.interop.conftest import Write
from tests.interop.reads import import_ics

LUNCH = "DTSTART;TZID=Europe/Paris:20261203T123000"


def guest(line: str) -> Guest:
    found = Event.from_ical(f"BEGIN:VEVENT\n{mended(line)}\nEND:VEVENT")
    assert isinstance(found, Event) and not found.errors
    (one,) = guests_of(found)
    return one


@pytest.mark.parametrize(
    ("line", "name", "address"),
    [
        ('ATTENDEE;CN=Marie "Mimi" Dupont:mailto:m@example.org', 'Marie "Mimi" Dupont', "m@example.org"),
        ('ATTENDEE;CN="Paul Roy:mailto:p@example.org', "Paul Roy", "p@example.org"),
        ('ATTENDEE;CN=Paul Roy";PARTSTAT=ACCEPTED:mailto:p@example.org', "Paul Roy", "p@example.org"),
        ('ATTENDEE;CN=O"Neil;PARTSTAT=ACCEPTED:mailto:o@example.org', 'O"Neil', "o@example.org"),
        ('ATTENDEE;CN=""Zoé Blanc"":mailto:z@example.org', "Zoé Blanc", "z@example.org"),
        ('ATTENDEE;CN="Anna \\"Ann\\" Novak";ROLE=CHAIR:mailto:a@example.org', 'Anna "Ann" Novak', "a@example.org"),
        ('ATTENDEE;CN=Lou "Lu":MAILTO:l@example.org', 'Lou "Lu"', "l@example.org"),
        ("ATTENDEE;CN=Dupont: Jeanne:mailto:j@example.org", "Dupont: Jeanne", "j@example.org"),
        ('ORGANIZER;CN="M "M" M";SENT-BY="mailto:s@example.org":mailto:m@example.org', 'M "M" M', "m@example.org"),
        ('ATTENDEE;CN="Novak, Anna";CUTYPE=INDIVIDUAL:mailto:n@example.org', "Novak, Anna", "n@example.org"),
        ("ATTENDEE;CN='Al Berg':mailto:al@example.org", "Al Berg", "al@example.org"),
    ],
)
def test_a_guest_has_any_quotes(line: str, name: str, address: str) -> None:
    assert guest(line) == (name, address)


@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY:A: b; c",
        'LOCATION;ALTREP="http://example.org/a:b;c":Chez "Paul": bar',
        "ATTENDEE;CN=Novak, Anna;ROLE=CHAIR:mailto:n@example.org",
        'ATTENDEE;DELEGATED-TO="mailto:a@example.org","mailto:b@example.org":mailto:c@example.org',
        "DTSTART;TZID=Europe/Paris:20261203T123000",
        "ATTENDEE;nonsense",
    ],
)
def test_a_line_that_is_right_or_beyond_help_stays(line: str) -> None:
    assert mended(line) == line


def test_a_zone_with_a_colon_in_its_name_is_read(desk: Desk, write: Write) -> None:
    mumbai = event("DTSTART;TZID=(GMT+05:30) Mumbai:20261203T173000", "DURATION:PT1H")
    (appointment,) = import_ics(desk, write(*calendar(mumbai))).added
    assert appointment.start.astimezone(UTC).isoformat() == "2026-12-03T12:00:00+00:00"


def test_a_title_behind_a_stray_quote_is_read(desk: Desk, write: Write) -> None:
    stray = event(LUNCH, 'SUMMARY;LANGUAGE="fr:Déjeuner', 'ATTENDEE;CN=Marie "Mimi" D:mailto:m@example.org')
    result = import_ics(desk, write(*calendar([line for line in stray if line != "SUMMARY:Lunch"])), people=True)
    (appointment,) = result.added
    assert (appointment.title, appointment.people) == ("Déjeuner", ("marie-mimi-d",))
    assert not result.account.problems
