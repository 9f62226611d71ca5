"""The table of all groups: a heading, a row a group, and what of it is out of sight."""

from __future__ import annotations

from datetime import date

from planner.domain.audit import columns
from planner.domain.audit.audit import GroupAudit
from planner.domain.words import plural, say
from planner.tui.widgets import draw_table

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row
from .draw_columns import DRAWINGS, Shape


def heading(shape: Shape, shown: columns.View, width: int, marks: Marks) -> Row:
    """The columns' titles; the one that the rows are sorted by says so, and which way."""
    falls = columns.BY_NAME[shown.column].largest_first != shown.turned
    return draw_table.heading(DRAWINGS, shape.all, shown.column, width, marks, falls=falls)


def group_row(row: GroupAudit, shape: Shape, today: date, width: int, marks: Marks, *, chosen: bool) -> Row:
    """One group."""
    return draw_table.table_row(DRAWINGS, shape.all, row, today, width, marks, chosen=chosen)


def foot(shape: Shape, above: int, below: int, width: int, marks: Marks) -> Row:
    """The line under the table, in which stands what is out of sight: rows on the left, columns on the right."""
    beside = Row()
    if shape.before:
        beside.put(f" {marks.left} {len(shape.before)} ", "accent")
    if shape.after:
        count = len(shape.after)
        beside.put(f" {marks.right} {plural(count, '{n} more column', '{n} more columns')} ", "accent")
    return draw_table.foot(above, below, beside, width, marks)


def nothing(width: int) -> list[Row]:
    """What stands in the place of rows where the view shows none."""
    return draw_table.nothing(say("Nothing found. Escape shows all again."), width)
