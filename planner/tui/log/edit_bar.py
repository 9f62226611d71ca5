"""The bar that changes an entry: its whole line, to be said anew."""

from __future__ import annotations

from typing import ClassVar

from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.keys import Key

from ..actions.quick_log import COMPLETING, HELP, QuickLogBar


class EditBar(QuickLogBar):
    """The quick-log bar over an entry that there is; kind and group are part of the line here."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "confirm", lambda: say("save"), lambda: say("Keep what was understood"), 1),
        *COMPLETING,
        Key(
            "escape", "esc", "leave", lambda: say("leave it as it was"), lambda: say("Leave; what was typed is kept"), 2
        ),
        HELP,
    )
    ABOUT = About(
        lambda: say("Changing an entry"),
        lambda: say(
            "The whole line of an entry, to be written anew. What was understood stands under it, and "
            "that is what is kept."
        ),
    )

    def _prompt(self) -> Row:
        return Row(2).put(say("Change"), "text strong").put(f" {self._ink.marks.pointer} ", "accent strong")
