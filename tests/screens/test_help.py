"""Help under the hand: over what is in front, and away again."""

from __future__ import annotations

import pytest

from planner.tui.app import PlannerApp
from planner.tui.help.screen import HelpScreen
from planner.tui.log.screen import LogScreen
from tests.screens.conftest import Seen

USUAL, SMALL = (80, 24), (60, 20)


async def test_it_tells_the_keys_of_the_screen_below(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Log a contribution" in Seen(pilot).text()
        await pilot.press("escape", "l", "question_mark")
        await pilot.pause()
        assert "Search notes, groups and people" in Seen(pilot).text()


async def test_closing_it_leaves_what_was_in_front_as_it_was(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("l", "f")
        front = app.screen
        for key in ("escape", "question_mark", "q"):
            await pilot.press("question_mark")
            assert isinstance(app.screen, HelpScreen)
            await pilot.press(key)
            assert app.screen is front
        assert isinstance(front, LogScreen)
        await pilot.pause()
        assert "■ contribution" in Seen(pilot).row("LOG")


async def test_all_of_it_can_be_read_in_a_small_terminal(app: PlannerApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "more" in Seen(pilot).text()
        await pilot.press("end")
        await pilot.pause()
        assert "Leave planner" in Seen(pilot).text()
        await pilot.press("home")
        await pilot.pause()
        assert "KEYS HERE" in Seen(pilot).text()
        await pilot.press("shift+tab", "end")
        await pilot.pause()
        assert "adrift" in Seen(pilot).text()


@pytest.mark.parametrize("size", [SMALL, USUAL, (120, 40), (200, 60)], ids=str)
async def test_what_was_asked_about_stays_seen_beside_it(app: PlannerApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "Your week as a cloth" in seen and "HANDS" in seen and "EYES" in seen and "c contribute" in seen


async def test_a_line_that_is_tried_is_read_and_nothing_of_it_is_kept(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        before = app.desk.stamp()
        await pilot.press("question_mark", "tab", *"m 1h30 lyon @Zoe q?", "enter")
        await pilot.pause()
        seen = Seen(pilot)
        assert "› m 1h30 lyon @Zoe q?" in seen.text() and "1h30, meeting, Lyon UX" in seen.text()
        await pilot.press("down")
        await pilot.pause()
        assert "› c 25 lyon-ux answered a question" in seen.text() and "25 min, contribution" in seen.text()
        await pilot.press("escape")
        assert not isinstance(app.screen, HelpScreen)
        assert app.desk.stamp() == before and "zoe" not in app.desk.book().people


async def test_a_line_that_is_tried_is_read_as_the_bar_in_front_would(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("m", *"20 why", "f1", "tab", *"35 lunch")
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "meeting Lyon UX › 35 lunch" in seen and "35 min, meeting" in seen and "Lyon UX, “lunch”" in seen
        assert "› 20 why" in seen  # the bar itself stays in sight
        await pilot.press("escape", *"?")
        await pilot.pause()
        assert "› 20 why?" in Seen(pilot).text()


async def test_the_line_of_an_entry_is_tried_as_a_whole_line(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("l", "enter", "f1", "tab", "up", "up", "up")
        await pilot.pause()
        assert "› c 25 lyon-ux answered a question" in Seen(pilot).text()


async def test_it_tells_the_keys_of_the_plan_editor_and_leaves_it_open(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("p", "9", "0", "question_mark", "end")
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "Leave the plan as it was" in seen and "Log a contribution" not in seen
        await pilot.press("escape")
        await pilot.pause()
        assert "[1h30]" in Seen(pilot).row("› 1 Lyon UX")


async def test_f1_tells_the_keys_of_the_quick_log_bar_and_leaves_what_was_typed(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("c", *"25 why?", "f1")
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "Complete a group" in seen and "Log a contribution" not in seen
        await pilot.press("escape")
        await pilot.pause()
        assert "› 25 why?" in Seen(pilot).text()


async def test_the_review_tells_the_keys_of_its_step(app: PlannerApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("r", "right", "right", "right", "pageup", "question_mark")
        await pilot.pause()
        assert "Replace the group with a feed" in Seen(pilot).text()
