"""Two records that may be one person are pointed out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from planner.domain.people.doubles import Likeness, doubles
from planner.domain.person import Person
from tests.calls import steps_of


def found(*people: Person) -> list[tuple[str, str, Likeness]]:
    numbered = [person._replace(id=str(number)) for number, person in enumerate(people)]
    return [(each.one.id, each.other.id, each.why) for each in doubles(numbered)]


def pair(one: str, other: str, company: str = "", other_company: str = "") -> list[Likeness]:
    return [why for _, _, why in found(Person("", one, company=company), Person("", other, company=other_company))]


def test_the_same_e_mail_is_a_double_whatever_the_names() -> None:
    people = Person("", "Marie Dupont", emails=("Marie@acme.org",)), Person("", "M.", emails=("marie@acme.org",))
    assert found(*people, Person("", "Paul"), Person("", "Tom")) == [("0", "1", Likeness.EMAIL)]


@pytest.mark.parametrize("other", ["marie dupont", "Dupont Marie", "DUPONT, Marie", "Màrie Dupônt", "Marie-Dupont"])
def test_order_case_and_accents_make_no_other_name(other: str) -> None:
    assert pair("Marie Dupont", other) == [Likeness.NAME]


def test_a_slip_makes_names_alike_unless_they_work_apart() -> None:
    assert pair("Marie Dupont", "Marie Dupond") == [Likeness.SPELLING]
    assert pair("Marie Dupont", "Marie Dupond", "Acme", "ACME") == [Likeness.SPELLING]
    assert pair("Marie Dupont", "Marie Dupond", "Acme", "Globex") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Paul Roy", "Paul Roux"), ("Marie Dupont", "Paul Dupont"), ("Agent 7", "Agent 8"), ("Ana", "Ina"), ("🎉", "🎊")],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert pair(one, other, "Acme", "Acme") == []


@pytest.mark.parametrize("short", ["M. Dupont", "Dupont M", "Dupont", "Marie"])
def test_a_name_cut_short_needs_the_same_company(short: str) -> None:
    assert pair(short, "Marie Dupont", "Acme", "Acme") == [Likeness.SHORT]
    assert pair(short, "Marie Dupont", "Acme", "Globex") == []


def test_an_initial_needs_the_company() -> None:
    assert pair("M. Dupont", "Marie Dupont") == pair("M. Dupont", "Marie Dupont", "Acme") == []
    assert pair("P. Dupont", "Marie Dupont", "Acme", "Acme") == []


def test_a_first_name_alone_is_a_double_of_the_only_one_called_so() -> None:
    assert pair("Marie", "Marie Dupont") == [Likeness.SHORT]
    assert found(Person("", "Marie"), Person("", "Marie Dupont"), Person("", "Marie Roux")) == []


def test_one_person_twice_over_is_set_beside_the_first_record() -> None:
    assert [pair_[:2] for pair_ in found(*[Person("", "Marie Dupont")] * 3)] == [("0", "1"), ("0", "2")]


def test_the_surest_stand_first_and_each_pair_once() -> None:
    people = (
        Person("", "Marie Dupond"),
        Person("", "Marie Dupont", emails=("m@acme.org",)),
        Person("", "Dupont Marie", emails=("m@acme.org",)),
    )
    assert found(*people) == [("1", "2", Likeness.EMAIL), ("0", "1", Likeness.SPELLING)]


@pytest.mark.parametrize("make", [
    lambda number, chance: " ".join("".join(chance.choices("aeioulmnrst", k=7)) for _ in range(2)),
    lambda number, chance: f"Person {number}",
    lambda number, chance: "Marie Dupont",
    lambda number, chance: "Marie " + "".join(chance.choices("ab", k=6)),
])  # fmt: skip
def test_twice_as_many_people_are_twice_the_work(make: Callable[[int, Random], str]) -> None:
    chance = Random(3)
    people = [
        Person(str(n), make(n, chance), company="Acme", emails=("all@acme.org",) if n % 2 else ()) for n in range(1000)
    ]
    assert steps_of(lambda: doubles(people)) < 3 * steps_of(lambda: doubles(people[:500]))


def test_two_who_were_told_apart_are_left_alone() -> None:
    one, other = Person("0", "Marie Dupont", apart=("1",)), Person("1", "Marie Dupont")
    assert doubles([one, other]) == ()
    assert [(each.one.id, each.other.id) for each in doubles([one, other, Person("2", "marie dupont")])] == [("0", "2")]


def test_two_who_are_connected_under_two_addresses_are_two() -> None:
    one = Person("", "Mai Tran", address="https://linkedin.com/in/mai", known=date(2026, 3, 14))
    other = one._replace(address="https://linkedin.com/in/mai-2")
    assert found(one, other) == []
    assert found(one, other._replace(known=None)) == [("0", "1", Likeness.NAME)]
    assert found(one, one._replace(address="http://www.linkedin.com/in/mai/")) == [("0", "1", Likeness.NAME)]
