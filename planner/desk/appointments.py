"""Appointments: meetings to come, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from planner.desk.base import Base
from planner.desk.log import create_people, new_id
from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.grammar.names import find_group
from planner.domain.ids import find_id
from planner.domain.instants import pinned
from planner.domain.people.appointment_words import appointment_words
from planner.domain.people.holding import entry_of, group_of, refuse_closed, refuse_held
from planner.domain.texts import clean, shown
from planner.domain.weeks.change import Change
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from planner.domain.grammar.reading import Reading


class Appointments(Base):
    """Arranging meetings, and answering for them once their time has passed."""

    def appointments(self) -> tuple[Appointment, ...]:
        """All of them, the earliest first, whatever became of them."""
        return tuple(sorted(self.book().appointments.values(), key=_start))

    def read_appointment(self, line: str) -> Reading:
        """What the line of an appointment says, as far as it goes; it never raises."""
        from planner.domain.grammar.appointment_line import read_appointment

        return read_appointment(line, self.book(), self.now())

    def find_appointment(self, id_: str) -> Appointment:
        """The appointment of an id, or of the beginning of one. Raises Refused or Ambiguous."""
        missing = say("There is no appointment “{id}”; “planner meet list --all” shows them.", id=shown(id_))
        return find_id(id_, self.book().appointments, missing)

    def group_of(self, appointment: Appointment) -> str | None:
        """The group (id) that an appointment is in, or that its people say; None where nothing does."""
        return group_of(appointment, self.book())

    def add_appointment(self, line: str, place: str = "") -> Change:
        """Arrange a meeting; one that overlaps another is said, not refused. Raises Misread."""
        from planner.domain.grammar.appointment_line import read_appointment
        from planner.domain.grammar.reading_parts import doubts

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
            notes = (*notes, *self._overlaps(made, kept.book()), *doubts(reading))
            kept.put_appointment(made)
            kept.label = words = say("Arranged {appointment}", appointment=self._told(made, kept.book()))
        done = Change(words, say("It is {id}.", id=made.id), notes, appointment=made.id)
        return done._replace(read_as_note=reading.read_as_note)

    def move_appointment(self, id_: str, when: str) -> Change:
        """Move a meeting to another moment to come; one that was missed is arranged again. Raises Misread."""
        start = self.read_coming_moment(when)
        return self._change_appointment(id_, refuse_held, start=start, outcome=Outcome.PLANNED)

    def read_coming_moment(self, when: str) -> datetime:
        """The moment to come that a text says. Raises Misread."""
        from planner.domain.grammar.appointment_line import read_coming_moment

        return pinned(read_coming_moment(when, self.now()))

    def edit_appointment(self, id_: str, **fields: Any) -> Change:
        """Change some fields of a meeting to come (title, place, people, group, form, minutes)."""
        return self._change_appointment(id_, refuse_closed, **fields)

    def hold_appointment(self, id_: str, minutes: int | None = None, group: str = "") -> Change:
        """A meeting was held: it becomes an entry, with its length and people. One undo takes both back.

        Raises Refused and Misread, as domain's ``holding`` says.
        """
        with self._home.change("") as kept:
            held, book = self._open(id_), kept.book()
            where = find_group(group, book).id if group else None
            entry = entry_of(held, book, self.now(), new_id(), minutes=minutes, group=where)
            kept.put_entry(entry)
            kept.put_appointment(_changed(held, outcome=Outcome.HELD, entry=entry.id, group=entry.group))
            told = self._told(held._replace(minutes=entry.minutes, group=entry.group), book)
            kept.label = words = say("Held {appointment}", appointment=told)
        return self._overlapping(self._change(words, entry), entry)._replace(appointment=held.id)

    def miss_appointment(self, id_: str) -> Change:
        """A meeting did not take place."""
        with self._home.change("") as kept:
            missed = self._open(id_)
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

    def _open(self, id_: str) -> Appointment:
        """The appointment of which nobody has said yet what became of it. Raises Refused."""
        found = self.find_appointment(id_)
        refuse_closed(found)
        return found

    def _change_appointment(self, id_: str, refuse: Callable[[Appointment], None], **fields: Any) -> Change:
        with self._home.change("") as kept:
            found = self.find_appointment(id_)
            refuse(found)
            changed = _changed(found, **fields)
            notes = self._overlaps(changed, kept.book())
            kept.put_appointment(changed)
            kept.label = words = say("Changed to {appointment}", appointment=self._told(changed, kept.book()))
        return Change(words, notes=notes, appointment=changed.id)

    def _overlaps(self, made: Appointment, book: Book) -> tuple[str, ...]:
        """A note on the planned meetings that go on at the same time."""
        planned = [each for each in book.appointments.values() if each.planned and each.id != made.id]
        found = [self._told(each, book) for each in sorted(planned, key=_start) if made.overlaps(each)]
        return (say("It overlaps {others}.", others=listing(found)),) if found else ()

    def _told(self, appointment: Appointment, book: Book) -> str:
        return appointment_words(appointment, book, self.now())


def _changed(appointment: Appointment, **fields: Any) -> Appointment:
    return appointment._replace(**fields, sequence=appointment.sequence + 1)


def _start(appointment: Appointment) -> Any:
    return appointment.start.timestamp()
