"""A proposal: what an import would do, to be shown, and then done as one change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from planner.desk import Desk
from planner.desk.imports import Brought, LeftOut, Tell
from planner.domain.value import NamedTuple
from planner.domain.words import dated, say, spell_minutes
from planner.interop.account import Account
from planner.interop.intake.draft import Unmapped

#: What becomes of a draft.
NEW, CHANGED = "new", "changed"

#: Does what is proposed, but for the ids that were left out.
Keep = Callable[[Desk, LeftOut, Tell], object]


class Item(NamedTuple):
    """One thing that would come or change: the ``table`` it is of and its ``id``, by which it may be left out."""

    table: str
    id: str
    what: str  # NEW or CHANGED
    title: str
    day: date | None = None
    minutes: int = 0
    group: str = ""
    counts: bool = True  # whether the account counts it as new or changed
    of: frozenset[str] = frozenset()  # ids of what it goes with: left out with any of them

    def words(self, today: date) -> str:
        """It in a line: ``Thu 26 Nov · 25 min · Lyon UX: slides``; with its year where that is another."""
        title = say("{what}: {names}", what=self.group, names=self.title) if self.group and self.title else ""
        parts = (
            dated(self.day, today) if self.day else "",
            spell_minutes(self.minutes) if self.minutes else "",
            title or self.title or self.group,
        )
        return " · ".join(filter(None, parts))


class Proposal(NamedTuple):
    """What an import would do. ``sentences`` are what the format has to say of its own, ``more`` its JSON.

    ``items`` gives what would come and change, one after the other; ``waits`` the names that wait for a kind, the
    largest first. ``keep`` does it; it is given what was left out.
    """

    account: Account
    keep: Keep | None = None
    items: Callable[[], Iterator[Item]] = tuple  # type: ignore[assignment]
    sentences: tuple[str, ...] = ()
    waits: tuple[Unmapped, ...] = ()
    more: Mapping[str, object] = {}
    id: str = ""  # of the import
    year: Callable[[Collection[str]], str] = lambda _out: ""  # her last year in a sentence, without what is left out
    asks: str = ""  # what is to be said before anything can be kept

    def apply(self, desk: Desk, tell: Tell, but: Collection[str] = ()) -> Account:
        """Do it, without what was left out, as one change; returns what it came to."""
        if self.keep is None:
            return self.account
        left = self._left_out(frozenset(but))
        self.keep(desk, left, tell)
        account = self.account
        return account._replace(
            added=account.added - left.new,
            changed=account.changed - left.changed,
            kept_back=account.kept_back + left.new + left.changed,
            minutes=account.minutes - left.minutes,
        )

    def _left_out(self, ids: frozenset[str]) -> LeftOut:
        out = (item for item in self.items() if item.id in ids or not ids.isdisjoint(item.of)) if ids else ()
        items = [item for item in out if item.counts]
        new = [item for item in items if item.what == NEW]
        minutes = sum(item.minutes for item in new if item.table == "entries")
        return LeftOut(ids, len(new), len(items) - len(new), minutes)


def kept(brought: Brought) -> Keep:
    """What keeps all that was brought, but for what was left out."""
    return lambda desk, left, tell: desk.bring_in(brought.without(left), tell)
