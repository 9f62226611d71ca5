"""Asking for a line of text on a screen, until it can be taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import Parts, told
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.choice import Choice
from ..widgets.screen import PlannerScreen


def reading(spell: Callable[[], str]) -> Parts:
    """What is understood as one types, in words, or why nothing is."""
    try:
        return told(spell(), wrong=False)
    except PlannerError as wrong:
        return told(str(wrong), wrong=True)


async def ask_until_taken(  # noqa: PLR0917 - a question and what to do with its answer
    screen: PlannerScreen,
    question: str,
    hint: str,
    take: Callable[[str], object],
    text: str = "",
    problem: str = "",
    read: Callable[[str], Parts] | None = None,
    draft: str = "",
    choices: Sequence[Choice] = (),
) -> None:
    """Ask for a text and hand it to ``take``; while that raises, say why and ask again with what was typed.

    ``read`` says as one types what is understood. What was typed when the question was
    left is offered again the next time that it is about the same ``draft``, where that has a name.
    """
    from planner.tui.widgets.ask import Ask

    drafts = screen.planner.drafts.lines

    async def answered(answer: str | None) -> None:
        if answer is None:
            return
        try:
            take(answer)
        except PlannerError as wrong:
            await ask_until_taken(screen, question, hint, take, answer, str(wrong), read, draft, asked.open_choices)

    def left(typed: str) -> None:
        if draft and typed.strip() and typed != text:
            drafts[draft] = typed
            screen.tell(Notice(say("Kept for the next time: “{text}”", text=typed.strip()), role="accent"))

    proposal = drafts.pop(draft, text) if draft else text
    asked = Ask(
        screen.ink,
        question,
        proposal,
        hint,
        problem=problem,
        or_nothing=True,
        read=read,
        go_on=bool(draft),
        left=left,
        choices=choices,
    )
    await screen.app.push_screen(asked, answered)
