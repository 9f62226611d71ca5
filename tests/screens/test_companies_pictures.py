"""The Companies screen as a picture at the three sizes; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from planner.domain.group import Nature
from planner.tui.app import PlannerApp
from planner.tui.companies.screen import CompaniesScreen
from tests.screens.test_people_pictures import SIZES


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("o", "tab")
    await pilot.pause()
    while not (isinstance(pilot.app.screen, CompaniesScreen) and pilot.app.screen.chooser.rows):
        await pilot.pause()
    await pilot.press("down")
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
def test_the_companies(people: PlannerApp, snap_compare: Any, size: str) -> None:
    people.desk.add_group("Hexagon", nature=Nature.COMPANY)
    assert snap_compare(people, run_before=opened, terminal_size=SIZES[size])
