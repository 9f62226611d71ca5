"""The command palette's list: every action of the screen in front with its key, the way back, and the themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from planner.domain.errors import PlannerError
from planner.domain.words import full_date, say

from .widgets.draw_notice import Notice, of_problem
from .widgets.planner import planner_of
from .widgets.screen import PlannerScreen
from .widgets.theme import theme_names


class Actions(Provider):
    """Finds the actions that can be taken now."""

    async def discover(self) -> Hits:
        for words, key, act in self._actions(days=1):
            yield DiscoveryHit(words, act, text=words, help=key)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, key, act in self._actions():
            if (score := matcher.match(words)) > 0:
                yield Hit(score, matcher.highlight(words), act, text=words, help=key)

    def _actions(self, days: int | None = None) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """What each action does in words, its key, and the call; only so many ``days`` to go back to."""
        screen = self.screen
        if not isinstance(screen, PlannerScreen):
            return
        for key in screen.all_keys():
            yield key.words(), key.shown, partial(screen.run_action, key.action)
        app = planner_of(self.app)
        there = _backup_days(screen)
        if there:
            verify = partial(screen.run_worker, partial(_verify, screen), thread=True)
            yield say("Verify the newest backup"), "", verify
        for day in there[:days]:
            yield say("Restore the backup of {day}", day=full_date(day)), "", partial(_restore, screen, day)
        for name in theme_names(app.themes_folder):
            yield say("Use the theme {name}", name=name), "", partial(app.use_theme, name)


def _backup_days(screen: PlannerScreen) -> tuple[date, ...]:
    """The days to go back to; none where their folder is out of reach, which the next change says."""
    try:
        return screen.desk.backup_days()
    except PlannerError:
        return ()


def _restore(screen: PlannerScreen, day: date) -> None:
    """Go back to a day's backup, which the notice answers with the key that undoes it."""
    screen.change(lambda: screen.desk.restore_day(day).change)


def _verify(screen: PlannerScreen) -> None:
    """Restore the newest backup for a test, beside the screen: a home of ten years takes a second or two."""
    try:
        said = Notice(screen.desk.verify_newest().words)
    except PlannerError as problem:
        said = of_problem(str(problem))
    screen.app.call_from_thread(screen.planner.tell, said)
