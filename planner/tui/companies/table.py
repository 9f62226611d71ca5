"""The table of companies, the line over it, and the chosen one in words."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from planner.domain.people.companies import Company
from planner.tui.companies.draw_companies import CompanyLook, company_row, detail, heading, title
from planner.tui.widgets import draw_table
from planner.tui.widgets.draw_beginning import beginning
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named, ways_on

from ..widgets.picture import Picture
from ..widgets.table import Table

#: What leads on where there is no company yet.
_BEGINNINGS = ("show('people')", "show('groups')", "show('imports')")


class CompaniesTitle(Picture):
    """Says which are shown."""

    DEFAULT_CSS = "CompaniesTitle { height: 1; }"

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._some: Sequence[Company] | None = None
        self._shown, self._text = 0, ""

    def show(self, some: Sequence[Company], shown: int, text: str) -> None:
        """Show how many there are of all, and what is searched for."""
        self._some, self._shown, self._text = some, shown, text
        self.redraw()

    def draw(self) -> list[Row]:
        if self._some is None:
            return []
        hints = named(self, "companies.show.people")
        return [title(self._some, self._shown, self._text, self.size.width, hints)]


class CompaniesTable(Table):
    """Draws the companies that are shown; only those in sight."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._shown: Sequence[Company] = ()
        self._at = self._first = 0
        self._empty = ""

    def show(self, shown: Sequence[Company], at: int, empty: str) -> None:
        """Show rows with the one at ``at`` chosen; ``empty`` is what to say where there is none."""
        self._shown, self._at, self._empty = shown, at, empty
        self.redraw()

    def draw(self) -> list[Row]:
        (width, height), marks = self.size, self.ink.marks
        if not self._shown:
            rows = beginning(self._empty, ways_on(self.screen, *_BEGINNINGS), width)
            return [*rows, *(Row() for _ in range(height - 1 - len(rows))), rule(width, marks.rule)]
        self._first = first_in_sight(self._first, self._at, self.page, len(self._shown))
        seen = range(self._first, min(self._first + self.page, len(self._shown)))
        rows = [company_row(self._shown[n], self._shown, width, marks, chosen=n == self._at) for n in seen]
        below = len(self._shown) - self._first - len(seen)
        air = [Row() for _ in range(height - 2 - len(rows))]
        foot = draw_table.foot(self._first, below, Row(), width, marks)
        return [heading(self._shown, width, marks), *rows, *air, foot]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        row = self._first + event.y - 1
        if event.y and self._first <= row < min(self._first + self.page, len(self._shown)):
            self.post_message(self.RowClicked(row, again=row == self._at))


class CompanyDetail(Picture):
    """The ways into the chosen company, as much of it as there is room for."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._look: CompanyLook | None = None

    def show(self, look: CompanyLook | None) -> None:
        """Show a company; None where none is chosen."""
        self._look = look
        self.redraw()

    def draw(self) -> list[Row]:
        return detail(self._look, *self.size) if self._look and self.size.height else []
