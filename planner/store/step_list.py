"""The list of what can be undone, as the rows it stands in: of two hundred steps a change reads those it lets go.

To read all of them and to put them into words again was a twelfth of what a log costs after ten years.
"""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.words import say

from .forms import Misshapen
from .schema import fresh
from .tables import Document, read_row, row_of, rows_joined

#: The steps that can be undone, and those that can be made again; and what their tables are called in the file.
_WAYS = {"undo": b'"undo"', "redo": b'"redo"'}


class StepList:
    """The steps of a home, by way and number; the newest has the highest.

    A step is the row that it stands in until it is asked for, and one that is left alone is written as it stood.
    """

    def __init__(self, tables: dict[bytes, bytes]) -> None:
        """Of the rows of each table of the file. Raises Misshapen for a row without a number."""
        self._tables = tables
        self._steps = {way: _by_number(self._tables.get(name)) for way, name in _WAYS.items()}
        self.changed = False

    @property
    def is_of_today(self) -> bool:
        """Whether it is of today's schema."""
        return self._tables.get(b'"meta"') == row_of(1, fresh()["meta"]["1"])

    def newest_first(self, way: str) -> Iterator[Document]:
        """The steps of one way, each read when it is asked for. Raises Misshapen."""
        steps = self._steps[way]
        return (_read(steps[number]) for number in sorted(steps, reverse=True))

    def push(self, way: str, step: Document) -> None:
        """Have a step be the newest; it may be filled in until the list is written."""
        steps = self._steps[way]
        steps[max(steps, default=0) + 1] = step
        self.changed = True

    def shed(self, way: str, depth: int) -> list[Document]:
        """Let go of all but so many of the newest steps; those that went, newest first. Raises Misshapen."""
        return [self._pop(way, number) for number in sorted(self._steps[way], reverse=True)[depth:]]

    def take(self, way: str, nth: int) -> Document:
        """Let go of one step, 1 being the newest. Raises IndexError where there is none, and Misshapen."""
        return self._pop(way, sorted(self._steps[way], reverse=True)[nth - 1])

    def encoded(self) -> bytes:
        """The text of the file."""
        for way, name in _WAYS.items():
            steps = self._steps[way]
            if steps or name in self._tables:
                rows = (step if isinstance(step, bytes) else row_of(number, step) for number, step in steps.items())
                self._tables[name] = b",\n".join(rows)
        return rows_joined(self._tables)

    def _pop(self, way: str, number: int) -> Document:
        self.changed = True
        return _read(self._steps[way].pop(number))


def _by_number(rows: bytes | None) -> dict[int, bytes | Document]:
    """The rows of a table by their numbers. Raises Misshapen."""
    if not rows:
        return {}
    try:
        return {int(row[1 : row.index(b'": {', 1)]): row for row in rows.split(b",\n")}
    except ValueError:
        raise Misshapen from None


def _read(step: bytes | Document) -> Document:
    if not isinstance(step, bytes):
        return step
    document = read_row(step)
    if type(document.get("id")) is not str:
        raise Misshapen(say("a document has no “id”"))
    return document
