"""Asking for a feed's address: a page has another one, so no group becomes a feed without it being asked for."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.errors import Misread
from planner.domain.grammar.addresses import feed_address
from planner.domain.grammar.reading_parts import Parts, told
from planner.domain.group import Group
from planner.domain.words import say

from ..widgets.screen import PlannerScreen


async def ask_feed(screen: PlannerScreen, group: Group, then: Callable[[str], None]) -> None:
    """Hand on the address of a group's feed, asked for where it is not known; "" where there is none.

    Nothing is handed on where she leaves the question.
    """
    if group.feed:
        then(group.feed)
        return
    from planner.tui.widgets.ask import Ask

    question = say("The feed of {group}?", group=group.name)
    hint = say("its address, such as https://lyon-ux.org/feed; Enter alone: none")

    def answered(feed: str | None) -> None:
        if feed is not None:
            then(feed)

    await screen.app.push_screen(Ask(screen.ink, question, "", hint, or_nothing=True, read=_read), answered)


def _read(text: str) -> Parts:
    """What is understood of an address, as it is typed, or what is wrong with it."""
    try:
        return told(feed_address(text), wrong=False)
    except Misread as problem:
        return told(str(problem), wrong=True)
