"""A past week as history sees it: the few figures that rhythm and signals are learned from, and no entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..entry import Stretch
from ..kinds import Kind, Split
from ..value import NamedTuple
from ..value.dates import datetime
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
    meeting did. ``longest`` are the minutes of the longest stretch of each kind, ``seen`` the last exchange or
    meeting with each person (id). One that was ``off`` says nothing of her rhythm, and has no plan.
    """

    week: Week
    planned: Split | None
    eyes: Spread = Spread()
    hands: Spread = Spread()
    groups: Mapping[str, Split] = {}
    first: datetime | None = None
    last: datetime | None = None
    met: datetime | None = None
    longest: Split = Split()
    seen: Mapping[str, Stretch] = {}
    off: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it is no history: nothing was planned or logged."""
        return not self.planned and self.first is None

    @property
    def was_logged(self) -> bool:
        """Whether anything was, in no week off: any other says nothing of her rhythm."""
        return self.first is not None and not self.off


def past_week(
    week: Week,
    planned: Split | None,
    stretches: Iterable[Stretch],
    seen: Mapping[str, Stretch] | None = None,
    *,
    off: bool = False,
) -> PastWeek:
    """What ``week`` leaves behind: its plan's total, the stretches that count, and whom she was in touch with; and
    whether it was ``off``."""
    eyes, hands = ([0] * 7, [0] * 24), ([0] * 7, [0] * 24)
    groups: dict[str, Split] = {}
    first = last = met = None
    longest = dict.fromkeys(Kind, 0)
    for stretch in stretches:
        start, minutes, kind, group = stretch
        groups[group] = groups.get(group, Split()).plus(kind, minutes)
        longest[kind] = max(longest[kind], minutes)
        first = start if first is None or start < first else first
        last = start if last is None or start > last else last
        if kind is Kind.MEETING:
            met = start if met is None or start > met else met
        days, hours = eyes if kind is Kind.WATCHING else hands
        days[start.weekday()] += minutes
        hours[min(23, (start.hour * 60 + start.minute + minutes // 2) // 60)] += 1
    return PastWeek(
        week,
        planned,
        _spread(*eyes),
        _spread(*hands),
        groups,
        first,
        last,
        met,
        Split(*longest.values()),
        seen or {},
        off,
    )


def last_seen(contacts: Iterable[tuple[Stretch, Iterable[str]]]) -> dict[str, Stretch]:
    """The last exchange or meeting with each person (id), of stretches with the people in them; watching is none."""
    last_by_group: dict[str, Stretch] = {}
    for stretch, people in contacts:
        for person in people if stretch.kind is not Kind.WATCHING else ():
            if person not in last_by_group or last_by_group[person].start < stretch.start:
                last_by_group[person] = stretch
    return last_by_group


def _spread(days: Iterable[int], hours: Iterable[int]) -> Spread:
    return Spread(tuple(days), tuple(hours))
