"""Anything is found by the beginnings of its words, the most used first; what is not found costs nothing."""

from __future__ import annotations

import pytest

from planner.domain.grammar.findable import Index, Section, Sort, Thing, by_use, matched
from planner.domain.week import Week

MARIE = Thing(Sort.PERSON, "marie", "Marie Dupont", "Acme, Écully", "Acme, Écully")
MARC = Thing(Sort.PERSON, "marc", "Marc Perrin")
JULIE = Thing(Sort.PERSON, "julie", "Julie Martin")
LYON = Thing(Sort.GROUP, "lyon-ux", "Lyon UX")
METRO = Thing(Sort.GROUP, "metro", "Métropole économie")
ARRANGE = Thing(Sort.ACTION, "week.arrange", "Arrange a meeting", right="A")
RESTORE = Thing(Sort.ACTION, "all.restore", "Restore the backup of 2 May", quiet=True)
MARKET = Thing(Sort.NOTE, "e1", "call about the local market", quiet=True)
MAY = Thing(Sort.WEEK, "2026-W18", "Week 18, 27 April to 3 May 2026", quiet=True)


@pytest.fixture
def index() -> Index:
    """One of each."""
    index = Index()
    index.put("all", (MARIE, MARC, JULIE, LYON, METRO, ARRANGE, RESTORE, MAY))
    index.put_notes(Week(2026, 40), [MARKET])
    return index


def names(sections: tuple[Section, ...]) -> list[str]:
    return [thing.id for section in sections for thing in section.things]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mari", ["marie"]),
        ("mar", ["marie", "marc", "julie", "e1"]),
        ("dupont marie", ["marie"]),
        ("acme", ["marie"]),
        ("ecul", ["marie"]),
        ("METRO éco", ["metro"]),
        ("arie", []),
        ("zzz", []),
        ("marie lyon", []),
    ],
)
def test_words_begin_as_typed(index: Index, typed: str, found: list[str]) -> None:
    assert names(index.find(typed, {}, 5)) == found


def test_notes_are_looked_in_from_two_letters_on(index: Index) -> None:
    assert "e1" not in names(index.find("m", {}, 5))
    assert "e1" in names(index.find("ma", {}, 5))


def test_what_is_used_most_comes_first_and_so_does_its_sort(index: Index) -> None:
    assert names(index.find("mar", {"person:marc": 2, "person:marie": 1}, 5))[:2] == ["marc", "marie"]
    assert [section.sort for section in index.find("m", {}, 5)] == [Sort.GROUP, Sort.PERSON, Sort.ACTION, Sort.WEEK]
    assert index.find("m", {"person:julie": 1}, 5)[0].things[0] == JULIE
    assert by_use(["a", "b", "c"], {"c": 3, "b": 1}) == ["c", "b", "a"]


def test_a_figure_is_whole_before_it_is_a_beginning() -> None:
    index = Index()
    index.put("weeks", [Thing(Sort.WEEK, f"w{n}", f"Week {n}", order=60 - n) for n in (4, 40, 45)])
    assert names(index.find("week 4", {}, 5)) == ["w4", "w45", "w40"]


def test_what_is_meant_comes_first_whatever_its_words_are(index: Index) -> None:
    assert names(index.find("12 nov", {}, 5, meant="week:2026-W18")) == ["2026-W18"]
    assert names(index.find("mar", {"person:marie": 9}, 5, meant="person:julie"))[:2] == ["julie", "marie"]
    assert names(index.find("zzz", {}, 5, meant="week:1999-W01")) == []


def test_what_may_be_grave_comes_last(index: Index) -> None:
    assert names(index.find("ma", {}, 5))[-1] != "week.arrange"
    assert names(index.find("may", {}, 5)) == ["2026-W18", "all.restore"]


def test_of_each_sort_the_first_few_are_shown(index: Index) -> None:
    (people, _) = index.find("mar", {}, 2)
    assert (people.things, people.of) == ((MARIE, MARC), 3)
    assert [section.sort for section in index.find("mar", {}, 5, Sort.NOTE)] == [Sort.NOTE]


def test_what_a_source_says_anew_takes_the_place_of_what_it_said(index: Index) -> None:
    index.put("groups", [LYON._replace(id="one", words="Old name")], made_of=1)
    assert index.knows("groups", 1) and not index.knows("groups", 2) and not index.knows("people", 1)
    index.put("groups", [LYON._replace(id="one", words="New name")], made_of=2)
    assert names(index.find("old", {}, 5)) == [] and names(index.find("new", {}, 5)) == ["one"]
    named = index.thing("group:one")
    assert named is not None and named.words == "New name" and index.thing("group:gone") is None
    index.put(("people", 200), [MARIE])
    assert (index.highest("people"), index.highest("weeks")) == (200, -1)
    assert RESTORE not in index.of(Sort.ACTION) and ARRANGE in index.of(Sort.ACTION)


def test_an_answer_looks_at_what_is_found_and_at_nothing_else() -> None:
    """Ten years of notes: what a key costs does not grow with them."""
    index = Index()
    for week in range(520):
        notes = [Thing(Sort.NOTE, f"{week}-{n}", f"word{week} other{n}", quiet=True) for n in range(20)]
        index.put_notes(Week(2016, 1).plus(week), notes)
    index.put("people", (MARIE, MARC, JULIE))
    assert names(index.find("mar", {}, 5)) == ["marie", "marc", "julie"]
    assert index.looked_at == 3
    (found,) = index.find("word other", {}, 5)
    assert (index.looked_at, found.of, found.more) == (200, 200, True)
    assert [note.id for note in found.things] == ["519-0", "519-1", "519-2", "519-3", "519-4"]
    assert names(index.find("word519 other19", {}, 5)) == ["519-19"] and index.looked_at == 1
    index.find("", {}, 5)
    assert index.looked_at == 0


@pytest.mark.parametrize(
    ("words", "typed", "told"),
    [
        ("Marie Dupont", "mar", "[Mar]ie Dupont"),
        ("Métro éco", "met e", "[Mét]ro [é]co"),
        ("an œuvre", "oeu", "an [œu]vre"),
        ("l’accueil", "acc", "l’[acc]ueil"),
        ("Lyon UX", "", "Lyon UX"),
        ("planner-light", "light", "planner-[light]"),
    ],
)
def test_what_was_typed_is_told_apart(words: str, typed: str, told: str) -> None:
    assert "".join(f"[{piece}]" if is_typed else piece for piece, is_typed in matched(words, typed)) == told
