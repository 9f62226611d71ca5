"""One cell of the cloth: what was done on one day in one group, in marks, or in a figure where marks are too many."""

from __future__ import annotations

from planner.domain.kinds import Kind, Split
from planner.domain.words import minutes

from .draw_marks import Marks
from .draw_row import Row

#: Minutes that one mark stands for.
QUARTER = 15


def marks_for(count: int) -> int:
    """How many marks ``count`` minutes are: to the nearest quarter of an hour, and one for anything at all."""
    return max(1, (2 * count + QUARTER) // (2 * QUARTER)) if count > 0 else 0


def woven(done: Split, width: int, marks: Marks, running: Kind | None = None) -> Row:
    """A day's minutes in at most ``width`` cells, kind by kind; the marks of ``running`` end in the timer's."""
    counts = {kind: marks_for(done.of(kind)) for kind in Kind}
    if running:
        counts[running] = max(1, counts[running])
    if sum(counts.values()) > width:
        return _figure(done, width, marks, running)
    row = Row()
    for kind, count in counts.items():
        still = 1 if kind is running else 0
        row.put(marks.of(kind) * (count - still), kind.value).put(marks.running * still, "accent")
    return row


def _figure(done: Split, width: int, marks: Marks, running: Kind | None) -> Row:
    """The day's total as a figure after the marks of its kinds, the longest first, as many as there is room for."""
    figure = minutes(done.total)
    kinds = sorted((kind for kind in Kind if done.of(kind)), key=lambda kind: -done.of(kind))
    row = Row()
    for kind in kinds[: max(0, width - len(figure))]:
        row.put(marks.running if kind is running else marks.of(kind), "accent" if kind is running else kind.value)
    return row.put(figure, kinds[0].value if kinds else "text")
