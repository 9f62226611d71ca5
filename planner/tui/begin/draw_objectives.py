"""The active objectives, a row each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.grammar.objective_line import until_words
from planner.domain.objective import Objective, measure_words
from planner.domain.words import say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal

INDENT = 2
TITLE = 4
GAP = 3
WIDE_FROM = 100


def objective_list(objectives: Sequence[Objective], chosen: int | None, width: int, marks: Marks) -> list[Row]:
    """Rank and title; beside it aim, weekly measure and last day, or in a row below where it is narrow."""
    if not objectives:
        return [Row(INDENT).put(say("None yet."), "dim").fitted(width)]
    told = [_told(each) for each in objectives]
    longest = max(cell_len(literal(each.title)) for each in objectives)
    most = max(map(cell_len, told))
    title = min(longest, max(20, width - TITLE - GAP - most - INDENT)) if width >= WIDE_FROM else width - TITLE - INDENT
    rows = []
    for number, (each, words) in enumerate(zip(objectives, told, strict=True)):
        held = number == chosen
        row = Row().put(f"{marks.pointer} " if held else "  ", "accent strong")
        row.put(f"{number + 1} ", "accent strong" if held else "dim")
        row.put(each.title, "text strong" if held else "text", title)
        pair = [row.to(TITLE + title + GAP).put(words, "dim")] if width >= WIDE_FROM else [row, Row(TITLE)]
        if width < WIDE_FROM:
            pair[1].put(words, "dim")
        rows += [each.fitted(width).marked("chosen") if held else each.fitted(width) for each in pair]
    return rows


def _told(objective: Objective) -> str:
    parts = [say(objective.aim.value), measure_words(objective.measure) or say("no weekly measure")]
    if objective.until:
        parts.append(until_words(objective.until))
    return ", ".join(parts)
