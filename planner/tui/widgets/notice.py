"""The rows for notices, above the footer."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.timer import Timer

from planner.tui.widgets.draw_notice import Notice, key_cells, notice, notice_rows
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.key_names import read_name
from planner.tui.widgets.planner import planner_of
from planner.tui.widgets.width import room_of

from .picture import Picture

#: The actions, by their ids, that take back what is said and put it off.
_ANSWERS = ("common.undo", "week.put-off")


class NoticeLine(Picture):
    """Shows the last notice until another takes its place, a key is pressed, or its time is over."""

    DEFAULT_CSS = "NoticeLine { height: 2; }"

    class RestClicked(Message):
        """What stands here while nothing is said was clicked."""

        def __init__(self, x: int, y: int) -> None:
            self.x, self.y = x, y
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self.said = Notice()
        self._resting: list[Row] = []
        self._fading: Timer | None = None

    def show(self, said: Notice) -> None:
        """Say something; an empty notice clears the row."""
        own = planner_of(self.app).own_keys
        keys = (own.get(action, (usual,))[0] for action, usual in zip(_ANSWERS, Notice().keys, strict=True))
        first, second = map(read_name, keys)
        self.said = said._replace(keys=(first, second))
        if self._fading:
            self._fading.stop()
        seconds = said.seconds
        self._fading = self.set_timer(seconds, self.fade) if seconds else None
        self.fit()
        self.redraw()

    def rest_on(self, *rows: Row) -> None:
        """What stands here while nothing is said."""
        self._resting = list(rows)
        self.redraw()

    def fade(self) -> None:
        """Say no more what has had its time; what stands until it is answered goes on."""
        if self.said.seconds:
            self.show(Notice())

    def fit(self) -> None:
        """Take the rows that are reserved, and for a long notice more of what stands above."""
        rows = notice_rows(self.said, *room_of(self.app))
        if str(self.styles.height) != str(rows):
            self.styles.height = rows

    def on_click(self, event: events.Click) -> None:
        """A click on its key presses that; anywhere else it has been read."""
        event.stop()
        said, end = self.said, self.size.width - 2
        if event.y == 0 and key_cells(said) and end - key_cells(said) <= event.x < end:
            action = _ANSWERS[0 if said.undo else 1]
            own = planner_of(self.app).own_keys
            self.app.simulate_key(own.get(action, (Notice().keys[0 if said.undo else 1],))[0])
        elif said.words:
            planner_of(self.app).tell(Notice())
        elif self._resting:
            self.post_message(self.RestClicked(event.x, event.y))

    def draw(self) -> list[Row]:
        if not self.said.words:
            return self._resting
        return notice(self.said, self.size.width, self.ink.marks, self.size.height)
