"""The footer: the keys that work here, the most needed ones where there is room for few."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.value import NamedTuple

from .draw_row import Row

GAP = 3
INDENT = 2
#: The most keys that are read at a glance; all of them are in help.
MOST = 9


class Hint(NamedTuple):
    """A key as the footer shows it; of the lower rank stays the longer. ``key`` is its name, which a click presses."""

    shown: str
    label: str
    rank: int
    key: str = ""


def footer(hints: Sequence[Hint], width: int) -> Row:
    """One row of keys in their own order, nine at most; those of the highest rank go first when it is narrow."""
    return _row(in_footer(hints, width)).fitted(width)


def in_footer(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The keys of this row."""
    ranked = sorted((hint for hint in hints if hint.rank), key=lambda hint: hint.rank)
    room, kept = width - INDENT + GAP, set[Hint]()
    for hint in ranked:
        room -= cell_len(hint.shown) + 1 + cell_len(hint.label) + GAP
        if room < INDENT or len(kept) == MOST:
            break
        kept.add(hint)
    return [hint for hint in hints if hint in kept]


def hint_at(line: Sequence[Hint], x: int) -> Hint | None:
    """The key of a row that the cell ``x`` belongs to."""
    for number, hint in enumerate(line):
        end = _row(line[: number + 1]).cells
        if end - cell_len(hint.shown) - 1 - cell_len(hint.label) <= x < end:
            return hint
    return None


def _row(line: Sequence[Hint]) -> Row:
    row = Row(INDENT)
    for hint in line:
        _put(row, hint)
    return row


def _put(row: Row, hint: Hint) -> None:
    row.put("" if row.cells == INDENT else " " * GAP).put(hint.shown, "accent").put(f" {hint.label}", "dim")
