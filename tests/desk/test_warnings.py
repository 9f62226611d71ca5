from __future__ import annotations

from datetime import timedelta

import pytest

from planner.desk import Desk
from planner.domain.drift import Level
from planner.domain.errors import Misread
from planner.domain.kinds import Kind
from planner.domain.week import Week

from .conftest import THURSDAY, At

THIS = Week(2026, 48)


@pytest.fixture
def adrift(desk: Desk) -> Desk:
    desk.set_cells(THIS, "lyon-ux", {Kind.CONTRIBUTION: 60, Kind.WATCHING: 30})
    desk.log("w 45 lyon-ux tuesday 21:00")
    return desk


def test_a_passed_cap_is_adrift_and_says_so_in_figures(adrift: Desk) -> None:
    drift = adrift.report().drift
    assert (drift.level, drift.probability, drift.cap) == (Level.ADRIFT, 1.0, 30)
    assert any("45" in signal.text for signal in drift.signals)
    assert all(signal.advice for signal in drift.signals)


def test_a_warning_is_announced_once(adrift: Desk) -> None:
    assert adrift.announcements()
    assert adrift.announcements() == ()


def test_announcing_is_not_a_change_to_undo(adrift: Desk) -> None:
    adrift.announcements()
    adrift.undo()
    assert adrift.report().entries == ()


def test_what_was_put_off_is_silent_this_week(adrift: Desk, at: At) -> None:
    (signal, *_) = adrift.announcements()
    adrift.put_off(signal)
    tomorrow = at(THURSDAY + timedelta(days=1))
    assert signal.code not in [each.code for each in tomorrow.announcements()]


def test_the_past_is_judged_by_what_was_known_then(adrift: Desk) -> None:
    assert adrift.drift_at(THURSDAY - timedelta(days=3)).level is Level.BALANCED
    assert adrift.drift_at(THURSDAY).level is Level.ADRIFT


def test_a_replay_gives_each_day_end_up_to_now(adrift: Desk) -> None:
    days = list(adrift.replay(THIS, THIS))
    assert [day.week for day in days] == [THIS] * len(days)
    assert days[0].watching == 0 and days[-1].watching == 45
    assert days[-1].level is Level.ADRIFT
    with pytest.raises(Misread):
        adrift.replay(THIS, THIS.plus(-1))


def test_the_report_says_what_was_put_off_until_it_is_undone(adrift: Desk) -> None:
    (signal, *_) = adrift.announcements()
    adrift.put_off(signal)
    assert adrift.report().quiet == {(signal.code, signal.cause)}
    adrift.undo()
    assert adrift.report().quiet == frozenset()
