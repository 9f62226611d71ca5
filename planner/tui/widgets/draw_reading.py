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
    """Rows that a reading may take at most on a screen of ``height`` rows: a fifth of them, its line among these."""
    return max(1, height // 5 - 1)


#: A plain part is cut down to so many signs at the least.
_LEAST = 16


class _Word(NamedTuple):
    """What stands between two blanks; a word may be of several parts, as one in quotes is."""

    pieces: list[Piece]
    begins_fact: bool = False


def reading_rows(parts: Iterable[Part], width: int, most: int, indent: int = 2) -> list[Row]:
    """The parts broken at blanks into at most ``most`` rows.

    What is doubtful or wrong stays in sight: what was plainly understood gives way to it, the longest of it, as a
    note is, in its middle. A fact that she may not expect begins a row of its own, where there is one.
    """
    shown = _shortened(list(parts), width - indent, most, indent)
    return [row.fitted(width - indent) for row in _laid(shown, width - indent, most, indent)]


def rows_to_warn(parts: Iterable[Part], width: int, indent: int = 2) -> int:
    """The rows that what is doubtful or wrong takes by itself."""
    loud = [part for part in parts if part.role != "plain"]
    return len(_laid(loud, width - indent, sum(len(part.text) for part in loud) or 1, indent)) if loud else 0


def _shortened(parts: list[Part], end: int, most: int, indent: int) -> list[Part]:
    """The parts so that they fit into their rows, as far as plain ones can give way."""
    plain = [at for at, part in enumerate(parts) if part.role == "plain"]
    for at in plain:  # what is far too long is not laid out again and again
        parts[at] = parts[at]._replace(text=_middle_cut(parts[at].text, max(end * most, _LEAST)))
    for at in sorted(plain, key=lambda at: -len(parts[at].text)):
        if _fits(parts, end, most, indent):
            return parts
        text = parts[at].text
        low, high = min(_LEAST, len(text)), len(text)
        while low < high:
            cells = (low + high + 1) // 2
            parts[at] = parts[at]._replace(text=_middle_cut(text, cells))
            low, high = (cells, high) if _fits(parts, end, most, indent) else (low, cells - 1)
        parts[at] = parts[at]._replace(text=_middle_cut(text, low))
    while len(parts) > 1 and not _fits(parts, end, most, indent) and any(part.role != "plain" for part in parts[1:]):
        if parts[0].role != "plain":
            break
        del parts[0]
        parts[0] = parts[0]._replace(text=f"…{parts[0].text.removeprefix('…')}")
    return parts


def _middle_cut(text: str, signs: int) -> str:
    """A text of at most so many signs, its beginning and its end."""
    if len(text) <= signs:
        return text
    return f"{text[: signs // 2].rstrip()}…{text[len(text) - (signs - 1) // 2 :].lstrip()}"


def _fits(parts: Sequence[Part], end: int, most: int, indent: int) -> bool:
    return _laid(parts, end, most, indent)[-1].cells <= end


def _laid(parts: Iterable[Part], end: int, most: int, indent: int) -> list[Row]:
    """The parts on so many rows; the last one takes all that the others do not."""
    rows = [Row(indent)]
    for word in _words(parts):
        cells = sum(cell_len(piece.text) for piece in word.pieces)
        row = rows[-1]
        is_full = word.begins_fact or row.cells + 1 + cells > end
        if row.cells > indent and is_full and len(rows) < most:
            rows.append(row := Row(indent))
        row.put(" " if row.cells > indent else "")
        for piece in word.pieces:
            row.put(piece.text, piece.role)
    return rows


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
