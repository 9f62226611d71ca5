"""An appointment in words."""

from __future__ import annotations

from datetime import date

from ..appointment import Appointment
from ..book import Book
from ..words import clock, dated, listing, say, spell_minutes


def appointment_words(appointment: Appointment, book: Book, today: date | None = None) -> str:
    """When, how long, with whom and what: ``Thu 3 Dec 12:30, 45 min, Marie Dupont, coffee, Lyon UX``.

    A day of another year than ``today`` is told with it.
    """
    people = [book.people[id_].name if id_ in book.people else id_ for id_ in appointment.people]
    parts = [
        f"{dated(appointment.start, today or appointment.start)} {clock(appointment.start)}",
        spell_minutes(appointment.minutes),
        listing(people),
        appointment.title or (say(appointment.form) if appointment.form else ""),
        book.group_name(appointment.group) if appointment.group else "",
    ]
    return ", ".join(filter(None, parts))
