"""The ties with everybody in the book, made once for as long as nothing has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.desk.base import Base
from planner.domain.book import Book
from planner.domain.deed import Deed
from planner.domain.people.cadence import Cadences
from planner.domain.trace import Trace
from planner.domain.value.typed import TYPE_CHECKING, TypeAlias
from planner.domain.week import Week

if TYPE_CHECKING:
    from planner.domain.people.tie_list import TieList

_MadeFrom: TypeAlias = tuple[Book, tuple[Trace, ...], date, frozenset[Week], tuple[Deed, ...], Cadences]


class Ties(Base):
    """What the log says of everybody she knows."""

    #: The last list and what it was made from, so that a screen may ask at every key.
    _known_ties: tuple[_MadeFrom, TieList] | None = None

    def ties(self) -> TieList:
        """Everybody in the book with what the log says of them, as of today."""
        from planner.domain.people.tie_list import tie_list

        traces = self._home.traces()
        made_from = (
            self.book(),
            traces,
            self.now().date(),
            self._home.unread_weeks(),
            self._home.deeds(),
            self.cadences(),
        )
        if self._known_ties is None or not _same(self._known_ties[0], made_from):
            self._known_ties = made_from, tie_list(*made_from)
        return self._known_ties[1]

    def _traced_ties(self) -> tuple[Sequence[Trace], TieList]:
        """The ties, and the traces that they were made from: looking at all weeks once is enough."""
        ties = self.ties()
        assert self._known_ties
        return self._known_ties[0][1], ties


def _same(known: _MadeFrom, now: _MadeFrom) -> bool:
    """Whether both say the same: what has not changed is not read again."""
    book, traces = known[0] is now[0], same_traces(known[1], now[1])
    return book and traces and known[4] is now[4] and known[2:4] == now[2:4] and known[5] == now[5]


def same_traces(known: Sequence[Trace], now: Sequence[Trace]) -> bool:
    """Whether two lists of traces say the same, one that was made anew among them."""
    return len(known) == len(now) and all(one is other or one == other for one, other in zip(known, now, strict=True))
