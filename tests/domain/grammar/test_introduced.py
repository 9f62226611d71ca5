"""A line says who introduced somebody: they are no part of it, and the words stay in its note."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.domain.book import Book
from planner.domain.errors import Misread, Unknown
from planner.domain.grammar.met_lines import MetLine, met_lines
from planner.domain.grammar.quickline import Reading, read, spell
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.person import Person

NOW = datetime(2026, 11, 26, 18, 40, tzinfo=UTC)
PAUL, NADIA = Person("paul-roy", "Paul Roy"), Person("nadia", "Nadia Benali")
BOOK = Book({}, {"lyon-ux": Group("lyon-ux", "lyon-ux", "Lyon UX")}, {each.id: each for each in (PAUL, NADIA)})


def reading(text: str) -> Reading:
    return read(f"m 45 lyon-ux {text}", BOOK, NOW)


@pytest.mark.parametrize(
    "words", ["introduced by Paul Roy", "introduced by @paul", "introduced by Paul", "met through Paul Roy",
              "présentée par Paul", "mis en relation par Paul Roy"]
)  # fmt: skip
def test_who_introduced_somebody_was_not_there(words: str) -> None:
    said = reading(f"@nadia {words}")
    assert said.through == PAUL and said.people == (NADIA,) and said.new_people == ()
    assert said.note == words and said.problem is None and said.read_as_note == ()
    assert "introduced by Paul Roy" in spell(said, NOW)


def test_who_introduced_somebody_must_be_known() -> None:
    assert isinstance(reading("@nadia introduced by @zoé ").problem, Unknown)


def test_an_introduction_she_made_is_not_one_by_another() -> None:
    said = read("introduced 10 lyon-ux @nadia to @paul", BOOK, NOW)
    assert said.form == "introduction" and said.through is None and set(said.people) == {PAUL, NADIA}


@pytest.mark.parametrize(
    ("words", "form"),
    [("introduction-asked", "introduction asked"), ("introduced by Paul", "introduction received"),
     ("introduction reçue", "introduction received"), ("introduction demandée", "introduction asked")],
)  # fmt: skip
def test_asked_and_received(words: str, form: str) -> None:
    said = read(f"{words} 10 lyon-ux @nadia", BOOK, NOW)
    assert (said.kind, said.form) == (Kind.CONTRIBUTION, form)


def test_a_line_says_who_was_met_where_and_what_next() -> None:
    lines = ["Nadia Benali, Acme, buyer: I owe my CV fri", "", " @paul : 14:30 call ", "Zoé"]
    assert met_lines(lines) == (
        MetLine("Nadia Benali", "Acme", "buyer", "I owe my CV fri"), MetLine("paul", step="14:30 call", number=3),
        MetLine("Zoé", number=4),
    )  # fmt: skip


@pytest.mark.parametrize("lines", [[], ["", " "], [": write"], ["a", ", Acme"], ["a, b, c, d"], ["a"] * 51])
def test_lines_of_nobody_are_misread(lines: list[str]) -> None:
    with pytest.raises(Misread):
        met_lines(lines)
