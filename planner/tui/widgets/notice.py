"""The rows for notices, above the footer."""

from __future__ import annotations

from planner.tui.widgets.draw_notice import Notice, notice, notice_rows
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from .picture import Picture


class NoticeLine(Picture):
    """Shows the last notice until another takes its place."""

    DEFAULT_CSS = "NoticeLine { height: 2; }"

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self.said = Notice()

    def show(self, said: Notice) -> None:
        """Say something; an empty notice clears the row."""
        self.said = said
        self.fit()
        self.redraw()

    def fit(self) -> None:
        """Take the rows that are reserved, and for a long notice more of what stands above."""
        rows = notice_rows(self.said, *self.app.size)
        if str(self.styles.height) != str(rows):
            self.styles.height = rows

    def draw(self) -> list[Row]:
        return notice(self.said, self.size.width, self.ink.marks, self.size.height)
