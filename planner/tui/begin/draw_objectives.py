"""The active objectives, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.audit.setting_out import SettingOut, changed_words, share_words
from planner.domain.grammar.objective_line import until_words
from planner.domain.objective import Objective, measure_words
from planner.domain.words import say, sentences

from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, literal

INDENT = 2
TITLE = 4
GAP = 3
WIDE_FROM = 100


def objective_list(objectives: Sequence[Objective], chosen: int | None, width: int, marks: Marks) -> list[list[Row]]:
    """The rows of each: rank and title, and aim, weekly measure and last day beside it; below it, wrapped, where that
    has no room for all of them. One row alone says that there are none."""
    if not objectives:
        return [[Row(INDENT).put(say("None yet."), "dim").fitted(width)]]
    longest = max(cell_len(literal(each.title)) for each in objectives)
    beside = TITLE + longest + GAP
    fits = beside + max(cell_len(_in_words(each)) for each in objectives) + INDENT <= width
    column = beside if width >= WIDE_FROM and fits else None
    return [_rows(each, n, n == chosen, column, width, marks) for n, each in enumerate(objectives)]


def set_out_rows(found: SettingOut, width: int) -> list[Row]:
    """What she set out for, each of the first objectives with what became of it, and how much served them."""
    rows = []
    for number, each in enumerate(found.first):
        row = (
            Row(INDENT)
            .put(say("AT FIRST") if not number else "", "dim strong")
            .to(INDENT + cell_len(say("AT FIRST")) + GAP)
        )
        state = "" if each.active else say(each.pursuit.value)
        row.put(each.title, "text" if each.active else "dim", width - row.cells - cell_len(state) - GAP - INDENT)
        rows.append(row.put(f"  {state}" if state else "", "dim"))
    said = sentences(share_words(found), changed_words(found))
    return [*rows, *(Row(INDENT).put(line, "text strong") for line in paragraph(said, width - 2 * INDENT))]


def _rows(  # noqa: PLR0917 - one of a list, in its surroundings
    objective: Objective, number: int, held: bool, column: int | None, width: int, marks: Marks
) -> list[Row]:
    first, *more = paragraph(objective.title, width - TITLE - INDENT)
    role = "text strong" if held else "text"
    row = Row().put(f"{marks.pointer} " if held else "  ", "accent strong")
    row.put(f"{number + 1} ", "accent strong" if held else "dim").put(first, role)
    if column is not None:
        rows = [row.to(column).put(_in_words(objective), "dim")]
    else:
        lines = paragraph(_in_words(objective), width - TITLE - INDENT)
        rows = [row, *(Row(TITLE).put(line, role) for line in more), *(Row(TITLE).put(line, "dim") for line in lines)]
    return [each.fitted(width).marked("chosen") if held else each.fitted(width) for each in rows]


def _in_words(objective: Objective) -> str:
    parts = [say(objective.aim.value), measure_words(objective.measure) or say("no weekly measure")]
    if objective.until:
        parts.append(until_words(objective.until))
    return ", ".join(parts)
