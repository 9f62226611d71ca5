"""The masthead of a week."""

from __future__ import annotations

from planner.domain.weeks.unread_report import Report
from planner.tui.widgets.draw_masthead import masthead
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.ink import Ink

from .picture import Picture


class Masthead(Picture):
    """The week, the clock and the running timer, over a rule."""

    DEFAULT_CSS = "Masthead { height: 2; }"

    def __init__(self, ink: Ink, *, demo: bool = False) -> None:
        super().__init__(ink)
        self._demo = demo
        self._report: Report | None = None
        self._group = ""

    def show(self, report: Report, timer_group: str) -> None:
        """Show a week; ``timer_group`` is the name of the running timer's group."""
        self._report, self._group = report, timer_group
        self.redraw()

    def draw(self) -> list[Row]:
        if self._report is None:
            return []
        return [
            masthead(self._report, self.size.width, self._group, self.ink.marks, demo=self._demo),
            rule(self.size.width, self.ink.marks.rule),
        ]
