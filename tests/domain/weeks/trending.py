"""Weeks for tests of the long view, as they are kept and as they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.domain.trace import trace_of
from planner.domain.week import Week
from planner.domain.weeks.strands import week_strands
from planner.domain.weeks.trends import Sources, Trends, View, trend_weeks

WEEK = Week(2026, 48)
PLAN = Plan({"lyon": Split(60, 60, 20), "pmi": Split(30)}, "See people", shared=40)
WHOLE = View()
KINDS = {kind.letter: kind for kind in Kind}


def entry(
    letter: str, minutes: int, back: int = 0, group: str = "lyon", day: int = 0, form: str | None = None,
    people: tuple[str, ...] = (), objectives: tuple[str, ...] = (), echo: Echo | None = None, hour: int = 12,
) -> Entry:  # fmt: skip
    """An entry of a kind (c, m, w), so many weeks back; its time of day is known."""
    start = datetime.combine(WEEK.plus(-back).days[day], time(hour), UTC)
    id_ = f"{letter}{minutes}-{back}-{day}-{hour}-{group}"
    return Entry(id_, start, minutes, KINDS[letter], group, form, people, objectives, echo=echo, timed=True)


def trends(
    *entries: Entry, weeks: int = 8, plan: Plan | None = PLAN, unread: Sequence[Week] = (), view: View = WHOLE
) -> Trends:
    """So many weeks up to this one, each with this plan."""
    some = [WEEK.plus(-back) for back in reversed(range(weeks))]
    kept = {week: [each for each in entries if each.week == week] for week in some}
    sources = Sources(
        {week: week_strands(week, known, plan) for week, known in kept.items()},
        [trace_of(week, known) for week, known in kept.items()],
        (),
        unread,
    )
    return Trends(trend_weeks(some, WEEK, sources, view), view, weeks, some[0])
