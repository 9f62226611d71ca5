"""The line of an appointment. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.clock import Clock
from planner.domain.book import Book
from planner.domain.errors import Misread, PlannerError
from planner.domain.grammar.appointment_line import read_appointment, read_coming_moment
from planner.domain.grammar.quickline import spell
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.person import Person
from planner.domain.texts import clean

LYON = Group("lyon-ux", "lyon-ux", "Lyon UX", usual=Split(20, 60, 15))
PMI = Group("pmi-france", "pmi-france", "PMI France")
MARIE = Person("marie-dupont", "Marie Dupont")
BOOK = Book({}, {each.id: each for each in (LYON, PMI)}, {MARIE.id: MARIE})


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


def test_a_line_says_when_how_long_with_whom_where_what(now: datetime) -> None:
    reading = read_appointment("thu 12:30 45m @marie @Paul lyon-ux coffee by the river", BOOK, now)
    assert reading.problem is None
    assert reading.start and reading.start.isoformat() == "2026-12-03T12:30:00+01:00"
    assert (reading.kind, reading.minutes, reading.group) == (Kind.MEETING, 45, LYON)
    assert (reading.people, reading.new_people) == ((MARIE,), ("Paul",))
    assert (reading.note, reading.form) == ("coffee by the river", "in person")


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("fri 14:00", "2026-11-27T14:00"),
        ("14h fri", "2026-11-27T14:00"),
        ("vendredi 14h30", "2026-11-27T14:30"),
        ("demain 9:00", "2026-11-27T09:00"),
        ("19:00", "2026-11-26T19:00"),
        ("today 20:00", "2026-11-26T20:00"),
        ("thu 19:00", "2026-11-26T19:00"),
        ("thu 12:30", "2026-12-03T12:30"),
        ("4 dec 20:00", "2026-12-04T20:00"),
        ("20:00 4 déc", "2026-12-04T20:00"),
        ("fri 4 dec 20:00", "2026-12-04T20:00"),
        ("vendredi 4 décembre 2026 20:00", "2026-12-04T20:00"),
        ("12/12 20:00", "2026-12-12T20:00"),
        ("in 3 days 10:00", "2026-11-29T10:00"),
        ("dans 3 jours 10:00", "2026-11-29T10:00"),
        ("+3d 10:00", "2026-11-29T10:00"),
        ("next week 10:00", "2026-11-30T10:00"),
        ("next friday 20:00", "2026-11-27T20:00"),
        ("2026-12-04 10:00", "2026-12-04T10:00"),
        ("2026-12-04T10:00", "2026-12-04T10:00"),
        ("fri, 14:00", "2026-11-27T14:00"),
        ("Fri, 4 Dec, 20:00", "2026-12-04T20:00"),
        ("on friday at 14h", "2026-11-27T14:00"),
        ("vendredi à 9", "2026-11-27T09:00"),
        ("a week from friday 10:00", "2026-12-04T10:00"),
        ("lundi en huit 10h", "2026-12-07T10:00"),
        ("lundi 14 h 30", "2026-11-30T14:30"),
        ("fri 4 pm", "2026-11-27T16:00"),
        ("mardi 1 14 h", "2026-12-01T14:00"),
        ("le 4 décembre à 20h", "2026-12-04T20:00"),
        ("3 jan at 9:00", "2027-01-03T09:00"),
        ("29 feb 9:00", "2028-02-29T09:00"),
        ("2027-10-31 02:30", "2027-10-31T02:30"),
    ],
)
def test_when_it_is_lies_ahead(said: str, start: str, now: datetime) -> None:
    reading = read_appointment(f"{said} @marie", BOOK, now)
    assert reading.problem is None
    assert reading.start and reading.start.strftime("%Y-%m-%dT%H:%M") == start
    assert (reading.minutes, reading.note) == (45, "")
    assert read_coming_moment(said, now) == reading.start


@pytest.mark.parametrize(("line", "minutes"), [("fri 14:00 lyon-ux", 60), ("fri 14:00 pmi", 45), ("fri 14:00", 45)])
def test_it_takes_the_groups_usual_length(line: str, minutes: int, now: datetime) -> None:
    reading = read_appointment(line, BOOK, now)
    assert (reading.minutes, reading.usual) == (minutes, True)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("fri 14:00 @marie talk about lyon", "talk about lyon"),
        ('fri 14:00 @marie "lyon-ux" and more', "lyon-ux and more"),
        ("demain 12:30 mon café", "mon café"),
        ("fri 14:00 @marie issue #3", "issue #3"),
        ("rdv fri 14:00 déjeuner", "déjeuner"),
        ("m fri 14:00 lunch", "lunch"),
        ("on fri at 14:00 with @marie and @Paul lunch at home", "lunch at home"),
        ("le 4 déc à 14h avec @marie le café", "le café"),
        ("fri 14:00 with friends", "with friends"),
        ("fri 14:00 sat market", "sat market"),
        ("fri 14:00 🎉 [bold]party[/] \x1b[31mred", "🎉 [bold]party[/] red"),
        ("fri 14:00 " + "x" * 400, "x" * 400),
    ],
)
def test_the_words_left_are_a_title(line: str, title: str, now: datetime) -> None:
    reading = read_appointment(line, BOOK, now)
    assert (reading.note, reading.group, reading.problem) == (title, None, None)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("14:00-15:30", 90), ("14h-15h", 60), ("14h–14h20", 20), ("23:30-00:15", 45), ("2026-12-04T14:00 1h", 60)],
)
def test_the_end_or_the_length_says_minutes(said: str, minutes: int, now: datetime) -> None:
    reading = read_appointment(said if "T" in said else f"fri {said} @marie", BOOK, now)
    assert (reading.problem, reading.minutes, reading.usual, reading.note) == (None, minutes, False, "")


def test_only_a_title_that_begins_with_a_form_says_it(now: datetime) -> None:
    assert read_appointment("fri 14:00 call", BOOK, now).form == "phone"
    assert read_appointment("fri 14:00 about the call for papers", BOOK, now).form is None


def test_what_was_read_is_spelled_as_it_will_be_kept(now: datetime) -> None:
    told = spell(read_appointment("fri 14:00 30 @marie @Paul pmi lunch", BOOK, now), now)
    assert told == (
        "Fri 27 Nov 14:00 to 14:30, 30 min, meeting (in person), PMI France, Marie Dupont, Paul (new), “lunch”"
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("yesterday 12:30 @marie", "has passed"),
        ("last friday 12:30 @marie", "Fri 20 Nov 12:30"),
        ("18:40 @marie", "has passed"),
        ("2026-11-20 12:30", "has passed"),
        ("2026-02-30 12:30", "2026-02-30"),
        ("fri 25:10", "25:10"),
        ("fri at 25", "at 25"),
        ("31 nov 12:30", "31 nov"),
        ("fri 3 dec 12:30", "Thursday"),
        ("2027-03-28 02:30", "a clock change skips that hour. Write 03:30"),
        ("fri @marie", "“fri” has no time"),
        ("fri 14:00 0m", "0m"),
        ("", "with a time"),
    ],
)
def test_a_false_time_is_refused(line: str, why: str, now: datetime) -> None:
    assert why in str(read_appointment(line, BOOK, now).problem)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fri",
        "soon",
        "yesterday 10:00",
        "25:10",
        "fri 3 dec 10:00",
        "fri 10:00 lunch",
        "fri 10:00 45m",
        "fri 10:00-11:00",
        "31 nov 20:00",
        "fri 10:00 @x",
    ],
)
def test_one_moves_to_a_day_and_a_time_ahead(text: str, now: datetime) -> None:
    with pytest.raises(Misread):
        read_coming_moment(text, now)


NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
TELLING = st.sampled_from(
    r"""fri friday ven. 14:00 14h 25:10 9 45m 1h 4 dec 12/12 2026-02-30 2026-12-04T10:00 +3d in dans 3 days next last
    week lyon ux lyon-ux pmi @marie @ #3 "the “open coffee call m rdv mon mar é 東京 -2d""".split()  # noqa: SIM905
)


@given(st.one_of(st.text(max_size=30), st.lists(TELLING, max_size=7).map(" ".join)))
@settings(max_examples=80, deadline=None)
def test_no_text_and_no_beginning_of_one_is_too_much(text: str) -> None:
    for end in range(len(text) + 1):
        reading = read_appointment(text[:end], BOOK, NOW)
        assert isinstance(reading.problem, PlannerError) or (reading.start and reading.start > NOW and reading.minutes)
        assert spell(reading, NOW) == clean(spell(reading, NOW))


@pytest.mark.parametrize(
    ("line", "start", "group", "title"),
    [
        ("tomorrow 12:30 lunch with @marie pmi", "2026-11-27T12:30", PMI, "lunch"),
        ("tomorrow 12:30 coffee in Lyon with @marie", "2026-11-27T12:30", None, "coffee in Lyon"),
        ("in 2 hours @marie pmi call", "2026-11-26T20:40", PMI, "call"),
        ("dans une heure @marie pmi", "2026-11-26T19:40", PMI, ""),
        ("lundi 30 à 10h @marie pmi", "2026-11-30T10:00", PMI, ""),
        ("mar. 1er déc. 10h @marie pmi", "2026-12-01T10:00", PMI, ""),
        ("le 3 à midi @marie pmi", "2026-12-03T12:00", PMI, ""),
        ("on the 3rd at noon @marie pmi", "2026-12-03T12:00", PMI, ""),
    ],
)
def test_lies_ahead(line: str, start: str, group: Group | None, title: str, now: datetime) -> None:
    reading = read_appointment(line, BOOK, now)
    assert reading.problem is None, reading.problem
    assert reading.start and reading.start.isoformat().startswith(start)
    assert (reading.group, reading.note) == (group, title)


def test_a_second_time_is_the_end_if_it_follows_or_marked(now: datetime) -> None:
    assert read_appointment("fri 14:00 16:00 @marie", BOOK, now).minutes == 120
    reading = read_appointment("fri 14:00 @marie 16:00", BOOK, now)
    assert (reading.minutes, reading.read_as_note) == (45, ("16:00",))


@pytest.mark.parametrize("end", ["until 17:00", "jusqu'à 17h"])
def test_an_end_without_a_beginning_is_refused(end: str, now: datetime) -> None:
    assert str(read_appointment(f"fri {end} @marie", BOOK, now).problem).startswith(f"“{end}” says when it ends")


def test_a_meeting_every_friday_is_said_to_be_the_next(now: datetime) -> None:
    reading = read_appointment("coffee every friday 10:00", BOOK, now)
    assert reading.start and reading.start.isoformat().startswith("2026-11-27T10:00")
    assert reading.read_as_note == ("every",)
