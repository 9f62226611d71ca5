"""What is odd in the records of a home, and what of that mending puts right. Reading them changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from typing import TYPE_CHECKING, Any

from planner.domain.book import Book
from planner.domain.errors import StoreError
from planner.domain.record import WeekRecord
from planner.domain.timer import Timer
from planner.domain.week import Week
from planner.domain.weeks.oddities import Oddity, odd_in_book, odd_in_weeks, odd_timer

from . import files
from .contents import BOOK, TIMER, week_file, weeks_in
from .forms import Misshapen
from .reading import understood
from .shelf import Shelf

if TYPE_CHECKING:
    from planner.domain.entry import Entry

    from .transaction import Transaction


def oddities(shelf: Shelf) -> list[Oddity]:
    """What is odd in all files that can be read; the others are told of by who checks files."""
    book = _value(shelf, BOOK)
    found = list(odd_in_weeks(_weeks(shelf), book if isinstance(book, Book) else None))
    if isinstance(book, Book):
        found += odd_in_book(book)
    timer = _value(shelf, TIMER)
    if isinstance(timer, Timer):
        found += odd_timer(timer, shelf.now(), book if isinstance(book, Book) else None)
    return found


def misplaced(shelf: Shelf) -> list[tuple[Week, Entry]]:
    """The entries that stand in the file of another week than theirs, with that week."""
    return [(record.week, entry) for record in _weeks(shelf) for entry in record.entries if entry.week != record.week]


def put_in_place(shelf: Shelf, change: Callable[[], AbstractContextManager[Transaction]]) -> list[tuple[Week, Entry]]:
    """Move the entries that stand in the wrong file, as one change; returns them. Raises StoreError.

    Where its own week has an entry of that id already, that one stays.
    """
    found = misplaced(shelf)
    if found:
        with change() as kept:
            for week, entry in found:
                there = (each for each in kept.week(entry.week).entries if each.id == entry.id)
                kept.put_entry(next(there, entry), was=week)
    return found


def _weeks(shelf: Shelf) -> Iterator[WeekRecord]:
    weeks: list[Week] = []
    with suppress(StoreError):  # of a folder that cannot be looked into check tells
        weeks = weeks_in(shelf.home)
    for week in weeks:
        record = _value(shelf, week_file(week))
        if isinstance(record, WeekRecord):
            yield record


def _value(shelf: Shelf, name: str) -> Any:
    """What a file says; None where there is none, or it cannot be read."""
    try:
        found = files.read(shelf.path(name))
        return understood(name, found[0])[1] if found else None
    except (Misshapen, StoreError):
        return None
