"""Twenty-three groups and thirty weeks of log: a home to audit. The same every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from planner.clock import Clock
from planner.desk import Desk
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.objective import Aim, Objective
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.texts import slug
from planner.domain.week import Week
from planner.store.home import Home

WEEKS = 30

VISIBLE = Objective("visible", "Be visible to decision-makers", Aim.VISIBILITY)
MEET = Objective("meet", "Meet people who know the local economy", rank=2)

#: What a group serves, by its role.
SERVED = {Role.TIES: (MEET.id,), Role.VISIBILITY: (VISIBLE.id,), Role.WATCH: ()}

#: Name, standing, role, nature, fit, upkeep, platform.
LIST = (
    ("Lyon UX", "selected", "ties", "community", "3232", 60, "LinkedIn"),
    ("PMI France", "selected", "visibility", "association", "3211", 45, "Slack"),
    ("Alumni Lyon", "selected", "ties", "association", "1132", 30, ""),
    ("Women in Product", "selected", "visibility", "community", "2203", 40, "Slack"),
    ("Métropole économie", "selected", "watch", "feed", "0231", 15, ""),
    ("Cercle des dirigeants du Rhône", "selected", "ties", "association", "1331", 90, ""),
    ("Agile Rhône", "candidate", "ties", "event series", "2131", 30, "Meetup"),
    ("Product Tank Lyon", "candidate", "ties", "event series", "3132", 45, "Meetup"),
    ("CPME Auvergne", "candidate", "visibility", "association", "0230", 60, ""),
    ("Réseau Entreprendre", "candidate", "ties", "association", "1231", 45, ""),
    ("French Tech One", "candidate", "visibility", "community", "1332", 40, "LinkedIn"),
    ("Design Leadership", "candidate", "visibility", "community", "3103", 30, "Slack"),
    ("Data for Good", "candidate", "ties", "community", "1013", 45, "Slack"),
    ("Lean In Lyon", "candidate", "ties", "community", "0133", 30, "LinkedIn"),
    ("Siemens Mobility", "candidate", "watch", "company page", "1321", 10, "LinkedIn"),
    ("Startup Jobs", "parked", "watch", "community", "0010", 40, "LinkedIn"),
    ("Expats in Lyon", "parked", "ties", "community", "0032", 30, "Facebook"),
    ("Scrum Alliance", "parked", "visibility", "association", "2100", 30, ""),
    ("Management 3.0", "parked", "watch", "community", "2001", 20, "LinkedIn"),
    ("Toastmasters Part-Dieu", "parked", "ties", "association", "0032", 60, ""),
    ("Big Data Paris", "parked", "watch", "event series", "1100", 15, ""),
    ("Recruiters’ Corner", "left", "watch", "community", "0020", 30, "LinkedIn"),
    ("Global Leaders Hub", "left", "visibility", "community", "0000", 20, "LinkedIn"),
)

PEOPLE = ("Marie Dupont", "Paul Roy", "Amina Diallo", "Jonas Weber", "Claire Morel", "Tom Lefèvre")

PLAN = Plan(
    {
        "lyon-ux": Split(60, 60, 15),
        "pmi-france": Split(45, 30, 20),
        "alumni-lyon": Split(15, 30, 0),
        "women-in-product": Split(30, 0, 10),
        "metropole-economie": Split(0, 0, 15),
    }
)

#: How likely a week has an entry of each kind in a group.
HABITS = {
    "lyon-ux": (0.9, 0.5, 0.5),
    "pmi-france": (0.05, 0.0, 0.95),
    "alumni-lyon": (0.4, 0.5, 0.1),
    "women-in-product": (0.6, 0.2, 0.5),
    "metropole-economie": (0.0, 0.0, 0.9),
    "french-tech-one": (0.1, 0.1, 0.4),
    "startup-jobs": (0.0, 0.0, 0.6),
    "siemens-mobility": (0.0, 0.0, 0.5),
    "expats-in-lyon": (0.0, 0.1, 0.2),
    "product-tank-lyon": (0.2, 0.3, 0.1),
}


def long_list(folder: Path, clock: Clock) -> Desk:
    """A desk over such a home in ``folder``."""
    home = Home(str(folder), clock.now, "a test")
    now = clock.now()
    week = Week.of(now)
    groups = {group.id: group for group in _groups()}
    with home.change("a long list of groups") as kept:
        kept.put_objective(VISIBLE)
        kept.put_objective(MEET)
        kept.put_groups(groups.values())
        kept.put_people(Person(slug(name), name) for name in PEOPLE)
        for back in range(WEEKS):
            kept.put_plan(week.plus(-back), PLAN)
        kept.put_entries(entry._replace(objectives=groups[entry.group].objectives) for entry in _entries(week, now))
    return Desk(home, clock)


def _groups() -> Iterator[Group]:
    for rank, (name, standing, role, nature, fit, upkeep, platform) in enumerate(LIST, 1):
        id_ = slug(name)
        yield Group(
            id_,
            id_,
            name,
            Standing(standing),
            Nature(nature),
            (Role(role),),
            Fit(*map(int, fit)),
            upkeep=upkeep,
            objectives=SERVED[Role(role)],
            rank=rank,
            platform=platform,
            next_look=date(2027, 1, 20) if rank % 3 else date(2026, 11, 1) if rank % 2 else None,
        )._replace(**_MORE.get(id_, {}))


_MORE: dict[str, dict[str, Any]] = {
    "lyon-ux": {
        "activity": 3,
        "worth": 2,
        "joy": 3,
        "if_then": "When I open Lyon UX, I first answer one question.",
        "address": "https://lyon-ux.example/members",
        "place": "Lyon",
        "since": date(2024, 3, 1),
        "why": "to meet designers who hire",
        "done": "two talks, a dozen answers",
    },
    "pmi-france": {"activity": 2, "worth": 1, "joy": 1},
    "global-leaders-hub": {"reason": "job threads only"},
}


def _entries(this: Week, now: datetime) -> Iterator[Entry]:
    chance = Random(5)
    people = [slug(name) for name in PEOPLE]
    for back in range(WEEKS):
        for group, likely in HABITS.items():
            for kind, share in zip(Kind, likely, strict=True):
                if chance.random() >= share:
                    continue
                day = this.plus(-back).days[chance.randrange(4)]
                start = datetime.combine(day, time(8 + chance.randrange(9), chance.randrange(60)), now.tzinfo)
                met = tuple(chance.sample(people, 1 + (chance.random() < 0.4))) if kind is Kind.MEETING else ()
                minutes = chance.choice((15, 20, 25, 30)) * (2 if kind is Kind.MEETING else 1)
                echo = Echo(text="replied") if chance.random() < 0.2 else None
                confirmed = chance.random() >= 0.05
                if start + timedelta(minutes=minutes) <= now:
                    entry = Entry(f"{back}-{group}-{kind.letter}", start, minutes, kind, group, None, met)
                    yield entry._replace(echo=echo, confirmed=confirmed)
