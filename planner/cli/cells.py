"""Tables and sentences within the width of the page: names fold, sentences wrap, and nothing is left out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from planner.domain.cells import cells, padded, wrapped
from planner.domain.texts import printable
from planner.domain.value import NamedTuple

#: Cells between two columns.
GAP = 2

#: The least cells that a column is folded to, as long as something else can give way, and after that.
COMFORT, LEAST = 16, 8

#: What is known of no page: as wide as it takes.
ENDLESS = 1_000_000


class Column(NamedTuple):
    """How a column of a table is set: figures end ``right``; a text ``folds`` where it is narrow.

    What may go ``below`` stands on a line of its own under its row where the row has no room for it.
    """

    right: bool = False
    folds: bool = False
    below: bool = False


TEXT, NAME, FIGURE = Column(), Column(folds=True), Column(right=True)
REASON = Column(folds=True, below=True)

Row = Sequence[str]


def table(rows: Sequence[Row], columns: Sequence[Column], indent: int = 0, head: bool = False) -> list[str]:
    """Rows with their columns under each other, within the width of the page.

    ``head``: the first row are the columns' heads. What goes below its row is not headed there.
    """
    if not rows:
        return []
    rows = [tuple(map(printable, row)) for row in rows]  # a name with a line's end in it stands on one line
    room = page_width() - indent
    wanted = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    beside = list(range(len(columns)))
    widths = _fitted(wanted, columns, beside, room, COMFORT)
    while widths is None and any(columns[at].below for at in beside):
        beside.remove(next(at for at in reversed(beside) if columns[at].below))
        widths = _fitted(wanted, columns, beside, room, COMFORT)
    widths = widths or _fitted(wanted, columns, beside, room, LEAST) or _folded(wanted, columns)
    under = [at for at in range(len(columns)) if at not in beside]
    lines: list[str] = []
    for number, row in enumerate(rows):
        lines += _beside(row, columns, beside, widths)
        if under and not (head and number == 0):
            told = (" " * GAP).join(filter(None, (_below(row, at, columns, rows[0] if head else None) for at in under)))
            lines += [f"{' ' * 4}{line}" for line in wrapped(told, max(LEAST, room - 4))] if told else []
    return [f"{' ' * indent}{line}".rstrip() for line in lines]


def fields(rows: Sequence[tuple[str, str]], indent: int = 2) -> list[str]:
    """What there is to know of a thing, a name and what it holds on a line; what holds nothing is left out."""
    return table([row for row in rows if row[1]], (TEXT, NAME), indent)


def fitted(line: str) -> list[str]:
    """A line as the page has room for it; what it goes on with stands under its beginning."""
    width = page_width()
    if cells(line) <= width:
        return [line]
    text = line.lstrip(" ")
    start = line[: len(line) - len(text)]
    return [start + part for part in wrapped(text, max(LEAST, width - len(start)))]


def page_width() -> int:
    """The cells to print for: ``COLUMNS``, else the terminal's; where there is neither, as many as it takes."""
    text = os.environ.get("COLUMNS", "")
    if text.isdecimal() and int(text):
        return int(text)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or ENDLESS
    except (OSError, ValueError):
        return ENDLESS


def _fitted(
    wanted: Sequence[int], columns: Sequence[Column], beside: Sequence[int], room: int, least: int
) -> list[int] | None:
    """The columns' widths in ``room``, the widest folded first; None where even folding leaves them too wide."""
    widths = list(wanted)
    over = sum(widths[at] for at in beside) + GAP * (len(beside) - 1) - room
    folding = [at for at in beside if columns[at].folds]
    while over > 0:
        able = [at for at in folding if widths[at] > least]
        if not able:
            return None
        widest = max(able, key=lambda at: widths[at])
        widths[widest] -= 1
        over -= 1
    return widths


def _folded(wanted: Sequence[int], columns: Sequence[Column]) -> list[int]:
    """The widths where the page is too narrow for anything: all that folds is folded as far as it goes."""
    return [min(width, LEAST) if column.folds else width for width, column in zip(wanted, columns, strict=True)]


def _below(row: Row, at: int, columns: Sequence[Column], heads: Row | None) -> str:
    """A cell that stands under its row; a figure is named by its head there, and one of nothing is left out."""
    if heads is None or not columns[at].right:
        return row[at]
    return f"{heads[at]} {row[at]}" if row[at] not in ("", "–") else ""


def _beside(row: Row, columns: Sequence[Column], beside: Sequence[int], widths: Sequence[int]) -> Iterator[str]:
    folded = [wrapped(row[at], widths[at]) if columns[at].folds else [row[at]] for at in beside]
    for parts in zip_longest(*folded, fillvalue=""):
        placed = zip(parts, beside, strict=True)
        yield (" " * GAP).join(padded(part, widths[at], right=columns[at].right) for part, at in placed)
