"""Planning on a screen: what the plan editor asks for, the desk answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.errors import PlannerError
from planner.domain.grammar.durations import read_minutes
from planner.domain.plan import WEEK, Plan
from planner.domain.week import Week
from planner.domain.words import plural, say, spell_minutes
from planner.tui.widgets.draw_notice import Notice, of_problem

from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.tui.actions.plan_editor import PlanEditor


class Planning(PlannerScreen):
    """A screen that holds a plan editor for one week. It answers ``Saved`` and ``Left`` itself."""

    def planned_week(self) -> Week:
        """The week whose plan is edited."""
        raise NotImplementedError

    @property
    def plan_editor(self) -> PlanEditor:
        """The plan editor that is open."""
        from planner.tui.actions.plan_editor import PlanEditor

        return self.query_one(PlanEditor)

    def first_proposal(self) -> Plan:
        """What a week without a plan starts from: the last planned week's, else a suggestion, else nothing."""
        week = self.planned_week()
        try:
            plan = self.desk.copied_plan(week)
            if plan.lines:
                self.tell(Notice(say("Copied from the last planned week. Enter saves it."), role="accent"))
                return plan
        except PlannerError:
            pass  # there is nothing to copy
        return self._suggested(self.desk.minutes_a_week()) or Plan({})

    def on_plan_editor_copy_asked(self) -> None:
        """Show the last planned week's plan."""
        try:
            plan = self.desk.copied_plan(self.planned_week())
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            return
        self.plan_editor.load(plan)
        self.tell(Notice(say("Copied from the last planned week. Enter saves it."), role="accent"))

    async def on_plan_editor_suggest_asked(self) -> None:
        """Ask how many minutes she has."""
        from planner.tui.widgets.ask import Ask

        usual = str(self.desk.minutes_a_week())
        await self.app.push_screen(Ask(self.ink, say("Minutes this week"), usual), self._suggest)

    def _suggest(self, typed: str | None) -> None:
        if typed is None:
            return
        minutes = read_minutes(typed, WEEK)
        if minutes is None:
            self.tell(of_problem(say("“{text}” is no length of time; write 240 or 4h.", text=typed)))
            return
        plan = self._suggested(minutes)
        if plan:
            self.plan_editor.load(plan, self._hers(minutes))

    def _hers(self, minutes: int) -> int:
        """The minutes she has a week; where she had not said them yet, those that she says for this one."""
        known = self.desk.settings().minutes
        if known is None:
            try:
                self.desk.keep_minutes(minutes)
            except PlannerError as problem:
                self.tell(of_problem(str(problem)))
            self.planner.seen_now()
        return known or minutes

    def _suggested(self, minutes: int) -> Plan | None:
        """A suggestion, and in the notice what it leaves out and why; None where there can be none."""
        try:
            suggestion = self.desk.suggest(minutes, self.planned_week())
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            return None
        words = say("Suggested from {minutes}. Enter saves it.", minutes=spell_minutes(minutes))
        out = [f"{group.name}: {why}" for group, why in suggestion.left_out]
        then = (
            plural(len(out), "{n} group to park: {which}", "{n} groups to park: {which}", which=say("; ").join(out))
            if out
            else ""
        )
        self.tell(Notice(words, then, role="accent"))
        return suggestion.plan
