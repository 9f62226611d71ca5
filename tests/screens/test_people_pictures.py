"""The People screen as a picture at the three sizes; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.desk import Desk
from planner.tui.app import PlannerApp
from tests.screens.conftest import silenced

SIZES = {"large": (120, 40), "usual": (80, 24), "small": (60, 20)}


def after(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Opens the screen once the week has said its own, waits until likely doubles were looked for, and presses keys."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.press(*keys)
        await pilot.pause()

    return run


@pytest.mark.parametrize("size", SIZES)
def test_the_people(people: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(people, run_before=after(), terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_a_person_s_page(people: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(people, run_before=after("slash", *"sofia", "enter", "enter"), terminal_size=SIZES[size])


def test_a_person_s_sheet(people: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(people, run_before=after("e", "down"), terminal_size=SIZES["usual"])


def test_a_search_with_a_filter(people: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(people, run_before=after("f", "slash", *"lyon"), terminal_size=SIZES["usual"])


def test_a_next_step_read_along(people: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(people, run_before=after("n", *"I owe the list fri"), terminal_size=SIZES["usual"])


def test_a_meeting_in_the_bar(people: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(people, run_before=after("m", *"45 lunch"), terminal_size=SIZES["large"])


def test_likely_doubles(people: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(people, run_before=after("D"), terminal_size=SIZES["usual"])


def test_plain_ascii(known: Desk, snap_compare: Any) -> None:
    silenced(known)
    app = PlannerApp(known, ascii=True)
    assert snap_compare(app, run_before=after(), terminal_size=SIZES["usual"])
