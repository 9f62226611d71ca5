"""What there is to find over what is in front: what is at hand at once, the rest in steps; and what comes of taking it.

Over a panel there is as much to find as over its screen. What is no key of the panel leaves it first, as Escape does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from textual.screen import ModalScreen, Screen

from planner.domain.errors import PlannerError
from planner.domain.grammar.findable import NOTES_FROM, Index, Section, Sort, Thing
from planner.domain.grammar.setting_rows import SETTINGS
from planner.domain.words import say
from planner.theme_files import theme_names

from ..widgets.draw_notice import of_problem
from ..widgets.panel import Panel
from ..widgets.planner import planner_of
from ..widgets.screen import PlannerScreen
from .actions import Act, actions_here, actions_of
from .gathering import gather_names, gather_notes, gather_rest
from .keeping import with_all_data
from .taking import take_up


class Sources:
    """Fills the index, and knows what is done when a thing of it is taken."""

    def __init__(self, front: Screen[Any], theme: str) -> None:
        """``front`` is what the box stands over, ``theme`` the one in use."""
        self._front, self._theme = front, theme
        self._planner = planner_of(front.app)
        self._desk = self._planner.desk
        self._under = _screen_under(front)
        self._acts: dict[str, Act] = {}
        self._here: frozenset[str] = frozenset()  # what is done without leaving what is in front
        self._steps: Iterator[None] = iter(())
        self.index = self._planner.kept(Index)
        self.uses: Mapping[str, int] = self._desk.uses()
        self.notes_wanted = False
        self.all_but_notes = False  # whether all else has been gathered

    # Gathering

    def begin(self) -> None:
        """Take in what is at hand, and make ready to gather the rest."""
        here = [*actions_here(self._front)]
        self._here = frozenset(thing.key for thing, _ in here)
        self._put("here", here)
        self._put("settings", [])
        self._put("themes", [(self._theme_thing(name), _nothing) for name in theme_names(self._planner.themes_folder)])
        self._steps = self._gathering(self._under)

    def step(self) -> bool:
        """Take one step; False once there is nothing left to gather."""
        try:
            next(self._steps)
        except (StopIteration, PlannerError):  # the latter of a file that cannot be read, which its screen says
            return False
        return True

    def want_notes(self, typed: str) -> bool:
        """Notes are read once somebody looks for words that may stand in them; whether there is more to gather now."""
        if self.notes_wanted or len(typed) < NOTES_FROM:
            return False
        self.notes_wanted = True
        self._steps = chain(self._steps, gather_notes(self.index, self._desk))
        return True

    def _gathering(self, under: PlannerScreen) -> Iterator[None]:
        yield from gather_names(self.index, self._desk)
        settings = self._desk.settings()
        rows = [
            Thing(Sort.SETTING, row.key, row.key, row.sentence(), row.sentence(), row.words(settings))
            for row in SETTINGS
            if row.key != "theme"  # each of which is there itself
        ]
        self._put("settings", [(row, _nothing) for row in rows])
        here = {thing.words for thing in self.index.of(Sort.ACTION) if not thing.beside}
        keeping = []
        for name, words, act in with_all_data(under):
            keeping.append((Thing(Sort.ACTION, f"all.{name}", words, quiet="restore" in name), act))
        self._put("keeping", keeping)
        yield
        for name, kind in self._planner.screens.items():
            there = [] if self._front is under and name == under.NAME else [*actions_of(name, kind, under)]
            self._put(f"screen {name}", [(thing, act) for thing, act in there if thing.words not in here])
            yield
        yield from gather_rest(self.index, self._desk)
        self.all_but_notes = True

    def _put(self, source: str, things: Sequence[tuple[Thing, Act]]) -> None:
        self._acts |= {thing.key: act for thing, act in things}
        self.index.put(source, [thing for thing, _ in things])

    def _theme_thing(self, name: str) -> Thing:
        right = say("now") if name == self._theme else ""
        return Thing(Sort.THEME, name, name, also=say("theme colours"), right=right)

    def find(self, typed: str, most: int, only: Sort | None = None) -> tuple[Section, ...]:
        """What is found by now, ``most`` of each sort."""
        return self.index.find(typed, self.uses, most, only, self._desk.week_meant(typed))

    # Taking

    def take(self, thing: Thing) -> None:
        """Do what it says, or go to it, once the box is gone."""
        if thing.sort is not Sort.NOTE:  # which one seldom goes to twice
            self._desk.use(thing.key)
        self._under.app.call_later(self._take, thing)

    async def _take(self, thing: Thing) -> None:
        try:
            if thing.key in self._here or thing.sort is Sort.THEME or self._leave_panels():
                await self._do(thing)
        except PlannerError as problem:
            self._planner.tell(of_problem(str(problem)))

    async def _do(self, thing: Thing) -> None:
        if thing.sort is not Sort.ACTION:
            await take_up(self._under, thing)
        elif (done := self._acts[thing.key]()) is not None:
            await done  # type: ignore[misc]

    def _leave_panels(self) -> bool:
        """Leave what stands over the screen, each as by Escape; whether the screen is in front by now."""
        app = self._under.app
        while app.screen is not self._under:
            panel = app.screen
            if isinstance(panel, Panel):
                panel.action_leave()
            elif isinstance(panel, ModalScreen):
                panel.dismiss(None)
            if app.screen is panel:
                return False
        return True


def _screen_under(front: Screen[Any]) -> PlannerScreen:
    """The screen in front, or under what is."""
    return next(each for each in reversed(front.app.screen_stack) if isinstance(each, PlannerScreen))


def _nothing() -> None:
    """What comes of it is done elsewhere."""
