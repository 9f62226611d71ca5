"""The review's progress line."""

from __future__ import annotations

from textual import events
from textual.message import Message

from planner.tui.draw.review_progress import progress, step_spots
from planner.tui.draw.row import Row
from planner.tui.ink import Ink

from .picture import Picture


class ReviewProgress(Picture):
    """Which step this is; a click on another one asks to go there."""

    DEFAULT_CSS = "ReviewProgress { height: 2; }"

    class StepClicked(Message):
        """Another step is wanted (0 to 4)."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._step: int | None = None

    def show(self, step: int) -> None:
        """Show a step (0 to 4)."""
        self._step = step
        self.redraw()

    def draw(self) -> list[Row]:
        return [] if self._step is None else [progress(self._step, self.size.width, self.ink.marks)]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._step is None or event.y:
            return
        for spot, step, _ in step_spots(self._step, self.size.width, self.ink.marks):
            if event.x in spot:
                self.post_message(self.StepClicked(step))
