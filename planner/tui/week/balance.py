"""The balance between the hands and the eyes."""

from __future__ import annotations

from textual import events
from textual.message import Message

from planner.domain.drift.drift import Signal
from planner.domain.weeks.unread_report import Report
from planner.tui.actions.draw_balance import balance
from planner.tui.actions.draw_next_act import at_later
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named

from ..widgets.picture import Picture


class Balance(Picture):
    """The gauge, what is seen, and the next act."""

    class WhyAsked(Message):
        """The gauge was clicked: why does it stand there?"""

    class PutOff(Message):
        """The key that puts the advice off was clicked."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._report: Report | None = None
        self._signal: Signal | None = None
        self._silent = False
        self._said: list[Row] = []

    def show(self, report: Report, signal: Signal | None, *, silent: bool = False) -> None:
        """Show a week, and the reason to speak of; ``silent`` while something else is asked or advised."""
        self._report, self._signal, self._silent = report, signal, silent
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._report is None:
            return []
        why, later = named(self, "week.why", "week.put-off")
        self._said = balance(
            self._report,
            width,
            height - 1,
            self.ink.marks,
            self._signal,
            [why],
            silent=self._silent,
            later=later.shown,
        )
        return [*self._said, rule(width, self.ink.marks.rule)]

    def on_click(self, event: events.Click) -> None:
        """A click on the key under the gauge presses it; anywhere else it asks why."""
        event.stop()
        event.prevent_default()  # the key that asks why is drawn here, too
        row = self._said[event.y] if event.y < len(self._said) else Row()
        on_key = at_later(row) <= event.x < len(row.text.rstrip())
        self.post_message(self.PutOff() if on_key else self.WhyAsked())
