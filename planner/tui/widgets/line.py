"""One row that is given from outside."""

from __future__ import annotations

from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from .picture import Picture


class LinePicture(Picture):
    """Shows a row; ``snug`` makes it no wider than the row."""

    DEFAULT_CSS = "LinePicture { height: 1; }"

    def __init__(self, ink: Ink, row: Row, *, snug: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(ink, id)
        self._row = row
        if snug:
            self.styles.width = row.cells

    def show(self, row: Row) -> None:
        """Show another row."""
        self._row = row
        self.redraw()

    def draw(self) -> list[Row]:
        return [self._row]
