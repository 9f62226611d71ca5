"""The table of people, with a chosen one. Only the rows in sight are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from planner.domain.people.tie_list import TieRow
from planner.tui.people.draw_columns import PeopleLook
from planner.tui.people.draw_table import foot, heading, nothing, person_row
from planner.tui.widgets.draw_beginning import beginning
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named, ways_on

from ..widgets.table import Table

#: What leads on where there is nobody yet.
_BEGINNINGS = ("add", "show('imports')", "show('week')")


class PeopleTable(Table):
    """Draws the people that are shown, and says what was clicked."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._shown: Sequence[TieRow] = ()
        self._look: PeopleLook | None = None
        self._at = self._first = self._doubles = 0
        self._empty = ""

    def show(self, shown: Sequence[TieRow], at: int, look: PeopleLook, *, doubles: int, empty: str) -> None:
        """Show rows with the one at ``at`` chosen; ``empty`` is what to say where there is nobody at all."""
        self._shown, self._at, self._look, self._doubles, self._empty = shown, at, look, doubles, empty
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        marks = self.ink.marks
        if self._look is None or self._empty:
            rows = [] if self._look is None else beginning(self._empty, ways_on(self.screen, *_BEGINNINGS), width)
            return [*rows, *(Row() for _ in range(height - 1 - len(rows))), rule(width, marks.rule)]
        look, sight = self._look, self.page
        self._first = first_in_sight(self._first, self._at, sight, len(self._shown))
        seen = range(self._first, min(self._first + sight, len(self._shown)))
        rows = [person_row(self._shown[n], look, width, marks, chosen=n == self._at) for n in seen]
        rows = rows or [Row(), *nothing(width)]
        below = len(self._shown) - self._first - len(seen)
        air = [Row() for _ in range(height - 2 - len(rows))]
        step, pairs = named(self, "people.next-step", "people.doubles")
        last = foot(self._first, below, self._doubles, width, marks, pairs)
        return [heading(look, width, marks, step.shown), *rows, *air, last]

    # The mouse

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._look is None or not self._shown:
            return
        row = self._first + event.y - 1
        if event.y == 0:
            self.post_message(self.HeadingClicked(self._look.shape.column_at(event.x)))
        elif self._first <= row < min(self._first + self.page, len(self._shown)):
            self.post_message(self.RowClicked(row, again=row == self._at))
