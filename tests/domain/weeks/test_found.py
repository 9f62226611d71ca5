"""What of all that is kept can be found, and how it is called there."""

from __future__ import annotations

from datetime import UTC, date, datetime

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.grammar.findable import Sort
from planner.domain.group import Group, Nature, Standing
from planner.domain.kinds import Kind
from planner.domain.person import Person
from planner.domain.week import Week
from planner.domain.weeks.found import (
    companies_to_find,
    company_names,
    groups_to_find,
    notes_to_find,
    people_to_find,
    weeks_to_find,
)

BOOK = Book(
    {},
    {
        "ux": Group("ux", "lyon-ux", "Lyon UX", Standing.LEFT),
        "acme": Group("acme", "acme", "Acme", nature=Nature.COMPANY),
    },
    {
        "marie": Person("marie", "Marie Dupont", "ACME SA", "buyer", "Lyon"),
        "paul": Person("paul", "Paul Roy"),
    },
)


def test_a_group_that_she_left_is_found_as_such() -> None:
    found = [(thing.id, thing.words, thing.beside) for thing in groups_to_find(BOOK)]
    assert found == [("ux", "Lyon UX", "left"), ("acme", "Acme", "selected")]


def test_a_person_is_found_by_what_they_do_where() -> None:
    marie, paul = people_to_find(BOOK.people.values())
    assert (marie.beside, marie.also, paul.beside) == ("buyer, ACME SA, Lyon", "buyer, ACME SA, Lyon", "")


def test_a_company_that_is_spelled_in_two_ways_is_one() -> None:
    names = company_names(BOOK)
    assert names == ("Acme", "ACME SA")
    known: set[str] = set()
    assert [thing.words for thing in companies_to_find(names, known)] == ["Acme"]
    assert [*companies_to_find(names, known)] == []


def test_weeks_are_found_by_number_and_by_their_days_the_nearest_first() -> None:
    this = Week(2026, 48)
    found = sorted(weeks_to_find([this.plus(-2), this, this.plus(-1)], this), key=lambda thing: thing.order)
    assert [thing.words for thing in found] == [
        "Week 48, 23 to 29 November 2026",
        "Week 47, 16 to 22 November 2026",
        "Week 46, 9 to 15 November 2026",
    ]
    assert found[0].also == "2026-11-23 2026-11-29 w48" and all(thing.quiet for thing in found)


def test_only_notes_that_say_something_are_found_the_newest_first() -> None:
    at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    said = Entry("a", at, 25, Kind.CONTRIBUTION, "ux", note="answered a question")
    later = said._replace(id="b", start=at.replace(day=26), group="nowhere", note="another")
    found = [*notes_to_find([said, later, said._replace(id="c", note="")], BOOK, date(2026, 11, 26))]
    assert [(thing.sort, thing.id, thing.words) for thing in found] == [
        (Sort.NOTE, "b", "another"),
        (Sort.NOTE, "a", "answered a question"),
    ]
    assert found[1].beside.endswith(", Lyon UX")
