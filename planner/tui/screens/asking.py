"""Asking for a line of text on a screen, until it can be taken."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.errors import PlannerError

from .base import PlannerScreen


class Asking(PlannerScreen):
    """A screen that asks. A text that cannot be taken is asked for again, with what is wrong beside it."""

    async def ask_until_taken(  # noqa: PLR0917 - a question and what to do with its answer
        self,
        question: str,
        hint: str,
        take: Callable[[str], object],
        text: str = "",
        problem: str = "",
        read: Callable[[str], tuple[str, bool]] | None = None,
    ) -> None:
        """Ask for a text and hand it to ``take``; while that raises, say why and ask again with what was typed.

        ``read`` says as one types what is understood, and whether it is wrong.
        """
        from planner.tui.modals.ask import Ask

        async def answered(answer: str | None) -> None:
            if answer is None:
                return
            try:
                take(answer)
            except PlannerError as wrong:
                await self.ask_until_taken(question, hint, take, answer, str(wrong), read)

        asked = Ask(self.ink, question, text, hint, problem=problem, or_nothing=True, read=read)
        await self.app.push_screen(asked, answered)
