"""A live reading, drawn: its parts on as many rows as they need, the doubtful ones in the warning colour and with a
question mark, so that they are seen without colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from planner.domain.grammar.reading_parts import Part
from planner.domain.value import NamedTuple
from planner.domain.words import say

from .draw_marks import Marks
from .draw_row import BREAKS, Piece, Row, literal

_ROLES = {"plain": "text", "doubtful": "drifting", "striking": "drifting", "wrong": "drifting"}


def reading_room(height: int) -> int:
    """Rows that a reading may take at most on a screen of ``height`` rows: an eighth of them."""
    return max(1, height // 8)


class _Word(NamedTuple):
    """What stands between two blanks; a word may be of several parts, as one in quotes is."""

    pieces: list[Piece]
    begins_fact: bool = False


def reading_rows(parts: Iterable[Part], width: int, most: int, indent: int = 2) -> list[Row]:
    """The parts broken at blanks into at most ``most`` rows; what does not fit gives way to an ellipsis.

    A fact that she may not expect begins a row of its own, where there is one.
    """
    rows = [Row(indent)]
    for word in _words(parts):
        cells = sum(cell_len(piece.text) for piece in word.pieces)
        row = rows[-1]
        is_full = word.begins_fact or row.cells + 1 + cells > width - indent
        if row.cells > indent and is_full and len(rows) < most:
            rows.append(row := Row(indent))
        row.put(" " if row.cells > indent else "")
        for piece in word.pieces:
            row.put(*piece)
    return [row.fitted(width - indent) for row in rows]


def _words(parts: Iterable[Part]) -> list[_Word]:
    words = [_Word([])]
    for part in parts:
        text = part.text
        if part.role == "doubtful":
            said = text.rstrip()
            text = say("{doubt}?", doubt=said) + text[len(said) :]
        first, *others = re.split(BREAKS, text)
        words[-1].pieces.append(Piece(literal(first), _ROLES[part.role]))
        words += [
            _Word([Piece(literal(other), _ROLES[part.role])], part.role == "striking" and not at and first == ".")
            for at, other in enumerate(others)
        ]
    return [word for word in words if any(piece.text for piece in word.pieces)]


def candidates_row(candidates: Sequence[str], at: int, width: int, marks: Marks, indent: int = 2) -> Row:
    """What a word may become, beside each other; the one that stands in the line is marked, and always in sight."""
    first = 0
    while first < at and _cells(candidates[first : at + 1]) > width - 2 * indent - 2:
        first += 1
    row = Row(indent).put("… " if first else "", "dim")
    for number, each in enumerate(candidates[first:], first):
        chosen = number == at
        row.put(marks.pointer if chosen else " ", "accent strong").put(each, "text strong" if chosen else "dim").put(
            "  "
        )
    return row.fitted(width - indent)


def whole_words(hint: str, width: int) -> str:
    """The parts of a hint, with commas between them, that fit in so many cells; none is cut."""
    while hint and cell_len(hint) > width:
        hint = hint.rpartition(", ")[0]
    return hint


def _cells(candidates: Sequence[str]) -> int:
    return sum(cell_len(literal(each)) + 3 for each in candidates)
