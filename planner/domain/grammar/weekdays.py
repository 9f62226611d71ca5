"""Weekdays: the last one, the coming one or this week's; with their date, and with weeks after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..errors import Misread
from ..texts import shown
from ..words import dated, full_date, full_day, say
from .dates import DAY_ALONE, date_at, day_of_month_at, is_hour, near_days
from .day import Day, DayWords, Direction, Place, count_of, to_come
from .lexicon import (
    COMING,
    DAY_PARTS,
    DOUBTFUL_WEEKDAYS,
    LAST,
    NEAR_WEEKS,
    NO_DAY_AFTER,
    NOUN_LEADS,
    NOUNS,
    NUMBERS,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
)

#: A time that a doubtful weekday stands beside, and no length.
_TIME_BEFORE = r"(?:0?[5-9]|1[0-9]|2[0-3])(?:h|[:h][0-5][0-9])|[0-9]{1,2}(?::[0-5][0-9])?[ap]m"

#: Weeks after a day: "friday week", "lundi en huit", "the friday after next".
_WEEKS_ON = (
    r"(?:(?P<week>week)|en (?P<days>huit|quinze)|(?P<after>after next)|(?:in|dans) (?P<count>[0-9]{1,2}|[a-z]+) "
    r"(?:weeks?|semaines?))(?= |$)"
)
_EN = {"huit": 1, "quinze": 2}
_OF_WEEK = r"(?:(?:of|de) )?(?:la )?(?:(last|next|this|previous) week|semaine (derniere|prochaine|passee))(?= |$)"


def weekday_at(place: Place) -> DayWords | None:
    words = place.rest.split(" ")
    turn = words[0] if len(words) > 1 and words[0] in {*LAST, *COMING, *THIS} else ""
    name = words[1] if turn else words[0]
    number = WEEKDAYS.get(name, SHORT_WEEKDAYS.get(name.removesuffix(".")))
    if number is None:
        return None
    at, count = place.at + bool(turn), 1 + bool(turn)
    week = None if turn else re.match(_OF_WEEK, " ".join(words[1:]))
    if week:
        return DayWords(1 + count_of(week[0]), Day(monday_of(place, week[1] or week[2]) + timedelta(days=number)))
    if not turn and len(words) > 1 and words[1] in {*LAST, *COMING}:
        turn, count = words[1], 2
    later = None if turn and turn not in COMING else re.match(_WEEKS_ON, " ".join(words[count:]))
    weeks = _weeks_on(place, later) if later else 0
    if later and weeks:
        return DayWords(count + count_of(later[0]), Day(_coming(place, number) + timedelta(days=7 * weeks)))
    if turn:
        return DayWords(count, Day(_turned(place, number, turn)))
    dated_ = _with_date(place, words, count, number) or _with_number(place, words, number)
    if dated_:
        return dated_
    return DayWords(count, Day(_bare(place, number), weekday=True), is_doubtful=_is_doubtful(place, name, at))


def _weeks_on(place: Place, match: re.Match[str]) -> int:
    """How many weeks after the coming weekday are meant; 0 for words that in a log are others."""
    if match["days"] or match["after"]:
        return _EN.get(match["days"] or "", 1)
    if place.direction == Direction.PAST:
        return 0
    return 1 if match["week"] else weeks_said(match["count"])


def _coming(place: Place, number: int) -> date:
    return place.today + timedelta(days=(number - place.today.weekday()) % 7)


def _with_date(place: Place, words: Sequence[str], run: int, number: int) -> DayWords | None:
    """A weekday with its date, "fri 20 nov", which must agree."""
    skip = run + (len(words) > run and words[run] in ("le", "the"))
    further = place._replace(rest=" ".join(words[skip:]), at=place.at + skip)
    on_date = date_at(further) or (day_of_month_at(further) if skip > run else None) if further.rest else None
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
    if place.begin < at and name not in DOUBTFUL_WEEKDAYS:
        return False
    if before in NO_DAY_AFTER:
        return True
    if name.removesuffix(".") not in DOUBTFUL_WEEKDAYS:
        return False
    led = place.begin < at and place.keys[at - 1] in ("on", "by", "before", "due", "until")
    by_time = after[:1].isdigit() or after in DAY_PARTS or (after in ("at", "à", "from") and at + 2 < len(place.keys))
    if name in NOUNS and before in NOUN_LEADS:
        return not by_time  # "la mer", "le jeu"
    timed = re.fullmatch(_TIME_BEFORE, before) is not None and not (name in ("mon", *NOUNS) and after[:1].isalpha())
    return not (led or by_time or timed or not after)


def weeks_said(said: str) -> int:
    """How many weeks figures or a word say; 0 where they say no number."""
    return int(said) if said.isdecimal() else NUMBERS.get(said, 0)


def monday_of(place: Place, word: str) -> date:
    """The Monday of the week that "last", "next" or their French words mean."""
    return place.today + timedelta(days=7 * near_week(word) - place.today.weekday())


def near_week(word: str) -> int:
    """How many weeks, or months, from this one "last", "next" or their French words mean."""
    return NEAR_WEEKS.get(word, NEAR_WEEKS.get(word + "e", 0))
