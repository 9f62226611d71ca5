"""The chosen person in words, under the table: why the tie is what it is, what comes next, how they met."""

from __future__ import annotations

from datetime import date

from planner.domain.book import Book
from planner.domain.people.person_words import coming, facts, known, why
from planner.domain.people.tie_list import TieRow
from planner.domain.person import Person
from planner.domain.value import NamedTuple
from planner.domain.words import say

from ..widgets.draw_facts import INDENT, cut, fact_rows
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal

TWO_COLUMNS_FROM = 100


class PersonLook(NamedTuple):
    """A person with their tie, in the book of a day."""

    row: TieRow
    book: Book
    today: date


def person_detail(look: PersonLook, width: int, marks: Marks, height: int = 1000) -> list[Row]:
    """Who it is, and what there is to know, in at most ``height`` rows: the reasons beside the rest where it is wide.

    Where not all of it fits, a last row ends in an ellipsis.
    """
    name = name_row(look.row.person, width, marks)
    if width >= TWO_COLUMNS_FROM:
        return [name, *in_two_columns(look, width, height - 1)]
    reasons = why(look.row, look.today)  # what is to be done comes before the evidence
    facts = (*reasons[:1], *coming(look.row, look.today), *reasons[1:], *known(*look))
    return [row.fitted(width) for row in cut([name, *fact_rows(facts, width)], height)]


def in_two_columns(look: PersonLook, width: int, height: int = 1000) -> list[Row]:
    """Why the tie is what it is, beside what comes next and what else is known."""
    column = width // 2 + INDENT
    left = cut(fact_rows(why(look.row, look.today), column), height)
    right = cut(fact_rows((*coming(look.row, look.today), *known(*look)), width - column), height)
    return [_beside(left, right, y, column).fitted(width) for y in range(max(len(left), len(right)))]


def _beside(left: list[Row], right: list[Row], y: int, column: int) -> Row:
    row = Row().extend(left[y].fitted(column)) if y < len(left) else Row(column)
    return row.extend(right[y]) if y < len(right) else row


def name_row(person: Person, width: int, marks: Marks) -> Row:
    """The name, who they are, and how they are typed."""
    return _beside_name(Row(INDENT), person, who(person, marks), width)


def page_title(person: Person, width: int, marks: Marks) -> Row:
    """As :func:`name_row`, over all there is to know: who they are stands there whole or, below, not at all."""
    drawn = Row(INDENT).put(say("PEOPLE"), "dim strong").put(f"  {marks.pointer} ", "accent strong")
    whole = _beside_name(Row().extend(drawn), person, what := who(person, marks), width)
    return whole if what in whole.text else _beside_name(drawn, person, "", width)


def who(person: Person, marks: Marks) -> str:
    """Who they are, a word or a few each."""
    return literal(f" {marks.dot} ".join(facts(person)))


def _beside_name(drawn: Row, person: Person, what: str, width: int) -> Row:
    typed = Row().put(f"@{person.id}", "dim", max(8, width // 4))
    drawn.put(person.name, "text strong", max(8, width // 2 - drawn.cells))
    room = width - drawn.cells - 3 - typed.cells - 2 * INDENT
    drawn.put("   ").put(what, "dim", max(1, room))
    return drawn.to(width - INDENT - typed.cells).extend(typed).fitted(width)
