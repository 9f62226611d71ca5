"""Beginning as pictures at the three sizes; ``pytest --snapshot-update`` takes new ones to look at."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from planner.domain.group import Nature, Role, Standing
from planner.domain.objective import Aim, Counts, Goal
from planner.tui.app import PlannerApp
from tests.screens.conftest import THURSDAY, At
from tests.screens.test_begin import GROUPS

SIZES = {"large": (120, 40), "usual": (80, 24), "small": (60, 20)}

#: The steps that can be opened, by key.
STEPS = {"groups": "1", "mirror": "2", "objectives": "3", "look": "4", "plan": "5"}

LIST = "Lyon UX\nProduct Tank Lyon https://product-tank.example/lyon\n[b]Café ☕[/b]\nCafé ☕\nftp://example.org\n"


@pytest.fixture
def begun(at: At) -> PlannerApp:
    """The app of someone who has come half of the way."""
    desk = at(THURSDAY)
    desk.add_objective("Be visible to decision-makers", aim=Aim.VISIBILITY, measure=(Goal(Counts.CONTRIBUTIONS, 2),))
    desk.add_objective("Meet people who know the local economy", measure=(Goal(Counts.MEETINGS, 2),))
    meet = desk.objective("meet").id
    for name, role, upkeep in (
        ("Lyon UX", Role.TIES, 75),
        ("PMI France", Role.VISIBILITY, 60),
        ("Alumni Lyon", Role.TIES, 45),
        ("Women in Product", Role.VISIBILITY, 90),
    ):
        desk.add_group(name, standing=Standing.CANDIDATE)
        desk.look_at_group(name, roles=(role,), upkeep=upkeep, objectives=(meet,))
    desk.add_group("Newsletter du Grand Lyon", standing=Standing.CANDIDATE, nature=Nature.FEED)
    desk.add_group("Entrepreneurs du 69", standing=Standing.CANDIDATE, address="https://entrepreneurs-69.example")
    desk.apply_selection(180)
    return PlannerApp(desk)


@pytest.mark.parametrize("size", SIZES)
def test_the_first_sight(empty: PlannerApp, snap_compare: Any, size: str) -> None:
    assert snap_compare(empty, terminal_size=SIZES[size])


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("size", SIZES)
def test_each_step(begun: PlannerApp, snap_compare: Any, size: str, step: str) -> None:
    async def pasted(pilot: Pilot[None]) -> None:
        await pilot.press("b", STEPS[step])
        await pilot.pause(0.1)
        if step == "groups":
            pilot.app.post_message(events.Paste(LIST))
            await pilot.pause(0.1)

    assert snap_compare(begun, run_before=pasted, terminal_size=SIZES[size])


@pytest.mark.parametrize("size", SIZES)
def test_the_mirror_of_a_list_nobody_has_looked_at(at: At, snap_compare: Any, size: str) -> None:
    desk = at(THURSDAY)
    desk.add_groups(GROUPS)
    assert snap_compare(PlannerApp(desk), press=["b", "enter", "shift+right"], terminal_size=SIZES[size])


def test_the_last_question(begun: PlannerApp, snap_compare: Any) -> None:
    assert snap_compare(begun, press=["b", "4", "v", "left", "left"], terminal_size=SIZES["usual"])


def test_in_plain_ascii(begun: PlannerApp, snap_compare: Any) -> None:
    app = PlannerApp(begun.desk, ascii=True)
    assert snap_compare(app, press=["b", "2"], terminal_size=SIZES["large"])
