"""The meetings that calendars hold in a window of days, as icalendar and recurring-ical-events read them.

Left out, and said: what takes whole days, and what was declined. An event that is cancelled is a meeting that is
cancelled, so that it is known which. Several events of one calendar may carry one UID: on other days they are several.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, tzinfo

from icalendar import Calendar, Event
from icalendar.prop import vText

from planner.domain.grammar.names import LONGEST_NAME
from planner.domain.instants import pinned
from planner.domain.words import say
from planner.interop.calendar_meetings import Events, Meeting, Window
from planner.interop.calendar_reads import WRONG, CalendarReads, Read
from planner.interop.calendar_rules import FASTEST, goes_on_for_ever, nearer, times_a_day, until_in_full
from planner.interop.calendar_values import (
    PLACE,
    SET,
    address_of,
    aware,
    categories_of,
    changes_what_follows,
    end_of,
    guests_of,
    instance_of,
    is_cancelled,
    is_of_series,
    parameter,
    several,
    text_of,
    value_of,
    version_of,
)
from planner.interop.problem import Problem
from planner.interop.sources import Source

_DAY = 24 * 60  #: minutes, from which on an event takes whole days

#: From how many seconds on a stretch counts; rounded half up it is a minute then.
LEAST_SECONDS = 30


def read_events(
    sources: Iterable[Source], window: Window, *, known: Collection[str] = (), me: Collection[str] = ()
) -> Events:
    """The meetings of ``window`` in files, and those of ``known`` UIDs wherever they are now.

    ``me`` are her own e-mail addresses: she is no guest, and what she declined is no meeting.
    """
    reads = CalendarReads(window, frozenset(known))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # icalendar's guesses at a zone's name are nothing for a person to read
        for source in sources:
            reads.take(source)
        return _Meetings(reads, window, frozenset(known), frozenset(address.casefold() for address in me)).events()


class _Meetings:
    """The meetings that events are."""

    def __init__(self, reads: CalendarReads, window: Window, known: frozenset[str], me: frozenset[str]) -> None:
        self._reads, self._window, self._known, self._me = reads, window, known, me
        self._refused: set[str] = set()  # UIDs of series that cannot be
        self._chosen: set[tuple[str, int | None]] = set()  # where events stand that no newer one takes the place of
        self._twice = 0

    def events(self) -> Events:
        """What they come to in the window."""
        newest: dict[tuple[str, str], Meeting] = {}
        for uid, reads in self._reads.by_uid.items():
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
            self._reads.left_out,
            tuple(_one_each(self._reads.problems)),
            self._reads.broken,
            frozenset(self._reads.doubtful),
            self._reads.whole,
            self._reads.calendars,
            tuple(self._reads.own),
            self._reads.blocks,
            self._twice,
            self._reads.outside,
        )

    def _count_rest(self, meetings: Collection[Meeting]) -> None:
        """Count the events that came to no meeting, so that each of them is in one count.

        One that cannot be read with its series, one that another says newer, and one with nothing in the window.
        """
        said = {meeting.uid for meeting in meetings if self._window.holds(meeting.start)}
        before, by_uid = self._reads.counted, self._reads.by_uid
        said |= {uid for uid, reads in by_uid.items() if any(read.at in before for read in reads)}
        counted = before | {(meeting.file, meeting.row) for meeting in meetings}
        for uid, reads in by_uid.items():
            for read in (read for read in reads if read.at not in counted):
                if uid in self._refused:
                    self._reads.broken += 1
                elif uid in said and read.at not in self._chosen:
                    self._twice += 1
                else:
                    self._reads.put_outside(read.file, read.row)

    def _of_uid(self, uid: str, reads: Sequence[Read]) -> Iterator[Meeting]:
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
        by_zone: dict[tzinfo | None, list[Read]] = {}
        for read in reads:
            by_zone.setdefault(read.zone, []).append(read)
        for zone, some in by_zone.items():
            changed = [read for read in some if "RECURRENCE-ID" in read.event]
            begun = _of_newest_calendar([read for read in some if "RECURRENCE-ID" not in read.event])
            for series in [[read] for read in begun] or [[]]:
                yield from self._of_series(uid, [*series, *changed], zone)

    def _of_series(self, uid: str, reads: Sequence[Read], zone: tzinfo | None) -> Iterator[Meeting]:
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
        except WRONG:
            self._refuse(uid, reads, say("how it repeats cannot be read"))
            return
        for read in reads if uid in self._known else ():
            instance = instance_of(read.event, zone) if "RECURRENCE-ID" in read.event else ""
            if instance and instance not in seen:
                yield from self._meeting(uid, instance, read.event, read)

    def _refuse(self, uid: str, reads: Sequence[Read], why: str) -> None:
        """Leave a series out, and say so."""
        self._refused.add(uid)
        self._reads.doubtful.add(uid)
        self._reads.problems.append(Problem(reads[0].file, reads[0].row, why))

    def _instant_of(self, event: Event, zone: tzinfo | None) -> datetime | None:
        """When it starts; None if it takes whole days."""
        start = value_of(event, "DTSTART")
        return aware(start, zone or self._window.zone) if isinstance(start, datetime) else None

    def _meeting(self, uid: str, instance: str, event: Event, read: Read) -> Iterator[Meeting]:
        """The meeting that an event is; none if it takes whole days, no time at all, or was declined."""
        zone, file, row = read.zone, read.file, read.row
        start, end = self._instant_of(event, zone), end_of(event)
        if start is None:
            day = value_of(event, "DTSTART")
            first, last = self._window.first.date(), self._window.last.date()
            counts = isinstance(day, date) and first <= day < last
            self._reads.leave_out(file, row, say("it takes whole days"), counts=counts, instance=instance)
            return
        seconds = (aware(end, zone or self._window.zone) - start).total_seconds() if isinstance(end, datetime) else 0
        guests = [guest for guest in guests_of(event) if guest.email not in self._me]
        place, page = text_of(event, "LOCATION")[:LONGEST_NAME], text_of(event, "URL")
        if why := self._no_meeting(event, seconds):
            self._reads.leave_out(file, row, why, counts=self._window.holds(start), instance=instance)
            return
        if page and not place and len(page) <= LONGEST_NAME:
            place = page
        elif page not in place and self._window.holds(start):
            self._reads.problems.append(
                Problem(file, row, say("the address of its page was left out: {url}", url=page))
            )
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


def _of_newest_calendar(reads: Sequence[Read]) -> list[Read]:
    """The events of one UID that stand in the calendar written last, the newest of each start.

    In another calendar the same event stood before it was moved; in the same one, on other days, they are several.
    """
    if not reads:
        return []
    newest: dict[str, Read] = {}
    calendar = max(reads, key=lambda read: version_of(read.event)).calendar
    for read in reads:
        if read.calendar != calendar:
            continue
        if read.start not in newest or version_of(newest[read.start].event) < version_of(read.event):
            newest[read.start] = read
    return list(newest.values())


def _newest_of_each(reads: Sequence[Read]) -> Iterator[Read]:
    """Of a series and each of its changed instances the newest, where they stand in several files."""
    newest: dict[str, Read] = {}
    for read in reads:
        key = str(value_of(read.event, "RECURRENCE-ID"))
        if key not in newest or version_of(newest[key].event) < version_of(read.event):
            newest[key] = read
    return iter(newest.values())
