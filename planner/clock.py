"""The one clock, made at the door and handed down; and the local zone it tells the time in."""

from __future__ import annotations

import time
from collections.abc import Mapping

from planner.domain.errors import Misread
from planner.domain.value import NamedTuple
from planner.domain.value.dates import UTC, datetime, timedelta, tzinfo
from planner.domain.words import say

#: The years that a frozen clock may show: outside them a computer's zone rules, or its weeks, come to an end.
_YEARS = range(1971, 2200)


_EPOCH = datetime(1970, 1, 1)
DAY = 24 * 60 * 60  #: seconds; in two of them a zone changes its clocks once at most


class SystemZone(tzinfo):
    """The machine's local zone with all its rules, past and future, as the C library knows them.

    The standard library offers them only as fixed offsets (``datetime.astimezone()``, whose answer for an hour that
    a clock change skips is another in Python 3.13); this makes them a ``tzinfo`` at no import cost. Source of the
    folds: PEP 495, "Guidelines for new tzinfo implementations".

    The C library is asked for days and not for every moment of them: a command goes through some hundred moments of a
    week or two.
    """

    def __init__(self) -> None:
        self._by_day: dict[int, int] = {}
        self._of_dates: dict[int, timedelta | None] = {}

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        if moment is None:
            return None
        date = moment.toordinal()
        if date not in self._of_dates:
            self._of_dates[date] = self._all_day(date)
        offset = self._of_dates[date]
        return self._at(moment) if offset is None else offset

    def _all_day(self, date: int) -> timedelta | None:
        """How far local time is ahead all day, by the date's number; None where the clocks may change near it."""
        day = date - _EPOCH.toordinal()
        offsets = {self._at_begin(near) for near in range(day - 1, day + 3)}
        return timedelta(seconds=offsets.pop()) if len(offsets) == 1 else None

    def _at(self, moment: datetime) -> timedelta:
        wall = _seconds(moment)
        before, after = self._offset(wall - DAY), self._offset(wall + DAY)
        if before == after:
            offset = self._offset(wall - before)
            return timedelta(seconds=offset if self._offset(wall - offset) == offset else before)
        # A clock change is near: of an hour said twice the first is meant unless ``fold`` says the second, and one that
        # was skipped is told by the clock before it, or after it with ``fold``.
        fits = [offset for offset in (before, after) if self._offset(wall - offset) == offset]
        first, second = (fits[0], fits[-1]) if fits else (before, after)
        return timedelta(seconds=second if moment.fold else first)

    def dst(self, _moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        return None if moment is None else time.localtime(moment.timestamp()).tm_zone

    def fromutc(self, moment: datetime) -> datetime:
        offset = timedelta(seconds=self._offset(_seconds(moment)))
        wall = (moment.replace(tzinfo=None) + offset).replace(tzinfo=self)
        return wall if wall.utcoffset() == offset else wall.replace(fold=1)

    def __repr__(self) -> str:
        return "SystemZone()"

    def _offset(self, seconds: int) -> int:
        """The seconds that local time is ahead of UTC, so many seconds after the epoch."""
        day = seconds // DAY
        before = self._at_begin(day)
        return before if before == self._at_begin(day + 1) else _ahead(seconds)

    def _at_begin(self, day: int) -> int:
        if day not in self._by_day:
            self._by_day[day] = _ahead(day * DAY)
        return self._by_day[day]


def _seconds(moment: datetime) -> int:
    """The seconds since the epoch that a moment's figures show, whatever its zone."""
    return round((moment.replace(tzinfo=None, microsecond=0) - _EPOCH).total_seconds())


def _ahead(seconds: int) -> int:
    """The seconds that local time is ahead of UTC, so many seconds after the epoch."""
    return time.localtime(seconds).tm_gmtoff


class Clock(NamedTuple):
    """Tells the time: the machine's (so far ``ahead`` of it), or a frozen one. All its moments carry ``zone``."""

    zone: tzinfo
    frozen: datetime | None = None
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """This moment in local time, to the second."""
        return self.frozen or (datetime.now(UTC) + self.ahead).astimezone(self.zone).replace(microsecond=0)


def clock_from(environment: Mapping[str, str]) -> Clock:
    """The clock that the environment asks for; ``PLANNER_NOW`` freezes it.

    A frozen time that carries an offset shows the wall time it was written with: in the machine's zone where
    that has this offset then, else in a zone of that fixed offset. Raises Misread for a time it cannot read.
    """
    text = environment.get("PLANNER_NOW", "").strip()
    system = SystemZone()
    if not text:
        return Clock(system)
    try:
        moment = datetime.fromisoformat(text).replace(microsecond=0)
        if moment.year not in _YEARS:
            raise ValueError(text)
    except ValueError:
        raise Misread(
            say("PLANNER_NOW is “{text}”, which is no date-time; write it as 2026-11-26T18:40.", text=text)
        ) from None
    if moment.tzinfo is None:
        return Clock(system, moment.replace(tzinfo=system))
    local = moment.astimezone(system)
    if local.utcoffset() == moment.utcoffset():
        return Clock(system, local)
    assert moment.tzinfo is not None
    return Clock(moment.tzinfo, moment)
