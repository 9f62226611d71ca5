"""The search line of a list: what is typed narrows it at once."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from planner.domain.words import say
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ALWAYS, Key, bindings

from .line import LinePicture
from .line_input import LineInput


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
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    #: One goes on through what is found while one types.
    LETS = (*ALWAYS, "move", "page")

    class Typed(Message):
        """These words are looked for now."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Taken(Message):
        """The search is to stay as it is."""

    class Cleared(Message):
        """The search is over; all is to be shown again."""

    def __init__(self, ink: Ink, text: str, placeholder: str) -> None:
        super().__init__()
        self._ink, self._text, self._placeholder = ink, text, placeholder

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

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        self.post_message(self.Taken())

    def action_clear(self) -> None:
        self.post_message(self.Cleared())
