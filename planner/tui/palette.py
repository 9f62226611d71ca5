"""The command palette's list: every action of the screen in front with its key, and the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from planner.domain.words import say

from .widgets.screen import PlannerScreen
from .widgets.theme import theme_names

if TYPE_CHECKING:
    from .app import PlannerApp


class Actions(Provider):
    """Finds the actions that can be taken now."""

    async def discover(self) -> Hits:
        for words, key, act in self._actions():
            yield DiscoveryHit(words, act, text=words, help=key)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, key, act in self._actions():
            if (score := matcher.match(words)) > 0:
                yield Hit(score, matcher.highlight(words), act, text=words, help=key)

    def _actions(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """What each action does in words, its key, and the call."""
        screen = self.screen
        if not isinstance(screen, PlannerScreen):
            return
        for key in screen.all_keys():
            yield key.words(), key.shown, partial(screen.run_action, key.action)
        app = cast("PlannerApp", self.app)
        for name in theme_names(app.themes_folder):
            yield say("Use the theme {name}", name=name), "", partial(app.use_theme, name)
