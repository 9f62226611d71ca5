"""An appointment in words."""

from __future__ import annotations

from datetime import date, datetime

from ..appointment import Appointment
from ..book import Book
from ..week import Week
from ..words import dated_clock, listing, plural, say, spell_minutes


def unanswered(book: Book, week: Week, now: datetime) -> tuple[Appointment, ...]:
    """The meetings up to a week's end of which nobody has said yet what became of them, by start."""
    waiting = [each for each in book.appointments.values() if each.waits(now) and Week.of(each.start) <= week]
    return tuple(sorted(waiting, key=lambda each: each.start))


def unanswered_words(book: Book, week: Week, now: datetime) -> tuple[str, ...]:
    """What there is to say of these when the week is closed over them; nothing where all were answered."""
    waiting = unanswered(book, week, now)
    if not waiting:
        return ()
    meetings = listing([appointment_words(each, book, now) for each in waiting])
    return (
        plural(len(waiting), "Not answered: {meetings}.", "{n} meetings not answered: {meetings}.", meetings=meetings),
    )


def appointment_words(appointment: Appointment, book: Book, today: date | None = None) -> str:
    """When, how long, with whom and what: ``Thu 3 Dec 12:30, 45 min, Marie Dupont, coffee, Lyon UX``.

    A day of another year than ``today`` is told with it.
    """
    people = [book.people[id_].name if id_ in book.people else id_ for id_ in appointment.people]
    parts = [
        dated_clock(appointment.start, today or appointment.start),
        spell_minutes(appointment.minutes),
        listing(people),
        appointment.title or (say(appointment.form) if appointment.form else ""),
        book.group_name(appointment.group) if appointment.group else "",
    ]
    return ", ".join(filter(None, parts))
