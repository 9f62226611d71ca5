"""The table of groups, with a chosen one. Only the rows in sight are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from textual import events

from planner.domain.audit.audit import GroupAudit
from planner.domain.audit.columns import View
from planner.tui.groups.draw_columns import Shape, shape
from planner.tui.groups.draw_table import foot, group_row, heading, nothing
from planner.tui.widgets.draw_beginning import beginning
from planner.tui.widgets.draw_row import Row, literal, rule
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import ways_on

from ..widgets.table import Table

#: What leads on where there is no group yet.
_BEGINNINGS = ("add_groups", "show('imports')", "show('week')")


class GroupsTable(Table):
    """Draws the groups that are shown, scrolls through their columns, and says what was clicked."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._shown: Sequence[GroupAudit] = ()
        self._view = View()
        self._today: date | None = None
        self._at = self._first = self._column = self._longest = 0
        self._empty = ""

    def show(self, shown: Sequence[GroupAudit], at: int, view: View, today: date, *, empty: str) -> None:
        """Show rows with the one at ``at`` chosen; ``empty`` is what to say where there are no groups at all."""
        if shown is not self._shown:
            self._longest = max((cell_len(literal(row.group.name)) for row in shown), default=0)
        self._empty = empty
        sorted_anew = view.column != self._view.column
        self._shown, self._at, self._view, self._today = shown, at, view, today
        if sorted_anew:
            self._bring_into_sight(view.column)
        self.redraw()

    # Drawing

    def draw(self) -> list[Row]:
        width, height = self.size
        marks = self.ink.marks
        if self._today is None or not self._shown:
            rows = [Row(), *nothing(width)]
            if self._empty:
                rows = beginning(self._empty, ways_on(self.screen, *_BEGINNINGS), width)
            return [*rows, *(Row() for _ in range(height - 1 - len(rows))), rule(width, marks.rule)]
        shape, sight, today = self._shape(), self.page, self._today
        self._first = first_in_sight(self._first, self._at, sight, len(self._shown))
        seen = range(self._first, min(self._first + sight, len(self._shown)))
        rows = [group_row(self._shown[n], shape, today, width, marks, chosen=n == self._at) for n in seen]
        below = len(self._shown) - self._first - len(seen)
        last = foot(shape, self._first, below, width, marks)
        air = [Row() for _ in range(height - 2 - len(rows))]
        return [heading(shape, self._view, width, marks), *rows, *air, last]

    def _shape(self) -> Shape:
        return self._shape_from(self._column)

    def _shape_from(self, column: int) -> Shape:
        return shape(self.size.width, self._longest, column, self.ink.marks)

    # Columns

    def turn(self, pages: int) -> None:
        """Scroll a screenful of columns to the right (1) or to the left (-1)."""
        self._scroll(pages)
        self.redraw()

    def _scroll(self, pages: int) -> None:
        """To the right: begin after the last column in sight; to the left: end before the first one."""
        shape = self._shape()
        if pages > 0:
            self._column = len(shape.before) + len(shape.places)
        elif shape.before:
            ends = (self._shape_from(first) for first in range(len(shape.before)))
            self._column = next(len(each.before) for each in ends if shape.before[-1] not in each.after)
        self._column = len(self._shape().before)

    def _bring_into_sight(self, column: str) -> None:
        while column in self._shape().before:
            self._scroll(-1)
        while column in self._shape().after:
            self._scroll(1)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if not self._shown:
            return
        row = self._first + event.y - 1
        if event.y == 0:
            self.post_message(self.HeadingClicked(self._shape().column_at(event.x)))
        elif event.y == self.size.height - 1:
            self.turn(1 if event.x > self.size.width // 2 and self._shape().after else -1)
        elif self._first <= row < min(self._first + self.page, len(self._shown)):
            self.post_message(self.RowClicked(row, again=row == self._at))
