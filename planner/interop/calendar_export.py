"""What is planned here, for calendars: appointments, next steps, and the hour of the review.

Source: RFC 5545. A next step is an all-day event on its day, not a VTODO: most calendars that people look at show no
to-dos. Appointments are in UTC, which every program reads; the review keeps to the wall clock, so its time is floating.
Appointments that came from a calendar are left out, since they stand there.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.follow_ups import FollowUp, step_words
from planner.domain.week import Week
from planner.domain.words import listing, say

_REVIEW = timedelta(minutes=30)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def export_ics(desk: Desk) -> str:
    """The calendar, with CRLF line ends and folded lines."""
    import icalendar

    now = desk.now().astimezone(UTC)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//planner//planner//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "planner")
    for appointment in desk.appointments():
        if not appointment.calendar and appointment.outcome in (Outcome.PLANNED, Outcome.CANCELLED):
            calendar.add_component(_appointment(appointment, desk, now))
    for follow_up in desk.follow_ups():
        calendar.add_component(_step(follow_up, now))
    calendar.add_component(_review(desk, now))
    return str(calendar.to_ical().decode())


def _event(uid: str, title: str, sequence: int, now: datetime) -> Any:
    import icalendar

    event = icalendar.Event()
    event.add("uid", f"{uid}@planner")
    event.add("dtstamp", now)
    event.add("sequence", sequence)
    event.add("summary", title)
    return event


def _appointment(appointment: Appointment, desk: Desk, now: datetime) -> Any:
    book = desk.book()
    people = [book.people[id_].name if id_ in book.people else id_ for id_ in appointment.people]
    title = ", ".join(filter(None, [appointment.title, listing(people)])) or say("meeting")
    event = _event(f"appointment-{appointment.id}", title, appointment.sequence, now)
    event.add("dtstart", appointment.start.astimezone(UTC))
    event.add("dtend", appointment.end.astimezone(UTC))
    if appointment.place:
        event.add("location", appointment.place)
    if appointment.group:
        event.add("categories", [book.group_name(appointment.group)])
    event.add("status", "CANCELLED" if appointment.outcome is Outcome.CANCELLED else "CONFIRMED")
    return event


def _step(follow_up: FollowUp, now: datetime) -> Any:
    step = follow_up.step
    event = _event(f"step-{step.id}", step_words(follow_up), step.sequence, now)
    event.add("dtstart", step.day)
    event.add("dtend", step.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _review(desk: Desk, now: datetime) -> Any:
    """Every week at her day and hour, from this week on."""
    settings = desk.settings()
    day = Week.of(desk.now()).days[settings.review_day]
    start = datetime.combine(day, time(settings.review_hour))
    event = _event("review", say("Review of the week"), 0, now)
    event.add("dtstart", start)
    event.add("dtend", start + _REVIEW)
    event.add("rrule", {"freq": "weekly", "byday": _DAYS[settings.review_day]})
    event.add("transp", "TRANSPARENT")
    return event
