"""What stands over a panel: the rule that parts it from what it speaks of, and its title with its keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.errors import NoWidget
from textual.geometry import Region
from textual.widget import Widget

from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_heading import heading_rows
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.ink import Ink

from .picture import Picture
from .width import width_of


class PanelRule(Picture):
    """A rule; it gives its row to the foot of its panel where there is one right above already, or nothing that it
    could part the panel from."""

    DEFAULT_CSS = "PanelRule { height: 1; }"

    def fit(self) -> None:
        """Stand there only where it is wanted: the panel may stand under something else now."""
        panel = self.parent
        if isinstance(panel, Widget) and panel.size.height and self.display != (wanted := self._is_wanted(panel)):
            self.display = wanted
            panel.styles.padding = (0, 0, 0 if wanted else 1, 0)

    def on_resize(self) -> None:
        self.call_after_refresh(self.fit)

    def draw(self) -> list[Row]:
        return [rule(self.size.width, self.ink.marks.rule)]

    def _is_wanted(self, panel: Widget) -> bool:
        drawn = sum(cell_len(piece.text) for piece in self._above(panel.region).pieces if piece.role == "rule")
        return panel.region.y > 0 and drawn <= panel.region.width // 2

    def _above(self, region: Region) -> Row:
        """The row right above it, which something in front of which the panel stands has drawn."""
        stack = self.app.screen_stack
        x, y = region.x + region.width // 2, region.y - 1
        for behind in reversed(stack[: stack.index(self.screen)] if self.screen in stack else ()):
            try:
                part, there = behind.get_widget_at(x, y)
            except NoWidget:
                continue
            if isinstance(part, Picture):
                return part.row_at(y - there.y)
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
