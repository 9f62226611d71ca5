"""What comes next as rows of text: appointments and next steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from planner.cli.tables import NAME, TEXT, table
from planner.domain.appointment import Appointment
from planner.domain.book import Book
from planner.domain.people.appointment_words import appointment_words
from planner.domain.people.follow_ups import FollowUp, step_words, when_words
from planner.domain.words import say


def appointments_text(appointments: Iterable[Appointment], book: Book, now: datetime, indent: int = 0) -> str:
    """Appointments, one on a line: id, when, how long, with whom; and what is to be said of it."""
    return "\n".join(table([_appointment_row(each, book, now) for each in appointments], (TEXT, NAME), indent))


def appointments_apart(appointments: Iterable[Appointment], book: Book, now: datetime) -> list[str]:
    """Those that wait for an answer, and the others, each under a line of its own."""
    known = list(appointments)
    lines = []
    for title, some in (
        (say("To answer:"), [each for each in known if each.waits(now)]),
        (say("Meetings:"), [each for each in known if not each.waits(now)]),
    ):
        lines += ["", title, appointments_text(some, book, now, indent=2)] if some else []
    return lines


def follow_ups_text(follow_ups: Sequence[FollowUp], indent: int = 0) -> str:
    """Open next steps, one on a line: id, when it is for, with whom and what."""
    rows = [(each.step.id, when_words(each), step_words(each)) for each in follow_ups]
    return "\n".join(table(rows, (TEXT, TEXT, NAME), indent))


def _appointment_row(appointment: Appointment, book: Book, now: datetime) -> tuple[str, str]:
    words = appointment_words(appointment, book, now)
    place = f", {appointment.place}" if appointment.place else ""
    if appointment.waits(now):
        state = say("held or missed?")
    else:
        state = "" if appointment.planned else say(appointment.outcome.value)
    return appointment.id, f"{words}{place}{f'  ({state})' if state else ''}"
