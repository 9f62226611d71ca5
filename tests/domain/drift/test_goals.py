"""Goals that will be missed are said from Wednesday night on, and change no level."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from planner.domain.book import Book
from planner.domain.drift.announcing import announced, put_off, to_announce
from planner.domain.drift.drift import Signal
from planner.domain.drift.judgement import judge
from planner.domain.entry import Stretch
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.plan import Plan
from planner.domain.week import Week

ZONE = timezone(timedelta(hours=1))
WEEK = Week(2026, 48)
LYON = Group("lyon", "lyon-ux", "Lyon UX")
BOOK = Book({}, {"lyon": LYON}, {})
PLAN = Plan({"lyon": Split(120, 90, 60)})


def at(day: int, hour: int = 20) -> datetime:
    return datetime(2026, 11, 23, hour, tzinfo=ZONE) + timedelta(days=day)


def given(*minutes: int) -> list[Stretch]:
    """So many minutes of contribution on the first days of the week."""
    return [Stretch(at(day, 9), each, Kind.CONTRIBUTION, "lyon") for day, each in enumerate(minutes) if each]


def behind(now: datetime, so_far: list[Stretch], plan: Plan | None = PLAN, arranged: int = 0) -> Signal | None:
    judged = judge(now, WEEK, plan, so_far, [], book=BOOK, arranged=arranged)
    assert judged.level is Level.BALANCED
    return next((signal for signal in judged.signals if signal.code == "goals-behind"), None)


def test_it_is_said_with_what_is_likely_what_is_possible_and_one_act() -> None:
    found = behind(at(3), given(10, 5))
    assert found is not None
    assert found.text.startswith("Giving and meeting stand at 15 min of 3h30; about ")
    assert " by Sunday, at best about " in found.text
    assert (found.level, found.act) == (Level.BALANCED, "m 45 lyon-ux")


@pytest.mark.parametrize(("day", "hour", "said"), [(0, 22, False), (2, 19, False), (2, 20, True), (6, 23, True)])
def test_it_waits_for_wednesday_night(day: int, hour: int, said: bool) -> None:
    assert (behind(at(day, hour), given(5, 5)) is not None) is said


def test_hands_on_their_way_or_arranged_are_not_behind() -> None:
    assert behind(at(3), given(60, 60, 40)) is None
    assert behind(at(3), given(10, 5), arranged=180) is None


def test_nothing_is_said_of_what_is_unknown_or_unplanned_or_over() -> None:
    assert behind(at(1, 22), []) is None
    assert behind(at(3), given(5, 5), plan=None) is None
    assert behind(at(3), given(5, 5), plan=Plan({"lyon": Split(watching=60)})) is None
    assert behind(at(7, 0), given(5, 5)) is None


def test_days_without_anything_logged_are_evidence_enough() -> None:
    found = [behind(at(day, 22), []) for day in (1, 2, 5, 6)]
    assert [each and each.text for each in found] == [
        None,
        "Giving and meeting stand at 0 min of 3h30, with 4 more days to go.",
        "Giving and meeting stand at 0 min of 3h30, with 1 more day to go.",
        "Giving and meeting stand at 0 min of 3h30.",
    ]


def test_no_more_is_possible_than_the_goal_or_the_time_that_is_left() -> None:
    late = behind(at(6, 23), given(10, 5))
    assert late is not None
    assert late.text == "Giving and meeting stand at 15 min of 3h30."
    arranged = behind(at(6, 23), given(10, 5), arranged=50)
    assert arranged is not None
    assert arranged.text.endswith("about 1h05 by Sunday, at best about 1h05.")
    beyond = behind(at(6, 23), given(10, 5), arranged=100)
    assert beyond is not None
    assert beyond.text.endswith("about 1h15 by Sunday, at best about 1h15.")
    little = behind(at(2, 21), given(1, 1), plan=Plan({"lyon": Split(30, 0, 60)}))
    assert little is None or little.text.endswith("at best about 30 min.")


def test_it_is_announced_once_a_week() -> None:
    judged = judge(at(3), WEEK, PLAN, given(10, 5), [], book=BOOK)
    [signal] = to_announce(judged, (), (), at(3))
    alert = announced(signal, (), at(3))
    assert to_announce(judged, (alert,), (), at(4)) == ()
    assert to_announce(judged, (put_off(signal, (), at(3)),), (), at(4)) == ()


def test_only_her_working_days_are_days_to_go() -> None:
    judged = judge(at(2, 22), WEEK, PLAN, [], [], book=BOOK, work_days=(0, 1, 2, 3))
    assert "Giving and meeting stand at 0 min of 3h30, with 1 more day to go." in [each.text for each in judged.signals]
    judged = judge(at(4, 22), WEEK, PLAN, [], [], book=BOOK, work_days=(0, 1, 2, 3))
    assert "Giving and meeting stand at 0 min of 3h30." in [each.text for each in judged.signals]
