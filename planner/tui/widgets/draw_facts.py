"""What there is to know of a group or a person: each thing beside what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.fact import Fact

from .draw_paragraph import paragraph
from .draw_row import Row

INDENT = 2
GAP = 2


def fact_rows(facts: Sequence[Fact], width: int) -> list[Row]:
    """All of it in ``width`` cells; what it is about stands in a column of its own."""
    start = max((cell_len(each.about) for each in facts), default=0) + INDENT + GAP
    rows = []
    for each in facts:
        lines = paragraph(each.words, width - start - INDENT)
        rows.append(Row(INDENT).put(each.about, "dim").to(start).put(lines[0] if lines else "", "text"))
        rows += [Row(start).put(line, "text") for line in lines[1:]]
    return rows


def cut(rows: Sequence[Row], height: int) -> list[Row]:
    """At most ``height`` rows; where there are more, the last one ends in an ellipsis."""
    kept = list(rows[:height])
    if len(rows) > height and kept:
        kept[-1].put(" …", "dim")
    return kept
