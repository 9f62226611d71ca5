"""What was done today, and earlier this week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from planner.domain.weeks.unread_report import Report
from planner.tui.week.draw_day_list import About, Keys, Lists, laid_out
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.key_names import read_name
from ..widgets.picture import Picture
from ..widgets.planner import planner_of

if TYPE_CHECKING:
    from planner.domain.weeks.bars import Bar

#: The actions whose keys the headings name, by their ids.
_IN_HEADINGS = ("common.show.log", "week.next-steps", "week.answer-meeting", "week.arrange", "common.show.trends")

#: Rows from which the lists begin with a blank one.
AIRY_FROM = 9


#: The fewest rows, and weeks, that bars are drawn in and of: one alone is told from none.
LEAST, FEWEST = 9, 2
#: The narrowest screen that they are drawn on.
WIDE_ENOUGH = 80


class DayLists(Picture):
    """Two lists side by side, or one at a time."""

    class Clicked(Message):
        """An item was clicked."""

        def __init__(self, about: About) -> None:
            self.about = about
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._report: Report | None = None
        self._names: Mapping[str, str] = {}
        self._bars: Sequence[Bar] = ()
        self._turned = 0
        self._lists, self._top = Lists(), 0

    def show(self, report: Report, names: Mapping[str, str], bars: Sequence[Bar] = ()) -> None:
        """Show a week's lists; ``names`` are those of groups and people by id, and ``bars`` the last weeks, which stand
        below where the lists leave room."""
        self._report, self._names, self._bars = report, names, bars
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
        self._top = len(air)
        self._lists = laid_out(
            self._report, width, height - len(air), self._names, self.ink.marks, self._turned, self._keys()
        )
        rows = [*air, *self._lists.rows]
        if len(self._bars) < FEWEST or height - len(rows) < LEAST:
            return rows
        from planner.tui.week.draw_last_weeks import last_weeks

        return [*rows, *last_weeks(self._bars, width, height - len(rows), self.ink.marks, self._keys().trends)]

    def _keys(self) -> Keys:
        """Those of the headings, as she has them."""
        own = planner_of(self.app).own_keys
        return Keys(
            *(read_name(own[id_][0]) if id_ in own else usual for id_, usual in zip(_IN_HEADINGS, Keys(), strict=True))
        )

    def on_click(self, event: events.Click) -> None:
        """A click on an item opens it; one on the other list's name turns to that."""
        event.stop()
        for place in self._lists.places:
            if place.has(event.x, event.y - self._top):
                if place.about is None:
                    self.turn()
                else:
                    self.post_message(self.Clicked(place.about))
                return

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.turn()
