"""iCalendar: the events of a file, each as it happens within a span of days.

icalendar reads them and recurring-ical-events works the recurrences out (RFC 5545: rules, exceptions, moved and
cancelled instances). Events that cannot lie in the span are left aside before either sees them, and each series is read
for itself, so that a broken one costs none of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from planner.domain.instants import minutes_between, pinned
from planner.domain.texts import clean, shown
from planner.domain.words import say
from planner.interop.calendar_text import Block, CalendarText, calendars
from planner.interop.problem import Problem

#: Minutes that an event is taken to last which does not say.
USUAL = 45

#: Days around the span within which an event that is not repeated is read at all: longer than any zone is off.
_AROUND = timedelta(days=3)

#: Rules that no meeting follows, and that would take minutes to be worked out over years.
_TOO_OFTEN = re.compile(r"^RRULE[:;].*FREQ=(?:SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE | re.MULTILINE)


class Guest(NamedTuple):
    """Somebody invited, the organizer too: name and e-mail, and whether they said no."""

    name: str
    email: str
    declined: bool = False


class Event(NamedTuple):
    """One event at one time; ``instance`` is the time first set for it in its series, "" where it is no series."""

    uid: str
    instance: str
    start: datetime
    minutes: int
    title: str
    place: str
    guests: tuple[Guest, ...] = ()
    cancelled: bool = False


class Span(NamedTuple):
    """From when until when events are wanted, and the zone that times without one are in."""

    first: datetime
    last: datetime
    zone: tzinfo | None

    def may_hold(self, block: Block) -> bool:
        """Whether an event may lie in it, as far as that can be seen without reading it."""
        if block.day is None:
            return True
        try:
            day = datetime.strptime(block.day, "%Y%m%d").date()
        except ValueError:
            return True  # which reading it will say
        return self.first.date() - _AROUND <= day <= self.last.date() + _AROUND


def read(text: str, file: str, span: Span) -> Iterator[Event | Problem | None]:
    """The events of a file; a Problem for what cannot be read, None for an event that is left out.

    Left out are those outside the span, all-day ones, and those longer than a day. ``text`` has plain line ends.
    """
    for calendar in calendars(text):
        if not calendar.ended:
            yield Problem(file, say("it ends in the middle of a calendar; what is whole in it was read"))
        wanted = []
        for block in calendar.events:
            if span.may_hold(block):
                wanted.append(block)
            else:
                yield None
        yield from _of_calendar(calendar, wanted, file, span)


def _of_calendar(
    calendar: CalendarText, blocks: Sequence[Block], file: str, span: Span
) -> Iterator[Event | Problem | None]:
    series: dict[str, list[Block]] = {}
    for block in blocks:
        series.setdefault(block.uid or f"line {block.line}", []).append(block)
    for some in series.values():
        yield from _of_series(calendar, some, file, span)


def _of_series(
    calendar: CalendarText, blocks: Sequence[Block], file: str, span: Span
) -> Iterator[Event | Problem | None]:
    """The events that share a UID: one, or a series with its exceptions."""
    import icalendar
    import recurring_ical_events

    where = say("{file}, event {n}", file=file, n=blocks[0].number)
    if any(_TOO_OFTEN.search(block.text) for block in blocks):
        yield Problem(where, say("it repeats several times a day, as no meeting does"))
        return
    text = "\r\n".join(["BEGIN:VCALENDAR", *calendar.zones, *(_whole(block) for block in blocks), "END:VCALENDAR", ""])
    try:
        component = icalendar.Calendar.from_ical(text.replace("\r\n", "\n").replace("\n", "\r\n"))
        yield from _complaints(component, where)
        if any("DTSTART" not in event for event in component.walk("VEVENT")):
            yield Problem(where, say("it does not say when it is"))
            return
        yield from _without_wrong_ends(component, where)
        found = recurring_ical_events.of(component, skip_bad_series=False).between(span.first, span.last)
        repeats = any(event.get(name) for event in component.walk("VEVENT") for name in ("RRULE", "RDATE"))
        moved = any(event.get("RECURRENCE-ID") for event in component.walk("VEVENT"))
        events = [_event(each, span, in_series=repeats or moved) for each in found]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        yield Problem(where, say("it cannot be read: {reason}", reason=shown(str(error) or type(error).__name__)))
        return
    if not events:
        yield None
    yield from events


def _whole(block: Block) -> str:
    return block.text if block.ended else f"{block.text.rstrip()}\nEND:VEVENT"


def _complaints(component: Any, where: str) -> Iterator[Problem]:
    """What the library passed over in the lines of an event."""
    for event in component.walk("VEVENT"):
        for name, reason in event.errors:
            told = f"{name}: {reason}" if name else str(reason)
            yield Problem(where, say("a line of it was left out: {reason}", reason=shown(told)))
        start = event.get("DTSTART")
        zone = start.params.get("TZID") if start is not None else None
        if zone and isinstance(start.dt, datetime) and start.dt.tzinfo is None:
            yield Problem(where, say("its time zone “{zone}” is not known, so it was read in yours", zone=shown(zone)))


def _without_wrong_ends(component: Any, where: str) -> Iterator[Problem]:
    """Take away the ends that come before their beginnings, lest the two be taken one for the other."""
    for event in component.walk("VEVENT"):
        start, end = event["DTSTART"].dt, event.get("DTEND")
        if end is not None and _comes_before(end.dt, start):
            del event["DTEND"]
            yield Problem(where, say("it ends before it begins, so it was taken for {n} min", n=USUAL))


def _comes_before(end: date, start: date) -> bool:
    """Whether an end comes before a beginning, as far as the two can be compared."""
    try:
        return end < start
    except TypeError:  # a day and a moment, or a moment with a zone and one without
        return False


def _event(component: Any, span: Span, *, in_series: bool) -> Event | None:
    """One instance as an event; None for one that is to be left out."""
    start = component["DTSTART"].dt
    if not isinstance(start, datetime):
        return None  # all day
    began = _local(start, span)
    minutes = _minutes(component, began, span)
    if minutes > 24 * 60 or not span.first <= began <= span.last:
        return None
    return Event(
        uid=clean(str(component.get("UID", ""))) or f"{began.isoformat()} {clean(str(component.get('SUMMARY', '')))}",
        instance=_instance(component, start, span) if in_series else "",
        start=pinned(began),
        minutes=minutes,
        title=clean(str(component.get("SUMMARY", "")))[:300],
        place=clean(str(component.get("LOCATION", "")))[:300],
        guests=tuple(_guests(component)),
        cancelled=clean(str(component.get("STATUS", ""))).upper() == "CANCELLED",
    )


def _local(moment: datetime, span: Span) -> datetime:
    """A moment in her zone; one that names none is meant in it."""
    return moment.replace(tzinfo=span.zone) if moment.tzinfo is None else moment.astimezone(span.zone)


def _minutes(component: Any, began: datetime, span: Span) -> int:
    """How long it is; an event without an end, or one that ends as it begins, is of the usual length."""
    end = component.get("DTEND")
    if end is None or not isinstance(end.dt, datetime):
        return USUAL
    lasts = minutes_between(began, _local(end.dt, span))
    return lasts if lasts > 0 else USUAL


def _instance(component: Any, start: datetime, span: Span) -> str:
    """The time that an instance of a series was first set for, the same in every zone."""
    first = component.get("RECURRENCE-ID")
    moment: datetime | date = first.dt if first is not None else start
    if not isinstance(moment, datetime):
        return moment.isoformat()
    from datetime import UTC

    return _local(moment, span).astimezone(UTC).isoformat()


def _guests(component: Any) -> Iterator[Guest]:
    for name in ("ORGANIZER", "ATTENDEE"):
        found = component.get(name)
        for each in found if isinstance(found, list) else [found] if found is not None else []:
            address = clean(str(each))
            email = address[7:] if address.lower().startswith("mailto:") else ""
            said = getattr(each, "params", {})
            answer = clean(str(said.get("PARTSTAT", ""))).upper()
            yield Guest(clean(str(said.get("CN", ""))).strip('"'), email, declined=answer == "DECLINED")
