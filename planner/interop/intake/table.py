"""Tables: rows of a text in which separators part the cells, found by the names of their columns.

A quote that is never closed costs its own line, not the rest of the file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from planner.domain.words import say
from planner.interop.intake.lines import Lines
from planner.interop.problem import Problem

#: Lines that a cell of several has at most.
MOST_LINES = 2000

#: What some programs write above the header for Excel: it names the separator.
_SEPARATOR = re.compile(r'\s*"?sep=([^\n"])"?[ \t]*$', re.IGNORECASE)


class Table:
    """The rows below a header. ``columns`` are its names as they stand, ``places`` where each is, folded."""

    def __init__(self, lines: Lines, problems: list[Problem], above: int = 0) -> None:
        """``above`` says how many lines stand above the header beside blank ones."""
        self._lines = lines
        self._next = iter(lines)
        self._pushed: list[tuple[int, str]] = []
        self._problems = problems
        self.separator = ""
        self.columns = self._header(above)
        self.places: Mapping[str, int] = {
            name.strip().casefold(): at for at, name in reversed(list(enumerate(self.columns)))
        }

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row with the line it begins on; blank ones are none."""
        while (begun := self._line()) is not None:
            number, line = begun
            cells = self._cells(number, line)
            if cells and (cells[0] or any(cell.strip() for cell in cells)):
                yield number, cells

    def _header(self, above: int) -> list[str]:
        while (begun := self._line()) is not None:
            number, line = begun
            if said := _SEPARATOR.match(line):
                self.separator = said[1]
            elif line.strip() and above:
                above -= 1
            elif line.strip():
                self.separator = self.separator or separator_of(line)
                return self._cells(number, line)
        return []

    def _line(self) -> tuple[int, str] | None:
        if self._pushed:
            return self._pushed.pop()
        line = next(self._next, None)
        return None if line is None else (self._lines.number, line)

    def _cells(self, number: int, line: str) -> list[str]:
        if '"' not in line:
            return line.split(self.separator)
        if line.count('"') % 2 == 0:
            return _parsed([line], self.separator)
        taken = [(number, line)]
        size = len(line)
        while len(taken) < MOST_LINES and size < 1_000_000 and (more := self._line()):
            taken.append(more)
            size += len(more[1])
            if more[1].count('"') % 2:
                return _parsed([f"{text}\n" for _, text in taken], self.separator)
        self._pushed += reversed(taken[1:])
        why = say("a quote is opened here and never closed, so it was read as a plain sign")
        self._problems.append(Problem(self._lines.name, number, why))
        return [cell.replace('"', "") for cell in line.split(self.separator)]


def separator_of(line: str) -> str:
    """What parts the cells of a header."""
    return max(",;\t", key=line.count)


def _parsed(lines: Sequence[str], separator: str) -> list[str]:
    try:
        return next(csv.reader(lines, delimiter=separator), [])
    except csv.Error:  # a cell of over 128 KB
        return [cell.replace('"', "") for cell in "".join(lines).split(separator)]
