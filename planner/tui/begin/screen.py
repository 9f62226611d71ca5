"""Beginning: all groups, the few of them that fit, objectives, a closer look at the few, and the plan that follows. It
opens by itself over an empty book, and by its key at any time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.audit.beginning import Stage
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.begin.draw_steps import stage_names
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.keys import Key, bindings
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.progress import StepProgress

from ..widgets.screen import PlannerScreen
from .keys import BEGIN_KEYS, TO_STEPS, TO_WEEK
from .steps import BeginSteps


class BeginScreen(PlannerScreen):
    """An overview of the five steps, or one of them. What is done is seen from the data; nothing is kept of its own."""

    NAME = "begin"
    KEYS = BEGIN_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("begin", BEGIN_KEYS)
    ABOUT = About(
        lambda: say("Setting up"),
        lambda: say(
            "The steps from a long list of groups to a week with a plan. Each can be opened again at any "
            "time, and what is done stays done."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._steps = BeginSteps(self, self.open_stage, self.go_on)
        self._shown: Stage | None = None  # the step that is open; None: the overview
        self._opened = False

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        progress = StepProgress(self.ink, stage_names)
        progress.display = False
        yield progress
        yield self._steps.widget

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """There is a way back to all steps in each of them."""
        return (TO_WEEK if self._shown is None else TO_STEPS,)

    # Showing

    def refreshed(self) -> None:
        """Ask how far she has come, and show it."""
        report = self.desk.report()
        self._steps.beginning = self.desk.beginning()
        timer = report.timer
        self.query_one(Masthead).show(report, self.desk.book().group_name(timer.group) if timer else "")
        if self._opened:
            self._show()
        else:
            self._opened = True
            self.call_next(self._open, None)

    def _show(self) -> None:
        progress = self.query_one(StepProgress)
        if self._shown is not None:
            progress.show(self._shown, [stage for stage in Stage if self._steps.beginning.done(stage)])
        if progress.display != (self._shown is not None):
            progress.display = self._shown is not None
        self._steps.show()

    @property
    def step(self) -> Widget:
        """The widget of the step that is open, or the overview."""
        return self._steps.widget

    # Turning

    async def _open(self, stage: Stage | None) -> None:
        """Put the widget of a step (None: the overview) in the place of the other one's."""
        self._shown = stage
        widget = self._steps.new_step(stage)
        with self.app.batch_update():  # one paint, not one without a step and one with it
            await self._steps.widget.remove()
            self._steps.widget = widget
            await self.mount(widget, before=self.foot)
            self.planner.hand_keys_to(self._steps.first_of(widget))
            self._show()

    async def open_stage(self, stage: Stage | None) -> None:
        """Go to a step; one that has nothing to work on says so."""
        if stage is not None and not self._steps.beginning.possible(stage):
            self.tell(self._steps.nothing_to_do(stage))
            return
        await self._open(stage)

    async def go_on(self) -> None:
        """From the step that is open to the one that follows, else to the overview."""
        self.renew()
        await self._open(None if self._shown is None else self._steps.beginning.following(self._shown))

    async def take_paste(self, text: str) -> None:
        """A list that is pasted over all steps is one of groups."""
        if self._shown is None and not self._steps.beginning.unread:
            drafts = self.planner.drafts
            drafts.groups = "\n".join(filter(None, (drafts.groups, text)))
            await self.open_stage(Stage.GROUPS)
        else:
            await super().take_paste(text)

    async def action_overview(self) -> None:
        """Back to all steps."""
        if self._shown is not None:
            self.tell(Notice())
            await self._open(None)

    @on(StepProgress.StepClicked)
    async def _step_clicked(self, event: StepProgress.StepClicked) -> None:
        """Go to the step that was clicked."""
        self._steps.keep_draft()
        await self.open_stage(Stage(event.step))
