"""Changing groups on a screen: a group's sheet, adding, merging, removing, and opening an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.domain.group import LOOK_LASTS, Group
from planner.domain.weeks.change import Change, offer_words
from planner.domain.words import say
from planner.tui.widgets.draw_notice import of_change

from ..actions.asking import ask_until_taken
from ..actions.browsing import browse
from ..actions.listing import Listing

if TYPE_CHECKING:
    from planner.domain.budget.budget import Proposal
    from planner.domain.budget.selection import Asked
    from planner.tui.widgets.sheet import Sheet


class GroupChanges(Listing):
    """A screen with a chosen group. A text that cannot be taken is asked for again, with what is wrong beside it."""

    @property
    def group(self) -> Group | None:
        """The chosen group."""
        raise NotImplementedError

    def choose(self, id_: str) -> None:
        """Choose a group by its id."""
        raise NotImplementedError

    # The sheet

    def on_sheet_changed(self, event: Sheet.Changed) -> None:
        """Keep a mark or a choice."""
        group = self.group
        if group:
            self.change(lambda: self._keep(group, event.field.changed(group, event.value), judged=event.field.judged))

    async def on_sheet_text_asked(self, event: Sheet.TextAsked) -> None:
        """Ask for a field's text, and keep it where it is another."""
        field, group = event.field, self.group
        if group is None:
            return

        def keep(text: str) -> None:
            value = field.read(text, self.desk.book(), self.desk.now())
            if value != field.value(group):
                self.made(self._keep(group, field.changed(group, value), judged=field.judged))

        proposal = field.typed(group)
        if field.name == "next_look" and not proposal:
            proposal = (self.desk.now().date() + LOOK_LASTS).isoformat()
        question = say("{group}, {field}", group=group.name, field=field.label())
        await ask_until_taken(self, question, field.hint(), keep, proposal)

    def _keep(self, group: Group, fields: dict[str, Any], *, judged: bool) -> Change:
        """What is judged at a look makes it one: the group asks for no other for three months."""
        if judged:
            return self.desk.look_at_group(group.id, **fields)
        return self.desk.edit_group(group.id, **fields)

    # The plan that follows

    def made(self, change: Change) -> None:
        """Say what a change did; where this week's plan would be another after it, offer that by a key."""
        super().made(change)
        if offer := offer_words(change):
            said = of_change(change)
            then = "  ".join(filter(None, (said.then, say("P: {offer}", offer=offer))))
            self.tell(said._replace(then=then, offers=True))

    def action_follow_plan(self) -> None:
        """Let this week's plan follow the groups that are selected now."""
        self.change(self.desk.follow_plan)

    # Adding, merging, removing

    def groups_added(self, change: Change, new: list[str]) -> None:
        """Choose the first of them."""
        self.choose(new[0])
        self.made(change)

    async def action_select(self) -> None:
        """Show which groups fit into the minutes a week has, and select them."""
        from planner.tui.groups.select import Select

        def propose(minutes: int, asked: Asked) -> Proposal:
            return self.desk.propose(minutes, asked=asked)

        def keep(answer: tuple[int, Asked] | None) -> None:
            if answer:
                minutes, asked = answer
                self.change(lambda: self.desk.apply_selection(minutes, asked=asked))

        await self.app.push_screen(Select(self.ink, self.desk.minutes_a_week(), propose), keep)

    async def action_merge(self) -> None:
        """Ask which group the chosen one is to be part of, show what that moves, and do it."""
        gone = self.group
        if gone is None:
            return

        def found(text: str) -> None:
            if text:
                self._ask_to_merge(gone, self.desk.mergeable(text, gone.id))

        question = say("Merge {group} into", group=gone.name)
        await ask_until_taken(self, question, say("the name of the group that stays"), found)

    def _ask_to_merge(self, gone: Group, kept: Group) -> None:
        from planner.tui.groups.merge import Merge

        def merge(sure: bool | None) -> None:
            if sure:
                self.choose(kept.id)
                self.change(lambda: self.desk.merge_groups(kept.id, gone.id))

        self.app.push_screen(Merge(self.ink, gone, kept, self.desk.uses_of(gone.id), self.app.size.width), merge)

    def action_remove(self) -> None:
        """Remove the chosen group, where nothing refers to it; one key brings it back."""
        group = self.group
        if group:
            self.change(lambda: self.desk.remove_group(group.id))

    # The browser

    def action_browse(self) -> None:
        """Open the chosen group's address, if it is one of the web."""
        group = self.group
        if group:
            browse(self, group.name, group.address)
