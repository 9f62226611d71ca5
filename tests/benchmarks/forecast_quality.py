"""How good the judgement is: how early it warns, how seldom in vain, and whether its chances mean what they say.

    python -m tests.benchmarks.forecast_quality [toggl.csv 'Career=watching,Guitar=meeting']

It prints its tables, of which the most is kept in RESULTS.md under the costs.

Without a file it judges made-up logs of six persons' habits, four of each, from fixed seeds; with one, that log too.
Every week is judged at each of its day ends by only what was known then, against caps and goals that were taken from
earlier weeks alone. Beside the forecast stand two rules that say yes or no: this week's pace drawn on, and four fifths
used up. A week is warned of *early* a day end before its cap is passed (before the week's own end, for the balance),
and *in vain* if it then ends inside; both are shares, of the weeks that went over and of those that did not.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from planner.domain.drift.balance import TIMES, share_of_watching
from planner.domain.drift.course import Course
from planner.domain.drift.judgement import HISTORY
from planner.domain.drift.past_week import PastWeek, past_week
from planner.domain.entry import Stretch
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.settings import EVERY_DAY
from planner.domain.texts import folded
from planner.domain.week import Week
from planner.interop.formats.toggl import rows_of
from planner.interop.intake.draft import Stretch as Tracked
from planner.interop.intake.mapping import read_map
from planner.interop.intake.part import parts_at

Log = Sequence[tuple[Week, Sequence[Stretch]]]
QUANTILES = (0.3, 0.5, 0.7, 0.9)  # of earlier weeks' watching: the caps
LEARNED = 4  # weeks behind her from which on she is judged
FIRST = Week(2025, 1)


class Said(NamedTuple):
    """What was said at one day end: the chance of a bad end (None: nothing was), and whether each method warned."""

    chance: float | None
    warned: Mapping[str, bool]


class Case(NamedTuple):
    """One week under one plan: what was said at its day ends while it could still turn, and whether it ended badly."""

    said: Sequence[Said]
    bad: bool


class Tail(NamedTuple):
    """Where a week's end fell: above the 90 % quantile, and below the 10 % one (None where that was no more than
    what was logged already)."""

    above: bool
    below: bool | None


class Judged(NamedTuple):
    """All that came of one log."""

    cap: list[Case]
    balance: list[Case]
    eyes: list[Tail]
    hands: list[Tail]
    shares: list[Tail]


def judged(log: Log, work_days: Collection[int] = EVERY_DAY) -> Judged:
    """A log, judged week by week under several plans, for one who says that she works on these days."""
    found, past = Judged([], [], [], [], []), list[PastWeek]()
    for week, stretches in log:
        known = [one for one in past if 0 < week.minus(one.week) <= HISTORY]
        lived = [one for one in known if one.was_logged]
        if len(lived) >= LEARNED and stretches:  # of a week of which nothing is known, nothing can be said
            _judge(found, week, stretches, known, lived, work_days)
        past.append(past_week(week, None, stretches))
    return found


def _judge(
    found: Judged,
    week: Week,
    stretches: Sequence[Stretch],
    known: Sequence[PastWeek],
    lived: Sequence[PastWeek],
    work_days: Collection[int],
) -> None:
    goal = _quantile([sum(one.hands.days) for one in lived], 0.5)
    caps = {_quantile([sum(one.eyes.days) for one in lived], p) for p in QUANTILES}
    ends = [datetime.combine(day + timedelta(days=1), time(), UTC) for day in week.days]
    for number, cap in enumerate(sorted(cap for cap in caps if cap)):
        course = Course(week, Split(goal, 0, cap), known, stretches, work_days=work_days)
        found.cap.append(_of_cap(course, ends, cap))
        if goal:
            found.balance.append(_of_balance(course, ends, TIMES * cap / goal))
        if not number:  # what is forecast hangs on no plan
            _see_tails(found, course, ends)


def _of_cap(course: Course, ends: Sequence[datetime], cap: int) -> Case:
    said = []
    for days, at in enumerate(ends[:-1], 1):
        moment = course.moment(at)
        if moment.eyes.logged > cap:
            break
        warned = {
            "forecast": course.cap_level(at) >= Level.DRIFTING,
            "pace": moment.eyes.logged * 7 / days > cap,
            "80 %": moment.eyes.logged >= 0.8 * cap,
        }
        said.append(Said(moment.over_cap, warned))
    return Case(said, course.moment(ends[-1]).eyes.logged > cap)


def _of_balance(course: Course, ends: Sequence[datetime], ratio: float) -> Case:
    said = []
    for at in ends[:-1]:
        moment = course.moment(at)
        told = moment.out_of_balance is not None
        warned = {
            "forecast": course.balance_level(at) >= Level.DRIFTING,
            "pace": told and moment.eyes.logged > ratio * moment.hands.logged,
            "80 %": told and moment.eyes.logged >= 0.8 * ratio * moment.hands.logged,
        }
        said.append(Said(moment.out_of_balance, warned))
    return Case(said, course.balance_level(ends[-1]) is Level.ADRIFT)


def _see_tails(found: Judged, course: Course, ends: Sequence[datetime]) -> None:
    end = course.moment(ends[-1])
    total = end.eyes.logged + end.hands.logged
    for at in ends[:-1]:
        eyes, hands, *_ = course.moment(at)
        for tails, prediction, came_to in ((found.eyes, eyes, end.eyes.logged), (found.hands, hands, end.hands.logged)):
            low, high = prediction.quantile(0.1), prediction.quantile(0.9)
            tails.append(Tail(came_to > high, came_to < low if low > prediction.logged else None))
        if total:
            share, bounds = end.eyes.logged / total, share_of_watching(eyes, hands)
            found.shares.append(Tail(share > bounds.high + 0.001, share < bounds.low - 0.001 if bounds.low else None))


def _quantile(values: Sequence[int], p: float) -> int:
    """Of those that are not 0, to five minutes."""
    some = sorted(value for value in values if value)
    return 5 * round(some[min(len(some) - 1, int(p * len(some)))] / 5) if some else 0


# The logs


def habits(seed: int, weeks: int = 78) -> Iterator[tuple[str, Log]]:
    """Made-up persons: chance and minutes a day of watching, then of the hands; appetites wander, holidays happen."""
    yield "weekend", made_up(seed, weeks, lambda _, day: (0.7, 60) if day > 4 else (0.1, 20), lambda _: (0.3, 40))
    yield "evenings", made_up(seed, weeks, lambda _, day: (0.85, 22), lambda day: (0.5, 30) if day < 5 else (0.1, 20))
    yield (
        "new habit",
        made_up(seed, weeks, lambda week, _: (0.5, 20) if week < weeks // 2 else (0.8, 55), lambda _: (0.4, 35)),
    )
    yield "sparse", made_up(seed, weeks, lambda _, day: (0.15, 35), lambda _: (0.15, 45))
    yield "binges", made_up(seed, weeks, lambda _, day: (0.25, 70), lambda day: (0.6, 30) if day < 4 else (0.2, 60))
    yield (
        "meetings",
        made_up(seed, weeks, lambda _, day: (0.5, 25), lambda day: (0.6, 75) if day in {1, 3} else (0.1, 20)),
    )


#: The days of those who keep to some of them, 0 for Monday.
FIVE, THREE = (0, 1, 2, 3, 4), (0, 2, 4)


def of_working_days(seed: int, weeks: int = 78) -> Iterator[tuple[str, Collection[int], Log]]:
    """Made-up persons who say on which days they work, and keep to these, or do not quite."""
    yield (
        "five days",
        FIVE,
        made_up(seed, weeks, lambda _, day: (0.7 * (day < 5), 30), lambda day: (0.5 * (day < 5), 40)),
    )
    yield (
        "three days",
        THREE,
        made_up(seed, weeks, lambda _, day: (0.8 * (day in THREE), 40), lambda day: (0.6 * (day in THREE), 50)),
    )
    yield (
        "Saturdays",
        FIVE,
        made_up(seed, weeks, lambda _, day: (0.7 if day < 5 else 0.06, 30), lambda day: (0.5 if day < 5 else 0.03, 40)),
    )


def made_up(
    seed: int, weeks: int, eyes: Callable[[int, int], tuple[float, int]], hands: Callable[[int], tuple[float, int]]
) -> Log:
    """One made-up log."""
    chance, log = random.Random(seed), []
    appetites = {Kind.WATCHING: 1.0, Kind.CONTRIBUTION: 1.0}
    for number in range(weeks):
        week, stretches = FIRST.plus(number), []
        for kind, before in appetites.items():
            appetites[kind] = 0.7 * before + 0.3 * math.exp(chance.gauss(0, 0.5))
        away = chance.random() < 0.08
        for day, day_date in enumerate(week.days):
            for kind, (often, usual) in ((Kind.WATCHING, eyes(number, day)), (Kind.CONTRIBUTION, hands(day))):
                appetite = math.sqrt(appetites[kind])
                minutes = 5 * max(1, round(usual * appetite * math.exp(chance.gauss(-0.2, 0.6)) / 5))
                if chance.random() < min(0.97, often * appetite) and not away:
                    start = datetime.combine(day_date, time(17 + chance.randrange(4)), UTC)
                    stretches.append(Stretch(start, min(minutes, 180), kind, "any"))
        log.append((week, stretches))
    return log


def from_toggl(path: str, kinds: str) -> Log:
    """A real log, from its first week to its last."""
    meanings = read_map(kinds)
    by_week: dict[Week, list[Stretch]] = {}
    for row in rows_of(parts_at([path]), UTC, []):
        meaning = meanings.get(folded(row.project)) if isinstance(row, Tracked) else None
        if isinstance(row, Tracked) and meaning and meaning.kind and row.minutes:
            by_week.setdefault(row.week, []).append(Stretch(row.start, row.minutes, meaning.kind, row.project))
    first = min(by_week)
    return [(first.plus(n), by_week.get(first.plus(n), [])) for n in range(max(by_week).minus(first) + 1)]


# The tables


def case_row(name: str, method: str, cases: Sequence[Case]) -> str:
    """How early and how often in vain a method warned."""
    bad, good = [case for case in cases if case.bad], [case for case in cases if not case.bad]
    early = _share(any(said.warned[method] for said in case.said) for case in bad)
    in_vain = _share(any(said.warned[method] for said in case.said) for case in good)
    of_all = len([case for case in good if any(said.warned[method] for said in case.said)]) / max(1, len(cases))
    score = log_score(cases) if method == "forecast" else "    –"
    return f"{name:10} {method:9} {len(cases):5} {len(bad):5} {early} {in_vain} {of_all:7.1%}  {score}"


def log_score(cases: Iterable[Case]) -> str:
    """The mean of -log of the chance that was given to what came; nothing is taken as surer than 0.5 %."""
    scores = []
    for case in cases:
        for chance in (said.chance for said in case.said if said.chance is not None):
            kept = min(max(chance, 0.005), 0.995)
            scores.append(-math.log(kept if case.bad else 1 - kept))
    return f"{sum(scores) / len(scores):5.3f}" if scores else "    –"


def tail_row(name: str, what: str, tails: Sequence[Tail]) -> str:
    """How many day ends' weeks fell out of the 80 % interval, above and below."""
    below = [tail.below for tail in tails if tail.below is not None]
    return f"{name:10} {what:7} {len(tails):6}  {_share(tail.above for tail in tails)}  {_share(below)}"


def _share(events: Iterable[bool]) -> str:
    known = list(events)
    return f"{sum(known) / len(known):7.1%}" if known else "      –"


def main(arguments: Sequence[str]) -> None:
    """Print the tables."""
    logs: dict[str, list[Log]] = {"real": [from_toggl(*arguments)]} if arguments else {}
    for seed in range(4):
        for name, log in habits(seed):
            logs.setdefault(name, []).append(log)
    by_name = {name: [judged(log) for log in people] for name, people in logs.items()}
    by_name["made up"] = [one for name, some in by_name.items() if name != "real" for one in some]
    for title in ("cap", "balance"):
        print(f"\n{title:10} method    weeks  over   early in vain  of all  log score")
        for name, some in by_name.items():
            cases = [case for one in some for case in getattr(one, title)]
            for method in ("forecast", "pace", "80 %"):
                print(case_row(name, method, cases))
    print("\n                   day ends   above    below (of the 80 % interval)")
    for name, some in by_name.items():
        for what in ("eyes", "hands", "shares"):
            print(tail_row(name, what, [tail for one in some for tail in getattr(one, what)]))


def print_working_days() -> None:
    """Print what the judgement gains where she has said on which days she works."""
    print("\nsaid or not           weeks  over   early in vain  of all  log score, of the cap, then the balance")
    for name in ("five days", "three days", "Saturdays"):
        people = [(days, log) for seed in range(4) for who, days, log in of_working_days(seed) if who == name]
        for method, said in (("not said", False), ("said", True)):
            some = [judged(log, days if said else EVERY_DAY) for days, log in people]
            for cases in ([case for one in some for case in one.cap], [case for one in some for case in one.balance]):
                print(case_row(name, "forecast", cases).replace("forecast ", f"{method:9}"))


if __name__ == "__main__":
    started = datetime.now(UTC)
    main(sys.argv[1:])
    print_working_days()
    print(f"\n{(datetime.now(UTC) - started) / timedelta(seconds=1):.1f} s")
