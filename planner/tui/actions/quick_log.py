"""The quick-log bar: one line to type in, and under it what was understood."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from planner.domain.kinds import Kind
from planner.domain.words import say
from planner.tui.widgets.draw_notice import ROOMY
from planner.tui.widgets.draw_row import Row, wrap
from planner.tui.widgets.ink import Ink

from ..widgets.line import LinePicture


class QuickLogBar(Vertical):
    """Asks for the rest of a quick-log line whose kind and group are known."""

    DEFAULT_CSS = """
    QuickLogBar { height: auto; }
    QuickLogBar Horizontal { height: 1; }
    QuickLogBar Input { width: 1fr; height: 1; border: none; padding: 0; background: $background; color: $foreground; }
    QuickLogBar Input:focus { background-tint: $foreground 0%; }
    """
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]
        Binding("escape", "leave", show=False),
        Binding("tab", "complete", show=False, priority=True),
    ]

    class Edited(Message):
        """The text is another now; it wants to be read."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Confirmed(Edited):
        """The line is to be logged."""

    class CompletionAsked(Edited):
        """The text is to be completed."""

    class Left(Edited):
        """The bar was left; its text is to be kept."""

    def __init__(self, ink: Ink, kind: Kind, group: str, text: str, placeholder: str) -> None:
        super().__init__()
        self._ink, self._kind, self._group = ink, kind, group
        self._lead = LinePicture(ink, Row())
        self._understood, self._rest = LinePicture(ink, Row()), LinePicture(ink, Row())
        self._rest.display = False
        self.field = Input(text, placeholder=placeholder, select_on_focus=False, compact=True)
        self.field.cursor_blink = False

    def compose(self) -> ComposeResult:
        self._show_prompt()
        with Horizontal():
            yield self._lead
            yield self.field
        yield self._understood
        yield self._rest

    def ask(self, kind: Kind, group: str, text: str, placeholder: str) -> None:
        """Begin anew, for another kind, a group's name ("" where none is known) and a text to go on with."""
        self._kind, self._group = kind, group
        self._show_prompt()
        self.field.placeholder = placeholder
        with self.prevent(Input.Changed):
            self.complete_to(text)

    def _show_prompt(self) -> None:
        row = self._prompt()
        self._lead.styles.width = row.cells
        self._lead.show(row)

    def _prompt(self) -> Row:
        marks, kind = self._ink.marks, self._kind
        row = Row().put(f"{marks.running} ", "accent strong").put(f"{marks.of(kind)} {kind.title} ", kind.value)
        if self._group:
            row.put(self._group, "text strong", max(8, self.app.size.width // 4)).put(" ")
        return row.put(f"{marks.pointer} ", "accent strong")

    @staticmethod
    def told_keys() -> tuple[tuple[str, str], ...]:
        """Its keys in words, for help."""
        return (
            ("enter", say("Keep what was understood")),
            ("tab", say("Complete a group, a person or an objective")),
            ("esc", say("Leave; what was typed is kept")),
            ("f1", say("Help on what is in front")),
        )

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.field.value

    def complete_to(self, text: str) -> None:
        """Put a completion in place of what was typed."""
        self.field.value = text
        self.field.cursor_position = len(text)

    def show_reading(self, words: str, *, wrong: bool) -> None:
        """Say what was understood, or what is wrong; what is long takes a second row from what is above or below."""
        role, rows = "drifting" if wrong else "text", 2 if self.app.size.height >= ROOMY else 1
        said, *rest = wrap(words, self.app.size.width - 4, rows)
        self._understood.show(Row(2).put(said, role))
        self._rest.show(Row(2).put("".join(rest), role))
        self._rest.display = any(rest)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Confirmed(event.value))

    def action_complete(self) -> None:
        self.post_message(self.CompletionAsked(self.text))

    def action_leave(self) -> None:
        self.post_message(self.Left(self.text))
