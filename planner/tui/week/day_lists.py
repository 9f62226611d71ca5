"""What was done today, and earlier this week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from planner.domain.weeks.unread_report import Report
from planner.tui.week.draw_day_list import IDS, About, Keys, Lists, Way, first_about, laid_out, title_in_sight
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.key_names import read_name
from ..widgets.keys import BOUND
from ..widgets.picture import Picture
from ..widgets.planner import planner_of
from .draw_room import BARS_LEAST

if TYPE_CHECKING:
    from planner.domain.weeks.bars import Bar

#: Rows from which the lists begin with a blank one.
AIRY_FROM = 9


#: The fewest weeks that bars are drawn of: one alone is told from none.
FEWEST = 2


class DayLists(Picture):
    """Two lists side by side, or one at a time."""

    class Clicked(Message):
        """An item was clicked."""

        def __init__(self, about: About) -> None:
            self.about = about
            super().__init__()

    class Turned(Message):
        """Another list is in sight."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._report: Report | None = None
        self.names: Mapping[str, str] = {}
        self._bars: Sequence[Bar] = ()
        self._turned = 0
        self._lists, self._top = Lists(), 0
        self._bars_from = 0  # the first row of the bars; 0 where there are none

    def show(self, report: Report, names: Mapping[str, str], bars: Sequence[Bar] = ()) -> None:
        """Show a week's lists; ``names`` are those of groups and people by id, and ``bars`` the last weeks, which stand
        below where the lists leave room."""
        self._report, self.names, self._bars = report, names, bars
        self.redraw()

    @property
    def title(self) -> str:
        """The title of the list in sight, where one alone has room."""
        return title_in_sight(self._report, self.names, self.ink.marks, self._turned) if self._report else ""

    def turn(self) -> None:
        """Show the other list, where only one fits."""
        self._turned += 1
        self.redraw()

    def turn_to(self, title: str) -> None:
        """Show the list of that title."""
        self._turned = self._lists.turned_to(title)
        self.redraw()

    def first_of(self, title: str) -> About | None:
        """What the first item of the list of that title is about."""
        return first_about(self._report, self.names, self.ink.marks, title) if self._report else None

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._report is None:
            return []
        air = [Row()] if height >= AIRY_FROM else []
        self._top, self._bars_from = len(air), 0
        self._lists = laid_out(
            self._report, width, height - len(air), self.names, self.ink.marks, self._turned, self._keys()
        )
        rows = [*air, *self._lists.rows]
        if len(self._bars) < FEWEST or height - len(rows) < BARS_LEAST:
            return rows
        from planner.tui.week.draw_last_weeks import last_weeks

        self._bars_from = len(rows)
        return [*rows, *last_weeks(self._bars, width, height - len(rows), self.ink.marks, self._keys().trends)]

    def _keys(self) -> Keys:
        """Those of the headings, as she has them."""
        own = planner_of(self.app).own_keys
        return Keys(*(read_name(own[id_][0]) if id_ in own else usual for id_, usual in zip(IDS, Keys(), strict=True)))

    def on_click(self, event: events.Click) -> None:
        """A click on an item opens it, one on a heading does what its key does, one on another list turns to that."""
        event.stop()
        place = next((place for place in self._lists.places if place.has(event.x, event.y - self._top)), None)
        match place and place.about:
            case None if self._bars_from and event.y >= self._bars_from:
                self.app.call_later(self.app.run_action, BOUND[IDS.trends].key.action, self.screen)
            case None:
                return
            case Way("", title):
                self.turn_to(title)
                self.post_message(self.Turned())
            case Way(id_):
                self.app.call_later(self.app.run_action, BOUND[id_].key.action, self.screen)
            case about:
                self.post_message(self.Clicked(about))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.turn()
        self.post_message(self.Turned())
