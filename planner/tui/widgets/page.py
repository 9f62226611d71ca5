"""A page to read: rows of any number, scrolled by keys and by the wheel."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding

from planner.domain.words import plural, say
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings, read_as_one

from .picture import Picture
from .wheel import Wheel

_ENDS = (
    Key("home", "home", "scroll_rows(-100_000)", lambda: say("top"), lambda: say("To the top")),
    Key("end", "end", "scroll_rows(100_000)", lambda: say("end"), lambda: say("To the end")),
)
PAGE_KEYS = (
    Key("up", "up", "scroll_rows(-1)", lambda: say("up"), lambda: say("A row up")),
    Key("down", "down", "scroll_rows(1)", lambda: say("down"), lambda: say("A row down")),
    *_ENDS,
)
#: Those of a page that is all there is to read: its footer has room to say that it scrolls.
_ALONE = (
    *read_as_one(
        "up down",
        lambda: say("scroll"),
        lambda: say("A row up, a row down"),
        ("up", "scroll_rows(-1)", lambda: say("A row up")),
        ("down", "scroll_rows(1)", lambda: say("A row down")),
        rank=2,
    ),
    *_ENDS,
)


class Page(Wheel, Picture, can_focus=True):
    """Shows what a function draws for its width and height. Where not all of it fits, the last row says how much
    more there is."""

    TURN = 3

    KEYS: ClassVar[tuple[Key, ...]] = PAGE_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("page", PAGE_KEYS)  # type: ignore[assignment]

    def __init__(self, ink: Ink, rows: Callable[[int, int], list[Row]], *, alone: bool = False) -> None:
        """``alone``: it is all there is to read."""
        super().__init__(ink)
        self.keys = _ALONE if alone else PAGE_KEYS
        self._rows_for = rows
        self._first = 0
        self.at_end = False  # whether the last row is in sight

    def show(self, rows: Callable[[int, int], list[Row]], *, from_top: bool = False) -> None:
        """Show another page."""
        self._rows_for = rows
        if from_top:
            self._first = 0
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        rows = self._rows_for(width, height)
        if len(rows) <= height:
            self._first, self.at_end = 0, True
            return rows
        self._first = max(0, min(self._first, len(rows) - height + 1))
        self.at_end = self._first == len(rows) - height + 1
        below = len(rows) - self._first - height + 1
        return [*rows[self._first : self._first + height - 1], self._more(self._first, below)]

    def _more(self, above: int, below: int) -> Row:
        row = Row(2)
        if above:
            row.put(f"{self.ink.marks.up} {above}   ", "accent")
        if below:
            row.put(plural(below, "{down} {n} more", "{down} {n} more", down=self.ink.marks.down), "accent")
        return row

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll so many rows down."""
        self._first = max(0, self._first + rows)
        self.redraw()

    def action_page(self, pages: int) -> None:
        """Scroll so many pages down."""
        self.action_scroll_rows(pages * max(1, self.size.height - 2))

    def wheel(self, rows: int) -> None:
        """Scroll on."""
        self.action_scroll_rows(rows)
