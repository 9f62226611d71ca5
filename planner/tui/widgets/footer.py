"""The footer of every screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.widget import Widget

from planner.tui.widgets.draw_footer import Hint, footer, hint_at, in_footer
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from .picture import Picture


def press(part: Widget, hint: Hint | None) -> None:
    """Press a key in a part's stead, as a hand would."""
    if hint and hint.key:
        part.app.simulate_key(hint.key)


class KeyFooter(Picture):
    """Shows the keys that work when it is drawn."""

    DEFAULT_CSS = "KeyFooter { height: 1; }"

    def __init__(self, ink: Ink, hints: Callable[[], Sequence[Hint]]) -> None:
        super().__init__(ink)
        self._hints = hints

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        event.stop()
        press(self, hint_at(in_footer(self._hints(), self.size.width), event.x))

    def draw(self) -> list[Row]:
        return [footer(self._hints(), self.size.width)]
