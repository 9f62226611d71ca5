"""A small panel at the foot of the screen, so that what it speaks of stays in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from planner.tui.widgets.draw_footer import Hint, key_rows
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import LEAVE, Key, bindings
from planner.tui.widgets.picture import Picture

Answer = TypeVar("Answer")


class PanelPicture(Picture):
    """Rows over a footer of keys."""

    DEFAULT_CSS = "PanelPicture { dock: bottom; }"

    def __init__(self, ink: Ink, rows: Sequence[Row], keys: Sequence[Hint]) -> None:
        super().__init__(ink)
        self._content, self._keys = list(rows), keys
        self.styles.height = len(self._content) + 2 + len(key_rows(keys, self.app.size.width))

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, as many as before."""
        self._content = list(rows)
        self.redraw()

    def draw(self) -> list[Row]:
        width, height = self.size
        keys = key_rows(self._keys, width)
        room = max(0, height - 2 - len(keys))
        return [rule(width, self.ink.marks.rule), *self._content[:room], Row(), *keys]


class Panel(ModalScreen[Answer]):
    """Shows rows and waits for a key of its ``KEYS``; Escape leaves all as it was."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    BINDINGS: ClassVar[list[Binding]] = bindings((LEAVE,))  # type: ignore[assignment]
    AUTO_FOCUS = ""
    DEFAULT_CSS = "Panel { background: $background 0%; }"

    def __init__(self, ink: Ink, rows: Sequence[Row]) -> None:
        super().__init__()
        self.ink = ink
        self._panel_rows = rows

    def hints(self) -> list[Hint]:
        """What is shown of its keys."""
        return [Hint(key.shown, key.label(), key.rank) for key in (*self.KEYS, LEAVE) if key.rank]

    def compose(self) -> ComposeResult:
        yield PanelPicture(self.ink, self._panel_rows, self.hints())

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)
