"""A believable Thursday evening, for pictures and snapshots."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from planner.domain.drift.drift import Drift, Signal
from planner.domain.drift.forecast import Forecast
from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.plan import Plan
from planner.domain.timer import Timer
from planner.domain.value import Later
from planner.domain.week import Week
from planner.domain.weeks.report import Line, WeekReport

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 26, 18, 40, tzinfo=ZONE)
WEEK = Week(2026, 48)

LYON = Group("lyon-ux", "lyon-ux", "Lyon UX", rank=1, if_then="when I open Lyon UX, I first answer one question")
PMI = Group("pmi-france", "pmi-france", "PMI France", rank=2)
ALUMNI = Group("alumni-lyon", "alumni-lyon", "Alumni Lyon", rank=3)


def entry(id_: str, day: int, hour: int, minute: int, minutes: int, kind: Kind, group: Group, note: str = "") -> Entry:
    """An entry of November 2026."""
    return Entry(id_, datetime(2026, 11, day, hour, minute, tzinfo=ZONE), minutes, kind, group.id, note=note)


ENTRIES = (
    entry("a1", 23, 12, 30, 30, Kind.CONTRIBUTION, LYON, "commented on the portfolio thread"),
    entry("a2", 23, 18, 5, 20, Kind.WATCHING, PMI, "newsletter"),
    entry("a3", 24, 18, 0, 60, Kind.MEETING, LYON, "apéro design with Marie"),
    entry("a4", 24, 19, 40, 15, Kind.CONTRIBUTION, ALUMNI, "introduced Paul to Nadia"),
    entry("a5", 25, 8, 50, 50, Kind.WATCHING, PMI, "the certification debate"),
    entry("a6", 25, 21, 0, 10, Kind.WATCHING, LYON),
    entry("a7", 26, 14, 30, 25, Kind.CONTRIBUTION, LYON, "answered a question on [red] alerts"),
)
TIMER = Timer(datetime(2026, 11, 26, 18, 27, tzinfo=ZONE), Kind.WATCHING, PMI.id, note="reading", beat=NOW)
PLAN = Plan(
    {LYON.id: Split(60, 60, 15), PMI.id: Split(45, 30, 20), ALUMNI.id: Split(30, 0, 0)},
    "Be seen where decisions are made",
)
DRIFT = Drift(
    Level.ADRIFT,
    1.0,
    Forecast(95, 110, 140),
    35,
    Later(
        lambda: (
            Signal(
                "cap",
                Level.ADRIFT,
                "Reading passed its 35 min on Wednesday.",
                "answer one question in Lyon UX, 20 min",
                cause="passed",
                act="c 20 lyon-ux",
            ),
        )
    ),
    Level.ADRIFT,
)


def split(entries: tuple[Entry, ...]) -> Split:
    """Minutes by kind of some entries."""
    total = Split()
    for one in entries:
        total = total.plus(one.kind, one.minutes)
    return total


def line(group: Group, pace: str, entries: tuple[Entry, ...] = ENTRIES, plan: Plan | None = PLAN) -> Line:
    """A group's line of the sample week."""
    own = tuple(one for one in entries if one.group == group.id)
    running = 13 if group is PMI else 0
    days = [split(tuple(one for one in own if one.day == day)) for day in WEEK.days]
    days[3] = days[3].plus(Kind.WATCHING, running)
    logged = split(own).plus(Kind.WATCHING, running)
    planned = plan.lines.get(group.id, Split()) if plan else Split()
    left = Split(*(max(0, p - done) for p, done in zip(planned, logged, strict=True)))
    return Line(group, planned, logged, left, tuple(days), Later(lambda: pace))


def report(**changes: object) -> WeekReport:
    """The sample week on its Thursday evening."""
    lines = (
        line(LYON, "55 of 60, 5 to go: Fri"),
        line(PMI, "0 of 1h15, two times 40 to go: Fri, Sat"),
        line(ALUMNI, "15 of 30, 15 to go: Fri"),
    )
    total = PLAN.total
    days = tuple(
        Split(*(sum(column) for column in zip(*(one.days[n] for one in lines), strict=True))) for n in range(7)
    )
    logged = Split(*(sum(column) for column in zip(*(one.logged for one in lines), strict=True)))
    left = Split(*(max(0, p - done) for p, done in zip(total, logged, strict=True)))
    whole = WeekReport(WEEK, NOW, PLAN, lines, days, total, logged, left, ENTRIES, (), TIMER, DRIFT, False)
    return whole._replace(**changes)  # type: ignore[arg-type]


__all__ = ["NOW", "UTC", "WEEK", "line", "report"]
