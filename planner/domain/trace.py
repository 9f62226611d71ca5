"""A week's trace: what it leaves behind of people and of objectives, without its entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from .clock_time import counted_minutes, sittings, without_doubles
from .kinds import Kind, is_in_person
from .objective import Served
from .texts import folded
from .typed import TYPE_CHECKING
from .value import NamedTuple

if TYPE_CHECKING:
    from .entry import Entry
    from .week import Week

#: A number of replies, as an echo says it.
_REPLIES = r"\b([0-9]{1,4}) (?:repl|reponse|answer)"


class Contact(NamedTuple):
    """One entry with people in it: its id, when and how long (minutes), what it serves (ids), and what came back."""

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

    @property
    def day(self) -> date:
        return self.start.date()


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
            *(e.id, e.start, e.minutes, e.kind, e.form, e.group, e.people, e.echo is not None),
            *(e.objectives, replies(e), e.placed),
        )
        for e in confirmed
        if e.people
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
    )


def replies(entry: Entry) -> int:
    """How many replies came back to an entry: as many as its echo says, one where it only says that something did."""
    said = re.search(_REPLIES, folded(entry.echo)) if entry.echo else None
    return int(said[1]) if said else int(bool(entry.echo))


def first_contacts(traces: Iterable[Trace]) -> dict[str, str]:
    """The first exchange or meeting with each person: the entry's id by the person's, from traces oldest first."""
    found: dict[str, str] = {}
    for trace in traces:
        for contact in trace.contacts:
            if contact.kind.is_hands:
                for person in contact.people:
                    found.setdefault(person, contact.entry)
    return found


def contacts_by_person(traces: Iterable[Trace]) -> dict[str, list[Contact]]:
    """All contacts by the people (ids) in them, in the order of the traces."""
    found: dict[str, list[Contact]] = {}
    for trace in traces:
        for contact in trace.contacts:
            for person in contact.people:
                known = found.get(person)
                if known is None:
                    found[person] = [contact]
                else:
                    known.append(contact)
    return found
