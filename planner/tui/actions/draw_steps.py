"""A next step as rows of a list."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.people.follow_ups import FollowUp, step_words, when_words

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, pointed, wrap

INDENT = 2
#: Rows that one takes at most.
MOST = 4


def step_rows(follow_up: FollowUp, width: int, marks: Marks, *, chosen: bool) -> list[Row]:
    """A step, on as many rows as its words need, and its day at the right of the first."""
    when = when_words(follow_up)
    room = max(8, width - 3 * INDENT - cell_len(when) - 2)
    lines = [line for line in wrap(step_words(follow_up), room, MOST) if line]
    rows = [
        Row(INDENT if not number else 2 * INDENT).put(line, "text strong" if chosen else "text")
        for number, line in enumerate(lines)
    ]
    rows[0].right(width - INDENT, when, "drifting" if follow_up.late > 0 else "dim")
    return pointed(rows, marks.pointer, width) if chosen else [row.fitted(width) for row in rows]
