"""Help under the hand: over what is in front, and away again."""

from __future__ import annotations

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
        assert "adrift" in Seen(pilot).text()
        await pilot.press("home")
        await pilot.pause()
        assert "KEYS HERE" in Seen(pilot).text()


async def test_it_tells_the_keys_of_the_plan_editor_and_leaves_it_open(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("p", "9", "0", "question_mark")
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
