"""The rows under a line that is typed: what was understood of it."""

from __future__ import annotations

from planner.domain.grammar.reading_parts import Parts
from planner.tui.widgets.width import room_of

from .draw_reading import reading_room, reading_rows, rows_to_warn
from .draw_row import Row
from .ink import Ink
from .picture import Picture

#: So many rows more than it has room for may go to what is doubtful or wrong.
_TO_WARN = 2
#: On a screen of fewer rows there are none to give: its keys are to stay in sight.
_NOT_LOW = 20


class ReadingView(Picture):
    """Shows a reading on as many rows as it needs and the screen has for it; never fewer than ``least``."""

    DEFAULT_CSS = "ReadingView { height: 1; }"

    def __init__(self, ink: Ink, parts: Parts = (), *, indent: int = 2, least: int = 1) -> None:
        super().__init__(ink)
        self._parts, self._indent, self._least = parts, indent, least

    def on_mount(self) -> None:
        self._fit()

    def show(self, parts: Parts) -> None:
        """Show another reading."""
        self._parts = parts
        self._fit()
        self.redraw()

    @property
    def rows_wanted(self) -> int:
        """The rows that it takes."""
        room_there = room_of(self.app)
        width, height = self.size.width or room_there.width, room_there.height
        room = reading_room(height)
        to_warn = room + (_TO_WARN if height >= _NOT_LOW else 0)
        most = max(self._least, room, min(to_warn, rows_to_warn(self._parts, width, self._indent)))
        return max(self._least, len(reading_rows(self._parts, width, most, self._indent)))

    def _fit(self) -> None:
        if self.styles.height is None or self.styles.height.value != self.rows_wanted:
            self.styles.height = self.rows_wanted

    def on_resize(self) -> None:
        self._fit()

    def draw(self) -> list[Row]:
        return reading_rows(self._parts, self.size.width, self.size.height, self._indent)
