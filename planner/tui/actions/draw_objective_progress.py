"""What a week did for the objectives: one quiet row in marks, or a row each in words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.kinds import Kind
from planner.domain.objective import Served
from planner.domain.weeks.progress import WeekProgress, progress_words
from planner.domain.words import minutes, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal

INDENT = 2
GAP = 4
SHORTEST = 8  # cells of a title


def corner(objectives: Sequence[WeekProgress], width: int, marks: Marks) -> Row:
    """One row: each objective with its measure in marks, titles as long as there is room for all of them."""
    figures = [_figures(each, marks) for each in objectives]
    room = width - 2 * INDENT - sum(row.cells + 2 for row in figures) - GAP * (len(figures) - 1)
    row = Row(INDENT)
    for number, (each, figure) in enumerate(zip(objectives, figures, strict=True)):
        left = len(figures) - number
        title = max(SHORTEST, room // left)
        row.put(" " * GAP if number else "").put(each.objective.title, "dim", title).put("  ").extend(figure)
        room -= min(title, cell_len(literal(each.objective.title)))
    return row.fitted(width)


def objective_rows(objectives: Sequence[WeekProgress], width: int, marks: Marks) -> list[Row]:
    """A row each: the title, and how far the week has come with it."""
    if not objectives:
        return []
    told = [progress_words(each) for each in objectives]
    longest = max(cell_len(literal(each.objective.title)) for each in objectives)
    title = max(SHORTEST, min(longest, width - 2 * INDENT - 6 - max(map(cell_len, told))))
    rows = [Row(INDENT).put(say("OBJECTIVES"), "dim strong").fitted(width)]
    for each, words in zip(objectives, told, strict=True):
        row = Row(INDENT).put(each.objective.title, "text", title).to(INDENT + title + 3)
        row.put(words, "text" if each.reached else "dim").put(f" {marks.done}" if each.reached else "", "balanced")
        rows.append(row.fitted(width))
    return rows


def _figures(progress: WeekProgress, marks: Marks) -> Row:
    """The parts of a measure that are set; without one, what was done."""
    goal, done = progress.objective.measure, progress.done
    row = Row()
    for kind, count, wanted in (
        (Kind.MEETING, done.meetings, goal.meetings),
        (Kind.CONTRIBUTION, done.contributions, goal.contributions),
    ):
        if wanted or (count and not any(goal)):
            row.put(" " if row.cells else "").put(marks.of(kind), kind.value).put(" ")
            row.extend(_of(str(count), str(wanted)))
    if goal.minutes or (not row.cells and done.minutes):
        row.put("  " if row.cells else "")
        row.extend(_of(minutes(done.minutes), minutes(goal.minutes)))
    if not row.cells and goal == Served():
        return row.put(marks.none, "dim")
    return row.put(f" {marks.done}", "balanced") if progress.reached and any(goal) else row


def _of(done: str, goal: str) -> Row:
    row = Row().put(done, "text")
    return row.put(say(" of {goal}", goal=goal), "dim") if goal != "0" else row
