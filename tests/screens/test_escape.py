"""What the footer says of Escape is what Escape does."""

from __future__ import annotations

import pytest

from planner.tui.app import PlannerApp
from tests.screens.conftest import Seen

SIZE = (120, 40)


def foot(app: PlannerApp, pilot: Seen) -> str:
    """The last row of the screen, in which the keys stand."""
    return pilot.text().splitlines()[app.size.height - 1]


@pytest.mark.parametrize(
    "narrowing", [("o", "f"), ("o", "shift+tab"), ("g", "tab"), ("g", "slash", "a", "enter"), ("l", "f")]
)
async def test_escape_shows_all_before_it_leads_to_the_week(app: PlannerApp, narrowing: tuple[str, ...]) -> None:
    async with app.run_test(size=SIZE) as pilot:
        seen = Seen(pilot)
        screen, *keys = narrowing
        await pilot.press(screen)
        await pilot.pause(0.2)
        listed = app.screen
        assert "esc week" in foot(app, seen)
        await pilot.press(*keys)
        await pilot.pause(0.2)
        assert "esc show all" in foot(app, seen) and "esc week" not in foot(app, seen)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert app.screen is listed and "esc week" in foot(app, seen)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert app.screen is not listed
