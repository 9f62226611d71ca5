"""Planning on a screen: what the plan editor asks for, the desk answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from planner.domain.errors import Misread, PlannerError
from planner.domain.grammar.reading_parts import Parts
from planner.domain.plan import WEEK, Plan, short_words
from planner.domain.texts import shown
from planner.domain.week import Week
from planner.domain.words import plural, say, spell_minutes
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.screen import PlannerScreen
from .asking import reading

if TYPE_CHECKING:
    from planner.tui.actions.plan_editor import PlanEditor


class Planning:
    """What a plan editor on a screen asks for; ``week`` is the week whose plan is edited.

    ``saved`` is told of the plan that is to be kept, and ``left`` that all is to stay as it was.
    """

    def __init__(
        self,
        screen: PlannerScreen,
        week: Callable[[], Week],
        saved: Callable[[Plan], None],
        left: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._week, self.saved, self.left = week, saved, left

    def first_proposal(self) -> Plan:
        """What a week without a plan starts from: the last planned week's, else a suggestion, else nothing."""
        week = self._week()
        try:
            plan = self._screen.desk.copied_plan(week)
            if plan.lines:
                self._screen.tell(Notice(say("Copied from the last planned week. Enter saves it."), role="accent"))
                return plan
        except PlannerError:
            pass  # there is nothing to copy
        return self.suggested(self._screen.desk.minutes_a_week()) or Plan({})

    def copy(self, editor: PlanEditor) -> None:
        """Show the last planned week's plan."""
        try:
            plan = self._screen.desk.copied_plan(self._week())
        except PlannerError as problem:
            self._screen.tell(of_problem(str(problem)))
            return
        editor.load(plan)
        self._screen.tell(Notice(say("Copied from the last planned week. Enter saves it."), role="accent"))

    async def shorten(self, editor: PlanEditor) -> None:
        """Ask how many of her days she has, and scale the plan to them."""
        from planner.tui.widgets.ask import Ask

        hers = len(self._screen.desk.settings().work_days)
        question = say("How many of your {of} days", of=hers)

        def read(typed: str) -> Parts:
            return reading(lambda: spell_minutes(self._shortened(editor.plan, typed).total.total))

        def shorten(typed: str | None) -> None:
            if typed is None:
                return
            try:
                plan = self._shortened(editor.plan, typed)
            except Misread as problem:
                self._screen.tell(of_problem(str(problem)))
                return
            editor.load(plan)
            words = short_words(plan) or say("The plan is whole again.")
            self._screen.tell(Notice(f"{words} {say('Enter saves it.')}", role="accent"))

        proposal = str(editor.plan.short.days if editor.plan.short else max(1, hers - 1))
        await self._screen.app.push_screen(Ask(self._screen.ink, question, proposal, read=read), shorten)

    def _shortened(self, plan: Plan, typed: str) -> Plan:
        if not (typed.isascii() and typed.isdecimal() and len(typed) == 1):
            hers = len(self._screen.desk.settings().work_days)
            raise Misread(say("“{text}” is no number of days; write 0 to {of}.", text=shown(typed), of=hers))
        return self._screen.desk.shortened(plan, int(typed))

    async def suggest(self, editor: PlanEditor) -> None:
        """Ask how many minutes she has."""
        from planner.tui.widgets.ask import Ask

        usual = str(self._screen.desk.minutes_a_week())
        asked = Ask(self._screen.ink, say("Minutes this week"), usual, read=_read_week)
        await self._screen.app.push_screen(asked, partial(self._suggest, editor))

    def _suggest(self, editor: PlanEditor, typed: str | None) -> None:
        if typed is None:
            return
        try:
            minutes = _week_long(typed)
        except Misread as problem:
            self._screen.tell(of_problem(str(problem)))
            return
        plan = self.suggested(minutes)
        if plan:
            editor.load(plan, self._hers(minutes))

    def _hers(self, minutes: int) -> int:
        """The minutes she has a week; where she had not said them yet, those that she says for this one."""
        known = self._screen.desk.settings().minutes
        if known is None:
            try:
                self._screen.desk.keep_minutes(minutes)
            except PlannerError as problem:
                self._screen.tell(of_problem(str(problem)))
            self._screen.planner.seen_now()
        return known or minutes

    def suggested(self, minutes: int) -> Plan | None:
        """A suggestion, and in the notice what it leaves out and why; None where there can be none."""
        try:
            suggestion = self._screen.desk.suggest(minutes, self._week())
        except PlannerError as problem:
            self._screen.tell(of_problem(str(problem)))
            return None
        words = say("Suggested from {minutes}. Enter saves it.", minutes=spell_minutes(minutes))
        out = [f"{group.name}: {why}" for group, why in suggestion.left_out]
        then = (
            plural(len(out), "{n} group to park: {which}", "{n} groups to park: {which}", which=say("; ").join(out))
            if out
            else ""
        )
        self._screen.tell(Notice(words, then, role="accent"))
        return suggestion.plan


def _read_week(typed: str) -> Parts:
    """What is understood of the minutes of a week as they are typed."""
    return reading(lambda: spell_minutes(_week_long(typed)))


def _week_long(typed: str) -> int:
    from planner.domain.grammar.durations import read_minutes

    minutes = read_minutes(typed, WEEK)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 240 or 4h.", text=typed))
    return minutes
