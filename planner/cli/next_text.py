"""What comes next as rows of text: appointments and next steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from planner.cli.cells import cells, padded
from planner.domain.appointment import Appointment
from planner.domain.book import Book
from planner.domain.people.appointment_words import appointment_words
from planner.domain.people.follow_ups import FollowUp, step_words, when_words
from planner.domain.words import say


def appointments_text(found: Iterable[Appointment], book: Book, now: datetime) -> str:
    """Appointments, one on a line: id, when, how long, with whom; and what is to be said of it."""
    return "\n".join(_appointment_row(each, book, now) for each in found)


def follow_ups_text(found: Sequence[FollowUp]) -> str:
    """Open next steps, one on a line: id, when it is for, with whom and what."""
    width = max((cells(when_words(each)) for each in found), default=0)
    return "\n".join(f"{each.step.id:8}  {padded(when_words(each), width)}  {step_words(each)}" for each in found)


def _appointment_row(appointment: Appointment, book: Book, now: datetime) -> str:
    told = appointment_words(appointment, book, now)
    place = f", {appointment.place}" if appointment.place else ""
    if appointment.waits(now):
        state = say("held or missed?")
    else:
        state = "" if appointment.planned else say(appointment.outcome.value)
    return f"{appointment.id:8}  {told}{place}{f'  ({state})' if state else ''}"
