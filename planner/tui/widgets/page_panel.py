"""All there is to know of something, to be read and left."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.footer import KeyFooter
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import LEAVE, Key, bindings
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.page import Page
from planner.tui.widgets.width import width_of

from .panel import Panel


class PagePanel(Panel[None]):
    """A page at the foot of the screen; it is scrolled where it does not fit."""

    KEYS: ClassVar[tuple[Key, ...]] = (Key("i,enter,q", "i", "leave", LEAVE.label, LEAVE.words),)
    BINDINGS: ClassVar[list[Binding]] = bindings("page-panel", KEYS)
    ABOUT = About(
        lambda: say("All there is to know"),
        lambda: say("A page to be read, as long as it takes. Nothing is changed here."),
    )
    AUTO_FOCUS = "Page"
    DEFAULT_CSS = "PagePanel { align-vertical: bottom; } PagePanel Page { background: $background; }"

    def __init__(self, ink: Ink, rows: Callable[[int, int], list[Row]], width: int, height: int) -> None:
        super().__init__(ink, ())
        self._page = Page(ink, rows, alone=True)
        self._page.styles.height = min(len(rows(width, height)), height - 4)

    def compose(self) -> ComposeResult:
        yield LinePicture(self.ink, rule(width_of(self.app), self.ink.marks.rule))
        yield self._page
        yield LinePicture(self.ink, Row())
        yield KeyFooter(self.ink, self.hints)
