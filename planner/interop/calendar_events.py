"""The meetings that calendars hold in a window of days, as icalendar and recurring-ical-events read them.

Left out: what takes whole days, what was declined, and answers to invitations. An event that is cancelled is a meeting
that is cancelled, so that it is known which.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from hashlib import blake2b
from typing import Any, NamedTuple

from icalendar import Calendar, Event, Timezone
from icalendar.prop import vText
from icalendar.timezone import tzp

from planner.domain.instants import pinned
from planner.domain.names import LONGEST_NAME
from planner.domain.texts import clean, shown
from planner.domain.words import say
from planner.interop.calendar_rules import FASTEST, nearer, times_a_day
from planner.interop.calendar_text import Block, CalendarText, calendars
from planner.interop.problem import Problem
from planner.interop.sources import Source

_DAY = 24 * 60  #: minutes, from which on an event takes whole days

#: What an event's lines may be wrong in while the rest of it is read.
_SPARE = ("RRULE", "RDATE", "EXDATE", "DTEND", "DURATION", "RECURRENCE-ID")

#: Answers to an invitation: about an event, not one of hers.
_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD")

#: What recurring-ical-events and the rules below it raise for a series that cannot be.
_WRONG = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, AssertionError)

_SET = "X-PLANNER-SET"  #: the start of a changed instance, by which those that follow it are told apart


class Window(NamedTuple):
    """From a moment on, before another; ``zone`` is where floating times are."""

    first: datetime
    last: datetime

    @property
    def zone(self) -> tzinfo | None:
        return self.first.tzinfo

    def holds(self, moment: datetime) -> bool:
        """Whether it is in the window, by the instant."""
        moment = moment.astimezone(UTC)
        return self.first.astimezone(UTC) <= moment < self.last.astimezone(UTC)


class Guest(NamedTuple):
    """Somebody who is invited, or invites; either may be unknown."""

    name: str
    email: str


class Meeting(NamedTuple):
    """One event, or one instance of a series: the time first set for it, in ISO 8601, is its ``instance``.

    ``minutes`` is None where no end is said. ``version`` is greater for what was written later.
    """

    uid: str
    instance: str
    start: datetime
    minutes: int | None
    title: str
    place: str
    guests: tuple[Guest, ...]
    categories: tuple[str, ...]
    cancelled: bool
    version: tuple[int, str]


class Events(NamedTuple):
    """What was found. ``meetings`` has each once; some lie outside of the window: those asked for by their UID.

    ``left_out`` counts the events of the window that are no meetings. ``doubtful`` are UIDs of which something could
    not be read; unless ``whole``, there may be more of them. ``calendars`` counts those that were found.
    """

    meetings: tuple[Meeting, ...]
    left_out: int
    problems: tuple[Problem, ...]
    broken: int
    doubtful: frozenset[str]
    whole: bool
    calendars: int


def read_events(
    sources: Iterable[Source], window: Window, *, known: Collection[str] = (), me: Collection[str] = ()
) -> Events:
    """The meetings of ``window`` in files, and those of ``known`` UIDs wherever they are now.

    ``me`` are her own e-mail addresses: she is no guest, and what she declined is no meeting.
    """
    reader = _Reader(window, frozenset(known), frozenset(address.casefold() for address in me))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # icalendar's guesses at a zone's name are nothing for a person to read
        for source in sources:
            reader.take(source)
        return reader.events()


class _Read(NamedTuple):
    """An event as icalendar has it, where it stands, and the zone of its calendar's floating times."""

    event: Event
    where: str
    zone: tzinfo | None


class _Reader:
    """What was read so far."""

    def __init__(self, window: Window, known: frozenset[str], me: frozenset[str]) -> None:
        self._window, self._known, self._me = window, known, me
        self._days = tuple(
            f"{moment + timedelta(days=off):%Y%m%d}" for moment, off in zip(window, (-2, 2), strict=True)
        )
        self._by_uid: dict[str, list[_Read]] = {}
        self._problems: list[Problem] = []
        self._doubtful: set[str] = set()
        self._broken = 0
        self._left_out = 0
        self._whole = True
        self._calendars = 0

    def take(self, source: Source) -> None:
        """Read the events of a file that may matter."""
        self._problems += source.problems
        if source.text is None:
            self._lose(1)
            return
        empty = True
        for calendar in calendars(source.text):
            empty = False
            self._calendars += 1
            self._take_calendar(source.name, calendar)
        if empty:
            why = say("it holds no calendar") if source.text.strip() else say("it is empty")
            self._lose(1)
            self._problems.append(Problem(source.name, why))

    def _lose(self, broken: int) -> None:
        self._broken += broken
        self._whole = False

    def _take_calendar(self, name: str, calendar: CalendarText) -> None:
        if calendar.method in _ANSWERS:
            self._left_out += len(calendar.events)
            self._doubtful |= {block.uid for block in calendar.events}
            return
        if not calendar.ended:
            self._whole = False
            self._problems.append(Problem(name, say("it ends in the middle; what stands there was read")))
        zone = self._zone_of(calendar, name)
        wanted = [block for block in calendar.events if self._may_matter(block)]
        if not wanted:
            return
        self._learn_zones(calendar, name)
        for block in wanted:
            self._take_event(
                block, say("{file}, VEVENT {n}, line {line}", file=name, n=block.number, line=block.line), zone
            )
        if calendar.method == "CANCEL":
            for block in wanted:
                for read in self._by_uid.get(block.uid, []):
                    read.event["STATUS"] = vText("CANCELLED")

    def _may_matter(self, block: Block) -> bool:
        day = block.day
        return day is None or self._days[0] <= day <= self._days[1] or (bool(self._known) and block.uid in self._known)

    def _zone_of(self, calendar: CalendarText, name: str) -> tzinfo | None:
        """The zone that ``X-WR-TIMEZONE`` says, None without one."""
        if not calendar.zone:
            return None
        tzp.use_default()
        zone = tzp.timezone(calendar.zone)
        if zone is None:
            self._problems.append(Problem(name, _unknown_zone(calendar.zone)))
        return zone

    def _learn_zones(self, calendar: CalendarText, name: str) -> None:
        """Have icalendar know the zones that a calendar describes, and none that another one did."""
        tzp.use_default()
        for number, text in enumerate(calendar.zones, 1):
            try:
                Timezone.from_ical(text)
            except _WRONG:
                self._problems.append(Problem(name, say("its VTIMEZONE {n} cannot be read", n=number)))

    def _take_event(self, block: Block, where: str, zone: tzinfo | None) -> None:
        event = self._event(block, where)
        if event is None:
            self._broken += 1
            if block.uid:
                self._doubtful.add(block.uid)
            else:
                self._whole = False
            return
        uid = _text(event, "UID") or _made_uid(event)
        self._by_uid.setdefault(uid, []).append(_Read(event, where, zone))

    def _event(self, block: Block, where: str) -> Event | None:
        """An event with everything in it that is right; None without a start, or with an end before it."""

        def wrong(why: str) -> None:
            self._problems.append(Problem(where, why))

        if not block.ended:
            wrong(say("it has no END:VEVENT"))
        try:
            event = Event.from_ical("\n".join(block.lines))
        except _WRONG:
            wrong(say("it cannot be read"))
            return None
        assert isinstance(event, Event)
        for name, _ in event.errors:
            if name == "DTSTART":
                continue
            if name in _SPARE:
                event.pop(name, None)
            wrong(say("its {name} cannot be read", name=name) if name else say("one of its lines cannot be read"))
        for name in ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"):
            found: Any = event.get(name)
            if isinstance(found, list):
                event[name] = found[0]
        start = _value(event, "DTSTART")
        if not isinstance(start, date):
            wrong(say("it has no start that can be read"))
            return None
        for zone in _unknown_zones(event):
            why = _unknown_zone(zone)
            if not any(problem.why == why for problem in self._problems):
                wrong(why)
        return event if self._has_sound_end(event, start, wrong) else None

    def _has_sound_end(self, event: Event, start: date, wrong: Callable[[str], None]) -> bool:
        """Whether its end comes after its start. One of another sort than the start is taken out."""
        end, lasts = _value(event, "DTEND"), _value(event, "DURATION")
        if end is not None and isinstance(end, datetime) is not isinstance(start, datetime):
            wrong(say("its {name} cannot be read", name="DTEND"))
            del event["DTEND"]
            end = None
        if end is not None and isinstance(start, datetime):
            lasts = _instant(end, self._window.zone) - _instant(start, self._window.zone)
        if isinstance(lasts, timedelta) and lasts < timedelta():
            wrong(say("it ends before it begins"))
            return False
        return True

    # From events to meetings

    def events(self) -> Events:
        """What they come to in the window."""
        newest: dict[tuple[str, str], Meeting] = {}
        for uid, reads in self._by_uid.items():
            for meeting in self._of_uid(uid, reads):
                key = meeting.uid, meeting.instance
                if key not in newest or newest[key].version < meeting.version:
                    newest[key] = meeting
        return Events(
            tuple(sorted(newest.values(), key=lambda meeting: (meeting.start.astimezone(UTC), meeting.uid))),
            self._left_out,
            tuple(self._problems),
            self._broken,
            frozenset(self._doubtful),
            self._whole,
            self._calendars,
        )

    def _of_uid(self, uid: str, reads: Sequence[_Read]) -> Iterator[Meeting]:
        single = [read for read in reads if not _is_of_series(read.event)]
        if len(single) == len(reads):
            read = max(single, key=lambda read: _version(read.event))
            start = self._instant_of(read.event, read.zone)
            if start and not self._window.holds(start) and uid not in self._known:
                return
            yield from self._meeting(uid, "", read.event, read.zone)
            return
        by_zone: dict[tzinfo | None, list[_Read]] = {}
        for read in reads:
            by_zone.setdefault(read.zone, []).append(read)
        for zone, some in by_zone.items():
            yield from self._of_series(uid, some, zone)

    def _of_series(self, uid: str, reads: Sequence[_Read], zone: tzinfo | None) -> Iterator[Meeting]:
        """The instances of the window; and those of a known series that were moved out of it."""
        import recurring_ical_events

        rules = [read for read in reads if times_a_day(read.event) > FASTEST]
        if rules:
            self._broken += 1
            self._doubtful.add(uid)
            self._problems.append(Problem(rules[0].where, say("it repeats more often than every hour; it is left out")))
            return
        calendar = Calendar()
        if zone is not None:
            calendar["X-WR-TIMEZONE"] = vText(getattr(zone, "key", ""))
        for read in _newest_of_each(reads):
            event = read.event
            if "RECURRENCE-ID" in event:
                event[_SET] = event["DTSTART"]
            elif zone is None:
                nearer(
                    event, self._window.first, changed_ahead=any(_changes_what_follows(read.event) for read in reads)
                )
            calendar.add_component(event)
        seen = set()
        try:
            for event in recurring_ical_events.of(calendar).between(self._window.first, self._window.last):
                instance = _instance(event, zone)
                start = self._instant_of(event, zone)
                if start is None or self._window.holds(start):
                    seen.add(instance)
                    yield from self._meeting(uid, instance, event, zone)
        except _WRONG:
            self._broken += 1
            self._doubtful.add(uid)
            self._problems.append(Problem(reads[0].where, say("how it repeats cannot be read")))
            return
        for read in reads if uid in self._known else ():
            instance = _instance(read.event, zone) if "RECURRENCE-ID" in read.event else ""
            if instance and instance not in seen:
                yield from self._meeting(uid, instance, read.event, zone)

    def _instant_of(self, event: Event, zone: tzinfo | None) -> datetime | None:
        """When it starts; None if it takes whole days."""
        start = _value(event, "DTSTART")
        return _instant(start, zone or self._window.zone) if isinstance(start, datetime) else None

    def _meeting(self, uid: str, instance: str, event: Event, zone: tzinfo | None) -> Iterator[Meeting]:
        """The meeting that an event is; none if it takes whole days or was declined."""
        start, end = self._instant_of(event, zone), _end(event)
        if start is None:
            day = _value(event, "DTSTART")
            first, last = self._window.first.date(), self._window.last.date()
            self._left_out += isinstance(day, date) and first <= day < last
            return
        seconds = (_instant(end, zone or self._window.zone) - start).total_seconds() if isinstance(end, datetime) else 0
        guests = [guest for guest in _guests(event) if guest.email not in self._me]
        if seconds >= _DAY * 60 or self._declined(event):
            self._left_out += self._window.holds(start)
            return
        local = start.astimezone(self._window.zone)
        yield Meeting(
            uid=uid,
            instance=instance,
            start=pinned(local),
            minutes=max(1, round(seconds / 60)) if seconds > 0 else None,
            title=_text(event, "SUMMARY")[:LONGEST_NAME],
            place=_text(event, "LOCATION")[:LONGEST_NAME],
            guests=tuple(dict.fromkeys(guests)),
            categories=_categories(event),
            cancelled=_text(event, "STATUS").upper() == "CANCELLED",
            version=_version(event),
        )

    def _declined(self, event: Event) -> bool:
        """Whether she said no: by her own address, or where the only one who is invited did."""
        invited = _several(event, "ATTENDEE")
        hers = [one for one in invited if _address(one) in self._me] if self._me else invited[: len(invited) == 1]
        return any(_parameter(one, "PARTSTAT") == "DECLINED" for one in hers)


# What an event says


def _value(event: Event, name: str) -> Any:
    """The date, time or length that a property says; None where it says none."""
    return getattr(event.get(name), "dt", None) if name in event else None


def _text(event: Event, name: str) -> str:
    found = event.get(name, "")
    return clean(str(found[0] if isinstance(found, list) else found))


def _several(event: Event, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _parameter(value: Any, name: str) -> str:
    return clean(str(getattr(value, "params", {}).get(name, ""))).upper()


def _address(value: Any) -> str:
    """The e-mail address of an attendee, or nothing."""
    text = clean(str(value))
    text = text[7:] if text[:7].casefold() == "mailto:" else text
    return text.casefold() if "@" in text and " " not in text else ""


def _guests(event: Event) -> Iterator[Guest]:
    """Who invites and who is invited; no rooms, and nobody who will not come."""
    for one in (*_several(event, "ORGANIZER"), *_several(event, "ATTENDEE")):
        if _parameter(one, "CUTYPE") in ("ROOM", "RESOURCE", "GROUP") or _parameter(one, "PARTSTAT") == "DECLINED":
            continue
        name = clean(str(getattr(one, "params", {}).get("CN", ""))).strip("\"'")[:LONGEST_NAME]
        email = _address(one)
        if name or email:
            yield Guest("" if "@" in name and " " not in name else name, email)


def _categories(event: Event) -> tuple[str, ...]:
    return tuple(clean(str(one)) for several in _several(event, "CATEGORIES") for one in getattr(several, "cats", ()))


def _end(event: Event) -> Any:
    end, lasts, start = _value(event, "DTEND"), _value(event, "DURATION"), _value(event, "DTSTART")
    if end is None and isinstance(lasts, timedelta) and isinstance(start, datetime):
        return start + lasts
    return end


def _version(event: Event) -> tuple[int, str]:
    """Greater for what was written later: by its sequence, then by when it was last changed."""
    sequence = event.get("SEQUENCE", 0)
    changed = _value(event, "LAST-MODIFIED") or _value(event, "DTSTAMP")
    written = _instant(changed, UTC).astimezone(UTC).isoformat() if isinstance(changed, datetime) else ""
    return (sequence if isinstance(sequence, int) else 0), written


def _is_of_series(event: Event) -> bool:
    return any(name in event for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def _changes_what_follows(event: Event) -> bool:
    return _parameter(event.get("RECURRENCE-ID"), "RANGE") == "THISANDFUTURE"


def _newest_of_each(reads: Sequence[_Read]) -> Iterator[_Read]:
    """Of a series and each of its changed instances the newest, where they stand in several files."""
    newest: dict[str, _Read] = {}
    for read in reads:
        key = str(_value(read.event, "RECURRENCE-ID"))
        if key not in newest or _version(newest[key].event) < _version(read.event):
            newest[key] = read
    return iter(newest.values())


def _instance(event: Event, zone: tzinfo | None) -> str:
    """The time first set for an instance, in UTC unless it is a floating one that no ``zone`` is said for.

    Those that follow a changed one carry its RECURRENCE-ID: theirs are as much later as their starts are.
    """
    first, start, set_ = _value(event, "RECURRENCE-ID"), _value(event, "DTSTART"), _value(event, _SET)
    if _changes_what_follows(event) and isinstance(start, datetime) and isinstance(set_, datetime):
        both_known = (start.tzinfo is None) == (set_.tzinfo is None)
        first = first + (start - set_) if both_known else first
    if isinstance(first, datetime) and (first.tzinfo or zone):
        first = _instant(first, zone).astimezone(UTC)
    return first.isoformat() if isinstance(first, date) else ""


def _instant(moment: datetime, zone: tzinfo | None) -> datetime:
    """A moment that is aware; a floating one is in ``zone``."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def _unknown_zones(event: Event) -> Iterator[str]:
    """The zones its times name that nobody knows."""
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        moment, zone = _value(event, name), getattr(event.get(name), "params", {}).get("TZID", "")
        if zone and isinstance(moment, datetime) and moment.tzinfo is None:
            yield str(zone)


def _unknown_zone(zone: str) -> str:
    return say("nobody knows its time zone “{zone}”; its times are taken as local ones", zone=shown(zone))


def _made_uid(event: Event) -> str:
    """What stands for a missing UID: the same for the same event, wherever it is read."""
    content = str(_value(event, "DTSTART")), _text(event, "SUMMARY"), _text(event, "RRULE")
    return f"without-uid-{blake2b(repr(content).encode(), digest_size=8).hexdigest()}"
