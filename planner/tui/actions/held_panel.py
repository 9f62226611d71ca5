"""Asks once what became of a meeting whose time has passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import INDENT, question
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, answers, bindings

from ..widgets.panel import Panel


class Held(Panel[str]):
    """Answers with ``held``, ``length``, ``moved`` or ``missed``; None to answer later."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        answers("enter", "answer('held')", lambda: say("it was held: log it"), 1),
        answers("l", "answer('length')", lambda: say("held, of another length"), 2),
        answers("t", "answer('moved')", lambda: say("moved to another time"), 2),
        answers("m", "answer('missed')", lambda: say("missed"), 3),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("held", KEYS)
    ABOUT = About(
        lambda: say("A meeting to answer"),
        lambda: say(
            "A meeting that you arranged becomes an entry of the log once you say that it was held. Say "
            "so too where it took longer, was moved or was missed."
        ),
    )

    def __init__(self, ink: Ink, meeting: str, width: int) -> None:
        super().__init__(ink, [Row(INDENT).put(line) for line in paragraph(meeting, width - 2 * INDENT)])

    def title_rows(self, width: int) -> Sequence[Row]:
        """What is asked."""
        return question(say("Was it held?"), width)

    def action_answer(self, answer: str) -> None:
        """Answer."""
        self.dismiss(answer)
