"""One line to type in. What is pasted into it becomes one line, as in the shell: a blank stands for each line's end."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from planner.domain.texts import clean

from .draw_row import literal


def one_line(text: str) -> str:
    """Pasted text as one line, without what nobody sees in it; a blank at its ends stays, as it parts two words."""
    line, ends = clean(text), text.strip("\r\n")
    return f"{' ' * ends.startswith(' ')}{line}{' ' * ends.endswith(' ')}" if line else ""


class LineInput(Input):
    """An input without a frame, as wide as there is room."""

    DEFAULT_CSS = """
    LineInput { width: 1fr; height: 1; border: none; padding: 0; background: $background; color: $foreground; }
    LineInput:focus { background-tint: $foreground 0%; }
    LineInput > .input--placeholder, LineInput > .input--suggestion { color: $dim; }
    """
    #: As in Input, but without laying the screen out anew: however long the text, the line has its one row.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        *,
        select_on_focus: bool = False,
        id: str | None = None,  # noqa: A002 - as in Input
    ) -> None:
        super().__init__(text, placeholder=placeholder, select_on_focus=select_on_focus, compact=True, id=id)
        self.cursor_blink = False

    def validate_placeholder(self, text: str) -> str:
        """What is said in it is written as all else is; what she types stays as she typed it."""
        return literal(text)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take(event.text)

    def take(self, text: str) -> None:
        """Put pasted text where the cursor stands, in place of what is selected."""
        self.replace(one_line(text), *sorted(self.selection))

    def begin(self, text: str) -> None:
        """Let a text stand in it, to be gone on with."""
        self.value = text
        self.cursor_position = len(text)


class ListedLine(LineInput):
    """A line over a list. Home and End are the list's where they have nothing to do in the line."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the line takes a key itself."""
        if action in {"home", "end"}:
            return self.cursor_position != (0 if action == "home" else len(self.value))
        return super().check_action(action, parameters)
