"""Logging from a screen: the quick-log bar, and repeating the last entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from planner.domain.book import none_words
from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import told
from planner.domain.group import Group
from planner.domain.kinds import Kind
from planner.domain.texts import clean
from planner.domain.value import NamedTuple
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


class QuickLogging:
    """The quick-log bar of a screen. What was typed when the bar was left is offered the next time: to be gone on with
    where it is of the same kind and group, else chosen, so that the next letter takes its place.

    ``group`` says which group it is to be filled in with, ``proposed`` which text it begins with, and ``about`` what it
    is opened for: a text that was left is offered again for the same only. ``logged`` is told of what was logged.
    """

    def __init__(
        self,
        screen: PlannerScreen,
        *,
        group: Callable[[], Group | None],
        proposed: Callable[[], str],
        logged: Callable[[Change], None],
        about: Callable[[], str] = lambda: "",
    ) -> None:
        self._screen = screen
        self._group, self._proposed, self._logged, self._about = group, proposed, logged, about
        self._drafts: dict[str, Draft] = {}  # by what the bar was opened for
        self._bar_for = ""
        self._bar_kind: Kind | None = None  # None: the line says it
        self._bar_group: Group | None = None

    # Opening and leaving

    async def action_quick_log(self, kind: str) -> None:
        """Open the bar, with all filled in that is known, so that Enter alone logs the usual.

        It waits until the bar is there: keys typed meanwhile belong to the bar.
        """
        if self._screen.focused is not None:
            return
        group, draft = self._group(), self._drafts.get(self._about(), Draft())
        if group is None and not self._screen.desk.book().groups:
            none = say("No groups yet. Press {key} on the Week screen to paste your list.", key=self._add_groups)
            self._screen.tell(of_problem(none_words(self._screen.desk.book(), none)))
            return
        text, left_here = draft.text or self._proposed(), draft == Draft(draft.text, Kind(kind), _id(group))
        await self._open_bar(Kind(kind), group, text, chosen=bool(draft.text) and not left_here)

    async def take_paste(self, text: str) -> bool:
        """Open the bar with pasted text as a whole line, to be looked at; where it is open, the text goes on there.
        False where something else has the keys."""
        if self._screen.foot.bar:
            cast("QuickLogBar", self._screen.foot.bar).field.take(text)
        elif self._screen.focused is not None:
            return False
        elif not self._screen.desk.book().groups:
            self._screen.planner.drafts.groups = text
            told_so = say("No groups yet. Press {key} to see what you pasted as your list.", key=self._add_groups)
            self._screen.tell(Notice(told_so, role="accent"))
        elif line := clean(text):
            await self._open_bar(None, None, line, unread=True)
        return True

    @property
    def _add_groups(self) -> str:
        """The key that does so on the Week screen."""
        return self._screen.desk.settings().key("week.add-groups", "a")

    async def _open_bar(
        self, kind: Kind | None, group: Group | None, text: str, *, unread: bool = False, chosen: bool = False
    ) -> None:
        from planner.tui.actions.quick_log import QuickLogBar

        self._bar_kind, self._bar_group, self._bar_for = kind, group, self._about()
        name = group.name if group else ""
        bar = QuickLogBar(self._screen.ink, self, kind, name, text, self._placeholder(), chosen=chosen)
        await self._screen.foot.open(bar, unread=unread)
        self.edited(bar, bar.text)

    def _placeholder(self) -> str:
        if not self._bar_kind:
            return say("what, which group, how many minutes, a note")
        if not self._bar_group:
            return say("which group, how many minutes, a note")
        usual = spell_minutes(self._bar_group.usual.of(self._bar_kind))
        return say("{usual}; or minutes, a note, @person, 14:30, yesterday", usual=usual)

    # What the bar asks

    def edited(self, bar: QuickLogBar, text: str) -> None:
        """Read along."""
        try:
            reading = self._screen.desk.read(text, self._bar_kind, self._bar_group)
        except PlannerError as problem:  # said in both rows: a damaged file is told of only once
            self._screen.tell(of_problem(str(problem)))
            bar.show_reading(told(str(problem), wrong=True))
            return
        bar.show_reading(self._screen.desk.reading_parts(reading))

    def confirmed(self, bar: QuickLogBar, text: str) -> None:
        """Log what stands there; what is wrong with it stays in sight, and so does the text."""
        try:
            change = self._screen.desk.log(text, self._bar_kind, self._bar_group)
        except PlannerError as refused:
            bar.show_reading(told(str(refused), wrong=True))
            return
        self._drafts[self._bar_for] = Draft()
        self._screen.foot.close()
        self._screen.made(change)
        self._logged(change)

    def complete(self, bar: QuickLogBar, text: str, step: int) -> None:
        """Complete the word under way."""
        bar.offer(self._screen.desk.complete(text, self._bar_kind, self._bar_group), step)

    def left(self, _bar: QuickLogBar, text: str) -> None:
        """Leave, and keep the text."""
        draft = "" if text == self._proposed() else text
        self._drafts[self._bar_for] = Draft(draft, self._bar_kind, _id(self._bar_group))
        self._screen.foot.close()
        if draft.strip():
            self._screen.tell(Notice(say("Kept for the next time: “{text}”", text=draft.strip()), role="accent"))

    def action_again(self) -> None:
        """Log the last entry once more."""
        self._screen.change(self._screen.desk.again)


def _id(group: Group | None) -> str:
    return group.id if group else ""
