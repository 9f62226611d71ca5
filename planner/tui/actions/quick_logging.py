"""Logging from a screen: the quick-log bar, and repeating the last entry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from planner.domain import words
from planner.domain.book import none_words
from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import told
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.words import say, spell_minutes
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.weeks.change import Change
    from planner.tui.actions.quick_log import QuickLogBar


class Draft(NamedTuple):
    """What was typed when the bar was left, and the kind and group (id) that stood before it; None and "" where the
    line said them."""

    text: str = ""
    kind: Kind | None = None
    group: str = ""


class QuickLogging(PlannerScreen):
    """A screen with a quick-log bar. What was typed when the bar was left is offered the next time: to be gone on with
    where it is of the same kind and group, else chosen, so that the next letter takes its place."""

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._drafts: dict[str, Draft] = {}  # by what the bar was opened for
        self._bar_for = ""
        self._bar_kind: Kind | None = None  # None: the line says it
        self._bar_group: Group | None = None

    def chosen_group(self) -> Group | None:
        """The group that the bar is to be filled in with."""
        return None

    def chosen_day(self) -> date | None:
        """The past day that the bar is to propose; None for now."""
        return None

    def bar_for(self) -> str:
        """What the bar is opened for: a text that was left is offered again for the same only."""
        return ""

    def proposed_text(self) -> str:
        """The text that the bar begins with."""
        return self._proposed_day()

    # Opening and leaving

    async def action_quick_log(self, kind: str) -> None:
        """Open the bar, with all filled in that is known, so that Enter alone logs the usual.

        It waits until the bar is there: keys typed meanwhile belong to the bar.
        """
        if self.focused is not None:
            return
        group, draft = self.chosen_group(), self._drafts.get(self.bar_for(), Draft())
        if group is None and not self.desk.book().groups:
            none = say("No groups yet. Press a on the Week screen to paste your list.")
            self.tell(of_problem(none_words(self.desk.book(), none)))
            return
        text, left_here = draft.text or self.proposed_text(), draft == Draft(draft.text, Kind(kind), _id(group))
        await self._open_bar(Kind(kind), group, text, chosen=bool(draft.text) and not left_here)

    async def take_paste(self, text: str) -> None:
        """Open the bar with pasted text as a whole line, to be looked at; where it is open, the text goes on there."""
        if self.foot.bar:
            self._bar.field.take(text)
        elif self.focused is not None:
            await super().take_paste(text)
        elif not self.desk.book().groups:
            self.planner.drafts.groups = text
            self.tell(Notice(say("No groups yet. Press a to see what you pasted as your list."), role="accent"))
        elif line := clean(text):
            await self._open_bar(None, None, line, unread=True)

    async def _open_bar(
        self, kind: Kind | None, group: Group | None, text: str, *, unread: bool = False, chosen: bool = False
    ) -> None:
        from planner.tui.actions.quick_log import QuickLogBar

        self._bar_kind, self._bar_group, self._bar_for = kind, group, self.bar_for()
        bar = QuickLogBar(self.ink, kind, group.name if group else "", text, self._placeholder(), chosen=chosen)
        await self.foot.open(bar, unread=unread)
        self._read(bar.text)

    def _proposed_day(self) -> str:
        day = self.chosen_day()
        if day is None:
            return ""
        ago = (self.desk.now().date() - day).days
        return f"{words.full_day(day).lower()} " if ago < 7 else f"{day.isoformat()} "

    def _placeholder(self) -> str:
        if not self._bar_kind:
            return say("what, which group, how many minutes, a note")
        if not self._bar_group:
            return say("which group, how many minutes, a note")
        usual = spell_minutes(self._bar_group.usual.of(self._bar_kind))
        return say("{usual}; or minutes, a note, @person, 14:30, yesterday", usual=usual)

    # What the bar asks

    @property
    def _bar(self) -> QuickLogBar:
        """The bar, while it stands in the foot."""
        return cast("QuickLogBar", self.foot.bar)

    def on_quick_log_bar_edited(self, event: QuickLogBar.Edited) -> None:
        """Read along."""
        self._read(event.text)

    def _read(self, text: str) -> None:
        try:
            reading = self.desk.read(text, self._bar_kind, self._bar_group)
        except PlannerError as problem:  # said in both rows: a damaged file is told of only once
            self.tell(of_problem(str(problem)))
            self._bar.show_reading(told(str(problem), wrong=True))
            return
        self._bar.show_reading(self.desk.reading_parts(reading))

    def on_quick_log_bar_confirmed(self, event: QuickLogBar.Confirmed) -> None:
        """Log what stands there; what is wrong with it stays in sight, and so does the text."""
        try:
            change = self.desk.log(event.text, self._bar_kind, self._bar_group)
        except PlannerError as refused:
            self._bar.show_reading(told(str(refused), wrong=True))
            return
        self._drafts[self._bar_for] = Draft()
        self.foot.close()
        self.made(change)
        self.logged(change)

    def logged(self, change: Change) -> None:
        """Something was logged from the bar."""

    def on_quick_log_bar_completion_asked(self, event: QuickLogBar.CompletionAsked) -> None:
        """Complete the word under way."""
        self._bar.offer(self.desk.complete(event.text, self._bar_kind, self._bar_group), event.step)

    def on_quick_log_bar_left(self, event: QuickLogBar.Left) -> None:
        """Leave, and keep the text."""
        draft = "" if event.text == self.proposed_text() else event.text
        self._drafts[self._bar_for] = Draft(draft, self._bar_kind, _id(self._bar_group))
        self.foot.close()
        if draft.strip():
            self.tell(Notice(say("Kept for the next time: “{text}”", text=draft.strip()), role="accent"))

    def action_again(self) -> None:
        """Log the last entry once more."""
        self.change(self.desk.again)


def _id(group: Group | None) -> str:
    return group.id if group else ""
