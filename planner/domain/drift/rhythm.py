"""Her rhythm of watching: what earlier weeks say about when it falls, how long it is and how much there is of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..week import Week
from .past_week import PastWeek

HALF_LIFE = 10  #: days until a day's evidence of how much she watches counts half
SHAPE_HALF_LIFE = 56  #: days; the same for the shape of her week and day, and for how long she watches

#: What an even spread counts beside what was seen: over the weekdays in weeks, over waking hours in stretches.
EVEN_WEEKS, EVEN_STRETCHES = 1.0, 4.0
WAKING = range(7, 23)  #: the hours in which watching is expected before anything is known
SITTING = 20  #: minutes that one stretch lasts before anything is known, worth one stretch


class Rhythm(NamedTuple):
    """What earlier weeks say, as of this week's Monday, older ones counting for less.

    ``weekdays`` are seven shares of a week's watching that sum to 1; ``hours[h]`` is the share of a day's watching that
    falls before ``h`` o'clock. ``watched`` are minutes, and ``days`` the days that had any; a ``sitting`` is a mean
    stretch. ``minutes`` were watched in ``exposure`` weeks, both faded fast enough to say how much she watches now.
    """

    weekdays: tuple[float, ...]
    hours: tuple[float, ...]
    watched: float
    days: float
    sitting: float
    minutes: float
    exposure: float


def rhythm_of(week: Week, past: Sequence[PastWeek]) -> Rhythm:
    """The rhythm that earlier weeks show, as it is known on Monday of ``week``."""
    hours = [EVEN_STRETCHES / len(WAKING) if hour in WAKING else 0.0 for hour in range(24)]
    weeks = []
    for one in past:
        ago = week.minus(one.week)
        weight = fading(7 * ago, SHAPE_HALF_LIFE)
        hours = [known + weight * seen for known, seen in zip(hours, one.hours, strict=True)]
        weeks.append((ago, weight, one.watched))
    watched = sum(weight * sum(days) for _, weight, days in weeks)
    with_any = sum(weight * sum(1 for day in days if day) for _, weight, days in weeks)
    sitting = (SITTING + watched) / (1 + sum(hours) - EVEN_STRETCHES)
    weekdays = _weekdays(weeks)
    return Rhythm(weekdays, _cumulated(hours), watched, with_any, sitting, *_evidence(weeks, weekdays))


def fading(days: float, half_life: float = HALF_LIFE) -> float:
    """What evidence of so many days ago still counts, 0 to 1."""
    return float(0.5 ** (days / half_life))


_Weeks = Sequence[tuple[int, float, Sequence[int]]]  # weeks ago, weight, minutes by day


def _weekdays(weeks: _Weeks) -> tuple[float, ...]:
    shares = [EVEN_WEEKS / 7] * 7
    for _, weight, days in weeks:
        total = sum(days)
        if total:
            shares = [share + weight * day / total for share, day in zip(shares, days, strict=True)]
    whole = sum(shares)
    return tuple(share / whole for share in shares)


def _cumulated(hours: Sequence[float]) -> tuple[float, ...]:
    whole = sum(hours)
    before, shares = 0.0, [0.0]
    for hour in hours:
        before += hour
        shares.append(before / whole)
    return tuple(shares)


def _evidence(weeks: _Weeks, weekdays: Sequence[float]) -> tuple[float, float]:
    """Faded minutes, and the faded exposure they were seen in, in weeks."""
    minutes = exposure = 0.0
    for ago, _, days in weeks:
        for number, (day, share) in enumerate(zip(days, weekdays, strict=True)):
            weight = fading(7 * ago - number - 1)
            minutes += weight * day
            exposure += weight * share
    return minutes, exposure
