"""Amending an entry: some of its fields said anew, each in the words of the quick-log line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..book import Book
from ..entry import Entry
from ..errors import Misread
from ..instants import after, pinned
from ..kinds import FORMS, Kind
from ..texts import clean, folded, shown
from ..value import NamedTuple
from ..words import dated_clock, say
from . import quickline
from .durations import read_minutes
from .lexicon import kind_of
from .marks import read_mark
from .moments import placed
from .names import find_group, find_objective, find_person, names_in, near_words, refuse_nobody, refuse_time
from .reading import Reading
from .reading_parts import doubts
from .when import read_moment


class Amendment(NamedTuple):
    """What was said anew, as typed; None where nothing was. Lists are separated by commas."""

    minutes: str | None = None
    kind: str | None = None
    group: str | None = None
    start: str | None = None
    note: str | None = None
    people: str | None = None
    objectives: str | None = None
    form: str | None = None
    joy: str | None = None
    place: str | None = None

    @property
    def is_empty(self) -> bool:
        return all(field is None for field in self)


class Amended(NamedTuple):
    """The entry as it is to be kept, the names of people to create and add to it, and what is doubtful in its line."""

    entry: Entry
    new_people: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def amended(entry: Entry, said: Amendment, book: Book, now: datetime) -> Amended:
    """``entry`` with what was said anew. Saying its minutes confirms it. Raises Misread."""
    was = entry
    if said.minutes is not None:
        entry = entry._replace(minutes=_minutes(said.minutes), confirmed=True)
    if said.kind is not None:
        entry = _with_kind(entry, said.kind)
    if said.form is not None:
        entry = entry._replace(form=_form(said.form, entry.kind))
    if said.joy is not None:
        entry = entry._replace(joy=read_mark(said.joy))
    if said.place is not None:
        entry = entry._replace(place=clean(said.place))
    if said.group is not None:
        entry = entry._replace(group=find_group(said.group, book).id)
    if said.start is not None:
        start = read_moment(said.start, now, was=entry.start)
        entry = entry._replace(start=_moved(entry, start), timed=True)
    if said.note is not None:
        entry = entry._replace(note=clean(said.note))
    if said.objectives is not None:
        wanted = names_in(said.objectives)
        entry = entry._replace(objectives=tuple(find_objective(name, book).id for name in wanted))
    if said.start is None:
        entry = _begun_earlier(entry, was, now)
    refuse_future(entry, now, " ".join(filter(None, (said.start, said.minutes))))
    if said.people is None:
        return Amended(entry)
    known, new = _people(names_in(said.people), book)
    near = (near_words(name, book) for name in new)
    return Amended(entry._replace(people=known), new, tuple(filter(None, near)))


def rewritten(entry: Entry, text: str, book: Book, now: datetime) -> Amended:
    """``entry`` as a whole new line reads; see :func:`read_anew`.

    Raises Misread for a line that cannot be read.
    """
    reading = read_anew(entry, text, book, now)
    if reading.problem:
        raise reading.problem
    assert reading.kind and reading.group and reading.minutes and reading.start
    amended_ = entry._replace(
        kind=reading.kind,
        minutes=reading.minutes,
        group=reading.group.id,
        form=reading.form,
        people=reading.people_with(()),
        objectives=reading.objective_ids,
        note=reading.note,
        start=_moved(entry, reading.start) if reading.when_said else entry.start,
        timed=reading.time_said or (entry.timed and not reading.when_said),
        confirmed=True,
    )
    if not reading.when_said:
        amended_ = _begun_earlier(amended_, entry, now)
    refuse_future(amended_, now, text)
    return Amended(amended_, reading.new_people, doubts(reading))


def read_anew(entry: Entry, text: str, book: Book, now: datetime) -> Reading:
    """What a whole new line says of an entry; never raises.

    The entry keeps its start where the line does not say when it was, and its time of day where the line says a day
    alone.
    """
    reading = quickline.read(text, book, now)
    if not reading.when_said:
        return reading._replace(start=entry.start)
    if reading.start is None or reading.time_said or reading.part:
        return reading
    try:
        start = placed(reading.start.date(), entry.start.astimezone(now.tzinfo).time(), now)
    except Misread as problem:
        return reading._replace(problem=reading.problem or problem)
    return reading._replace(start=start)


def refuse_future(entry: Entry, now: datetime, said: str = "") -> None:
    """Raise Misread for an entry that would end after now; the minute that runs counts as past. ``said`` says it so."""
    if entry.end > after(now, 1):
        end = dated_clock(entry.end, now)
        raise Misread(
            say(
                "“{text}” would end at {end}, which is still to come. Give an earlier start or fewer minutes.",
                text=shown(said),
                end=end,
            )
            if said
            else say(
                "That would end at {end}, which is still to come. Give an earlier start or fewer minutes.", end=end
            )
        )


def _begun_earlier(entry: Entry, was: Entry, now: datetime) -> Entry:
    """An entry that is longer than it ``was``, so that it ends no later than now where nobody said when it began."""
    if was.placed or entry.end <= after(now, 1):
        return entry
    return entry._replace(start=pinned(after(was.end, -entry.minutes)))


def _moved(entry: Entry, start: datetime) -> datetime:
    """The start that was said; one that is the same instant keeps the offset of the place it was logged in."""
    return entry.start if pinned(start) == entry.start else pinned(start)


def _minutes(text: str) -> int:
    minutes = read_minutes(text.strip())
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 25, 1h30 or 90min.", text=text))
    return minutes


def _with_kind(entry: Entry, text: str) -> Entry:
    named = kind_of(text)
    if named is None:
        raise Misread(say("“{text}” is no kind; write c, m or w (contribution, meeting, watching).", text=text))
    kind, form = named
    kept = entry.form if kind is entry.kind else None
    return entry._replace(kind=Kind(kind), form=form or kept)


def _form(text: str, kind: Kind) -> str | None:
    """The form of a kind that a text says, in either language; None where it takes the form back."""
    wanted = folded(text.replace("-", " ").strip())
    if not wanted:
        return None
    for form in FORMS[kind]:
        if wanted in (form, folded(say(form))):
            return form
    known = ", ".join(say(form) for form in FORMS[kind])
    raise Misread(
        say("“{text}” is no form of a {kind}; write {forms}.", text=shown(text), kind=say(kind.value), forms=known)
    )


def _people(wanted: Sequence[str], book: Book) -> tuple[tuple[str, ...], tuple[str, ...]]:
    people = [(name, find_person(name, book)) for name in wanted]
    known = tuple(person.id for _, person in people if person)
    new = tuple(clean(name) for name, person in people if person is None)
    for name in new:
        refuse_nobody(name)
        refuse_time(name)
    return known, new
