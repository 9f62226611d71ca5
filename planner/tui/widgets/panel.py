"""A small panel at the foot of the screen, so that what it speaks of stays in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from planner.tui.widgets.draw_footer import Hint, hint_at, key_lines, key_rows
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.footer import KeyFooter, press
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import PANEL, Key, bindings
from planner.tui.widgets.picture import Picture
from planner.tui.widgets.planner import planner_of
from planner.tui.widgets.wheel import Wheel
from planner.tui.widgets.width import stand_in_width, width_of
from planner.tui.widgets.working import hints, works

Answer = TypeVar("Answer")


class PanelPicture(Wheel, Picture):
    """Rows over a footer of keys."""

    DEFAULT_CSS = "PanelPicture { dock: bottom; }"

    def __init__(self, ink: Ink, rows: Sequence[Row], keys: Sequence[Hint]) -> None:
        super().__init__(ink)
        self._content, self._keys = list(rows), keys
        self.styles.height = len(self._content) + 2 + len(key_rows(keys, width_of(self.app)))

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, as many as before."""
        self._content = list(rows)
        self.redraw()

    def wheel(self, rows: int) -> None:
        """Turn the panel on."""
        if isinstance(self.screen, Panel):
            self.screen.wheel(rows)

    def on_click(self, event: events.Click) -> None:
        """A click on a key presses it."""
        lines = key_lines(self._keys, self.size.width)
        row = event.y - (self.size.height - len(lines))
        if 0 <= row < len(lines):
            event.stop()
            press(self, hint_at(lines[row], event.x))

    def draw(self) -> list[Row]:
        width, height = self.size
        keys = key_rows(self._keys, width)
        room = max(0, height - 2 - len(keys))
        return [rule(width, self.ink.marks.rule), *self._content[:room], Row(), *keys]


class Panel(ModalScreen[Answer]):
    """Shows rows and waits for a key of its ``KEYS``; Escape leaves all as it was."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    BINDINGS: ClassVar[list[Binding]] = bindings("panel", PANEL)  # type: ignore[assignment]
    AUTO_FOCUS = ""
    DEFAULT_CSS = "Panel { background: $background 0%; }"

    def __init__(self, ink: Ink, rows: Sequence[Row]) -> None:
        super().__init__()
        self.ink = ink
        self._panel_rows = rows

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Those of ``KEYS`` that work as the panel is now."""
        return self.KEYS

    @property
    def keys(self) -> tuple[Key, ...]:
        """The panel's keys, its own and those that every panel has."""
        return (*self.own_keys, *PANEL)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether an action of the panel may be taken: one that a key stands for which works now."""
        return hasattr(Screen, f"action_{action}") or works(self, action, parameters)

    def hints(self) -> list[Hint]:
        """What the footer shows of the keys that work now."""
        return hints(self)

    def compose(self) -> ComposeResult:
        yield PanelPicture(self.ink, self._panel_rows, self.hints())

    def on_mount(self) -> None:
        stand_in_width(self)

    def on_resize(self) -> None:
        """Stand under what it speaks of."""
        stand_in_width(self)

    def watch_focused(self) -> None:
        """Show the keys of what has the focus now."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that work now."""
        for footer in self.query(KeyFooter):
            footer.redraw()

    def wheel(self, rows: int) -> None:
        """The wheel was turned by so many rows: a list chooses further on."""

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Help on the panel."""
        planner_of(self.app).help()

    def action_find(self) -> None:
        """Find anything."""
        planner_of(self.app).find()
