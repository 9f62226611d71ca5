"""The Trends screen as a picture at the three sizes; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.desk import Desk
from planner.tui.app import PlannerApp
from tests.screens.conftest import silenced
from tests.screens.test_people_pictures import SIZES


def after(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Opens the screen, waits until the weeks were read, and presses keys."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    return run


@pytest.mark.parametrize("size", SIZES)
def test_the_trends(people: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(people, run_before=after("s", "s", "left", "left"), terminal_size=SIZES[size])


def test_the_quarter(people: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(people, run_before=after("tab"), terminal_size=SIZES["large"])


def test_the_trends_in_plain_ascii(known: Desk, snap_compare: Any) -> None:
    silenced(known)
    app = PlannerApp(known, ascii=True)
    assert snap_compare(app, run_before=after("left"), terminal_size=SIZES["usual"])


def test_a_light_week_with_its_last_weeks(people: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(people, terminal_size=(100, 34))


def test_the_trends_on_paper(known: Desk, snap_compare: Any) -> None:
    silenced(known)
    known.set_setting("theme", "planner-light")
    assert snap_compare(PlannerApp(known), run_before=after("left"), terminal_size=SIZES["usual"])
