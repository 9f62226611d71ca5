"""The chosen person in words."""

from __future__ import annotations

from planner.tui.people.draw_detail import PersonLook, person_detail
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.picture import Picture


class PersonDetail(Picture):
    """As much of it as there is room for."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._look: PersonLook | None = None

    def show(self, look: PersonLook | None) -> None:
        """Show a person; None where nobody is chosen."""
        self._look = look
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        return person_detail(self._look, width, self.ink.marks, height) if self._look and height else []
