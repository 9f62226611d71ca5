"""The footer of every screen."""

from __future__ import annotations

from collections.abc import Sequence

from planner.tui.widgets.draw_footer import Hint, footer
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from .picture import Picture


class KeyFooter(Picture):
    """Shows the keys that work here."""

    DEFAULT_CSS = "KeyFooter { height: 1; }"

    def __init__(self, ink: Ink, hints: Sequence[Hint] = ()) -> None:
        super().__init__(ink)
        self._hints = tuple(hints)

    def show(self, hints: Sequence[Hint]) -> None:
        """Show other keys."""
        self._hints = tuple(hints)
        self.redraw()

    def draw(self) -> list[Row]:
        return [footer(self._hints, self.size.width)]
