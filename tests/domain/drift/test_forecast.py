"""The forecast: how much will have been watched by Sunday night."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.drift.forecast import Prediction, predict_by
from planner.domain.drift.past_week import PastWeek, past_week
from planner.domain.drift.rhythm import rhythm_of
from planner.domain.entry import Stretch
from planner.domain.kinds import Kind, Split
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


def predict(now: datetime, week: Week, so_far: Sequence[Stretch], past: Sequence[PastWeek]) -> Prediction:
    """The prediction of watching, from this week's stretches so far and the rhythm of the weeks that were logged."""
    days = [0] * 7
    for stretch in so_far:
        days[stretch.start.weekday()] += 0 if stretch.kind.is_hands else stretch.minutes
    return predict_by(rhythm_of([each.eyes for each in past if each.was_logged]), now, week, days)


def test_nothing_is_expected_after_the_last_day_on_which_she_works() -> None:
    usual = weeks((30, 30, 0, 30, 30, 0, 0))
    five = rhythm_of([each.eyes for each in usual], range(5))
    saturday = predict_by(five, at(5), WEEK, [30, 30, 0, 30, 30, 0, 0])
    assert saturday.forecast() == (120, 120, 120) and saturday.chance_over(120) == 0
    assert saturday.chance_over(119) == 1
    every_day = predict(at(5), WEEK, watched(WEEK, (30, 30, 0, 30, 30)), usual)
    assert every_day.forecast().high > 120 and every_day.chance_over(120) > 0.2


def test_a_day_on_which_she_was_seen_is_expected_all_the_same() -> None:
    five = rhythm_of([each.eyes for each in weeks((30, 30, 0, 30, 30, 0, 0))], range(5))
    assert predict_by(five, at(5, 20), WEEK, [0, 30, 0, 30, 30, 40, 0]).chance_over(130) > 0
    sundays = rhythm_of([each.eyes for each in weeks((0, 0, 0, 0, 30, 0, 60))], range(5))
    assert predict_by(sundays, at(5), WEEK, [0, 0, 0, 0, 30, 0, 0]).forecast().median > 60


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


@given(st.floats(-3, 20), st.floats(1.2, 3), st.floats(3, 100), st.floats(0.05, 0.95))
def test_its_quantile_and_its_chance_say_the_same(a: float, b: float, shift: float, p: float) -> None:
    prediction = Prediction(30, 10_000, a, b, shift)
    end = prediction.quantile(p)
    over = prediction.chance_over(end)
    assert over == pytest.approx(1 - p) or (end == 30 and over <= 1 - p) or end == 10_030


def test_it_is_what_the_closed_form_gives_by_hand() -> None:
    """Twelve even weeks of 20 minutes a day, seen on Monday at 0:00: both memories say 140 a week less the prior's."""
    usual = weeks((20,) * 7)
    prediction = predict(at(0, 0), WEEK, [], usual)
    day = 0.5 ** (1 / 84)
    slow = sum(0.5 ** (7 * ago / 84) for ago in range(1, 13)) * sum(day**-number for number in range(1, 8)) / 7
    fast = sum(0.5**ago for ago in range(1, 13)) * sum(2 ** (number / 7) for number in range(1, 8)) / 7
    seen = sum(0.5 ** (7 * ago / 56) for ago in range(1, 13))
    half = (0.3 * 65 + seen * 140) / (0.3 + seen * 7) / 2
    logs = [math.log((0.3 * 90 + each * 140) / (0.3 + each) + half) for each in (fast, slow)]
    weights = 1.458 - 0.967 / 2, 0.727 + 0.672 / 2
    assert prediction.shift == pytest.approx(half)
    assert prediction.b == pytest.approx(sum(weights))
    assert prediction.a == pytest.approx(-0.203 + weights[0] * logs[0] + weights[1] * logs[1])
    odds = prediction.a - prediction.b * math.log(100 + half)
    assert prediction.chance_over(100) == pytest.approx(1 / (1 + math.exp(-odds)))


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


def test_who_reads_at_weekends_alone_is_warned_before_them() -> None:
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


def test_a_new_habit_is_believed_within_the_week() -> None:
    usual = weeks((10,) * 7)
    by_friday = predict(at(5, 0), WEEK, watched(WEEK, (60,) * 5), usual).forecast().median
    assert by_friday > 300 + 2 * 20


def test_after_empty_weeks_the_habit_is_what_it_was() -> None:
    usual = weeks((40,) * 7)
    away = [past_week(WEEK.plus(-ago), Split(watching=60), ()) for ago in (2, 1)]
    before = [each._replace(week=each.week.plus(-2)) for each in usual]
    assert predict(at(1), WEEK, [], [*before, *away]) == predict(at(1), WEEK, [], usual)


def test_weeks_of_the_hands_alone_say_that_nothing_is_watched() -> None:
    met = [
        past_week(WEEK.plus(-ago), None, [Stretch(at(2) - timedelta(weeks=ago), 60, Kind.MEETING, "pmi")])
        for ago in range(8, 0, -1)
    ]
    assert predict(at(1), WEEK, [], met).forecast().median < 20


def test_a_prior_speaks_before_anything_is_known() -> None:
    low, median, high = predict(at(0, 0), WEEK, [], []).forecast()
    assert low == 0
    assert median < 90 < high


def test_under_two_weeks_its_range_is_wider_and_its_median_stays() -> None:
    young, older = (predict(at(2), WEEK, watched(WEEK, (30, 30)), weeks((30,) * 7, count)) for count in (1, 2))
    ranges = [each.quantile(0.9) - each.quantile(0.1) for each in (young, older)]
    assert ranges[0] > 1.2 * ranges[1]
    assert young.quantile(0.5) == pytest.approx(older.quantile(0.5), rel=0.1)


def test_a_new_pace_yields_to_two_days() -> None:
    assert predict(at(2, 0), WEEK, watched(WEEK, (60, 60)), []).forecast().median > 240


@pytest.mark.parametrize("count", [0, 1, 12])
def test_the_last_evening_holds_less_by_the_hour(count: int) -> None:
    """With nothing done all week three hours do not bring what a whole day may, and the last one next to nothing."""
    hours = [predict(at(6, hour), WEEK, [], weeks((0, 40, 0, 40), count)).forecast() for hour in (0, 9, 15, 21, 23)]
    assert [each.high for each in hours] == sorted((each.high for each in hours), reverse=True)
    *_, three_left, one_left = hours
    assert three_left.high < min(30, hours[0].high / 2)
    assert one_left.high < 5


def test_until_the_last_day_the_hour_counts_only_by_her_rhythm() -> None:
    before, at_midnight = predict(at(5, 23), WEEK, [], weeks(EVENING)), predict(at(6, 0), WEEK, [], weeks(EVENING))
    assert before.still == at_midnight.still == 1.0
    assert predict(at(6, 22), WEEK, [], weeks(EVENING)).still < predict(at(6, 18), WEEK, [], weeks(EVENING)).still < 1


@given(days_of_minutes, st.integers(0, 22), st.sampled_from([0.3, 0.5, 0.9, 0.98]))
def test_a_quantile_is_passed_with_the_chance_that_it_leaves(usual: tuple[int, ...], hour: int, p: float) -> None:
    prediction = predict(at(6, hour), WEEK, [], weeks(usual, 4))
    quantile = prediction.quantile(p)
    if 0 < quantile < prediction.left:
        assert prediction.chance_over(quantile) == pytest.approx(1 - p)
    else:
        assert quantile or prediction.chance_over(0) <= 1 - p + 1e-9


def test_a_long_history_takes_less_than_two_milliseconds() -> None:
    past = weeks((15,) * 7)
    so_far = watched(WEEK, (15, 15, 15))
    best = min(_spent(past, so_far) for _ in range(20))
    assert best < 0.002


def _spent(past: list[PastWeek], so_far: tuple[Stretch, ...]) -> float:
    started = process_time()
    predict(at(3), WEEK, so_far, past).chance_over(120)
    return process_time() - started
