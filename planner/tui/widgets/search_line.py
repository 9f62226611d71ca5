"""The search line of a list: what is typed narrows it at once."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ALWAYS, Key, bindings

from .line import LinePicture
from .line_input import LineInput


class SearchOwner(Protocol):
    """Whom a search line tells; it does so by way of the screen, which says what cannot be read."""

    def typed(self, text: str) -> None:
        """These words are looked for now. Told at once, so that the line and what is found are seen in one repaint; it
        says itself what cannot be read."""

    def taken(self, text: str) -> None:
        """The search is to stay as it is."""

    def cleared(self) -> None:
        """The search is over; all is to be shown again."""


class SearchLine(Vertical):
    """Asks for words to look for."""

    DEFAULT_CSS = """
    SearchLine { height: 1; }
    SearchLine Horizontal { height: 1; }
    """
    KEYS: ClassVar[tuple[Key, ...]] = (
        Key(
            "enter", "enter", "take", lambda: say("keep what is found"), lambda: say("Keep what is found, and go on"), 1
        ),
        Key("escape", "esc", "clear", lambda: say("show all"), lambda: say("End the search, and show all again"), 2),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("search-line", KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("Search"),
        lambda: say(
            "The list narrows to what you type, as you type. Enter keeps what is found, Escape shows all again."
        ),
    )
    #: One goes on through what is found while one types.
    LETS = (*ALWAYS, "move", "page")

    def __init__(self, ink: Ink, owner: SearchOwner, text: str, placeholder: str) -> None:
        super().__init__()
        self._ink, self._owner, self._text, self._placeholder = ink, owner, text, placeholder

    #: What cannot be read yet is said over it.
    COVERS = False

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield LinePicture(self._ink, Row(2).put("/ ", "accent strong"), snug=True)
            yield LineInput(self._text, self._placeholder)

    @property
    def field(self) -> Input:
        """Where one types."""
        return self.query_one(Input)

    def on_mount(self) -> None:
        self.watch(self.field, "value", self._owner.typed, init=False)

    @on(Input.Submitted)
    def _input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        self.screen.call_later(self._owner.taken, self.field.value)

    def action_clear(self) -> None:
        self.screen.call_later(self._owner.cleared)
