"""A week's trace: what it leaves behind of people and of objectives, without its entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from .entry import Entry
from .kinds import Kind
from .objective import Served
from .week import Week
from .weeks.progress import served_by


class Contact(NamedTuple):
    """One entry with people in it: its id, when and how long (minutes), and whether something came back."""

    entry: str
    start: datetime
    minutes: int
    kind: Kind
    form: str | None
    group: str
    people: tuple[str, ...]
    echoed: bool = False

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
    served: dict[str, Served] = {}
    for entry in confirmed:
        for objective in entry.objectives:
            served[objective] = served.get(objective, Served()).and_(served_by(entry))
    contacts = tuple(
        Contact(e.id, e.start, e.minutes, e.kind, e.form, e.group, e.people, e.echo is not None)
        for e in confirmed
        if e.people
    )
    return Trace(week, contacts, served, sum(entry.minutes for entry in confirmed if not entry.objectives))


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
