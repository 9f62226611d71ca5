"""One line to type in that is part of a list: a whole list can be pasted or typed ahead into it."""

from __future__ import annotations

from textual import events
from textual.message import Message

from .line_input import ListedLine

#: Seconds between two keys within which no hand presses them: a terminal that pastes by keystrokes does.
BURST = 0.02


class ListInput(ListedLine):
    """An input that hands its lines over one by one, and says whether its keys come from a hand.

    Enter is taken where it is typed, not when it has come by the bindings: the next line's first letters may be here
    by then.
    """

    class Line(Message):
        """A line was ended, and is gone from the input; ``text`` is empty where nothing stood there."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Pasted(Message):
        """Several lines at once; what was typed before is the beginning of the first."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Dropped(Message):
        """Delete where nothing stands: the line that is chosen is to go."""

    class TakenBack(Message):
        """Backspace where nothing stands: the line before is wanted back."""

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__(text, placeholder)
        self.keys_seen = 0
        self.in_burst = False
        self._last_key = 0.0

    def on_key(self, event: events.Key) -> None:
        """Take the time of a key, and the end of a line; within a paste that may be a line feed."""
        self.in_burst = event.time - self._last_key < BURST
        self._last_key = event.time
        self.keys_seen += 1
        if event.key == "enter" or (event.key == "ctrl+j" and self.value):
            event.stop()
            event.prevent_default()
            self.end_line()

    def end_line(self) -> None:
        """Hand the line over, as Enter does."""
        text, self.value = self.value, ""
        self.post_message(self.Line(text))

    def _on_paste(self, event: events.Paste) -> None:
        """One line is typed in, several are handed over."""
        event.stop()
        event.prevent_default()
        if len(event.text.splitlines()) > 1 or event.text.endswith(("\n", "\r")):
            at = self.cursor_position
            text, self.value = self.value[:at] + event.text + self.value[at:], ""
            self.post_message(self.Pasted(text))
        else:
            self.take(event.text)

    def action_delete_left(self) -> None:
        """Rub out, or take the line before back."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.TakenBack())

    def action_delete_right(self) -> None:
        """Rub out what follows, or drop the chosen line."""
        if self.value:
            super().action_delete_right()
        else:
            self.post_message(self.Dropped())
