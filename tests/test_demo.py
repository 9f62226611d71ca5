"""The sample: the state that a person reaches after some months."""

from __future__ import annotations

from collections import Counter

from planner.demo import demo_desk
from planner.domain.group import Standing
from planner.domain.level import Level
from planner.domain.objective import Counts
from planner.domain.weeks.log_filter import LogFilter
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
