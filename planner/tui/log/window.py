"""The part of the log that is loaded: whole weeks, which grow at either end as one scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from planner.domain.entry import Entry
from planner.domain.week import Week
from planner.domain.weeks.logbook import LogWeek, by_week
from planner.tui.log.draw_list import Item, items

#: Weeks that are loaded at once: some screenfuls, in a few milliseconds.
SLICE = 6


class LogWindow:
    """Asks for the entries between two days, both included; ``newest`` and ``oldest`` are where the log ends."""

    def __init__(self, ask: Callable[[date, date], Iterable[Entry]], newest: Week, oldest: Week) -> None:
        self._ask = ask
        self._newest, self._oldest = newest, min(oldest, newest)
        self._top = self._bottom = newest
        self._weeks: tuple[LogWeek, ...] = ()
        self.items: list[Item] = []

    def around(self, week: Week) -> None:
        """Load the weeks around one, whatever was loaded before."""
        middle = max(self._oldest, min(week, self._newest))
        self._top, self._bottom = self._newer(middle), self._older(middle)
        self._take(by_week(self._ask(self._bottom.monday, self._top.sunday)))

    def older(self) -> bool:
        """Load some earlier weeks; False where there are none."""
        if self._bottom <= self._oldest:
            return False
        last, self._bottom = self._bottom.plus(-1), self._older(self._bottom)
        self._take((*self._weeks, *by_week(self._ask(self._bottom.monday, last.sunday))))
        return True

    def newer(self) -> bool:
        """Load some later weeks; False where there are none."""
        if self._top >= self._newest:
            return False
        first, self._top = self._top.plus(1), self._newer(self._top)
        self._take((*by_week(self._ask(first.monday, self._top.sunday)), *self._weeks))
        return True

    def _newer(self, week: Week) -> Week:
        return min(self._newest, week.plus(SLICE))

    def _older(self, week: Week) -> Week:
        return max(self._oldest, week.plus(-SLICE))

    def _take(self, weeks: tuple[LogWeek, ...]) -> None:
        if weeks != self._weeks:
            self._weeks = weeks
            self.items = items(weeks)
