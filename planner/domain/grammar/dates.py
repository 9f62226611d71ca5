"""Dates, in figures or with their month: ``20/11``, ``2026-11-20``, ``20 nov``, ``nov 20``, ``le 20``.

A date without a year is the last one, the next one or the nearest, by direction; one that may as well be the other way
is none until its year is written.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..errors import Misread
from ..texts import shown
from ..words import full_date, month_first, say
from .day import YEARS, Day, DayWords, Direction, Place, StillToCome, count_of, out_of_reach
from .durations import length_at
from .lexicon import DATE_LEADS, DAY_PARTS, MONTHS, NOON, NUMBERED, OF, ORDINALS, SHORT_WEEKDAYS, TIME_LEADS, any_of
from .periods import months_after
from .times import clock_at

#: A date without a year that comes within so many days may be the coming one as well as last year's.
SOON = timedelta(days=60)

#: No month has more days: "mai 68" is none.
_MOST_DAYS = 31
#: A figure after a month that is too large for a slip: "mai 68".
_NO_DAY = 40
_DIGITS = "0123456789"

#: The shapes of dates. They are compiled when one is first tried.
_ISO = r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})(?= |$)"
_FIGURES = r"([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?(?= |$)"
_ORDINAL = f"{any_of(ORDINALS)}?"
_DAY_MONTH = rf"([0-9]{{1,2}}){_ORDINAL}[ -]?(?:{any_of(OF)} )?([a-z]{{3,9}})\.?(?:,?[ -]([0-9]{{4}}))?(?= |$)"
_MONTH_DAY = rf"([a-z]{{3,9}})\.?[ -]([0-9]{{1,2}}){_ORDINAL}(?![:h0-9])(?:,? ([0-9]{{4}}))?(?= |$)"
DAY_ALONE = rf"([0-9]{{1,2}}){_ORDINAL}(?= |$)"


def date_at(place: Place) -> DayWords | None:
    """A date in figures or with its month."""
    first, _, second = place.rest.partition(" ")
    is_figure = first[:1].isdigit()
    if is_figure and any(sign in first for sign in "-/."):
        iso = re.match(_ISO, first)
        if iso:
            return _on(place, iso, int(iso[1]), int(iso[2]), int(iso[3]))
        figures = re.match(_FIGURES, first) if first != "24/7" else None
        if figures:
            return _of_figures(place, figures)
    next_word = second.partition(" ")[0].rstrip(".")
    if is_figure and ("-" in first or next_word in OF or {next_word, first.lstrip(_DIGITS)} & MONTHS.keys()):
        match = re.match(_DAY_MONTH, place.rest)
        if match and match[2] in MONTHS and not (place.begin == place.at and _has_day_after(place, place.at + 1)):
            return _on(place, match, _year(match[3]), MONTHS[match[2]], int(match[1]))
    if (
        first.rstrip(".") in MONTHS
        and second[:1].isdigit()
        and not (first.rstrip(".") in SHORT_WEEKDAYS and _is_month(place, place.at + 2))  # "mar 24 nov"
        and (not _is_day(place, place.at - 1) or _has_day_after(place, place.at))
    ):
        match = re.match(_MONTH_DAY, place.rest)
        if match and int(match[2]) < _NO_DAY and not is_hour(place, place.at + 1):
            return _on(place, match, _year(match[3]), MONTHS[match[1]], int(match[2]))
    return None


def day_of_month_at(place: Place) -> DayWords | None:
    """``le 20``, ``20th``: a day of this month or of the one beside it, where nothing follows but a time."""
    lead = place.keys[place.at - 1] if place.at > place.begin else ""
    if not place.rest[:1].isdigit() or not (lead in DATE_LEADS or place.keys[place.at].endswith(ORDINALS)):
        return None
    match = re.match(DAY_ALONE, place.rest)
    if not match:
        return None
    after, further = (*place.keys[place.at + 1 : place.at + 3], "", "")[:2]
    by_time = (
        after[:1].isdigit()
        or after in DAY_PARTS
        or (after in TIME_LEADS and (further[:1].isdigit() or further in NOON))
    )
    if after and not by_time and after not in NOON:
        return None
    days = near_days(place, int(match[1]))
    days = [day for day in days if day <= place.today] if place.direction == Direction.PAST else days
    return DayWords(1, Day(days[0])) if days else None


def _of_figures(place: Place, match: re.Match[str]) -> DayWords | None:
    """``20/11``: the day first, unless she writes the month first; a dot needs the year, or a day's place."""
    one, two, has_year = int(match[1]), int(match[3]), match[4] is not None
    day, month = (two, one) if month_first() else (one, two)
    if not 1 <= month <= 12 and 1 <= day <= 12 and has_year:
        day, month = month, day
    is_written = match[2] == "/" or has_year or (_is_dotted(place, match[0]) and not month_first())
    if not is_written or (max(one, two) > _MOST_DAYS and not (has_year or 1 <= month <= 12)):
        return None  # 50/50, 2.0, 12-30
    if not 1 <= month <= 12 or day == 0:
        return DayWords(1, place.no_date(1))
    return _on(place, match, _year(match[4]), month, day)


def _on(place: Place, match: re.Match[str], year: int | None, month: int, number: int) -> DayWords:
    count = count_of(match[0])
    if year is not None and year not in YEARS:
        return DayWords(count, out_of_reach(place.typed(count)))
    if year is not None:
        day = _day(year, month, number)
        return DayWords(count, Day(day) if day else place.no_date(count))
    return DayWords(count, _without_year(place, month, number, place.typed(count)))


def _without_year(place: Place, month: int, number: int, text: str) -> Day | Misread:
    """The last, next or nearest such day; Misread where it never is, or may as well be the one the other way."""
    days = [day for year in range(place.today.year - 4, place.today.year + 9) if (day := _day(year, month, number))]
    if not days:
        return place.no_date(count_of(text))
    if place.today in days or place.direction == Direction.NEAREST:
        return Day(min(days, key=lambda day: abs(day - place.today)))
    last = max(day for day in days if day < place.today)
    coming = min(day for day in days if day > place.today)
    if place.direction == Direction.AHEAD:
        return _unless_near(place, last, coming, text)
    if coming - place.today > SOON:
        return Day(last)
    return StillToCome(
        say(
            "“{text}” is still to come ({coming}); if you mean {last}, write the year.",
            text=shown(text),
            coming=full_date(coming),
            last=full_date(last),
        )
    )


def _unless_near(place: Place, last: date, coming: date, text: str) -> Day | Misread:
    """The day to come, where the one that has passed is not as near as that it may be meant."""
    if place.today - last > SOON:
        return Day(coming)
    return Misread(
        say(
            "“{text}” has passed ({last}); if you mean {coming}, write the year.",
            text=shown(text),
            last=full_date(last),
            coming=full_date(coming),
        )
    )


def near_days(place: Place, number: int) -> list[date]:
    """The days of this month and those around it with this number, the likeliest first, by direction."""
    months = [months_after(place.today.replace(day=1), away) for away in range(-2, 4)]
    days = [day for month in months if (day := _day(month.year, month.month, number))]
    if place.direction == Direction.AHEAD:
        return [day for day in days if day >= place.today]
    if place.direction == Direction.PAST:
        return [*(day for day in reversed(days) if day <= place.today), *(day for day in days if day > place.today)]
    return sorted(days, key=lambda day: abs(day - place.today))


def is_hour(place: Place, at: int) -> bool:
    """Whether the figure here is an hour or a length, by what follows it: "mardi 9 h 30", "tuesday 9 pm"."""
    if not place.keys[at].isdecimal():
        return False
    clock, length = clock_at(place.keys, at), length_at(place.keys, at)
    return bool((clock and not clock.is_loose) or (length and not length.is_bare))


def _is_month(place: Place, at: int) -> bool:
    return at < len(place.keys) and place.keys[at].rstrip(".") in MONTHS


def _is_day(place: Place, at: int) -> bool:
    """Whether a figure that may be a day of a month stands here."""
    key = place.keys[at] if 0 <= at < len(place.keys) else ""
    return key.isdecimal() and len(key) < 3 and 1 <= int(key) <= _MOST_DAYS


def _has_day_after(place: Place, month: int) -> bool:
    """Whether a month's day stands after it, though a figure stands before: "25 nov 20", not "20 nov 3 ideas"."""
    after = place.keys[month + 2] if month + 2 < len(place.keys) else ""
    return _is_day(place, month + 1) and not (after[:1].isalpha() and after not in TIME_LEADS and after not in NOON)


def _is_dotted(place: Place, figures: str) -> bool:
    """Whether a date was written with a dot after its month too, "18.11.", and is no number of anything."""
    is_number = place.at > 0 and place.keys[place.at - 1] in NUMBERED
    return len(figures) == 5 and place.texts[place.at].startswith(f"{figures}.") and not is_number


def _year(figures: str | None) -> int | None:
    """The year that figures say, two of them of this century; None where none are."""
    if figures is None:
        return None
    return int(figures) + 2000 * (len(figures) == 2)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
