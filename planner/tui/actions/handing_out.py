"""Handing out, on a screen: one file for her adviser, and what is asked and decided there."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from planner.domain.counsel import Voice
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.choice import Choice
from ..widgets.screen import PlannerScreen
from .asking import ask_until_taken

#: Weeks that it looks back on, where the screen says no other number.
WEEKS = 8


class HandingOut:
    """Asks on a screen where the hand-out is to be written to; names, questions and decisions are a key each."""

    def __init__(self, screen: PlannerScreen, weeks: Callable[[], int] = lambda: WEEKS) -> None:
        self._screen, self._weeks = screen, weeks
        self._named = True

    async def action_hand_out(self) -> None:
        """Ask for the file; Enter alone takes the one that is proposed."""
        from planner.interop.handouts import usual_name

        self._named = True
        usual = os.path.join("~", usual_name(self._screen.desk))
        choices = (
            Choice("1", say("without names"), self._without_names),
            Choice("2", say("a question to ask"), partial(self._keep, Voice.QUESTION), of="question"),
            Choice("3", say("what was decided"), partial(self._keep, Voice.DECIDED), of="decided"),
        )
        await ask_until_taken(
            self._screen,
            say("Write the hand-out to"),
            usual,
            lambda path: self._write(path or usual),
            usual,
            choices=choices,
        )

    def _without_names(self) -> None:
        self._named = False

    def _write(self, path: str) -> None:
        from planner.interop.handouts import check_path, write_handout

        desk, path = self._screen.desk, os.path.expanduser(path)
        check_path(path)
        written = write_handout(desk, path, desk.handout(self._weeks(), named=self._named))
        self._screen.tell(Notice(say("The hand-out is written to {path}.", path=written), role="accent"))

    async def _keep(self, voice: Voice) -> None:
        question = say("What do you want to ask?") if voice is Voice.QUESTION else say("What was decided?")
        hint = say("it stands in the next hand-out")

        def keep(text: str) -> None:
            if text:
                self._screen.made(self._screen.desk.keep_counsel(voice, text))

        await ask_until_taken(self._screen, question, hint, keep)
