"""The last weeks as small bars, where a light week leaves the lower half of its screen empty."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.weeks.bars import Bar
from planner.domain.words import say

from ..actions.draw_bars import bar_rows, scale, shape
from ..widgets.draw_footer import Hint
from ..widgets.draw_heading import heading
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row
from .draw_room import BARS_LEAST

INDENT = 2
WIDEST = 7  #: cells of a week
MOST = 9  #: rows of bars beside their line: they are small


def last_weeks(bars: Sequence[Bar], width: int, height: int, marks: Marks, key: str = "t") -> list[Row]:
    """The bars under a title that names the ``key`` to more of them, in ``height`` rows at most; with air over them
    where there is room for it."""
    names = say("hands"), say("eyes")
    start = INDENT + max(map(cell_len, names)) + 2
    at, count = shape(width - INDENT, start, len(bars), WIDEST)
    seen = bars[-count:]
    air = [Row()] if height > BARS_LEAST else []
    of = scale(seen, min(MOST, height - len(air) - 3))
    title = heading(say("LAST {n} WEEKS", n=len(seen)), [Hint(key, say("trends"), 1, "")], width)
    rows = bar_rows(seen, of, at, marks)
    for y, name in ((of.up - 1, names[0]), (of.up + 1, names[1])):
        rows[y] = Row(INDENT).put(name, "dim").to(start).extend_from(rows[y], start)
    numbers = Row(start)
    for number, bar in enumerate(seen):
        text, column = str(bar.week.number), start + number * at.step
        role = "text" if number == len(seen) - 1 else "dim"
        numbers.to(column + max(0, at.bar - cell_len(text)) // 2).put(text, role)
    return [row.fitted(width) for row in (*air, title, *rows, numbers)]
