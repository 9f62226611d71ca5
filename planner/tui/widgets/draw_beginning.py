"""An empty screen is a beginning: what is not there yet, and the keys that lead on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from .draw_footer import Hint
from .draw_paragraph import paragraph
from .draw_row import Row

INDENT = 2
GAP = 3

#: Keys as they are read, each with what it does in a sentence.
Ways = Sequence[Hint]


def beginning(words: str, ways: Ways, width: int) -> list[Row]:
    """The words, large, and a row for each of the keys under them."""
    rows = [Row(), *(Row(INDENT).put(line, "text strong") for line in paragraph(words, width - 2 * INDENT)), Row()]
    start = 2 * INDENT + max((cell_len(way.shown) for way in ways), default=0) + GAP
    for way in ways:
        row = Row(2 * INDENT).put(way.shown, "accent strong", press=way.key)
        gap = " " * (start - row.cells)
        rows.append(row.put(f"{gap}{way.label}", "dim", press=way.key))
    return [row.fitted(width) for row in rows]
