"""Moments and weeks as people type them: a day and a time put together, and a wall time set into its zone.

A clock change can skip an hour, which is refused, or repeat one, which means its first run unless the text gives its
offset.
"""

from __future__ import annotations

from ..errors import Misread
from ..texts import folded, shown
from ..value.dates import UTC, date, datetime, time, timedelta
from ..week import Week
from ..words import day_in_words, say
from .day import YEARS, Day, Direction, no_date, out_of_reach, settled
from .lexicon import ARTICLES, NEAR_WEEKS, WEEK, WEEKDAYS

_EXACT = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt]"


def read_week(text: str, now: datetime) -> Week:
    """The week that ``text`` means: ``2026-W48``, ``W48``, ``this``, ``last``, ``-3`` (weeks back), or a date in it.

    A date or a number without a year is the nearest one. Raises Misread for anything else.
    """
    import re

    from .days import find_day  # a moment needs none of it

    said = folded(text.strip())
    if said in WEEKDAYS:
        return Week.of(now)  # each weekday is in the week that runs, behind or ahead
    words = [word for word in said.split() if word not in WEEK and word not in ARTICLES]
    if len(words) == 1 and words[0].isdecimal() and any(word in WEEK for word in said.split()):
        said = f"w{words[0]}"  # "week 48"
    near = NEAR_WEEKS.get(" ".join(words))
    if near is not None:
        return Week.of(now).plus(near)
    named = re.fullmatch(r"(?:([0-9]{4})-?)?[ws]([0-9]{1,2})", said)
    if named:
        week = _week(named[1], int(named[2]), text, now)
    elif re.fullmatch(r"[-−][0-9]{1,4}", said):
        week = Week.of(now.date() - timedelta(weeks=int(said[1:])))
    else:
        exact = read_exact(said, now)
        day = Day(exact.date()) if exact else find_day(text, now, Direction.NEAREST)
        if day is None:
            raise Misread(
                say("“{text}” is no week: write 2026-W48, this, last, next, -3 or a date in it.", text=shown(text))
            )
        week = Week.of(day.date)
    if week.year not in YEARS:
        raise Misread(say("“{text}” is too far away: write a week such as 2026-W48.", text=shown(text)))
    return week


def moment_of(day: Day | None, at: time | None, now: datetime) -> datetime:
    """The moment of a day (today, if None) and a time of day (this one, if None), local to ``now``, in the past.

    Raises Misread for an hour that a clock change skips, if it was said.
    """
    if at is None:
        wall = day.date if day else now.date()
        return _settled(datetime.combine(wall, now.time(), now.tzinfo))
    moment = placed(day.date if day else now.date(), at, now)
    if day and is_after(moment, now):
        earlier = settled(day, now, Direction.PAST, is_past=False)
        return moment if earlier == day else placed(earlier.date, at, now)
    return moment


def is_after(moment: datetime, other: datetime) -> bool:
    """Whether ``moment`` comes later, by the instant and not by the wall clock."""
    return moment.astimezone(UTC) > other.astimezone(UTC)


def read_exact(word: str, now: datetime) -> datetime | None:
    """The moment that ``2026-11-20T14:30``, or the same with its offset or ``Z``, says; None if not so shaped.

    It is local to ``now``, whatever its offset. Raises Misread for one that does not exist.
    """
    if not word[:1].isdigit() or word[4:5] != "-" or " " in word:
        return None
    import re  # only for what looks like one

    if not re.match(_EXACT, word[:11]):
        return None
    try:
        moment = datetime.fromisoformat(word.upper())
    except ValueError:
        raise no_date(word) from None
    if moment.year not in YEARS:
        raise out_of_reach(word)
    if moment.tzinfo is None:
        return placed(moment.date(), moment.time(), now)
    return moment.astimezone(now.tzinfo)  # an offset says the instant, and hers is the time here


def spell_moment(moment: datetime, now: datetime | None = None) -> str:
    """A moment as a line says it: ``2026-11-20 14:30``, if that reads back as the same; else with its offset."""
    wall = moment.replace(tzinfo=None, fold=0)
    if now and not wall.microsecond:
        local = wall.replace(tzinfo=now.tzinfo)
        if local.utcoffset() == moment.utcoffset() and _settled(local) == local:
            return wall.strftime("%Y-%m-%d %H:%M:%S" if wall.second else "%Y-%m-%d %H:%M")
    plain = not (moment.second or moment.microsecond)
    return moment.isoformat(timespec="minutes" if plain else "auto")


def placed(day: date, at: time, now: datetime) -> datetime:
    """A wall time of a day in the zone of ``now``; raises Misread where a clock change skips it."""
    wall = datetime.combine(day, at.replace(fold=0), now.tzinfo)
    settled_ = _settled(wall)
    if settled_.replace(tzinfo=None, fold=0) != wall.replace(tzinfo=None):
        raise _skipped(day, at, settled_, now)
    return wall


def _week(year: str | None, number: int, text: str, now: datetime) -> Week:
    """A week by its number; without a year, the one that is nearest."""
    if year:
        return Week.from_name(f"{year}-W{number:0>2}")
    this = Week.of(now)
    weeks = []
    for candidate in (this.year - 1, this.year, this.year + 1):
        try:
            weeks.append(Week.from_name(f"{candidate}-W{number:0>2}"))
        except Misread:
            continue
    if not weeks:
        raise Misread(
            say("“{text}” is no week: write 2026-W48, this, last, next, -3 or a date in it.", text=shown(text))
        )
    return min(weeks, key=lambda week: abs(week.minus(this)))


def _skipped(day: date, at: time, settled_: datetime, now: datetime) -> Misread:
    fields = {"time": at.strftime("%H:%M"), "day": day_in_words(day), "settled": settled_.strftime("%H:%M")}
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
