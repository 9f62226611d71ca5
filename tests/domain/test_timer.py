"""A forgotten timer never books a night."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.domain.errors import Misread
from planner.domain.kinds import Kind
from planner.domain.timer import Timer, forgotten, kept_minutes

START = datetime(2026, 11, 26, 22, 40, tzinfo=UTC)
MORNING = START + timedelta(hours=10)


def after(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def test_a_timer_is_forgotten_at_twice_its_usual_length() -> None:
    timer = Timer(START, Kind.WATCHING, "pmi")
    assert not forgotten(timer, 15, after(29))
    assert forgotten(timer, 15, after(30))


def test_a_timer_is_forgotten_once_its_heartbeat_is_silent() -> None:
    timer = Timer(START, Kind.MEETING, "pmi", beat=after(5))
    assert not forgotten(timer, 45, after(14))
    assert forgotten(timer, 45, after(15))


@pytest.mark.parametrize(
    ("answer", "minutes"),
    [("usual", 15), ("all", 600), ("drop", None), ("until 23:10", 30), ("until 0:10", 90), ("Until 00h10", 90)],
)
def test_each_answer_keeps_its_minutes(answer: str, minutes: int | None) -> None:
    assert kept_minutes(answer, START, 600, 15, MORNING) == minutes


def test_the_usual_is_never_more_than_it_ran() -> None:
    assert kept_minutes("usual", START, 10, 15, after(10)) == 10


def test_a_time_that_is_still_to_come_is_refused_with_when_it_began() -> None:
    with pytest.raises(Misread, match="began Thu 26 Nov at 22:40, and “22:00” after that is still to come"):
        kept_minutes("until 22:00", START, 30, 15, after(30))


def test_until_counts_real_minutes_over_a_clock_change() -> None:
    paris = ZoneInfo("Europe/Paris")
    start = datetime(2026, 10, 25, 1, 30, tzinfo=paris)
    assert kept_minutes("until 03:30", start, 400, 15, datetime(2026, 10, 25, 9, tzinfo=paris)) == 180


@pytest.mark.parametrize("answer", ["", "maybe", "all of it", "until", "until noon", "until 25:00", "until 09:00"])
def test_any_other_answer_is_refused_with_its_text(answer: str) -> None:
    with pytest.raises(Misread, match="“"):
        kept_minutes(answer, START, 600, 15, MORNING)
