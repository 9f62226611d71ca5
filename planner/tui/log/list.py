"""The log's rows, with a chosen entry. Only the rows in sight are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from planner.domain.entry import Entry
from planner.tui.log.draw_list import Item, LogLook, log_row
from planner.tui.widgets.draw_beginning import beginning
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import ways_on

from ..widgets.table import Table

#: What leads on where there is no entry to show.
_BEGINNINGS = ("show_all", "show('week')", "show('imports')")


class LogList(Table):
    """Draws a part of the log, and says what was clicked."""

    class EntryClicked(Message):
        """An entry was clicked; ``again`` when it was the chosen one already."""

        def __init__(self, entry: Entry, *, again: bool) -> None:
            self.entry, self.again = entry, again
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._items: Sequence[Item] = ()
        self._look: LogLook | None = None
        self._at = self._first = 0
        self._empty = ""

    def show(self, items: Sequence[Item], at: int, look: LogLook, empty: str) -> None:
        """Show rows with the one at ``at`` chosen, or the words for ``empty`` where there are none.

        Where the rows are others than before the chosen one stays at its height on the screen.
        """
        if items is not self._items:
            self._first += at - self._at
        self._items, self._at, self._look, self._empty = items, at, look, empty
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._look is None or not self._items:
            rows = beginning(self._empty, ways_on(self.screen, *_BEGINNINGS), width)
        else:
            sight = height - 1
            self._first = first_in_sight(self._first, self._at, sight, len(self._items))
            self._first = min(self._first, self._heading())
            seen = range(self._first, min(self._first + sight, len(self._items)))
            look, marks = self._look, self.ink.marks
            rows = [log_row(self._items[n], width, look, marks, chosen=n == self._at) for n in seen]
        return [*rows, *(Row() for _ in range(height - 1 - len(rows))), rule(width, self.ink.marks.rule)]

    def _heading(self) -> int:
        """The row where the headings over the chosen entry begin, if it is the first under them."""
        row = self._at
        while row and not isinstance(self._items[row - 1], Entry):
            row -= 1
        return row

    def on_click(self, event: events.Click) -> None:
        event.stop()
        row = self._first + event.y
        item = self._items[row] if row < len(self._items) and event.y < self.size.height - 1 else None
        if isinstance(item, Entry):
            self.post_message(self.EntryClicked(item, again=row == self._at))
