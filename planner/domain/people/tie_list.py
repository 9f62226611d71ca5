"""The list of ties: everybody in the book with what the log says of them, to be searched, narrowed down and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from ..book import Book
from ..deed import Deed, with_exchanges
from ..grammar.person_fields import FIELDS
from ..person import Circle, Person
from ..step import Step
from ..texts import folded, search_words
from ..trace import Contact, Trace, contacts_by_person
from ..value import NamedTuple
from ..value.enums import StrEnum
from ..value.typed import Any, Self
from ..week import Week
from .cadence import NO_OTHERS, Cadences
from .tie import Stage, Tie, Warmth, tie_of


class TieRow(NamedTuple):
    """One person: their tie, their open next steps (the soonest first), and the groups (ids) they have in common.

    ``quiet`` are the days since the last exchange or meeting, else since they came into the book; None where nobody
    knows. ``text`` is what a search looks in, folded.
    """

    person: Person
    tie: Tie
    steps: tuple[Step, ...] = ()
    groups: tuple[str, ...] = ()
    quiet: int | None = None
    text: str = ""

    @property
    def step(self) -> Step | None:
        """The soonest open next step."""
        return self.steps[0] if self.steps else None

    @property
    def owed(self) -> bool:
        """Whether something is promised, in either direction."""
        return any(step.owed for step in self.steps)


def best_known_first(*rows: TieRow) -> list[TieRow]:
    """People by how much is known of each: what the log says, then how many of their fields are filled in."""

    def known(row: TieRow) -> tuple[int, int]:
        return row.tie.meetings.times + row.tie.exchanges.times, sum(bool(value) for value in row.person)

    return sorted(rows, key=known, reverse=True)


class TieCounts(NamedTuple):
    """How many people there are, at each stage and not yet at the next, just so warm, and left to rest.

    ``people`` is None where the book is damaged: of the others, too, only those are counted who are known.
    """

    people: int | None
    at: Mapping[Stage, int]
    warm: Mapping[Warmth, int]
    resting: int


class TieList(NamedTuple):
    """Everybody in the book, in its order, as of ``today``."""

    rows: tuple[TieRow, ...]
    today: date
    without: tuple[Week, ...] = ()  # the weeks that cannot be read: of them only what was kept since is known
    unread: bool = False  # the book is damaged: there may be more people than are known

    def row(self, id_: str) -> TieRow | None:
        """The row of one person."""
        return next((row for row in self.rows if row.person.id == id_), None)

    def counts(self) -> TieCounts:
        """All counts, by one look at everybody."""
        at, warm, resting = dict.fromkeys(Stage, 0), dict.fromkeys(Warmth, 0), 0
        for row in self.rows:
            at[row.tie.stage] += 1
            resting += row.tie.resting
            if row.tie.warmth:
                warm[row.tie.warmth] += 1
        return TieCounts(None if self.unread else len(self.rows), at, warm, resting)


class TieFilter(NamedTuple):
    """Conditions that all must hold; empty ones ask nothing.

    ``warmths`` are those that pass; ``quiet`` asks that there was no exchange or meeting for so many days (or ever),
    and leaves alone who is left to rest. ``text`` is looked for in name, company, position, place and note.
    """

    circle: Circle | None = None
    stage: Stage | None = None
    warmths: tuple[Warmth, ...] = ()
    resting: bool | None = None
    group: str = ""  # id
    quiet: int | None = None
    owed: bool = False
    text: str = ""


class Sorting(NamedTuple):
    """How a list of ties is sorted: by what, the column in which that is read, and whether the most comes first."""

    by: Callable[[TieRow], Any]
    column: str
    falls: bool = False


class TieOrder(StrEnum):
    """What a list of ties may be sorted by."""

    OVERDUE = "overdue", Sorting(lambda row: (-row.tie.overdue, -row.tie.stage, row.tie.resting), "last", falls=True)
    NAME = "name", Sorting(lambda row: row.text, "name")  # which begins with it
    LAST = "last contact", Sorting(lambda row: (row.tie.days is None, row.tie.days), "last")
    STEP = "next step", Sorting(lambda row: row.step.day if row.step else date.max, "step")
    STAGE = "stage", Sorting(lambda row: -row.tie.stage, "stage", falls=True)
    MEETINGS = "meetings", Sorting(lambda row: -row.tie.meetings.times, "meetings", falls=True)

    sorting: Sorting

    def __new__(cls, word: str, sorting: Sorting | None = None) -> Self:  # None where one is looked up by its word
        assert sorting
        order = str.__new__(cls, word)
        order._value_, order.sorting = word, sorting
        return order


def tie_list(  # noqa: PLR0917 - a book in its surroundings
    book: Book,
    traces: Iterable[Trace],
    today: date,
    without: Iterable[Week] = (),
    deeds: Iterable[Deed] = (),
    cadences: Cadences = NO_OTHERS,
) -> TieList:
    """Everybody in the book, with what the traces and the deeds, oldest first, say of them.

    Weeks ``without`` cannot be read.
    """
    contacts, steps = with_exchanges(contacts_by_person(traces), deeds), open_steps(book)
    return TieList(
        tuple(
            tie_row(person, contacts.get(id_, ()), steps.get(id_, ()), today, cadences)  # a loop of thousands
            for id_, person in book.people.items()
        ),
        today,
        tuple(sorted(without)),
        book.unread,
    )


def tie_row(
    person: Person,
    contacts: Sequence[Contact],
    steps: Sequence[Step],
    today: date,
    cadences: Cadences = NO_OTHERS,
) -> TieRow:
    """One person's row, from the contacts that name them, oldest first, and their open next steps."""
    tie = tie_of(person, contacts, today, cadences)
    quiet = tie.days
    if quiet is None and person.since:
        quiet = max(0, (today - person.since).days)
    return TieRow(person, tie, tuple(steps), person.groups or _groups_of(contacts), quiet, _searchable(person))


def closer_by_group(rows: Iterable[TieRow], since: date) -> Mapping[str, int]:
    """How many ties moved up since a day, by the group (id) of the contact with which they did."""
    closer: dict[str, int] = {}
    for row in rows:
        made_by = row.tie.made_by
        if made_by and made_by[-1].day >= since:
            closer[made_by[-1].group] = closer.get(made_by[-1].group, 0) + 1
    return closer


def open_steps(book: Book) -> Mapping[str, Sequence[Step]]:
    """The open next steps by person (id), the soonest first."""
    by_person: dict[str, list[Step]] = {}
    for step in sorted(book.steps.values(), key=lambda step: step.day):
        if step.open:
            by_person.setdefault(step.person, []).append(step)
    return by_person


def matching(rows: Iterable[TieRow], wanted: TieFilter) -> tuple[TieRow, ...]:
    """The rows that pass, in their order. Every word of the text must be found, whatever its case and accents.

    Whose name begins with the first word comes before those with it at the beginning of a later name, and these before
    all others.
    """
    words = search_words(wanted.text)
    if wanted._replace(text="") == TieFilter():  # as one types: nothing but words to look for
        wanted_rows = [row for row in rows if all(word in row.text for word in words)]
    else:
        wanted_rows = [row for row in rows if _passes(row, wanted) and all(word in row.text for word in words)]
    return tuple(sorted(wanted_rows, key=lambda row: _nearness(row, words[0]))) if words else tuple(wanted_rows)


def in_order(rows: Iterable[TieRow], order: TieOrder) -> tuple[TieRow, ...]:
    """The rows sorted; where they are equal, by name."""
    by_name = sorted(rows, key=TieOrder.NAME.sorting.by)
    return tuple(by_name if order is TieOrder.NAME else sorted(by_name, key=order.sorting.by))


def _passes(row: TieRow, wanted: TieFilter) -> bool:
    tie = row.tie
    return (
        wanted.circle in (None, row.person.circle)
        and wanted.stage in (None, tie.stage)
        and (not wanted.warmths or tie.warmth in wanted.warmths)
        and wanted.resting in (None, tie.resting)
        and (not wanted.group or wanted.group in row.groups)
        and (wanted.quiet is None or (not tie.resting and (row.quiet is None or row.quiet >= wanted.quiet)))
        and (not wanted.owed or row.owed)
    )


def _nearness(row: TieRow, word: str) -> int:
    """How far from its beginning a word stands in a row: at that of the name, of a later name, or elsewhere."""
    if row.text.startswith(word):
        return 0
    return 1 if f" {word}" in row.text.partition("\n")[0] else 2


def _groups_of(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """The groups of contacts, the most frequent first."""
    groups = [contact.group for contact in contacts if contact.group]
    if len(groups) < 2:
        return tuple(groups)
    return tuple(sorted(dict.fromkeys(groups), key=groups.count, reverse=True))


_searched = attrgetter(*(field.name for field in FIELDS if field.searched))


def _searchable(person: Person) -> str:
    return folded("\n".join(_searched(person)))
