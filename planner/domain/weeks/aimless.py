"""What of a week served no objective: the entries that say none, group by group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..audit.figures import entries_once
from ..book import Book
from ..entry import Entry
from ..record import WeekRecord
from ..value import NamedTuple
from ..words import minutes, say, spell_minutes


class Aimless(NamedTuple):
    """A group's (id) minutes that served no objective; clock time counts once."""

    group: str
    minutes: int


def aimless(record: WeekRecord) -> tuple[Aimless, ...]:
    """The minutes of a week that served none, the most first; what nobody has confirmed is none of them."""
    by_group: dict[str, int] = {}
    for entry in entries_once(record):
        if not entry.objectives:
            by_group[entry.group] = by_group.get(entry.group, 0) + entry.minutes
    return tuple(sorted((Aimless(*each) for each in by_group.items()), key=lambda each: (-each.minutes, each.group)))


def aimless_entries(entries: Iterable[Entry], group: str) -> tuple[Entry, ...]:
    """The entries of a group (id) that say no objective."""
    return tuple(entry for entry in entries if entry.group == group and entry.confirmed and not entry.objectives)


def aimless_words(aimless: Sequence[Aimless], book: Book) -> str:
    """What served no objective: ``1h10 served no objective: PMI France 50, Lyon UX 20.``; "" where all did, or where it
    is not known what there is to serve."""
    if not aimless or book.unread:
        return ""
    groups = ", ".join(f"{book.group_name(each.group)} {minutes(each.minutes)}" for each in aimless)
    total = sum(each.minutes for each in aimless)
    return say("{time} served no objective: {groups}.", time=spell_minutes(total), groups=groups)
