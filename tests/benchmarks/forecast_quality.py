"""How good the forecast is: how early it warns, how seldom it is wrong, and whether its chances mean what they say.

    python -m tests.benchmarks.forecast_quality [toggl.csv 'Career=watching,Guitar=meeting']

Without a file it judges made-up logs of five habits, four people each, from fixed seeds; with one, that log too. Every
week is judged at each of its day ends, by only what was known then, against caps at quantiles of the log's own weeks.
Beside the forecast stand two baselines that say yes or no: this week's pace drawn on, and last week's remainder again.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from planner.domain.drift.judgement import Level, replay
from planner.domain.entry import Stretch
from planner.domain.kinds import Kind
from planner.domain.week import Week
from planner.interop.toggl import entries, read_map, read_rows

Log = Sequence[tuple[Week, Sequence[Stretch]]]
QUANTILES = (0.2, 0.4, 0.5, 0.6, 0.8)
FIXED = (60, 120, 240, 600)
FIRST = Week(2025, 1)


class Said(NamedTuple):
    """What one method said at one day end: the chance that the cap would be passed, and whether it warned."""

    chance: float
    warned: bool


class Course(NamedTuple):
    """One week under one cap: what was said at its day ends until it was passed, on which day that was (or None)."""

    said: Sequence[Said]
    passed: int | None


def totals(log: Log) -> list[list[int]]:
    """Minutes watched by week and day."""
    return [
        [sum(one.minutes for one in stretches if one.kind is Kind.WATCHING and one.day == day) for day in week.days]
        for week, stretches in log
    ]


def courses_of_forecast(log: Log, cap: int) -> Iterator[Course]:
    """The forecast's courses, by the very judgement the app shows."""
    days = list(replay([(week, cap, stretches) for week, stretches in log], UTC))
    for at in range(0, len(days), 7):
        week = days[at : at + 7]
        passed = next((number for number, day in enumerate(week) if day.watching > cap), None)
        before = week[: 6 if passed is None else min(passed, 6)]
        yield Course([Said(day.probability, day.level >= Level.DRIFTING) for day in before], passed)


def courses_of(guess: Callable[[Sequence[int], Sequence[int]], float], log: Log, cap: int) -> Iterator[Course]:
    """A baseline's courses: ``guess`` gives the week's total from last week's days and this week's so far."""
    before: Sequence[int] = [0] * 7
    for days in totals(log):
        passed = next((number for number in range(7) if sum(days[: number + 1]) > cap), None)
        ends = range(1, 7 if passed is None else min(passed, 6) + 1)
        yield Course([Said(float(over), over) for over in (guess(before, days[:n]) > cap for n in ends)], passed)
        before = days


def pace(_: Sequence[int], days: Sequence[int]) -> float:
    """This week's pace, drawn on."""
    return sum(days) * 7 / len(days)


def again(before: Sequence[int], days: Sequence[int]) -> float:
    """Last week's remainder once more."""
    return sum(days) + sum(before[len(days) :])


METHODS: Mapping[str, Callable[[Log, int], Iterator[Course]]] = {
    "forecast": courses_of_forecast,
    "pace": lambda log, cap: courses_of(pace, log, cap),
    "last week": lambda log, cap: courses_of(again, log, cap),
}


def habits(seed: int, weeks: int = 52) -> Iterator[tuple[str, Log]]:
    """Made-up people: (chance of watching on a day, minutes then), whose appetite wanders and who go on holiday."""
    yield "weekend", made_up(seed, weeks, lambda _, day: (0.7, 60) if day > 4 else (0.1, 20))
    yield "evenings", made_up(seed, weeks, lambda _, day: (0.85, 22))
    yield "new habit", made_up(seed, weeks, lambda week, day: (0.5, 20) if week < weeks // 2 else (0.8, 55))
    yield "sparse", made_up(seed, weeks, lambda _, day: (0.08, 35))
    yield "binges", made_up(seed, weeks, lambda _, day: (0.25, 70))


def made_up(seed: int, weeks: int, habit: Callable[[int, int], tuple[float, int]]) -> Log:
    """One made-up log."""
    chance, appetite, log = random.Random(seed), 1.0, []
    for number in range(weeks):
        week, stretches = FIRST.plus(number), []
        appetite = 0.7 * appetite + 0.3 * math.exp(chance.gauss(0, 0.5))
        away = chance.random() < 0.08
        for day, day_date in enumerate(week.days):
            often, usual = habit(number, day)
            minutes = 5 * max(1, round(usual * math.sqrt(appetite) * math.exp(chance.gauss(-0.2, 0.6)) / 5))
            if chance.random() < min(0.97, often * math.sqrt(appetite)) and not away:
                start = datetime.combine(day_date, time(17 + chance.randrange(4)), UTC)
                stretches.append(Stretch(start, min(minutes, 180), Kind.WATCHING, "any"))
        log.append((week, stretches))
    return log


def from_toggl(path: str, kinds: str) -> Log:
    """A real log, from its first week to its last."""
    with open(path, "rb") as file:
        rows, _ = read_rows(file.read(), UTC)
    by_week: dict[Week, list[Stretch]] = {}
    for entry in entries(rows, read_map(kinds), (), datetime.now(UTC)).entries:
        by_week.setdefault(entry.week, []).append(Stretch(entry.start, entry.minutes, entry.kind, entry.group))
    first = min(by_week)
    return [(first.plus(n), by_week.get(first.plus(n), [])) for n in range(max(by_week).minus(first) + 1)]


def caps(log: Log) -> list[int]:
    """Caps at quantiles of the weeks with any watching, and fixed ones within their range."""
    some = sorted(sum(days) for days in totals(log) if sum(days))
    return [some[int(p * len(some))] for p in QUANTILES] + [cap for cap in FIXED if some[0] < cap < some[-1]]


def report(name: str, method: str, courses: Sequence[Course]) -> None:
    """One line of the table."""
    pairs = [(said.chance, course.passed is not None) for course in courses for said in course.said]
    brier = sum((chance - passed) ** 2 for chance, passed in pairs) / len(pairs)
    kept = [(min(max(chance, 0.005), 0.995), passed) for chance, passed in pairs]
    log_score = -sum(math.log(chance if passed else 1 - chance) for chance, passed in kept) / len(kept)
    warned = [(course, next((n for n, said in enumerate(course.said) if said.warned), None)) for course in courses]
    passed = [(course.passed, day) for course, day in warned if course.passed is not None]
    leads = [at - day for at, day in passed if day is not None]
    warnings = [course for course, day in warned if day is not None]
    wrong = sum(course.passed is None for course in warnings) / max(1, len(warnings))
    missed = 1 - len(leads) / max(1, len(passed))
    print(
        f"{name:10} {method:10} {brier:6.3f} {log_score:6.3f}   {len(courses):5} {len(warnings):6} {wrong:6.0%} "
        f"{missed:6.0%} {sum(leads) / max(1, len(leads)):5.1f}"
    )


def calibration(courses: Sequence[Course]) -> None:
    """How often the cap was passed, by the chance that was given."""
    pairs = [(said.chance, course.passed is not None) for course in courses for said in course.said]
    for tenth in range(10):
        inside = [passed for chance, passed in pairs if tenth <= min(chance * 10, 9.99) < tenth + 1]
        share = f"{sum(inside) / len(inside):4.0%}" if inside else "   –"
        print(f"  said {tenth * 10:3} to {tenth * 10 + 10:3} %: passed {share} of {len(inside)}")


def main(arguments: Sequence[str]) -> None:
    """Print the table, then the forecast's calibration for each log."""
    logs: dict[str, list[Log]] = {"real": [from_toggl(*arguments)]} if arguments else {}
    for seed in range(4):
        for name, log in habits(seed):
            logs.setdefault(name, []).append(log)
    print("log        method      Brier    log   weeks warned  wrong missed  lead (days)")
    tables = {}
    for name, people in logs.items():
        for method, courses_by in METHODS.items():
            courses = [course for log in people for cap in caps(log) for course in courses_by(log, cap)]
            tables[name, method] = courses
            report(name, method, courses)
    for name in logs:
        print(f"\n{name}")
        calibration(tables[name, "forecast"])


if __name__ == "__main__":
    started = datetime.now(UTC)
    main(sys.argv[1:])
    print(f"\n{(datetime.now(UTC) - started) / timedelta(seconds=1):.1f} s")
