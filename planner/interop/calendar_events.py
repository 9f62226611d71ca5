"""The meetings that calendars hold in a window of days, as icalendar and recurring-ical-events read them.

Left out, and said: what takes whole days, what was declined, and answers to invitations. An event that is cancelled is
a meeting that is cancelled, so that it is known which. Several events of one calendar may carry one UID: on other days
they are several.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Calendar, Event, Timezone
from icalendar.prop import vText
from icalendar.timezone import tzp

from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.instants import pinned
from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.calendar_quotes import mended
from planner.interop.calendar_rules import FASTEST, goes_on_for_ever, nearer, times_a_day, until_in_full
from planner.interop.calendar_text import Block, CalendarText, calendars
from planner.interop.calendar_uids import APPOINTMENT, OwnUid, own_uid
from planner.interop.calendar_values import (
    PLACE,
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
    is_cancelled,
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

#: From how many seconds on a stretch counts; rounded half up it is a minute then.
LEAST_SECONDS = 30

#: Answers to an invitation: about an event, not one of hers.
_ANSWERS = ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD")

#: What icalendar and recurring-ical-events raise for what cannot be, a zone of an endless name among it.
_WRONG = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, AssertionError, OSError)


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
    """One event, or one of several of its UID: the time first set for it, in ISO 8601, is its ``instance``.

    ``minutes`` is None where no end is said. ``version`` is greater for what was written later. ``file`` and ``row``
    say where it stands. It repeats ``by_rule``, or stands there by itself.
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
    file: str = ""
    row: int | None = None
    by_rule: bool = False


class Own(NamedTuple):
    """An event of planner's own making that is no meeting; ``start`` is as the file has it. Where it stands."""

    uid: OwnUid
    start: str
    file: str
    row: int


class Events(NamedTuple):
    """What was found. ``meetings`` has each once; some lie outside of the window: those asked for by their UID.

    ``left_out`` counts the events of the window that are no meetings, ``own`` are planner's own steps and
    reviews, ``twice`` those that say an event of the window once more, ``blocks`` all events there are.
    ``doubtful`` are UIDs of which something could not be read; unless ``whole``, there may be more of them.
    ``calendars`` counts those that were found, ``outside`` the events that have nothing in the window.
    """

    meetings: tuple[Meeting, ...]
    left_out: int
    problems: tuple[Problem, ...]
    broken: int
    doubtful: frozenset[str]
    whole: bool
    calendars: int
    own: tuple[Own, ...] = ()
    blocks: int = 0
    twice: int = 0
    outside: int = 0


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
        self._refused: set[str] = set()  # UIDs of series that cannot be
        self._passed: set[tuple[str, int | None, str]] = set()  # what was left out, an instance each
        self._counted: set[tuple[str, int | None]] = set()  # where events stand that are in a count already
        self._chosen: set[tuple[str, int | None]] = set()  # and those that no newer one takes the place of
        self._broken = 0
        self._left_out = 0
        self._whole = True
        self._own: list[Own] = []
        self._calendars = self._blocks = self._twice = self._outside = 0

    def take(self, source: Source) -> None:
        """Read the events of a file that may matter."""
        self._problems += source.problems
        if source.text is None:
            self._whole = False
            return
        empty = True
        for calendar in calendars(source.text):
            empty = False
            self._calendars += 1
            self._take_calendar(source.name, calendar)
        if empty:
            why = say("it holds no calendar") if source.text.strip() else say("it is empty")
            self._whole = False
            self._problems.append(Problem(source.name, None, why))

    def _take_calendar(self, name: str, calendar: CalendarText) -> None:
        self._blocks += len(calendar.events)
        if calendar.method in _ANSWERS:
            for block in calendar.events:
                self._leave_out(name, block.line, say("it answers an invitation"))
            self._doubtful |= {block.uid for block in calendar.events}
            return
        if not calendar.ended:
            self._whole = False
            self._problems.append(Problem(name, None, say("it ends in the middle; what stands there was read")))
        zone = self._zone_of(calendar, name)
        wanted: list[Block] = []
        for block in calendar.events:
            if self._may_matter(block):
                wanted.append(block)
            else:
                self._put_outside(name, block.line)
        own = {block.number: uid for block in wanted if (uid := own_uid(block.uid)) and uid.what != APPOINTMENT}
        self._own += [Own(own[block.number], block.start, name, block.line) for block in wanted if block.number in own]
        wanted = [block for block in wanted if block.number not in own] if own else wanted
        if not wanted:
            return
        self._learn_zones(calendar, name)
        for block in wanted:
            self._take_event(block, name, zone)
        if calendar.method == "CANCEL":
            for block in wanted:
                for read in self._by_uid.get(block.uid, []):
                    read.event["STATUS"] = vText("CANCELLED")

    def _leave_out(self, file: str, row: int | None, why: str, *, counts: bool = True, instance: str = "") -> None:
        """Count an event that is no meeting, or one instance of it, and say why."""
        if counts and (file, row, instance) not in self._passed:
            self._passed.add((file, row, instance))
            self._left_out += 1
            self._counted.add((file, row))
            self._problems.append(Problem(file, row, why))

    def _put_outside(self, file: str, row: int | None) -> None:
        self._outside += 1
        self._problems.append(Problem(file, row, outside()))

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
            self._problems.append(Problem(name, None, unknown_zone(calendar.zone)))
        return zone

    def _learn_zones(self, calendar: CalendarText, name: str) -> None:
        """Have icalendar know the zones that a calendar describes, and none that another one did."""
        tzp.use_default()
        for number, text in enumerate(calendar.zones, 1):
            try:
                Timezone.from_ical(text)
            except _WRONG:
                self._problems.append(Problem(name, None, say("its VTIMEZONE {n} cannot be read", n=number)))

    def _take_event(self, block: Block, file: str, zone: tzinfo | None) -> None:
        event = self._event(block, file)
        if event is None:
            self._broken += 1
            if block.uid:
                self._doubtful.add(block.uid)
            else:
                self._whole = False
            return
        uid = text_of(event, "UID") or made_uid(event)
        self._by_uid.setdefault(uid, []).append(_Read(event, file, block.line, self._calendars, zone))

    def _event(self, block: Block, file: str) -> Event | None:
        """An event with everything in it that is right; None without a start, or with an end before it."""

        def wrong(why: str) -> None:
            self._problems.append(Problem(file, block.line, why))

        if not block.ended:
            wrong(say("it has no END:VEVENT"))
        lines, strange = with_known_zones([mended(line) for line in block.lines])
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

    # From events to meetings

    def events(self) -> Events:
        """What they come to in the window."""
        newest: dict[tuple[str, str], Meeting] = {}
        for uid, reads in self._by_uid.items():
            for meeting in self._of_uid(uid, reads):
                key = meeting.uid, meeting.instance
                other = newest.get(key)
                is_newer = other is None or other.version < meeting.version
                if is_newer:
                    newest[key] = meeting
                if other:
                    older = other if is_newer else meeting
                    self._chosen.discard((older.file, older.row))
        self._count_rest(newest.values())
        return Events(
            tuple(sorted(newest.values(), key=lambda meeting: (meeting.start.astimezone(UTC), meeting.uid))),
            self._left_out,
            tuple(_one_each(self._problems)),
            self._broken,
            frozenset(self._doubtful),
            self._whole,
            self._calendars,
            tuple(self._own),
            self._blocks,
            self._twice,
            self._outside,
        )

    def _count_rest(self, meetings: Collection[Meeting]) -> None:
        """Count the events that came to no meeting, so that each of them is in one count.

        One that cannot be read with its series, one that another says newer, and one with nothing in the window.
        """
        said = {meeting.uid for meeting in meetings if self._window.holds(meeting.start)}
        said |= {uid for uid, reads in self._by_uid.items() if any(read.at in self._counted for read in reads)}
        counted = self._counted | {(meeting.file, meeting.row) for meeting in meetings}
        for uid, reads in self._by_uid.items():
            for read in (read for read in reads if read.at not in counted):
                if uid in self._refused:
                    self._broken += 1
                elif uid in said and read.at not in self._chosen:
                    self._twice += 1
                else:
                    self._put_outside(read.file, read.row)

    def _of_uid(self, uid: str, reads: Sequence[_Read]) -> Iterator[Meeting]:
        if not any(is_of_series(read.event) for read in reads):
            several = _of_newest_calendar(reads)
            self._chosen |= {read.at for read in several}
            for read in several:
                start = self._instant_of(read.event, read.zone)
                if start and not self._window.holds(start) and uid not in self._known:
                    continue
                first = start.astimezone(UTC).isoformat() if start and len(several) > 1 else ""
                yield from self._meeting(uid, first, read.event, read)
            return
        by_zone: dict[tzinfo | None, list[_Read]] = {}
        for read in reads:
            by_zone.setdefault(read.zone, []).append(read)
        for zone, some in by_zone.items():
            changed = [read for read in some if "RECURRENCE-ID" in read.event]
            begun = _of_newest_calendar([read for read in some if "RECURRENCE-ID" not in read.event])
            for series in [[read] for read in begun] or [[]]:
                yield from self._of_series(uid, [*series, *changed], zone)

    def _of_series(self, uid: str, reads: Sequence[_Read], zone: tzinfo | None) -> Iterator[Meeting]:
        """The instances of the window; and those of a known series that were moved out of it."""
        import recurring_ical_events

        if any(times_a_day(read.event) > FASTEST for read in reads):
            self._refuse(uid, reads, say("it repeats more often than every hour; it is left out"))
            return
        calendar = Calendar()
        name = getattr(zone, "key", "")  # a mere offset has none that the library knows, and needs none
        if name:
            calendar["X-WR-TIMEZONE"] = vText(name)
        for number, read in enumerate(reads):
            read.event[PLACE] = vText(str(number))
        for read in _newest_of_each(reads):
            event = read.event
            self._chosen.add(read.at)
            if "RECURRENCE-ID" in event:
                event[SET] = event["DTSTART"]
            elif zone is None:
                nearer(event, self._window.first, changed_ahead=any(changes_what_follows(read.event) for read in reads))
            if goes_on_for_ever(event, self._window.last):
                self._refuse(uid, reads, say("how it repeats cannot be read"))
                return
            until_in_full(event, zone or self._window.zone)
            calendar.add_component(event)
        seen = set()
        try:
            for event in recurring_ical_events.of(calendar).between(self._window.first, self._window.last):
                instance = instance_of(event, zone)
                start = self._instant_of(event, zone)
                if start is None or self._window.holds(start):
                    seen.add(instance)
                    read = reads[int(str(event[PLACE]))]
                    yield from (each._replace(by_rule=True) for each in self._meeting(uid, instance, event, read))
        except _WRONG:
            self._refuse(uid, reads, say("how it repeats cannot be read"))
            return
        for read in reads if uid in self._known else ():
            instance = instance_of(read.event, zone) if "RECURRENCE-ID" in read.event else ""
            if instance and instance not in seen:
                yield from self._meeting(uid, instance, read.event, read)

    def _refuse(self, uid: str, reads: Sequence[_Read], why: str) -> None:
        """Leave a series out, and say so."""
        self._refused.add(uid)
        self._doubtful.add(uid)
        self._problems.append(Problem(reads[0].file, reads[0].row, why))

    def _instant_of(self, event: Event, zone: tzinfo | None) -> datetime | None:
        """When it starts; None if it takes whole days."""
        start = value_of(event, "DTSTART")
        return aware(start, zone or self._window.zone) if isinstance(start, datetime) else None

    def _meeting(self, uid: str, instance: str, event: Event, read: _Read) -> Iterator[Meeting]:
        """The meeting that an event is; none if it takes whole days, no time at all, or was declined."""
        zone, file, row = read.zone, read.file, read.row
        start, end = self._instant_of(event, zone), end_of(event)
        if start is None:
            day = value_of(event, "DTSTART")
            first, last = self._window.first.date(), self._window.last.date()
            counts = isinstance(day, date) and first <= day < last
            self._leave_out(file, row, say("it takes whole days"), counts=counts, instance=instance)
            return
        seconds = (aware(end, zone or self._window.zone) - start).total_seconds() if isinstance(end, datetime) else 0
        guests = [guest for guest in guests_of(event) if guest.email not in self._me]
        place, page = text_of(event, "LOCATION")[:LONGEST_NAME], text_of(event, "URL")
        if why := self._no_meeting(event, seconds):
            self._leave_out(file, row, why, counts=self._window.holds(start), instance=instance)
            return
        if page and not place and len(page) <= LONGEST_NAME:
            place = page
        elif page not in place and self._window.holds(start):
            self._problems.append(Problem(file, row, say("the address of its page was left out: {url}", url=page)))
        local = start.astimezone(self._window.zone)
        yield Meeting(
            uid=uid,
            instance=instance,
            start=pinned(local),
            minutes=int(seconds + 30) // 60 if seconds > 0 else None,
            title=text_of(event, "SUMMARY")[:LONGEST_NAME],
            place=place,
            guests=tuple(dict.fromkeys(guests)),
            categories=categories_of(event),
            cancelled=is_cancelled(event),
            version=version_of(event),
            file=file,
            row=row,
        )

    def _no_meeting(self, event: Event, seconds: float) -> str:
        """Why an event of so many seconds is no meeting of hers; "" for one that is."""
        if seconds >= _DAY * 60:
            return say("it takes whole days")
        if 0 < seconds < LEAST_SECONDS:
            return say("it lasts less than half a minute")
        return say("you declined it") if self._declined(event) else ""

    def _declined(self, event: Event) -> bool:
        """Whether she said no: by her own address, or where the only one who is invited did."""
        invited = several(event, "ATTENDEE")
        hers = (
            [guest for guest in invited if address_of(guest) in self._me] if self._me else invited[: len(invited) == 1]
        )
        return any(parameter(guest, "PARTSTAT") == "DECLINED" for guest in hers)


def outside() -> str:
    """Why an event that has nothing in the window is skipped."""
    return say("it is not in the days that were looked at, from today on; --days says how many")


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


def _one_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, those of one event as one."""
    reasons: dict[tuple[str, int | None], list[str]] = {}
    for problem in dict.fromkeys(problems):
        reasons.setdefault((problem.file, problem.row), []).append(problem.why)
    for (file, row), whys in reasons.items():
        if row is None:
            yield from (Problem(file, None, why) for why in whys)
        else:
            yield Problem(file, row, say("; ").join(whys))


def _of_newest_calendar(reads: Sequence[_Read]) -> list[_Read]:
    """The events of one UID that stand in the calendar written last, the newest of each start.

    In another calendar the same event stood before it was moved; in the same one, on other days, they are several.
    """
    if not reads:
        return []
    newest: dict[str, _Read] = {}
    calendar = max(reads, key=lambda read: version_of(read.event)).calendar
    for read in reads:
        if read.calendar != calendar:
            continue
        if read.start not in newest or version_of(newest[read.start].event) < version_of(read.event):
            newest[read.start] = read
    return list(newest.values())


def _newest_of_each(reads: Sequence[_Read]) -> Iterator[_Read]:
    """Of a series and each of its changed instances the newest, where they stand in several files."""
    newest: dict[str, _Read] = {}
    for read in reads:
        key = str(value_of(read.event, "RECURRENCE-ID"))
        if key not in newest or version_of(newest[key].event) < version_of(read.event):
            newest[key] = read
    return iter(newest.values())
