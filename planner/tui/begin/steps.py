"""The steps of beginning on a screen: what each shows, and what its widget asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from planner.domain.audit.beginning import Beginning, Stage
from planner.domain.errors import PlannerError
from planner.domain.grammar.reading_parts import told
from planner.domain.objective import Objective
from planner.domain.words import say
from planner.tui.begin.overview import Overview
from planner.tui.widgets.draw_notice import Notice, of_change, of_problem

from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.domain.budget.budget import Proposal
    from planner.domain.budget.selection import Asked
    from planner.tui.actions.paste_groups import PasteGroups
    from planner.tui.actions.selection_view import SelectionView
    from planner.tui.begin.look_step import LookStep
    from planner.tui.begin.objectives_step import ObjectiveList, ObjectivesStep


class BeginSteps(PlannerScreen):
    """A screen that shows one of the steps, or all of them."""

    found: Beginning
    step_widget: Widget

    async def open_stage(self, stage: Stage | None) -> None:
        """Go to a step, or (None) to the overview."""
        raise NotImplementedError

    async def go_on(self) -> None:
        """To the next step that is not done."""
        raise NotImplementedError

    # The widgets

    def new_step(self, stage: Stage | None) -> Widget:
        """The widget of a step; it is loaded when it is first shown."""
        drafts = self.planner.drafts
        if stage is None:
            return Overview(self.ink, self.found, self.found.next_undone() or Stage.OBJECTIVES)
        if stage is Stage.OBJECTIVES:
            from planner.tui.begin.objectives_step import ObjectivesStep

            return ObjectivesStep(self.ink, self._objectives(), drafts.objective)
        if stage is Stage.GROUPS:
            from planner.tui.actions.paste_groups import PasteGroups

            return PasteGroups(self.ink, self.desk.read_list, drafts.groups)
        if stage is Stage.LOOK:
            from planner.tui.begin.look_step import LookStep

            return LookStep(self.ink, self.found.in_question, self._objectives())
        from planner.tui.actions.selection_view import SelectionView

        return SelectionView(self.ink, self.found.minutes, self._propose)

    @staticmethod
    def first_of(widget: Widget) -> Widget:
        """What is to have the focus in a step."""
        field = getattr(widget, "field", widget)
        assert isinstance(field, Widget)
        return field

    def show_step(self) -> None:
        """Show the step's data as they are now."""
        from planner.tui.actions.selection_view import SelectionView
        from planner.tui.begin.look_step import LookStep
        from planner.tui.begin.objectives_step import ObjectivesStep

        widget = self.step_widget
        if isinstance(widget, Overview):
            widget.show(self.found)
        elif isinstance(widget, ObjectivesStep):
            widget.show(self._objectives())
        elif isinstance(widget, LookStep):
            widget.show(self.found.in_question, self._objectives())
        elif isinstance(widget, SelectionView):
            widget.renew()

    def nothing_to_do(self, stage: Stage) -> Notice:
        """Why a step cannot be opened."""
        if stage is Stage.LOOK:
            return of_problem(say("There are no groups to look at yet. Paste your list first, in step 2."))
        return of_problem(say("There are no groups to select from yet. Paste your list first, in step 2."))

    async def on_overview_opened(self, event: Overview.Opened) -> None:
        """Go to a step."""
        await self.open_stage(event.stage)

    def _objectives(self) -> tuple[Objective, ...]:
        return self.desk.book().active_objectives()

    # What is typed is kept until it is taken

    def keep_draft(self) -> None:
        """Keep what stands in a line, so that it is offered again."""
        from planner.tui.actions.paste_groups import PasteGroups
        from planner.tui.begin.objectives_step import ObjectivesStep

        if isinstance(self.step_widget, ObjectivesStep):
            self.planner.drafts.objective = text = self.step_widget.draft
        elif isinstance(self.step_widget, PasteGroups):
            self.planner.drafts.groups = text = self.step_widget.text
        else:
            return
        self.tell(Notice(say("What you typed is kept for the next time."), role="accent") if text.strip() else Notice())

    # Objectives

    def on_objectives_step_edited(self, event: ObjectivesStep.Edited) -> None:
        """Read along."""
        self._read(event.text)

    def _read(self, text: str) -> None:
        from planner.tui.begin.objectives_step import ObjectivesStep

        if isinstance(self.step_widget, ObjectivesStep):
            reading = self.desk.read_objective(text)
            self.step_widget.show_reading(told(self.desk.spell_objective(reading), wrong=reading.problem is not None))

    def on_objectives_step_confirmed(self, event: ObjectivesStep.Confirmed) -> None:
        """Keep an objective; what is wrong with its line stays in sight, and so does the line."""
        from planner.tui.begin.objectives_step import ObjectivesStep

        if self._keep_objective(event.text, event.objective):
            self.planner.drafts.objective = ""
        elif isinstance(self.step_widget, ObjectivesStep):
            self.step_widget.refuse(event.objective, event.text)
            self._read(event.text)

    def _keep_objective(self, text: str, changed: Objective | None) -> bool:
        reading = self.desk.read_objective(text)
        fields = reading.fields
        if reading.problem:
            return False
        if changed is None:
            return self.change(lambda: self.desk.add_objective(reading.title, **fields)) is not None
        return self.change(lambda: self.desk.edit_objective(changed.id, title=reading.title, **fields)) is not None

    async def on_objectives_step_passed(self) -> None:
        """To the next step."""
        self.planner.drafts.objective = ""
        await self.go_on()

    async def on_objectives_step_left(self) -> None:
        """Back to all steps."""
        self.keep_draft()
        await self.open_stage(None)

    async def on_objective_list_wanted(self, event: ObjectiveList.Wanted) -> None:
        """Change, rank, drop or remove an objective."""
        from planner.tui.begin.objectives_step import ObjectivesStep

        objective = event.objective
        if event.what == "edit" and isinstance(self.step_widget, ObjectivesStep):
            self.step_widget.change(objective, self.desk.line_of_objective(objective))
        elif event.what == "rank":
            self.change(lambda: self.desk.edit_objective(objective.id, rank=max(1, objective.rank + event.by)))
        elif event.what == "remove":
            self.change(lambda: self.desk.remove_objective(objective.id))
        elif event.what == "drop":
            await self._ask_why_dropped(objective)

    async def _ask_why_dropped(self, objective: Objective) -> None:
        from planner.tui.widgets.ask import Ask

        def drop(reason: str | None) -> None:
            if reason:
                self.change(lambda: self.desk.drop_objective(objective.id, reason))

        await self.app.push_screen(Ask(self.ink, say("Why is it dropped?"), "", say("such as: found a job")), drop)

    # Groups

    async def on_paste_groups_kept(self, event: PasteGroups.Kept) -> None:
        """Keep the new groups, and go on; a list that cannot be kept stays."""
        if self.change(lambda: self.desk.add_groups(event.text, event.standing)):
            self.planner.drafts.groups = ""
            await self.go_on()

    async def on_paste_groups_passed(self) -> None:
        """Nothing new: to the next step."""
        self.planner.drafts.groups = ""
        await self.go_on()

    async def on_paste_groups_left(self) -> None:
        """Back to all steps."""
        self.keep_draft()
        await self.open_stage(None)

    # The look at each

    def on_look_step_looked(self, event: LookStep.Looked) -> None:
        """Keep what she saw in a group."""
        self.change(lambda: self.desk.look_at_group(event.group.id, **event.seen._asdict()))

    async def on_look_step_passed(self) -> None:
        """All groups have been gone through."""
        await self.go_on()

    # Selection and plan

    def _propose(self, minutes: int, asked: Asked) -> Proposal:
        return self.desk.propose(minutes, asked=asked)

    def on_selection_view_applied(self, event: SelectionView.Applied) -> None:
        """Select and plan, and go to the week."""
        try:
            change = self.desk.select_and_plan(event.minutes, asked=event.asked)
        except PlannerError as problem:
            self.tell(of_problem(str(problem)))
            return
        self.planner.seen_now()
        self.planner.show("week")
        self.planner.tell(of_change(change))
