"""The rows of the screen, with a chosen one. Only those in sight are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events

from planner.tui.imports.draw_rows import Heading, Line, Words, line_row
from planner.tui.widgets.draw_more import more
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink

from ..widgets.table import Table


class ImportsList(Table):
    """Draws them, and says what was clicked."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._lines: Sequence[Line] = ()
        self._at = self._first = 0
        self._today: date | None = None

    def show(self, lines: Sequence[Line], at: int, today: date) -> None:
        """Show rows with the one at ``at`` chosen."""
        self._lines, self._at, self._today = lines, at, today
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        today, marks, count = self._today, self.ink.marks, len(self._lines)
        if today is None:
            return []
        sight = height - 1 if count < height else height - 2
        self._first = first_in_sight(self._first, self._at, sight, count)
        if all(isinstance(line, Words | Heading) for line in self._lines[: self._at]) and self._at < sight:
            self._first = 0  # what is said above the first that can be chosen
        seen = range(self._first, min(self._first + sight, count))
        rows = [
            line_row(self._lines[n], width, today, marks, chosen=n == self._at and bool(self._lines[n].id))
            for n in seen
        ]
        rows += [Row() for _ in range(height - 1 - len(rows))]
        if sight < height - 1:
            rows[-1] = more(self._first, count - self._first - len(seen), marks).fitted(width)
        return [*rows, rule(width, marks.rule)]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        row = self._first + event.y
        if row < len(self._lines) and event.y < self.page and self._lines[row].id:
            self.post_message(self.RowClicked(row, again=row == self._at))
