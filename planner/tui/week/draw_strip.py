"""A forecast as a strip: its 10 % and 90 % quantiles with the median between, against the limit it is held to."""

from __future__ import annotations

from ..widgets.draw_gauge import share_of
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row


def strip(figures: tuple[float, float, float], limit: float, width: int, marks: Marks, role: str) -> Row:
    """``figures`` are low, median and high; what lies past the ``limit``'s mark has the level's ``role``."""
    scale = max(figures[2], limit * 4 / 3, 0.001)
    whole = round(1000 * scale)
    first, middle, last, post = (share_of(round(1000 * part), whole, width - 1) for part in (*figures, limit))
    row = Row()
    for cell in range(width):
        past = role if cell > post else "watching"
        if cell == post:
            row.put(marks.cap, "text strong")
        elif cell == middle:
            row.put(marks.warm, past)
        elif first <= cell <= last:
            row.put(marks.filled, past)
        else:
            row.put(marks.unfilled, "rule")
    return row
