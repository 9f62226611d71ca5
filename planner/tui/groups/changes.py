"""Changing groups on a screen: adding, selecting, merging, removing, the plan that follows, and opening an address."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.domain.group import Group
from planner.domain.weeks.change import Change
from planner.domain.words import say
from planner.tui.widgets.width import width_of

from ..actions.asking import ask_until_taken
from ..actions.browsing import browse
from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.budget.budget import Proposal
    from planner.domain.budget.selection import Asked


class GroupChanges:
    """Changes groups on a screen; ``group`` is the chosen one, ``choose`` chooses another by its id."""

    def __init__(self, screen: PlannerScreen, group: Callable[[], Group | None], choose: Callable[[str], None]) -> None:
        self._screen, self._group, self._choose = screen, group, choose

    def action_follow_plan(self) -> None:
        """Let this week's plan follow the groups that are selected now."""
        self._screen.change(self._screen.desk.follow_plan)

    # Adding, merging, removing

    def added(self, change: Change, new: list[str]) -> None:
        """Choose the first of them."""
        self._choose(new[0])
        self._screen.made(change)

    async def action_select(self) -> None:
        """Show which groups fit into the minutes a week has, and select them."""
        from planner.tui.groups.select import Select

        def propose(minutes: int, asked: Asked) -> Proposal:
            return self._screen.desk.propose(minutes, asked=asked)

        def keep(answer: tuple[int, Asked] | None) -> None:
            if answer:
                minutes, asked = answer
                self._screen.change(lambda: self._screen.desk.apply_selection(minutes, asked=asked))

        await self._screen.app.push_screen(Select(self._screen.ink, self._screen.desk.minutes_a_week(), propose), keep)

    async def action_merge(self) -> None:
        """Ask which group the chosen one is to be part of, show what that moves, and do it."""
        gone = self._group()
        if gone is None:
            return

        def merge_into(text: str) -> None:
            if text:
                self._ask_to_merge(gone, self._screen.desk.mergeable(text, gone.id))

        question = say("Merge {group} into", group=gone.name)
        await ask_until_taken(self._screen, question, say("the name of the group that stays"), merge_into)

    def _ask_to_merge(self, gone: Group, kept: Group) -> None:
        from planner.tui.groups.merge import Merge

        def merge(sure: bool | None) -> None:
            if sure:
                self._choose(kept.id)
                self._screen.change(lambda: self._screen.desk.merge_groups(kept.id, gone.id))

        self._screen.app.push_screen(
            Merge(self._screen.ink, gone, kept, self._screen.desk.uses_of(gone.id), width_of(self._screen.app)), merge
        )

    def action_remove(self) -> None:
        """Remove the chosen group, where nothing refers to it; one key brings it back."""
        group = self._group()
        if group:
            self._screen.change(lambda: self._screen.desk.remove_group(group.id))

    # The browser

    def action_browse(self) -> None:
        """Open the chosen group's address, if it is one of the web."""
        group = self._group()
        if group:
            browse(self._screen, group.name, group.address)
