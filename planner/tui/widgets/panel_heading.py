"""What stands over a panel: the rule that parts it from what it speaks of, and its title with its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.errors import NoWidget

from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_heading import heading_rows
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.ink import Ink

from .picture import Picture
from .width import width_of


class PanelRule(Picture):
    """A rule; a blank row where there is one right above it already, or nothing that it could part the panel from."""

    DEFAULT_CSS = "PanelRule { height: 1; }"

    def on_resize(self) -> None:
        """It may stand under something else now."""
        self.call_after_refresh(self.redraw)

    def draw(self) -> list[Row]:
        width = self.size.width
        drawn = sum(cell_len(piece.text) for piece in self._above().pieces if piece.role == "rule")
        return [Row() if drawn > width // 2 or not self.region.y else rule(width, self.ink.marks.rule)]

    def _above(self) -> Row:
        """The row right above it, which something in front of which the panel stands has drawn."""
        stack = self.app.screen_stack
        x, y = self.region.x + self.size.width // 2, self.region.y - 1
        for behind in reversed(stack[: stack.index(self.screen)] if self.screen in stack else ()):
            try:
                part, region = behind.get_widget_at(x, y)
            except NoWidget:
                continue
            if isinstance(part, Picture):
                return part.row_at(y - region.y)
        return Row()


class PanelHeading(Picture):
    """Shows a panel's ``title``, and the keys that work when it is drawn."""

    TAKES_CLICKS_ALWAYS = True

    def __init__(self, ink: Ink, title: Callable[[int], Sequence[Row]], hints: Callable[[], Sequence[Hint]]) -> None:
        super().__init__(ink)
        self._title, self._hints = title, hints

    def on_mount(self) -> None:
        self.show()

    def on_resize(self) -> None:
        self.show()

    def show(self) -> None:
        """Show them as they are now, on as many rows as they need."""
        self.styles.height = self.rows_wanted(self.size.width or width_of(self.app))
        self.redraw()

    def rows_wanted(self, width: int) -> int:
        """The rows that they need."""
        return len(self._drawn(width))

    def draw(self) -> list[Row]:
        return self._drawn(self.size.width)

    def _drawn(self, width: int) -> list[Row]:
        return heading_rows(self._title(width), self._hints(), width)
