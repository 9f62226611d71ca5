"""The Settings screen: every setting with its sentence, one way to change it, and themes seen before they are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from planner.domain.grammar.setting_rows import SETTINGS
from planner.tui.app import PlannerApp
from planner.tui.find.keeping import with_all_data
from planner.tui.widgets.screen import PlannerScreen
from tests.screens.conftest import Seen
from tests.screens.test_people_pictures import SIZES

USUAL = (80, 24)


def front(pilot: Pilot[None]) -> PlannerScreen:
    assert isinstance(pilot.app.screen, PlannerScreen)
    return pilot.app.screen


async def opened(pilot: Pilot[None]) -> None:
    next(act for name, _, act in with_all_data(front(pilot)) if name == "settings")()
    await pilot.pause()
    await pilot.pause()


async def chosen(pilot: Pilot[None], key: str) -> None:
    """Open the screen and stand on a setting."""
    await opened(pilot)
    await pilot.press(*["down"] * [setting.key for setting in SETTINGS].index(key))


@pytest.mark.parametrize("size", SIZES)
def test_the_settings(app: PlannerApp, snap_compare: Any, size: str) -> None:
    async def on_the_days(pilot: Pilot[None]) -> None:
        await chosen(pilot, "work_days")

    assert snap_compare(app, run_before=on_the_days, terminal_size=SIZES[size])


def test_a_theme_that_is_stood_on(app: PlannerApp, snap_compare: Any) -> None:
    async def on_the_light_one(pilot: Pilot[None]) -> None:
        await opened(pilot)
        await pilot.press("enter", "down")

    assert snap_compare(app, run_before=on_the_light_one, terminal_size=USUAL)


async def test_each_has_its_sentence(app: PlannerApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        for setting in SETTINGS:
            assert setting.label() in Seen(pilot).row("›")
            assert f"({setting.key})" in Seen(pilot).text()
            await pilot.press("down")


async def test_one_is_typed_read_along_and_undone(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await chosen(pilot, "work_days")
        await pilot.press("enter", *"mon-fri")
        assert "Mon to Fri" in Seen(pilot).text()
        await pilot.press("enter")
        assert app.desk.settings().work_days == (0, 1, 2, 3, 4)
        assert "Mon to Fri" in Seen(pilot).row("› working days")
        await pilot.press("u")
        assert "every day" in Seen(pilot).row("› working days")


async def test_what_is_off_is_said_and_asked_again(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await chosen(pilot, "quiet_hours")
        await pilot.press("enter", *"21", "enter")
        assert "it should be two times" in Seen(pilot).text()
        await pilot.press("end", *"-8", "enter")
        assert app.desk.settings().quiet_hours == "21:00-08:00"
        await pilot.press("enter", "delete", "enter")
        assert app.desk.settings().quiet_hours == ""
        await pilot.press("end", "enter", *"week.plan=r", "enter")
        assert "r is already “Open the week’s review” there" in Seen(pilot).text()
        assert app.desk.settings().keys == {}


async def test_one_of_few_is_chosen_and_nothing_else_is_as_usual(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await chosen(pilot, "warn")
        await pilot.press("right")
        assert app.desk.settings().warn == "early"
        await pilot.press("enter")
        assert app.desk.settings().warn == "seldom"
        await pilot.press(*["up"] * 8, "enter")
        assert app.desk.settings().language == "en"
        await pilot.press("left")
        assert app.desk.settings().language == ""


async def test_a_theme_is_seen_at_once_and_given_back_or_kept(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        await pilot.press("enter", "down")
        assert app.ink.palette.name == "planner-light"
        assert app.desk.settings().theme == "planner-dark"
        await pilot.press("escape")
        assert app.ink.palette.name == "planner-dark"
        await pilot.press("enter", "down", "enter")
        assert (app.ink.palette.name, app.desk.settings().theme) == ("planner-light", "planner-light")
        await pilot.press("u")
        assert (app.ink.palette.name, app.desk.settings().theme) == ("planner-dark", "planner-dark")


async def test_a_theme_that_cannot_be_used_is_not_kept(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        folder = Path(app.themes_folder)
        folder.mkdir()
        (folder / "zz.toml").write_text("no theme", encoding="utf-8")
        await opened(pilot)
        await pilot.press("enter", "end")
        assert "zz cannot be used: see the file" in Seen(pilot).text()
        await pilot.press("enter", "escape")
        assert (app.ink.palette.name, app.desk.settings().theme) == ("planner-dark", "planner-dark")


async def test_escape_goes_back_to_the_week(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await opened(pilot)
        assert "settings" not in [name for name, _, _ in with_all_data(front(pilot))]
        await pilot.press("escape")
        assert "HANDS" in Seen(pilot).text()


class TestNewKeys:
    async def test_the_plan_editor_scales_by_one_key(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "d", "3")
            await pilot.press("enter")
            assert "A short week: 3 of your 7 days. Enter saves it." in Seen(pilot).text()
            await pilot.press("enter")
            assert "3 of 7 days" in Seen(pilot).text()
            plan = app.desk.plan(app.desk.this_week())
            assert plan and plan.short and plan.short.days == 3

    async def test_no_days_are_a_week_off_without_warnings(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "d", "0", "enter", "enter")
            await pilot.pause()
            text = Seen(pilot).text()
            assert "A week off: nothing is judged." in text and "week off" in Seen(pilot).row("EYES")
            assert "Next:" not in text and "over" not in text and "adrift" not in text
            await pilot.press("i")
            assert "Nothing speaks against" not in Seen(pilot).text()

    async def test_what_is_no_number_of_days_leaves_the_plan(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "d", "x", "enter")
            assert "“x” is no number of days; write 0 to 7." in Seen(pilot).text()

    async def test_the_timer_stands_still_and_goes_on_by_one_key(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("P")
            assert "No timer is running" in Seen(pilot).text()
            await pilot.press("C", "P")
            assert "‖" in Seen(pilot).row("Week 48") and "paused" in Seen(pilot).row("Week 48")
            assert "P go on" in Seen(pilot).text()
            await pilot.press("P")
            assert "▸" in Seen(pilot).row("Week 48") and app.desk.timer()
