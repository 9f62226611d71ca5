"""The parts of the box: the keys on its upper edge, and the list of what is found."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from planner.domain.words import say

from ..widgets.draw_row import Row
from ..widgets.draw_sight import first_in_sight
from ..widgets.ink import Ink
from ..widgets.picture import Picture
from ..widgets.wheel import Turning
from ..widgets.working import hints
from .draw_find import GAP, Part, found_rows, in_box, top


class FoundList(Turning):
    """Shows parts of what is found; says which thing was clicked."""

    class Clicked(Message):
        """A thing was clicked, by its place among all."""

        def __init__(self, at: int) -> None:
            self.at = at
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._parts: Sequence[Part] = ()
        self._typed = self._empty = ""
        self._at = self._first = 0

    def show(self, parts: Sequence[Part], typed: str, at: int, empty: str) -> None:
        """Show what is found for what was typed, the ``at``-th of it chosen; ``empty`` where it is nothing."""
        self._parts, self._typed, self._at, self._empty = parts, typed, at, empty
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        rows, place = found_rows(self._parts, self._typed, self._at, width - 4, self.ink.marks)
        if self._empty:
            rows = [Row(GAP).put(self._empty, "dim")]
        self._first = 0 if self._at == 0 else first_in_sight(self._first, place, height, len(rows))
        shown = rows[self._first : self._first + height]
        shown += [Row()] * (height - len(shown))
        return [in_box(row, width, self.ink.marks) for row in shown]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        wanted, row = event.y + self._first, 0
        number = 0
        for part in self._parts:
            row += 1 if row == 0 else 2
            if row <= wanted < row + len(part.things):
                self.post_message(self.Clicked(number + wanted - row))
                return
            row += len(part.things)
            number += len(part.things)


class BoxTop(Picture):
    """The box's upper edge, with the keys that work."""

    TAKES_CLICKS_ALWAYS = True

    def fit(self, width: int) -> None:
        """Be as high as they need in a box of a width."""
        self.styles.height = len(self._drawn(width))
        self.redraw()

    def draw(self) -> list[Row]:
        return self._drawn(self.size.width)

    def _drawn(self, width: int) -> list[Row]:
        return top(say("FIND"), hints(self.screen), width, self.ink.marks)
