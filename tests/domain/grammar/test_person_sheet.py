"""A person's fields as they are typed, said and read back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.domain.book import Book
from planner.domain.errors import Misread
from planner.domain.grammar.fields import Field
from planner.domain.grammar.person_sheet import FIELDS, PARTS
from planner.domain.group import Group
from planner.domain.person import Circle, Person

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
MARIE = Person(
    "marie",
    "Marie Dupont",
    "Acme",
    "designer",
    "Lyon",
    "https://marie.example",
    ("marie@example.org", "m@home.example"),
    Circle.PEER,
    ("lyon-ux", "pmi"),
    "a fair",
    30,
    "likes tea",
)
GROUPS = {id_: Group(id_, id_, name) for id_, name in (("lyon-ux", "Lyon UX"), ("pmi", "PMI France"))}
BOOK = Book({}, GROUPS, {"marie": MARIE})


def field(name: str) -> Field:
    return next(each for each in FIELDS if each.name == name)


@pytest.mark.parametrize("each", FIELDS, ids=lambda each: each.name)
def test_what_is_proposed_to_be_typed_reads_back_as_what_is_held(each: Field) -> None:
    assert each.read(each.typed(MARIE), BOOK, NOW) == each.value(MARIE)


def test_it_has_every_field_that_a_person_types() -> None:
    own = {"id", "dormant", "since", "apart"}
    assert {each.name for each in FIELDS} == set(Person._fields) - own
    assert set(PARTS) <= {each.name for each in FIELDS}


def test_fields_are_said_as_a_person_reads_them() -> None:
    assert field("cadence").said(MARIE, BOOK) == "30 days"
    assert field("groups").said(MARIE, BOOK) == "Lyon UX and PMI France"
    assert field("circle").said(MARIE, BOOK) == "peer"
    assert field("circle").said(MARIE._replace(circle=None), BOOK) == ""


def test_the_circle_turns_round_and_none_is_one_of_the_choices() -> None:
    circle, held, seen = field("circle"), MARIE, []
    for _ in range(5):
        held = held._replace(**circle.changed(held, circle.beside(held, 1)))
        seen.append(held.circle)
    assert set(seen) == {None, *Circle}


@pytest.mark.parametrize(("name", "text"), [("cadence", "0"), ("emails", "no address"), ("address", "javascript:x")])
def test_what_may_not_be_kept_is_refused(name: str, text: str) -> None:
    with pytest.raises(Misread, match=text):
        field(name).read(text, BOOK, NOW)
