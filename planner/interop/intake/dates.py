"""Dates and times of day as other programs' tables have them; the order of a date in figures is found from all of them.

22/06/2026 can only be a day first, 06/22/2026 only a month: one such date says it of a whole file. Where none does,
nobody knows, and it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from planner.domain.errors import Misread
from planner.domain.texts import folded, shown
from planner.domain.words import say
from planner.interop.intake.spans import YEARS

#: The orders of day and month; a year that stands first needs none.
DMY, MDY = "dmy", "mdy"

#: How many times as many dates have to speak for one order as for the other: a slip of the pen decides nothing.
_CLEAR = 10

_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)[T,]?\s*")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)[T,]?\s*")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T|\b)\s*")
_NAMED = re.compile(
    r"(?:[^\W\d_]+,?\s+)?(?:(\d{1,2})(?:er|st|nd|rd|th|\.)?[\s-]+([^\W\d_]{3,10})\.?|([^\W\d_]{3,10})\.?\s+(\d{1,2}))"
    r"[\s,-]+(\d{4}|\d{2})(?!\d),?\s*"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:(?:[:.]|\s?h\s?)(?P<minute>\d{2})|\s?(?P<full>h))?(?::(?P<second>\d{2}))?(?:[.,]\d+)?"
    r"\s*(?P<half>[ap])?\.?(?:m\.?)?\s*(?P<offset>z|utc|gmt|[+-]\d{2}:?\d{2})?$"
)
_FOUR = re.compile(r"(\d{2})(\d{2})(\d{2})?(z)?$")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb fev", "mar", "apr avr", "may mai", "jun juin", "jul juil", "aug aou", "sep", "oct okt", "nov",
         "dec dez"), 1)
    for name in names.split()
}  # fmt: skip


def order_of(texts: Iterable[str]) -> str | None:
    """The order of these dates: DMY, MDY, "" where none needs any, or None where nothing decides."""
    votes = {DMY: 0, MDY: 0}
    open_ = False
    for text in texts:
        said = _FIGURES.match(text.strip())
        if not said:
            continue
        first, second = int(said[1]), int(said[3])
        if first > 12 >= second or said[2] == ".":
            votes[DMY] += 1
        elif second > 12 >= first:
            votes[MDY] += 1
        elif first != second:
            open_ = True
    more, less = sorted((DMY, MDY), key=lambda order: -votes[order])
    if votes[more] and votes[more] >= _CLEAR * votes[less]:
        return more
    return None if open_ or votes[more] else ""


def moment_in(text: str, order: str) -> tuple[datetime, bool]:
    """A date and time, as it stands: without an offset where it names none; and whether it has a time of day.

    Seconds and thousandths since 1970 are read, too. Raises Misread.
    """
    plain = " ".join(text.split())
    if plain.isdecimal() and len(plain) in (10, 13):
        return datetime.fromtimestamp(int(plain) / (1 if len(plain) == 10 else 1000), UTC), True
    try:
        day, rest = _day(plain, order)
        if not rest:
            return datetime.combine(day, time()), False
        clock, offset = _clock(rest)
        moment = datetime.combine(day, clock)
        if offset:
            moment = datetime.fromisoformat(f"{moment.isoformat()}{offset}")
    except (ValueError, OverflowError):
        raise Misread(say("“{text}” is no date and time", text=shown(text))) from None
    return moment, True


def clock_in(text: str) -> time:
    """A time of day. Raises Misread."""
    try:
        return _clock(" ".join(text.split()))[0]
    except ValueError:
        raise Misread(say("“{text}” is no time of day", text=shown(text))) from None


def _day(text: str, order: str) -> tuple[date, str]:
    """The day that a text begins with, and what follows; raises ValueError."""
    if said := _YEAR_FIRST.match(text) or _COMPACT.match(text):
        year, month, day = int(said[1]), int(said[2]), int(said[3])
    elif said := _FIGURES.match(text):
        day, month, year = int(said[1]), int(said[3]), _year(said[4])
        if order == MDY and said[2] != ".":
            day, month = month, day
    elif said := _NAMED.match(text):
        day, month, year = int(said[1] or said[4]), _month(said[2] or said[3]), _year(said[5])
    else:
        raise ValueError(text)
    if year not in YEARS:
        raise ValueError(text)
    return date(year, month, day), text[said.end() :]


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(name: str) -> int:
    plain = folded(name)
    number = _MONTHS.get(plain[:4]) or _MONTHS.get(plain[:3])
    if number is None:
        raise ValueError(name)
    return number


def _clock(text: str) -> tuple[time, str]:
    """A time of day and the offset behind it; raises ValueError."""
    if compact := _FOUR.match(text.casefold()):
        plain = time(int(compact[1]), int(compact[2]), int(compact[3] or 0))
        return plain, "+00:00" if compact[4] else ""
    said = _CLOCK.match(text.casefold())
    if not said or not (said["minute"] or said["full"] or said["half"]):
        raise ValueError(text)
    hour, minute, second = int(said["hour"]), int(said["minute"] or 0), int(said["second"] or 0)
    if said["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + 12 * (said["half"] == "p")
    offset = said["offset"] or ""
    return time(hour, minute, second), "+00:00" if offset in ("z", "utc", "gmt") else offset
