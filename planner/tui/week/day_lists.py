"""What was done today, and earlier this week."""

from __future__ import annotations

from collections.abc import Mapping

from planner.domain.weeks.unread_report import Report
from planner.tui.week.draw_day_list import lists
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.picture import Picture

#: Rows from which the lists begin with a blank one.
AIRY_FROM = 9


class DayLists(Picture):
    """Two lists side by side, or one at a time."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._report: Report | None = None
        self._names: Mapping[str, str] = {}
        self._turned = 0

    def show(self, report: Report, names: Mapping[str, str]) -> None:
        """Show a week's lists; ``names`` are those of groups and people by id."""
        self._report, self._names = report, names
        self.redraw()

    def turn(self) -> None:
        """Show the other list, where only one fits."""
        self._turned += 1
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._report is None:
            return []
        air = [Row()] if height >= AIRY_FROM else []
        return [*air, *lists(self._report, width, height - len(air), self._names, self.ink.marks, self._turned)]
