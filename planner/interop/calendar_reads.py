"""Reading calendars: each event is read by itself, so that one that is broken costs no other.

Left out, and said: answers to invitations, and what cannot be read of an event.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Event, Timezone
from icalendar.prop import vText
from icalendar.timezone import tzp

from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.calendar_meetings import Own, Window, outside
from planner.interop.calendar_quotes import mended
from planner.interop.calendar_text import Block, CalendarText, calendars
from planner.interop.calendar_uids import APPOINTMENT, own_uid
from planner.interop.calendar_values import aware, drop_broken, made_uid, text_of, value_of
from planner.interop.calendar_zones import known_zone, unknown_zone, with_known_zones
from planner.interop.problem import Problem
from planner.interop.sources import Source

_LONGEST = timedelta(days=366)

#: Answers to an invitation: about an event, not one of hers.
_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD")

#: What icalendar and recurring-ical-events raise for what cannot be, a zone of an endless name among it.
WRONG = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, AssertionError, OSError)


class Read(NamedTuple):
    """An event as icalendar has it, where it stands, and the zone of its calendar's floating times."""

    event: Event
    file: str
    row: int
    calendar: int
    zone: tzinfo | None

    @property
    def at(self) -> tuple[str, int | None]:
        """Where it stands."""
        return self.file, self.row

    @property
    def start(self) -> str:
        """When it begins, as it is said."""
        return str(value_of(self.event, "DTSTART"))


class CalendarReads:
    """The events of calendars that may matter to a window of days, by UID, and what became of all the others."""

    def __init__(self, window: Window, known: frozenset[str]) -> None:
        self._window, self._known = window, known
        self._days = tuple(
            f"{moment + timedelta(days=off):%Y%m%d}" for moment, off in zip(window, (-2, 2), strict=True)
        )
        self.by_uid: dict[str, list[Read]] = {}
        self.own: list[Own] = []
        self.problems: list[Problem] = []
        self.doubtful: set[str] = set()  # UIDs of which something could not be read
        self.counted: set[tuple[str, int | None]] = set()  # where events stand that are in a count already
        self._passed: set[tuple[str, int | None, str]] = set()  # what was left out, an instance each
        self.whole = True
        self.broken = self.left_out = self.calendars = self.blocks = self.outside = 0

    def take(self, source: Source) -> None:
        """Read the events of a file that may matter."""
        self.problems += source.problems
        if source.text is None:
            self.whole = False
            return
        empty = True
        for calendar in calendars(source.text):
            empty = False
            self.calendars += 1
            self._take_calendar(source.name, calendar)
        if empty:
            why = say("it holds no calendar") if source.text.strip() else say("it is empty")
            self.whole = False
            self.problems.append(Problem(source.name, None, why))

    def _take_calendar(self, name: str, calendar: CalendarText) -> None:
        self.blocks += len(calendar.events)
        if calendar.method in _ANSWERS:
            for block in calendar.events:
                self.leave_out(name, block.line, say("it answers an invitation"))
            self.doubtful |= {block.uid for block in calendar.events}
            return
        if not calendar.ended:
            self.whole = False
            self.problems.append(Problem(name, None, say("it ends in the middle; what stands there was read")))
        zone = self._zone_of(calendar, name)
        wanted: list[Block] = []
        for block in calendar.events:
            if self._may_matter(block):
                wanted.append(block)
            else:
                self.put_outside(name, block.line)
        own = {block.number: uid for block in wanted if (uid := own_uid(block.uid)) and uid.what != APPOINTMENT}
        self.own += [Own(own[block.number], block.start, name, block.line) for block in wanted if block.number in own]
        wanted = [block for block in wanted if block.number not in own] if own else wanted
        if not wanted:
            return
        self._learn_zones(calendar, name)
        for block in wanted:
            self._take_event(block, name, zone)
        if calendar.method == "CANCEL":
            for block in wanted:
                for read in self.by_uid.get(block.uid, []):
                    read.event["STATUS"] = vText("CANCELLED")

    def leave_out(self, file: str, row: int | None, why: str, *, counts: bool = True, instance: str = "") -> None:
        """Count an event that is no meeting, or one instance of it, and say why."""
        if counts and (file, row, instance) not in self._passed:
            self._passed.add((file, row, instance))
            self.left_out += 1
            self.counted.add((file, row))
            self.problems.append(Problem(file, row, why))

    def put_outside(self, file: str, row: int | None) -> None:
        self.outside += 1
        self.problems.append(Problem(file, row, outside()))

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
            self.problems.append(Problem(name, None, unknown_zone(calendar.zone)))
        return zone

    def _learn_zones(self, calendar: CalendarText, name: str) -> None:
        """Have icalendar know the zones that a calendar describes, and none that another one did."""
        tzp.use_default()
        for number, text in enumerate(calendar.zones, 1):
            try:
                Timezone.from_ical(text)
            except WRONG:
                self.problems.append(Problem(name, None, say("its VTIMEZONE {n} cannot be read", n=number)))

    def _take_event(self, block: Block, file: str, zone: tzinfo | None) -> None:
        event = self._event(block, file)
        if event is None:
            self.broken += 1
            if block.uid:
                self.doubtful.add(block.uid)
            else:
                self.whole = False
            return
        uid = text_of(event, "UID") or made_uid(event)
        self.by_uid.setdefault(uid, []).append(Read(event, file, block.line, self.calendars, zone))

    def _event(self, block: Block, file: str) -> Event | None:
        """An event with everything in it that is right; None without a start, or with an end before it."""

        def wrong(why: str) -> None:
            self.problems.append(Problem(file, block.line, why))

        if not block.ended:
            wrong(say("it has no END:VEVENT"))
        lines, strange = with_known_zones([mended(line) for line in block.lines])
        for zone in strange:
            why = unknown_zone(zone)
            if not any(problem.why == why for problem in self.problems):
                wrong(why)
        try:
            event = Event.from_ical("\n".join(lines))
        except WRONG:
            wrong(say("it cannot be read"))
            return None
        assert isinstance(event, Event)
        if not _is_known_without(event, wrong):
            return None
        for name in ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID"):
            value: Any = event.get(name)
            if isinstance(value, list):
                event[name] = value[0]
        start = value_of(event, "DTSTART")
        if not isinstance(start, date):
            wrong(say("it has no start that can be read"))
            return None
        if not self._has_sound_end(event, start, wrong):
            return None
        if any(name == "RRULE" for name, _ in event.errors):
            wrong(say("its {name} cannot be read, so only the first of its meetings was taken", name="RRULE"))
        return event

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


def _is_known_without(event: Event, wrong: Callable[[str], None]) -> bool:
    """Take out what of an event cannot be read, and say so; whether it is known which one it is all the same."""
    for name in dict.fromkeys(name for name, _ in event.errors):
        if name not in ("DTSTART", "RRULE"):  # of which more is said later
            wrong(say("its {name} cannot be read", name=name) if name else say("one of its lines cannot be read"))
        if name == "RECURRENCE-ID":
            return False  # which instance it changes is not known, and a whole series it is not
        if name:
            drop_broken(event, name)
    return True
