"""What a terminal too small for a screen shows instead of it."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.draw_row import Row

from .picture import Picture


class TooSmall(Picture):
    """Says how large the terminal needs to be."""

    def draw(self) -> list[Row]:
        from planner.tui.widgets.screen import LEAST_HEIGHT, LEAST_WIDTH

        size = self.app.size
        told = (
            say("planner needs {width} columns, {height} rows.", width=LEAST_WIDTH, height=LEAST_HEIGHT),
            say("Here: {width} columns, {height} rows.", width=size.width, height=size.height),
        )
        return [Row().put(words, "text") for words in told]
