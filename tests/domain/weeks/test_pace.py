"""Pace in words, from the days that are left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.kinds import Split
from planner.domain.week import Week
from planner.domain.weeks.pace import beside, cap_words, goal_words, in_hours, left_words, pace

WEEK = Week(2026, 48)
THURSDAY = date(2026, 11, 26)
SUNDAY = date(2026, 11, 29)


def test_what_is_left_is_cut_into_usual_lengths_on_the_next_days() -> None:
    assert pace(60, 20, 20, THURSDAY, WEEK) == "20 of 60, two times 20 to go: Thu, Fri"


def test_one_last_time_says_exactly_what_is_left() -> None:
    assert pace(60, 43, 20, THURSDAY, WEEK) == "43 of 60, 17 min more: Thu"


def test_times_are_rounded_to_the_nearest_and_length_up_to_5_minutes() -> None:
    assert pace(60, 18, 20, THURSDAY, WEEK) == "18 of 60, two times 25 to go: Thu, Fri"


def test_half_a_time_more_is_a_time() -> None:
    assert pace(50, 0, 20, THURSDAY, WEEK) == "0 of 50, three times 20 to go: Thu, Fri, Sat"


def test_today_does_not_count_when_it_has_been_done_today() -> None:
    assert pace(60, 20, 20, THURSDAY, WEEK, done_today=True) == "20 of 60, two times 20 to go: Fri, Sat"


def test_the_last_day_always_counts() -> None:
    assert pace(60, 20, 20, SUNDAY, WEEK, done_today=True) == "20 of 60, 40 min more: Sun"


def test_a_week_to_come_has_all_its_days() -> None:
    assert pace(40, 0, 20, WEEK.monday - timedelta(3), WEEK, done_today=True) == "0 of 40, two times 20 to go: Mon, Tue"


def test_a_week_that_is_over_only_says_where_it_ended() -> None:
    assert pace(60, 20, 20, SUNDAY + timedelta(1), WEEK) == "20 of 60"


@pytest.mark.parametrize(("planned", "logged"), [(60, 60), (60, 75), (0, 0), (0, 15)])
def test_nothing_is_said_when_nothing_is_left_to_do(planned: int, logged: int) -> None:
    assert pace(planned, logged, 20, THURSDAY, WEEK) == ""


def test_a_goal_of_an_hour_is_said_in_the_unit_of_what_was_done() -> None:
    assert [beside(45, 60), beside(60, 60), beside(45, 90)] == [("45", "60"), ("60", "60"), ("45", "1h30")]


def test_there_are_no_more_times_than_days_left_but_longer_ones() -> None:
    wednesday = THURSDAY - timedelta(1)
    assert pace(150, 0, 25, wednesday, WEEK) == "0 of 2h30, five times 30 to go: Wed, Thu, Fri, Sat, Sun"
    assert pace(50, 0, 5, THURSDAY, WEEK) == "0 of 50, four times 15 to go: Thu, Fri, Sat, Sun"
    assert "seven times 5 to go" in pace(35, 0, 5, WEEK.monday, WEEK)
    assert pace(300, 0, 5, WEEK.monday, WEEK).startswith("0 of 5h, 5h more: Mon,"), "nobody keeps such a pace"


def test_a_group_without_a_usual_length_goes_at_once() -> None:
    assert pace(50, 0, 0, SUNDAY, WEEK) == "0 of 50, 50 min more: Sun"


@given(st.integers(1, 600), st.integers(0, 600), st.integers(1, 90), st.integers(0, 6), st.booleans())
def test_it_never_names_a_day_that_is_past(planned: int, logged: int, usual: int, weekday: int, done: bool) -> None:
    today = WEEK.days[weekday]
    told = pace(planned, logged, usual, today, WEEK, done_today=done)
    past = [day.strftime("%a") for day in WEEK.days if day < today]
    assert bool(told) == (logged < planned)
    assert not any(day in told for day in past)


def test_what_is_arranged_is_no_longer_to_go() -> None:
    assert pace(90, 60, 45, THURSDAY, WEEK, arranged=45) == "1h of 1h30, 45 arranged"
    assert pace(90, 0, 45, THURSDAY, WEEK, arranged=45) == "0 of 1h30, 45 arranged, 45 min more: Thu"
    assert pace(90, 90, 45, THURSDAY, WEEK, arranged=45) == ""


def test_a_row_with_a_length_over_an_hour_writes_all_of_them_in_hours() -> None:
    hours = in_hours(Split(0, 105, 0), Split(60, 60, 15))
    assert hours and not in_hours(Split(45, 60, 10), Split(60, 60, 15))
    assert goal_words(0, 60, hours=hours) == "0 of 1h"
    assert goal_words(105, 60, hours=hours) == "1h45 of 1h"
    assert cap_words(10, 15, hours=hours) == "10 ≤ 15"


def test_what_is_left_of_a_row_is_written_as_its_goals_are() -> None:
    assert left_words(105, hours=in_hours(Split(), Split(60, 45, 0))) == "105"
    assert left_words(60, hours=in_hours(Split(20, 0, 0), Split(80, 0, 0))) == "1h"
    assert left_words(0) == "–"


def test_what_is_left_is_written_as_its_goal_is() -> None:
    assert pace(60, 0, 60, THURSDAY, WEEK) == "0 of 60, 60 min more: Thu"
    assert pace(60, 0, 60, THURSDAY, WEEK, hours=True) == "0 of 1h, 1h more: Thu"


def test_what_is_to_go_falls_on_her_working_days() -> None:
    assert pace(60, 20, 20, THURSDAY, WEEK, work_days=(0, 3, 5)) == "20 of 60, two times 20 to go: Thu, Sat"
    assert pace(60, 20, 20, THURSDAY, WEEK, work_days=(0, 4)) == "20 of 60, 40 min more: Fri"
    assert pace(60, 20, 20, THURSDAY, WEEK, work_days=(0, 1, 2)) == "20 of 60"
