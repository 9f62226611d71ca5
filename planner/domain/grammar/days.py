"""Days as people type them, in English and French: ``yesterday``, ``last fri``, ``le 20 novembre``, ``il y a 2 jours``.

One reading, with a direction: in a log a weekday and a date without a year are in the past, in a next step and a
meeting in the future, and of a week the nearest is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from ..errors import Misread
from ..texts import folded, shown
from ..words import say
from .dates import date_at, day_of_month_at
from .day import PARTS_OF_DAY, Day, DayWords, Direction, Place
from .day_parts import part_at
from .day_starts import may_begin_day
from .lexicon import (
    AGO_AFTER,
    AGO_BEFORE,
    AHEAD_LEADS,
    AWAY,
    DAY_LEADS,
    DAY_UNITS,
    MONTH_PARTS,
    MONTH_UNITS,
    NAMED_MONTHS,
    NAMED_WEEKS,
    NEAR_DAYS,
    OF,
    OF_MONTH,
    PART_OF_TODAY,
    PARTS_TODAY,
    PARTS_YESTERDAY,
    SECOND_UNITS,
    WEEKDAYS,
    WEEKS_FROM,
    phrase_at,
)
from .periods import WRITTEN_TO, months_after, period_at
from .tokens import run_of
from .weekdays import counted_at, monday_of, weekday_at

#: The longest run of words that says a day: "on vendredi le 4 decembre 2026 au soir".
LONGEST_DAY = 8
#: So many small words lead up to a day at most: "due by the".
_MOST_LEADS = 4

_COUNTED = frozenset((*DAY_UNITS, *MONTH_UNITS))
#: Letters that count days right after a sign: "-2d".
_LETTERS = frozenset(unit for unit in DAY_UNITS if len(unit) == 1) - SECOND_UNITS
#: More days than that are a slip, and so are figures of more places before a day to come.
_MOST_AWAY, _MOST_PLACES = 36_500, 3

#: The weekday that a part of a week is: "mid next week".
_PHASES = {"early": 0, "mid": 2, "late": 4}


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
    if not may_begin_day(keys, at):
        return None
    with_part = (
        _part_before(keys, at, now, direction) or _part_of_today(keys, at, now) or _phase_of(keys, at, now, direction)
    )
    if with_part:
        return with_part
    lead = _leads_at(keys, at, direction)
    words = tuple(keys[at + lead : at + LONGEST_DAY])
    place = Place(keys, texts or keys, at, at + lead, words, now, direction, is_numbered)
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
    part, run = part_at(keys, at + lead + said.run)
    if part and isinstance(said.day, Day):
        return DayWords(lead + said.run + run, said.day._replace(part=part))
    return said._replace(run=lead + said.run)


def _leads_at(keys: Sequence[str], at: int, direction: int) -> int:
    """How many small words from ``at`` on lead up to a day: "due by the"."""
    leads = DAY_LEADS - AHEAD_LEADS if direction == Direction.PAST else DAY_LEADS
    last = min(at + _MOST_LEADS, len(keys) - 1)
    begin = at
    while begin < last and keys[begin] in leads and not (_near_run(keys, begin) or _is_away(keys, begin)):
        begin += 1
    return begin - at


def _is_away(keys: Sequence[str], at: int) -> bool:
    """Whether a small word leads up to so many days and to no day: "d'ici 3 jours"."""
    return keys[at] in AWAY and counted_at(keys, at + 1)[2] in _COUNTED


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
    run, count, unit = counted_at(place.words, 0)
    days = DAY_UNITS.get(unit, 0) if len(unit) > 1 else 0
    led = phrase_at(place.words, run, WEEKS_FROM, 3) if days and days % 7 == 0 else 0
    if not led or run + led >= len(place.words):
        return None
    skip = run + led
    further = place.after(skip)._replace(begin=place.at + skip, direction=Direction.AHEAD)
    day = _near(further) or weekday_at(further)
    if day is None or isinstance(day.day, Misread):
        return None
    return DayWords(skip + day.run, Day(day.day.date + timedelta(days=days * count)))


def _away(place: Place) -> DayWords | None:
    """So many days, weeks or months from today: "2 days ago", "-2d", "il y a 2 jours", "in 3 days", "+3d"."""
    words, first = place.words, place.words[0]
    if first.startswith(("-", "−", "+")):
        sign = 1 if first[0] == "+" else -1
        lead, counted = 0, counted_at([first[1:], *words[1:]], 0)
        if sign < 0 and not (counted[0] == 1 and counted[2] in _LETTERS):
            return None
    else:
        passed, ahead = phrase_at(words, 0, AGO_BEFORE, 3), phrase_at(words, 0, AWAY, 3)
        lead, sign = passed or ahead, -1 if passed else 1
        counted = counted_at(words, lead)
        if not lead:
            after = phrase_at(words, counted[0], AGO_AFTER, 1) if counted[0] else 0
            counted, sign = (counted[0] + after if after else 0, *counted[1:]), -1
    run, count, unit = counted
    if not run or unit not in _COUNTED or (sign > 0 and count >= 10**_MOST_PLACES):
        return None
    run += lead
    if count > _MOST_AWAY:
        return DayWords(run, place.no_date(run))
    if unit in MONTH_UNITS:
        return DayWords(run, Day(months_after(place.today, sign * min(count, 1200))))
    return DayWords(run, Day(place.today + timedelta(days=sign * count * DAY_UNITS[unit])))


def _week(place: Place) -> DayWords | None:
    """``next week``, which is its Monday; in a log a week is no day, and is marked as such."""
    run = phrase_at(place.words, 0, NAMED_WEEKS, 2)
    if not run:
        return _month(place)
    away = NAMED_WEEKS[" ".join(place.words[:run])]
    after = place.words[run : run + 1]
    if after and after[0] in WEEKDAYS:
        return DayWords(run + 1, Day(monday_of(place, away) + timedelta(days=WEEKDAYS[after[0]])))
    is_doubtful = not away or place.direction == Direction.PAST
    return DayWords(run, Day(monday_of(place, away)), is_doubtful=is_doubtful, is_period=not away)


def _month(place: Place) -> DayWords | None:
    run = phrase_at(place.words, 0, NAMED_MONTHS, 2)
    if not run:
        return None
    first = months_after(place.today.replace(day=1), NAMED_MONTHS[" ".join(place.words[:run])])
    return DayWords(run, Day(first), is_doubtful=True, is_period=True)


def _about(place: Place) -> DayWords | None:
    """``early december``, ``fin du mois``, a weekend: about when, which says no day of a log or of a meeting."""
    period = period_at(place.words, place.today, place.direction, is_led=place.at > place.begin)
    return DayWords(period[0], Day(period[1]), is_doubtful=True, is_period=True) if period else None


def _part_before(keys: Sequence[str], at: int, now: datetime, direction: int) -> DayWords | None:
    """``evening yesterday``, ``in the morning tomorrow``; ``the evening of monday``, ``la soirée d'hier``."""
    part, run = part_at(keys, at)
    if part is None or at + run >= len(keys):
        return None
    near = _near_run(keys, at + run)
    if near:
        day = now.date() + timedelta(days=NEAR_DAYS[run_of(keys, at + run, near)])
        return DayWords(run + near, Day(day, part=part))
    of = run + (keys[at + run] in OF or keys[at + run] in OF_MONTH)
    written = next((small for small in WRITTEN_TO if keys[at + run].startswith(small)), "")
    if at + of >= len(keys) or (of == run and not written):
        return None
    whole = day_at([keys[at + of].removeprefix(written), *keys[at + of + 1 :]], 0, now, direction)
    if whole is None or whole.is_doubtful or not isinstance(whole.day, Day) or whole.day.part:
        return None
    return DayWords(of + whole.run, whole.day._replace(part=part))


def _phase_of(keys: Sequence[str], at: int, now: datetime, direction: int) -> DayWords | None:
    """``early this morning``, which is said of the morning; ``mid next week``, which is its Wednesday."""
    phase = MONTH_PARTS.get(keys[at], "in")
    begin = at + 1 + (at + 2 < len(keys) and keys[at + 1] in OF)
    if phase == "in" or begin >= len(keys) or keys[begin] in MONTH_PARTS:
        return None
    week = phrase_at(keys, begin, NAMED_WEEKS, 2)
    if not week:
        whole = day_at(keys, begin, now, direction)
        is_part = whole is not None and isinstance(whole.day, Day) and whole.day.part is not None
        return whole._replace(run=begin - at + whole.run) if whole and is_part else None
    monday = now.date() - timedelta(days=now.weekday()) + timedelta(days=7 * NAMED_WEEKS[run_of(keys, begin, week)])
    is_past = direction == Direction.PAST
    return DayWords(begin - at + week, Day(monday + timedelta(days=_PHASES[phase])), is_past, is_past)


def _near_run(keys: Sequence[str], at: int) -> int:
    """How many words from ``at`` on say a day near today ("day before yesterday"); 0 where none do."""
    return next((run for run in (3, 2, 1) if run_of(keys, at, run) in NEAR_DAYS and at + run <= len(keys)), 0)


def _part_of_today(keys: Sequence[str], at: int, now: datetime) -> DayWords | None:
    """``this morning``, ``ce soir``, ``tonight``, ``last night``."""
    for phrases, away in ((PARTS_TODAY, 0), (PARTS_YESTERDAY, -1)):
        run = phrase_at(keys, at, phrases, 3)
        if run:
            part = PARTS_OF_DAY[phrases[run_of(keys, at, run)]]
            return DayWords(run, Day(now.date() + timedelta(days=away), part=part))
    led = phrase_at(keys, at, PART_OF_TODAY, 2)
    part_, run = part_at(keys, at + led) if led else (None, 0)
    return DayWords(led + 1, Day(now.date(), part=part_)) if part_ and run == 1 else None
