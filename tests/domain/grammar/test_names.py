"""Groups, people and objectives are found again from little."""

from __future__ import annotations

import pytest

from planner.domain.book import Book
from planner.domain.errors import Ambiguous, Misread
from planner.domain.grammar.names import find_group, find_objective, find_person, known_person, names_in
from planner.domain.group import Group
from planner.domain.objective import Objective
from planner.domain.person import Person
from planner.domain.texts import slug
from tests.calls import steps_of


def book_of(*groups: str, people: tuple[str, ...] = (), objectives: tuple[str, ...] = ()) -> Book:
    return Book(
        {slug(title): Objective(slug(title), title) for title in objectives},
        {slug(name): Group(slug(name), slug(name), name) for name in groups},
        {slug(name): Person(slug(name), name) for name in people},
    )


BOOK = book_of("Lyon UX", "PMI France", "Alumni Lyon", "Société des Œuvres", "東京", "🎉 🎉")


# Groups --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["lyon-ux", "Lyon UX", "LYON ux", "lyon", "ly", "ux", "lyonux", "lyon u"])
def test_a_group_is_found_by_slug_name_or_a_words_beginning(text: str) -> None:
    assert find_group(text, BOOK).slug == "lyon-ux"


def test_accents_and_joined_letters_need_not_be_typed() -> None:
    assert find_group("societe des oeuvres", BOOK).name == "Société des Œuvres"


@pytest.mark.parametrize("name", ["東京", "🎉 🎉"])
def test_a_name_in_any_script_is_found(name: str) -> None:
    assert find_group(name, BOOK).name == name


@pytest.mark.parametrize("text", ["lynux", "lxon-ux", "lyon-xu", "lux", "lyux", "lyx"])
def test_a_hasty_spelling_is_found_if_one_group_is_meant(text: str) -> None:
    assert find_group(text, BOOK).slug == "lyon-ux"


def test_a_hasty_spelling_is_not_guessed_where_only_names_are_taken() -> None:
    with pytest.raises(Misread):
        find_group("lynux", BOOK, fuzzy=False)


def test_the_beginning_of_a_name_goes_before_a_later_word() -> None:
    assert find_group("alumni", book_of("Alumni Lyon", "Lyon Alumni Club")).slug == "alumni-lyon"


def test_a_full_name_goes_before_a_longer_one_that_begins_with_it() -> None:
    assert find_group("lyon", book_of("Lyon UX", "Lyon")).slug == "lyon"


def test_an_ambiguous_name_is_refused_with_the_candidates() -> None:
    with pytest.raises(Ambiguous, match="lyon-tech, lyon-ux") as refusal:
        find_group("lyon", book_of("Lyon UX", "PMI France", "Lyon Tech"))
    assert refusal.value.candidates == ("lyon-tech", "lyon-ux")


def test_two_hasty_matches_are_refused_too() -> None:
    with pytest.raises(Ambiguous):
        find_group("lyonuv", book_of("Lyon UX", "Lyon UI"))


def test_an_unknown_group_is_refused_with_the_nearest_and_the_way() -> None:
    with pytest.raises(Misread, match=r"“toulouse”.*planner group add"):
        find_group("toulouse", BOOK)
    with pytest.raises(Misread, match="nor any yet"):
        find_group("toulouse", book_of())


# People and objectives -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["marie-dupont", "Marie Dupont", "marie", "MARIE", "Marie-Dupont"])
def test_a_person_is_found_by_the_first_words_of_the_name(text: str) -> None:
    found = find_person(text, book_of(people=("Marie Dupont", "Paul Roux")))
    assert found and found.name == "Marie Dupont"


def test_part_of_a_word_is_somebody_new_so_that_paul_is_not_pauline() -> None:
    assert find_person("paul", book_of(people=("Pauline Roux",))) is None


def test_two_maries_are_told_apart() -> None:
    with pytest.raises(Ambiguous) as refusal:
        find_person("marie", book_of(people=("Marie Dupont", "Marie Roux")))
    assert refusal.value.candidates == ("@marie-dupont", "@marie-roux")
    found = find_person("marie", book_of(people=("Marie", "Marie Roux")))
    assert found and found.name == "Marie"


@pytest.mark.parametrize("text", ["visible", "vis", "Be visible", "deciders"])
def test_an_objective_is_found_by_a_beginning_in_it(text: str) -> None:
    assert (
        find_objective(text, book_of(objectives=("Be visible to deciders", "Meet peers"))).id
        == "be-visible-to-deciders"
    )


def test_an_unknown_objective_is_refused_with_those_there_are() -> None:
    with pytest.raises(Misread, match=r"“#sales”.*#visibility"):
        find_objective("sales", book_of(objectives=("Visibility",)))
    with pytest.raises(Ambiguous):
        find_objective("m", book_of(objectives=("Meet peers", "Meet deciders")))


def test_two_people_of_one_name_are_told_apart_by_their_ids() -> None:
    book = book_of(people=("Marie Dupont",))
    book = book._replace(people={**book.people, "marie-dupont-2": Person("marie-dupont-2", "Marie Dupont")})
    with pytest.raises(Ambiguous, match="@marie-dupont, @marie-dupont-2"):
        find_person("Marie Dupont", book)
    found = find_person("marie-dupont", book)
    assert found and found.id == "marie-dupont"


def test_many_candidates_are_not_all_listed() -> None:
    with pytest.raises(Ambiguous) as raised:
        find_person("marie", book_of(people=tuple(f"Marie {letter * 3}" for letter in "abcdefghijklm")))
    assert len(raised.value.candidates) == 13 and str(raised.value).count("@") == 10


@pytest.mark.parametrize("text", ["@marie", "Marie", "dupont", "dupont marie", "marie-dupont"])
def test_a_person_in_the_book_is_found_by_any_word(text: str) -> None:
    assert known_person(text, book_of(people=("Marie Dupont", "Paul Roux"))).id == "marie-dupont"


@pytest.mark.parametrize("text", ["🎉", "محمد علي", "東京 さん"])
def test_a_person_in_any_script_is_found(text: str) -> None:
    assert known_person(text, book_of(people=(text, "Paul Roux"))).name == text


def test_somebody_not_in_the_book_is_refused_with_nearest_names() -> None:
    with pytest.raises(Misread, match=r"Marie Dupont \(@marie-dupont\)"):
        known_person("mari dupon", book_of(people=("Marie Dupont", "Paul Roux")))
    with pytest.raises(Misread, match="nor anybody yet"):
        known_person("marie", book_of())
    with pytest.raises(Ambiguous):
        known_person("roux", book_of(people=("Marie Roux", "Paul Roux")))


def test_a_beginning_of_many_names_is_found_without_asking_all() -> None:
    """A line may say a thousand of them, and is read at every key."""
    people = {f"p{n}": Person(f"p{n}", f"Marie Number{n}") for n in range(2000)}
    book = Book({}, {}, people)

    def find() -> None:
        with pytest.raises(Ambiguous) as refused:
            find_person("num", book)
        found.append(refused.value)

    found: list[Ambiguous] = []
    find()
    assert steps_of(find) < 500
    assert found[1].candidates[:2] == ("@p0", "@p1") and "…" in str(found[1])


def test_a_list_of_names_is_parted_by_commas_or_by_their_marks() -> None:
    assert names_in("@marie @paul, Émile Zola") == ["marie", "paul", "Émile Zola"]


@pytest.mark.parametrize("text", ["@", "@,", ",", " ", "@ , #"])
def test_marks_and_commas_alone_take_nobody_away(text: str) -> None:
    with pytest.raises(Misread, match="names nothing"):
        names_in(text)


def test_an_empty_list_takes_all_away() -> None:
    assert names_in("") == []
