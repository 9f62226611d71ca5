"""Her rhythm, of the eyes or of the hands: what earlier weeks say about when it falls and how much there is of it.

A week in which nothing at all was logged is no evidence, and lets none grow old: whoever comes back from a holiday has
the habits she left with.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..settings import EVERY_DAY
from ..value import NamedTuple
from .past_week import Spread

#: Days until a day's evidence of how much there is counts half: one memory forgets fast and is mostly this week's own
#: pace, one is slow and is her habit.
FAST, SLOW = 7.0, 84.0
SHAPE = 56.0  #: days; the same for the shape of her week and day, and for how much a day holds

#: What an even spread counts beside what was seen: over her working days in weeks, over waking hours in stretches.
EVEN_WEEKS, EVEN_STRETCHES = 1.0, 4.0
WAKING = range(7, 23)  #: the hours in which anything is expected before anything is known


class Memory(NamedTuple):
    """So many minutes in so many weeks' worth of exposure, both faded by a half-life in days."""

    half_life: float
    minutes: float
    exposure: float


class Rhythm(NamedTuple):
    """What earlier weeks say, as of this week's Monday, older ones counting for less.

    ``weekdays`` are seven shares of a week that sum to 1, 0 for a day on which she does not work and never did;
    ``hours[h]`` is the share of a day that falls before ``h`` o'clock. ``minutes`` fell on ``days`` that had any, both
    faded. ``weeks`` and ``seen`` are what it all rests on: how many weeks were logged, and how many of their days had
    any.
    """

    weekdays: tuple[float, ...]
    hours: tuple[float, ...]
    minutes: float
    days: float
    memories: tuple[Memory, ...]
    weeks: int
    seen: int


def rhythm_of(weeks: Sequence[Spread], work_days: Collection[int] = EVERY_DAY) -> Rhythm:
    """The rhythm that the logged weeks before this one show, oldest first.

    On days that are none of her ``work_days`` (0 for Monday) nothing is expected but what was seen on them.
    """
    aged = list(zip(range(len(weeks), 0, -1), weeks, strict=True))
    weights = [fading(7 * ago, SHAPE) for ago, _ in aged]
    hours = [EVEN_STRETCHES / len(WAKING) if hour in WAKING else 0.0 for hour in range(24)]
    for weight, week in zip(weights, weeks, strict=True):
        hours = [known + weight * seen for known, seen in zip(hours, week.hours, strict=True)]
    weekdays = _weekdays(weights, weeks, work_days)
    with_any = [sum(1 for day in week.days if day) for week in weeks]
    return Rhythm(
        weekdays,
        _cumulated(hours),
        sum(weight * sum(week.days) for weight, week in zip(weights, weeks, strict=True)),
        sum(weight * days for weight, days in zip(weights, with_any, strict=True)),
        tuple(_memory(half_life, aged, weekdays) for half_life in (FAST, SLOW)),
        len(weeks),
        sum(with_any),
    )


def fading(days: float, half_life: float) -> float:
    """What evidence of so many days ago still counts, 0 to 1."""
    return float(0.5 ** (days / half_life))


def _weekdays(weights: Sequence[float], weeks: Sequence[Spread], work_days: Collection[int]) -> tuple[float, ...]:
    shares = [EVEN_WEEKS / len(work_days) if day in work_days else 0.0 for day in EVERY_DAY]
    for weight, week in zip(weights, weeks, strict=True):
        total = sum(week.days)
        if total:
            shares = [share + weight * day / total for share, day in zip(shares, week.days, strict=True)]
    whole = sum(shares)
    return tuple(share / whole for share in shares)


def _cumulated(hours: Sequence[float]) -> tuple[float, ...]:
    whole = sum(hours)
    before, shares = 0.0, [0.0]
    for hour in hours:
        before += hour
        shares.append(before / whole)
    return tuple(shares)


def _memory(half_life: float, aged: Sequence[tuple[int, Spread]], weekdays: Sequence[float]) -> Memory:
    """What is remembered on Monday; a day is as old as its end."""
    a_day = [fading(-number - 1, half_life) for number in range(7)]
    exposed = _dot(a_day, weekdays)
    minutes = exposure = 0.0
    for ago, week in aged:
        weight = fading(7 * ago, half_life)
        minutes += weight * _dot(a_day, week.days)
        exposure += weight * exposed
    return Memory(half_life, minutes, exposure)


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
