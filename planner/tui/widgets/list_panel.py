"""A panel with a list under its title, one row of it chosen. Of a longer list a part is in sight."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding

from planner.domain.words import say

from .draw_row import Row
from .draw_sight import first_in_sight
from .ink import Ink
from .panel import Panel, PanelPicture

Answer = TypeVar("Answer")


class ListPanel(Panel[Answer]):
    """A subclass draws its title, and the rows in sight."""

    #: Rows that are in sight at once.
    SIGHT: ClassVar[int] = 8
    BINDINGS: ClassVar[list[Binding]] = []

    def __init__(self, ink: Ink, count: int, width: int, at: int = 0) -> None:
        self._count, self._width, self._at, self._first = count, width, at, 0
        super().__init__(ink, self._drawn(ink))

    def title_row(self) -> Row:
        """What stands over the list."""
        raise NotImplementedError

    def rows_from(self, first: int, chosen: int, ink: Ink) -> list[Row]:
        """The rows in sight, from the ``first`` of the list on; the ``chosen``-th of them stands out."""
        raise NotImplementedError

    def title_rows(self, width: int) -> list[Row]:  # noqa: ARG002 - as in Panel
        """What stands over the list, and which row of a longer one is chosen."""
        title = self.title_row()
        if self._count > self.SIGHT:
            title.put(f"  {say('{n} of {count}', n=self._at + 1, count=self._count)}", "dim")
        return [title]

    def _drawn(self, ink: Ink) -> list[Row]:
        self._first = first_in_sight(self._first, self._at, self.SIGHT, self._count)
        return self.rows_from(self._first, self._at - self._first, ink)

    def action_move(self, rows: int) -> None:
        """Choose another row."""
        self._at = max(0, min(self._at + rows, self._count - 1))
        self.query_one(PanelPicture).show(self._drawn(self.ink))
        self.show_keys()

    def wheel(self, rows: int) -> None:
        """Choose further on."""
        self.action_move(rows)

    def chosen_clicked(self) -> None:
        """The chosen row was clicked once more."""

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row."""
        row = event.screen_y - self.query_one(PanelPicture).region.y
        if 0 <= row < min(self.SIGHT, self._count):
            if row + self._first == self._at:
                self.chosen_clicked()
            else:
                self.action_move(row + self._first - self._at)
