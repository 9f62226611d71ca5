"""Keeping in touch from a screen: logging with the chosen person, what comes next with them, and when to meet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.domain.grammar.quickline import marked
from planner.domain.group import Group
from planner.domain.people.tie_list import TieRow
from planner.domain.person import Person
from planner.domain.words import say
from planner.tui.actions.what_next import WhatNext
from planner.tui.widgets.draw_notice import Notice

from ..actions.quick_logging import QuickLogging
from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.weeks.change import Change


class KeepingInTouch:
    """Acts on the chosen person, whose ``row`` it asks for."""

    def __init__(self, screen: PlannerScreen, row: Callable[[], TieRow | None]) -> None:
        self._screen, self._row = screen, row
        self._what_next = WhatNext(screen)
        self.quick_log = QuickLogging(
            screen, group=self._group, proposed=self._proposed, about=self._about, logged=self._logged
        )

    @property
    def _person(self) -> Person | None:
        row = self._row()
        return row.person if row else None

    # The quick-log bar

    def _group(self) -> Group | None:
        """The group in which they usually meet."""
        groups, row = self._screen.desk.book().groups, self._row()
        return next((groups[id_] for id_ in row.groups if id_ in groups), None) if row else None

    def _about(self) -> str:
        """A text that was left is offered again for the same person only."""
        return self._person.id if self._person else ""

    def _proposed(self) -> str:
        """The person, in the line."""
        return f"{marked('@', self._person.id)} " if self._person else ""

    def _logged(self, change: Change) -> None:
        """After a meeting, ask what next."""
        self._screen.call_later(self._what_next.ask_what_next, change)

    # What comes next

    async def action_next_step(self) -> None:
        """Ask for a next step with them."""
        if self._person:
            await self._what_next.ask_step(self._person.id)

    async def action_arrange(self) -> None:
        """Ask for a meeting to come with them."""
        if self._person:
            group = self._group()
            text = self._proposed() + (f"{group.slug} " if group else "")
            await self._what_next.ask_meeting(self._person.id, text)

    async def action_step(self, act: str) -> None:
        """Do something to the open next step; with several, ask to which."""
        row = self._row()
        if row is None:
            return
        steps = row.steps
        if not steps:
            name = row.person.name
            self._screen.tell(
                Notice(say("No next step is open with {person}; n sets one.", person=name), role="accent")
            )
        elif len(steps) == 1:
            await self._what_next.step_answered((act, steps[0].id))
        else:
            from planner.tui.actions.next_steps import NextSteps

            follow_ups = [each for each in self._screen.desk.follow_ups() if each.step in steps]
            self._screen.app.push_screen(NextSteps(self._screen.ink, follow_ups), self._what_next.step_answered)

    def action_rest(self) -> None:
        """Leave the tie to rest, or wake it."""
        person = self._person
        if person:
            act = self._screen.desk.wake_person if person.dormant else self._screen.desk.rest_person
            self._screen.change(lambda: act(person.id))
