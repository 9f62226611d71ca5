"""The rows of a table of the archive, which quotes in two ways: a quote within quotes is doubled, or has a backslash.

Both stand in one file, and a message holds line ends, so a row is read both ways and the reading is kept that makes a
row. What cannot be read costs that row alone: reading goes on with the next line that is one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence

from planner.domain.value import NamedTuple

#: Lines that one row may have: a message has 8,000 characters, and few have more than fifty lines. Where quotes never
#: close it is looked less far for the end of the next row, down to the fewest lines: so no file takes long.
MOST_LINES = 512
FEWEST_LINES = 8

#: Lines that may stand above the names of the columns.
ABOVE = 20

_DELIMITERS = ",;\t"


class Row(NamedTuple):
    """One row: the line it begins on, and its cells; None where it could not be read."""

    line: int
    cells: Sequence[str] | None


class Table(NamedTuple):
    """A table whose columns are known: their names as they stand, folded, and the rows below them."""

    columns: Sequence[str]
    rows: Iterator[Row]


def column(name: str) -> str:
    """A column's name for comparing: they were written in other cases, and with other blanks, over the years."""
    return "".join(name.casefold().split()).replace("_", "")


def table(lines: Iterator[str], knows: Callable[[Sequence[str]], bool], begins: Begins) -> Table | None:
    """The table in a file's lines: below the first of its lines that ``knows`` as names of columns; None without.

    ``begins`` says of cells whether they are surely a row, by columns (names as :func:`column` has them).
    """
    ahead = _Ahead(lines)
    for _ in range(ABOVE + 1):
        if not ahead.there(0):
            return None
        for delimiter in _DELIMITERS:
            head = _cells(ahead, delimiter, backslash=False)
            if head and knows(columns := [column(cell) for cell in head.cells]):
                ahead.drop(head.lines)
                return Table(columns, _rows(ahead, _Grammar(columns, delimiter, begins)))
        ahead.drop(1)
    return None


#: Says of a row by column whether it is surely one.
Begins = Callable[[Mapping[str, str]], bool]


def by_column(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Cells by the names of their columns, trimmed; of columns of one name the first that says something counts."""
    row = dict.fromkeys(columns, "")
    for name, cell in zip(columns, cells, strict=False):
        row[name] = row[name] or cell.strip()
    return row


class _Ahead:
    """Lines that can be looked at before they are taken."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._seen: deque[str] = deque()
        self.number = 1  # of the first line that was not dropped
        self.patience = {True: MOST_LINES, False: MOST_LINES}  # of each way to quote, by whether it has backslashes

    def there(self, at: int) -> bool:
        """Whether there is a line so far ahead."""
        while len(self._seen) <= at:
            line = next(self._lines, None)
            if line is None:
                return False
            self._seen.append(line)
        return True

    def line(self, at: int) -> str:
        return self._seen[at]

    def drop(self, count: int) -> None:
        for _ in range(count):
            self._seen.popleft()
        self.number += count


def _rows(ahead: _Ahead, grammar: _Grammar) -> Iterator[Row]:
    broken = 0  # the line on which a row begins that cannot be read
    while ahead.there(0):
        if not ahead.line(0).strip(grammar.delimiter + ' "\t'):
            ahead.drop(1)
            continue
        number, row = ahead.number, _row(ahead, grammar)
        if row is None:
            broken = broken or number
            ahead.drop(1)
            continue
        if broken:
            yield Row(broken, None)
            broken = 0
        ahead.drop(row.lines)
        yield Row(number, row.cells)
    if broken:
        yield Row(broken, None)


class _Read(NamedTuple):
    """Cells, how many lines they take, and whether a quote in them is marked by a backslash, or in neither way."""

    cells: list[str]
    lines: int
    marked: bool = False
    unmarked: bool = False


class _Grammar(NamedTuple):
    """How a table is written."""

    columns: Sequence[str]
    delimiter: str
    begins: Begins


def _row(ahead: _Ahead, grammar: _Grammar) -> _Read | None:
    """The row that begins on the next line, in the reading that makes one."""
    first = _looked_for(ahead, grammar, backslash=True)
    other = _looked_for(ahead, grammar, backslash=False) if first is None or first.marked else first
    read = _better(ahead, grammar, first, other) if first and other else first or other
    if read and read.unmarked and any(_begins(ahead, grammar, at) for at in range(1, read.lines)):
        return None  # a quote that should have closed it has taken other rows in
    return read


def _looked_for(ahead: _Ahead, grammar: _Grammar, *, backslash: bool) -> _Read | None:
    """The next row in one way to quote; how far the end of another is looked for follows from whether there is one."""
    read, patience = _whole(ahead, grammar, backslash=backslash), ahead.patience[backslash]
    ahead.patience[backslash] = min(MOST_LINES, patience * 2) if read else max(FEWEST_LINES, patience // 2)
    return read


def _better(ahead: _Ahead, grammar: _Grammar, first: _Read, other: _Read) -> _Read:
    """Of two readings the one behind which another row surely begins; the first where both do."""
    if first.lines == other.lines:
        return first
    short, long = sorted((first, other), key=lambda read: read.lines)
    return short if not ahead.there(short.lines) or _begins(ahead, grammar, short.lines) else long


def _begins(ahead: _Ahead, grammar: _Grammar, at: int) -> bool:
    """Whether a row surely begins so many lines ahead."""
    reads = (_whole(ahead, grammar, backslash=backslash, at=at, most=FEWEST_LINES) for backslash in (True, False))
    return any(read and grammar.begins(by_column(grammar.columns, read.cells)) for read in reads)


def _whole(ahead: _Ahead, grammar: _Grammar, *, backslash: bool, at: int = 0, most: int = MOST_LINES) -> _Read | None:
    """Cells that fit the columns: none is missing, and what is too many says nothing."""
    count = len(grammar.columns)
    read = _cells(ahead, grammar.delimiter, backslash=backslash, at=at, most=min(most, ahead.patience[backslash]))
    if read is None or len(read.cells) < count or any(cell.strip() for cell in read.cells[count:]):
        return None
    return read


def _cells(ahead: _Ahead, delimiter: str, *, backslash: bool, at: int = 0, most: int = MOST_LINES) -> _Read | None:
    """The cells of the row that begins so many lines ahead; None where its quotes do not close in ``most`` lines."""
    if not ahead.there(at):
        return None
    line = ahead.line(at)
    if '"' not in line:
        return _Read(line.split(delimiter), 1)
    reader = _Reader(ahead, delimiter, at, backslash=backslash, last=at + most)
    cells: list[str] = []
    while True:
        cell = reader.quoted() if reader.is_at('"') else reader.plain()
        if cell is None:
            return None
        cells.append(cell)
        if not reader.goes_on():
            return _Read(cells, reader.at - at + 1, reader.marked, reader.unmarked)


class _Reader:
    """Where a reading stands: the line, so many ahead, and the place in it."""

    def __init__(self, ahead: _Ahead, delimiter: str, at: int, *, backslash: bool, last: int) -> None:
        self._ahead, self._delimiter, self._backslash = ahead, delimiter, backslash
        self._last = last
        self.at, self._place, self._text = at, 0, ahead.line(at)
        self.marked = self.unmarked = False

    def is_at(self, sign: str) -> bool:
        return self._text.startswith(sign, self._place)

    def goes_on(self) -> bool:
        """Whether there is another cell; the delimiter before it is passed over."""
        more = self._place < len(self._text)
        self._place += 1
        return more

    def plain(self) -> str:
        """A cell without quotes around it, which ends with its line at the latest."""
        end = self._text.find(self._delimiter, self._place)
        end = len(self._text) if end < 0 else end
        cell, self._place = self._text[self._place : end], end
        return cell

    def quoted(self) -> str | None:
        """A cell between quotes. A quote that is neither doubled nor marked closes it only where a cell may end."""
        self._place += 1
        parts: list[str] = []
        while True:
            quote = self._text.find('"', self._place)
            if quote < 0:
                parts += self._text[self._place :], "\n"
                if not self._next_line():
                    return None
            elif self._backslash and _escaped(self._text, quote, self._place):
                self.marked = True
                parts += self._text[self._place : quote - 1], '"'
                self._place = quote + 1
            elif self._text.startswith('"', quote + 1):
                parts.append(self._text[self._place : quote + 1])
                self._place = quote + 2
            elif quote + 1 == len(self._text) or self._text[quote + 1] == self._delimiter:
                parts.append(self._text[self._place : quote])
                self._place = quote + 1
                return "".join(parts)
            else:
                self.unmarked = True
                parts.append(self._text[self._place : quote + 1])
                self._place = quote + 1

    def _next_line(self) -> bool:
        self.at += 1
        if self.at > self._last or not self._ahead.there(self.at):
            return False
        self._text, self._place = self._ahead.line(self.at), 0
        return True


def _escaped(text: str, quote: int, since: int) -> bool:
    """Whether a quote has a backslash of its own."""
    place = quote
    while place > since and text[place - 1] == "\\":
        place -= 1
    return (quote - place) % 2 == 1
