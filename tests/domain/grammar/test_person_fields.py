"""A person's fields as they are typed, said and read back; what is none is refused in one line that shows it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.domain.book import Book
from planner.domain.errors import Misread
from planner.domain.grammar.fields import Field, fact_fields
from planner.domain.grammar.person_fields import FIELDS, PARTS, checked, read_cadence, read_circle
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
BOOK = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX"), "pmi": Group("pmi", "pmi", "PMI France")}, {})


@pytest.mark.parametrize("name", ["🎉 Zoé", "محمد علي", "王小明", "É" * 300, "[red]Marie[/red]", "O'Neil-Smith, Jr."])
def test_a_name_in_any_script_is_kept_as_it_is(name: str) -> None:
    assert checked({"name": name}, BOOK, NOW)["name"] == name


@pytest.mark.parametrize("name", ["", "  ", "\x1b[31m", "\u202e", "x" * 301])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(Misread):
        checked({"name": name}, BOOK, NOW)


def test_control_codes_are_taken_out_of_every_text() -> None:
    texts = {"company": "Ac\x1b[31mme", "note": "a\nb\x07", "place": " Lyon ", "how_met": "\u202efair"}
    assert checked(texts, BOOK, NOW) == {"company": "Acme", "note": "a b", "place": "Lyon", "how_met": "fair"}


@pytest.mark.parametrize("email", ["marie@acme.org", "m+x@é.fr", ""])
def test_an_e_mail_address_is_kept(email: str) -> None:
    assert checked({"emails": email}, BOOK, NOW)["emails"] == tuple(filter(None, (email,)))


@pytest.mark.parametrize("email", ["marie", "marie @acme.org", "marie@", "@acme", "a@b@c", "Marie <m@acme.org>"])
def test_what_is_no_e_mail_address_is_refused(email: str) -> None:
    with pytest.raises(Misread, match="no e-mail"):
        checked({"emails": email}, BOOK, NOW)


def test_an_address_is_of_the_web() -> None:
    assert checked({"address": "lyon-ux.org/marie"}, BOOK, NOW)["address"] == "https://lyon-ux.org/marie"
    for address in ("javascript:alert(1)", "file:///etc/passwd", "ftp://x.org"):
        with pytest.raises(Misread, match="http"):
            checked({"address": address}, BOOK, NOW)


@pytest.mark.parametrize(("text", "days"), [("1", 1), ("60", 60), (" 90d ", 90), ("30 j", 30), ("3650", 3650)])
def test_a_cadence_is_read_in_days(text: str, days: int) -> None:
    assert read_cadence(text) == days
    assert read_cadence(" ") is read_cadence("–") is None


@pytest.mark.parametrize("text", ["0", "-1", "3651", "often", "1.5", "٣", "9" * 5000])
def test_a_cadence_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(Misread, match="1 to 3650"):
        read_cadence(text)
    assert checked({"cadence": 60}, BOOK, NOW) == {"cadence": 60}


def test_a_circle_is_one_of_four_or_none() -> None:
    assert [read_circle(text) for text in ("Decision-Maker", "decision maker", "peer", "", "none")] == [
        Circle.DECISION_MAKER,
        Circle.DECISION_MAKER,
        Circle.PEER,
        None,
        None,
    ]
    with pytest.raises(Misread, match="boss"):
        read_circle("boss")
    assert checked({"circle": Circle.PEER}, BOOK, NOW) == {"circle": Circle.PEER}


def test_groups_are_found_by_name() -> None:
    assert checked({"groups": "lyon, pmi, Lyon UX"}, BOOK, NOW)["groups"] == ("lyon-ux", "pmi")
    assert checked({"groups": ""}, BOOK, NOW)["groups"] == ()
    with pytest.raises(Misread, match="nowhere"):
        checked({"groups": "nowhere"}, BOOK, NOW)


def field(name: str) -> Field:
    return next(each for each in FIELDS if each.name == name)


@pytest.mark.parametrize("each", FIELDS, ids=lambda each: each.name)
def test_what_is_proposed_reads_back_as_held(each: Field) -> None:
    assert each.read(each.typed(MARIE), BOOK, NOW) == each.value(MARIE)


def test_every_field_but_those_the_app_keeps_can_be_typed() -> None:
    assert set(Person._fields) - {each.name for each in FIELDS} == {
        "id", "dormant", "since", "apart", "sources", "known", "formerly",
    }  # fmt: skip
    assert set(PARTS) <= {each.name for each in FIELDS}


def test_fields_are_said_as_a_person_reads_them() -> None:
    assert field("cadence").said(MARIE, BOOK) == "30 days"
    assert field("groups").said(MARIE, BOOK) == "Lyon UX and PMI France"
    assert field("circle").said(MARIE, BOOK) == "peer"
    assert field("circle").said(MARIE._replace(circle=None), BOOK) == ""


def test_the_circle_turns_round_and_none_is_a_choice() -> None:
    circle, held, seen = field("circle"), MARIE, []
    for _ in range(5):
        held = held._replace(**circle.changed(held, circle.beside(held, 1)))
        seen.append(held.circle)
    assert set(seen) == {None, *Circle}


@pytest.mark.parametrize(("name", "text"), [("cadence", "0"), ("emails", "no address"), ("address", "javascript:x")])
def test_what_may_not_be_kept_is_refused(name: str, text: str) -> None:
    with pytest.raises(Misread, match=text):
        field(name).read(text, BOOK, NOW)


def test_what_a_search_looks_in_begins_with_the_name() -> None:
    assert [each.name for each in FIELDS if each.searched] == ["name", "company", "position", "place", "note"]


def test_what_is_told_beside_the_tie_has_its_order() -> None:
    assert [each.name for each in fact_fields(FIELDS)] == ["how_met", "through", "groups", "note", "emails", "address"]
