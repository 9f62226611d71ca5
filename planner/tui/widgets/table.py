"""What all tables of rows share: what was clicked, how far the wheel was turned, and how many rows are in sight."""

from __future__ import annotations

from textual.message import Message

from .wheel import Turning


class Table(Turning):
    """A picture of rows with a chosen one, under a heading and over a foot."""

    TURN = 3

    class RowClicked(Message):
        """A row (by its place) was clicked; ``again`` when it was the chosen one already."""

        def __init__(self, row: int, *, again: bool) -> None:
            self.row, self.again = row, again
            super().__init__()

    class HeadingClicked(Message):
        """A column's heading was clicked."""

        def __init__(self, column: str) -> None:
            self.column = column
            super().__init__()

    @property
    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.size.height - 2)
