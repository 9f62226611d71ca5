"""The weeks of the sample before the running one: how each went, and what was given, met and read in it.

They are the weeks of somebody who does well enough: the first ones are mostly reading, most of the later ones keep
their plan, one turns into reading again, one is thin.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random

from planner.demo_people import REGULARS, told
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.instants import pinned
from planner.domain.kinds import Kind
from planner.domain.review import Verdict
from planner.domain.value import NamedTuple
from planner.domain.week import Week


class _Went(NamedTuple):
    """How a week went: how much likelier than usual she gave, met and read on a day."""

    gave: float
    met: float
    read: float


_WELL, _FAIR = _Went(1.15, 1.2, 0.6), _Went(0.75, 0.8, 1.0)
_READING, _THIN = _Went(0.45, 0.35, 1.9), _Went(0.3, 0.4, 0.4)

#: How the weeks went, the first one first.
WENT = (
    *(_READING, _READING, _FAIR, _READING, _FAIR, _THIN, _FAIR, _FAIR, _WELL),
    *(_FAIR, _WELL, _FAIR, _READING, _FAIR, _WELL, _THIN, _WELL, _WELL, _FAIR, _WELL),
)

#: Weeks of history.
WEEKS = len(WENT)

#: How likely a kind is on a day (Monday first).
DAYS = {
    Kind.CONTRIBUTION: (0.9, 0.8, 0.9, 0.8, 0.7, 0.1, 0.0),
    Kind.MEETING: (0.1, 0.7, 0.2, 0.8, 0.5, 0.0, 0.0),
    Kind.WATCHING: (0.6, 0.5, 0.7, 0.5, 0.3, 0.1, 0.3),
}

#: The groups in which a kind is done, and how often beside each other.
WHERE = {
    Kind.CONTRIBUTION: {"lyon-ux": 6, "pmi-france": 3, "alumni-lyon": 3, "women-in-product": 3},
    Kind.MEETING: {"lyon-ux": 6, "pmi-france": 2, "alumni-lyon": 4},
    Kind.WATCHING: {"lyon-ux": 3, "pmi-france": 4, "women-in-product": 2, "metro-news": 3},
}


class Habit(NamedTuple):
    """What is done again and again: the note and the form of it, the hour, its usual lengths, and with how many."""

    note: str
    form: str | None
    hour: int
    lengths: tuple[int, ...]
    people: int = 0


HABITS = {
    Kind.CONTRIBUTION: (
        Habit("answered a question", "answer", 8, (15, 20, 25)),
        Habit("commented on a talk", "comment", 8, (10, 15, 20)),
        Habit("shared a template", "share", 8, (20, 25, 30)),
        Habit("introduced two people", "introduction", 8, (20, 25, 30), 2),
    ),
    Kind.MEETING: (
        Habit("coffee", "in person", 10, (45, 60), 1),
        Habit("coffee", "in person", 16, (45, 60), 1),
        Habit("lunch", "in person", 12, (60, 75), 1),
        Habit("evening talk", "event", 18, (75, 90), 2),
        Habit("call about the local market", "phone", 11, (30,), 1),
        Habit("coffee", None, 14, (45,), 1),
    ),
    Kind.WATCHING: (
        Habit("the thread on hiring", "thread", 21, (15, 20, 30)),
        Habit("newsletter", "newsletter", 21, (10, 15)),
        Habit("read the feed", "feed", 21, (15, 20, 25)),
    ),
}

#: A call with somebody who lives elsewhere.
FAR = Habit("call", "video", 17, (30, 45), 1)

#: How many weeks ago she met somebody first; those not named she met in the first week.
MET = {"jonas-weber": 17, "claire-morel": 16, "paul-roy": 11, "ines-faure": 9, "tom-lefevre": 7}

#: What came back to some of it, by kind.
ECHOES = {
    Kind.CONTRIBUTION: (
        Echo((("thanks", 1),)),
        Echo((("reply", 3),), text="asked for more"),
        Echo((("reply", 1), ("mention", 1))),
        Echo(),
    ),
    Kind.MEETING: (Echo((("message", 1),), text="wants to meet again"), Echo((("invitation", 1),))),
}

#: Verdicts of the weeks before, the latest first; earlier ones are as the last of them.
VERDICTS = (
    {"lyon-ux": Verdict.MORE, "pmi-france": Verdict.CONTRIBUTE, "metro-news": Verdict.LESS},
    {"lyon-ux": Verdict.MORE, "pmi-france": Verdict.LESS, "women-in-product": Verdict.KEEP},
    {"alumni-lyon": Verdict.MORE, "pmi-france": Verdict.CONTRIBUTE, "startup-jobs": Verdict.PARK},
    {"lyon-ux": Verdict.MORE, "pmi-france": Verdict.CONTRIBUTE},
)


def history(this: Week, now: datetime) -> Iterator[Entry]:
    """What was logged in the weeks before ``this``, but for what passed with those met more rarely."""
    chance = Random(23)
    for back, went in zip(range(WEEKS, 0, -1), WENT, strict=True):
        for number, day in enumerate(this.plus(-back).days):
            for kind, likely, more in zip(Kind, DAYS.values(), went, strict=True):
                if chance.random() < likely[number] * more:
                    yield _entry(chance, back, kind, day, now)


def known_since(this: Week) -> dict[str, date]:
    """The days on which she came to know those whom she meets week after week, by id."""
    return {person.id: this.plus(-MET.get(person.id, WEEKS)).monday for person in REGULARS}


def _entry(chance: Random, back: int, kind: Kind, day: date, now: datetime) -> Entry:
    where = WHERE[kind]
    group = chance.choices(list(where), list(where.values()))[0]
    habit = chance.choice(HABITS[kind])
    known = [each for each in REGULARS if group in each.groups and back <= MET.get(each.id, WEEKS)]
    there = known or REGULARS[:1]  # whom she met first takes her to what she knows nobody at
    with_whom = chance.sample(there, min(habit.people, len(there)))
    if kind is Kind.CONTRIBUTION and len(with_whom) < habit.people:
        with_whom = []  # those she introduced are not in the book
    if kind is Kind.MEETING and any(person.place == "Paris" for person in with_whom):
        habit = FAR
    start = datetime.combine(day, time(habit.hour, 5 * chance.randrange(10)), now.tzinfo)
    return Entry(
        f"demo-{back}-{day.weekday()}-{kind.letter}", pinned(start), chance.choice(habit.lengths), kind, group,
        habit.form, tuple(person.id for person in with_whom), note=told(habit.note),
    )  # fmt: skip
