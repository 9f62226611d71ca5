"""Weeks as bars: the hands upward, the eyes downward against their cap."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..drift.past_week import PastWeek
from ..kinds import Split
from ..value import NamedTuple
from ..week import Week
from .report import WeekReport

#: How many weeks the Week screen shows small, the one that is looked at among them.
LAST = 8


class Bar(NamedTuple):
    """A week's minutes by kind, None where its file cannot be read; and the cap of its watching, None without one."""

    week: Week
    logged: Split | None
    cap: int | None = None


def last_bars(report: WeekReport, past: Iterable[PastWeek], unread: Collection[Week] = ()) -> tuple[Bar, ...]:
    """The week of a report, and those before it, eight at most, from the first of the ``past`` ones; oldest first.

    Of the ``unread`` ones nothing is known. One in which nothing was planned or logged is an empty bar.
    """
    week = report.week
    known = {each.week: each for each in past}
    earlier = [week.plus(-back) for back in range(LAST - 1, 0, -1)]
    while earlier and earlier[0] not in known and earlier[0] not in unread:
        del earlier[0]
    cap = report.budget.watching if report.budget else None
    return (*(_bar(each, known.get(each), each in unread) for each in earlier), Bar(week, report.logged, cap))


def _bar(week: Week, past: PastWeek | None, unread: bool) -> Bar:
    if unread:
        return Bar(week, None)
    if past is None:
        return Bar(week, Split())
    logged = Split(*map(sum, zip(*past.groups.values(), strict=True))) if past.groups else Split()
    return Bar(week, logged, past.planned.watching if past.planned else None)
