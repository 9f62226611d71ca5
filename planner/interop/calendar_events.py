"""The meetings that calendars hold in a window of days, as icalendar and recurring-ical-events read them.

Left out: what takes whole days, what was declined, and answers to invitations. An event that is cancelled is a meeting
that is cancelled, so that it is known which.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from icalendar import Calendar, Event, Timezone
from icalendar.prop import vText
from icalendar.timezone import tzp

from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.instants import pinned
from planner.domain.words import say
from planner.interop.calendar_rules import FASTEST, goes_on_for_ever, nearer, times_a_day
from planner.interop.calendar_text import Block, CalendarText, calendars
from planner.interop.calendar_values import (
    SET,
    Guest,
    address_of,
    aware,
    categories_of,
    changes_what_follows,
    drop_broken,
    end_of,
    guests_of,
    instance_of,
    is_of_series,
    made_uid,
    parameter,
    several,
    text_of,
    value_of,
    version_of,
)
from planner.interop.calendar_zones import known_zone, unknown_zone, with_known_zones
from planner.interop.problem import Problem
from planner.interop.sources import Source

__all__ = ["Events", "Guest", "Meeting", "Window", "read_events"]

_DAY = 24 * 60  #: minutes, from which on an event takes whole days

_LONGEST = timedelta(days=366)

#: Answers to an invitation: about an event, not one of hers.
_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD")

#: What recurring-ical-events and the rules below it raise for a series that cannot be.
_WRONG = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, AssertionError)


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
        zone = known_zone(calendar.zone)
        if zone is None:
            self._problems.append(Problem(name, unknown_zone(calendar.zone)))
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
        uid = text_of(event, "UID") or made_uid(event)
        self._by_uid.setdefault(uid, []).append(_Read(event, where, zone))

    def _event(self, block: Block, where: str) -> Event | None:
        """An event with everything in it that is right; None without a start, or with an end before it."""

        def wrong(why: str) -> None:
            self._problems.append(Problem(where, why))

        if not block.ended:
            wrong(say("it has no END:VEVENT"))
        lines, strange = with_known_zones(block.lines)
        for zone in strange:
            why = unknown_zone(zone)
            if not any(problem.why == why for problem in self._problems):
                wrong(why)
        try:
            event = Event.from_ical("\n".join(lines))
        except _WRONG:
            wrong(say("it cannot be read"))
            return None
        assert isinstance(event, Event)
        for name in dict.fromkeys(name for name, _ in event.errors):
            wrong(say("its {name} cannot be read", name=name) if name else say("one of its lines cannot be read"))
            if name == "RECURRENCE-ID":
                return None  # which instance it changes is not known, and a whole series it is not
            if name:
                drop_broken(event, name)
        for name in ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"):
            found: Any = event.get(name)
            if isinstance(found, list):
                event[name] = found[0]
        start = value_of(event, "DTSTART")
        if not isinstance(start, date):
            wrong(say("it has no start that can be read"))
            return None
        return event if self._has_sound_end(event, start, wrong) else None

    def _has_sound_end(self, event: Event, start: date, wrong: Callable[[str], None]) -> bool:
        """Whether its end comes after its start, and within a year. One of another sort than the start is taken out."""
        end, lasts = value_of(event, "DTEND"), value_of(event, "DURATION")
        if end is not None and isinstance(end, datetime) is not isinstance(start, datetime):
            wrong(say("its {name} cannot be read", name="DTEND"))
            del event["DTEND"]
            end = None
        if end is not None and isinstance(start, datetime):
            lasts = aware(end, self._window.zone) - aware(start, self._window.zone)
        if isinstance(lasts, timedelta) and lasts < timedelta():
            wrong(say("it ends before it begins"))
            return False
        if isinstance(lasts, timedelta) and lasts > _LONGEST:
            wrong(say("it lasts longer than a year"))
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
        single = [read for read in reads if not is_of_series(read.event)]
        if len(single) == len(reads):
            read = max(single, key=lambda read: version_of(read.event))
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

        if any(times_a_day(read.event) > FASTEST for read in reads):
            self._refuse(uid, reads, say("it repeats more often than every hour; it is left out"))
            return
        calendar = Calendar()
        if zone is not None:
            calendar["X-WR-TIMEZONE"] = vText(getattr(zone, "key", ""))
        for read in _newest_of_each(reads):
            event = read.event
            if "RECURRENCE-ID" in event:
                event[SET] = event["DTSTART"]
            elif zone is None:
                nearer(event, self._window.first, changed_ahead=any(changes_what_follows(read.event) for read in reads))
            if goes_on_for_ever(event, self._window.last):
                self._refuse(uid, reads, say("how it repeats cannot be read"))
                return
            calendar.add_component(event)
        seen = set()
        try:
            for event in recurring_ical_events.of(calendar).between(self._window.first, self._window.last):
                instance = instance_of(event, zone)
                start = self._instant_of(event, zone)
                if start is None or self._window.holds(start):
                    seen.add(instance)
                    yield from self._meeting(uid, instance, event, zone)
        except _WRONG:
            self._refuse(uid, reads, say("how it repeats cannot be read"))
            return
        for read in reads if uid in self._known else ():
            instance = instance_of(read.event, zone) if "RECURRENCE-ID" in read.event else ""
            if instance and instance not in seen:
                yield from self._meeting(uid, instance, read.event, zone)

    def _refuse(self, uid: str, reads: Sequence[_Read], why: str) -> None:
        """Leave a series out, and say so."""
        self._broken += 1
        self._doubtful.add(uid)
        self._problems.append(Problem(reads[0].where, why))

    def _instant_of(self, event: Event, zone: tzinfo | None) -> datetime | None:
        """When it starts; None if it takes whole days."""
        start = value_of(event, "DTSTART")
        return aware(start, zone or self._window.zone) if isinstance(start, datetime) else None

    def _meeting(self, uid: str, instance: str, event: Event, zone: tzinfo | None) -> Iterator[Meeting]:
        """The meeting that an event is; none if it takes whole days or was declined."""
        start, end = self._instant_of(event, zone), end_of(event)
        if start is None:
            day = value_of(event, "DTSTART")
            first, last = self._window.first.date(), self._window.last.date()
            self._left_out += isinstance(day, date) and first <= day < last
            return
        seconds = (aware(end, zone or self._window.zone) - start).total_seconds() if isinstance(end, datetime) else 0
        guests = [guest for guest in guests_of(event) if guest.email not in self._me]
        if seconds >= _DAY * 60 or self._declined(event):
            self._left_out += self._window.holds(start)
            return
        local = start.astimezone(self._window.zone)
        yield Meeting(
            uid=uid,
            instance=instance,
            start=pinned(local),
            minutes=max(1, round(seconds / 60)) if seconds > 0 else None,
            title=text_of(event, "SUMMARY")[:LONGEST_NAME],
            place=text_of(event, "LOCATION")[:LONGEST_NAME],
            guests=tuple(dict.fromkeys(guests)),
            categories=categories_of(event),
            cancelled=text_of(event, "STATUS").upper() == "CANCELLED",
            version=version_of(event),
        )

    def _declined(self, event: Event) -> bool:
        """Whether she said no: by her own address, or where the only one who is invited did."""
        invited = several(event, "ATTENDEE")
        hers = [one for one in invited if address_of(one) in self._me] if self._me else invited[: len(invited) == 1]
        return any(parameter(one, "PARTSTAT") == "DECLINED" for one in hers)


def _newest_of_each(reads: Sequence[_Read]) -> Iterator[_Read]:
    """Of a series and each of its changed instances the newest, where they stand in several files."""
    newest: dict[str, _Read] = {}
    for read in reads:
        key = str(value_of(read.event, "RECURRENCE-ID"))
        if key not in newest or version_of(newest[key].event) < version_of(read.event):
            newest[key] = read
    return iter(newest.values())
