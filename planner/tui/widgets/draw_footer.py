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


def key_rows(hints: Sequence[Hint], width: int) -> list[Row]:
    """All of the keys, on as many rows as they need."""
    rows = [Row(INDENT)]
    for hint in hints:
        cells = cell_len(hint.shown) + 1 + cell_len(hint.label)
        if rows[-1].cells > INDENT and rows[-1].cells + GAP + cells > width:
            rows.append(Row(INDENT))
        _put(rows[-1], hint)
    return [row.fitted(width) for row in rows]


def footer(hints: Sequence[Hint], width: int) -> Row:
    """One row of keys in their own order, nine at most; those of the highest rank go first when it is narrow."""
    ranked = sorted((hint for hint in hints if hint.rank), key=lambda hint: hint.rank)
    room, kept = width - INDENT + GAP, set[Hint]()
    for hint in ranked:
        room -= cell_len(hint.shown) + 1 + cell_len(hint.label) + GAP
        if room < INDENT or len(kept) == MOST:
            break
        kept.add(hint)
    row = Row(INDENT)
    for hint in hints:
        if hint in kept:
            _put(row, hint)
    return row.fitted(width)


def _put(row: Row, hint: Hint) -> None:
    row.put("" if row.cells == INDENT else " " * GAP).put(hint.shown, "accent").put(f" {hint.label}", "dim")
