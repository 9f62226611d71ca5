"""When it was, in people's words. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.clock import Clock, SystemZone
from planner.domain.errors import Misread
from planner.domain.grammar.when import read_moment


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("14:30", "2026-11-26T14:30"),
        ("14h30", "2026-11-26T14:30"),
        ("14h", "2026-11-26T14:00"),
        ("yesterday 14:30", "2026-11-25T14:30"),
        ("hier 9h", "2026-11-25T09:00"),
        ("mardi 12 h 15", "2026-11-24T12:15"),
        ("mardi 24 9 h", "2026-11-24T09:00"),
        ("thursday 18:30", "2026-11-26T18:30"),
        ("thursday 19:00", "2026-11-19T19:00"),
        ("yesterday", "2026-11-25T18:40"),
        ("2026-11-20 14:30", "2026-11-20T14:30"),
        ("2026-11-20T14:30", "2026-11-20T14:30"),
        ("20 Nov, 14:30", "2026-11-20T14:30"),
        ("2026-07-01 14:30:05", "2026-07-01T14:30:05"),
        ("yesterday at 2", "2026-11-25T14:00"),
        ("yesterday evening at 9", "2026-11-25T21:00"),
        ("hier à 9h du soir", "2026-11-25T21:00"),
        ("this morning", "2026-11-26T09:00"),
        ("hier soir", "2026-11-25T19:00"),
        ("1h ago", "2026-11-26T17:40"),
        ("il y a une heure", "2026-11-26T17:40"),
        ("-30m", "2026-11-26T18:10"),
    ],
)
def test_a_moment_is_a_day_a_time_or_both(text: str, moment: str, now: datetime) -> None:
    assert read_moment(text, now).replace(tzinfo=None) == datetime.fromisoformat(moment)


@pytest.mark.parametrize("text", ["25:10", "14h75", "24:00", "2026-02-30", "2026-13-01 10:00", "2026-11-20T25:00"])
def test_a_moment_that_never_was_is_refused_with_its_text(text: str, now: datetime) -> None:
    with pytest.raises(Misread, match="There is no"):
        read_moment(text, now)


@pytest.mark.parametrize("text", ["0999-01-01", "9999-12-31", "1/1/0000", "1969-12-31T10:00"])
def test_a_year_far_from_all_is_said_to_be_out_of_reach(text: str, now: datetime) -> None:
    with pytest.raises(Misread, match=f"“{text}” is out of reach: a date has a year from 1970 to 2199"):
        read_moment(text, now)


@pytest.mark.parametrize(
    "text", ["", "soon", "30m", "9", "monday soon", "soon 14:30", "-99999999d", "14:00-15:00", "for 25 min"]
)
def test_what_is_no_moment_is_refused(text: str, now: datetime) -> None:
    with pytest.raises(Misread):
        read_moment(text, now)


@pytest.mark.parametrize("text", ["2026-03-29 02:30", "2026-03-29T02:30", "2026-03-29 2h"])
def test_an_hour_skipped_is_refused_naming_the_change(text: str, now: datetime) -> None:
    with pytest.raises(Misread, match=r"Sun 29 Mar.*clock change"):
        read_moment(text, now)


def test_an_hour_that_comes_twice_is_the_first_unless_offset(now: datetime) -> None:
    assert read_moment("2026-10-25 02:30", now).astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert read_moment("2026-10-25T02:30+01:00", now).astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_day_without_a_time_never_falls_into_a_skipped_hour(paris: None) -> None:
    night = datetime(2026, 3, 30, 2, 30, tzinfo=SystemZone())
    assert read_moment("yesterday", night).astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
