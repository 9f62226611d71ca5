"""Asks once what became of a meeting whose time has passed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding

from planner.domain.words import say
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.panel import Panel


class Held(Panel[str]):
    """Answers with ``held``, ``length``, ``moved`` or ``missed``; None to answer later."""

    BINDINGS: ClassVar[list[Binding]] = [
        Binding("enter", "answer('held')", show=False),
        Binding("l", "answer('length')", show=False),
        Binding("t", "answer('moved')", show=False),
        Binding("m", "answer('missed')", show=False),
    ]

    def __init__(self, ink: Ink, meeting: str) -> None:
        keys = (
            Hint("enter", say("it was held: log it"), 1),
            Hint("l", say("held, of another length"), 2),
            Hint("t", say("moved to another time"), 2),
            Hint("m", say("missed"), 3),
        )
        asked = Row(2).put(say("Was it held?"), "text strong").put(f"  {meeting}", "text")
        super().__init__(ink, [Row(), asked], keys)

    def action_answer(self, answer: str) -> None:
        """Answer."""
        self.dismiss(answer)
