"""ActivityWatch: time on the pages of her groups, proposed as watching. What else was on the screen is not kept.

Source: what an ActivityWatch server exports (docs.activitywatch.net, "buckets and events"): ``{"buckets": {id: {"type",
"events": [{"timestamp", "duration", "data"}]}}}``; a single bucket, a list of buckets and a list of events are read,
too. Web and window events that name an address count; times that are marked away (``afk``) are taken out. What is left
of one group is put together into sittings, each known by its group and the moment it began. Private windows are passed
over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import blake2b
from math import isfinite

from planner.domain.errors import Misread, Refused
from planner.domain.kinds import Kind
from planner.domain.texts import shown
from planner.domain.words import plural, say
from planner.interop.intake.draft import Passed, Stretch
from planner.interop.intake.format import Format, Taking
from planner.interop.intake.json_stream import Broken, JsonStream
from planner.interop.intake.log import propose_log
from planner.interop.intake.part import Part
from planner.interop.intake.spans import moment, too_short
from planner.interop.intake.tracker import Tracker
from planner.interop.intake.web_places import WebPlace, WebPlaces
from planner.interop.problem import Problem

#: Seconds after which what was read of a group is another sitting.
GAP = 5 * 60

#: Seconds that an event has at most: a computer that slept tells longer ones.
_LONGEST = 24 * 60 * 60

_AWAY = "afkstatus"

#: Seconds from one moment to another.
_Span = tuple[float, float]


class _Bucket:
    """What was in one bucket: how much of it is of her groups, and what is elsewhere."""

    def __init__(self, name: str, line: int) -> None:
        self.name, self.line, self.type = name, line, ""
        self.events = self.hers = self.timed = 0
        self.elsewhere = 0.0  # seconds
        self.away = 0


def read(taking: Taking, problems: list[Problem]) -> Iterator[Stretch | Passed]:
    """The sittings of all files, and what was passed over."""
    reader = _Reader(taking, problems)
    for number, part in enumerate(taking.parts.parts):
        yield from reader.read(number, part)
    yield from reader.sittings()


class _Reader:
    """All buckets of all files: what is away in one is taken out of the others."""

    def __init__(self, taking: Taking, problems: list[Problem]) -> None:
        self._zone, self._several, self._problems = taking.now.tzinfo, taking.parts.several, problems
        self._places = WebPlaces(taking)
        self._spent: dict[WebPlace, list[_Span]] = {}
        self._first: dict[WebPlace, tuple[int, int]] = {}  # where it stands: file and line
        self._away: list[_Span] = []
        self._passed: list[Passed] = []

    def read(self, number: int, part: Part) -> Iterator[Passed]:
        """Take in a file; gives what could not be read, and for each bucket what is of none of her groups."""
        try:
            stream = JsonStream(part)
        except Refused as error:
            if not self._several:
                raise
            self._problems.append(Problem(part.name, None, str(error)))
            return
        buckets: list[_Bucket] = []
        try:
            self._top(stream, buckets)
        except Broken as error:
            self._passed.append(Passed(stream.line, str(error)))
        except Refused as error:
            if not self._several and not buckets:
                raise
            self._problems.append(Problem(part.name, stream.line, str(error)))
        finally:
            stream.close()
        self._first = {
            place: (number, line) if file < 0 else (file, line) for place, (file, line) in self._first.items()
        }
        self._passed += filter(None, map(_rest_of, buckets))
        yield from (each._replace(file=number) for each in self._passed)
        self._passed = []

    def _top(self, stream: JsonStream, buckets: list[_Bucket]) -> None:
        """What stands outermost: buckets under their heading, one bucket, or a list of either or of events."""
        if stream.next() == "[":
            self._listed(stream, buckets)
            return
        if stream.next() != "{":
            raise Broken(say("it is no export of ActivityWatch"))
        bucket = _Bucket("", stream.line)
        for name in stream.members():
            if name == "buckets" and stream.next() == "{":
                for key in stream.members():
                    self._bucket(stream, buckets, key)
            elif name == "buckets" and stream.next() == "[":
                self._listed(stream, buckets)
            else:
                self._member(stream, bucket, buckets, name)

    def _listed(self, stream: JsonStream, buckets: list[_Bucket]) -> None:
        loose = _Bucket("", stream.line)
        for line in stream.each():
            if stream.next() == "{":
                self._bucket_or_event(stream, buckets, loose, line)
            else:
                stream.value()
                self._passed.append(Passed(line, say("it is neither a bucket nor an event")))
        if loose.events:
            buckets.append(loose)

    def _bucket_or_event(self, stream: JsonStream, buckets: list[_Bucket], loose: _Bucket, line: int) -> None:
        said: dict[str, object] = {}
        bucket = _Bucket("", line)
        for name in stream.members():
            if name == "events" and stream.next() == "[":
                self._member(stream, bucket, buckets, name)
            else:
                said[name] = stream.value()
                self._named(bucket, name, said[name])
        if bucket not in buckets and "timestamp" in said:
            self._event(said, loose, line)
        elif bucket not in buckets:
            buckets.append(bucket)

    def _bucket(self, stream: JsonStream, buckets: list[_Bucket], key: str) -> None:
        line = stream.line
        if stream.next() != "{":
            stream.value()
            self._passed.append(Passed(line, say("it is neither a bucket nor an event")))
            return
        bucket = _Bucket(key, line)
        for name in stream.members():
            self._member(stream, bucket, buckets, name)
        if bucket not in buckets:
            buckets.append(bucket)

    def _member(self, stream: JsonStream, bucket: _Bucket, buckets: list[_Bucket], name: str) -> None:
        if name == "events" and stream.next() == "[":
            if bucket not in buckets:
                buckets.append(bucket)
            for line in stream.each():
                self._event(stream.value(), bucket, line)
        else:
            self._named(bucket, name, stream.value())

    def _named(self, bucket: _Bucket, name: str, said: object) -> None:
        if name == "type" and isinstance(said, str):
            bucket.type = said
        elif name == "id" and isinstance(said, str):
            bucket.name = bucket.name or said

    def _event(self, event: object, bucket: _Bucket, line: int) -> None:
        """Take in one event: told by its bucket's type, else by what it holds."""
        bucket.events += 1
        try:
            begun, seconds, data = self._parts(event)
        except Misread as error:
            bucket.events -= 1
            self._passed.append(Passed(line, str(error)))
            return
        if bucket.type == _AWAY or (not bucket.type and "status" in data):
            bucket.away += 1
            if data.get("status") == "afk":
                self._away.append((begun, begun + seconds))
            return
        place = self._places.of(data)
        if place is None:
            bucket.elsewhere += seconds
            return
        bucket.hers += 1
        if seconds > 0:
            bucket.timed += 1
            self._spent.setdefault(place, []).append((begun, begun + seconds))
            self._first.setdefault(place, (-1, line))

    def _parts(self, event: object) -> tuple[float, float, Mapping[str, object]]:
        """When it began, how many seconds it lasted and what it says; raises Misread."""
        if not isinstance(event, Mapping) or "timestamp" not in event:
            raise Misread(say("it is neither a bucket nor an event"))
        begun = moment(event.get("timestamp"), self._zone).timestamp()
        seconds, data = event.get("duration", 0), event.get("data", {})
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not isfinite(seconds):
            raise Misread(say("its duration is no number of seconds"))
        if seconds < 0:
            raise Misread(say("it ends before it begins"))
        if seconds > _LONGEST:
            raise Misread(say("it lasts longer than 24 hours, as a forgotten timer does"))
        return begun, float(seconds), data if isinstance(data, Mapping) else {}

    def sittings(self) -> Iterator[Stretch]:
        """What was spent in each group, without what was away, put together where the gap is small."""
        away = _joined(self._away)
        keys: dict[str, int] = {}
        for place, spans in self._spent.items():
            file, row = self._first[place]
            for start, seconds in _sittings(_without(_joined(spans), away)):
                stretch = self._sitting(place, start, seconds, row, max(file, 0))
                times = keys[stretch.key] = keys.get(stretch.key, 0) + 1  # of one group as two things at once
                yield stretch if times == 1 else stretch._replace(key=f"{stretch.key}-{times}")

    def _sitting(self, place: WebPlace, start: float, seconds: float, row: int, file: int) -> Stretch:
        minutes = int(seconds + 30) // 60
        begun = moment(int(start), self._zone)
        name = blake2b(place.id.encode("utf-8", "replace"), digest_size=4).hexdigest()
        return Stretch(
            f"{name}-{int(start)}",
            row,
            begun,
            minutes,
            place.group,
            address=self._places.said_by.get(place, ""),
            content=f"{minutes}",
            unfit=too_short() if minutes < 1 else "",
            file=file,
            proposed=Kind.WATCHING,
        )


def _joined(spans: list[_Span]) -> list[_Span]:
    """Spans in order, those that touch as one: two windows at once are not twice the time."""
    joined: list[_Span] = []
    for begin, end in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((begin, end))
    return joined


def _without(spans: list[_Span], away: list[_Span]) -> Iterator[_Span]:
    """What is left of spans when others are taken out; both are in order."""
    at = 0
    for span in spans:
        begin, end = span
        while at < len(away) and away[at][1] <= begin:
            at += 1
        here = at
        while here < len(away) and away[here][0] < end:
            if away[here][0] > begin:
                yield begin, away[here][0]
            begin = max(begin, away[here][1])
            here += 1
        if begin < end:
            yield begin, end


def _sittings(spans: Iterator[_Span]) -> Iterator[tuple[float, float]]:
    """When each sitting began, and how many seconds of it were spent there."""
    start = last = spent = 0.0
    for begin, end in spans:
        if spent and (begin - last > GAP or begin - start > _LONGEST / 2):
            yield start, spent
            spent = 0.0
        if not spent:
            start = begin
        spent += end - begin
        last = end
    if spent:
        yield start, spent


def _rest_of(bucket: _Bucket) -> Passed | None:
    """What of a bucket is none of her groups', in one row: it is not kept, and not told one by one."""
    rest = bucket.events - bucket.hers - bucket.away
    name = shown(bucket.name or bucket.type) or "events"
    if bucket.type == _AWAY or bucket.away or (bucket.timed and not rest):
        return None
    if not bucket.events:
        return Passed(bucket.line, say("“{name}” has no event", name=name), unreadable=False)
    if not rest:
        why = plural(
            bucket.events, "{n} event of “{name}” lasts no time", "{n} events of “{name}” last no time", name=name
        )
        return Passed(bucket.line, why, unreadable=False)
    why = plural(
        rest,
        "{n} event of “{name}” is on no address of your groups",
        "{n} events of “{name}” are on no address of your groups",
        name=name,
    )
    return Passed(bucket.line, why, int(bucket.elsewhere) // 60, unreadable=False)


def _is_export(head: str) -> bool:
    begun = head[:4000]
    if re.match(r'\s*\{\s*"buckets"\s*:\s*[\[{]', begun):
        return True
    has_events = re.search(r'"events"\s*:\s*\[', head) and re.search(r'"type"\s*:\s*"', head)
    is_event = re.match(r"\s*\[\s*\{", begun) and all(
        f'"{name}"' in begun for name in ("timestamp", "duration", "data")
    )
    return bool(re.match(r"\s*[\[{]", begun) and (is_event or (has_events and '"aw-' in head)))


TRACKER = Tracker("activitywatch", "ActivityWatch", read, own_keys=True)
FORMAT = Format(
    "activitywatch",
    lambda: say("an export of ActivityWatch"),
    _is_export,
    partial(propose_log, TRACKER),
    ("map", "doubles"),
    ".json",
)
