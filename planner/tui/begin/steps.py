"""The steps of beginning on a screen: what each shows, and what its widget asks for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget

from planner.domain.audit.beginning import Beginning, Stage
from planner.domain.book import unread_words
from planner.domain.grammar.reading_parts import told
from planner.domain.objective import Objective
from planner.domain.plan import Plan
from planner.domain.words import say
from planner.tui.begin.overview import Overview
from planner.tui.widgets.draw_notice import Notice, of_change, of_problem
from planner.tui.widgets.page import Page

from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.audit.look import Look
    from planner.domain.budget.budget import Proposal
    from planner.domain.budget.selection import Asked
    from planner.domain.group import Standing


class BeginSteps:
    """The steps of beginning on a screen, of which it shows one or all; what their widgets ask for is done here.

    ``open_stage`` goes to a step, or (None) to the overview; ``go_on`` to the next one that is not done.
    """

    beginning: Beginning

    def __init__(
        self,
        screen: PlannerScreen,
        open_stage: Callable[[Stage | None], Awaitable[None]],
        go_on: Callable[[], Awaitable[None]],
    ) -> None:
        self._screen, self._open_stage, self._go_on = screen, open_stage, go_on
        self.widget: Widget = Page(screen.ink, lambda _width, _height: [])

    # The widgets

    def new_step(self, stage: Stage | None) -> Widget:
        """The widget of a step; it is loaded when it is first shown."""
        drafts = self._screen.planner.drafts
        if stage is None:
            undone = self.beginning.next_undone()
            first = Stage.MIRROR if undone is None else undone
            return Overview(self._screen.ink, self.beginning, first, self._open_stage)
        if stage is Stage.GROUPS:
            from planner.tui.actions.paste_groups import PasteGroups

            return PasteGroups(self._screen.ink, self, self._screen.desk.read_list, drafts.groups)
        if stage is Stage.MIRROR:
            from planner.tui.actions.mirror_view import MirrorView

            return MirrorView(self._screen.ink, self.beginning.minutes, self._propose, self._select)
        if stage is Stage.OBJECTIVES:
            from planner.tui.begin.objectives_step import ObjectivesStep

            return ObjectivesStep(self._screen.ink, self, self._objectives(), drafts.objective, self.beginning.set_out)
        if stage is Stage.LOOK:
            from planner.tui.begin.look_step import LookStep

            usual = self._screen.desk.counted_upkeep()
            return LookStep(self._screen.ink, self, self.beginning.few, self._objectives(), usual)
        return self._plan_editor()

    @staticmethod
    def first_of(widget: Widget) -> Widget:
        """What is to have the focus in a step."""
        field = getattr(widget, "field", widget)
        assert isinstance(field, Widget)
        return field

    def show(self) -> None:
        """Show the step's data as they are now."""
        from planner.tui.actions.mirror_view import MirrorView
        from planner.tui.begin.look_step import LookStep
        from planner.tui.begin.objectives_step import ObjectivesStep

        widget = self.widget
        if isinstance(widget, Overview):
            widget.show(self.beginning)
        elif isinstance(widget, ObjectivesStep):
            widget.show(self._objectives())
        elif isinstance(widget, LookStep):
            widget.show(self.beginning.few, self._objectives())
        elif isinstance(widget, MirrorView):
            widget.renew()

    def nothing_to_do(self, stage: Stage) -> Notice:
        """Why a step cannot be opened."""
        if self.beginning.unread:
            return of_problem(unread_words())
        if stage is Stage.MIRROR or not self.beginning.in_question:
            return of_problem(say("There are no groups yet. Paste your list first, in step 1."))
        return of_problem(say("No group is selected yet. See which of them fit first, in step 2."))

    def _objectives(self) -> tuple[Objective, ...]:
        return self._screen.desk.book().active_objectives()

    # What is typed is kept until it is taken

    def keep_draft(self) -> None:
        """Keep what stands in a line, so that it is offered again."""
        from planner.tui.actions.paste_groups import PasteGroups
        from planner.tui.begin.objectives_step import ObjectivesStep

        if isinstance(self.widget, ObjectivesStep):
            self._screen.planner.drafts.objective = text = self.widget.draft
        elif isinstance(self.widget, PasteGroups):
            self._screen.planner.drafts.groups = text = self.widget.text
        else:
            return
        self._screen.tell(
            Notice(say("What you typed is kept for the next time."), role="accent") if text.strip() else Notice()
        )

    # Objectives

    def edited(self, text: str) -> None:
        """Read along."""
        from planner.tui.begin.objectives_step import ObjectivesStep

        if isinstance(self.widget, ObjectivesStep):
            reading = self._screen.desk.read_objective(text)
            self.widget.show_reading(
                told(self._screen.desk.spell_objective(reading), wrong=reading.problem is not None)
            )

    def confirmed(self, text: str, objective: Objective | None) -> None:
        """Keep an objective; what is wrong with its line stays in sight, and so does the line."""
        from planner.tui.begin.objectives_step import ObjectivesStep

        if self._keep_objective(text, objective):
            self._screen.planner.drafts.objective = ""
        elif isinstance(self.widget, ObjectivesStep):
            self.widget.refuse(objective, text)
            self.edited(text)

    def _keep_objective(self, text: str, changed: Objective | None) -> bool:
        reading = self._screen.desk.read_objective(text)
        fields = reading.fields
        if reading.problem:
            return False
        if changed is None:
            return self._screen.change(lambda: self._screen.desk.add_objective(reading.title, **fields)) is not None
        return (
            self._screen.change(lambda: self._screen.desk.edit_objective(changed.id, title=reading.title, **fields))
            is not None
        )

    async def objectives_passed(self) -> None:
        """To the next step."""
        self._screen.planner.drafts.objective = ""
        await self._go_on()

    async def left(self, _text: str) -> None:
        """Back to all steps."""
        self.keep_draft()
        await self._open_stage(None)

    async def wanted(self, wish: str, objective: Objective, by: int) -> None:
        """Change, rank, drop or remove an objective."""
        from planner.tui.begin.objectives_step import ObjectivesStep

        if wish == "edit" and isinstance(self.widget, ObjectivesStep):
            self.widget.change(objective, self._screen.desk.line_of_objective(objective))
        elif wish == "rank":
            self._screen.change(
                lambda: self._screen.desk.edit_objective(objective.id, rank=max(1, objective.rank + by))
            )
        elif wish == "remove":
            self._screen.change(lambda: self._screen.desk.remove_objective(objective.id))
        elif wish == "drop":
            await self._ask_why_dropped(objective)

    async def _ask_why_dropped(self, objective: Objective) -> None:
        from planner.tui.widgets.ask import Ask

        def drop(reason: str | None) -> None:
            if reason:
                self._screen.change(lambda: self._screen.desk.drop_objective(objective.id, reason))

        await self._screen.app.push_screen(
            Ask(self._screen.ink, say("Why is it dropped?"), "", say("such as: found a job")), drop
        )

    # Groups

    async def kept(self, text: str, standing: Standing) -> None:
        """Keep the new groups, and go on; a list that cannot be kept stays."""
        if self._screen.change(lambda: self._screen.desk.add_groups(text, standing)):
            self._screen.planner.drafts.groups = ""
            await self._go_on()

    async def nothing_new(self) -> None:
        """Nothing new: to the next step."""
        self._screen.planner.drafts.groups = ""
        await self._go_on()

    def keys_changed(self) -> None:
        """Show the keys of the list's new state."""
        self._screen.show_keys()

    # What fits

    def _propose(self, minutes: int, asked: Asked) -> Proposal:
        return self._screen.desk.propose(minutes, asked=asked)

    async def _select(self, minutes: int, asked: Asked) -> None:
        """Select what she has seen to fit, and go on."""
        if self._screen.change(lambda: self._screen.desk.apply_selection(minutes, asked=asked)):
            await self._taken()

    async def _taken(self) -> None:
        """Go on; keys typed ahead are for what comes next."""
        self._screen.set_focus(None)
        await self._go_on()

    # A closer look

    async def looked(self, seen: Mapping[str, Look]) -> None:
        """Keep what she saw in the few, and go on."""
        if self._screen.change(lambda: self._screen.desk.look_at_groups(seen)):
            await self._taken()

    # The plan

    def _plan_editor(self) -> Widget:
        """This week's plan as it is with the groups selected now; where there is none, one for her minutes."""
        from planner.tui.actions.plan_editor import PlanEditor
        from planner.tui.actions.planning import Planning

        desk = self._screen.desk
        planning = Planning(self._screen, desk.this_week, self._plan, self._leave_plan)
        plan = desk.followed_plan() or desk.plan(desk.this_week()) or planning.suggested(self.beginning.minutes)
        return PlanEditor(self._screen.ink, planning, plan or Plan({}), self.beginning.few, desk.settings().minutes)

    def _plan(self, plan: Plan) -> None:
        """Plan, and go to the week."""
        desk = self._screen.desk
        change = self._screen.change(lambda: desk.set_plan(desk.this_week(), plan))
        if change:
            self._screen.planner.show("week")
            self._screen.planner.tell(of_change(change))

    def _leave_plan(self) -> None:
        self._screen.call_later(self._open_stage, None)
