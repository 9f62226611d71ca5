"""The footer: the keys that work here, the most needed ones where there is room for few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from .row import Row

GAP = 3
INDENT = 2


class Hint(NamedTuple):
    """A key as the footer shows it; of the lower rank stays the longer."""

    shown: str
    label: str
    rank: int


def footer(hints: Sequence[Hint], width: int) -> Row:
    """One row of keys in their own order; those of the highest rank go first when it is narrow."""
    ranked = sorted((hint for hint in hints if hint.rank), key=lambda hint: hint.rank)
    room, kept = width - INDENT + GAP, set()
    for hint in ranked:
        room -= cell_len(hint.shown) + 1 + cell_len(hint.label) + GAP
        if room < INDENT:
            break
        kept.add(hint)
    row = Row(INDENT)
    for hint in hints:
        if hint in kept:
            row.put("" if row.cells == INDENT else " " * GAP).put(hint.shown, "accent").put(f" {hint.label}", "dim")
    return row.fitted(width)
