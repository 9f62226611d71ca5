"""Asks for a list of groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget

from planner.domain.group import Standing
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.tui.actions.paste_groups import PasteGroups, Read, candidates
from planner.tui.widgets.draw_heading import heading
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.planner import planner_of

from ..widgets.panel import Panel

#: Rows that the panel takes at most, and those that it leaves of the screen.
MOST, LEAVES = 20, 2


class Listed(NamedTuple):
    """A list of groups, and what the new ones in it are to become; None where it was left, to be offered again."""

    text: str
    standing: Standing | None = None


class AskGroups(Panel[Listed]):
    """Answers with the list as it stands there."""

    def __init__(self, ink: Ink, read: Read, text: str = "", standing: Callable[[int], Standing] = candidates) -> None:
        super().__init__(ink, ())
        self._list = PasteGroups(ink, self, read, text, standing)

    def title_rows(self, width: int) -> Sequence[Row]:  # noqa: ARG002 - as in Panel
        """What is done."""
        return [heading(say("ADD GROUPS"))]

    def compose_body(self) -> Iterable[Widget]:
        yield LinePicture(self.ink, Row())
        yield self._list

    def on_resize(self) -> None:
        """Leave something of the screen in sight."""
        super().on_resize()
        self.query_one(".-panel").styles.height = min(MOST, self.app.size.height - LEAVES)

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
