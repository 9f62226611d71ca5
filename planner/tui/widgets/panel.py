"""A small panel at the foot of the screen, so that what it speaks of stays in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import PANEL, Key, bindings
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.panel_heading import PanelHeading, PanelRule
from planner.tui.widgets.picture import Picture
from planner.tui.widgets.planner import planner_of
from planner.tui.widgets.wheel import Wheel
from planner.tui.widgets.width import stand_in_width
from planner.tui.widgets.working import hints, works

Answer = TypeVar("Answer")

#: Rows over what a panel shows, where its keys have room beside its title: its rule, its heading, a blank one.
ABOVE = 3
#: The rows at the top of the Week screen: what it is called, and the gauge.
GAUGE = 4


class PanelPicture(Wheel, Picture):
    """The rows of a panel."""

    def __init__(self, ink: Ink, rows: Sequence[Row]) -> None:
        super().__init__(ink)
        self._content = list(rows)
        self.styles.height = len(self._content)

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, as many as before."""
        self._content = list(rows)
        self.redraw()

    def wheel(self, rows: int) -> None:
        """Turn the panel on."""
        if isinstance(self.screen, Panel):
            self.screen.wheel(rows)

    def draw(self) -> list[Row]:
        return self._content


class Panel(ModalScreen[Answer]):
    """Shows rows under its title, and waits for a key of its ``KEYS``, which its heading names; Escape leaves all as
    it was. A subclass says what its title is."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    BINDINGS: ClassVar[list[Binding]] = bindings("panel", PANEL)  # type: ignore[assignment]
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Panel { background: $background 0%; }
    Panel .-panel { dock: bottom; height: auto; max-height: 100%; background: $background; }
    """

    def __init__(self, ink: Ink, rows: Sequence[Row]) -> None:
        super().__init__()
        self.ink = ink
        self._panel_rows = rows

    def title_rows(self, width: int) -> Sequence[Row]:
        """What the panel is about, or what it asks."""
        raise NotImplementedError

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
        """What the heading names of the keys that work now."""
        return hints(self)

    def compose(self) -> ComposeResult:
        with Vertical(classes="-panel"):
            yield PanelRule(self.ink)
            yield PanelHeading(self.ink, self.title_rows, self.hints)
            yield from self.compose_body()

    def compose_body(self) -> Iterable[Widget]:
        """What stands under the heading."""
        yield LinePicture(self.ink, Row())
        yield PanelPicture(self.ink, self._panel_rows)

    def on_mount(self) -> None:
        stand_in_width(self)

    def on_resize(self) -> None:
        """Stand under what it speaks of."""
        stand_in_width(self)

    def watch_focused(self) -> None:
        """Show the keys of what has the focus now."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the title as it is now, and the keys that work."""
        for heading in self.query(PanelHeading):
            heading.show()
        for rule in self.query(PanelRule):
            self.call_after_refresh(rule.fit)

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
