"""An appointment in words."""

from __future__ import annotations

from .appointment import Appointment
from .book import Book
from .words import clock, day_month, listing, say, spell_minutes


def appointment_words(appointment: Appointment, book: Book) -> str:
    """When, how long, with whom and what: ``Thu 3 Dec 12:30, 45 min, Marie Dupont, coffee, Lyon UX``."""
    people = [book.people[id_].name if id_ in book.people else id_ for id_ in appointment.people]
    parts = [
        f"{day_month(appointment.start)} {clock(appointment.start)}",
        spell_minutes(appointment.minutes),
        listing(people),
        appointment.title or (say(appointment.form) if appointment.form else ""),
        book.group_name(appointment.group) if appointment.group else "",
    ]
    return ", ".join(filter(None, parts))
