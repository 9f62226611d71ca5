"""Asking where a group is watched from now on: which tool, and its address; a page's is not its feed's."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.audit.elsewhere import watched_elsewhere
from planner.domain.errors import Misread
from planner.domain.grammar.moved_line import moved_words, typed_moved
from planner.domain.grammar.reading_parts import Parts, told
from planner.domain.group import Group
from planner.domain.words import say

from ..widgets.screen import PlannerScreen


async def ask_feed(screen: PlannerScreen, group: Group, then: Callable[[str], None]) -> None:
    """Hand on where a group is watched from now on, asked for where no feed of it is known: a feed's address, or
    another tool and where; "" is a feed reader without an address. One that is watched elsewhere already is proposed to
    stay there.

    Nothing is handed on where she leaves the question.
    """
    if group.feed and group.moved is None:
        then(group.feed)
        return
    from planner.tui.widgets.ask import Ask

    question = say("Where is {group} read from now on?", group=group.name)
    hint = (
        say("a feed’s address, or such as “alert: where”; Enter alone: as it is")
        if group.moved
        else say("a feed’s address, or such as “alert: where”; Enter alone: a feed reader")
    )

    def answered(feed: str | None) -> None:
        if feed is not None:
            then(feed or typed_moved(group.moved))

    def read(text: str) -> Parts:
        try:
            return told(moved_words(watched_elsewhere(group, text, screen.desk.now()).moved), wrong=False)
        except Misread as problem:
            return told(str(problem), wrong=True)

    await screen.app.push_screen(
        Ask(screen.ink, question, typed_moved(group.moved), hint, or_nothing=True, read=read), answered
    )
