"""Asks once what to keep of a timer that was probably forgotten."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding

from planner.domain.words import say
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.panel import Panel


class Forgotten(Panel[str]):
    """Answers with what to keep: ``usual``, ``all``, ``until HH:MM`` or ``drop``."""

    BINDINGS: ClassVar[list[Binding]] = [
        Binding("enter", "keep('usual')", show=False),
        Binding("a", "keep('all')", show=False),
        Binding("t", "until", show=False),
        Binding("d", "keep('drop')", show=False),
    ]

    def __init__(self, ink: Ink, asked: str, usual: str, width: int) -> None:
        keys = (
            Hint("enter", say("the usual, {usual}", usual=usual), 1),
            Hint("a", say("all of it"), 2),
            Hint("t", say("until a time"), 3),
            Hint("d", say("nothing"), 4),
        )
        super().__init__(ink, [Row(), *(Row(2).put(line, "text strong") for line in paragraph(asked, width - 4))], keys)

    def action_keep(self, keep: str) -> None:
        """Answer."""
        self.dismiss(keep)

    async def action_until(self) -> None:
        """Ask for the time it really ended."""
        from ..widgets.ask import Ask

        await self.app.push_screen(Ask(self.ink, say("Until when?"), "", say("such as 18:30")), self._until)

    def _until(self, time: str | None) -> None:
        if time:
            self.dismiss(f"until {time}")
