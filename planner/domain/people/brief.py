"""Before a meeting: who they are, what passed lately, what is promised both ways, whom both know, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..afterwards import came_back_words
from ..appointment import Appointment
from ..book import Book
from ..deed import Deed, with_exchanges
from ..entry import Entry
from ..person import Person
from ..step import Owed, Step
from ..texts import shown
from ..trace import Contact, Trace
from ..value import NamedTuple
from ..words import say
from .cadence import NO_OTHERS, Cadences
from .companies import closeness, wanted_pages
from .company_names import company_key
from .follow_ups import FollowUp, when_words
from .introduced import introduced_by
from .moved_on import QUESTION_DAYS
from .tie_list import TieRow, open_steps, tie_row

LAST = 3  #: exchanges that are told
MUTUAL = 5  #: people both know who are named


class PersonBrief(NamedTuple):
    """One person before a meeting.

    ``last`` are the newest entries with them, newest first; ``mine`` and ``theirs`` the open promises; ``meant`` what
    else is to come with them; ``mutual`` whom both know, the closest to her first.
    """

    row: TieRow
    last: tuple[Entry, ...] = ()
    mine: tuple[Step, ...] = ()
    theirs: tuple[Step, ...] = ()
    meant: tuple[Step, ...] = ()
    through: Person | None = None
    introduced: tuple[Person, ...] = ()
    mutual: tuple[TieRow, ...] = ()
    asks: tuple[str, ...] = ()

    def echoes(self, book: Book) -> tuple[str, ...]:
        """What came back from them lately."""
        return tuple(came_back_words(each, book.person_name) for each in self.last if each.echo and each.echo.came)


class Brief(NamedTuple):
    """What to know before a meeting with people; ``appointment`` where one is arranged."""

    people: tuple[PersonBrief, ...]
    today: date
    appointment: Appointment | None = None


def person_brief(  # noqa: PLR0917 - a person in their surroundings
    person: Person,
    last: Sequence[Entry],
    traces: Sequence[Trace],
    book: Book,
    today: date,
    deeds: Iterable[Deed] = (),
    cadences: Cadences = NO_OTHERS,
) -> PersonBrief:
    """What to know of one person; ``last`` are their newest entries, newest first.

    Only the ties of those who are told of are made: the book may hold thousands.
    """
    both = _both_know(person, contacts_with(person.id, traces), book)
    rows = _rows({person.id, *both}, traces, deeds, book, today, cadences)
    row = rows.pop(person.id)
    steps: dict[Owed | None, list[Step]] = {}
    for step in row.steps:
        steps.setdefault(step.owed, []).append(step)
    brief = PersonBrief(
        row,
        tuple(last[:LAST]),
        tuple(steps.get(Owed.MINE, ())),
        tuple(steps.get(Owed.THEIRS, ())),
        tuple(steps.get(None, ())),
        book.people.get(person.through),
        introduced_by(person.id, book),
        tuple(sorted(rows.values(), key=closeness)[:MUTUAL]),
    )
    return brief._replace(asks=tuple(_asks(brief, book, today)))


def contacts_with(id_: str, traces: Iterable[Trace]) -> list[Contact]:
    """The contacts that a person (id) was in, or wrote back after, oldest first."""
    return [each for trace in traces for each in trace.contacts if id_ in each.people or id_ in each.wrote]


def _both_know(person: Person, contacts: Iterable[Contact], book: Book) -> set[str]:
    """Whom both know (ids): who was in an entry with them, who introduced them, and whom they introduced."""
    both = {person.through, *(each.id for each in introduced_by(person.id, book))}
    for contact in contacts:
        if contact.kind.is_hands and person.id in contact.people:
            both.update(contact.people)
    return (both & book.people.keys()) - {person.id}


def _rows(  # noqa: PLR0917 - some people in their surroundings
    ids: set[str], traces: Iterable[Trace], deeds: Iterable[Deed], book: Book, today: date, cadences: Cadences
) -> dict[str, TieRow]:
    """The rows of a few people."""
    contacts: dict[str, list[Contact]] = {id_: [] for id_ in ids}
    for trace in traces:
        for contact in trace.contacts:
            if not (ids.isdisjoint(contact.people) and ids.isdisjoint(contact.wrote)):
                for id_ in ids.intersection(contact.everybody):
                    contacts[id_].append(contact)
    steps = open_steps(book)
    met = with_exchanges(contacts, (deed for deed in deeds if deed.person in ids))
    return {id_: tie_row(book.people[id_], met.get(id_, ()), steps.get(id_, ()), today, cadences) for id_ in ids}


def _asks(brief: PersonBrief, book: Book, today: date) -> Iterator[str]:
    """What to ask: what they promised, what is new with them, how the last thing went on, and who could help."""
    person = brief.row.person
    for step in brief.theirs:
        when = when_words(FollowUp(step, person, (today - step.day).days))
        yield say("what they promised: {text} ({when})", text=shown(step.text), when=when)
    if person.formerly and (today - person.formerly[-1].until).days <= QUESTION_DAYS:
        where = ", ".join(filter(None, (person.position, person.company, person.place)))
        yield say("how it goes since they moved on: {post}", post=where) if where else say("where they are now")
    noted = next((entry.note for entry in brief.last if entry.note), "")
    if noted:
        yield say("how it went on with “{note}”", note=shown(noted))
    if not (person.company or person.position):
        yield say("what they do, and where")
    worked = {company_key(each.company) for each in person.formerly if each.company}
    for key, page in wanted_pages(book).items() if worked else ():
        if key in worked:
            yield say("who could introduce you at {company}, where they worked", company=page.name)
