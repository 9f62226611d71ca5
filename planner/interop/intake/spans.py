"""How long something tracked lasted, and when it began, where a program tells local times or instants."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

from planner.domain.errors import Misread
from planner.domain.instants import pinned
from planner.domain.texts import shown
from planner.domain.words import say

YEARS = range(1971, 2200)  #: outside them, a computer's zone rules are of no use
DAY = 24 * 60  #: minutes, the most that one row may have

#: Signs that a moment in figures has at most: a fraction of a second and an offset are in it.
_LONGEST = 40


def start_of(wall: datetime, until: datetime | None, seconds: int | None, zone: tzinfo | None) -> datetime:
    """The moment of a local time; of two, the one from which the row lasts as long as it says.

    One that a clock change repeats is the one its duration fits, the first if both or neither do; one that it skips is
    as much later.
    """
    both = [wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    if until is not None and seconds is not None:
        ends = [until.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
        both = [start for start in both if any(seconds_between(start, end) == seconds for end in ends)] or both
    # Through UTC, so that a time which a clock change skips becomes one that exists.
    return pinned(both[0].astimezone(UTC).astimezone(zone))


class Offsets:
    """The offsets of a zone by day, so that not every row asks the zone anew."""

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone
        self._by_day: dict[int, timezone | None] = {}

    def of(self, wall: datetime) -> timezone | None:
        """The offset that holds all through a day and those beside it; None where a clock change is near."""
        day = wall.toordinal()
        if day not in self._by_day:
            noon = datetime.combine(wall.date(), time(12))
            near = {
                moment.replace(tzinfo=self._zone).utcoffset()
                for moment in (noon - timedelta(hours=36), noon, noon + timedelta(hours=36))
            }
            offset = near.pop()
            self._by_day[day] = None if near or offset is None else timezone(offset)
        return self._by_day[day]


def ends_then(start: datetime, until: datetime, seconds: int, zone: tzinfo | None) -> bool:
    """Whether a row that began then lasts until its end, to the minute, as rows of minutes and of seconds have it."""
    ends = [until.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    return any(abs(seconds_between(start, end) - seconds) <= 60 for end in ends)


def seconds_between(start: datetime, end: datetime) -> int:
    """Whole seconds from one instant to another."""
    return round((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds())


def minutes_of(seconds: int) -> int:
    """Minutes, rounded half up; raises Misread for less than none, and for more than a day has."""
    minutes = (seconds + 30) // 60
    if minutes < 0:
        raise Misread(say("it ends before it begins"))
    if minutes > DAY:
        raise Misread(say("it lasts longer than 24 hours, as a forgotten timer does"))
    return minutes


def too_short() -> str:
    """Why what lasts under half a minute is no entry."""
    return say("it lasts less than half a minute")


def moment(said: object, zone: tzinfo | None) -> datetime:
    """An instant as programs write it, in ``zone``: seconds since 1970, or ISO 8601 (without an offset it is local).

    Raises Misread.
    """
    try:
        if isinstance(said, int | float) and not isinstance(said, bool):
            instant = datetime.fromtimestamp(said, UTC)
        elif isinstance(said, str) and len(said) <= _LONGEST:
            instant = datetime.fromisoformat(said.strip())
            instant = instant if instant.tzinfo else instant.replace(tzinfo=zone)
        else:
            raise ValueError(said)
        local = pinned(instant.astimezone(UTC).astimezone(zone))
        if local.year not in YEARS:
            raise ValueError(said)
    except (ValueError, OverflowError, OSError):
        text = shown(str(said)) if isinstance(said, str | int | float) else "…"
        raise Misread(say("“{text}” is no date and time", text=text)) from None
    return local
