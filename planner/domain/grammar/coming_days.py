"""Days to come, as people type them, in English and French: in a next step a weekday is in the future."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from ..errors import Misread
from ..texts import folded, shown
from ..words import dated, full_day, say
from .lexicon import AWAY, COMING, COUNTED, LAST, MONTHS_AWAY, NEAR_WEEKS, SHORT_WEEKDAYS, WEEKDAYS
from .moments import find_day

#: The longest run of words that says a day: "vendredi 4 decembre 2026", "la semaine prochaine".
LONGEST_DAY = 4

#: "+3d", "in 3 days", "dans une semaine": the count in figures or in a word, and the unit.
_AWAY = re.compile(r"(?:(?:\+|in |dans )([0-9]{1,3}) ?|(?:in|dans) ([a-z]+) )([a-z]+)")


def read_coming_day(text: str, now: datetime) -> date | None:
    """The day that ``text`` means; None where it says none. It may have passed: whoever asks decides what that means.

    ``today``, ``demain``, ``friday`` (the next one, never today), ``in 3 days``, ``in a month``, ``+2w``,
    ``next week`` (its Monday), ``4 dec`` (the next one), ``fri, 4 dec``, ``2026-12-04``. Raises Misread for a date that
    does not exist, or is on another weekday than the one said with it.
    """
    words = folded(text).replace(", ", " ").rstrip(",.;:!?").split()
    said = " ".join(words)
    away = _AWAY.fullmatch(said)
    if away:
        return _days_away(away, now.date())
    week = _week(words)
    if week:
        return now.date() + timedelta(days=7 * week - now.weekday())
    for turns, past in ((COMING, False), (LAST, True)):
        bare = [word for word in words if word not in turns]
        if len(bare) == 1 and len(words) == 2:
            return _weekday(bare[0], now, past=past)
    if len(words) > 1 and _number(words[0]) is not None:
        return _checked(" ".join(words[1:]), words[0], text, now)
    return _weekday(said, now, past=False) or _date(said, now)


def _days_away(found: re.Match[str], today: date) -> date | None:
    """So many days, weeks or months from today; None for what is counted in other units."""
    count = int(found[1]) if found[1] else COUNTED.get(found[2])
    if count is None:
        return None
    if found[3] in MONTHS_AWAY:
        return _months_after(today, count)
    return today + timedelta(days=count * AWAY[found[3]]) if found[3] in AWAY else None


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _week(words: list[str]) -> int:
    """How many weeks away ``next week`` or ``la semaine derniere`` is; 0 for anything else."""
    bare = [word for word in words if word not in ("week", "semaine", "la")]
    return NEAR_WEEKS.get(bare[0], 0) if len(bare) == 1 and {"week", "semaine"} & {*words} else 0


def _weekday(said: str, now: datetime, *, past: bool) -> date | None:
    """The next weekday, or the last one (``past``), never today; None for any other word."""
    number = _number(said)
    if number is None:
        return None
    away = -((now.weekday() - number - 1) % 7 + 1) if past else (number - now.weekday() - 1) % 7 + 1
    return now.date() + timedelta(days=away)


def _number(said: str) -> int | None:
    return WEEKDAYS.get(said, SHORT_WEEKDAYS.get(said.removesuffix(".")))


def _date(said: str, now: datetime) -> date | None:
    day = find_day(said, now, past=False)
    return day.date if day else None


def _checked(said: str, weekday: str, text: str, now: datetime) -> date | None:
    """A date that was said with its weekday. Raises Misread where it is another one."""
    day = None if _number(said) is not None else _date(said, now)
    if day and day.weekday() != _number(weekday):
        raise Misread(
            say(
                "“{text}” cannot be: {day} is a {weekday}.",
                text=shown(text),
                day=dated(day, now),
                weekday=full_day(day),
            )
        )
    return day
