"""The book: everything she keeps that belongs to no single week."""

from __future__ import annotations

from collections.abc import Mapping

from .errors import StoreError
from .group import USUAL, Standing
from .typed import TYPE_CHECKING
from .value import NamedTuple
from .words import say

if TYPE_CHECKING:
    from .appointment import Appointment
    from .group import Group
    from .kinds import Kind
    from .objective import Objective
    from .person import Person
    from .step import Step


class Book(NamedTuple):
    """Objectives, groups, people, next steps and appointments, by id, in the order they are kept."""

    objectives: Mapping[str, Objective]
    groups: Mapping[str, Group]
    people: Mapping[str, Person]
    steps: Mapping[str, Step] = {}
    appointments: Mapping[str, Appointment] = {}

    @property
    def unread(self) -> bool:
        """Whether it stands for a damaged file: what it does not hold is not known, rather than not there."""
        return False

    def group_name(self, id_: str) -> str:
        """The name of a group; its id, where the group is gone from the book."""
        group = self.groups.get(id_)
        return group.name if group else id_

    def usual(self, id_: str, kind: Kind) -> int:
        """The usual length of one entry of a kind in a group, in minutes."""
        group = self.groups.get(id_)
        return (group.usual if group else USUAL).of(kind)

    def active_objectives(self) -> tuple[Objective, ...]:
        """The objectives that count, the first in rank first."""
        found = [objective for objective in self.objectives.values() if objective.active]
        return tuple(sorted(found, key=lambda objective: objective.rank))

    def served_by(self, group: Group) -> tuple[Objective, ...]:
        """The active objectives that a group serves, in its order."""
        found = (self.objectives[id_] for id_ in group.objectives if id_ in self.objectives)
        return tuple(objective for objective in found if objective.active)

    @property
    def last_rank(self) -> int:
        """The rank of the last group in her order; 0 where there is none."""
        return max((group.rank for group in self.groups.values()), default=0)

    def selected(self) -> tuple[Group, ...]:
        """The selected groups in her order."""
        chosen = [group for group in self.groups.values() if group.standing is Standing.SELECTED]
        return tuple(sorted(chosen, key=lambda group: group.order))


class UnreadBook(Book):
    """What is left in the place of a damaged book, with what was kept since."""

    @property
    def unread(self) -> bool:
        return True

    def with_groups(self, groups: Mapping[str, Group]) -> UnreadBook:
        """The same with other groups."""
        return UnreadBook(self.objectives, groups, self.people, self.steps, self.appointments)


def refuse_unread(book: Book) -> None:
    """Raises StoreError for a book that could not be read, from which nothing is to be concluded."""
    if book.unread:
        raise StoreError(unread_words())


def none_words(book: Book, none: str) -> str:
    """What to say where a book holds nothing: ``none``, unless it could not be read."""
    return unread_words() if book.unread else none


def unknown_name() -> StoreError:
    """Why a name that a damaged book may hold is refused."""
    return StoreError(say("book.json cannot be read, so it is not known what that name means: planner check --mend"))


def unread_words() -> str:
    """What to say in the place of what a damaged book held."""
    return say("book.json cannot be read, so what is in it is not known: planner check --mend")
