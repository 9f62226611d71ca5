"""What a week did for the objectives: one quiet row in marks, or a row each in words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.kinds import Kind
from planner.domain.objective import Counts
from planner.domain.weeks.pace import beside
from planner.domain.weeks.progress import WeekProgress, progress_words
from planner.domain.words import say

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
    sentences = [progress_words(each) for each in objectives]
    longest = max(cell_len(literal(each.objective.title)) for each in objectives)
    title = max(SHORTEST, min(longest, width - 2 * INDENT - 6 - max(map(cell_len, sentences))))
    rows = [Row(INDENT).put(say("OBJECTIVES"), "dim strong").fitted(width)]
    for each, words in zip(objectives, sentences, strict=True):
        row = Row(INDENT).put(each.objective.title, "text", title).to(INDENT + title + 3)
        row.put(words, "text" if each.reached else "dim").put(f" {marks.done}" if each.reached else "", "balanced")
        rows.append(row.fitted(width))
    return rows


def _figures(progress: WeekProgress, marks: Marks) -> Row:
    """The goals of a measure; without one, what was done."""
    row = Row()
    for goal, count in zip(progress.objective.measure, progress.counts, strict=True):
        kind = _KINDS.get(goal.counts)
        row.put("  " if row.cells else "").put(f"{marks.of(kind)} " if kind else "", kind.value if kind else "")
        of_minutes = goal.counts is Counts.MINUTES
        row.extend(_of(*(beside(count, goal.number) if of_minutes else (str(count), str(goal.number)))))
    if row.cells:
        return row.put(f" {marks.done}", "balanced") if progress.reached else row
    for kind, count in (
        (Kind.MEETING, progress.done.meetings),
        (Kind.CONTRIBUTION, progress.done.contributions),
        (Kind.WATCHING, progress.done.watchings),
    ):
        if count:
            row.put(" " if row.cells else "").put(f"{marks.of(kind)} ", kind.value).put(str(count), "text")
    return row if row.cells else row.put(marks.none, "dim")


#: The kind in whose mark a goal is drawn; minutes are of all kinds.
_KINDS = {
    Counts.CONTRIBUTIONS: Kind.CONTRIBUTION,
    Counts.REPLIES: Kind.CONTRIBUTION,
    Counts.MEETINGS: Kind.MEETING,
    Counts.IN_PERSON: Kind.MEETING,
    Counts.NEW_PEOPLE: Kind.MEETING,
    Counts.WATCHINGS: Kind.WATCHING,
}


def _of(done: str, goal: str) -> Row:
    return Row().put(done, "text").put(say(" of {goal}", goal=goal), "dim")
