"""A question, and beside it what it is about."""

from __future__ import annotations

from .draw_paragraph import paragraph
from .draw_row import Row

INDENT = 2


def question(asked: str, told: str, width: int) -> list[Row]:
    """What is asked, and after it what it is about, broken under its own beginning."""
    row = Row(INDENT).put(asked, "text strong").put("  ")
    start = row.cells
    lines = paragraph(told, width - start - INDENT)
    return [row.put(lines[0] if lines else ""), *(Row(start).put(line) for line in lines[1:])]
