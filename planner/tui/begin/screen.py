"""Beginning: objectives, groups, a look at each, and the selection and plan that follow. It opens by itself over an
empty book, and by its key at any time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from planner.domain.audit.beginning import Stage
from planner.domain.week import Week
from planner.tui.begin.draw_steps import stage_names
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.keys import Key, bindings
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.page import Page
from planner.tui.widgets.progress import StepProgress

from .keys import BEGIN_KEYS
from .steps import BeginSteps


class BeginScreen(BeginSteps):
    """An overview of the five steps, or one of them. What is done is seen from the data; nothing is kept of its own."""

    NAME = "begin"
    KEYS = BEGIN_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(BEGIN_KEYS)  # type: ignore[assignment]

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._shown: Stage | None = None  # the step that is open; None: the overview
        self._opened = False

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        progress = StepProgress(self.ink, stage_names)
        progress.display = False
        yield progress
        self.step_widget = Page(self.ink, lambda _width, _height: [])
        yield self.step_widget

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """There is a way back to all steps in each of them."""
        return () if self._shown is None else BEGIN_KEYS

    # Showing

    def refreshed(self) -> None:
        """Ask how far she has come, and show it."""
        report = self.desk.report()
        self.found = self.desk.beginning()
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
            progress.show(self._shown, [stage for stage in Stage if self.found.done(stage)])
        if progress.display != (self._shown is not None):
            progress.display = self._shown is not None
        self.show_step()

    def on_paste_groups_keys_changed(self) -> None:
        """Show the keys of the list's new state."""
        self.show_keys()

    # Turning

    async def _open(self, stage: Stage | None) -> None:
        """Put the widget of a step (None: the overview) in the place of the other one's."""
        self._shown = stage
        widget = self.new_step(stage)
        with self.app.batch_update():  # one paint, not one without a step and one with it
            await self.step_widget.remove()
            self.step_widget = widget
            await self.mount(widget, before=self.foot)
            self.planner.hand_keys_to(self.first_of(widget))
            self._show()

    async def open_stage(self, stage: Stage | None) -> None:
        """Go to a step; one that has nothing to work on says so."""
        if stage is not None and not self.found.possible(stage):
            self.tell(self.nothing_to_do(stage))
            return
        await self._open(stage)

    async def go_on(self) -> None:
        """From the step that is open to the next one that is not done, else to the overview."""
        self.renew()
        await self._open(self.found.next_undone(after=self._shown))

    async def action_overview(self) -> None:
        """Back to all steps."""
        if self._shown is not None:
            self.tell(Notice())
            await self._open(None)

    async def on_step_progress_step_clicked(self, event: StepProgress.StepClicked) -> None:
        """Go to the step that was clicked."""
        self.keep_draft()
        await self.open_stage(Stage(event.step))
