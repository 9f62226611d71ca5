"""All there is to know of something, to be read and left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import LEAVE, Key, bindings
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.page import Page

from .panel import ABOVE, Panel


class PagePanel(Panel[None]):
    """A page at the foot of the screen; it is scrolled where it does not fit."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("i,enter,q", "i", "leave", LEAVE.label, LEAVE.words),)
    BINDINGS: ClassVar[list[Binding]] = bindings("page-panel", KEYS)
    ABOUT = About(
        lambda: say("All there is to know"),
        lambda: say("A page to be read, as long as it takes. Nothing is changed here."),
    )
    AUTO_FOCUS = "Page"
    #: The rows at the top of the screen that it speaks of, and therefore leaves in sight.
    LEFT: ClassVar[int] = 1

    def __init__(self, ink: Ink, title: Row, rows: Callable[[int, int], list[Row]], width: int, height: int) -> None:
        super().__init__(ink, ())
        self._title = title
        self._page = Page(ink, rows, alone=True)
        self._page.styles.height = min(len(rows(width, height)), height - ABOVE - self.LEFT)

    def title_rows(self, width: int) -> Sequence[Row]:  # noqa: ARG002 - as in Panel
        """What it is about."""
        return [self._title]

    def compose_body(self) -> Iterable[Widget]:
        yield LinePicture(self.ink, Row())
        yield self._page
