"""The chosen person in words, under the table: why the tie is what it is, what comes next, how they met."""

from __future__ import annotations

from datetime import date

from planner.domain.book import Book
from planner.domain.person import Person
from planner.domain.person_words import coming, facts, known, why
from planner.domain.tie_list import TieRow
from planner.domain.told import Told

from .marks import Marks
from .row import Row
from .told import INDENT, cut, told_rows

TWO_COLUMNS_FROM = 100


def person_detail(row: TieRow, book: Book, today: date, width: int, marks: Marks, height: int = 1000) -> list[Row]:
    """Who it is, and what there is to know, in at most ``height`` rows: the reasons beside the rest where it is wide.

    Where not all of it fits, a last row ends in an ellipsis.
    """
    rows = [name_row(row.person, width, marks)]
    reasons, steps, others = why(row, today), coming(row, today), known(row, book, today)
    if width < TWO_COLUMNS_FROM:
        # of the evidence what made the tie can wait: what is to be done cannot
        return [
            each.fitted(width) for each in cut([*rows, *told_rows(_ordered(reasons, steps, others), width)], height)
        ]
    column = width // 2 + INDENT
    left, right = (
        cut(told_rows(reasons, column), height - 1),
        cut(told_rows((*steps, *others), width - column), height - 1),
    )
    for number in range(max(len(left), len(right))):
        drawn = Row().extend(left[number].fitted(column)) if number < len(left) else Row(column)
        rows.append(drawn.extend(right[number]) if number < len(right) else drawn)
    return [each.fitted(width) for each in rows[:height]]


def name_row(person: Person, width: int, marks: Marks) -> Row:
    """The name, who they are, and how they are typed."""
    typed = Row().put(f"@{person.id}", "dim", max(8, width // 4))
    drawn = Row(INDENT).put(person.name, "text strong", max(8, width // 2))
    room = width - drawn.cells - 3 - typed.cells - 2 * INDENT
    drawn.put("   ").put(f" {marks.dot} ".join(facts(person)), "dim", max(1, room))
    return drawn.to(width - INDENT - typed.cells).extend(typed).fitted(width)


def _ordered(reasons: tuple[Told, ...], steps: tuple[Told, ...], others: tuple[Told, ...]) -> tuple[Told, ...]:
    """Where the tie stands, what comes next, and then the evidence and the rest."""
    return (*reasons[:1], *steps, *reasons[1:], *others)
