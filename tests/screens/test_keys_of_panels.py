"""A panel has help of its own keys, and they are found, as a screen’s are."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from planner.tui.app import PlannerApp
from planner.tui.find.screen import FindScreen
from planner.tui.widgets.ask import Ask
from planner.tui.widgets.line_input import LineInput
from planner.tui.widgets.panel import Panel
from tests.screens.conftest import Seen, until

SIZE = (120, 40)

#: Panels, by the keys that open them, and what a key of each says that it does.
PANELS = [
    (("n",), "Let the next step go"),
    (("g", "i"), "To the end"),
    (("g", "v"), "The last figure away"),
    (("A",), "Take what stands there"),
]


@pytest.mark.parametrize(("keys", "words"), PANELS)
async def test_help_tells_of_the_panel_in_front(people: PlannerApp, keys: tuple[str, ...], words: str) -> None:
    async with people.run_test(size=SIZE) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        panel: Screen[Any] = people.screen
        assert isinstance(panel, Panel)
        await pilot.press("f1")
        await pilot.pause(0.1)
        assert "KEYS HERE" in Seen(pilot).text()
        assert words in Seen(pilot).text()
        await pilot.press("escape")
        assert people.screen is panel


@pytest.mark.parametrize(("keys", "words"), PANELS)
async def test_over_a_panel_its_own_is_found_too(people: PlannerApp, keys: tuple[str, ...], words: str) -> None:
    async with people.run_test(size=SIZE) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        found = people.screen
        assert isinstance(found, FindScreen)
        await until(pilot, lambda: not found.gathering)
        for typed in (words, "Which groups fit into the minutes you have", "planner-light"):
            found.query_one(LineInput).value = typed
            await pilot.pause()
            assert found.chosen and found.chosen.words == typed


async def test_a_question_mark_is_text_where_a_panel_asks_for_a_line(people: PlannerApp) -> None:
    async with people.run_test(size=SIZE) as pilot:
        await pilot.press("A")
        await pilot.pause(0.2)
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        assert isinstance(people.screen, Ask)
        assert people.screen.query_one(LineInput).value == "?"


async def test_an_action_of_a_panel_that_is_found_is_taken(people: PlannerApp) -> None:
    async with people.run_test(size=SIZE) as pilot:
        await pilot.press("g", "i")
        await pilot.pause(0.2)
        panel = people.screen
        await pilot.press("ctrl+p")
        await pilot.pause(0.3)
        await pilot.press(*"leave all")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert people.screen is not panel and not isinstance(people.screen, Panel)


#: Panels that ask or list something, by the keys that open them, with what their headings begin with.
HEADINGS = [
    (("n",), "NEXT STEPS"),
    (("h",), "Was it held?"),
    (("i",), "adrift"),
    (("A",), "Arrange"),
    (("enter",), "Lyon UX, Thu 26 Nov"),
    (("g", "i"), "ALL THERE IS TO KNOW"),
    (("g", "v"), "WHAT FITS"),
    (("g", "a"), "ADD GROUPS"),
    (("o", "D"), "ONE PERSON?"),
    (("o", "K"), "WHAT TO KNOW"),
    (("I", "a"), "Which file, zip or folder?"),
]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), SIZE], ids=lambda size: str(size[0]))
@pytest.mark.parametrize(("keys", "title"), HEADINGS, ids=lambda each: each[-1] if isinstance(each, tuple) else "")
async def test_a_panel_names_its_keys_in_its_heading(
    people: PlannerApp, keys: tuple[str, ...], title: str, size: tuple[int, int]
) -> None:
    async with people.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        assert isinstance(people.screen, Panel)
        rows = [line.rstrip() for line in Seen(pilot).text().splitlines()]
        at = next(y for y, row in enumerate(rows) if row.startswith(f"  {title}"))
        assert "esc leave" in " ".join(rows[at : at + 3])
        assert not at or rows[at - 1].startswith("──")  # no row between the rule and the heading
        assert all(one != other or "──────" not in one[:6] for one, other in pairwise(rows))  # no rule under a rule
        *_, behind, panel = people.screen_stack
        leave = next(y for y, row in enumerate(rows) if "esc leave" in row)
        await pilot.click(offset=(rows[leave].index("esc leave"), leave))
        await pilot.pause(0.1)
        assert panel not in people.screen_stack and people.screen is behind  # it was pressed once


async def test_a_heading_names_a_key_as_it_was_set(people: PlannerApp) -> None:
    Path(people.desk.settings_folder, "config.toml").write_text(
        '[keys]\n"next-steps.act.put.off" = "f3"\n', encoding="utf-8"
    )
    async with PlannerApp(people.desk).run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pilot.pause(0.2)
        assert "f3 put off  x let go" in Seen(pilot).row("let go")
