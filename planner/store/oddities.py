"""What is odd in the records of a home, and what of that mending puts right. Reading them changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.errors import StoreError
from planner.domain.record import WeekRecord
from planner.domain.texts import fresh_id
from planner.domain.timer import Timer
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.week import Week
from planner.domain.weeks.oddities import Oddity, odd_deeds, odd_in_book, odd_in_weeks, odd_timer

from . import files
from .contents import BOOK, DEEDS, TIMER, week_file, weeks_in
from .forms import Misshapen
from .reading import understood
from .shelf import Shelf

if TYPE_CHECKING:
    from .transaction import Transaction


def oddities(shelf: Shelf) -> list[Oddity]:
    """What is odd in all files that can be read; the others are told of by who checks files."""
    book = _value(shelf, BOOK)
    odd = list(odd_in_weeks(_weeks(shelf), book if isinstance(book, Book) else None))
    if isinstance(book, Book):
        odd += odd_in_book(book)
        odd += odd_deeds(_value(shelf, DEEDS) or (), book)
    timer = _value(shelf, TIMER)
    if isinstance(timer, Timer):
        odd += odd_timer(timer, shelf.now(), book if isinstance(book, Book) else None)
    return odd


class InOrder(NamedTuple):
    """Entries that mending has put in order: those moved to their weeks, and those that have an id of their own now."""

    moved: int = 0
    parted: int = 0


def put_in_order(shelf: Shelf, change: Callable[[], AbstractContextManager[Transaction]]) -> InOrder:
    """Move the entries that stand in the wrong file, and part those of several weeks that share an id, as one change.

    Where another entry has its id already, of those in the file of its week or in a later one, an entry is kept under
    one of its own; what says the same counts once. Raises StoreError.
    """
    records = list(_weeks(shelf))
    there: dict[str, Entry] = {}  # of the ids of those that stand where they belong, the last of each
    shared, misplaced = [], []
    for record in records:
        for entry in record.entries:
            if entry.week != record.week:
                misplaced.append((record.week, entry))
                continue
            if entry.id in there:
                shared.append((there[entry.id].week, there[entry.id]))
            there[entry.id] = entry
    if misplaced or shared or _stones_hold(shelf):
        with change() as kept:
            once = _stand_once(kept, {entry.id for _, entry in (*shared, *misplaced)})
            shared, misplaced = ([row for row in rows if row[1].id not in once] for rows in (shared, misplaced))
            for week, entry in shared:
                _put_anew(kept, week, entry, there)
            for week, entry in misplaced:
                if there.get(entry.id) == entry:
                    kept.remove_entry(entry, week)
                else:
                    _put_anew(kept, week, entry, there)
            return InOrder(len(misplaced) + len(once), len(shared))
    return InOrder()


def _stones_hold(shelf: Shelf) -> bool:
    """Whether a merge of single files left something to be put together."""
    with suppress(StoreError):
        for week in weeks_in(shelf.home):
            file = files.read(shelf.path(week_file(week)))
            if file and b'"holds": {' in file[0]:
                return True
    return False


def _stand_once(kept: Transaction, ids: set[str]) -> set[str]:
    """Put together what several weeks say of one entry that was moved on two machines; the ids of those."""
    from .merging.weeks import are_known_for_one, held_by_stones, stand_once

    one = are_known_for_one(kept.changes, ids) | held_by_stones(kept.changes)
    stand_once(kept.changes, one)
    return one


def _put_anew(kept: Transaction, was: Week, entry: Entry, there: dict[str, Entry]) -> None:
    """Put an entry that stands in the file of the week ``was`` into its own, under an id that no other has."""
    own = entry._replace(id=fresh_id(entry.id, there))
    if own.id == entry.id:
        kept.put_entry(own, was=was)
    else:
        kept.remove_entry(entry, was)
        kept.put_entries([own])
    there[own.id] = own


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
        file = files.read(shelf.path(name))
        return understood(name, file[0])[1] if file else None
    except (Misshapen, StoreError):
        return None
