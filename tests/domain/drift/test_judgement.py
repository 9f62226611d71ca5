"""Drift: the level of a week, from its cap and its forecast."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from planner.domain.book import Book
from planner.domain.drift.bands import bands
from planner.domain.drift.drift import Drift
from planner.domain.drift.judgement import judge, replay
from planner.domain.drift.past_week import PastWeek, past_week
from planner.domain.drift.reasons import reasons
from planner.domain.entry import Stretch
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.plan import Plan, Short
from planner.domain.timer import Timer
from planner.domain.week import Week
from tests.known import known

ZONE = timezone(timedelta(hours=1))
WEEK = Week(2026, 48)
BOOK = Book({}, {}, {})


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment of the week, Monday 0; day 7 is its end."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=ZONE) + timedelta(days=day)


def read(day: int, minutes: int, hour: int = 8, week: int = 0) -> Stretch:
    """A stretch of reading in this week, or so many weeks after it."""
    return Stretch(at(day + 7 * week, hour), minutes, Kind.WATCHING, "pmi")


def chance(judged: Drift) -> float:
    """How likely its cap will be passed, of a week that has one."""
    assert judged.probability is not None
    return judged.probability


def drift(now: datetime, cap: int | None, *so_far: Stretch, past: list[PastWeek] | None = None) -> Drift:
    """The judgement of a week that has a cap and nothing for the hands, so that only the cap is judged."""
    return judge(now, WEEK, None if cap is None else only(cap), so_far, past or [], book=BOOK)


def only(cap: int) -> Plan:
    return Plan({"pmi": Split(watching=cap)})


def _seven_days(ago: int, minutes: int) -> list[Stretch]:
    return [read(day, minutes, week=-ago) for day in range(7)]


def steady(minutes: int, weeks: int = 8) -> list[PastWeek]:
    """Earlier weeks with so many minutes each day."""
    return [past_week(WEEK.plus(-ago), None, _seven_days(ago, minutes)) for ago in range(weeks, 0, -1)]


def test_a_passed_cap_is_adrift_and_certain() -> None:
    assert drift(at(2), 60, read(0, 40), read(1, 21))[:2] == (Level.ADRIFT, 1.0)


def test_a_cap_that_is_just_reached_is_not_passed() -> None:
    assert drift(at(7, 0), 60, read(0, 40), read(1, 20))[:2] == (Level.BALANCED, 0.0)


def test_no_reading_planned_is_a_cap_too() -> None:
    assert drift(at(2), 0, read(0, 5)).level is Level.ADRIFT


def test_a_first_quarter_of_an_hour_says_nothing_but_a_chance() -> None:
    past = steady(60)
    quarter, more = drift(at(1), 60, read(0, 15), past=past), drift(at(1), 60, read(0, 16), past=past)
    assert quarter.level is Level.BALANCED
    assert chance(quarter) > 0.9
    assert more.level is Level.DRIFTING


def test_without_a_plan_there_is_no_cap_to_pass() -> None:
    judged = drift(at(3), None, read(0, 600))
    assert (judged.cap, judged.cap_level, judged.probability) == (None, Level.BALANCED, None)


def test_a_running_timer_counts_at_once() -> None:
    timer = Timer(at(2, 11), Kind.WATCHING, "pmi")
    running = Stretch(timer.start, timer.elapsed(at(2)), timer.kind, timer.group)
    assert judge(at(2), WEEK, only(59), [running], [], book=BOOK, timer=timer).level is Level.ADRIFT


@pytest.mark.parametrize(("cap", "level"), [(145, Level.DRIFTING), (195, Level.LEANING), (250, Level.BALANCED)])
def test_the_level_follows_the_chance(cap: int, level: Level) -> None:
    judged = drift(at(3, 0), cap, read(0, 30), read(1, 30), read(2, 30), past=steady(30))
    assert judged.level is level
    assert [chance(judged) >= reached for _, reached, _ in bands()] == [judged.level >= one for one, *_ in bands()]


def test_a_level_is_left_only_well_under_its_threshold() -> None:
    """The same chance between 0.3 and 0.4 is leaning when it came from above and balanced when it came from below."""
    fallen = (read(0, 60), read(1, 60))
    risen = (read(3, 62, 9),)
    caps = range(130, 400)
    chances = {cap: drift(at(3), cap, *fallen, past=steady(20)) for cap in caps}
    held = [cap for cap, one in chances.items() if 0.3 <= chance(one) < 0.4 and one.level is Level.LEANING]
    assert held, "on the way down there is a band in which the level holds"
    assert all(chance(drift(at(2, 0), cap, *fallen, past=steady(20))) >= 0.4 for cap in held)
    first = [drift(at(3), cap, *risen, past=steady(5)) for cap in caps]
    assert {one.level for one in first if 0.3 <= chance(one) < 0.4} <= {Level.BALANCED}


def test_what_comes_later_is_not_looked_at() -> None:
    known = (read(0, 30), read(1, 30))
    assert drift(at(2), 120, *known) == drift(at(2), 120, *known, read(2, 90, 13), read(5, 300))
    under_way = drift(at(2), 120, read(0, 5), read(2, 90, 11)).forecast
    assert under_way and under_way.low >= 65


def test_a_week_that_is_over_is_judged_by_what_it_was() -> None:
    assert drift(at(9), 60, read(0, 61)).level is Level.ADRIFT
    assert drift(at(9), 60, read(0, 59))[:3] == (Level.BALANCED, 0.0, (59, 59, 59))


def test_a_replay_gives_each_day_end_by_what_was_known_then() -> None:
    late = Stretch(at(1, 23, 40), 45, Kind.WATCHING, "pmi")
    weeks = [(WEEK, Split(watching=60), [read(0, 20), late, read(4, 30)])]
    days = [known(day) for day in replay(weeks, ZONE)]
    assert [day.watching for day in days] == [20, 40, 65, 65, 95, 95, 95]
    assert [day.at for day in days] == [at(number, 0) for number in range(1, 8)]
    assert [day.level is Level.ADRIFT for day in days] == [False, False, True, True, True, True, True]


def test_a_replay_is_what_was_judged_at_the_time() -> None:
    past = steady(20)
    so_far = [read(0, 40), read(2, 30), read(5, 30)]
    replayed = list(
        replay(
            [
                *((one.week, None, _seven_days(WEEK.minus(one.week), 20)) for one in past),
                (WEEK, Split(watching=150), so_far),
            ],
            ZONE,
        )
    )[-7:]
    for day in map(known, replayed):
        judged = judge(day.at, WEEK, only(150), so_far, past, book=BOOK)
        assert (judged.level, judged.probability, judged.forecast) == (day.level, day.probability, day.forecast)


def test_a_replay_never_looks_ahead() -> None:
    weeks = [(one.week, Split(watching=100), _seven_days(WEEK.minus(one.week), 20)) for one in steady(20)]
    changed = [*weeks[:4], (weeks[4][0], Split(watching=100), [*weeks[4][2][:3], read(3, 500, week=-4)]), *weeks[5:]]
    before, after = list(replay(weeks, ZONE)), list(replay(changed, ZONE))
    assert before[: 4 * 7 + 3] == after[: 4 * 7 + 3]
    assert before[4 * 7 + 3] != after[4 * 7 + 3]


def test_a_replay_over_a_clock_change_ends_its_days_at_midnight() -> None:
    zone = ZoneInfo("Europe/Paris")
    days = list(replay([(Week(2026, 43), Split(watching=60), [])], zone))
    assert [day.at.hour for day in days] == [0] * 7
    assert days[-1].at.utcoffset() == timedelta(hours=1)


def test_weeks_without_a_file_are_no_history() -> None:
    so_far = [read(0, 40)]
    alone = list(replay([(WEEK, Split(watching=100), so_far)], ZONE))
    assert list(replay([(WEEK.plus(-1), None, []), (WEEK, Split(watching=100), so_far)], ZONE))[-7:] == alone
    planned = Split(watching=100)
    assert list(replay([(WEEK.plus(-1), planned, []), (WEEK, planned, so_far)], ZONE))[-7:] == alone


def test_no_figure_is_given_before_there_is_evidence_of_two_days() -> None:
    gave = Stretch(at(1, 9), 20, Kind.CONTRIBUTION, "pmi")
    one_day = drift(at(1), 90, read(0, 60), read(0, 10, 20))
    assert (one_day.forecast, one_day.probability, one_day.level) == (None, None, Level.BALANCED)
    assert drift(at(2), 90, read(0, 60), gave).forecast is not None
    assert drift(at(2), 90, read(0, 60), read(1, 5)).forecast is not None
    passed = drift(at(1), 50, read(0, 60))
    assert (passed.forecast, passed.probability, passed.level) == (None, 1.0, Level.ADRIFT)


def test_two_logged_weeks_are_evidence_and_two_planned_are_not() -> None:
    assert drift(at(0), 90, past=steady(20, 2)).forecast is not None
    planned = [past_week(WEEK.plus(-ago), Split(watching=60), ()) for ago in (2, 1)]
    assert drift(at(0), 90, past=planned).forecast is None


@pytest.mark.parametrize(("warn", "least"), [("seldom", 0.75), ("usual", 0.68), ("early", 0.58)])
def test_how_readily_she_is_warned_is_hers_to_set(warn: str, least: float) -> None:
    for cap in range(100, 300, 5):
        judged = judge(at(3, 0), WEEK, only(cap), [read(day, 30) for day in range(3)], steady(30), book=BOOK, warn=warn)
        assert judged.probability is not None
        if judged.probability >= least:
            assert judged.level is Level.DRIFTING, cap
        elif judged.probability < 0.55:
            assert judged.level < Level.DRIFTING, cap


class TestAWeekOff:
    OFF = Plan({}, short=Short(0, 5, {"pmi": Split(120, 60, 60)}, 0))

    def test_is_not_judged_whatever_is_logged_in_it(self) -> None:
        for moment in (at(2), at(7, 0)):
            judged = judge(moment, WEEK, self.OFF, [read(0, 10), read(1, 300)], steady(60), book=BOOK)
            assert judged == Drift(Level.BALANCED, None, None, None, over=moment == at(7, 0), off=True)
            assert reasons(judged) == ("A week off: nothing is judged.",)

    def test_that_gets_a_plan_after_all_is_judged_by_it(self) -> None:
        assert judge(at(2), WEEK, self.OFF._replace(shared=20), [read(0, 30)], [], book=BOOK).level is Level.ADRIFT

    def test_is_not_judged_in_a_replay_either(self) -> None:
        days = map(known, replay([(WEEK, None, [read(0, 90), read(1, 60)])], ZONE, off=[WEEK]))
        told = {(day.cap, day.level, day.probability, day.balance, day.forecast) for day in days}
        assert told == {(None, Level.BALANCED, None, None, None)}

    def test_says_nothing_of_her_rhythm(self) -> None:
        past, so_far = steady(20, 3), [read(0, 40), read(1, 20)]
        before = [past_week(week.week.plus(-1), None, _seven_days(WEEK.minus(week.week) + 1, 20)) for week in past]
        off = past_week(WEEK.plus(-1), None, [read(2, 10, week=-1)], off=True)
        assert drift(at(2), 200, *so_far, past=[*before, off]) == drift(at(2), 200, *so_far, past=before)

    def test_is_none_of_two_weeks_without_a_meeting(self) -> None:
        met = Stretch(at(-10), 45, Kind.MEETING, "pmi")
        earlier = past_week(WEEK.plus(-2), None, [met, read(0, 20, week=-2)])
        for off in (True, False):
            week = past_week(WEEK.plus(-1), None, [read(2, 20, week=-1)], off=off)
            judged = judge(at(5), WEEK, None, [read(0, 20)], [earlier, week], book=BOOK)
            assert ("no-meeting" in {each.code for each in judged.signals}) is not off
