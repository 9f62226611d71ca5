"""A row of a picture: pieces of text, each with the role that colours it, measured in terminal cells.

A role is a colour's meaning (``contribution``, ``dim``, ``adrift``…), followed by how it stands out, if it does:
``strong``, ``under``, ``chosen``. Text from outside comes in through :meth:`Row.put` and is kept literal there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from rich.cells import cell_len

from planner.domain.value import NamedTuple

#: Characters that join or vary others: terminals disagree on their width, so they are left out. Those that vary are
#: all of them that Python calls printable.
_UNSURE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_VARIATIONS = dict.fromkeys(range(0xFE00, 0xFE10))

#: Where a line may be broken: at any blank but those that keep a figure and its sign together.
BREAKS = re.compile(r"[^\S\u00a0\u202f]+")


#: How text is written: as it is, or for a terminal with ASCII alone. One terminal is drawn for at a time.
_written: list[Callable[[str], str]] = []


def write_plainly(write: Callable[[str], str] | None) -> None:
    """From now on write all text that is put into rows by ``write``, as in ASCII alone; None: as it is."""
    _written[:] = [write] if write else []


class Piece(NamedTuple):
    """Some text in one role; ``press`` names the key that a click on it presses, if it stands for one."""

    text: str
    role: str = "text"
    press: str = ""


def literal(text: str) -> str:
    """``text`` as it may be shown: without control characters and characters of unsure width."""
    if text.isprintable():
        if text.isascii():
            return text
        text = text.translate(_VARIATIONS)
    else:
        kept = (" " if char.isspace() else char for char in text if char.isspace() or _is_sure(char))
        text = "".join(kept)
    return _written[0](text) if _written else text


def _is_sure(char: str) -> bool:
    return not (unicodedata.category(char) in _UNSURE or ord(char) in _VARIATIONS)


def ellipsis() -> str:
    """What stands where text was cut."""
    return literal("…")


def clip(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells; what does not fit gives way to an ellipsis."""
    if width <= 0:
        return ""
    if len(text) <= width and cell_len(text) <= width:
        return text
    end = ellipsis()
    if width < len(end):
        return end[:width]
    cells, kept = len(end), []
    for char in text:
        cells += cell_len(char)
        if cells > width:
            break
        kept.append(char)
    return "".join(kept).rstrip() + end


def wrap(text: str, width: int, rows: int) -> list[str]:
    """``text`` broken at blanks into exactly ``rows`` lines of at most ``width`` cells; the last is clipped."""
    lines = [""]
    for word in map(literal, re.split(BREAKS, text.strip())):
        longer = f"{lines[-1]} {word}".strip()
        if cell_len(longer) <= width or not lines[-1] or len(lines) == rows:
            lines[-1] = longer
        else:
            lines.append(word)
    return [clip(line, width) for line in lines] + [""] * (rows - len(lines))


class Row:
    """One line of a picture, put together from left to right; every method answers with the row itself."""

    __slots__ = ("cells", "pieces")

    def __init__(self, indent: int = 0) -> None:
        self.pieces: list[Piece] = [Piece(" " * indent)] if indent else []
        self.cells = indent

    @property
    def text(self) -> str:
        """The row as plain text."""
        return "".join(piece.text for piece in self.pieces)

    def put(self, text: str, role: str = "text", width: int | None = None, *, press: str = "") -> Row:
        """Add ``text``, clipped to ``width`` cells if it is given; an empty text adds nothing. ``press`` is the key
        that a click on it presses."""
        shown = literal(text)
        if width is not None:
            shown = clip(shown, width)
        if shown:
            self.pieces.append(Piece(shown, role, press))
            self.cells += cell_len(shown)
        return self

    def key_at(self, column: int) -> str:
        """The key that a click on the cell at ``column`` presses; "" where there is none."""
        at = 0
        for piece in self.pieces:
            at += cell_len(piece.text)
            if column < at:
                return piece.press
        return ""

    def to(self, column: int, role: str = "text") -> Row:
        """Go on at ``column``: fill up with blanks to there."""
        if column > self.cells:
            self.pieces.append(Piece(" " * (column - self.cells), role))
            self.cells = column
        return self

    def right(self, column: int, text: str, role: str = "text") -> Row:
        """Add ``text`` so that it ends just before ``column``."""
        return self.to(column - cell_len(literal(text))).put(text, role)

    def extend(self, other: Row) -> Row:
        """Add the pieces of another row."""
        self.pieces += other.pieces
        self.cells += other.cells
        return self

    def extend_from(self, other: Row, column: int) -> Row:
        """Go on at ``column`` with what another row has from there on."""
        self.to(column)
        at = 0
        for piece in other.pieces:
            cells = cell_len(piece.text)
            if at >= column:
                self.pieces.append(piece)
                self.cells += cells
            elif at + cells > column:
                self.put(piece.text[column - at :], piece.role)
            at += cells
        return self

    def marked(self, how: str) -> Row:
        """Let every piece stand out in one more way."""
        self.pieces = [piece._replace(role=f"{piece.role} {how}") for piece in self.pieces]
        return self

    def fitted(self, width: int) -> Row:
        """Exactly ``width`` cells: filled up with blanks, or cut with an ellipsis."""
        if self.cells <= width:
            return self.to(width)
        cut = Row()
        for piece in self.pieces:
            room = width - cut.cells
            last = piece is self.pieces[-1]
            if cell_len(piece.text) > room - (not last):
                cut.put(clip(f"{piece.text}{ellipsis()}", room), piece.role, press=piece.press)
                break
            cut.pieces.append(piece)
            cut.cells += cell_len(piece.text)
        return cut.to(width)


def rule(width: int, mark: str = "─") -> Row:
    """A thin line across."""
    return Row().put(mark * width, "rule")


def pointed(rows: Sequence[Row], pointer: str, width: int) -> list[Row]:
    """The rows of what is chosen in a list: pointed at in their first two cells, and standing out to their end."""
    first, *others = rows
    shown = [Row().put(f"{pointer} ", "accent strong").extend_from(first, 2), *others]
    return [row.fitted(width).marked("chosen") for row in shown]
