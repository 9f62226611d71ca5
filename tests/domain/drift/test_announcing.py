"""Alerts: a warning never nags."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from planner.domain.alert import Alert
from planner.domain.drift.announcing import announced, put_off, to_announce
from planner.domain.drift.drift import Drift, Signal
from planner.domain.drift.forecast import Forecast
from planner.domain.level import Level
from planner.domain.value import Later

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3))
LEANING = Signal("cap", Level.LEANING, "may pass", "answer")
DRIFTING = LEANING._replace(level=Level.DRIFTING)
PASSED = Signal("cap", Level.ADRIFT, "passed", "answer", "passed")


def drift(*signals: Signal) -> Drift:
    return Drift(Level.LEANING, 0.5, Forecast(1, 2, 3), 60, Later(lambda: signals))


def side(cause: str) -> Signal:
    return Signal("read-only", Level.LEANING, "only read", "answer", cause)


def test_a_cause_is_announced_again_only_when_it_gets_worse() -> None:
    assert to_announce(drift(LEANING), (), (), MONDAY) == (LEANING,)
    alert = announced(LEANING, (), MONDAY)
    assert to_announce(drift(LEANING), (alert,), (), TUESDAY) == ()
    assert to_announce(drift(DRIFTING), (alert,), (), TUESDAY) == (DRIFTING,)


def test_one_cause_is_spoken_of_once_a_day_though_it_gets_worse() -> None:
    alert = announced(LEANING, (), MONDAY)
    assert to_announce(drift(DRIFTING), (alert,), (), MONDAY + timedelta(hours=6)) == ()
    assert to_announce(drift(DRIFTING), (alert,), (), TUESDAY) == (DRIFTING,)


def test_a_cause_that_got_better_and_worse_again_is_no_news() -> None:
    alert = announced(DRIFTING, (), MONDAY)
    assert to_announce(drift(LEANING), (alert,), (), TUESDAY) == ()
    assert to_announce(drift(DRIFTING), (alert,), (), WEDNESDAY) == ()


def test_three_announcements_make_a_week_whatever_their_causes() -> None:
    alerts = (Alert("cap", "", Level.DRIFTING, (MONDAY, TUESDAY)), Alert("sitting", "", Level.LEANING, (TUESDAY,)))
    assert to_announce(drift(PASSED), alerts, (), THURSDAY) == ()


def test_the_last_announcement_is_kept_for_a_week_that_drifts() -> None:
    assert to_announce(drift(side("a"), side("b"), side("c")), (), (), MONDAY) == (side("a"), side("b"))
    alerts = tuple(announced(side(cause), (), MONDAY) for cause in "ab")
    assert to_announce(drift(side("c"), PASSED), alerts, (), TUESDAY) == (PASSED,)


def test_the_gravest_comes_first() -> None:
    assert to_announce(drift(side("a"), PASSED), (), (), MONDAY) == (PASSED, side("a"))


def test_not_this_week_silences_its_cause_for_the_week_alone() -> None:
    alert = put_off(LEANING, (announced(LEANING, (), MONDAY),), MONDAY)
    assert alert.announced == (MONDAY,)
    assert to_announce(drift(DRIFTING, side("a")), (alert,), (), TUESDAY) == (side("a"),)
    assert to_announce(drift(DRIFTING, PASSED), (alert,), (), TUESDAY) == (PASSED,)


def test_what_was_put_off_last_week_is_spoken_of_again() -> None:
    last_week = put_off(LEANING, (), MONDAY - timedelta(days=7))
    assert to_announce(drift(LEANING), (), (last_week,), MONDAY) == (LEANING,)


def test_what_was_put_off_twice_waits_for_the_review() -> None:
    first = put_off(LEANING, (), MONDAY - timedelta(days=14))
    second = put_off(LEANING, (), MONDAY - timedelta(days=7), (first,))
    assert to_announce(drift(DRIFTING), (), (second,), MONDAY) == ()
    assert to_announce(drift(DRIFTING), (), (), MONDAY) == (DRIFTING,), "the week after, it is spoken of again"


def test_a_level_is_remembered_at_its_worst() -> None:
    assert announced(LEANING, (announced(DRIFTING, (), MONDAY),), TUESDAY).level is Level.DRIFTING
