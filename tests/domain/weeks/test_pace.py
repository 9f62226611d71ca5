"""Pace in words, from the days that are left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.week import Week
from planner.domain.weeks.pace import beside, cap_words, goal_words, left_words, pace
from planner.domain.words import minutes

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


def test_a_goal_of_an_hour_is_counted_in_minutes_on_the_way_to_it() -> None:
    assert [beside(45, 60), beside(60, 60), beside(45, 90)] == [("45", "60"), ("1h", "1h"), ("45", "1h30")]


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


def test_where_a_goal_and_a_cap_stand_in_a_table() -> None:
    assert [goal_words(45, 60), goal_words(105, 60), goal_words(0, 0)] == ["45 of 60", "1h45 of 1h", "–"]
    assert [cap_words(10, 60), cap_words(60, 60), cap_words(75, 60)] == ["10 ≤ 60", "1h ≤ 1h", "1h15 > 1h"]


def test_what_is_left_is_said_as_people_say_minutes() -> None:
    assert [left_words(left) for left in (105, 60, 59, 0)] == ["1h45", "1h", "59", "–"]
    assert pace(60, 0, 60, THURSDAY, WEEK) == "0 of 60, 1h more: Thu"


@given(st.integers(0, 600), st.integers(0, 600))
def test_bare_minutes_of_an_hour_are_those_of_a_goal_on_the_way(done: int, goal: int) -> None:
    there, wanted = beside(done, goal)
    assert there == minutes(done), "what was done is said as people say it"
    assert wanted == ("60" if goal == 60 and done < 60 else minutes(goal))


def test_what_is_to_go_falls_on_her_working_days() -> None:
    assert pace(60, 20, 20, THURSDAY, WEEK, work_days=(0, 3, 5)) == "20 of 60, two times 20 to go: Thu, Sat"
    assert pace(60, 20, 20, THURSDAY, WEEK, work_days=(0, 4)) == "20 of 60, 40 min more: Fri"
    assert pace(60, 20, 20, THURSDAY, WEEK, work_days=(0, 1, 2)) == "20 of 60"
