"""The theme that planner is shown in: the one that is set, or that is tried; the default where it is of no use."""

from __future__ import annotations

from typing import Any

from textual.app import App

from planner.theme import DEFAULT, BadTheme, Palette, load_theme

from .widgets.draw_notice import of_problem
from .widgets.ink import textual_theme
from .widgets.planner import planner_of


class Themes:
    """Reads themes from her ``folder`` and the package's, and lets the app take them.

    ``first`` is what it begins with; ``problems`` are what there is to tell of the one that is set.
    """

    def __init__(self, name: str, folder: str) -> None:
        self._set, self._folder = name, folder
        self.problems: tuple[str, ...] = ()
        self.first = self._read(name)

    def _read(self, name: str) -> Palette:
        try:
            palette = load_theme(name, self._folder)
        except BadTheme as problem:
            self.problems = (str(problem),)
            return load_theme(DEFAULT, "")
        self.problems = palette.notices
        return palette

    def begin(self, app: App[Any]) -> None:
        """Let the app's own widgets have it, too."""
        app.register_theme(textual_theme(self.first))
        app.theme = self.first.name

    def use(self, app: App[Any], name: str) -> bool:
        """Take another theme for as long as the app is open, and say whether it could be taken."""
        try:
            palette = load_theme(name, self._folder)
        except BadTheme as problem:
            planner_of(app).tell(of_problem(str(problem)))
            return False
        planner_of(app).ink.change(palette)
        app.register_theme(textual_theme(palette))
        app.theme = palette.name
        if palette.notices:
            planner_of(app).tell(of_problem(*palette.notices))
        return True

    def follow(self, app: App[Any], name: str) -> None:
        """Take the theme that is set, where it is another one than before."""
        if name != self._set:
            self._set = name
            self.use(app, name)
