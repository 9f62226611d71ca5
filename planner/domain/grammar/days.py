"""Days as people type them, in English and French: ``yesterday``, ``last fri``, ``le 20 novembre``, ``il y a 2 jours``.

One reading, with a direction: in a log a weekday and a date without a year are in the past, in a next step and a
meeting in the future, and of a week the nearest is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ..errors import Misread
from ..texts import folded, shown
from ..words import say
from .dates import date_at, day_of_month_at
from .day import EVENING, NIGHT, PARTS_OF_DAY, Day, DayWords, Direction, PartOfDay, Place, count_of, no_date
from .lexicon import (
    AHEAD_LEADS,
    COMING,
    DAY_LEADS,
    DAY_PARTS,
    DAY_UNITS,
    LAST,
    MONTH_UNITS,
    MONTHS,
    NEAR_DAYS,
    NUMBERS,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
)
from .periods import JOINED, PERIOD_STARTS, months_after, period_at
from .tokens import run_of
from .weekdays import monday_of, near_week, weekday_at, weeks_said

#: The longest run of words that says a day: "on vendredi le 4 decembre 2026 au soir".
LONGEST_DAY = 8
#: So many small words lead up to a day at most: "due by the".
_MOST_LEADS = 4

_PART_LEADS = ("", "in the ", "the ", "au ", "le ", "en ", "dans la ", "dans ", "de ", "during the ")
_TODAY_S = ("this", "ce", "cet", "cette", "in the", "dans la", "dans")

#: The shapes of days counted from today. They are compiled when one is first tried.
_AGO = r"(?:([0-9]{1,5}|[a-z]+) ?([a-z]+) ago|(?:il )?y a ([0-9]{1,5}|[a-z]+) ?([a-z]+)|[-−]([0-9]{1,9})([djw]))(?= |$)"
_AWAY = r"(?:(?:in|dans|d'ici) ([0-9]{1,3}|[a-z]+) ?([a-z]+)|\+([0-9]{1,3}) ?([a-z]+))(?= |$)"
_WEEK = (
    r"(?:la |le |the )?(?:(last|next|this|previous|cette|ce) (week|month|semaine|mois)"
    r"|(semaine|mois) (derniere?|prochaine?|passee?))(?= |$)"
)
#: And of weeks before a day: "a week from friday".
_WEEKS_FROM = (
    r"(?P<count>[0-9]{1,2}|[a-z]+) (?P<unit>weeks?|fortnights?|semaines?) (?:from|on|after|apres|à partir de) "
)

_COUNTED = frozenset((*DAY_UNITS, *MONTH_UNITS))
#: The words that a day may begin with, beside figures.
DAY_STARTS = frozenset(
    (*DAY_LEADS, *THIS, *LAST, *COMING, *WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS, *NUMBERS, "il", "y", "in", "dans",
     "tonight", "previous", "semaine", "mois", "nuit", *PERIOD_STARTS, *(words.split()[0] for words in NEAR_DAYS))
)  # fmt: skip


def day_at(
    keys: Sequence[str],
    at: int,
    now: datetime,
    direction: int,
    texts: Sequence[str] = (),
    *,
    is_numbered: bool = False,
) -> DayWords | None:
    """The longest day that begins at ``at``, with the small words that lead up to it; None where none does.

    ``texts`` are the words as they were typed, for what is said of a day that is none; else the ``keys``. Where it
    ``is_numbered``, a bare figure after a weekday that agrees with it is its day of the month: "friday 20".
    """
    first = keys[at]
    if not (first[:1].isdigit() or first[:1] in "-−+" or first.rstrip(".") in DAY_STARTS or first.startswith(JOINED)):
        return None
    today_s = _part_of_today(keys, at, now)
    if today_s:
        return today_s
    lead = 0
    leads = DAY_LEADS - AHEAD_LEADS if direction == Direction.PAST else DAY_LEADS
    while (
        lead < _MOST_LEADS and keys[at + lead] in leads and at + lead + 1 < len(keys) and not _near_run(keys, at + lead)
    ):
        lead += 1
    rest = run_of(keys, at + lead, LONGEST_DAY - lead)
    place = Place(keys, texts or keys, at, at + lead, rest, now, direction, is_numbered)
    said = (
        _weeks_from(place)
        or _near(place)
        or _away(place)
        or date_at(place)
        or weekday_at(place)
        or _week(place)
        or _about(place)
        or day_of_month_at(place)
    )
    if said is None:
        return None
    part, run = _part_at(keys, at + lead + said.run)
    if part and isinstance(said.day, Day):
        return DayWords(lead + said.run + run, said.day._replace(part=part))
    return said._replace(run=lead + said.run)


def _leads_at(keys: Sequence[str], at: int, direction: int) -> int:
    """How many small words from ``at`` on lead up to a day: "due by the"."""
    leads = DAY_LEADS - AHEAD_LEADS if direction == Direction.PAST else DAY_LEADS
    last = min(at + _MOST_LEADS, len(keys) - 1)
    begin = at
    while begin < last and keys[begin] in leads and not _near_run(keys, begin):
        begin += 1
    return begin - at


def read_day(text: str, now: datetime, direction: int = Direction.PAST) -> date:
    """The day that ``text`` means and nothing else. Raises Misread.

    A weekday or a date without a year is the last one, the next one (today included) or the nearest, by direction.
    """
    day = find_day(text, now, direction)
    if day is None:
        raise Misread(say("“{text}” is no day: write 2026-11-20, 20 Nov, yesterday, monday or -2d.", text=shown(text)))
    return day.date


def find_day(text: str, now: datetime, direction: int) -> Day | None:
    """The day that the whole of ``text`` says; None if it says none. Raises Misread for one that does not exist.

    Of a week or a month it is the first one, unless it is to lie ahead, where it may have passed.
    """
    texts = text.split()
    keys = [folded(word).rstrip(",;.:!?") or word for word in texts]
    words = day_at(keys, 0, now, direction, texts, is_numbered=True) if keys else None
    if words is None or words.run != len(keys) or (words.is_period and direction == Direction.AHEAD):
        return None
    if isinstance(words.day, Misread):
        raise words.day
    return words.day


def read_coming_day(text: str, now: datetime) -> date | None:
    """The day that ``text`` means, to come where it may be; None where it says none. It may have passed.

    A weekday is the next one, never today: ``friday``, ``in 3 days``, ``next week`` (its Monday), ``4 dec``.
    """
    day = find_day(text, now, Direction.AHEAD)
    if day is None:
        return None
    return day.date + timedelta(days=7) if day.weekday and day.date == now.date() else day.date


def read_coming_period(text: str, now: datetime) -> date | None:
    """The day that a part of a month, or a weekend to come, means: its first, its fifteenth, its last, its Saturday.

    None where ``text`` says none, or one that has begun.
    """
    keys = [folded(word).rstrip(",;.:!?") or word for word in text.split()]
    words = day_at(keys, 0, now, Direction.AHEAD) if keys else None
    if words is None or words.run != len(keys) or not words.is_period or isinstance(words.day, Misread):
        return None
    return words.day.date if words.day.date >= now.date() else None


def _near(place: Place) -> DayWords | None:
    run = _near_run(place.keys, place.at)
    return (
        DayWords(run, Day(place.today + timedelta(days=NEAR_DAYS[run_of(place.keys, place.at, run)]))) if run else None
    )


def _weeks_from(place: Place) -> DayWords | None:
    """So many weeks after a weekday or a day near today, to come: "a week from friday"."""
    is_counted = any(word in place.rest for word in ("week", "fortnight", "semaine"))
    match = re.match(_WEEKS_FROM, place.rest) if is_counted else None
    count = weeks_said(match["count"]) if match else 0
    if not match or not count:
        return None
    rest, skip = place.rest[match.end() :], match[0].count(" ")
    further = place._replace(rest=rest, at=place.at + skip, begin=place.at + skip, direction=Direction.AHEAD)
    day = _near(further) or weekday_at(further)
    if day is None or isinstance(day.day, Misread):
        return None
    days = 7 * count * (2 if match["unit"].startswith("fortnight") else 1)
    return DayWords(skip + day.run, Day(day.day.date + timedelta(days=days)))


def _away(place: Place) -> DayWords | None:
    """So many days, weeks or months from today."""
    ago = re.match(_AGO, place.rest) if " ago" in place.rest or place.rest[:1] in "iy-−" else None
    match = ago or (re.match(_AWAY, place.rest) if place.rest[:1] in "id+" else None)
    number, unit = [part for part in match.groups() if part][:2] if match else ("", "")
    if not match or unit not in _COUNTED or not (number.isdecimal() or number in NUMBERS):
        return None
    count = NUMBERS[number] if number in NUMBERS else int(number)
    sign = -1 if ago else 1
    words = count_of(match[0])
    if count > 36_500:
        return DayWords(words, no_date(place.typed(words)))
    if unit in MONTH_UNITS:
        return DayWords(words, Day(months_after(place.today, sign * min(count, 1200))))
    return DayWords(words, Day(place.today + timedelta(days=sign * count * DAY_UNITS[unit])))


def _week(place: Place) -> DayWords | None:
    """``next week``, which is its Monday; in a log a week is no day, and is marked as such."""
    match = re.match(_WEEK, place.rest) if place.rest[:1] in "lntpsmc" else None
    if not match:
        return None
    word, count = match[1] or match[4], count_of(match[0])
    is_week = "week" in match[0] or "semaine" in match[0]
    after = place.rest[len(match[0]) :].split(" ")[1:2]
    if is_week and after and after[0] in WEEKDAYS:
        return DayWords(count + 1, Day(monday_of(place, word) + timedelta(days=WEEKDAYS[after[0]])))
    if not is_week:
        first = months_after(place.today.replace(day=1), near_week(word))
        return DayWords(count, Day(first), is_doubtful=True, is_period=True)
    if not near_week(word):
        return DayWords(count, Day(monday_of(place, word)), is_doubtful=True, is_period=True)
    return DayWords(count, Day(monday_of(place, word)), is_doubtful=place.direction == Direction.PAST)


def _about(place: Place) -> DayWords | None:
    """``early december``, ``fin du mois``, a weekend: about when, which says no day of a log or of a meeting."""
    period = period_at(place.rest, place.today, place.direction, is_led=place.at > place.begin)
    return DayWords(period[0], Day(period[1]), is_doubtful=True, is_period=True) if period else None


def _near_run(keys: Sequence[str], at: int) -> int:
    """How many words from ``at`` on say a day near today ("day before yesterday"); 0 where none do."""
    return next((run for run in (3, 2, 1) if run_of(keys, at, run) in NEAR_DAYS and at + run <= len(keys)), 0)


def _part_at(keys: Sequence[str], at: int) -> tuple[PartOfDay | None, int]:
    """The part of a day that follows it, and how many words say so: ``matin``, ``in the evening``."""
    for run in (1, 2, 3):
        lead, _, word = run_of(keys, at, run).rpartition(" ")
        if word in DAY_PARTS and (f"{lead} " if lead else "") in _PART_LEADS and at + run <= len(keys):
            return _part(word), run
    return None, 0


def _part_of_today(keys: Sequence[str], at: int, now: datetime) -> DayWords | None:
    """``this morning``, ``ce soir``, ``tonight``, ``last night``."""
    if keys[at] == "tonight":
        return DayWords(1, Day(now.date(), part=EVENING))
    for run in (2, 3):
        words = keys[at : at + run]
        lead, part = " ".join(words[:-1]), _part(words[-1]) if len(words) == run else None
        if part and lead in _TODAY_S:
            return DayWords(run, Day(now.date(), part=part))
        is_last = (part and lead == "last") or words[-2:] == ["nuit", "derniere"]
        if is_last and words[0] in ("last", "la", "nuit"):
            return DayWords(run, Day(now.date() - timedelta(days=1), part=part or NIGHT))
    return None


def _part(word: str) -> PartOfDay | None:
    """The part of a day that a word says."""
    return PARTS_OF_DAY[DAY_PARTS[word]] if word in DAY_PARTS else None
