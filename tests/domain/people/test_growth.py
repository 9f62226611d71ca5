"""How the network grew, month by month."""

from __future__ import annotations

from datetime import date

from planner.domain.book import Book
from planner.domain.people.growth import Growth, growth
from planner.domain.people.tie_list import tie_list
from planner.domain.person import Person
from planner.domain.trace import Contact, Trace
from planner.domain.week import Week
from tests.domain.contacts import TODAY, contact


def grown(*contacts: Contact) -> Growth:
    names = ("marie", "paul", "ines")
    oldest_first = tuple(sorted(contacts, key=lambda each: each.start))
    book = Book({}, {}, {name: Person(name, name) for name in names})
    return growth(tie_list(book, [Trace(Week.of(TODAY), oldest_first)], TODAY))


def test_a_month_counts_who_was_met_first_and_who_became_tied() -> None:
    found = grown(contact("m", 70), contact("m", 10), contact("m", 9, ("paul",)), contact("c", 5, ("ines",)))
    assert [(month.first, month.grown.met, month.grown.tied) for month in found.months] == [
        (date(2026, 9, 1), 1, 0),
        (date(2026, 10, 1), 0, 0),
        (date(2026, 11, 1), 1, 1),
    ]
    assert (found.total.met, found.total.tied) == (2, 1)


def test_a_first_meeting_is_in_person_only_where_that_was_said() -> None:
    found = grown(
        contact("m", 9),
        contact("m", 8, form="in person"),
        contact("m", 7, ("paul",), form="event"),
        contact("m", 6, ("ines",), form="phone"),
    )
    assert (found.total.met, found.total.in_person, found.total.remote, found.total.not_said) == (3, 1, 1, 1)


def test_people_come_by_the_group_of_the_first_meeting() -> None:
    found = grown(
        contact("c", 20, group="pmi"),
        contact("m", 9, group="lyon-ux"),
        contact("m", 8, group="pmi"),
        contact("m", 7, ("paul", "ines"), group="alumni"),
    )
    assert dict(found.total.groups) == {"alumni": 2, "lyon-ux": 1}
    assert list(found.total.groups) == ["alumni", "lyon-ux"]


def test_nothing_has_grown_where_nobody_was_met() -> None:
    assert grown(contact("c", 5)).months == () and grown().total.met == 0


def test_months_go_on_over_a_new_year() -> None:
    assert [month.first.month for month in grown(contact("m", 400)).months] == [10, 11, 12, *range(1, 12)]
