"""A calendar for other programs: appointments, next steps and the hour of the review.

A next step is an event that takes its whole day, no VTODO: most calendars on a telephone or on the web pass a VTODO
over, and one that nobody shows reminds nobody. It leaves the day free.

Nobody is named as an attendee: a calendar that finds one may send an invitation. Names stand in the title and the
description. Source of the form: RFC 5545.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vRecur

from planner.desk import Desk
from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.feeds import MARK
from planner.domain.settings import Settings
from planner.domain.step import Owed, Step
from planner.domain.words import listing, say
from planner.interop.calendar_uids import APPOINTMENT, REVIEW, STEP, OwnUid
from planner.interop.given_out import EVERYTHING, GivenOut, Wanted

REVIEW_MINUTES = 30

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

#: A Monday from which the weeks are counted in which the review is said anew.
_FIRST_MONDAY = date(2024, 1, 1)


def calendar_of(
    desk: Desk, *, everything: bool = False, wanted: Wanted = EVERYTHING, alarm: int | None = None
) -> tuple[bytes, int]:
    """The calendar as a file has it, and how many events it holds; the review is in the whole one alone.

    Appointments that were read from a calendar stand in that one already, and are left out unless ``everything`` is
    asked for. One that is cancelled is said to be, so that calendars remove it. ``alarm`` is how many minutes before an
    appointment a calendar reminds of it.
    """
    events = events_of(desk, everything=everything, wanted=wanted, alarm=alarm)
    return calendar_with([event for _, event in events]), len(events)


def events_of(
    desk: Desk, *, everything: bool = False, wanted: Wanted = EVERYTHING, alarm: int | None = None
) -> list[tuple[OwnUid, Event]]:
    """The events of :func:`calendar_of`, each with its UID."""
    now, home, book = desk.now(), desk.home_id(), GivenOut(desk, wanted).book
    appointments = [kept for kept in book.appointments.values() if _is_told(kept, everything=everything)]
    events = [
        *((OwnUid(APPOINTMENT, kept.id, home), _appointment(kept, book, alarm)) for kept in appointments),
        *((OwnUid(STEP, step.id, home), _step(step, book)) for step in book.steps.values() if step.open),
    ]
    if wanted.is_all:
        events.append((OwnUid(REVIEW, "weekly", home), _review(desk.settings(), now.date())))
    for uid, event in events:
        event.add("uid", uid.text)
        event.add("dtstamp", now.astimezone(UTC))
    return events


def calendar_with(events: Iterable[Event]) -> bytes:
    """A calendar of these events as a file has it."""
    calendar = Calendar()
    calendar.add("prodid", MARK)
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _is_told(kept: Appointment, *, everything: bool) -> bool:
    return kept.outcome in (Outcome.PLANNED, Outcome.CANCELLED) and (everything or not kept.uid)


def _appointment(kept: Appointment, book: Book, alarm: int | None) -> Event:
    """In UTC: it happens once, and an instant is read alike everywhere."""
    names = _names(kept.people, book)
    event = _event(kept.sequence)
    event.add("summary", title_of(kept, book))
    event.add("dtstart", kept.start.astimezone(UTC))
    event.add("dtend", kept.end.astimezone(UTC))
    event.add("status", "CONFIRMED" if kept.planned else "CANCELLED")
    if kept.place:
        event.add("location", kept.place)
    about = [*([say("With {people}", people=listing(names))] if names else []), *_group(kept.group, book)]
    if about:
        event.add("description", "\n".join(about))
    if alarm is not None and kept.planned:
        event.add_component(_alarm(alarm, title_of(kept, book)))
    return event


def _alarm(minutes: int, title: str) -> Alarm:
    """A reminder that shows the title so many minutes before (RFC 5545, 3.6.6)."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm


def title_of(kept: Appointment, book: Book) -> str:
    """What an appointment is called in a calendar."""
    names = _names(kept.people, book)
    return kept.title or (say("Meeting with {people}", people=listing(names)) if names else say("Meeting"))


def _step(step: Step, book: Book) -> Event:
    name = next(iter(_names((step.person,), book)), "")
    event = _event(step.sequence)
    event.add("summary", say("{name}: {text}", name=name, text=step.text) if name else step.text)
    event.add("dtstart", step.day)
    event.add("dtend", step.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if step.owed:
        event.add("description", say("You owe this.") if step.owed is Owed.MINE else say("They owe you this."))
    return event


def _review(settings: Settings, today: date) -> Event:
    """Every week, in floating time: at that hour where she is, on either side of a clock change.

    The machine knows the rules of its zone but not always its name, which a TZID would have to be. It begins in the
    current week; a later one has a greater sequence, as a new start asks for.
    """
    monday = today - timedelta(days=today.weekday())
    start = datetime.combine(monday + timedelta(days=settings.review_day), time(settings.review_hour))
    event = _event((monday - _FIRST_MONDAY).days // 7)
    event.add("summary", say("Review of the week"))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=REVIEW_MINUTES))
    event.add("rrule", vRecur(freq="WEEKLY", byday=_DAYS[settings.review_day]))
    return event


def is_there(uid: OwnUid, start: str, book: Book, settings: Settings) -> bool:
    """Whether a step or a review that a calendar of this home holds is known here: the review at its weekly hour.

    A home in which nothing stands has no review yet.
    """
    if uid.what == STEP:
        return uid.id in book.steps
    try:
        began = datetime.fromisoformat(start)
    except ValueError:
        return False
    hour = (settings.review_day, settings.review_hour, 0)
    return any(book) and (began.weekday(), began.hour, began.minute) == hour


def _event(sequence: int) -> Event:
    event = Event()
    event.add("sequence", max(sequence, 0))
    return event


def _names(ids: tuple[str, ...], book: Book) -> list[str]:
    return [book.people[id_].name for id_ in ids if id_ in book.people]


def _group(id_: str | None, book: Book) -> Iterator[str]:
    if id_:
        yield book.group_name(id_)
