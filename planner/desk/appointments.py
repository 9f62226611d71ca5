"""Appointments: meetings to come, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from planner.desk.base import Base, done
from planner.desk.newcomers import create_people, id_of_entry, introduce, new_id
from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.grammar.names import find_group
from planner.domain.instants import pinned
from planner.domain.known_home import KnownHome
from planner.domain.texts import clean, shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from typing import Unpack

    from planner.domain.appointment import AppointmentFields
    from planner.domain.grammar.reading import Reading


class Appointments(Base):
    """Arranging meetings, and answering for them once their time has passed."""

    def appointments(self) -> tuple[Appointment, ...]:
        """All of them, the earliest first, whatever became of them."""
        return tuple(sorted(self.book().appointments.values(), key=_start))

    def home_id(self) -> str:
        """The id of this home, which what it puts into calendars carries; made when it is first asked for, for good."""
        if not self.book().homes:
            with self._changing() as kept:
                kept.undoable = False
                if not kept.book().homes:
                    kept.put_home(KnownHome(new_id(), pinned(self.now())))
        return self.book().home_id

    def read_appointment(self, line: str) -> Reading:
        """What the line of an appointment says, as far as it goes; it never raises."""
        from planner.domain.grammar.appointment_line import read_appointment

        return read_appointment(line, self.book(), self.now())

    def find_appointment(self, id_: str) -> Appointment:
        """The appointment of an id, or of the beginning of one. Raises Refused or Ambiguous."""
        from planner.domain.ids import find_id

        missing = say("There is no appointment “{id}”; “planner meet list --all” shows them.", id=shown(id_))
        return find_id(id_, self.book().appointments, missing)

    def group_of(self, appointment: Appointment) -> str | None:
        """The group (id) that an appointment is in, or that its people say; None where nothing does."""
        from planner.domain.people.holding import group_of

        return group_of(appointment, self.book())

    def add_appointment(self, line: str, place: str = "") -> Change:
        """Arrange a meeting; one that overlaps another is said, not refused. Raises Misread."""
        from planner.domain.grammar.appointment_line import read_appointment
        from planner.domain.grammar.reading_parts import doubts

        with self._changing() as kept:
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
            introduced = introduce(kept, made.people, created, reading.through)
            notes = (*notes, *introduced, *self._overlaps(made, kept.book()), *doubts(reading))
            kept.put_appointment(made)
            words = say("Arranged {appointment}", appointment=self._words_of(made, kept.book()))
            stands = say("It is {id}.", id=made.id)
            return done(kept, words, stands, notes, appointment=made.id, read_as_note=reading.read_as_note)

    def move_appointment(self, id_: str, when: str) -> Change:
        """Move a meeting to another moment to come; one that was missed is arranged again. Raises Misread."""
        from planner.domain.people.holding import refuse_held

        start = self.read_coming_moment(when)
        return self._change_appointment(
            id_, refuse_held, lambda kept: kept._replace(start=start, outcome=Outcome.PLANNED)
        )

    def read_coming_moment(self, when: str) -> datetime:
        """The moment to come that a text says. Raises Misread."""
        from planner.domain.grammar.appointment_line import read_coming_moment

        return pinned(read_coming_moment(when, self.now()))

    def edit_appointment(self, id_: str, **fields: Unpack[AppointmentFields]) -> Change:
        """Change some fields of a meeting to come (title, place, people, group, form, minutes)."""
        from planner.domain.people.holding import refuse_closed

        return self._change_appointment(id_, refuse_closed, lambda kept: kept._replace(**fields))

    def hold_appointment(self, id_: str, minutes: int | None = None, group: str = "") -> Change:
        """A meeting was held: it becomes an entry, with its length and people. One undo takes both back.

        Raises Refused and Misread, as domain's ``holding`` says.
        """
        from planner.domain.people.holding import entry_of

        with self._changing() as kept:
            held, book = self._open(id_), kept.book()
            where = find_group(group, book).id if group else None
            own = id_of_entry(kept, held.id, held.start)
            entry = entry_of(held, book, self.now(), own, minutes=minutes, group=where)
            kept.put_entry(entry)
            kept.put_appointment(_counted(held._replace(outcome=Outcome.HELD, entry=entry.id, group=entry.group)))
            meeting = self._words_of(held._replace(minutes=entry.minutes, group=entry.group), book)
            change = done(kept, say("Held {appointment}", appointment=meeting), entry=entry, appointment=held.id)
        return self._beside(self._standing(change))

    def miss_appointment(self, id_: str) -> Change:
        """A meeting did not take place."""
        with self._changing() as kept:
            missed = self._open(id_)
            kept.put_appointment(_counted(missed._replace(outcome=Outcome.MISSED)))
            words = say("Missed {appointment}", appointment=self._words_of(missed, kept.book()))
            return done(kept, words, appointment=missed.id)

    def remove_appointment(self, id_: str) -> Change:
        """Remove an appointment; the entry it became stays."""
        with self._changing() as kept:
            gone = self.find_appointment(id_)
            kept.remove_appointment(gone.id)
            words = say("Removed {appointment}", appointment=self._words_of(gone, kept.book()))
            return done(kept, words, appointment=gone.id)

    def _open(self, id_: str) -> Appointment:
        """The appointment of which nobody has said yet what became of it. Raises Refused."""
        from planner.domain.people.holding import refuse_closed

        appointment = self.find_appointment(id_)
        refuse_closed(appointment)
        return appointment

    def _change_appointment(
        self, id_: str, refuse: Callable[[Appointment], None], change: Callable[[Appointment], Appointment]
    ) -> Change:
        with self._changing() as kept:
            before = self.find_appointment(id_)
            refuse(before)
            changed = _counted(change(before))
            notes = self._overlaps(changed, kept.book())
            kept.put_appointment(changed)
            words = say("Changed to {appointment}", appointment=self._words_of(changed, kept.book()))
            return done(kept, words, notes=notes, appointment=changed.id)

    def _overlaps(self, made: Appointment, book: Book) -> tuple[str, ...]:
        """A note on the planned meetings that go on at the same time."""
        planned = [other for other in book.appointments.values() if other.planned and other.id != made.id]
        others = [self._words_of(other, book) for other in sorted(planned, key=_start) if made.overlaps(other)]
        return (say("It overlaps {others}.", others=listing(others)),) if others else ()

    def _words_of(self, appointment: Appointment, book: Book) -> str:
        from planner.domain.people.appointment_words import appointment_words

        return appointment_words(appointment, book, self.now())


def _counted(appointment: Appointment) -> Appointment:
    """One that was changed, with the change counted, for calendars."""
    return appointment._replace(sequence=appointment.sequence + 1)


def _start(appointment: Appointment) -> float:
    return appointment.start.timestamp()
