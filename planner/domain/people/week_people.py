"""A week's people: whom she met and how, who came closer, whose tie cools, what is promised, and whom to see next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from ..book import Book
from ..kinds import Kind, is_in_person
from ..person import Circle, Person
from ..step import Step
from ..trace import Contact
from ..value import NamedTuple
from ..week import Week
from .tie import Stage, Warmth, tie_of

#: How many people are proposed for the next week.
PROPOSED = 3

#: Those whom her objectives look for most.
_WANTED = (Circle.DECISION_MAKER, Circle.PRESCRIBER)


class Met(NamedTuple):
    """A person who was met; ``in_person`` is None where nobody said how, for the nearest of several meetings."""

    person: Person
    in_person: bool | None

    @property
    def how(self) -> str:
        """How in a stable word."""
        return "not said" if self.in_person is None else "in person" if self.in_person else "remote"


class Closer(NamedTuple):
    """A person whose tie reached another stage."""

    person: Person
    before: Stage
    after: Stage


class Cooling(NamedTuple):
    """A person whose tie is cooling or cold at the week's end, ``days`` after the last exchange or meeting."""

    person: Person
    warmth: Warmth
    days: int


class WeekPeople(NamedTuple):
    """All of them. ``promises`` are open; ``next`` are those cooling whom to see first.

    ``without`` are the weeks up to this one that cannot be read.
    """

    met: tuple[Met, ...] = ()
    closer: tuple[Closer, ...] = ()
    cooling: tuple[Cooling, ...] = ()
    promises: tuple[Step, ...] = ()
    next: tuple[Cooling, ...] = ()
    without: tuple[Week, ...] = ()


def week_people(week: Week, contacts: Mapping[str, Sequence[Contact]], book: Book, today: date) -> WeekPeople:
    """A week's people, as of its Sunday or of ``today`` if that is earlier; ``contacts`` are by person (id)."""
    until = min(today, week.sunday)
    met, closer, cooling = list[Met](), list[Closer](), list[Cooling]()
    for id_, person in book.people.items():
        known = [contact for contact in contacts.get(id_, ()) if contact.day <= until]
        if not known:
            continue
        tie = tie_of(person, known, until)
        meetings = [each for each in known if each.day >= week.monday and each.kind is Kind.MEETING]
        if meetings:
            met.append(Met(person, _nearest(is_in_person(each.form) for each in meetings)))
        before = tie_of(person, [each for each in known if each.day < week.monday], week.monday - timedelta(days=1))
        if tie.stage > before.stage:
            closer.append(Closer(person, before.stage, tie.stage))
        if tie.warmth in (Warmth.COOLING, Warmth.COLD) and tie.days is not None:
            cooling.append(Cooling(person, tie.warmth, tie.days))
    cooling.sort(key=lambda each: -each.days / each.person.cadence)
    promises = sorted((step for step in book.steps.values() if step.open and step.owed), key=lambda step: step.day)
    first = sorted(cooling, key=lambda each: (each.person.circle not in _WANTED, each.warmth is Warmth.COLD))
    return WeekPeople(tuple(met), tuple(closer), tuple(cooling), tuple(promises), tuple(first[:PROPOSED]))


def _nearest(how: Iterable[bool | None]) -> bool | None:
    """In person where any was so, else not said where nobody said so of any."""
    said = {each for each in how if each is not None}
    return (True in said) if said else None
