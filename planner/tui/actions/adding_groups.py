"""Adding groups on a screen: one, or a pasted list, which is read and shown before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.domain.group import Standing
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.weeks.change import Change
    from planner.tui.actions.paste_groups_panel import Listed


class AddingGroups:
    """Takes a list of groups on a screen. One that was left, or could not be kept, is offered again.

    ``added`` is told of the groups (ids) that are new; ``standing_of_new`` says what so many new ones become:
    candidates, to be looked at first, unless it says otherwise.
    """

    def __init__(
        self,
        screen: PlannerScreen,
        added: Callable[[Change, list[str]], None],
        standing_of_new: Callable[[int], Standing] = lambda _count: Standing.CANDIDATE,
    ) -> None:
        self._screen, self._added, self._standing_of_new = screen, added, standing_of_new

    async def action_add_groups(self) -> None:
        """Ask for new groups."""
        from planner.tui.actions.paste_groups_panel import AskGroups

        asked = AskGroups(
            self._screen.ink, self._screen.desk.read_list, self._screen.planner.drafts.groups, self._standing_of_new
        )
        await self._screen.app.push_screen(asked, self._add_groups)

    def _add_groups(self, listed: Listed | None) -> None:
        self._screen.planner.drafts.groups = listed.text if listed else ""
        if listed is None:
            return
        standing, known = listed.standing, set(self._screen.desk.book().groups)
        if standing is None:
            self._screen.tell(Notice(say("Your list is kept for the next time."), role="accent"))
        elif change := self._screen.change(lambda: self._screen.desk.add_groups(listed.text, standing)):
            self._screen.planner.drafts.groups = ""
            self._added(change, [id_ for id_ in self._screen.desk.book().groups if id_ not in known])
