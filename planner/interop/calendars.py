"""Calendars: meetings to come proposed from them, and what is planned here given out to them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from hashlib import blake2b

from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.errors import Misread
from planner.domain.person import Person
from planner.domain.texts import folded, fresh_id, slug
from planner.domain.words import plural, say
from planner.interop import events, sources
from planner.interop.events import Event, Guest, Span
from planner.interop.intake import Intake
from planner.interop.problem import Problem

#: Days that meetings are looked for, today included.
DAYS = 28


def import_ics(
    desk: Desk,
    path: str,
    days: int = DAYS,
    group: str = "",
    mine: Iterable[str] = (),
    *,
    people: bool = False,
    dry_run: bool = False,
) -> Intake:
    """Propose the meetings of a calendar file, or of a folder of them, as appointments; nothing is ever logged.

    Read again, what moved is moved, what was cancelled or is gone is cancelled, and nothing is doubled; what she has
    answered for is left alone. Guests she knows are linked; ``people``: the others come into the book. ``mine`` are her
    own e-mail addresses: what was declined by one of them is left out. ``group`` is a slug, "" for none. Raises Misread
    and Refused; then, and on a dry run, nothing is changed.
    """
    if not 1 <= days <= 3660:
        raise Misread(say("“{days}” days cannot be looked ahead; give 1 to 3660.", days=days))
    now = desk.now()
    first = datetime.combine(now.date(), time(), now.tzinfo)
    span = Span(first, first + timedelta(days=days), now.tzinfo)
    where = desk.group(group).id if group else None
    taking = _Taking(desk.book(), span, os.path.abspath(os.path.expanduser(path)), where, mine, people=people)
    for source in sources.opened(sources.found(path, ".ics")):
        taking.problems += source.problems
        for event in events.read(source.text or "", source.name, span):
            taking.take(event)
    taking.cancel_what_is_gone()
    if taking.touched and not dry_run:
        count = len(taking.touched)
        label = plural(count, "Took {n} meeting from a calendar", "Took {n} meetings from a calendar")
        desk.keep(label, people=taking.new_people.values(), appointments=taking.touched.values())
    return taking.intake()


class _Taking:
    """The appointments there are, and what the events of a calendar make of them."""

    def __init__(
        self, book: Book, span: Span, calendar: str, group: str | None, mine: Iterable[str], *, people: bool
    ) -> None:
        self._book, self._span, self._calendar, self._group = book, span, calendar, group
        self._mine = {folded(email.strip()) for email in mine}
        self._takes_people = people
        self._by_email = {folded(each.email): id_ for id_, each in book.people.items() if each.email}
        self._by_name = {folded(each.name): id_ for id_, each in book.people.items()}
        self._seen: set[str] = set()
        self.touched: dict[str, Appointment] = {}
        self.new_people: dict[str, Person] = {}
        self.problems: list[Problem] = []
        self.read = self.added = self.there = self.skipped = self.changed = self.cancelled = 0

    def take(self, event: Event | Problem | None) -> None:
        """Take one event, or what stands in its place."""
        if isinstance(event, Problem):
            self.problems.append(event)
            return
        self.read += 1
        if event is None or self._declined(event):
            self.skipped += 1
            return
        id_ = _id(event)
        if id_ in self._seen:  # in two files, or twice in one
            self.there += 1
            return
        self._seen.add(id_)
        known = self._book.appointments.get(id_)
        if known is None:
            self._add(id_, event)
        elif known.outcome in (Outcome.HELD, Outcome.MISSED):
            self.there += 1
        elif event.cancelled:
            self._cancel(known)
        else:
            self._change(known, event)

    def cancel_what_is_gone(self) -> None:
        """What this calendar had within the span, and has no more, is cancelled."""
        for known in self._book.appointments.values():
            inside = self._span.first <= known.start <= self._span.last
            if known.planned and known.calendar == self._calendar and inside and known.id not in self._seen:
                self._cancel(known)

    def intake(self) -> Intake:
        """What it came to."""
        return Intake(
            self.read, self.added, self.there, self.skipped, tuple(self.problems), self.changed, self.cancelled
        )

    def _add(self, id_: str, event: Event) -> None:
        if event.cancelled:
            self.skipped += 1
            return
        self.added += 1
        self.touched[id_] = Appointment(
            id_,
            event.start,
            event.minutes,
            event.title,
            self._people(event.guests),
            self._group,
            place=event.place,
            uid=event.uid,
            instance=event.instance,
            calendar=self._calendar,
        )

    def _change(self, known: Appointment, event: Event) -> None:
        """What the calendar says is so; people that she has added stay."""
        people = tuple(dict.fromkeys((*known.people, *self._people(event.guests))))
        said = known._replace(
            start=event.start,
            minutes=event.minutes,
            title=event.title,
            place=event.place,
            people=people,
            outcome=Outcome.PLANNED,
        )
        if said == known:
            self.there += 1
        else:
            self.changed += 1
            self.touched[known.id] = said._replace(sequence=known.sequence + 1)

    def _cancel(self, known: Appointment) -> None:
        if not known.planned:
            self.there += 1
            return
        self.cancelled += 1
        self.touched[known.id] = known._replace(outcome=Outcome.CANCELLED, sequence=known.sequence + 1)

    def _declined(self, event: Event) -> bool:
        return any(guest.declined and folded(guest.email) in self._mine for guest in event.guests)

    def _people(self, guests: Iterable[Guest]) -> tuple[str, ...]:
        found = (self._person(guest) for guest in guests if folded(guest.email) not in self._mine)
        return tuple(dict.fromkeys(id_ for id_ in found if id_))

    def _person(self, guest: Guest) -> str | None:
        """The person (id) that a guest is, somebody new where people are wanted; None for nobody."""
        known = self._by_email.get(folded(guest.email)) if guest.email else None
        known = known or (self._by_name.get(folded(guest.name)) if guest.name else None)
        name = guest.name or guest.email
        if known or not (self._takes_people and name):
            return known
        id_ = fresh_id(slug(name, "person"), {*self._book.people, *self.new_people})
        groups = (self._group,) if self._group else ()
        self.new_people[id_] = Person(id_, name[:300], email=guest.email, groups=groups, since=self._span.first.date())
        self._by_name[folded(name)] = id_
        if guest.email:
            self._by_email[folded(guest.email)] = id_
        return id_


def _id(event: Event) -> str:
    """The same for the same event, however often it is read."""
    return "ics-" + blake2b(f"{event.uid}\n{event.instance}".encode("utf-8", "replace"), digest_size=6).hexdigest()
