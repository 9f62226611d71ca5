"""A proposal: what an import would do, to be shown, and then done as one change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from planner.desk import Desk
from planner.desk.imports import Brought, Tell
from planner.domain.value import NamedTuple
from planner.domain.words import day_month, say, spell_minutes
from planner.interop.account import Account
from planner.interop.intake.draft import Unmapped

#: What becomes of a draft.
NEW, CHANGED = "new", "changed"


class Item(NamedTuple):
    """One thing that would come or change: the ``table`` it is of and its ``id``, by which it may be left out."""

    table: str
    id: str
    what: str  # NEW or CHANGED
    title: str
    day: date | None = None
    minutes: int = 0
    group: str = ""

    @property
    def words(self) -> str:
        """It in a line: ``Thu 26 Nov · 25 min · Lyon UX: slides``."""
        title = say("{what}: {names}", what=self.group, names=self.title) if self.group and self.title else ""
        parts = (
            day_month(self.day) if self.day else "",
            spell_minutes(self.minutes) if self.minutes else "",
            title or self.title or self.group,
        )
        return " · ".join(filter(None, parts))


class Proposal(NamedTuple):
    """What an import would do. ``sentences`` are what the format has to say of its own, ``more`` its JSON.

    ``items`` gives what would come and change, one after the other; ``waits`` the names that wait for a kind, the
    largest first. ``keep`` does it; it is given the ids that were left out.
    """

    account: Account
    keep: Callable[[Desk, Collection[str], Tell], object] | None = None
    items: Callable[[], Iterator[Item]] = tuple  # type: ignore[assignment]
    sentences: tuple[str, ...] = ()
    waits: tuple[Unmapped, ...] = ()
    more: Mapping[str, object] = {}
    id: str = ""  # of the import

    def apply(self, desk: Desk, tell: Tell, but: Collection[str] = ()) -> Account:
        """Do it, without what was left out, as one change; returns what it came to."""
        if self.keep is None:
            return self.account
        self.keep(desk, but, tell)
        account = self.account
        if but:
            left = len({item.id for item in self.items() if item.what == NEW}.intersection(but))
            changed = len(set(but)) - left
            account = account._replace(
                added=account.added - left, changed=account.changed - changed, kept_back=account.kept_back + len(but)
            )
        return account


def kept(brought: Brought) -> Callable[[Desk, Collection[str], Tell], object]:
    """What keeps all that was brought, but for what was left out."""
    return lambda desk, but, tell: desk.bring_in(brought.without(but), tell)
