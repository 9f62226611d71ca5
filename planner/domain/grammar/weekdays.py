"""Weekdays: the last one, the coming one or this week's; with their date, and with weeks after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..errors import Misread
from ..texts import shown
from ..words import dated, full_date, full_day, say
from .dates import DAY_ALONE, date_at, day_of_month_at, is_hour, near_days
from .day import Day, DayWords, Direction, Place, to_come
from .day_parts import part_at
from .lexicon import (
    ARTICLES,
    AWAY,
    COMING,
    DATE_LEADS,
    DAY_LEADS,
    DAY_UNITS,
    DOUBTFUL_WEEKDAYS,
    LAST,
    NAMED_WEEKS,
    NO_DAY_AFTER,
    NOUN_LEADS,
    NOUNS,
    NUMBERS,
    OF,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
    WEEKS_ON,
    phrase_at,
)
from .times import clock_at

_DIGITS = "0123456789"
#: Longer figures count nothing: they would be too many of anything.
_MOST_FIGURES = 10
#: After these even a doubtful weekday is one.
_LEADS = DAY_LEADS - ARTICLES - NOUN_LEADS

#: A time that a doubtful weekday stands beside, and no length.
_TIME_BEFORE = r"(?:0?[5-9]|1[0-9]|2[0-3])(?:h|[:h][0-5][0-9])|[0-9]{1,2}(?::[0-5][0-9])?[ap]m"


def weekday_at(place: Place) -> DayWords | None:
    """The weekday that begins here, with what tells which one it is."""
    if len(place.words) > 2 and place.words[0] in THIS and place.words[1] in LAST:  # "this past monday"
        past = _weekday_at(place.after(1))
        return past._replace(run=past.run + 1) if past else None
    return _weekday_at(place)


def _weekday_at(place: Place) -> DayWords | None:
    words = place.words
    turn = words[0] if len(words) > 1 and (words[0] in LAST or words[0] in COMING or words[0] in THIS) else ""
    name = words[1] if turn else words[0]
    number = WEEKDAYS.get(name, SHORT_WEEKDAYS.get(name.removesuffix(".")))
    if number is None:
        return None
    at, count = place.at + bool(turn), 1 + bool(turn)
    in_week = None if turn else _in_named_week(place, number)
    if in_week:
        return in_week
    if not turn and len(words) > 1 and (words[1] in LAST or words[1] in COMING):
        turn, count = words[1], 2
    run, weeks = _weeks_on(place, count) if not turn or turn in COMING else (0, 0)
    if weeks:
        return DayWords(count + run, Day(_coming(place, number) + timedelta(days=7 * weeks)))
    if turn:
        return DayWords(count, Day(_turned(place, number, turn)))
    dated_ = _with_date(place, words, count, number) or _with_number(place, words, number)
    if dated_:
        return dated_
    return DayWords(count, Day(_bare(place, number), weekday=True), is_doubtful=_is_doubtful(place, name, at))


def monday_of(place: Place, weeks: int) -> date:
    """The Monday of a week counted from this one."""
    return place.today + timedelta(days=7 * weeks - place.today.weekday())


def counted_at(words: Sequence[str], at: int) -> tuple[int, int, str]:
    """How many words from ``at`` on say so many of a unit, "2 days" or "2d", how many and of which; none of it if 0."""
    number = words[at] if at < len(words) else ""
    unit = number.lstrip(_DIGITS)
    run = 1
    if unit and unit != number:
        number = number[: -len(unit)]
    else:
        unit, run = (words[at + 1] if at + 1 < len(words) else ""), 2
    if not unit or not (number in NUMBERS or (number.isdecimal() and len(number) < _MOST_FIGURES)):
        return 0, 0, ""
    return run, NUMBERS[number] if number in NUMBERS else int(number), unit


def _in_named_week(place: Place, number: int) -> DayWords | None:
    """``friday of last week``."""
    words = place.words
    at = 1 + (len(words) > 1 and words[1] in OF)
    at += at < len(words) and words[at] in ARTICLES
    run = phrase_at(words, at, NAMED_WEEKS, 2)
    if not run:
        return None
    monday = monday_of(place, NAMED_WEEKS[" ".join(words[at : at + run])])
    return DayWords(at + run, Day(monday + timedelta(days=number)))


def _weeks_on(place: Place, at: int) -> tuple[int, int]:
    """How many words say how many weeks after the coming weekday are meant, and these: "friday week", "lundi en huit".

    None for words that in a log are others.
    """
    words, is_ahead = place.words, place.direction != Direction.PAST
    run = phrase_at(words, at, WEEKS_ON, 3)
    if run and (run > 1 or is_ahead):
        return run, WEEKS_ON[" ".join(words[at : at + run])]
    led = phrase_at(words, at, AWAY, 2) if is_ahead else 0
    run, count, unit = counted_at(words, at + led) if led else (0, 0, "")
    days = DAY_UNITS.get(unit, 0) if len(unit) > 1 else 0
    return (led + run, count * days // 7) if days % 7 == 0 else (0, 0)


def _coming(place: Place, number: int) -> date:
    return place.today + timedelta(days=(number - place.today.weekday()) % 7)


def _with_date(place: Place, words: Sequence[str], run: int, number: int) -> DayWords | None:
    """A weekday with its date, "fri 20 nov", which must agree."""
    skip = run + (len(words) > run and (words[run] in ARTICLES or words[run] in DATE_LEADS))
    further = place.after(skip)
    on_date = date_at(further) or (day_of_month_at(further) if skip > run else None) if further.words else None
    if on_date is None:
        return None
    said = place.typed(skip + on_date.run)
    if isinstance(on_date.day, Day) and on_date.day.date.weekday() != number:
        day = on_date.day.date
        return DayWords(
            skip + on_date.run,
            Misread(
                say(
                    "“{text}” cannot be: {day} is a {weekday}.",
                    text=shown(said),
                    day=dated(day, place.today),
                    weekday=full_day(day),
                )
            ),
        )
    return on_date._replace(run=skip + on_date.run)


def _with_number(place: Place, words: Sequence[str], weekday: int) -> DayWords | None:
    """A weekday with its day of the month, "fri 20", where they agree; Misread for one that is still to come."""
    match = re.fullmatch(DAY_ALONE, words[1]) if len(words) > 1 else None
    if not match or not (place.is_numbered or not words[1].isdecimal()) or is_hour(place, place.at + 1):
        return None
    days = [day for day in near_days(place, int(match[1])) if day.weekday() == weekday]
    if not days:
        return None
    if place.direction == Direction.PAST and days[0] > place.today:
        return DayWords(2, to_come(place.typed(2), full_date(days[0])))
    return DayWords(2, Day(days[0]))


def _turned(place: Place, number: int, turn: str) -> date:
    """The last, the next or this week's such day; the last and the next are never today."""
    if turn in THIS:
        if place.direction == Direction.AHEAD:
            return _bare(place, number)
        return place.today + timedelta(days=number - place.today.weekday())
    if turn in LAST:
        return place.today - timedelta(days=(place.today.weekday() - number - 1) % 7 + 1)
    return place.today + timedelta(days=(number - place.today.weekday() - 1) % 7 + 1)


def _bare(place: Place, number: int) -> date:
    if place.direction == Direction.AHEAD:
        return _coming(place, number)
    return place.today - timedelta(days=(place.today.weekday() - number) % 7)


def _is_doubtful(place: Place, name: str, at: int) -> bool:
    """Whether a weekday cut short is another word here: it stands neither at the end nor by a time or a lead."""
    if name in WEEKDAYS:
        return False
    before = place.keys[at - 1] if at else ""
    after = place.keys[at + 1] if at + 1 < len(place.keys) else ""
    by_time = at + 1 < len(place.keys) and _is_time(place.keys, at + 1)
    if place.begin < at and name not in DOUBTFUL_WEEKDAYS:
        return False
    if before in NO_DAY_AFTER:
        return True
    if name.removesuffix(".") not in DOUBTFUL_WEEKDAYS:
        return False
    led = place.begin < at and before in _LEADS
    if name in NOUNS and before in NOUN_LEADS:
        return not by_time  # "la mer", "le jeu"
    is_noun = (name in ARTICLES or name in NOUNS) and after[:1].isalpha()
    timed = not is_noun and re.fullmatch(_TIME_BEFORE, before) is not None
    return not (led or by_time or timed or not after)


def _is_time(keys: Sequence[str], at: int) -> bool:
    """Whether a time or a part of a day stands here, and not what only begins like one: "at the desk", "de café"."""
    clock = clock_at(keys, at)
    return part_at(keys, at)[0] is not None or (clock is not None and clock.at is not None)
