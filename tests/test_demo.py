"""The sample: the state that a person reaches after some months."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from planner.demo import demo_desk
from planner.domain.group import Standing
from planner.domain.held import held
from planner.domain.kinds import Kind
from planner.domain.level import Level
from planner.domain.objective import Counts
from planner.domain.weeks.log_filter import LogFilter
from planner.domain.weeks.trends import total
from tests.known import known

NOW = {"PLANNER_NOW": "2026-11-26T18:40:00+01:00"}


def test_it_is_the_same_every_time() -> None:
    with demo_desk(NOW) as one, demo_desk(NOW) as other:
        assert one.book() == other.book()
        assert list(one.entries(LogFilter())) == list(other.entries(LogFilter()))


def test_there_are_groups_in_every_standing_two_of_which_ask_for_a_look() -> None:
    with demo_desk(NOW) as desk:
        groups = desk.book().groups.values()
        assert Counter(group.standing for group in groups) == {
            Standing.SELECTED: 5,
            Standing.CANDIDATE: 4,
            Standing.PARKED: 3,
            Standing.LEFT: 2,
        }
        assert sum(group.next_look is not None and group.next_look <= desk.now().date() for group in groups) == 2
        assert desk.beginning().next_undone() is None


def test_its_objectives_are_measured_in_each_way_and_served_by_the_log() -> None:
    with demo_desk(NOW) as desk:
        week = known(desk.report()).objectives
        assert [goal.counts for each in week for goal in each.objective.measure] == [
            Counts.CONTRIBUTIONS,
            Counts.MEETINGS,
            Counts.MINUTES,
        ]
        assert all(any(each.done) for each in week)
        assert any(entry.echo for entry in desk.entries(LogFilter()))


def test_the_running_week_does_not_go_by_itself() -> None:
    with demo_desk(NOW) as desk:
        assert known(desk.report()).drift.level > Level.BALANCED


def test_most_of_its_plans_are_kept_and_one_week_drifted() -> None:
    with demo_desk(NOW) as desk:
        past = total(each for each in desk.trends().known if not each.runs)
    assert past.judged / 2 < past.kept < past.judged
    assert past.out == 1 and past.over > past.out
    assert 3 <= (past.ties or 0) <= 6


def test_its_meetings_are_on_working_days_and_most_of_them_say_how_they_were_held() -> None:
    with demo_desk(NOW) as desk:
        meetings = list(desk.entries(LogFilter(kind=Kind.MEETING)))
    how = held(entry.form for entry in meetings)
    assert all(entry.day.weekday() < 5 for entry in meetings)
    assert how.not_said < how.remote < how.in_person and how.not_said < len(meetings) / 8


def test_nothing_in_it_goes_on_at_the_same_time() -> None:
    with demo_desk(NOW) as desk:
        entries = sorted(desk.entries(LogFilter()), key=lambda entry: entry.start)
    assert all(one.end <= other.start for one, other in pairwise(entries))
