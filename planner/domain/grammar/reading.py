"""What was understood of a quick-log line, shown before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from ..book import Book
from ..entry import Entry
from ..errors import Misread, PlannerError
from ..group import Group
from ..instants import after
from ..kinds import Kind
from ..objective import Objective
from ..person import Person


class Unfinished(Misread):
    """The line stops before all is said; ``prompt`` asks for the rest in a word or two."""

    def __init__(self, message: str, prompt: str) -> None:
        super().__init__(message)
        self.prompt = prompt


class Reading(NamedTuple):
    """What was understood of a line so far; fields are None or empty where nothing was said (yet).

    ``usual`` says that the minutes are the group's usual ones; ``when_said`` that the line says when it was.
    ``aimless`` says that it is to serve no objective. ``new_people`` are names nobody in the book has. ``problem`` is
    the first thing wrong or missing.
    """

    kind: Kind | None = None
    minutes: int | None = None
    usual: bool = False
    group: Group | None = None
    form: str | None = None
    people: tuple[Person, ...] = ()
    new_people: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()
    aimless: bool = False
    note: str = ""
    start: datetime | None = None
    when_said: bool = False
    problem: PlannerError | None = None

    def people_with(self, created: Sequence[str]) -> tuple[str, ...]:
        """The ids of the people it names, those just ``created`` among them."""
        return (*(person.id for person in self.people), *created)

    @property
    def objective_ids(self) -> tuple[str, ...]:
        return tuple(objective.id for objective in self.objectives)


def says_time(reading: Reading, now: datetime) -> bool:
    """Whether a line says the time of day; one that says a day alone ended at this time of that day, or about then."""
    if not (reading.when_said and reading.start and reading.minutes):
        return False
    end = after(reading.start, reading.minutes).astimezone(now.tzinfo)
    return (end.hour, end.minute) != (now.hour, now.minute)


def reading_of(entry: Entry, book: Book) -> Reading:
    """What a line that says this entry would be understood as."""
    return Reading(
        kind=entry.kind,
        minutes=entry.minutes,
        group=book.groups.get(entry.group),
        form=entry.form,
        people=tuple(book.people.get(id_, Person(id_, id_)) for id_ in entry.people),
        objectives=tuple(book.objectives[id_] for id_ in entry.objectives if id_ in book.objectives),
        note=entry.note,
        start=entry.start,
        when_said=True,
    )
