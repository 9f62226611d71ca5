"""What was understood of a quick-log line, shown before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import Misread, PlannerError
from ..value import NamedTuple
from ..value.dates import datetime
from ..value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from ..book import Book
    from ..entry import Entry
    from ..group import Group
    from ..kinds import Kind
    from ..objective import Objective
    from ..person import Person
    from .day import PartOfDay

#: ``#none`` says that an entry serves no objective; none may be called so.
NOTHING = "none"


class Unfinished(Misread):
    """The line stops before all is said; ``prompt`` asks for the rest in a word or two."""

    def __init__(self, message: str, prompt: str) -> None:
        super().__init__(message)
        self.prompt = prompt


class Reading(NamedTuple):
    """What was understood of a line so far; fields are None or empty where nothing was said (yet).

    ``usual`` says that the minutes are the group's usual ones; ``when_said`` that the line says when it was, and
    ``time_said`` that it says the time of day; ``paused`` that what it says stood still in between.
    ``aimless`` says that it is to serve no objective. ``new_people`` are names nobody in the book has,
    and ``through`` is who introduced those of the line. ``part`` is the
    part of the day that was said instead of a time. ``problem`` is the first thing wrong or missing.

    Two things are said so that nothing is kept otherwise than meant in silence: ``read_as_note`` are words that look
    like a length, a time, a day or a name and stayed note; ``remark`` is another way to take what was read.
    """

    kind: Kind | None = None
    minutes: int | None = None
    usual: bool = False
    group: Group | None = None
    form: str | None = None
    people: tuple[Person, ...] = ()
    new_people: tuple[str, ...] = ()
    through: Person | None = None
    objectives: tuple[Objective, ...] = ()
    aimless: bool = False
    note: str = ""
    start: datetime | None = None
    when_said: bool = False
    time_said: bool = False
    paused: bool = False
    part: PartOfDay | None = None
    read_as_note: tuple[str, ...] = ()
    remark: str = ""
    problem: PlannerError | None = None

    def people_with(self, created: Sequence[str]) -> tuple[str, ...]:
        """The ids of the people it names, those just ``created`` among them."""
        return (*(person.id for person in self.people), *created)

    @property
    def objective_ids(self) -> tuple[str, ...]:
        return tuple(objective.id for objective in self.objectives)


def _person(id_: str, book: Book) -> Person:
    person = book.people.get(id_)
    if person:
        return person
    from ..person import Person  # who is gone from the book is called by the id

    return Person(id_, id_)


def reading_of(entry: Entry, book: Book) -> Reading:
    """What a line that says this entry would be understood as."""
    return Reading(
        kind=entry.kind,
        minutes=entry.minutes,
        group=book.groups.get(entry.group),
        form=entry.form,
        people=tuple(_person(id_, book) for id_ in entry.people),
        objectives=tuple(book.objectives[id_] for id_ in entry.objectives if id_ in book.objectives),
        note=entry.note,
        start=entry.start,
        when_said=True,
        time_said=entry.placed,
        paused=entry.paused,
    )
