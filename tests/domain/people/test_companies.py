"""Companies follow from people and pages: one spelling each, the pages without anybody first."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from planner.domain.book import Book
from planner.domain.errors import Ambiguous, Misread
from planner.domain.group import Group, Nature, Standing
from planner.domain.people.companies import Company, alike, by_company, companies, find_company, searched
from planner.domain.people.company_names import company_key
from planner.domain.people.tie_list import tie_list
from planner.domain.person import Formerly, Person
from planner.domain.trace import Contact, Trace
from planner.domain.week import Week
from tests.domain.contacts import TODAY, contact


def page(name: str, standing: Standing = Standing.SELECTED) -> Group:
    return Group(name.lower(), name.lower(), name, standing, Nature.COMPANY)


def listed(
    people: Iterable[Person], pages: Iterable[Group] = (), contacts: tuple[Contact, ...] = ()
) -> tuple[Company, ...]:
    book = Book({}, {group.id: group for group in pages}, {person.id: person for person in people})
    return companies(tie_list(book, [Trace(Week.of(TODAY), contacts)], TODAY), book)


def names(some: Iterable[Company]) -> list[str]:
    return [company.name for company in some]


@pytest.mark.parametrize("spelling", ["ACME", "acme", "Acme, Inc.", "Acmé", "ACME SARL", "acme  ltd"])
def test_case_accents_and_legal_forms_make_no_other(spelling: str) -> None:
    assert company_key(spelling) == company_key("Acme")


def test_a_name_that_is_a_legal_form_stays_one() -> None:
    assert company_key("SAS") == "sas" and company_key("株式会社") == "株式会社"


def test_three_spellings_are_one_company_as_most_spell_it() -> None:
    people = (
        *(Person("a", "A", "ACME Inc."), Person("b", "B", "Acme"), Person("c", "C", "Acme"), Person("d", "D", "acmé")),
    )
    (acme,) = listed(people)
    assert acme.spellings == ("Acme", "acmé", "ACME Inc.") and len(acme.rows) == 4


def test_pages_without_anybody_come_first_then_the_warmest() -> None:
    people = (Person("a", "A", "Cold"), Person("b", "B", "Warm"), Person("c", "C", "Unmet"), Person("d", "D", "Known"))
    pages = (page("Wanted"), page("Known"), page("Parked", Standing.PARKED))
    met = (contact("m", 200, ("a",)), contact("m", 5, ("b",)), contact("m", 70, ("d",)))
    some = listed(people, pages, met)
    assert names(some) == ["Wanted", "Warm", "Known", "Cold", "Unmet", "Parked"]
    assert [company.wanted for company in some] == [True, False, False, False, False, False]
    warm = some[1]
    assert warm.closest and warm.closest.person.id == "b" and warm.met == 1 and warm.last == met[1].day


def test_who_worked_there_is_told_apart_from_who_does() -> None:
    left = Person("a", "A", "Globex", formerly=(Formerly("Acme", "buyer", TODAY), Formerly("Globex", "", TODAY)))
    some = {company.name: company for company in listed((left,))}
    assert [row.person.id for row in some["Acme"].former] == ["a"] and not some["Acme"].rows
    assert [row.person.id for row in some["Globex"].rows] == ["a"] and not some["Globex"].former


def test_alike_ones_are_offered_the_better_known_spelling_first() -> None:
    people = (Person("a", "A", "Acmee"), Person("b", "B", "Acme"), Person("c", "C", "Acme"), Person("d", "D", "Globex"))
    assert [(one.name, other.name) for one, other in alike(listed(people))] == [("Acme", "Acmee")]
    short = listed((Person("a", "A", "Lumen"), Person("b", "B", "Lumen Conseil")))
    assert [{one.name, other.name} for one, other in alike(short)] == [{"Lumen", "Lumen Conseil"}]
    apart = (
        Person("a", "A", "Studio 7"),
        Person("b", "B", "Studio 8"),
        Person("c", "C", "IBM"),
        Person("d", "D", "ICM"),
    )
    assert alike(listed(apart)) == ()


def test_a_company_is_found_by_its_name_its_beginning_or_a_word() -> None:
    some = listed((Person("a", "A", "Atelier Lumen"), Person("b", "B", "Atelier Nord"), Person("c", "C", "Globex SA")))
    assert find_company("globex", some).name == find_company("GLO", some).name == "Globex SA"
    assert find_company("lumen", some).name == "Atelier Lumen"
    with pytest.raises(Ambiguous, match="Atelier Lumen, Atelier Nord"):
        find_company("atelier", some)
    with pytest.raises(Misread, match="Say which company"):
        find_company("", some)
    with pytest.raises(Misread, match="Nearest: Globex SA"):
        find_company("globecks", some)
    with pytest.raises(Misread, match="no company yet"):
        find_company("acme", ())
    assert names(searched(some, "nor at")) == ["Atelier Nord"]


def test_people_are_listed_company_by_company() -> None:
    people = Person("a", "A"), Person("b", "B", "Globex"), Person("c", "C", "acme"), Person("d", "D", "ACME Inc")
    assert [person.id for person in by_company(people)] == ["c", "d", "b", "a"]
