"""Moments, days and weeks in people's words. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.clock import Clock
from planner.domain.errors import Misread
from planner.domain.grammar.day import Direction
from planner.domain.grammar.days import read_day
from planner.domain.grammar.moments import read_week, spell_moment
from planner.domain.grammar.when import read_moment


@pytest.fixture
def now(thursday: Clock) -> datetime:
    return thursday.now()


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("2026-W48", "2026-W48"),
        ("2026-w3", "2026-W03"),
        ("2020-W53", "2020-W53"),
        ("this", "2026-W48"),
        ("last", "2026-W47"),
        ("next", "2026-W49"),
        ("next week", "2026-W49"),
        ("cette semaine", "2026-W48"),
        ("dernière", "2026-W47"),
        ("derniere", "2026-W47"),
        ("semaine prochaine", "2026-W49"),
        ("-3", "2026-W45"),
        ("2026-11-20", "2026-W47"),
        ("2026-11-20T10:00", "2026-W47"),
        ("20 Nov", "2026-W47"),
        ("Nov 20", "2026-W47"),
        ("20 novembre 2025", "2025-W47"),
        ("1er décembre", "2026-W49"),
        ("20/11/2026", "2026-W47"),
        ("3 Jan", "2026-W53"),
        ("yesterday", "2026-W48"),
        ("monday", "2026-W48"),
        ("sunday", "2026-W48"),
        ("friday", "2026-W48"),
        ("last friday", "2026-W47"),
    ],
)
def test_a_week_is_named_counted_or_dated(text: str, week: str, now: datetime) -> None:
    assert str(read_week(text, now)) == week


@pytest.mark.parametrize(
    "text",
    ["30m", "9", "9 am", "soon", "2026", "2026-W54", "2026-W00", "2026-13-01", "31 Feb", "-9999", "0001-W01", "20 mon"],
)
def test_what_is_no_week_is_refused_with_the_text(text: str, now: datetime) -> None:
    with pytest.raises(Misread, match=text[:4]):
        read_week(text, now)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 26)),
        ("Aujourd’hui", date(2026, 11, 26)),
        ("yesterday", date(2026, 11, 25)),
        ("hier", date(2026, 11, 25)),
        ("avant-hier", date(2026, 11, 24)),
        ("monday", date(2026, 11, 23)),
        ("lundi", date(2026, 11, 23)),
        ("mon", date(2026, 11, 23)),
        ("lun.", date(2026, 11, 23)),
        ("thursday", date(2026, 11, 26)),
        ("friday", date(2026, 11, 20)),
        ("-2d", date(2026, 11, 24)),
        ("-2j", date(2026, 11, 24)),
        ("2026-11-20", date(2026, 11, 20)),
        ("20 Nov", date(2026, 11, 20)),
        ("28 feb", date(2026, 2, 28)),
        ("29 feb", date(2024, 2, 29)),
        ("3 févr.", date(2026, 2, 3)),
    ],
)
def test_a_day_is_in_the_past(text: str, day: date, now: datetime) -> None:
    assert read_day(text, now) == day


@pytest.mark.parametrize("text", ["28 nov", "27/11", "20 jan"])
def test_a_day_that_is_soon_too_is_refused_with_both_years(text: str, now: datetime) -> None:
    with pytest.raises(Misread, match=r"(?s)2026.*2025|2027.*2026"):
        read_day(text, now)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday", date(2026, 11, 27)),
        ("thursday", date(2026, 11, 26)),
        ("20 Sept", date(2027, 9, 20)),
        ("demain", date(2026, 11, 27)),
    ],
)
def test_a_day_to_come_is_in_the_future(text: str, day: date, now: datetime) -> None:
    assert read_day(text, now, Direction.AHEAD) == day


@given(moment=st.datetimes(datetime(1990, 1, 1), datetime(2026, 11, 26), timezones=st.just(UTC)))
def test_a_moment_that_was_spelled_reads_back_as_the_same_instant(moment: datetime) -> None:
    import zoneinfo

    now = datetime(2026, 11, 26, 18, 40, tzinfo=zoneinfo.ZoneInfo("Europe/Paris"))
    local = moment.astimezone(now.tzinfo)
    for written in (spell_moment(local, now), spell_moment(local), spell_moment(moment, now)):
        assert read_moment(written, now).astimezone(UTC) == moment


def test_a_moment_is_spelled_plainly_where_nothing_is_lost(now: datetime) -> None:
    plain = datetime.fromisoformat("2026-11-20T14:30+01:00")
    assert spell_moment(plain, now) == "2026-11-20 14:30"
    assert spell_moment(plain) == "2026-11-20T14:30+01:00"
    assert spell_moment(datetime.fromisoformat("2026-10-25T02:30+01:00"), now) == "2026-10-25T02:30+01:00"
    assert spell_moment(datetime.fromisoformat("2026-11-20T14:30-05:00"), now) == "2026-11-20T14:30-05:00"
