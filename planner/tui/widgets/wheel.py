"""What the wheel of a mouse turns: a list goes on by rows, a page is scrolled."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.message import Message

from .picture import Picture


class Wheel:
    """A part that the wheel turns; a list chooses further on."""

    #: Rows that a turn goes on.
    TURN: ClassVar[int] = 1

    def action_move(self, rows: int) -> None:
        """Choose another row."""
        raise NotImplementedError

    def wheel(self, rows: int) -> None:
        """The wheel was turned by so many rows, down if positive."""
        self.action_move(rows)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.wheel(self.TURN)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.wheel(-self.TURN)


class Turning(Wheel, Picture):
    """A picture whose owner is told how far the wheel was turned."""

    class Turned(Message):
        """The wheel was turned by so many rows, down if positive."""

        def __init__(self, rows: int) -> None:
            self.rows = rows
            super().__init__()

    def wheel(self, rows: int) -> None:
        """Tell it."""
        self.post_message(self.Turned(rows))
