"""How much of a list is out of sight."""

from __future__ import annotations

from planner.domain.words import plural

from .draw_marks import Marks
from .draw_row import Row

GUTTER = 4  # the pointer, the key, and air


def more(above: int, below: int, marks: Marks) -> Row:
    """How many rows are out of sight, above and below."""
    row = Row(GUTTER)
    if above:
        row.put(f"{marks.up} {above}  ", "accent")
    if below:
        row.put(plural(below, "{down} {n} more", "{down} {n} more", down=marks.down), "accent")
    return row
