"""An empty screen is a beginning: what is not there yet, and the keys that lead on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from .draw_paragraph import paragraph
from .draw_row import Row

INDENT = 2
GAP = 3

#: Keys as they are read, each with what it does.
Ways = Sequence[tuple[str, str]]


def beginning(words: str, ways: Ways, width: int) -> list[Row]:
    """The words, large, and a row for each of the keys under them."""
    rows = [Row(), *(Row(INDENT).put(line, "text strong") for line in paragraph(words, width - 2 * INDENT)), Row()]
    start = 2 * INDENT + max((cell_len(key) for key, _ in ways), default=0) + GAP
    for key, does in ways:
        rows.append(Row(2 * INDENT).put(key, "accent strong").to(start).put(does, "dim"))
    return [row.fitted(width) for row in rows]
