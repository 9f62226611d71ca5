"""The weeks as bars, with one of them chosen, and the line over them."""

from __future__ import annotations

from textual import events
from textual.message import Message

from planner.domain.weeks.trends import SPANS
from planner.tui.trends.draw_title import Title, trends_title
from planner.tui.trends.draw_trends import Drawn, TrendsLook, trends_picture
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named

from ..widgets.picture import Picture
from ..widgets.wheel import Turning


class TrendsTitle(Picture):
    """How far it is looked back, and at what."""

    DEFAULT_CSS = "TrendsTitle { height: 1; }"

    class SpanClicked(Message):
        """A span was clicked."""

        def __init__(self, span: int | None) -> None:
            self.span = span
            super().__init__()

    class OnlyClicked(Message):
        """What alone is looked at was clicked, or the key for it."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._asked: int | None = SPANS[0]
        self._only = ""
        self._drawn: Title | None = None

    def show(self, asked: int | None, only: str) -> None:
        """Show how far it is looked back, and the name of what alone is looked at."""
        self._asked, self._only = asked, only
        self.redraw()

    def draw(self) -> list[Row]:
        spans, only = named(self, "trends.span.1", "trends.only.1")
        keys = spans.shown, only.shown
        self._drawn = trends_title(self._asked, self._only, self.size.width, self.ink.marks, keys)
        return [self._drawn.row]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        for tab in self._drawn.tabs if self._drawn else ():
            if tab.start <= event.x < tab.stop:
                self.post_message(self.SpanClicked(tab.span))
        if self._drawn and event.x >= self._drawn.right and not self._drawn.row.key_at(event.x):
            self.post_message(self.OnlyClicked())


class TrendsView(Turning):
    """Draws the weeks; says which column was clicked, and how far the wheel was turned."""

    class ColumnClicked(Message):
        """The column at a place was clicked."""

        def __init__(self, place: int) -> None:
            self.place = place
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._look: TrendsLook | None = None
        self._drawn: Drawn | None = None

    def show(self, look: TrendsLook) -> None:
        """Show weeks; those in sight stay as far as they can."""
        self._look = look
        self.redraw()

    def draw(self) -> list[Row]:
        if self._look is None:
            return []
        first = self._drawn.first if self._drawn else len(self._look.columns)
        self._drawn = trends_picture(self._look._replace(first=first), *self.size, self.ink.marks)
        return self._drawn.rows

    def on_click(self, event: events.Click) -> None:
        event.stop()
        place = self._drawn.column_at(event.x) if self._drawn else None
        if place is not None:
            self.post_message(self.ColumnClicked(place))
