"""A past week as history sees it: the few figures that rhythm and signals are learned from, and no entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from ..entry import Stretch
from ..kinds import Kind, Split
from ..week import Week


class Spread(NamedTuple):
    """How the eyes' or the hands' part of a week lay over it.

    ``days`` are the minutes of its seven days, ``hours`` how many stretches had their middle in each of the 24 hours.
    """

    days: tuple[int, ...] = (0,) * 7
    hours: tuple[int, ...] = (0,) * 24


class PastWeek(NamedTuple):
    """What a week leaves behind. All minutes; None where there was nothing.

    ``eyes`` is its watching, ``hands`` its contributions and meetings together, ``groups`` the minutes by kind of each
    group id. ``first`` and ``last`` are when the first and the last stretch of any kind began, ``met`` when the last
    meeting did.
    """

    week: Week
    planned: Split | None
    eyes: Spread = Spread()
    hands: Spread = Spread()
    groups: Mapping[str, Split] = {}
    first: datetime | None = None
    last: datetime | None = None
    met: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it is no history: nothing was planned or logged."""
        return not self.planned and self.first is None

    @property
    def was_logged(self) -> bool:
        """Whether anything was: a week of which nothing is known says nothing of her rhythm."""
        return self.first is not None


def past_week(week: Week, planned: Split | None, stretches: Iterable[Stretch]) -> PastWeek:
    """What ``week`` leaves behind: its plan's total, and the stretches that count."""
    eyes, hands = ([0] * 7, [0] * 24), ([0] * 7, [0] * 24)
    groups: dict[str, Split] = {}
    first = last = met = None
    for stretch in stretches:
        start, minutes, kind, group = stretch
        groups[group] = groups.get(group, Split()).plus(kind, minutes)
        first = start if first is None or start < first else first
        last = start if last is None or start > last else last
        if kind is Kind.MEETING:
            met = start if met is None or start > met else met
        days, hours = eyes if kind is Kind.WATCHING else hands
        days[start.weekday()] += minutes
        hours[min(23, (start.hour * 60 + start.minute + minutes // 2) // 60)] += 1
    return PastWeek(week, planned, _spread(*eyes), _spread(*hands), groups, first, last, met)


def _spread(days: Iterable[int], hours: Iterable[int]) -> Spread:
    return Spread(tuple(days), tuple(hours))
