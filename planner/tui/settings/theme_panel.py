"""Chooses a theme: the screen behind is shown in the one that is stood on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.words import say
from planner.tui.settings.draw_themes import theme_rows, theme_title
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings, read_as_one

from ..widgets.panel import Panel, PanelPicture


class ThemePanel(Panel[str]):
    """Answers with the theme that is stood on, or None; ``use`` has all shown in one, and says whether it could."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "keep", lambda: say("keep it"), lambda: say("Keep this theme"), 1),
        *read_as_one(
            "up down",
            lambda: say("another"),
            lambda: say("Another theme, seen at once"),
            ("up", "move(-1)", lambda: say("The theme above")),
            ("down", "move(1)", lambda: say("The theme below")),
            rank=2,
        ),
        Key("home", "home", "move(-100)", lambda: say("first"), lambda: say("The first theme")),
        Key("end", "end", "move(100)", lambda: say("last"), lambda: say("The last theme")),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("theme-panel", KEYS)
    ABOUT = About(
        lambda: say("Themes"),
        lambda: say("The colours of the screen. It takes each theme as you stand on it, and keeps the one you choose."),
    )

    def __init__(self, ink: Ink, names: Sequence[str], kept: str, use: Callable[[str], bool]) -> None:
        self._names, self._kept, self._use = tuple(names), kept, use
        self._before = ink.palette.name
        self._at = self._names.index(kept) if kept in self._names else 0
        self._usable = True
        super().__init__(ink, theme_rows(self._names, self._at, kept, ink.marks))

    def title_rows(self, width: int) -> Sequence[Row]:
        """What they are, and that one is damaged."""
        return [theme_title(self._names[self._at], width, usable=self._usable)]

    def action_move(self, rows: int) -> None:
        """Stand on another theme, and show all in it."""
        self._at = max(0, min(self._at + rows, len(self._names) - 1))
        self._usable = self._use(self._names[self._at])
        self.query_one(PanelPicture).show(theme_rows(self._names, self._at, self._kept, self.ink.marks))
        self.show_keys()

    def wheel(self, rows: int) -> None:
        """Stand on another one."""
        self.action_move(rows)

    def action_keep(self) -> None:
        """Answer; one that cannot be used is none."""
        if self._usable:
            self.dismiss(self._names[self._at])
        else:
            self.app.bell()

    def action_leave(self) -> None:
        """Give the theme back that there was."""
        self._use(self._before)
        super().action_leave()
