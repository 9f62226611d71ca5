"""The close of a week: what came back, and this week beside the eight before."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from planner.domain.book import Book, UnreadBook
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.people.tie import Stage
from planner.domain.people.week_people import Closer, WeekPeople
from planner.domain.person import Person
from planner.domain.record import WeekRecord
from planner.domain.week import Week
from planner.domain.weeks.close import WeekFigures, beside_table, beside_words, close, close_sections

WEEK = Week(2026, 48)
BOOK = Book({}, {"lyon": Group("lyon", "lyon-ux", "Lyon UX")}, {})


def entry(minutes: int, kind: Kind, back: int = 0, *people: str, echo: Echo | None = None) -> Entry:
    start = datetime.combine(WEEK.plus(-back).monday, time(12), UTC)
    return Entry(f"{kind} {back}", start, minutes, kind, "lyon", people=people, echo=echo, note="an answer")


def weeks(*entries: Entry, unread: int | None = None) -> list[WeekRecord]:
    return [
        WeekRecord(week, entries=tuple(e for e in entries if e.week == week), unread=back == unread)
        for back in reversed(range(10))
        for week in [WEEK.plus(-back)]
    ]


def test_a_week_stands_beside_eight_others_at_most() -> None:
    assert [each.week for each in close(WEEK, weeks(entry(30, Kind.MEETING, 2))).weeks] == [
        *(WEEK.plus(-2), WEEK.plus(-1), WEEK)
    ]
    assert len(close(WEEK, weeks(entry(30, Kind.MEETING, 9), entry(30, Kind.MEETING, 8))).weeks) == 9


def test_what_came_back_is_told_in_the_week_in_which_that_was_said() -> None:
    said = datetime.combine(WEEK.monday, time(9), UTC)
    earlier = entry(20, Kind.CONTRIBUTION, 1, echo=Echo((("reply", 2),), at=said))
    assert close(WEEK, weeks(earlier)).echoes == (earlier,)
    assert close(WEEK.plus(-1), weeks(earlier)).echoes == (earlier,), "which its week's figures count"
    undated = entry(20, Kind.CONTRIBUTION, 0, echo=Echo((("reply", 1),)))
    assert close(WEEK, weeks(undated, entry(9, Kind.CONTRIBUTION, 1, echo=Echo(at=said)))).echoes == (undated,)


def test_that_nothing_came_back_is_said_once_it_is_known() -> None:
    def words(*entries: Entry) -> tuple[str, ...]:
        sections = close_sections(close(WEEK, weeks(*entries)), WeekPeople(), BOOK)
        return next(each.sentences for each in sections if each.title == "What came back")

    silent, asked = entry(20, Kind.CONTRIBUTION, echo=Echo()), entry(9, Kind.CONTRIBUTION)
    assert words(silent) == ("Nothing came back.",)
    assert words(silent, asked) == words(asked) == ("Nothing is known to have come back.",)


def test_a_week_that_cannot_be_read_is_a_dash_and_in_no_mean() -> None:
    told = close(WEEK, weeks(entry(60, Kind.MEETING, 2, "a"), entry(30, Kind.MEETING, 0, "a", "b"), unread=1))
    assert [each.figures for each in told.weeks] == [WeekFigures(60, 0, 1, 0), None, WeekFigures(30, 0, 2, 0)]
    assert [row[2] for row in beside_table(told)[1:]] == ["–"] * 4
    assert beside_words(told)[:2] == ("Given and met: 30 min; 1h a week before.", "Read: 0 min; 0 min a week before.")


def test_what_nobody_has_asked_about_is_not_nothing() -> None:
    figures = close(WEEK, weeks(entry(20, Kind.CONTRIBUTION))).weeks[-1].figures
    assert figures and figures.echoes is None
    told = close(WEEK, weeks(entry(20, Kind.CONTRIBUTION, echo=Echo(at=datetime.now(UTC) + timedelta()))))
    assert told.weeks[-1].figures and told.weeks[-1].figures.echoes == 0
    told = close(WEEK, weeks(entry(20, Kind.CONTRIBUTION), entry(30, Kind.MEETING, echo=Echo())))
    assert told.weeks[-1].figures and told.weeks[-1].figures.echoes is None, "of the meeting alone it is known"
    read = entry(30, Kind.WATCHING, echo=Echo((("invitation", 2),)))
    told = close(WEEK, weeks(entry(20, Kind.CONTRIBUTION), read))
    assert told.weeks[-1].figures and told.weeks[-1].figures.echoes is None, "what reading gave is no echo"
    assert told.echoes == ()


def test_its_words_say_who_came_closer_and_never_take_unknown_for_none() -> None:
    people = WeekPeople(closer=(Closer(Person("m", "Marie"), Stage.IN_TOUCH, Stage.MET),))
    told = close(WEEK, weeks(entry(9, Kind.CONTRIBUTION, echo=Echo((("reply", 2),)))), "the coffee", "write to Paul")
    sections = {section.title: section.sentences for section in close_sections(told, people, BOOK)}
    assert sections["Closer"] == ("Marie: in touch -> met",)
    assert sections["What came back"] == ("Lyon UX, “an answer”: 2 replies",)
    assert sections["Enjoyed"] == ("“the coffee”",) and sections["First act of next week"] == ("Write to Paul",)
    (closer, *_) = close_sections(told, WeekPeople(), UnreadBook({}, {}, {}))
    assert closer.sentences == ("Who came closer is not known.",)
