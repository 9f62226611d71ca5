"""Homes to measure in: an empty one with a few groups, and one with ten years in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from planner.clock import Clock, SystemZone
from planner.desk import Desk
from planner.domain.entry import Entry
from planner.domain.group import Group, Standing
from planner.domain.instants import after, pinned
from planner.domain.kinds import Kind, Split
from planner.domain.person import Circle, Person
from planner.domain.plan import Plan
from planner.domain.step import Step
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
LONG_LIST = 300  #: groups of a list that was just pasted
MANY = 200  #: groups of a person who has never left one
PEOPLE = 3000

FIRST_NAMES = ("Marie", "Paul", "Amina", "Jonas", "Claire", "Inès", "Tom", "Léa", "Hugo", "Nora", "Ali", "Eva", "Luc")
LAST_NAMES = ("Dupont", "Roy", "Diallo", "Weber", "Morel", "Faure", "Lefèvre", "Martin", "Bernard", "Petit", "Durand")

#: How likely an entry of a kind names people.
WITH_PEOPLE = {Kind.CONTRIBUTION: 0.3, Kind.MEETING: 0.9, Kind.WATCHING: 0.0}

PLAN = Plan({group.id: Split(60, 45, 20) for group in GROUPS})
WATCHED = (Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING, Kind.WATCHING)


def first_day(folder: Path) -> None:
    """A home with groups and this week's plan, and nothing logged yet."""
    filled(folder, 0)


def ten_years(folder: Path, groups: Sequence[Group] = GROUPS, people: Sequence[Person] = ()) -> None:
    """A home with sixty entries in every week of ten years, and as many changes to undo as it keeps.

    Of the ``people`` one to three are in most meetings and in some of the contributions.
    """
    desk = filled(folder, YEARS * 52, groups, people)
    long_ago = desk.this_week().plus(-YEARS * 26).monday
    for number in range(CHANGES_TO_UNDO):
        desk.log(f"c 5 lyon-ux change {number} {long_ago}")


def gone_apart(one: Path, other: Path) -> None:
    """A copy of a home, and two hundred changes in each of both since: half of them of what the other changed, too."""
    shutil.copytree(one, other)
    for folder, form in ((one, "video"), (other, "phone")):
        clock = Clock(SystemZone())
        desk = Desk(Home(str(folder), clock.now, "the benchmark"), clock)
        for number in range(CHANGES_TO_UNDO):
            week = desk.this_week().plus(-1 - 2 * number)
            if number % 2:
                desk.say_form(f"{week}-2", form)
            else:
                desk.log(f"c 5 lyon-ux apart on {folder.name} {week.monday}")


def long_list(folder: Path) -> None:
    """A home into which a long list was pasted, and where nothing else was done yet."""
    clock = Clock(SystemZone())
    desk = Desk(Home(str(folder), clock.now, "the benchmark"), clock)
    desk.add_groups("\n".join(f"Professionals of Lyon {n}" for n in range(LONG_LIST)))


def many_groups() -> tuple[Group, ...]:
    """The usual groups, and so many more that there are 200: most of them candidates, some parked."""
    standings = (Standing.CANDIDATE, Standing.CANDIDATE, Standing.PARKED, Standing.SELECTED)
    more = (
        Group(f"group-{n}", f"group-{n}", f"Professionals of Lyon {n}", standings[n % 4], upkeep=5 * (n % 12), rank=n)
        for n in range(len(GROUPS) + 1, MANY + 1)
    )
    return (*GROUPS, *more)


def many_people() -> tuple[Person, ...]:
    """Three thousand people, a few of whom are called alike."""
    circles, first, last = (*Circle, None), FIRST_NAMES, LAST_NAMES
    return tuple(
        Person(
            f"person-{n}",
            f"{first[n % len(first)]} {last[n % len(last)]}{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}",
            company=f"Company {n % 400}",
            position="designer",
            place="Lyon",
            circle=circles[n % len(circles)],
        )
        for n in range(PEOPLE)
    )


def filled(folder: Path, weeks: int, groups: Sequence[Group] = GROUPS, people: Sequence[Person] = ()) -> Desk:
    """A home with a plan and sixty entries in each of so many weeks, all of it one change."""
    clock = Clock(SystemZone())
    now = clock.now()
    this = Week.of(now)
    home = Home(str(folder), clock.now, "the benchmark")
    with home.change("the benchmark's sample") as kept:
        kept.put_groups(groups)
        kept.put_people(people)
        kept.put_steps(
            Step(f"step-{n}", person.id, "send the deck", now.date() + timedelta(days=n % 40 - 10))
            for n, person in enumerate(people[::10])
        )
        for back in range(weeks + 1):
            kept.put_plan(this.plus(-back), PLAN)
        kept.put_entries(
            entry for back in range(weeks, 0, -1) for entry in _week(this.plus(-back), now, groups, people)
        )
        kept.put_entries(
            entry for entry in _week(this, now, groups, people) if weeks and after(entry.start, entry.minutes) <= now
        )
    return Desk(home, clock)


def _week(week: Week, now: datetime, groups: Sequence[Group], people: Sequence[Person]) -> Iterator[Entry]:
    chance, met = Random(str(week)), Random(f"{week} people")
    for number in range(ENTRIES_A_WEEK):
        day = week.days[number % 7]
        start = pinned(datetime.combine(day, time(8 + number // 7, chance.randrange(60)), now.tzinfo))
        group, kind = chance.choice(groups), chance.choice(WATCHED)
        entry = Entry(
            f"{week}-{number}", start, chance.choice((10, 15, 20, 30)), kind, group.id, note="answered a question"
        )
        if people and met.random() < WITH_PEOPLE[kind]:
            entry = entry._replace(people=tuple(person.id for person in met.sample(people, 1 + met.randrange(3))))
        yield entry
