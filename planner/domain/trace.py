"""A week's trace: what it leaves behind of people and of objectives, without its entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from .clock_time import counted_minutes, sittings, without_doubles
from .kinds import TOGETHER, Kind, is_in_person
from .objective import Served
from .value import NamedTuple
from .value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from .entry import Entry
    from .week import Week


class Contact(NamedTuple):
    """One entry with people in it, or a meeting in person: its id, when and how long (minutes), what it serves (ids),
    and what came back.

    ``wrote`` are those from whom it came back, whether or not they were in it.
    """

    entry: str
    start: datetime
    minutes: int
    kind: Kind
    form: str | None
    group: str
    people: tuple[str, ...]
    echoed: bool = False
    objectives: tuple[str, ...] = ()
    replies: int = 0
    placed: bool = False  # whether its time of day is known
    wrote: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[str, ...]:
        """Those who were in it, and those who wrote back."""
        return (*self.people, *(id_ for id_ in self.wrote if id_ not in self.people)) if self.wrote else self.people

    def echoed_by(self, person: str) -> bool:
        """Whether something came back from somebody: from those who wrote where they are named, else from all in it."""
        return person in self.wrote if self.wrote else self.echoed

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def logged(self) -> bool:
        """Whether it is of her log; what an archive tells of has no length."""
        return self.minutes > 0


class Trace(NamedTuple):
    """The contacts of a week by start, what served each objective (id), and the minutes that served none."""

    week: Week
    contacts: tuple[Contact, ...] = ()
    served: Mapping[str, Served] = {}
    aimless: int = 0


def trace_of(week: Week, entries: Iterable[Entry]) -> Trace:
    """The trace of a week's entries; what nobody has confirmed leaves none."""
    confirmed = sorted((entry for entry in entries if entry.confirmed), key=lambda entry: entry.start)
    serving: dict[str, list[tuple[Entry, int]]] = {}
    for entry, minutes in counted_minutes(confirmed):
        for objective in entry.objectives:
            serving.setdefault(objective, []).append((entry, minutes))
    contacts = tuple(
        Contact(
            *(e.id, e.start, e.minutes, e.kind, e.form, e.group, e.people, e.echo is not None and e.echo.came),
            *(e.objectives, replies(e), e.placed, e.echo.people if e.echo else ()),
        )
        for e in confirmed
        if e.people or (e.echo and e.echo.people) or (e.kind is Kind.MEETING and is_in_person(e.form))
    )
    served = {objective: served_by(some) for objective, some in serving.items()}
    return Trace(week, contacts, served, sum(entry.minutes for entry in confirmed if not entry.objectives))


def served_by(counted: Iterable[tuple[Entry, int]]) -> Served:
    """What a week's entries do for an objective that each serves; they come with the minutes that count."""
    some = list(counted)
    entries = without_doubles(entry for entry, _ in some)
    kinds = [entry.kind for entry in sittings(entries)]
    near = [entry for entry in entries if entry.kind is Kind.MEETING and is_in_person(entry.form) is True]
    return Served(
        meetings=kinds.count(Kind.MEETING),
        contributions=kinds.count(Kind.CONTRIBUTION),
        minutes=sum(minutes for entry, minutes in some if entry.kind.is_hands),
        in_person=len(sittings(near)),
        watchings=kinds.count(Kind.WATCHING),
        watched=sum(minutes for entry, minutes in some if not entry.kind.is_hands),
        replies=sum(replies(entry) for entry in entries if entry.kind.is_hands),
        together=len(sittings(entry for entry in entries if entry.form == TOGETHER)),
    )


def replies(entry: Entry) -> int:
    """How many replies came back to an entry, as far as is known."""
    return entry.echo.replies if entry.echo else 0


def first_contacts(traces: Iterable[Trace]) -> dict[str, str]:
    """The first exchange or meeting with each person: the entry's id by the person's, from traces oldest first."""
    firsts: dict[str, str] = {}
    for trace in traces:
        for contact in trace.contacts:
            if contact.kind.is_hands:
                for person in contact.everybody:
                    firsts.setdefault(person, contact.entry)
    return firsts


def contacts_by_person(traces: Iterable[Trace]) -> dict[str, list[Contact]]:
    """All contacts by the people (ids) in them, in the order of the traces."""
    by_person: dict[str, list[Contact]] = {}
    for trace in traces:
        for contact in trace.contacts:
            for person in contact.everybody:
                known = by_person.get(person)
                if known is None:
                    by_person[person] = [contact]
                else:
                    known.append(contact)
    return by_person
