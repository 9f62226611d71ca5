"""The clock that the environment asks for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.clock import SystemZone, clock_from
from planner.domain.errors import Misread


@pytest.mark.parametrize("text", ["2026-11-26T18:40:00+01:00", "2026-11-26T18:40:00.5+01:00", "20261126T184000+0100"])
def test_a_frozen_clock_stands_still_at_a_whole_second(text: str) -> None:
    assert clock_from({"PLANNER_NOW": text}).now().isoformat() == "2026-11-26T18:40:00+01:00"


@pytest.mark.parametrize("text", ["2026-11-26T18:40:00+05:45", "2026-11-26T18:40:00-12:00"])
def test_a_frozen_clock_shows_the_wall_time_it_was_written_with(text: str) -> None:
    assert clock_from({"PLANNER_NOW": text}).now().isoformat() == text


@pytest.mark.parametrize("text", ["noon", "9999-12-31T23:59", "0001-01-01", "1970-12-31T23:59"])
def test_a_time_that_no_clock_shows_is_refused_by_name(text: str) -> None:
    with pytest.raises(Misread, match=text):
        clock_from({"PLANNER_NOW": text})


ZONES = ("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "UTC")


@pytest.fixture(scope="module", params=ZONES)
def there(request: pytest.FixtureRequest) -> Iterator[ZoneInfo]:
    """The machine stands in that zone; the zone as the standard library's own table has it."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system stands where it stands")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield ZoneInfo(request.param)
    time.tzset()


@given(st.datetimes(datetime(1975, 1, 1), datetime(2035, 1, 1)))
def test_an_instant_reads_as_in_the_zone_and_comes_back(there: ZoneInfo, instant: datetime) -> None:
    instant = instant.replace(tzinfo=UTC)
    here, known = instant.astimezone(SystemZone()), instant.astimezone(there)
    assert (here.isoformat(), here.fold) == (known.isoformat(), known.fold)
    assert here.astimezone(UTC) == instant


@pytest.mark.parametrize("fold", [0, 1])
def test_hours_around_each_clock_change_have_the_offset_of_pep_495(there: ZoneInfo, fold: int) -> None:
    hour = datetime(2019, 1, 1, tzinfo=UTC)
    while hour.year < 2023:
        if hour.astimezone(there).utcoffset() != (hour + timedelta(hours=1)).astimezone(there).utcoffset():
            wall = hour.astimezone(there).replace(tzinfo=None, fold=fold)
            for minutes in range(-200, 200, 10):
                near = wall + timedelta(minutes=minutes)
                near = near.replace(fold=fold)
                assert near.replace(tzinfo=SystemZone()).utcoffset() == near.replace(tzinfo=there).utcoffset()
        hour += timedelta(hours=1)


def test_without_a_word_of_it_the_clock_goes_and_a_plain_time_is_of_this_place() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    assert before <= clock_from({}).now() and SystemZone().utcoffset(None) is None
    frozen = clock_from({"PLANNER_NOW": "2026-11-26T18:40"}).now()
    assert (frozen.hour, frozen.minute) == (18, 40) and isinstance(frozen.tzinfo, SystemZone)
    assert clock_from({"PLANNER_NOW": frozen.isoformat()}).now() == frozen
