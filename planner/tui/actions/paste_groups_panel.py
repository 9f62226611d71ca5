"""Asks for a list of groups."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from planner.domain.group import Standing
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.tui.actions.paste_groups import PasteGroups, Read, candidates
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.footer import KeyFooter
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.planner import planner_of
from planner.tui.widgets.width import width_of

from ..widgets.panel import Panel

#: Rows that the panel takes at most, and those that it leaves of the screen.
MOST, LEAVES = 20, 2


class Listed(NamedTuple):
    """A list of groups, and what the new ones in it are to become; None where it was left, to be offered again."""

    text: str
    standing: Standing | None = None


class AskGroups(Panel[Listed]):
    """Answers with the list as it stands there."""

    DEFAULT_CSS = "AskGroups Vertical.-frame { dock: bottom; background: $background; }"

    def __init__(self, ink: Ink, read: Read, text: str = "", standing: Callable[[int], Standing] = candidates) -> None:
        super().__init__(ink, ())
        self._list = PasteGroups(ink, self, read, text, standing)

    def compose(self) -> ComposeResult:
        with Vertical(classes="-frame") as frame:
            frame.styles.height = min(MOST, self.app.size.height - LEAVES)
            yield LinePicture(self.ink, rule(width_of(self.app), self.ink.marks.rule))
            yield LinePicture(self.ink, Row(2).put(say("ADD GROUPS"), "dim strong"))
            yield LinePicture(self.ink, Row())
            yield self._list
            yield LinePicture(self.ink, Row())
            yield KeyFooter(self.ink, self.hints)

    def on_mount(self) -> None:
        planner_of(self.app).hand_keys_to(self._list.field)

    # What the list asks

    def keys_changed(self) -> None:
        """Show the keys of the list's new state."""
        self.show_keys()

    def kept(self, text: str, standing: Standing) -> None:
        """Answer."""
        self.dismiss(Listed(text, standing))

    def nothing_new(self) -> None:
        """Nothing new stands there."""
        self.dismiss(None)

    def left(self, text: str) -> None:
        """Leave all as it was."""
        self.dismiss(Listed(text) if text.strip() else None)
