"""A week's people: whom she met and how, who came closer, whose tie cools, what is promised, and whom to see next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from ..book import Book
from ..kinds import Kind, held_nearest
from ..person import Circle, Person
from ..step import Step, StepState
from ..trace import Contact
from ..value import NamedTuple
from ..week import Week
from .cadence import NO_OTHERS, Cadences
from .tie import Stage, Warmth, tie_of, warmth_after

#: How many people are proposed for the next week.
PROPOSED = 3

#: Those whom her objectives look for most.
_WANTED = (Circle.DECISION_MAKER, Circle.PRESCRIBER)


class Met(NamedTuple):
    """A person who was met; ``in_person`` is None where nobody said how, for the nearest of several meetings."""

    person: Person
    in_person: bool | None
    last: Contact | None = None  # the last meeting of the week

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
    """A person whose tie is cooling or cold at the week's end, ``days`` after the last exchange or meeting.

    ``lately``: it became so within the week. ``overdue`` are the days as a share of the cadence.
    """

    person: Person
    warmth: Warmth
    days: int
    lately: bool = False
    overdue: float = 0.0


class ToSee(NamedTuple):
    """A person whom to see in the week after, and why: how warm the tie is, and the days since the last exchange or
    meeting; None where there was none. ``step`` is what is meant to come with them in that week already.
    """

    person: Person
    warmth: Warmth | None = None
    days: int | None = None
    step: Step | None = None


class WeekPeople(NamedTuple):
    """All of them. ``promises`` were open in the week, or kept in it; ``next`` are those whom to see first.

    ``without`` are the weeks up to this one that cannot be read. ``until`` is the day all this is as of.
    """

    met: tuple[Met, ...] = ()
    closer: tuple[Closer, ...] = ()
    cooling: tuple[Cooling, ...] = ()
    promises: tuple[Step, ...] = ()
    next: tuple[ToSee, ...] = ()
    without: tuple[Week, ...] = ()
    until: date = date.min

    @property
    def kept(self) -> tuple[Step, ...]:
        """The promises that were kept."""
        return tuple(step for step in self.promises if step.state is StepState.DONE)

    @property
    def cooled(self) -> tuple[Cooling, ...]:
        """Those whose tie began to cool, or went cold, in the week."""
        return tuple(each for each in self.cooling if each.lately)


def week_people(
    week: Week,
    contacts: Mapping[str, Sequence[Contact]],
    book: Book,
    today: date,
    cadences: Cadences = NO_OTHERS,
) -> WeekPeople:
    """A week's people, as of its Sunday or of ``today`` if that is earlier; ``contacts`` are by person (id)."""
    until = min(today, week.sunday)
    met, closer, cooling = list[Met](), list[Closer](), list[Cooling]()
    unmet = list[ToSee]()
    for id_, person in book.people.items():
        known = [contact for contact in contacts.get(id_, ()) if contact.day <= until]
        tie = tie_of(person, known, until, cadences)
        if tie.stage < Stage.MET and person.circle in _WANTED and not person.dormant:
            unmet.append(ToSee(person, tie.warmth, tie.days))
        if not known:
            continue
        of_week = [contact for contact in known if contact.day >= week.monday]
        meetings = [each for each in of_week if each.kind is Kind.MEETING]
        if meetings:
            met.append(Met(person, held_nearest(each.form for each in meetings), meetings[-1]))
        if of_week:
            earlier = [each for each in known if each.day < week.monday]
            before = tie_of(person, earlier, week.monday - timedelta(days=1))
            if tie.stage > before.stage:
                closer.append(Closer(person, before.stage, tie.stage))
        if tie.warmth in (Warmth.COOLING, Warmth.COLD) and tie.days is not None:
            days_then = tie.days - (until - week.monday).days - 1
            lately = warmth_after(max(0, days_then), tie.cadence.days) is not tie.warmth
            cooling.append(Cooling(person, tie.warmth, tie.days, lately, tie.overdue))
    cooling.sort(key=lambda each: -each.overdue)
    return WeekPeople(
        tuple(met),
        tuple(closer),
        tuple(cooling),
        _promises(week, book, until),
        _to_see(week, cooling, unmet, book, until),
        until=until,
    )


def _promises(week: Week, book: Book, until: date) -> tuple[Step, ...]:
    """The promises of a week: those made by its end that were open then, or kept within it; by their day."""
    meant = (
        step
        for step in book.steps.values()
        if step.owed
        and (step.made is None or step.made <= until)
        and (step.open or (step.state is StepState.DONE and step.closed is not None and step.closed >= week.monday))
    )
    return tuple(sorted(meant, key=lambda step: (step.day, step.id)))


def _to_see(
    week: Week, cooling: Sequence[Cooling], unmet: Iterable[ToSee], book: Book, until: date
) -> tuple[ToSee, ...]:
    """Whom to see in the week after: those whom she wants and who cool before the others, then whom she never met.

    Nobody with whom a meeting is arranged, or something is meant to come before that week or after it.
    """
    after = week.plus(1)
    first = sorted(cooling, key=lambda each: (each.person.circle not in _WANTED, each.warmth is Warmth.COLD))
    waiting = [ToSee(each.person, each.warmth, each.days) for each in first]
    waiting += sorted(unmet, key=lambda each: (_WANTED.index(each.person.circle or Circle.PEER), each.days is None))
    to_come = (each for each in book.appointments.values() if each.planned and each.start.date() >= until)
    arranged = {id_ for each in to_come for id_ in each.people}
    meant: dict[str, list[Step]] = {}
    for step in book.steps.values():
        if step.open and not step.owed:
            meant.setdefault(step.person, []).append(step)
    return tuple(list(_proposed(waiting, after, arranged, meant))[:PROPOSED])


def _proposed(
    waiting: Iterable[ToSee], after: Week, arranged: Collection[str], meant: Mapping[str, Sequence[Step]]
) -> Iterator[ToSee]:
    seen = set[str]()
    for each in waiting:
        id_ = each.person.id
        if id_ in arranged or id_ in seen:
            continue
        seen.add(id_)
        steps = meant.get(id_, ())
        taken = next((step for step in steps if Week.of(step.day) == after), None)
        if taken or not steps:
            yield each._replace(step=taken)
