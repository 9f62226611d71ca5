"""Likely doubles on a screen: looked for while nothing else happens, pointed out, and settled pair by pair."""

from __future__ import annotations

from asyncio import sleep, to_thread
from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.domain.people.tie_list import TieRow
from planner.domain.person import Person
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.width import width_of

from ..widgets.screen import PlannerScreen
from .finding import Finding

if TYPE_CHECKING:
    from planner.domain.people.doubles import Double
    from planner.tui.people.doubles import Settled

#: Seconds to wait before they are looked for: thousands of names take a fifth of one.
LOOK_AFTER = 0.4


class Doubling:
    """Knows of likely doubles; nothing is merged unless she says so. ``show`` draws who is looked at."""

    def __init__(self, screen: PlannerScreen, finding: Finding, show: Callable[[], None]) -> None:
        self._screen, self._finding, self._show = screen, finding, show
        self.doubles: tuple[Double, ...] = ()
        self._looked_at: tuple[Person, ...] = ()

    def look(self) -> None:
        """Look for them, where people are others now than when they were looked for."""
        people = tuple(self._screen.desk.book().people.values())
        if people != self._looked_at:
            self._looked_at = people
            self._screen.run_worker(self._search(people), group="doubles", exclusive=True)

    async def _search(self, people: tuple[Person, ...]) -> None:
        from planner.domain.people.doubles import doubles

        await sleep(LOOK_AFTER)
        pairs = await to_thread(doubles, people)
        if people is self._looked_at and pairs != self.doubles:
            self.doubles = pairs
            self._screen.attempt(self._show)

    async def action_doubles(self) -> None:
        """Show them, pair by pair."""
        self.doubles = self._screen.desk.doubles()
        await self._ask_about_doubles("")

    async def _ask_about_doubles(self, said: str) -> None:
        if not self.doubles:
            if not said:
                self._screen.tell(Notice(say("Nobody seems to be in the book twice."), role="accent"))
            return
        from planner.tui.people.doubles import Doubles

        panel = Doubles(self._screen.ink, self.doubles, self._row_of, said, width_of(self._screen.app))
        await self._screen.app.push_screen(panel, self._settle)

    def _row_of(self, id_: str) -> TieRow:
        row = self._finding.ties.row(id_) if self._finding.ties else None
        return row or TieRow(self._screen.desk.person(id_), self._screen.desk.thread(id_, 0).row.tie)

    async def _settle(self, answer: Settled | None) -> None:
        """Do what was answered, and go on with the pairs that are left."""
        if answer is None:
            return
        if answer.act == "undo":
            self._screen.action_undo()
            self.doubles = self._screen.desk.doubles()
            await self._ask_about_doubles("")
            return
        stays, goes = answer.stays, answer.goes
        act = self._screen.desk.merge_people if answer.act == "merge" else self._screen.desk.tell_apart
        gone = {goes} if answer.act == "merge" else set()
        if answer.act == "merge":
            self._finding.choose(stays)
        change = self._screen.change(lambda: act(stays, goes))
        if change:
            self.doubles = tuple(each for each in self.doubles if not _settled(each, stays, goes, gone))
            self._screen.attempt(self._show)
            await self._ask_about_doubles(change.words)


def _settled(double: Double, stays: str, goes: str, gone: set[str]) -> bool:
    """Whether a pair is no longer one: it was just answered for, or one of the two is gone."""
    ids = {double.one.id, double.other.id}
    return ids == {stays, goes} or bool(ids & gone)
