"""The line over the people, with a stage to be clicked."""

from __future__ import annotations

from textual import events
from textual.message import Message

from planner.domain.people.tie import Stage
from planner.domain.people.tie_list import TieCounts, TieFilter
from planner.domain.person import Person
from planner.domain.words import say
from planner.tui.people.draw_detail import page_title
from planner.tui.people.draw_title import people_title, stage_tabs
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named

from ..widgets.picture import Picture


class PeopleTitle(Picture):
    """Says who is shown."""

    DEFAULT_CSS = "PeopleTitle { height: 1; }"

    class StageClicked(Message):
        """A stage was clicked; None for everybody."""

        def __init__(self, stage: Stage | None) -> None:
            self.stage = stage
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._counts: TieCounts | None = None
        self._wanted, self._shown = TieFilter(), 0
        self._open: Person | None = None
        self._without = ""

    def show(self, counts: TieCounts, wanted: TieFilter, shown: int, person: Person | None, without: str = "") -> None:
        """Show what is looked at; ``person`` is who has a page or a sheet open. ``without`` says under it, where there
        is room for a second row, what of the log cannot be read."""
        self._without = without
        self._counts, self._wanted, self._shown, self._open = counts, wanted, shown, person
        self.redraw()

    def draw(self) -> list[Row]:
        width, marks = self.size.width, self.ink.marks
        if self._counts is None:
            return [Row(2).put(say("PEOPLE"), "dim strong").fitted(width)]
        if self._open:
            return [page_title(self._open, width, marks)]
        without = [Row(2).put(self._without, "text", width - 4)] if self._without else []
        return [people_title(self._counts, self._wanted, self._shown, width, marks, self._keys), *without]

    @property
    def _keys(self) -> list[Hint]:
        """The key that turns to another stage."""
        return named(self, "people.stage.1")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._counts and not self._open:
            marks = self.ink.marks
            for tab in stage_tabs(self._counts, self._wanted, self._shown, self.size.width, marks, self._keys):
                if tab.start <= event.x < tab.stop:
                    self.post_message(self.StageClicked(tab.stage))
