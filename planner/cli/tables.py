"""Tables within the width of the page: names fold, and nothing is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

from planner.cli.page import LEAST, page_width, written
from planner.domain.cells import cells, padded, wrapped
from planner.domain.texts import printable
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import date

    from planner.domain.grammar import columns

Thing = TypeVar("Thing")

#: Cells between two columns.
GAP = 2

#: The least cells that a column is folded to as long as something else can give way; then it is the page's LEAST.
COMFORT = 16

#: A space that no line is parted at; no text has it.
_HELD = "\0"


class Column(NamedTuple):
    """How a column of a table is set: figures end ``right``; a text ``folds`` where it is narrow.

    What may go ``below`` goes first where the row has no room for all: then it stands on a line under its row.
    """

    right: bool = False
    folds: bool = False
    below: bool = False


class Shown(NamedTuple, Generic[Thing]):
    """A column of a table of things: its head, what it shows of one, and how it is set."""

    head: Callable[[], str]
    cell: Callable[[Thing], str]
    column: Column = Column()


TEXT, NAME, FIGURE = Column(), Column(folds=True), Column(right=True)
REASON = Column(folds=True, below=True)

Row = Sequence[str]


def table(rows: Sequence[Row], columns: Sequence[Column], indent: int = 0, head: bool = False) -> list[str]:
    """Rows with their columns under each other, within the width of the page.

    ``head``: the first row are the columns' heads; what goes below its row is named by its head there.
    """
    if not rows:
        return []
    # A name with a line's end in it stands on one line, and a column is as wide as what is written in it.
    rows = [tuple(written(printable(cell)) for cell in row) for row in rows]
    room = page_width() - indent
    wanted = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    beside = list(range(len(columns)))
    widths = _fitted(wanted, columns, beside, room, COMFORT)
    while widths is None and any(columns[at].below for at in beside):
        beside.remove(next(at for at in reversed(beside) if columns[at].below))
        widths = _fitted(wanted, columns, beside, room, COMFORT)
    widths = widths or _fitted(wanted, columns, beside, room, LEAST)
    while widths is None and len(beside) > 1:
        beside.pop()
        widths = _fitted(wanted, columns, beside, room, LEAST)
    widths = widths or _folded(wanted, columns)
    under = [at for at in range(len(columns)) if at not in beside]
    lines: list[str] = []
    for number, row in enumerate(rows):
        lines += _beside(row, columns, beside, widths)
        if under and not (head and number == 0):
            rows_below = [(_below(row, at, rows[0] if head else None), columns[at].folds) for at in under]
            lines += [f"{' ' * 4}{line}" for line in _rows_below(rows_below, max(LEAST, room - 4))]
    return [f"{' ' * indent}{line}".rstrip() for line in lines]


def printed(
    held: Sequence[columns.Column[Thing]], today: date, otherwise: Mapping[str, Callable[[Thing], str]]
) -> tuple[Shown[Thing], ...]:
    """The columns that the command line has: those that may go below their row after the others, and what is long
    last. ``otherwise`` has what stands in a column (its name) where that is not said as everywhere."""

    def shown(column: columns.Column[Thing]) -> Shown[Thing]:
        said = otherwise.get(column.name, lambda thing: column.text(thing, today) or "–")
        return Shown(column.heading, said, Column(not column.words, column.long, column.below))

    last = sorted((each for each in held if each.below), key=lambda each: (each.long, each.wanted))
    return tuple(map(shown, (*(each for each in held if each.printed and not each.below), *last)))


def table_of(things: Sequence[Thing], shown: Sequence[Shown[Thing]]) -> list[str]:
    """Things, one on a line under the columns' heads."""
    rows = [[each.head() for each in shown], *([each.cell(thing) for each in shown] for thing in things)]
    return table(rows, [each.column for each in shown], head=True)


def fields(rows: Sequence[tuple[str, str]], indent: int = 2) -> list[str]:
    """What there is to know of a thing, a name and what it holds on a line; what holds nothing is left out."""
    return table([row for row in rows if row[1]], (TEXT, NAME), indent)


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


def _below(row: Row, at: int, heads: Row | None) -> str:
    """A cell that stands under its row, named by its head; one of nothing is left out."""
    if row[at] in ("", "–"):
        return ""
    return f"{heads[at]} {row[at]}" if heads and heads[at] else row[at]


def _rows_below(below: Sequence[tuple[str, bool]], width: int) -> list[str]:
    """What stands under a row, in lines: a cell stays together with its head, unless it ``folds``."""
    parts = [cell if folds or cells(cell) > width else cell.replace(" ", _HELD) for cell, folds in below if cell]
    return [line.replace(_HELD, " ") for line in wrapped((" " * GAP).join(parts), width)] if parts else []


def _beside(row: Row, columns: Sequence[Column], beside: Sequence[int], widths: Sequence[int]) -> Iterator[str]:
    folded = [wrapped(row[at], widths[at]) if columns[at].folds else [row[at]] for at in beside]
    for parts in zip_longest(*folded, fillvalue=""):
        placed = zip(parts, beside, strict=True)
        yield (" " * GAP).join(padded(part, widths[at], right=columns[at].right) for part, at in placed)
