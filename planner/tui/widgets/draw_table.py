"""Tables on a screen, drawn by their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Generic, TypeVar

from rich.cells import cell_len

from planner.domain.grammar.columns import Column
from planner.domain.value import NamedTuple
from planner.domain.words import plural

from .draw_marks import Marks
from .draw_paragraph import paragraph
from .draw_row import Row

#: Cells before the first column, in which the pointer stands.
INDENT = 2

Thing = TypeVar("Thing")
Look = TypeVar("Look")


class Place(NamedTuple):
    """Where a column stands: it begins at ``start``, and what it holds ends before ``end``."""

    name: str
    start: int
    end: int


class Cell(NamedTuple, Generic[Thing, Look]):
    """What a cell is drawn from: a thing as it is looked at, in ``width`` cells; ``chosen`` with its row."""

    thing: Thing
    look: Look
    width: int
    marks: Marks
    chosen: bool


class Drawing(NamedTuple, Generic[Thing, Look]):
    """How a column is drawn: its heading, a cell, and the cells that takes on a screen of a width; ``right``: what it
    holds ends in one line."""

    title: Callable[[Marks], Row]
    cell: Callable[[Cell[Thing, Look]], Row]
    cells: Callable[[int], int]
    right: bool = False


def drawing(column: Column[Thing], today: Callable[[Look], date]) -> Drawing[Thing, Look]:
    """As columns are drawn where nothing else is said: words dim, figures to the right, those of a kind in its colour;
    a dim dash for nothing."""
    kind = column.kind

    def title(marks: Marks) -> Row:
        mark = Row().put(f"{marks.of(kind)} ", kind.value) if kind else Row()
        return mark.put(column.heading(), "dim")

    def cell(at: Cell[Thing, Look]) -> Row:
        text = column.text(at.thing, today(at.look))
        role = kind.value if kind else "dim" if column.words else "text"
        return Row().put(text or at.marks.none, role if text else "dim", at.width if column.words else None)

    return Drawing(title, cell, lambda _: column.cells, right=not column.words)


def column_at(places: Sequence[Place], x: int) -> str:
    """The column that the cell ``x`` belongs to; the first one's is what stands before it, too."""
    return next((place.name for place in reversed(places) if x >= place.start), places[0].name)


def heading(
    columns: Mapping[str, Drawing[Thing, Look]],
    places: Iterable[Place],
    sorted_by: str,
    width: int,
    marks: Marks,
    *,
    falls: bool,
    keys: Mapping[str, str] = {},
) -> Row:
    """The columns' titles; the one that the rows are sorted by says so, and whether they fall. ``keys`` are those that
    set what a column holds, by its name."""
    row = Row()
    for place in places:
        column = columns[place.name]
        title = column.title(marks)
        if place.name == sorted_by:
            title = Row().put(title.text, "text strong")
        row.to(place.end - title.cells if column.right else place.start).extend(title)
        if place.name == sorted_by:
            row.put(marks.down if falls else marks.up, "accent strong")
        if place.name in keys and not column.right and row.cells + 2 + cell_len(keys[place.name]) <= place.end:
            row.put("  ").put(keys[place.name], "accent")
    return row.fitted(width)


def table_row(  # noqa: PLR0917 - a row in its surroundings
    columns: Mapping[str, Drawing[Thing, Look]],
    places: Iterable[Place],
    thing: Thing,
    look: Look,
    width: int,
    marks: Marks,
    *,
    chosen: bool,
) -> Row:
    """One thing, with the pointer before the chosen one."""
    row = Row().put(f"{marks.pointer} " if chosen else "", "accent strong").to(INDENT)
    for place in places:
        column = columns[place.name]
        held = column.cell(Cell(thing, look, place.end - place.start, marks, chosen))
        row.to(place.end - held.cells if column.right else place.start).extend(held)
    return row.fitted(width).marked("chosen") if chosen else row.fitted(width)


def foot(above: int, below: int, beside: Row, width: int, marks: Marks) -> Row:
    """The line under a table: how many rows are out of sight on the left, and what else there is on the right."""
    rows = Row()
    if above:
        rows.put(f" {marks.up} {above} ", "accent")
    if below:
        rows.put(f" {plural(below, '{down} {n} more', '{down} {n} more', down=marks.down)} ", "accent")
    row = Row().put(marks.rule * 2 if rows.cells else "", "rule").extend(rows)
    end = width - beside.cells - (2 if beside.cells else 0)
    row.put(marks.rule * (end - row.cells), "rule").extend(beside)
    return row.put(marks.rule * (width - row.cells), "rule")


def nothing(words: str, width: int) -> list[Row]:
    """What stands in the place of rows."""
    return [Row(INDENT).put(line, "text") for line in paragraph(words, width - 2 * INDENT)]
