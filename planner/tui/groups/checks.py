"""The reality check and the dispersion check."""

from __future__ import annotations

from textual import events
from textual.message import Message

from planner.domain.audit.audit import Audit
from planner.tui.groups.draw_checks import checks
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.picture import Picture


class GroupsChecks(Picture):
    """A bar and some sentences; a click asks for all of it."""

    class WhyAsked(Message):
        """The checks were clicked."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink)
        self._audit: Audit | None = None
        self._airy = False

    def show(self, audit: Audit, *, airy: bool) -> None:
        """Show the checks, with air around them or without."""
        self._audit, self._airy = audit, airy
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        if self._audit is None or not height:
            return []
        air = [Row()] if self._airy else []
        return [*air, *checks(self._audit, width, height - 2 * len(air), self.ink.marks)]

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.WhyAsked())
