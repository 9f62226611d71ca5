"""Her rhythm of watching: what earlier weeks say about when it falls, how long it is and how much there is of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .kinds import Kind
from .record import PastWeek
from .week import Week

HALF_LIVES = (7, 28)  #: days until the evidence of a day counts half; mixed in equal parts
SHAPE_HALF_LIFE = 28  #: days; the same for the shape of the week, of the day, and the length of bouts

#: What an even spread counts beside what was seen: over the weekdays in weeks, over waking hours in stretches.
EVEN_WEEKS, EVEN_STRETCHES = 1.0, 4.0
WAKING = range(7, 23)  #: the hours in which watching is expected before anything is known


class Evidence(NamedTuple):
    """Minutes watched, and the weeks' worth of exposure they were seen in."""

    minutes: float
    weeks: float


class Rhythm(NamedTuple):
    """What earlier weeks say, as of this week's Monday.

    ``weekdays`` are seven shares of a week's watching that sum to 1; ``hours[h]`` is the share of a day's watching that
    falls before ``h`` o'clock. ``watched`` are minutes and number of the days with watching, discounted by age.
    ``evidence`` is all that was watched, discounted by each half-life.
    """

    weekdays: tuple[float, ...]
    hours: tuple[float, ...]
    watched: tuple[float, float]
    evidence: tuple[Evidence, ...]


def rhythm_of(week: Week, past: Sequence[PastWeek]) -> Rhythm:
    """The rhythm that earlier weeks show, as it is known on Monday of ``week``."""
    hours = [EVEN_STRETCHES / len(WAKING) if hour in WAKING else 0.0 for hour in range(24)]
    weeks = []
    for one in past:
        ago = week.minus(one.week)
        weight = fading(7 * ago, SHAPE_HALF_LIFE)
        days = [0] * 7
        for start, minutes, kind, _ in one.stretches:
            if kind is Kind.WATCHING:
                days[start.weekday()] += minutes
                hours[_middle_hour(start.hour * 60 + start.minute, minutes)] += weight
        weeks.append((ago, weight, days))
    weekdays = _weekdays(weeks)
    return Rhythm(
        weekdays, _cumulated(hours), _watched(weeks), tuple(_evidence(weeks, weekdays, n) for n in HALF_LIVES)
    )


def fading(days: float, half_life: float) -> float:
    """What evidence of so many days ago still counts, 0 to 1."""
    return float(0.5 ** (days / half_life))


_Weeks = Sequence[tuple[int, float, Sequence[int]]]  # weeks ago, weight, minutes by day


def _middle_hour(starts: int, minutes: int) -> int:
    return min(23, (starts + minutes // 2) // 60)


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


def _watched(weeks: _Weeks) -> tuple[float, float]:
    minutes = sum(weight * sum(days) for _, weight, days in weeks)
    return minutes, sum(weight * sum(1 for day in days if day) for _, weight, days in weeks)


def _evidence(weeks: _Weeks, weekdays: Sequence[float], half_life: float) -> Evidence:
    within = [fading(7 - number, half_life) for number in range(7)]
    minutes = exposure = 0.0
    of_a_week = sum(fade * share for fade, share in zip(within, weekdays, strict=True))
    for ago, _, days in weeks:
        weight = fading(7 * (ago - 1), half_life)
        minutes += weight * sum(fade * day for fade, day in zip(within, days, strict=True))
        exposure += weight * of_a_week
    return Evidence(minutes, exposure)
