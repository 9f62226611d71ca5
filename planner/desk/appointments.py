"""Appointments: meetings to come, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from planner.desk.base import Base
from planner.desk.log import create_people, new_id
from planner.domain.appointment import Appointment, Outcome
from planner.domain.appointment_words import appointment_words
from planner.domain.book import Book
from planner.domain.change import Change
from planner.domain.entry import Entry
from planner.domain.errors import Misread, Refused
from planner.domain.ids import find_id
from planner.domain.instants import minutes_between, pinned
from planner.domain.kinds import Kind
from planner.domain.moments import spell_moment
from planner.domain.names import find_group
from planner.domain.reading import Reading
from planner.domain.texts import clean
from planner.domain.words import listing, say


class Appointments(Base):
    """Arranging meetings, and answering for them once their time has passed."""

    def appointments(self) -> tuple[Appointment, ...]:
        """All of them, the earliest first, whatever became of them."""
        return tuple(sorted(self.book().appointments.values(), key=_start))

    def read_appointment(self, line: str) -> Reading:
        """What the line of an appointment says, as far as it goes; it never raises."""
        from planner.domain.appointment_line import read_appointment

        return read_appointment(line, self.book(), self.now())

    def find_appointment(self, id_: str) -> Appointment:
        """The appointment of an id, or of the beginning of one. Raises Refused or Ambiguous."""
        return find_id(id_, self.book().appointments, say("appointment"))

    def group_of(self, appointment: Appointment) -> str | None:
        """The group (id) that an appointment is in, or that its people say; None where nothing does."""
        return _group_of(appointment, self.book())

    def add_appointment(self, line: str, place: str = "") -> Change:
        """Arrange a meeting; one that overlaps another is said, not refused. Raises Misread."""
        from planner.domain.appointment_line import read_appointment

        with self._home.change("") as kept:
            reading = read_appointment(line, kept.book(), self.now())
            if reading.problem:
                raise reading.problem
            assert reading.start and reading.minutes
            group = reading.group.id if reading.group else None
            created, notes = create_people(kept, reading.new_people, self.now().date(), group)
            made = Appointment(
                id=new_id(),
                start=pinned(reading.start),
                minutes=reading.minutes,
                title=reading.note,
                people=reading.people_with(created),
                group=group,
                form=reading.form,
                place=clean(place),
            )
            notes = (*notes, *_overlaps(made, kept.book()))
            kept.put_appointment(made)
            kept.label = words = say("Arranged {appointment}", appointment=self._told(made, kept.book()))
        return Change(words, say("It is {id}.", id=made.id), notes, appointment=made.id)

    def move_appointment(self, id_: str, when: str) -> Change:
        """Move a meeting to another moment to come; one that was missed is arranged again. Raises Misread."""
        from planner.domain.appointment_line import read_coming_moment

        start = pinned(read_coming_moment(when, self.now()))
        return self._change_appointment(id_, _movable, start=start, outcome=Outcome.PLANNED)

    def edit_appointment(self, id_: str, **fields: Any) -> Change:
        """Change some fields of a meeting to come (title, place, people, group, form, minutes)."""
        return self._change_appointment(id_, _planned, **fields)

    def hold_appointment(self, id_: str, minutes: int | None = None, group: str = "") -> Change:
        """A meeting was held: it becomes an entry, with its length and people. One undo takes both back.

        Raises Misread where nothing says in which group it was, or it would end after now, and Refused where it has
        not begun.
        """
        from planner.domain.amend import refuse_future

        with self._home.change("") as kept:
            held = _begun(_planned(self.find_appointment(id_)), self.now())
            book = kept.book()
            where = find_group(group, book).id if group else _group_of(held, book)
            if where is None:
                raise Misread(say("In which group was it? planner meet held {id} --group lyon-ux", id=held.id))
            served = (book.objectives[each] for each in book.groups[where].objectives if each in book.objectives)
            entry = Entry(
                id=new_id(),
                start=pinned(held.start),
                minutes=minutes or held.minutes,
                kind=Kind.MEETING,
                group=where,
                form=held.form,
                people=held.people,
                objectives=tuple(objective.id for objective in served if objective.active),
                note=held.title,
                via="appointment",
            )
            refuse_future(entry, self.now())
            kept.put_entry(entry)
            kept.put_appointment(_changed(held, outcome=Outcome.HELD, entry=entry.id, group=where))
            told = self._told(held._replace(minutes=entry.minutes, group=where), book)
            kept.label = words = say("Held {appointment}", appointment=told)
        return self._change(words, entry)._replace(appointment=held.id)

    def miss_appointment(self, id_: str) -> Change:
        """A meeting did not take place."""
        with self._home.change("") as kept:
            missed = _planned(self.find_appointment(id_))
            kept.put_appointment(_changed(missed, outcome=Outcome.MISSED))
            kept.label = words = say("Missed {appointment}", appointment=self._told(missed, kept.book()))
        return Change(words, appointment=missed.id)

    def remove_appointment(self, id_: str) -> Change:
        """Remove an appointment; the entry it became stays."""
        with self._home.change("") as kept:
            gone = self.find_appointment(id_)
            kept.remove_appointment(gone.id)
            kept.label = words = say("Removed {appointment}", appointment=self._told(gone, kept.book()))
        return Change(words, appointment=gone.id)

    def _change_appointment(self, id_: str, allowed: Callable[[Appointment], Appointment], **fields: Any) -> Change:
        with self._home.change("") as kept:
            changed = _changed(allowed(self.find_appointment(id_)), **fields)
            notes = _overlaps(changed, kept.book())
            kept.put_appointment(changed)
            kept.label = words = say("Changed to {appointment}", appointment=self._told(changed, kept.book()))
        return Change(words, notes=notes, appointment=changed.id)

    def _told(self, appointment: Appointment, book: Book) -> str:
        return appointment_words(appointment, book, self.now())


def _changed(appointment: Appointment, **fields: Any) -> Appointment:
    return appointment._replace(**fields, sequence=appointment.sequence + 1)


def _planned(appointment: Appointment) -> Appointment:
    """The appointment, if it is still open. Raises Refused."""
    if _movable(appointment).planned:
        return appointment
    what = say(appointment.outcome.value)
    raise Refused(
        say(
            "{id} is {what} already; to arrange it again: planner meet move {id} 'fri 14:00'",
            id=appointment.id,
            what=what,
        )
    )


def _movable(appointment: Appointment) -> Appointment:
    """The appointment, if it can still take place. Raises Refused."""
    if appointment.outcome is not Outcome.HELD:
        return appointment
    raise Refused(
        say(
            "{id} is held already; what was logged is changed with: planner edit {entry} --minutes 30",
            id=appointment.id,
            entry=appointment.entry,
        )
    )


def _begun(appointment: Appointment, now: datetime) -> Appointment:
    """The appointment, if its time has come. Raises Refused."""
    if minutes_between(appointment.start, now) > 0:
        return appointment
    raise Refused(
        say(
            "It begins at {start}, still to come: say that it was held once it was, or “planner meet move {id}” first.",
            start=spell_moment(appointment.start, now),
            id=appointment.id,
        )
    )


def _group_of(held: Appointment, book: Book) -> str | None:
    """The group that a meeting was in: its own, else the only one that its people have in common with her."""
    if held.group in book.groups:
        return held.group
    shared = {id_ for person in held.people if person in book.people for id_ in book.people[person].groups}
    known = [id_ for id_ in shared if id_ in book.groups]
    return known[0] if len(known) == 1 else None


def _overlaps(made: Appointment, book: Book) -> tuple[str, ...]:
    """A note on the planned meetings that go on at the same time."""
    others: Iterable[Appointment] = (
        each
        for each in book.appointments.values()
        if each.planned
        and each.id != made.id
        and minutes_between(made.start, each.end) > 0
        and minutes_between(each.start, made.end) > 0
    )
    found = [appointment_words(each, book) for each in sorted(others, key=_start)]
    return (say("It overlaps {others}.", others=listing(found)),) if found else ()


def _start(appointment: Appointment) -> Any:
    return appointment.start.timestamp()
