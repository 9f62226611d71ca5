"""Likely doubles, pair by pair: one key merges them, one says that they are two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.people.doubles import Double
from planner.domain.people.tie_list import TieRow, best_known_first
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.tui.people.draw_doubles import pair_rows, pair_title
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings

from ..widgets.panel import Panel, PanelPicture


class Settled(NamedTuple):
    """What she says of a pair: ``merge`` or ``apart``, with the ids of who stays and who goes; or ``undo``."""

    act: str
    stays: str = ""
    goes: str = ""


class Doubles(Panel[Settled]):
    """Answers with what is to be done; None when it is left. ``said`` is what was done to the pair before."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "settle('merge')", lambda: say("merge"), lambda: say("They are one person"), 1),
        Key("s,tab", "s", "swap", lambda: say("the other one stays"), lambda: say("The other record stays"), 3),
        Key("x", "x", "settle('apart')", lambda: say("they are two people"), lambda: say("They are two people"), 2),
        Key("down,right", "down", "turn(1)", lambda: say("next pair"), lambda: say("The next pair"), 4),
        Key("up,left", "up", "turn(-1)", lambda: say("pair before"), lambda: say("The pair before")),
        Key("home", "home", "end(0)", lambda: say("first"), lambda: say("The first pair")),
        Key("end", "end", "end(-1)", lambda: say("last"), lambda: say("The last pair")),
        Key("u", "u", "settle('undo')", lambda: say("undo"), lambda: say("Undo the last change"), 5),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("doubles", KEYS)
    ABOUT = About(
        lambda: say("Twice in the book"),
        lambda: say(
            "Two records that may be of one person, with what speaks for it. They are joined only when "
            "you say so, and undo parts them again."
        ),
    )

    def __init__(
        self, ink: Ink, pairs: Sequence[Double], row_of: Callable[[str], TieRow], said: str, width: int
    ) -> None:
        self._pairs, self._row_of, self._said, self._width = pairs, row_of, said, width
        self._at, self._swapped = 0, False
        super().__init__(ink, self._drawn(ink))

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Its keys; there is a next pair only where there are several, and an undo where something was done."""
        hidden = set() if len(self._pairs) > 1 else {"turn(1)", "turn(-1)", "end(0)", "end(-1)"}
        hidden |= set() if self._said else {"settle('undo')"}
        return tuple(key for key in self.KEYS if key.action not in hidden)

    def title_rows(self, width: int) -> Sequence[Row]:  # noqa: ARG002 - as in Panel
        """Why the two may be one."""
        return [pair_title(self._pairs[self._at], say("{n} of {all}", n=self._at + 1, all=len(self._pairs)))]

    def _pair(self) -> tuple[TieRow, TieRow]:
        """Who stays and who goes: the one of whom more is known stays, unless she says otherwise."""
        double = self._pairs[self._at]
        rows = best_known_first(self._row_of(double.one.id), self._row_of(double.other.id))
        stays, goes = reversed(rows) if self._swapped else rows
        return stays, goes

    def _drawn(self, ink: Ink) -> list[Row]:
        return pair_rows(*self._pair(), self._said, self._width, ink.marks)

    def action_turn(self, pairs: int) -> None:
        """Look at another pair."""
        self._look((self._at + pairs) % len(self._pairs))

    def action_end(self, place: int) -> None:
        """Look at the first pair (0), or at the last (-1)."""
        self._look(place % len(self._pairs))

    def _look(self, at: int) -> None:
        self._at, self._swapped = at, False
        self._show()

    def action_swap(self) -> None:
        """The other record is to stay."""
        self._swapped = not self._swapped
        self._show()

    def _show(self) -> None:
        self.query_one(PanelPicture).show(self._drawn(self.ink))
        self.show_keys()

    def action_settle(self, act: str) -> None:
        """Answer."""
        if act != "undo":
            stays, goes = self._pair()
            self.dismiss(Settled(act, stays.person.id, goes.person.id))
        else:
            self.dismiss(Settled(act))
