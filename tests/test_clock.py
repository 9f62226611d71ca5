"""The clock that the environment asks for."""

from __future__ import annotations

import pytest

from planner.clock import clock_from
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
