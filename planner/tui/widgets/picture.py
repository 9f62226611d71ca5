"""A widget that shows a picture: it draws rows, and repaints only those that have changed."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink


class Picture(Widget):
    """Draws what :meth:`draw` answers for its size."""

    DEFAULT_CSS = "Picture { width: 1fr; height: 1fr; }"
    #: Whether its keys are pressed while a line is typed in, too: then it shows none that would be text there.
    TAKES_CLICKS_ALWAYS: ClassVar[bool] = False
    #: As in Widget, but a picture that was given another size does not lay the screen out once more: it never scrolls.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def __init__(self, ink: Ink, id: str | None = None) -> None:  # noqa: A002 - as in Widget
        super().__init__(id=id)
        self.ink = ink
        self._rows: list[Row] = []
        self._drawn_for: Size | None = None  # the size that the rows are for; None: they are to be drawn anew

    def draw(self) -> list[Row]:
        """The rows to show in its size; what is wider or more is not seen."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw anew and repaint the rows that are other than before."""
        if self._drawn_for != self.size:
            self._drawn_for = None
            self.refresh()
            return
        before, self._rows = self._rows, self.draw()
        width, height = self.size
        changed = [y for y in range(height) if _pieces(before, y) != _pieces(self._rows, y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def on_click(self, event: events.Click) -> None:
        """A click on a key that is drawn presses it; while a line is typed in, keys would be text there."""
        key = self.row_at(event.y).key_at(event.x)
        if key and (self.TAKES_CLICKS_ALWAYS or not isinstance(self.screen.focused, Input)):
            event.stop()
            self.app.simulate_key(key)

    def row_at(self, y: int) -> Row:
        """One of the rows as they were drawn last; an empty one where there is none."""
        return self._rows[y] if 0 <= y < len(self._rows) else Row()

    def notify_style_update(self) -> None:
        """Forget what was drawn: the theme may have changed."""
        self._drawn_for = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row as a strip, filled up to the width."""
        if self._drawn_for != self.size:
            self._rows, self._drawn_for = self.draw(), self.size
        return self.ink.strip(Row().extend(self.row_at(y)).fitted(self.size.width))  # it may be drawn for another width


def _pieces(rows: list[Row], y: int) -> object:
    return rows[y].pieces if y < len(rows) else None
