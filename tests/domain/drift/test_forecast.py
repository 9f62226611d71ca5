"""The forecast: how much will have been watched by Sunday night."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.drift.forecast import Prediction, predict
from planner.domain.drift.past_week import PastWeek, past_week
from planner.domain.entry import Stretch
from planner.domain.kinds import Kind
from planner.domain.week import Week

WEEK = Week(2026, 48)
EVENING = (0, 0, 0, 30, 0, 40, 50)


def watched(week: Week, days: tuple[int, ...], hour: int = 19) -> tuple[Stretch, ...]:
    """One stretch of watching a day, of so many minutes, Monday first."""
    return tuple(
        Stretch(datetime.combine(week.days[number], time(hour), UTC), minutes, Kind.WATCHING, "pmi")
        for number, minutes in enumerate(days)
        if minutes
    )


def weeks(days: tuple[int, ...], count: int = 12, hour: int = 19) -> list[PastWeek]:
    """So many alike weeks before the one that is judged."""
    return [past_week(WEEK.plus(-ago), None, watched(WEEK.plus(-ago), days, hour)) for ago in range(count, 0, -1)]


def at(day: int, hour: int = 12) -> datetime:
    """An hour of a day of the week, Monday 0."""
    return datetime.combine(WEEK.days[0], time(hour), UTC) + timedelta(days=day)


days_of_minutes = st.lists(st.integers(0, 400), min_size=7, max_size=7).map(tuple)
moments = st.integers(-2 * 24, 9 * 24).map(
    lambda hours: datetime.combine(WEEK.monday, time(), UTC) + timedelta(hours=hours)
)


@given(days_of_minutes, days_of_minutes, moments, st.integers(0, 12))
def test_its_quantiles_are_in_order_and_never_below_what_is_logged(
    this: tuple[int, ...], usual: tuple[int, ...], now: datetime, count: int
) -> None:
    so_far = [stretch for stretch in watched(WEEK, this, 1) if stretch.start < now]
    prediction = predict(now, WEEK, so_far, weeks(usual, count))
    low, median, high = prediction.forecast()
    assert prediction.logged <= low <= median <= high <= prediction.logged + prediction.left


@given(days_of_minutes, moments, st.integers(0, 3000), st.integers(0, 500))
def test_its_chance_falls_as_the_cap_rises(usual: tuple[int, ...], now: datetime, cap: int, more: int) -> None:
    prediction = predict(now, WEEK, watched(WEEK, (20,)), weeks(usual, 4))
    assert 0.0 <= prediction.chance_over(cap + more) <= prediction.chance_over(cap) + 1e-9 <= 1.0 + 1e-9


@given(st.floats(0.1, 50), st.floats(0.01, 3), st.floats(5, 200), st.floats(0.05, 0.95))
def test_its_quantile_and_its_chance_say_the_same(shape: float, spread: float, bout: float, p: float) -> None:
    prediction = Prediction(30, 10_000, shape, spread, bout)
    end = prediction.quantile(p)
    assert prediction.chance_over(end) <= 1 - p + 1e-6
    assert end == 30 or prediction.chance_over(end - 1) > 1 - p - 1e-6


def test_its_mean_is_that_of_the_bouts() -> None:
    prediction = Prediction(0, 10_000, shape=3.0, spread=0.5, bout=40.0)
    assert sum(prediction.chance_over(minutes) for minutes in range(2000)) == pytest.approx(3 * 0.5 * 40, abs=1)


def test_a_week_that_is_over_is_a_fact() -> None:
    prediction = predict(at(7, 0), WEEK, watched(WEEK, EVENING), weeks(EVENING))
    assert prediction.forecast() == (120, 120, 120)
    assert (prediction.chance_over(119), prediction.chance_over(120)) == (1.0, 0.0)


def test_no_more_can_come_than_the_week_has_left() -> None:
    prediction = predict(at(6, 23), WEEK, watched(WEEK, (600,) * 7), weeks((600,) * 7))
    assert prediction.chance_over(prediction.logged + 60) == 0.0
    assert prediction.forecast().high <= prediction.logged + 60


def test_a_steady_rhythm_is_expected_to_go_on() -> None:
    before_the_weekend = predict(at(5, 0), WEEK, watched(WEEK, (0, 0, 0, 30)), weeks(EVENING))
    assert 85 <= before_the_weekend.forecast().median <= 130


def test_who_reads_at_weekends_is_warned_before_them_and_who_does_not_is_not() -> None:
    friday_night = at(5, 0)
    so_far = watched(WEEK, (0, 0, 20))
    weekends = predict(friday_night, WEEK, so_far, weeks((0, 0, 20, 0, 0, 80, 80))).chance_over(90)
    workdays = predict(friday_night, WEEK, so_far, weeks((40, 40, 40, 40, 20, 0, 0))).chance_over(90)
    assert weekends > 0.6
    assert workdays < 0.15


def test_the_hour_counts_late_in_an_evening_less_is_still_to_come() -> None:
    so_far = watched(WEEK, (30,) * 6)
    evenings = weeks((30,) * 7, hour=20)
    chances = [predict(at(6, hour), WEEK, so_far, evenings).chance_over(200) for hour in (8, 18, 22, 23)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 1.5 * chances[-1]


def test_a_running_sitting_raises_the_chance() -> None:
    so_far = watched(WEEK, (30, 0, 0, 30))
    now = at(3, 19) + timedelta(minutes=30)
    still, running = (predict(now, WEEK, so_far, [], one).chance_over(90) for one in (None, so_far[-1]))
    assert running > still


def test_a_new_habit_is_believed_within_the_week() -> None:
    usual = weeks((10,) * 7)
    by_friday = predict(at(5, 0), WEEK, watched(WEEK, (60,) * 5), usual).forecast().median
    assert by_friday > 300 + 2 * 20


def test_a_holiday_is_believed_afterwards() -> None:
    after_two_empty_weeks = [
        *weeks((40,) * 7)[:-2],
        past_week(WEEK.plus(-2), None, ()),
        past_week(WEEK.plus(-1), None, ()),
    ]
    cautious = predict(at(1), WEEK, [], after_two_empty_weeks).forecast().median
    assert cautious < 0.7 * predict(at(1), WEEK, [], weeks((40,) * 7)).forecast().median


def test_without_history_a_stated_prior_speaks_and_yields_to_two_days() -> None:
    before_anything = predict(at(0, 0), WEEK, [], [])
    low, median, high = before_anything.forecast()
    assert low == 0
    assert median < 90 < high
    assert predict(at(2, 0), WEEK, watched(WEEK, (60, 60)), []).forecast().median > 240


def test_a_long_history_takes_less_than_two_milliseconds() -> None:
    past = weeks((15,) * 7)
    so_far = watched(WEEK, (15, 15, 15))
    best = min(_spent(past, so_far) for _ in range(20))
    assert best < 0.002


def _spent(past: list[PastWeek], so_far: tuple[Stretch, ...]) -> float:
    started = process_time()
    predict(at(3), WEEK, so_far, past).chance_over(120)
    return process_time() - started
