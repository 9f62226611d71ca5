"""Help over the screen or the panel in front: its keys, the marks, the quick-log line, the levels."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from planner.domain.words import say
from planner.tui.help.draw_help import KeyGroup, help_page, merged
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.footer import KeyFooter
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import COMMON, PANEL, Key, bindings
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.page import Page

from ..widgets.working import hints, working


class HelpScreen(ModalScreen[None]):
    """A page to read; Escape closes it, and what was in front is there again as it was."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("escape,question_mark,f1,q,enter", "esc", "close", lambda: say("close"), lambda: say("Close help"), 1),
        Key("pageup", "pgup", "page(-1)", lambda: say("page up"), lambda: say("A page up")),
        Key("pagedown,space", "pgdn", "page(1)", lambda: say("page down"), lambda: say("A page down")),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("help", KEYS)  # type: ignore[assignment]
    AUTO_FOCUS = "Page"
    DEFAULT_CSS = "HelpScreen { background: $background; }"

    def __init__(self, ink: Ink, front: Screen[Any], warn: str) -> None:
        super().__init__()
        self._ink = ink
        self._groups = key_groups(front)
        self._warn = warn

    def compose(self) -> ComposeResult:
        yield LinePicture(self._ink, Row(2).put(say("planner help"), "dim strong"))
        yield LinePicture(self._ink, rule(self.app.size.width, self._ink.marks.rule))
        yield Page(self._ink, partial(_page, self._groups, self._ink, self._warn), alone=True)
        yield KeyFooter(self._ink, lambda: hints(self))

    def action_page(self, pages: int) -> None:
        """A page up or down."""
        self.query_one(Page).action_page(pages)

    def action_close(self) -> None:
        """Back to what was in front."""
        self.dismiss(None)


def key_groups(front: Screen[Any]) -> tuple[KeyGroup, ...]:
    """The keys that work on a screen or in a panel as it is: its own, and those that are everywhere."""
    here: list[tuple[str, str]] = []
    everywhere: list[tuple[str, str]] = []
    for each in working(front):
        (everywhere if each.key in COMMON or each.key in PANEL[1:] else here).append((each.shown, each.key.words()))
    return KeyGroup(say("KEYS HERE"), merged(here)), KeyGroup(say("KEYS EVERYWHERE"), merged(everywhere))


def _page(groups: tuple[KeyGroup, ...], ink: Ink, warn: str, width: int, _height: int) -> list[Row]:
    return help_page(groups, width, ink.marks, warn)
