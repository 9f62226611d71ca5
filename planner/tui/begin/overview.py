"""The overview of beginning: five steps, one of them chosen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding

from planner.domain.audit.beginning import Beginning, Stage
from planner.domain.words import say
from planner.tui.begin.draw_steps import overview, stage_at, stage_names
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings, read_as_one

from ..widgets.picture import Picture
from ..widgets.wheel import Wheel


def _opens(stage: Stage) -> str:
    return say("Open step {n}: {name}", n=stage + 1, name=stage_names()[stage])


_KEYS = (
    Key("enter", "enter", "open", lambda: say("go on"), lambda: say("To the chosen step"), 1),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The step above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The step below")),
    *ENDS,
    *read_as_one(
        "1-5",
        lambda: say("step"),
        lambda: say("Open a step by its number"),
        *((str(stage + 1), f"open({int(stage)})", partial(_opens, stage)) for stage in Stage),
    ),
)


class Overview(Wheel, Picture, can_focus=True):
    """Lists the steps with how far each has come; ``opened`` is told of one that is to be opened."""

    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("overview", _KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("All steps"),
        lambda: say(
            "The steps of setting up, with how far each has come. Open them in any order; what is done stays done."
        ),
    )

    def __init__(
        self, ink: Ink, beginning: Beginning, chosen: Stage, opened: Callable[[Stage], Awaitable[None]]
    ) -> None:
        super().__init__(ink)
        self._opened = opened
        self._beginning, self._chosen = beginning, chosen

    def show(self, beginning: Beginning) -> None:
        """Show the steps as they are now."""
        self._beginning = beginning
        self.redraw()

    def draw(self) -> list[Row]:
        return overview(self._beginning, self._chosen, *self.size, self.ink.marks)

    def action_move(self, rows: int) -> None:
        """Choose another step."""
        self._chosen = Stage(max(0, min(self._chosen + rows, len(Stage) - 1)))
        self.redraw()

    def action_open(self, step: int | None = None) -> None:
        """Open the chosen step, or the one of a number."""
        if step is not None:
            self._chosen = Stage(step)
            self.redraw()
        self.screen.call_later(self._opened, self._chosen)

    def on_click(self, event: events.Click) -> None:
        """A click opens a step."""
        event.stop()
        step = stage_at(event.y, self._beginning, *self.size)
        if step is not None:
            self.action_open(step)
