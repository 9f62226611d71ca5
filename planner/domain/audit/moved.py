"""Watching moved to a better tool: the minutes it has freed, and where they went, by the weeks before and since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ..book import Book
from ..group import Group, Moved
from ..kinds import Kind
from ..record import WeekRecord, lived
from ..value import NamedTuple
from ..week import Week
from ..words import day_in_words, listing, say, spell_minutes
from .figures import entries_once

#: The weeks that are compared on either side of the move, whose own week is of neither; and how many of them have to be
#: known for anything to be said.
SPAN = 8
LEAST = 4

#: What takes fewer minutes more a week gained nothing to speak of; of the others so many are named.
A_GAIN = 5
NAMED = 3


class Gain(NamedTuple):
    """Minutes a week that a kind takes more in a group since."""

    group: str  # id
    kind: Kind
    minutes: int


class Freed(NamedTuple):
    """Minutes of watching a week in the weeks before and since; None where too few weeks are known.

    ``told`` is the day from which on it can be told: eight whole weeks later.
    """

    told: date
    before: int | None = None
    since: int | None = None
    gains: tuple[Gain, ...] = ()
    early: bool = False  # it is too soon to tell
    others: tuple[str, ...] = ()  # the groups (ids) moved in the same week: the gains are of theirs, too

    @property
    def minutes(self) -> int | None:
        """The minutes a week that were freed, below 0 where it takes more; None where that is not known."""
        return None if self.before is None or self.since is None else self.before - self.since


def weeks_compared(moved: Moved) -> tuple[Week, ...]:
    """The weeks on both sides of a move."""
    week = Week.of(moved.day)
    return tuple(week.plus(by) for by in range(-SPAN, SPAN + 1) if by)


def feed_name(group: Group) -> str:
    """What the feed is called that takes over a group's watching."""
    return say("{group} (feed)", group=group.name)


def freed(group: Group, moved: Moved, records: Sequence[WeekRecord], book: Book, today: date) -> Freed:
    """What a move has freed, by the ``records`` of :func:`weeks_compared`; the watching of its feed counts as its own.

    Weeks that cannot be read, and those before anything was planned or logged at all, are known on neither side.
    """
    week = Week.of(moved.day)
    told = week.plus(SPAN + 1).monday
    if today < told:
        return Freed(told, early=True)
    known = [each for each in lived(records) if not each.unread]
    sides = [each for each in known if each.week < week], [each for each in known if each.week > week]
    if any(len(side) < LEAST for side in sides):
        return Freed(told)
    own = {group.id, *(each.id for each in book.groups.values() if each.name == feed_name(group))}
    before, since = map(_a_week, sides)
    watched = [
        round(sum(minutes for (id_, kind), minutes in side.items() if _is_own(id_, kind, own)))
        for side in (before, since)
    ]
    gains = (
        Gain(id_, kind, round(minutes - before.get((id_, kind), 0)))
        for (id_, kind), minutes in since.items()
        if not _is_own(id_, kind, own)
    )
    more = sorted((gain for gain in gains if gain.minutes >= A_GAIN), key=lambda gain: -gain.minutes)
    return Freed(told, watched[0], watched[1], tuple(more[:NAMED]), others=_moved_in(week, group, book))


def _moved_in(week: Week, group: Group, book: Book) -> tuple[str, ...]:
    others = (each for each in book.groups.values() if each.id != group.id and each.moved)
    return tuple(each.id for each in others if each.moved and Week.of(each.moved.day) == week)


def _is_own(group: str, kind: Kind, own: set[str]) -> bool:
    return kind is Kind.WATCHING and group in own


def _a_week(records: Sequence[WeekRecord]) -> dict[tuple[str, Kind], float]:
    """The minutes that each kind took in each group, a week."""
    total: dict[tuple[str, Kind], float] = {}
    for record in records:
        for entry in entries_once(record):
            key = entry.group, entry.kind
            total[key] = total.get(key, 0) + entry.minutes / len(records)
    return total


def freed_words(freed: Freed, book: Book) -> str:
    """Such as ``40 min a week freed (55 before, 15 since); they went to Lyon UX (given), 25 min``."""
    if freed.early:
        return say("what that frees is told from {day} on", day=day_in_words(freed.told))
    if freed.before is None or freed.since is None or freed.minutes is None:
        return say("what that freed is not known: too few weeks before or since are")
    beside = say(
        "{before} a week before, {since} since", before=spell_minutes(freed.before), since=spell_minutes(freed.since)
    )
    if freed.minutes <= 0:
        return say("nothing freed: {beside}", beside=beside)
    head = say("{minutes} a week freed: {beside}", minutes=spell_minutes(freed.minutes), beside=beside)
    if not freed.gains:
        return say("; ").join((head, say("nothing else takes more since")))
    gains = listing(_gains(freed.gains, book))
    if freed.others:
        others = listing([book.group_name(id_) for id_ in freed.others])
        return say("; ").join((head, say("more since, for it and {groups}: {gains}", groups=others, gains=gains)))
    return say("; ").join((head, say("more since: {gains}", gains=gains)))


def _gains(gains: Iterable[Gain], book: Book) -> list[str]:
    done = {Kind.CONTRIBUTION: say("contributed"), Kind.MEETING: say("met"), Kind.WATCHING: say("watched")}
    return [
        say(
            "{minutes} {done} in {group}",
            minutes=spell_minutes(gain.minutes),
            done=done[gain.kind],
            group=book.group_name(gain.group),
        )
        for gain in gains
    ]
