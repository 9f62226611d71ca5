"""A person's thread: everything that passed between them and her, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from ..appointment import Appointment
from ..book import Book
from ..deed import Deed
from ..entry import Entry
from ..felt import Felt, felt
from ..person import Formerly
from ..step import Step, StepState
from ..value import NamedTuple
from ..value.enums import StrEnum
from .tie_list import TieRow


class Passed(StrEnum):
    """What an item of a thread is."""

    ENTRY = "entry"
    APPOINTMENT = "appointment"
    SET = "step set"
    DONE = "step done"
    LET_GO = "step let go"
    MOVED = "moved on"
    DEED = "deed"


class ThreadItem(NamedTuple):
    """One thing that passed, on a day; ``at`` is when it began, where that is known.

    A held appointment stands with the entry it became. An open step that was put off says so itself. ``post`` is where
    they were until that day.
    """

    what: Passed
    day: date
    at: datetime | None = None
    entry: Entry | None = None
    appointment: Appointment | None = None
    step: Step | None = None
    post: Formerly | None = None
    deed: Deed | None = None


class Thread(NamedTuple):
    """A person with what passed, newest first; ``earlier`` counts the entries before those that are in it."""

    row: TieRow
    items: tuple[ThreadItem, ...]
    earlier: int = 0

    def felt(self, today: date) -> Felt:
        """How it was with them, as far as the entries in it go back."""
        return felt((item.entry for item in self.items if item.entry), today)


def thread(row: TieRow, entries: Iterable[Entry], book: Book, earlier: int = 0, deeds: Iterable[Deed] = ()) -> Thread:
    """The thread of a row's person, from the entries and the deeds that name them.

    Where these are only the newest, and ``earlier`` ones are left out, so is all else that is as old.
    """
    person = row.person.id
    items = [*_met(person, entries, book), *_stepped(person, book)]
    items += (ThreadItem(Passed.MOVED, each.until, post=each) for each in row.person.formerly)
    items += (ThreadItem(Passed.DEED, deed.day, deed.at, deed=deed) for deed in deeds)
    oldest = min((item.day for item in items if item.entry), default=None) if earlier else None
    kept = [item for item in items if oldest is None or item.day >= oldest]
    return Thread(row, tuple(sorted(kept, key=_moment, reverse=True)), earlier)


def _met(person: str, entries: Iterable[Entry], book: Book) -> Iterator[ThreadItem]:
    """The entries, and the appointments that became none of them."""
    appointments = {each.id: each for each in book.appointments.values() if person in each.people}
    became = {each.entry: each for each in appointments.values() if each.entry}
    for entry in entries:
        held = became.get(entry.id)
        if held:
            del appointments[held.id]
        yield ThreadItem(Passed.ENTRY, entry.day, entry.start, entry, held)
    for each in appointments.values():
        yield ThreadItem(Passed.APPOINTMENT, each.start.date(), each.start, appointment=each)


def _stepped(person: str, book: Book) -> Iterator[ThreadItem]:
    """Each step when it was set, and when it was done or let go."""
    for step in book.steps.values():
        if step.person == person:
            if step.made or step.open:
                yield ThreadItem(Passed.SET, step.made or step.day, step=step)
            if not step.open:
                what = Passed.DONE if step.state is StepState.DONE else Passed.LET_GO
                yield ThreadItem(what, step.closed or step.day, step=step)


def _moment(item: ThreadItem) -> tuple[date, datetime, int]:
    """Steps come after the meetings of their day, and are set before they are done."""
    at = item.at.replace(tzinfo=None) if item.at else datetime.max
    return item.day, at, list(Passed).index(item.what)
