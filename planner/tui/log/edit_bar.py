"""The bar that changes an entry: its whole line, to be said anew."""

from __future__ import annotations

from planner.domain.entry import Entry
from planner.domain.words import say
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..actions.quick_log import QuickLogBar


class EditBar(QuickLogBar):
    """The quick-log bar over an entry that there is; kind and group are part of the line here."""

    def __init__(self, ink: Ink, entry: Entry, line: str) -> None:
        super().__init__(ink, entry.kind, "", line, "")
        self.entry = entry

    def _prompt(self) -> Row:
        return Row(2).put(say("Change"), "text strong").put(f" {self._ink.marks.pointer} ", "accent strong")
