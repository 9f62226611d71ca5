"""The line that says which of several steps this is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from textual import events
from textual.message import Message

from planner.tui.widgets.draw_progress import progress, step_spots
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from .picture import Picture


class StepProgress(Picture):
    """Which step this is; a click on another one asks to go there."""

    DEFAULT_CSS = "StepProgress { height: 2; }"

    class StepClicked(Message):
        """Another step is wanted (from 0)."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    def __init__(self, ink: Ink, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(ink)
        self._names = names
        self._step: int | None = None
        self._done: Collection[int] = ()
        self._beside = ""

    def show(self, step: int, done: Collection[int], beside: str = "") -> None:
        """Show a step (from 0), and which are done; ``beside`` is said under it."""
        self._step, self._done, self._beside = step, done, beside
        self.redraw()

    def draw(self) -> list[Row]:
        if self._step is None:
            return []
        steps = progress(self._names(), self._step, self._done, self.size.width, self.ink.marks)
        return [steps, Row(2).put(self._beside, "dim", self.size.width - 4)]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._step is None or event.y:
            return
        for spot, step in step_spots(self._names(), self._step, self._done, self.size.width, self.ink.marks):
            if event.x in spot:
                self.post_message(self.StepClicked(step))
