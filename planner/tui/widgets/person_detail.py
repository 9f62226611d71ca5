"""The chosen person in words."""

from __future__ import annotations

from datetime import date

from planner.domain.book import Book
from planner.domain.tie_list import TieRow
from planner.tui.draw.person_detail import person_detail
from planner.tui.draw.row import Row
from planner.tui.ink import Ink

from .picture import Picture


class PersonDetail(Picture):
    """As much of it as there is room for."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._known: tuple[TieRow, Book, date] | None = None

    def show(self, row: TieRow | None, book: Book, today: date) -> None:
        """Show a person; None where nobody is chosen."""
        self._known = (row, book, today) if row else None
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._known is None or height < 1:
            return []
        return person_detail(*self._known, width, self.ink.marks, height)
