"""Adding groups on a screen: one, or a pasted list, which is read and shown before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.group import Standing
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.weeks.change import Change
    from planner.tui.actions.paste_groups_panel import Listed


class Listing(PlannerScreen):
    """A screen that takes a list of groups. One that was left, or could not be kept, is offered again."""

    def standing_of_new(self, count: int) -> Standing:  # noqa: ARG002 - what so many are to become
        """What new groups become: candidates, to be looked at first."""
        return Standing.CANDIDATE

    def groups_added(self, change: Change, new: list[str]) -> None:
        """Groups (ids) were added."""

    async def action_add_groups(self) -> None:
        """Ask for new groups."""
        from planner.tui.actions.paste_groups_panel import AskGroups

        asked = AskGroups(self.ink, self.desk.read_list, self.planner.drafts.groups, self.standing_of_new)
        await self.app.push_screen(asked, self._add_groups)

    def _add_groups(self, listed: Listed | None) -> None:
        self.planner.drafts.groups = listed.text if listed else ""
        if listed is None:
            return
        standing, known = listed.standing, set(self.desk.book().groups)
        if standing is None:
            self.tell(Notice(say("Your list is kept for the next time."), role="accent"))
        elif change := self.change(lambda: self.desk.add_groups(listed.text, standing)):
            self.planner.drafts.groups = ""
            self.groups_added(change, [id_ for id_ in self.desk.book().groups if id_ not in known])
