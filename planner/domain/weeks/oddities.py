"""Oddities: what the records say that can hardly be so. Nothing is refused for it; ``check`` tells of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from ..appointment import Appointment
from ..book import Book
from ..clock_time import is_double
from ..deed import Deed
from ..entry import Entry
from ..group import Group
from ..record import WeekRecord
from ..timer import Timer
from ..value import NamedTuple
from ..value.enums import StrEnum
from ..week import Week
from ..words import clock, day_in_words, minutes, say

#: Minutes that no sitting lasts.
DAY = 24 * 60


class Oddness(StrEnum):
    """What is odd; the words are part of ``check --json``."""

    OVERLAP = "overlap"
    MAY_OVERLAP = "may-overlap"
    DOUBLE = "double"
    OVER_A_DAY = "over-a-day"
    OPEN_RUN = "open-run"
    DANGLING = "dangling"
    WRONG_WEEK = "wrong-week"
    SHARED_ID = "shared-id"
    SHARED_SLUG = "shared-slug"


class Oddity(NamedTuple):
    """One thing that is odd: in which week (None: in the book, or the timer), of which records (ids), in words."""

    oddness: Oddness
    week: Week | None
    ids: tuple[str, ...]
    what: str

    @property
    def is_mended(self) -> bool:
        """Whether mending puts it right."""
        return self.oddness in (Oddness.WRONG_WEEK, Oddness.SHARED_ID, Oddness.SHARED_SLUG)


class _Whose(NamedTuple):
    """Whose names are looked up: the week, the ids, and what messages call it."""

    week: Week | None
    ids: tuple[str, ...]
    called: str


def odd_in_weeks(records: Iterable[WeekRecord], book: Book | None) -> Iterator[Oddity]:
    """What is odd in weeks, oldest first; without a ``book``, names are not looked up.

    As when they are logged, entries overlap where their times of day are known, and may where that of one of them is;
    the same logged twice is seen anyway.
    """
    latest: Entry | None = None  # the placed one that ends last
    about: Entry | None = None  # and the one whose time of day nobody said
    before: Entry | None = None
    weeks: dict[str, Week] = {}  # by the ids of the entries in them
    for record in records:
        for entry in record.entries:
            yield from _odd_alone(entry, record.week, book)
            if entry.week == record.week != weeks.setdefault(entry.id, record.week):
                what = say("{entry} has the id of an entry in {week}", entry=_called(entry), week=weeks[entry.id])
                yield Oddity(Oddness.SHARED_ID, record.week, (entry.id,), what)
            if entry.confirmed:
                if before and is_double(entry, before):
                    yield _double(before, entry, record.week)
                elif entry.placed and latest and entry.start < latest.end:
                    yield _overlap(latest, entry, record.week)
                elif (other := about if entry.placed else latest) and entry.start < other.end:
                    yield _may_overlap(other, entry, record.week)
                if entry.placed and (latest is None or entry.end > latest.end):
                    latest = entry
                if not entry.placed and (about is None or entry.end > about.end):
                    about = entry
                before = entry
        if book and record.plan:
            plan = _Whose(record.week, ("plan",), say("the plan"))
            yield from _no_such_group(plan, record.plan.lines, book)


def odd_in_book(book: Book) -> Iterator[Oddity]:
    """Names in the book that point to nothing, or to two."""
    for group, other in typed_alike(book):
        what = say("{group} is typed as {slug}, as {other} is", group=group.name, slug=group.slug, other=other.name)
        yield Oddity(Oddness.SHARED_SLUG, None, (group.id, other.id), what)
    for group in book.groups.values():
        yield from _no_such_objective(_Whose(None, (group.id,), group.name), group.objectives, book)
    for person in book.people.values():
        whose = _Whose(None, (person.id,), person.name)
        yield from _no_such_group(whose, person.groups, book)
        yield from _no_such_person(whose, [person.through] if person.through else [], book)
    for step in book.steps.values():
        next_step = _Whose(None, (step.id,), say("the next step “{text}”", text=step.text))
        yield from _no_such_person(next_step, [step.person], book)
    for made in book.appointments.values():
        called = say("the appointment of {day}", day=day_in_words(made.start.date()))
        appointment = _Whose(None, (made.id,), called)
        yield from _no_such_person(appointment, made.people, book)
        yield from _no_such_group(appointment, [made.group] if made.group else [], book)
    yield from _appointments_at_once(book)


def typed_alike(book: Book) -> Iterator[tuple[Group, Group]]:
    """Each group that is typed as one that came before it is, with that one: two machines may leave two so."""
    first: dict[str, Group] = {}
    for group in sorted(book.groups.values(), key=lambda each: (each.added or date.min, each.id)):
        if first.setdefault(group.slug, group) is not group:
            yield group, first[group.slug]


def odd_deeds(deeds: Iterable[Deed], book: Book) -> Iterator[Oddity]:
    """Groups and people that deeds name, and that there are not; each of them once, of however many deeds."""
    lost: dict[tuple[str | None, str | None], Deed] = {}
    for deed in deeds:
        group = deed.group if deed.group not in book.groups else None
        person = deed.person if deed.person not in book.people else None
        if group or person:
            lost.setdefault((group, person), deed)
    for (group, person), deed in lost.items():
        whose = _Whose(None, (deed.id,), say("the deed of {day}", day=day_in_words(deed.day)))
        yield from _no_such_group(whose, [group] if group else [], book)
        yield from _no_such_person(whose, [person] if person else [], book)


def odd_timer(timer: Timer, now: datetime, book: Book | None) -> Iterator[Oddity]:
    """A timer that has run for over a day, or into a group that there is not."""
    if timer.elapsed(now) > DAY:
        what = say("a timer runs since {day} {time}", day=day_in_words(timer.start.date()), time=clock(timer.start))
        yield Oddity(Oddness.OPEN_RUN, None, ("timer",), what)
    if book:
        yield from _no_such_group(_Whose(None, ("timer",), say("the timer")), [timer.group], book)


def _odd_alone(entry: Entry, week: Week, book: Book | None) -> Iterator[Oddity]:
    whose = _Whose(week, (entry.id,), _called(entry))
    if entry.week != week:
        what = say("{entry} belongs to {week}", entry=whose.called, week=entry.week)
        yield Oddity(Oddness.WRONG_WEEK, week, whose.ids, what)
    if entry.minutes > DAY:
        what = say("{entry} lasts {length}, over a day", entry=whose.called, length=minutes(entry.minutes))
        yield Oddity(Oddness.OVER_A_DAY, week, whose.ids, what)
    if not entry.confirmed:
        what = say("{entry} is a run that nobody has ended: say what to keep of it", entry=whose.called)
        yield Oddity(Oddness.OPEN_RUN, week, whose.ids, what)
    if book:
        yield from _no_such_group(whose, [entry.group], book)
        yield from _no_such_person(whose, entry.everybody, book)
        yield from _no_such_objective(whose, entry.objectives, book)


def _overlap(earlier: Entry, later: Entry, week: Week) -> Oddity:
    what = say("{entry} overlaps {other}", entry=_called(later), other=_called(earlier))
    return Oddity(Oddness.OVERLAP, week, (later.id, earlier.id), what)


def _may_overlap(earlier: Entry, later: Entry, week: Week) -> Oddity:
    unsaid = earlier if later.placed else later
    what = say(
        "{entry} may overlap {other}: the time of {unsaid} was not said",
        entry=_called(later),
        other=_called(earlier),
        unsaid=unsaid.id,
    )
    return Oddity(Oddness.MAY_OVERLAP, week, (later.id, earlier.id), what)


def _double(earlier: Entry, later: Entry, week: Week) -> Oddity:
    what = say("{entry} says the same as {other}", entry=_called(later), other=_called(earlier))
    return Oddity(Oddness.DOUBLE, week, (later.id, earlier.id), what)


def _appointments_at_once(book: Book) -> Iterator[Oddity]:
    """Meetings to come that begin while another one goes on, each with the one that ends last."""
    latest: Appointment | None = None
    planned = [made for made in book.appointments.values() if made.planned]
    for made in sorted(planned, key=lambda each: each.start.timestamp()):
        if latest and made.overlaps(latest):
            what = say("{appointment} overlaps {other}", appointment=_called_ahead(made), other=_called_ahead(latest))
            yield Oddity(Oddness.OVERLAP, None, (made.id, latest.id), what)
        if latest is None or made.end.timestamp() > latest.end.timestamp():
            latest = made


def _called_ahead(made: Appointment) -> str:
    """An appointment as a line of ``check`` names it."""
    title = made.title or say("Meeting")
    return say("“{title}” of {day} {time}", title=title, day=day_in_words(made.start.date()), time=clock(made.start))


def _no_such_group(whose: _Whose, names: Iterable[str], book: Book) -> Iterator[Oddity]:
    for name in names:
        if name not in book.groups:
            what = say("{what} names the group “{name}”, which is not there", what=whose.called, name=name)
            yield Oddity(Oddness.DANGLING, whose.week, whose.ids, what)


def _no_such_person(whose: _Whose, names: Iterable[str], book: Book) -> Iterator[Oddity]:
    for name in names:
        if name not in book.people:
            what = say("{what} names the person “{name}”, who is not there", what=whose.called, name=name)
            yield Oddity(Oddness.DANGLING, whose.week, whose.ids, what)


def _no_such_objective(whose: _Whose, names: Iterable[str], book: Book) -> Iterator[Oddity]:
    for name in names:
        if name not in book.objectives:
            what = say("{what} names the objective “{name}”, which is not there", what=whose.called, name=name)
            yield Oddity(Oddness.DANGLING, whose.week, whose.ids, what)


def _called(entry: Entry) -> str:
    """An entry as a line of ``check`` names it."""
    return say("{id} of {day} {time}", id=entry.id, day=day_in_words(entry.start.date()), time=clock(entry.start))
