"""What a terminal too small for a screen shows instead of it."""

from __future__ import annotations

from planner.domain.words import say
from planner.tui.widgets.draw_row import Row, wrap

from .picture import Picture

#: The least room that a screen can be used in.
LEAST_WIDTH, LEAST_HEIGHT = 50, 14


class TooSmall(Picture):
    """Says how large the terminal needs to be."""

    def draw(self) -> list[Row]:
        size = self.app.size
        sentence = (
            say("planner needs {width} columns, {height} rows.", width=LEAST_WIDTH, height=LEAST_HEIGHT),
            say("Here: {width} columns, {height} rows.", width=size.width, height=size.height),
        )
        rows = max(1, size.height // len(sentence))
        return [Row().put(line, "text") for words in sentence for line in wrap(words, size.width, rows) if line]
