"""Moments, days and weeks as people type them, in English and French.

Durations are ours to read, dates are dateutil's: only a text that has the shape of a written date (``20 Nov``,
``20/11/2026``) is handed to it, and it is imported only then. A clock change can skip an hour, which is refused, or
repeat one, which means its first run unless the text gives its offset.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from ..errors import Misread
from ..texts import folded, shown
from ..week import Week
from ..words import day_month, say
from .lexicon import MONTHS, NEAR_DAYS, NEAR_WEEKS, SHORT_WEEKDAYS, WEEKDAYS

#: Years that a log or a plan can be about; beyond them a date is a slip of the finger.
_YEARS = range(1970, 2200)

_DATE = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
_TIME = r"([0-9]{1,2})(?:[:h]([0-9]{2})(?::([0-9]{2}))?|h)"
_WRITTEN_DATE = (
    r"[0-9]{1,2}(?:st|nd|rd|th|er)?[ -][a-z]+\.?(?:[ -][0-9]{4})?"
    r"|[a-z]+\.? [0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{4})?"
    r"|[0-9]{1,2}[/.][0-9]{1,2}(?:[/.][0-9]{4})?"
)


class Day(NamedTuple):
    """A day as it was said. A ``weekday`` is the last one, today's too if the time said with it has come."""

    date: date
    weekday: bool = False


def read_week(text: str, now: datetime) -> Week:
    """The week that ``text`` means: ``2026-W48``, ``this``, ``last``, ``next``, ``-3`` (weeks back), or any date in it.

    A date without a year is the nearest one. Raises Misread for anything else.
    """
    said = folded(text.strip())
    near = NEAR_WEEKS.get(" ".join(word for word in said.split() if word not in ("week", "semaine")))
    if near is not None:
        return Week.of(now).plus(near)
    if re.fullmatch(r"[0-9]{4}-w[0-9]{1,2}", said):
        year, number = said.split("-w")
        week = Week.from_name(f"{year}-W{number:0>2}")
    elif re.fullmatch(r"[-−][0-9]{1,4}", said):
        week = Week.of(now.date() - timedelta(weeks=int(said[1:])))
    else:
        day = find_day(said, now, nearest=True)
        if day is None:
            raise Misread(
                say("“{text}” is no week: write 2026-W48, this, last, next, -3 or a date in it.", text=shown(text))
            )
        week = Week.of(day.date)
    if week.year not in _YEARS:
        raise Misread(say("“{text}” is too far away: write a week such as 2026-W48.", text=shown(text)))
    return week


def read_day(text: str, now: datetime, *, past: bool = True) -> date:
    """The day that ``text`` means: ``today``, ``hier``, ``monday``, ``-2d``, ``2026-11-20``, ``20 Nov``.

    A weekday or a date without a year is the last one (``past``) or the next one, today included. Raises Misread.
    """
    day = find_day(folded(text.strip()), now, past=past)
    if day is None:
        raise Misread(say("“{text}” is no day: write 2026-11-20, 20 Nov, yesterday, monday or -2d.", text=shown(text)))
    return day.date


def find_day(said: str, now: datetime, *, past: bool = True, nearest: bool = False) -> Day | None:
    """The day that folded text says, in any of the forms read anywhere; None if it says none.

    A weekday or a date without a year is the last one (``past``), the next one, today included, or the ``nearest``.
    Raises Misread for a date that does not exist, or never comes.
    """
    number = WEEKDAYS.get(said, SHORT_WEEKDAYS.get(said.removesuffix(".")))
    if number is not None:
        return _weekday(number, now, past=past)
    day = read_day_word(said, now)
    if day:
        return day
    exact = read_exact(said, now)
    if exact:
        return Day(exact.date())
    if len(said) <= 30 and re.fullmatch(_WRITTEN_DATE, said):
        return _written_date(said, now, past=past, nearest=nearest)
    return None


def read_moment(text: str, now: datetime) -> datetime:
    """The moment that ``text`` means: a day, a time of today, or a day and a time; local to ``now``.

    A day without a time means that day at this time of day. Raises Misread, also for an hour that a clock change
    skips.
    """
    said = text.strip()
    exact = read_exact(said, now)
    if exact:
        return exact
    head, _, tail = said.rpartition(" ")
    at = read_time(tail)
    day_said = said if at is None else head.removesuffix(",")
    day = find_day(folded(day_said), now) if day_said else None
    if day is None and (day_said or at is None):
        raise Misread(
            say("“{text}” is no moment: write 14:30, yesterday 14:30, monday or 2026-11-20 14:30.", text=shown(text))
        )
    return moment_of(day, at, now)


def moment_of(day: Day | None, at: time | None, now: datetime) -> datetime:
    """The moment of a day (today, if None) and a time of day (this one, if None), local to ``now``.

    Raises Misread for an hour that a clock change skips, if it was said.
    """
    if at is None:
        wall = day.date if day else now.date()
        return _settled(datetime.combine(wall, now.time(), now.tzinfo))
    moment = placed(day.date if day else now.date(), at, now)
    if day and day.weekday and is_after(moment, now):
        moment = placed(day.date - timedelta(days=7), at, now)
    return moment


def is_after(moment: datetime, other: datetime) -> bool:
    """Whether ``moment`` comes later, by the instant and not by the wall clock."""
    return moment.astimezone(UTC) > other.astimezone(UTC)


def read_day_word(word: str, now: datetime) -> Day | None:
    """The day that one word of a line says; None if it is no day. Raises Misread for a date that does not exist.

    Weekdays cut short are not read here: many are other words too.
    """
    if word[:1].isdigit():
        return Day(_iso_date(word)) if "-" in word and re.fullmatch(_DATE, word) else None
    said = folded(word)
    if said in NEAR_DAYS:
        return Day(now.date() + timedelta(days=NEAR_DAYS[said]))
    if said in WEEKDAYS:
        return _weekday(WEEKDAYS[said], now, past=True)
    if said[:1] in ("-", "−") and re.fullmatch(r"[0-9]+[dj]", said[1:]):
        if len(said) > 6 or int(said[1:-1]) > 36_500:
            raise _impossible(word)
        return Day(now.date() - timedelta(days=int(said[1:-1])))
    return None


def read_short_weekday(word: str, now: datetime) -> Day | None:
    """The day that ``tue`` or ``lun`` says; only a time after it makes sure that it is meant so."""
    number = SHORT_WEEKDAYS.get(folded(word).removesuffix("."))
    return None if number is None else _weekday(number, now, past=True)


def read_time(word: str) -> time | None:
    """The time of day that ``14:30``, ``14h30`` or ``14h`` says; None if not so shaped. Raises Misread for 25:10."""
    if not word[:1].isdigit() or word.isdecimal():
        return None
    found = re.fullmatch(_TIME, word.casefold())
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if hours > 23 or minutes > 59 or seconds > 59:
        raise Misread(say("There is no time “{text}”: hours go from 0 to 23, minutes to 59.", text=shown(word)))
    return time(hours, minutes, seconds)


def read_exact(word: str, now: datetime) -> datetime | None:
    """The moment that ``2026-11-20T14:30`` or ``2026-11-20T14:30+01:00`` says; None if not so shaped.

    Without an offset it is local to ``now``. Raises Misread for one that does not exist.
    """
    if word[4:5] != "-" or " " in word or not re.match(_DATE + "[Tt]", word[:11]):
        return None
    try:
        moment = datetime.fromisoformat(word.upper())
    except ValueError:
        raise _impossible(word) from None
    if moment.year not in _YEARS:
        raise _impossible(word)
    return placed(moment.date(), moment.time(), now) if moment.tzinfo is None else moment


def spell_moment(moment: datetime, now: datetime | None = None) -> str:
    """A moment as a line says it: ``2026-11-20 14:30``, if that reads back as the same; else with its offset."""
    wall = moment.replace(tzinfo=None, fold=0)
    if now and not wall.microsecond:
        local = wall.replace(tzinfo=now.tzinfo)
        if local.utcoffset() == moment.utcoffset() and _settled(local) == local:
            return wall.strftime("%Y-%m-%d %H:%M:%S" if wall.second else "%Y-%m-%d %H:%M")
    plain = not (moment.second or moment.microsecond)
    return moment.isoformat(timespec="minutes" if plain else "auto")


def _weekday(number: int, now: datetime, *, past: bool) -> Day:
    away = (now.weekday() - number) % 7 if past else -((number - now.weekday()) % 7)
    return Day(now.date() - timedelta(days=away), weekday=True)


def _iso_date(word: str) -> date:
    year, month, number = map(int, word.split("-"))
    try:
        day = date(year, month, number)
    except ValueError:
        raise _impossible(word) from None
    if year not in _YEARS:
        raise _impossible(word)
    return day


def _written_date(said: str, now: datetime, *, past: bool, nearest: bool) -> Day | None:
    """A date in words, by dateutil; without a year it is the last, the next or the nearest one."""
    from dateutil.parser import ParserError, parse

    said = re.sub(r"(?<=[0-9])[a-z]+", "", said)  # 20th, 1er
    month = re.search(r"[a-z]+", said)
    if month and month[0] not in MONTHS:
        return None
    said = said.replace(month[0], MONTHS[month[0]]) if month else said
    has_year = re.search(r"[0-9]{4}", said) is not None
    days = []
    ahead = 1 if past or nearest else 8  # from one 29 Feb to the next
    for year in [now.year] if has_year else range(now.year - 1, now.year + ahead + 1):
        try:
            days.append(parse(said, dayfirst=True, default=datetime(year, 1, 1)).date())
        except (ParserError, OverflowError):
            continue  # that year has no such day
    today = now.date()
    if has_year:
        chosen = days[:1]
    elif nearest:
        chosen = sorted(days, key=lambda day: abs(day - today))[:1]
    elif past:
        chosen = [day for day in days if day <= today][-1:]
    else:
        chosen = [day for day in days if day >= today][:1]
    if month and not (chosen or past):
        raise _impossible(said)
    return Day(chosen[0]) if chosen and chosen[0].year in _YEARS else None


def placed(day: date, at: time, now: datetime) -> datetime:
    """A wall time of a day in the zone of ``now``; raises Misread where a clock change skips it."""
    wall = datetime.combine(day, at.replace(fold=0), now.tzinfo)
    settled = _settled(wall)
    if settled.replace(tzinfo=None, fold=0) != wall.replace(tzinfo=None):
        raise _skipped(day, at, settled, now)
    return wall


def _skipped(day: date, at: time, settled: datetime, now: datetime) -> Misread:
    fields = {"time": at.strftime("%H:%M"), "day": day_month(day), "settled": settled.strftime("%H:%M")}
    if day > now.date():
        return Misread(
            say(
                "There is no {time} on {day}: a clock change skips that hour. Write {settled}, or another time.",
                **fields,
            )
        )
    return Misread(
        say(
            "There was no {time} on {day}: a clock change skipped that hour. Write {settled}, or an earlier time.",
            **fields,
        )
    )


def _settled(moment: datetime) -> datetime:
    """The same instant as a wall clock shows it, which differs where a clock change skips the hour."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


def _impossible(word: str) -> Misread:
    return Misread(say("There is no date “{text}”: write one such as 2026-11-20.", text=shown(word)))


def looks_like_when(word: str) -> bool:
    """Whether a word of a line may be read as a day or a time, be there such a one or not."""
    said = folded(word)
    if said in NEAR_DAYS or said in WEEKDAYS:
        return True
    return re.fullmatch(rf"{_DATE}|{_DATE}t.*|{_TIME}|[-−][0-9]+[dj]", said) is not None
