"""The footer of every screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.tui.widgets.draw_footer import Hint, footer
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from .picture import Picture


class KeyFooter(Picture):
    """Shows the keys that work when it is drawn."""

    DEFAULT_CSS = "KeyFooter { height: 1; }"

    def __init__(self, ink: Ink, hints: Callable[[], Sequence[Hint]]) -> None:
        super().__init__(ink)
        self._hints = hints

    def draw(self) -> list[Row]:
        return [footer(self._hints(), self.size.width)]
