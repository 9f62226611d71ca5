"""Homes to measure in: an empty one with a few groups, and one with ten years in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from random import Random

from planner.clock import Clock, SystemZone
from planner.desk import Desk
from planner.domain.entry import Entry
from planner.domain.group import Group, Standing
from planner.domain.instants import after, pinned
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.domain.week import Week
from planner.store.home import Home

YEARS = 10
ENTRIES_A_WEEK = 60
CHANGES_TO_UNDO = 200

NAMES = ("Lyon UX", "PMI France", "Alumni Lyon", "Women in Product", "Agile Rhône", "Metro News")
GROUPS = tuple(
    Group(id_, id_, name, rank=rank)
    for rank, name in enumerate(NAMES, 1)
    for id_ in [name.lower().replace(" ", "-").replace("ô", "o")]
)
MANY = 200  #: groups of a person who has never left one

PLAN = Plan({group.id: Split(60, 45, 20) for group in GROUPS})
WATCHED = (Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING, Kind.WATCHING)


def first_day(folder: Path) -> None:
    """A home with groups and this week's plan, and nothing logged yet."""
    _fill(folder, 0)


def ten_years(folder: Path, groups: Sequence[Group] = GROUPS) -> None:
    """A home with sixty entries in every week of ten years, and as many changes to undo as it keeps."""
    desk = _fill(folder, YEARS * 52, groups)
    long_ago = desk.this_week().plus(-YEARS * 26).monday
    for number in range(CHANGES_TO_UNDO):
        desk.log(f"c 5 lyon-ux change {number} {long_ago}")


def many_groups() -> tuple[Group, ...]:
    """The usual groups, and so many more that there are 200: most of them candidates, some parked."""
    standings = (Standing.CANDIDATE, Standing.CANDIDATE, Standing.PARKED, Standing.SELECTED)
    more = (
        Group(f"group-{n}", f"group-{n}", f"Professionals of Lyon {n}", standings[n % 4], upkeep=5 * (n % 12), rank=n)
        for n in range(len(GROUPS) + 1, MANY + 1)
    )
    return (*GROUPS, *more)


def _fill(folder: Path, weeks: int, groups: Sequence[Group] = GROUPS) -> Desk:
    clock = Clock(SystemZone())
    now = clock.now()
    this = Week.of(now)
    home = Home(str(folder), clock.now, "the benchmark")
    with home.change("the benchmark's sample") as kept:
        kept.put_groups(groups)
        for back in range(weeks + 1):
            kept.put_plan(this.plus(-back), PLAN)
        kept.put_entries(entry for back in range(weeks, 0, -1) for entry in _week(this.plus(-back), now, groups))
        kept.put_entries(
            entry for entry in _week(this, now, groups) if weeks and after(entry.start, entry.minutes) <= now
        )
    return Desk(home, clock)


def _week(week: Week, now: datetime, groups: Sequence[Group]) -> Iterator[Entry]:
    chance = Random(str(week))
    for number in range(ENTRIES_A_WEEK):
        day = week.days[number % 7]
        start = pinned(datetime.combine(day, time(8 + number // 7, chance.randrange(60)), now.tzinfo))
        group, kind = chance.choice(groups), chance.choice(WATCHED)
        yield Entry(
            f"{week}-{number}", start, chance.choice((10, 15, 20, 30)), kind, group.id, note="answered a question"
        )
