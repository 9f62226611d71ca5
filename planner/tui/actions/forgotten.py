"""Asks once what to keep of a timer that was probably forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import Parts
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import INDENT, question
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, answers, bindings

from ..widgets.panel import Panel


class Forgotten(Panel[str]):
    """Answers with what to keep: ``usual``, ``all``, ``until HH:MM`` or ``drop``."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        answers("enter", "keep('usual')", lambda: say("the usual"), 1),
        answers("a", "keep('all')", lambda: say("all of it"), 2),
        answers("t", "until", lambda: say("until a time"), 3),
        answers("d", "keep('drop')", lambda: say("nothing"), 4),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("forgotten", KEYS)
    ABOUT = About(
        lambda: say("A run in doubt"),
        lambda: say(
            "The timer ran on for so long that it can hardly be right. None of it counts until you say what to keep."
        ),
    )

    def __init__(self, ink: Ink, ran: str, usual: str, width: int, until: Callable[[str], str]) -> None:
        """``until`` says how it is kept until a time, and raises what is wrong with one."""
        super().__init__(ink, [Row(INDENT).put(line) for line in paragraph(ran, width - 2 * INDENT)])
        self._usual, self._spell = usual, until

    def title_rows(self, width: int) -> Sequence[Row]:
        """What is asked."""
        return question(say("What is to be kept?"), width)

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Its keys, with the usual length in figures."""
        enter, *others = self.KEYS

        def usual() -> str:
            return say("the usual, {usual}", usual=self._usual)

        return (enter._replace(label=usual, words=usual), *others)

    def action_keep(self, keep: str) -> None:
        """Answer."""
        self.dismiss(keep)

    async def action_until(self) -> None:
        """Ask for the time it really ended."""
        await self._ask_until("", "")

    async def _ask_until(self, typed: str, problem: str) -> None:
        from ..widgets.ask import Ask
        from .asking import reading

        def read(line: str) -> Parts:
            return reading(lambda: self._spell(line))

        asked = Ask(self.ink, say("Until when?"), typed, say("such as 18:30"), problem=problem, read=read)
        await self.app.push_screen(asked, self._until)

    async def _until(self, time: str | None) -> None:
        if not time:
            return
        try:
            self._spell(time)
        except PlannerError as wrong:
            await self._ask_until(time, str(wrong))
        else:
            self.dismiss(f"until {time}")
