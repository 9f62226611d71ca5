"""The line over the groups, with a standing to be clicked."""

from __future__ import annotations

from textual import events
from textual.message import Message

from planner.domain.audit.audit import Audit
from planner.domain.audit.columns import View
from planner.domain.group import Standing
from planner.tui.groups.draw_title import groups_title, tabs
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named

from ..widgets.picture import Picture


class GroupsTitle(Picture):
    """Says which groups are shown."""

    DEFAULT_CSS = "GroupsTitle { height: 1; }"

    class StandingClicked(Message):
        """A standing was clicked; None for all."""

        def __init__(self, standing: Standing | None) -> None:
            self.standing = standing
            super().__init__()

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._audit: Audit | None = None
        self._view, self._sheet = View(), ""

    def show(self, audit: Audit, view: View, sheet: str) -> None:
        """Show what is looked at; ``sheet`` is the name of the group whose sheet is open."""
        self._audit, self._view, self._sheet = audit, view, sheet
        self.redraw()

    def draw(self) -> list[Row]:
        if self._audit is None:
            return []
        from planner.tui.widgets.sheet import CHANGING

        keys = named(self, *(CHANGING if self._sheet else ("groups.span.1", "groups.standing.1")))
        return [groups_title(self._audit, self._view, self._sheet, self.size.width, self.ink.marks, keys)]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self._audit and not self._sheet:
            for tab in tabs(self._audit, self._view, self.size.width):
                if tab.start <= event.x < tab.stop:
                    self.post_message(self.StandingClicked(tab.standing))
