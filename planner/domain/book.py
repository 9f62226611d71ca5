"""The book: everything she keeps that belongs to no single week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .errors import StoreError
from .group import IN_QUESTION, USUAL, Standing
from .value import NamedTuple
from .value.typed import TYPE_CHECKING, TypeVar
from .words import say

if TYPE_CHECKING:
    from .appointment import Appointment
    from .counsel import Counsel
    from .group import Group
    from .imported import Import
    from .kinds import Kind
    from .known_home import KnownHome
    from .objective import Objective
    from .person import Person
    from .step import Step

Row = TypeVar("Row")

#: The name of its file, as a person is told it.
FILE = "book.json"


class Book(NamedTuple):
    """Objectives, groups, people, next steps, appointments, counsel, imports and homes, by id, in the order kept."""

    objectives: Mapping[str, Objective]
    groups: Mapping[str, Group]
    people: Mapping[str, Person]
    steps: Mapping[str, Step] = {}
    appointments: Mapping[str, Appointment] = {}
    counsel: Mapping[str, Counsel] = {}
    imports: Mapping[str, Import] = {}
    homes: Mapping[str, KnownHome] = {}

    @property
    def unread(self) -> bool:
        """Whether it stands for a damaged file: what it does not hold is not known, rather than not there."""
        return False

    @property
    def home_id(self) -> str:
        """The id of this home, the oldest of those it knows; "" while nobody has asked for it."""
        return min(self.homes.values(), key=lambda home: (home.since.timestamp(), home.id)).id if self.homes else ""

    def group_words(self) -> set[str]:
        """Every word by which a group is meant, ids and slugs: none that is new may have one of them."""
        return {word for group in self.groups.values() for word in (group.id, group.slug)}

    def group_name(self, id_: str) -> str:
        """The name of a group; its id, where the group is gone from the book."""
        group = self.groups.get(id_)
        return group.name if group else id_

    def person_name(self, id_: str) -> str:
        """A person's name, or the id itself for one that is not in the book."""
        return self.people[id_].name if id_ in self.people else id_

    def usual(self, id_: str, kind: Kind) -> int:
        """The usual length of one entry of a kind in a group, in minutes."""
        group = self.groups.get(id_)
        return (group.usual if group else USUAL).of(kind)

    def active_objectives(self) -> tuple[Objective, ...]:
        """The objectives that count, the first in rank first."""
        active = [objective for objective in self.objectives.values() if objective.active]
        return tuple(sorted(active, key=lambda objective: objective.rank))

    def served_by(self, group: Group) -> tuple[Objective, ...]:
        """The active objectives that a group serves, in its order."""
        named = (self.objectives[id_] for id_ in group.objectives if id_ in self.objectives)
        return tuple(objective for objective in named if objective.active)

    @property
    def last_rank(self) -> int:
        """The rank of the last group in her order; 0 where there is none."""
        return max((group.rank for group in self.groups.values()), default=0)

    def selected(self) -> tuple[Group, ...]:
        """The selected groups in her order."""
        chosen = [group for group in self.groups.values() if group.standing is Standing.SELECTED]
        return tuple(sorted(chosen, key=lambda group: group.order))

    def in_question(self) -> tuple[Group, ...]:
        """The groups that a selection is made from, in the book's order."""
        return tuple(group for group in self.groups.values() if group.standing in IN_QUESTION)


class UnreadBook(Book):
    """What is left in the place of a damaged book, with what was kept since."""

    @property
    def unread(self) -> bool:
        return True

    def with_groups(self, groups: Mapping[str, Group]) -> UnreadBook:
        """The same with other groups."""
        others = self.steps, self.appointments, self.counsel, self.imports, self.homes
        return UnreadBook(self.objectives, groups, self.people, *others)


def refuse_unread(book: Book) -> None:
    """Raises StoreError for a book that could not be read, from which nothing is to be concluded."""
    if book.unread:
        raise StoreError(unread_words())


def none_words(book: Book, none: str) -> str:
    """What to say where a book holds nothing: ``none``, unless it could not be read."""
    return unread_words() if book.unread else none


def rows_if_known(book: Book, rows: Sequence[Row]) -> Sequence[Row] | None:
    """Rows of what a book holds; None, rather than none at all, where it could not be read."""
    return rows if rows or not book.unread else None


def unknown_name() -> StoreError:
    """Why a name that a damaged book may hold is refused."""
    return StoreError(say("book.json cannot be read, so it is not known what that name means: planner check --mend"))


def unread_words() -> str:
    """What to say in the place of what a damaged book held."""
    from .unread import unread_file_words

    return unread_file_words(FILE)
