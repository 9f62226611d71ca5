"""What her own command is told: each worse level once, each promise whose day has passed once, nothing put off."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.desk import Desk
from planner.domain.kinds import Kind
from planner.domain.level import Level
from planner.domain.week import Week
from planner.domain.weeks.told_outside import ToldOutside, to_tell
from tests.desk.conftest import THURSDAY, At, at, desk  # noqa: F401 - fixtures
from tests.known import known

WEEK = Week(2026, 48)
NOTHING = ToldOutside(WEEK)


@pytest.fixture
def adrift(desk: Desk) -> Desk:  # noqa: F811
    desk.set_cells(WEEK, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 30})
    desk.log("w 45 lyon-ux tuesday 21:00")
    return desk


def test_a_level_is_told_once_with_its_reason_and_what_to_do(adrift: Desk) -> None:
    words, told = to_tell(known(adrift.report()), ToldOutside())
    assert words.startswith("Week 48, adrift: Reading passed its 30 min on Tuesday") and "Next: " in words
    assert told == ToldOutside(WEEK, Level.ADRIFT)
    assert to_tell(known(adrift.report()), told) == ("", told)


def test_a_worse_level_is_new_and_so_is_that_of_another_week(adrift: Desk) -> None:
    for told in (ToldOutside(WEEK, Level.LEANING), ToldOutside(Week(2026, 47), Level.ADRIFT)):
        assert to_tell(known(adrift.report()), told)[0]


def test_what_she_put_off_is_not_told(adrift: Desk) -> None:
    adrift.put_off(*known(adrift.report()).heard())
    assert to_tell(known(adrift.report()), NOTHING) == ("", NOTHING)


def test_her_promises_are_told_when_their_day_has_passed(desk: Desk, at: At) -> None:  # noqa: F811
    desk.log('m 20 lyon-ux @"Paul Roy" @"Zoe Lind"')
    desk.set_step("paul", "I owe the deck fri")
    desk.set_step("zoe", "they owe the list fri")
    assert to_tell(known(desk.report()), NOTHING) == ("", NOTHING)
    later = at(THURSDAY + timedelta(days=3))
    words, told = to_tell(known(later.report()), NOTHING)
    assert words == "You promised Paul Roy: the deck (2 days late)."
    assert to_tell(known(later.report()), told)[0] == ""


def test_of_many_promises_three_are_named(desk: Desk, at: At) -> None:  # noqa: F811
    for name in ("Ada", "Ben", "Cleo", "Dora", "Emil"):
        desk.log(f'm 20 lyon-ux @"{name} Best"')
        desk.set_step(name.lower(), "I owe the deck fri")
    words, _ = to_tell(known(at(THURSDAY + timedelta(days=2)).report()), NOTHING)
    assert words.count("the deck") == 3 and words.endswith(", and 2 more.")
