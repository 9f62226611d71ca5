"""A quarter made of its weeks' reviews."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planner.domain.book import Book, UnreadBook
from planner.domain.errors import Misread
from planner.domain.group import Group
from planner.domain.kinds import Split
from planner.domain.people.tie_list import tie_list
from planner.domain.person import Person
from planner.domain.quarter import Quarter
from planner.domain.record import WeekRecord
from planner.domain.review import Review, Verdict
from planner.domain.trace import trace_of
from planner.domain.week import Week
from planner.domain.weeks.quarter import QuarterPage, Said, quarter_page, refuse_to_come
from planner.domain.weeks.strands import week_strands
from planner.domain.weeks.trends import Sources, View, trend_weeks
from planner.interop.sections import markdown
from planner.interop.trends_document import quarter_sections, quarter_title
from tests.domain.weeks.trending import PLAN, WEEK, entry

QUARTER, TODAY = Quarter(2026, 4), WEEK.days[3]
CLOSED = datetime(2026, 11, 20, 17, tzinfo=UTC)
BOOK = Book({}, {"lyon": Group("lyon", "lyon", "Lyon UX")}, {"marie": Person("marie", "Marie Dupont")})
MET = [entry("m", 45, back, people=("marie",), form="in person") for back in (5, 2)]
WEEKS = [WEEK.plus(-back) for back in reversed(range(6))]


def record(week: Week, *reviews: Review) -> WeekRecord:
    here = [each for each in (*MET, entry("w", 90, 4), entry("c", 30, 1, "pmi")) if each.week == week]
    return WeekRecord(week, PLAN, tuple(here), reviews, unread=week == WEEK.plus(-3))


def page(book: Book = BOOK) -> QuarterPage:
    first = Review(verdicts={"lyon": Verdict.MORE}, answers={"joy": " the café ", "closer": ""}, closed=CLOSED)
    open_ = Review(2, verdicts={"lyon": Verdict.PARK}, answers={"intention": "Answer first"})
    records = [
        record(week, *{WEEKS[0]: [first], WEEKS[3]: [first._replace(answers={})], WEEKS[4]: [open_]}.get(week, []))
        for week in WEEKS
    ]
    strands = {each.week: week_strands(each.week, each.entries, each.plan) for each in records}
    traces = [trace_of(each.week, each.entries) for each in records]
    rows = tie_list(book, traces, TODAY).rows
    weeks = trend_weeks(WEEKS, WEEK, Sources(strands, traces, rows, [WEEK.plus(-3)], book.unread), View())
    return quarter_page(QUARTER, weeks, records, rows, book, TODAY)


def test_it_counts_its_reviews_and_names_the_weeks_without() -> None:
    assert (page().closed, page().open, page().unread) == (2, (WEEKS[1], WEEKS[4]), (WEEKS[2],))


def test_verdicts_are_of_closed_reviews() -> None:
    assert [(each.group, each.logged, each.verdicts) for each in page().groups] == [
        ("lyon", Split(0, 90, 90), (Verdict.MORE, Verdict.MORE)),
        ("pmi", Split(30), ()),
    ]


def test_what_she_said_stands_by_its_week() -> None:
    assert page().said == (Said(WEEKS[0], joy="the café"), Said(WEEKS[4], intention="Answer first"))


def test_who_became_a_tie_is_named_with_the_day() -> None:
    assert page().tied == (("marie", date(2026, 11, 9)),)
    assert page(UnreadBook({}, {}, {})).tied is None


def test_it_runs_until_its_last_week_is_over() -> None:
    assert page().runs and not page()._replace(today=date(2027, 1, 4)).runs
    refuse_to_come(QUARTER, WEEK)
    with pytest.raises(Misread, match="2027-Q1 is still to come"):
        refuse_to_come(QUARTER.plus(1), WEEK)


def test_as_a_document_it_says_all_of_it() -> None:
    told = markdown(quarter_title(QUARTER), quarter_sections(page(), BOOK))
    assert told.startswith(
        "# Quarter 4 of 2026, 28 September 2026 to 3 January 2027\n\nIn 5 weeks: hands 2h, eyes 1h30."
    )
    for words in (
        "1 person met, 1 in person; 1 tie made; 1 contribution, not known what came back.",
        "Plan kept in 0 of 4 weeks, ",
        "2 reviews closed; none of weeks 44 and 47.",
        "Without what week 2026-W45 held, whose file cannot be read",
        "|  | October | November | total |",
        "| in person | 1 | 1 | 1 |",
        "| Lyon UX | – | 1h30 | 1h30 | 2 times more |",
        "Marie Dupont, Mon 9 Nov",
        "## What you enjoyed\n\nWeek 43: “the café”",
        "## What you meant to do\n\nWeek 47: “Answer first”",
    ):
        assert words in told, words


def test_what_there_was_none_of_is_said() -> None:
    bare = page()._replace(closed=0, tied=(), said=())
    told = markdown("", quarter_sections(bare, BOOK))
    assert "No review of weeks 44 and 47." in told and "Nobody so far." in told
    assert "Nobody.\n" in markdown("", quarter_sections(bare._replace(today=date(2027, 6, 1)), BOOK))
    assert "cannot be read" in markdown("", quarter_sections(bare._replace(tied=None), BOOK))
    assert markdown("T", quarter_sections(QuarterPage(QUARTER, TODAY), BOOK)) == (
        "# T\n\nNothing was planned or logged in it.\n"
    )


def test_a_month_that_cannot_be_read_is_not_an_empty_one() -> None:
    some = page()
    weeks = tuple(each._replace(figures=None) for each in some.months[0].weeks)
    months = (some.months[0]._replace(weeks=weeks), some.months[1])
    assert "| given | ? |" in markdown("", quarter_sections(some._replace(months=months), BOOK))
