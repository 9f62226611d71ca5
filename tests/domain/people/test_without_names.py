"""Initials in the place of names: in any case, with and without accents, whole and in part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.brought import Brought
from planner.domain.counsel import Counsel, Voice
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Group, Nature
from planner.domain.kinds import Kind
from planner.domain.objective import Objective
from planner.domain.people.spellings import initials
from planner.domain.people.without_names import WithoutNames
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.record import WeekRecord
from planner.domain.step import Step
from planner.domain.texts import words_of
from planner.domain.week import Week

PEOPLE = (
    Person("a", "Marie Dupont", "Atelier Lumen", note="hires in spring"),
    Person("b", "Tom Lefèvre", "L’Oréal"),
    Person("c", "Jean-Luc de la Tour", "SNCF"),
    Person("d", "Al Gore"),
    Person("e", "李明"),
)
BOOK = Book({}, {"p": Group("p", "p", "Grand Lyon", nature=Nature.COMPANY)}, {each.id: each for each in PEOPLE})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("met MARIE, then tom LEFEVRE.", "met M., then T. L."),
        ("Dupont Marie of ATELIER  lumen", "D. M. of A. L."),
        ("#MarieDupont, marie_dupont", "#M. D., M. D."),
        ("lunch at l'oreal with Jean Luc de la Tour", "lunch at L. O. with J. L. D. L. T."),
        ("de la vie, la tour", "de la vie, la T."),
        ("SNCF's page at Grand  Lyon", "S.'s page at G. L."),
        ("Al called", "A. called"),
        ("和李明见面", "和李.见面"),
        ("write to m.d@lumen.example or https://lumen.example/marie, now", "write to … or … now"),
        ("Tomorrow and Mariette stay", "Tomorrow and Mariette stay"),
        ("Le\u0301a met Tom Lefe\u0300vre", "Léa met T. L."),
    ],
)
def test_names_become_initials(text: str, said: str) -> None:
    assert WithoutNames(BOOK).text(text) == said


ODD = (
    Person("f", "Jean-Marc Le Goff", "Procter & Gamble"),
    Person("g", "Anne O’Neill", "Atelier Lumen SAS", place="Lyon"),
    Person("h", "Rose Will", "Siemens Mobility GmbH"),
    Person("i", "May Day", "L’Oréal S.A."),
    Person("j", "Ida Holm", "EDF, Électricité de Lyon"),
    Person("k", "Bo Ek", "Iliad (Free)"),
    Person("l", "Jeanne d’Arc-Lys"),
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jmlegoff, jlegoff, LeGoff, JeanMarc, Goff", "J. M. L. G., J. M. L. G., L. G., J. M., G."),
        ("aoneill, ONeill, anneoneill", "A. O. N., O. N., A. O. N."),
        ("Procter and Gamble, procter et gamble", "P. G., P. G."),
        ("Atelier Lumen, atelierlumen, un atelier", "A. L., A. L., un atelier"),
        ("Siemens, Siemens Mobility, the mobility", "S., S. M., the mobility"),
        ("L’Oréal, loreal, L'ORÉAL S.A.", "L. O., L. O., L. O. S. A."),
        ("EDF and electricite de lyon, at Lyon", "E. and É. D. L., at Lyon"),
        ("Iliad or Free", "I. or F."),
        ("Will Rose come in May", "W. R. come in M."),
        ("O\u00adNeill, Si\u00ademens, darc", "O. N., S., D. A."),
    ],
)
def test_each_spelling_is_hidden(text: str, said: str) -> None:
    assert WithoutNames(Book({}, {}, {each.id: each for each in ODD})).text(text) == said


def test_initials_are_of_every_word() -> None:
    assert [initials(each) for each in ("Zoë  du Bois", "marie.dupont@x.example", "", "!!")] == [
        *("Z. D. B.", "M. D."),
        *("", "…"),
    ]


def test_in_records_nothing_is_left_of_them() -> None:
    day = date(2026, 11, 26)
    at = datetime(2026, 11, 26, 12, tzinfo=UTC)
    group = Group(
        *("g", "friends-of-marie", "Friends of Marie"),
        why="Marie asked",
        note="a secret",
        objectives=("join-sncf",),
        address="https://marie.example",
        brought=(Brought(day, "a word with Tom"),),
    )
    book = Book(
        {"join-sncf": Objective("join-sncf", "Join SNCF", reason="Marie said so")},
        {"g": group},
        BOOK.people,
        {"s": Step("s", "a", "call Marie", day)},
        counsel={"q": Counsel("q", at, Voice.QUESTION, "Ask Marie?")},
    )
    week = Week.of(at)
    entry = Entry(
        *("e", at, 20, Kind.CONTRIBUTION, "g"),
        people=("a",),
        objectives=("join-sncf",),
        note="with Paul",
        echo=Echo(text="Tom, too"),
    )
    without = WithoutNames(book)
    hidden, record = without.book(), without.week(WeekRecord(week, Plan({}, "See Marie"), (entry,)))
    told = words_of(f"{hidden} {record}".replace("'", " "))
    assert not {"marie", "dupont", "tom", "lefevre", "sncf", "secret", "spring", "example", "paul"} & set(told)
    assert hidden.groups["g"].objectives == record.entries[0].objectives == tuple(hidden.objectives)
    assert hidden.people.keys() == book.people.keys() and record.entries[0].people == ("a",)


#: Words that no text here has by itself.
_WORD = st.text("qxzéöñ", min_size=2, max_size=7).filter(lambda word: words_of(word) == (words_of(word)[0],))
_NAME = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
_WAYS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.title,
    lambda name: name.replace(" ", "-"),
    lambda name: name.split()[0],
)
_WAY: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(_WAYS)


@given(st.lists(_NAME, min_size=1, max_size=5), st.lists(_NAME, max_size=3), st.data())
def test_no_known_name_survives_in_a_text(people: list[str], companies: list[str], data: st.DataObject) -> None:
    known = {
        str(n): Person(str(n), name, companies[n % len(companies)] if companies else "")
        for n, name in enumerate(people)
    }
    parts = data.draw(st.lists(st.sampled_from([*people, *companies[: len(people)], "and", "met", ","]), max_size=8))
    ways = [data.draw(_WAY)(part) if part in people else part for part in parts]
    told = words_of(WithoutNames(Book({}, {}, known)).text(" ".join(ways)))
    assert not set(told) & {word for name in people for word in words_of(name)}
    joined = f" {' '.join(told)} "
    assert not [each for each in companies[: len(people)] if f" {' '.join(words_of(each))} " in joined]
