"""Keeping in touch from a screen: logging with the chosen person, what comes next with them, and when to meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.grammar.quickline import marked
from planner.domain.group import Group
from planner.domain.people.tie_list import TieRow
from planner.domain.person import Person
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..actions.following import Following
from ..actions.quick_logging import QuickLogging

if TYPE_CHECKING:
    from planner.domain.weeks.change import Change


class KeepingInTouch(QuickLogging):
    """A screen with a chosen person, on whom all its acting keys act."""

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._following = Following(self)

    @property
    def row(self) -> TieRow | None:
        """The chosen person with their tie."""
        raise NotImplementedError

    @property
    def person(self) -> Person | None:
        """The chosen person."""
        return self.row.person if self.row else None

    # The quick-log bar

    def chosen_group(self) -> Group | None:
        """The group in which they usually meet."""
        groups = self.desk.book().groups
        return next((groups[id_] for id_ in self.row.groups if id_ in groups), None) if self.row else None

    def bar_for(self) -> str:
        """A text that was left is offered again for the same person only."""
        return self.person.id if self.person else ""

    def proposed_text(self) -> str:
        """The person, in the line."""
        return f"{marked('@', self.person.id)} " if self.person else ""

    def logged(self, change: Change) -> None:
        """After a meeting, ask what next."""
        self.call_later(self._following.ask_what_next, change)

    # What comes next

    async def action_next_step(self) -> None:
        """Ask for a next step with them."""
        if self.person:
            await self._following.ask_step(self.person.id)

    async def action_arrange(self) -> None:
        """Ask for a meeting to come with them."""
        if self.person:
            group = self.chosen_group()
            text = self.proposed_text() + (f"{group.slug} " if group else "")
            await self._following.ask_meeting(self.person.id, text)

    async def action_step(self, act: str) -> None:
        """Do something to the open next step; with several, ask to which."""
        if self.row is None:
            return
        steps = self.row.steps
        if not steps:
            name = self.row.person.name
            self.tell(Notice(say("No next step is open with {person}; n sets one.", person=name), role="accent"))
        elif len(steps) == 1:
            await self._following.step_answered((act, steps[0].id))
        else:
            from planner.tui.actions.next_steps import NextSteps

            found = [each for each in self.desk.follow_ups() if each.step in steps]
            self.app.push_screen(NextSteps(self.ink, found, self.app.size.width), self._following.step_answered)

    def action_rest(self) -> None:
        """Leave the tie to rest, or wake it."""
        person = self.person
        if person:
            act = self.desk.wake_person if person.dormant else self.desk.rest_person
            self.change(lambda: act(person.id))
