"""The table of people: a heading, a row a person, and how many are out of sight."""

from __future__ import annotations

from planner.domain.people.tie_list import TieRow
from planner.domain.words import plural, say
from planner.tui.widgets import draw_table

from ..widgets.draw_footer import Hint
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row
from .draw_columns import DRAWINGS, PeopleLook


def heading(look: PeopleLook, width: int, marks: Marks, step: str = "") -> Row:
    """The columns' titles; the one that the rows are sorted by says so. ``step`` is the key that sets a next step."""
    by = look.order.sorting
    return draw_table.heading(
        DRAWINGS, look.shape.places, by.column, width, marks, falls=by.falls, keys={"step": step} if step else {}
    )


def person_row(row: TieRow, look: PeopleLook, width: int, marks: Marks, *, chosen: bool) -> Row:
    """One person."""
    return draw_table.table_row(DRAWINGS, look.shape.places, row, look, width, marks, chosen=chosen)


def foot(  # noqa: PLR0917 - a line in its surroundings
    above: int, below: int, doubles: int, width: int, marks: Marks, key: Hint
) -> Row:
    """The line under the table: how many people are out of sight on the left, how many likely doubles on the right,
    and the ``key`` that shows them."""
    pairs = Row()
    if doubles:
        words = plural(doubles, "{n} likely double", "{n} likely doubles")
        pairs.put(f" {key.shown}", "accent", press=key.key).put(f" {words} ", "dim", press=key.key)
    return draw_table.foot(above, below, pairs, width, marks)


def nothing(width: int) -> list[Row]:
    """What stands in the place of rows where none pass."""
    return draw_table.nothing(say("Nobody found. Escape shows all again."), width)
