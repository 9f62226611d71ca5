"""Stretches: the weeks of the long view one by one, or gathered by month, quarter or year, so that all can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from ..kinds import Split
from ..value import NamedTuple
from ..week import Week
from .bars import Bar
from .trends import TrendWeek, total


class Unit(Enum):
    """What a stretch is, the finest first: a number of months; 0 is a week alone."""

    WEEK = 0
    MONTH = 1
    QUARTER = 3
    YEAR = 12

    def first_day(self, week: Week) -> date:
        """The first day of the stretch that a week is of: that of its Monday, or of the months that its Thursday is
        in."""
        if self is Unit.WEEK:
            return week.monday
        thursday = week.days[3]
        return date(thursday.year, thursday.month - (thursday.month - 1) % self.value, 1)

    @property
    def in_quarter(self) -> int:
        """How many of them a quarter is, one at least."""
        return 13 if self is Unit.WEEK else max(1, Unit.QUARTER.value // self.value)


class Stretch(NamedTuple):
    """Weeks of one unit from its ``first`` day on, oldest first, and they as they are drawn: a week, or a mean one."""

    unit: Unit
    first: date
    weeks: tuple[TrendWeek, ...]
    bar: Bar

    @property
    def runs(self) -> bool:
        """Whether it is not over yet."""
        return self.weeks[-1].runs

    @property
    def known(self) -> tuple[TrendWeek, ...]:
        """Those of its weeks that can be read."""
        return tuple(each for each in self.weeks if each.figures)


def stretches(weeks: Sequence[TrendWeek], unit: Unit) -> tuple[Stretch, ...]:
    """The weeks, oldest first, in stretches of a unit."""
    found: dict[date, list[TrendWeek]] = {}
    for each in weeks:
        found.setdefault(unit.first_day(each.week), []).append(each)
    return tuple(Stretch(unit, first, tuple(some), _bar(some)) for first, some in found.items())


def _bar(weeks: Sequence[TrendWeek]) -> Bar:
    """A mean week of those that are over, or of what there is so far, against the mean of their caps."""
    known = [each for each in weeks if each.figures]
    over = [each for each in known if not each.runs] or known
    if len(over) < 2:
        return (over or weeks)[0].bar
    caps = [each.figures.cap for each in over if each.figures and each.figures.cap is not None]
    logged = Split(*(round(minutes / len(over)) for minutes in total(over).logged))
    return Bar(weeks[0].week, logged, round(sum(caps) / len(caps)) if caps else None)


def in_sight(weeks: Sequence[TrendWeek], most: int) -> tuple[Stretch, ...]:
    """All weeks in ``most`` stretches or fewer, of the finest unit that comes to so many; of years there may be
    more."""
    gathered = tuple[Stretch, ...]()
    for unit in Unit:
        gathered = stretches(weeks, unit)
        if len(gathered) <= most:
            break
    return gathered
