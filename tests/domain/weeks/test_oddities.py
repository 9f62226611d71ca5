"""What the records say that can hardly be so."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.record import WeekRecord
from planner.domain.step import Step
from planner.domain.timer import Timer
from planner.domain.week import Week
from planner.domain.weeks.oddities import odd_in_book, odd_in_weeks, odd_timer

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=timezone(timedelta(hours=1)))
WEEK = Week(2026, 48)
BOOK = Book({}, {"ux": Group("ux", "ux", "UX")}, {"marie": Person("marie", "Marie")})


def entry(id_: str, start: datetime = NOON, minutes: int = 30, **fields: object) -> Entry:
    return Entry(id_, start, minutes, Kind.MEETING, "ux", timed=True)._replace(**fields)  # type: ignore[arg-type]


def said(*entries: Entry, book: Book | None = BOOK, plan: Plan | None = None) -> list[str]:
    return [odd.what for odd in odd_in_weeks([WeekRecord(WEEK, plan, entries)], book)]


def test_entries_one_after_the_other_are_not_odd() -> None:
    assert said(entry("a"), entry("b", NOON + timedelta(minutes=30))) == []


def test_two_things_at_once_are_said_once_for_each_later_one() -> None:
    inside, after = entry("b", NOON + timedelta(minutes=10), 5), entry("c", NOON + timedelta(minutes=20))
    assert said(entry("a"), inside, after) == [
        "b of Thu 26 Nov 12:10 overlaps a of Thu 26 Nov 12:00",
        "c of Thu 26 Nov 12:20 overlaps a of Thu 26 Nov 12:00",
    ]


def test_lines_typed_in_a_row_overlap_only_where_they_are_the_same() -> None:
    typed = entry("a", timed=False), entry("b", NOON + timedelta(minutes=10), timed=False)
    assert said(*typed) == []
    assert said(typed[0], entry("b", timed=False)) == ["b of Thu 26 Nov 12:00 says the same as a of Thu 26 Nov 12:00"]


def test_entries_may_overlap_where_one_time_was_not_said() -> None:
    known, later = entry("a"), entry("b", NOON + timedelta(minutes=10))
    words = "b of Thu 26 Nov 12:10 may overlap a of Thu 26 Nov 12:00: the time of {} was not said"
    assert said(known, later._replace(timed=False)) == [words.format("b")]
    assert said(known._replace(timed=False), later) == [words.format("a")]
    assert said(known._replace(timed=False), entry("b", NOON + timedelta(minutes=30))) == []


def test_what_is_logged_twice_is_a_double_and_no_mere_overlap() -> None:
    (odd,) = odd_in_weeks([WeekRecord(WEEK, None, (entry("a"), entry("b")))], BOOK)
    assert (odd.oddness, odd.ids) == ("double", ("b", "a"))


def test_an_overlap_over_the_border_of_two_weeks_is_seen() -> None:
    late = datetime(2026, 11, 29, 23, 50, tzinfo=NOON.tzinfo)
    weeks = [
        WeekRecord(WEEK, None, (entry("a", late),)),
        WeekRecord(WEEK.plus(1), None, (entry("b", late + timedelta(minutes=15)),)),
    ]
    assert [(odd.oddness, odd.week, odd.ids) for odd in odd_in_weeks(weeks, BOOK)] == [
        ("overlap", WEEK.plus(1), ("b", "a"))
    ]


def test_over_a_day_an_open_run_and_the_wrong_week_are_said() -> None:
    assert said(entry("a", minutes=1441)) == ["a of Thu 26 Nov 12:00 lasts 24h01, over a day"]
    assert said(entry("a", confirmed=False)) == [
        "a of Thu 26 Nov 12:00 is a run that nobody has ended: say what to keep of it"
    ]
    assert said(entry("a", NOON - timedelta(days=7))) == ["a of Thu 19 Nov 12:00 belongs to 2026-W47"]


def test_a_run_that_nobody_has_ended_overlaps_nothing() -> None:
    assert len(said(entry("a", confirmed=False), entry("b"))) == 1


def test_names_that_point_to_nothing_are_said_wherever_they_stand() -> None:
    off = entry("a", group="pmi", people=("paul",), objectives=("fame",))
    assert said(off, plan=Plan({"ux": Split(10), "old": Split(5)})) == [
        "a of Thu 26 Nov 12:00 names the group “pmi”, which is not there",
        "a of Thu 26 Nov 12:00 names the person “paul”, who is not there",
        "a of Thu 26 Nov 12:00 names the objective “fame”, which is not there",
        "the plan names the group “old”, which is not there",
    ]
    assert said(off, book=None) == []
    book = Book(
        {},
        {"ux": Group("ux", "ux", "UX", objectives=("fame",))},
        {"marie": Person("marie", "Marie", groups=("pmi",))},
        {"s": Step("s", "paul", "send the deck", NOON.date())},
        {"m": Appointment("m", NOON, 30, people=("paul",), group="pmi")},
    )
    assert [(odd.ids, odd.what.split(" names ")[1].split(",")[0]) for odd in odd_in_book(book)] == [
        (("ux",), "the objective “fame”"),
        (("marie",), "the group “pmi”"),
        (("s",), "the person “paul”"),
        (("m",), "the person “paul”"),
        (("m",), "the group “pmi”"),
    ]


def test_a_timer_that_runs_for_days_is_said() -> None:
    timer = Timer(NOON, Kind.MEETING, "ux")
    assert list(odd_timer(timer, NOON + timedelta(hours=24), BOOK)) == []
    assert [odd.what for odd in odd_timer(timer, NOON + timedelta(hours=25), BOOK)] == [
        "a timer runs since Thu 26 Nov 12:00"
    ]


def test_meetings_to_come_at_the_same_time_are_said() -> None:
    one, two, gone = (
        Appointment("a", NOON, 60, "Talk"),
        Appointment("b", NOON + timedelta(minutes=30), 60),
        Appointment("c", NOON, 60, "Off", outcome=Outcome.CANCELLED),
    )
    book = BOOK._replace(appointments={each.id: each for each in (one, two, gone)})
    (odd,) = odd_in_book(book)
    assert (odd.oddness, odd.week, odd.ids) == ("overlap", None, ("b", "a"))
    assert odd.what == "“Meeting” of Thu 26 Nov 12:30 overlaps “Talk” of Thu 26 Nov 12:00"
