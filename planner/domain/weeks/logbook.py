"""The log as it is read back: by weeks and days, newest first; and what a search finds in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from ..book import Book
from ..clock_time import counted_minutes
from ..entry import Entry
from ..kinds import Split
from ..texts import folded
from ..value import NamedTuple
from ..week import Week


class LogDay(NamedTuple):
    """One day's entries, newest first; its total leaves out what is unconfirmed, and counts clock time once."""

    day: date
    entries: tuple[Entry, ...]
    total: Split


class LogWeek(NamedTuple):
    """One week's days, newest first, with their total."""

    week: Week
    days: tuple[LogDay, ...]
    total: Split


def by_week(entries: Iterable[Entry]) -> tuple[LogWeek, ...]:
    """``entries`` by weeks and days, newest first, whatever order they come in."""
    newest = sorted(entries, key=lambda entry: entry.start.replace(tzinfo=None), reverse=True)
    days = [_day(day, tuple(some)) for day, some in groupby(newest, key=lambda entry: entry.day)]
    return tuple(_week(week, tuple(some)) for week, some in groupby(days, key=lambda each: Week.of(each.day)))


def has_words(entry: Entry, words: Sequence[str], book: Book) -> bool:
    """Whether each of the ``words`` (of a search) stands in an entry's note, its echo, or a name it has."""
    people = (person.name if (person := book.people.get(id_)) else id_ for id_ in entry.everybody)
    came = entry.echo.text if entry.echo else ""
    text = folded("\n".join((entry.note, came, book.group_name(entry.group), *people)))
    return all(word in text for word in words)


def _day(day: date, entries: tuple[Entry, ...]) -> LogDay:
    total = Split()
    for entry, minutes in counted_minutes(entry for entry in entries if entry.confirmed):
        total = total.plus(entry.kind, minutes)
    return LogDay(day, entries, total)


def _week(week: Week, days: tuple[LogDay, ...]) -> LogWeek:
    total = Split()
    for each in days:
        total = total.and_(each.total)
    return LogWeek(week, days, total)
