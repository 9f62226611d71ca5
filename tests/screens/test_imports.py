"""Bringing in what other programs kept, on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import DirectoryTree

from planner.desk import Desk
from planner.domain.weeks.log_filter import LogFilter
from planner.tui.app import PlannerApp
from planner.tui.imports.screen import ImportsScreen
from planner.tui.widgets.screen import PlannerScreen
from tests.screens.conftest import Seen, until

SIZE = (80, 24)

LOG = """Project,Description,Start date,Start time,Duration,Tags
Lyon UX,a thread,2026-11-16,10:00:00,01:30:00,watching
Lyon UX,lunch,2026-11-17,12:00:00,01:00:00,meeting
Lyon UX,an answer,2026-11-24,10:00:00,00:20:00,contribution
Guitar,practice,2026-11-24,20:00:00,01:00:00,
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "log.csv").write_text(LOG)
    return str(tmp_path / "log.csv")


async def opened(pilot: Pilot[None], path: str) -> ImportsScreen:
    """The screen with what a file would bring."""
    await pilot.press("I")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ImportsScreen)
    await screen.take_paste(path)
    await done(pilot, screen)
    return screen


async def done(pilot: Pilot[None], screen: ImportsScreen) -> None:
    """What goes on is over."""
    await until(pilot, lambda: screen._intake.work is None)
    await pilot.pause()


def notes(desk: Desk) -> set[str]:
    return {entry.note for entry in desk.entries(LogFilter())}


async def test_a_file_is_shown_by_week_brought_in_and_taken_back(empty: PlannerApp, path: str) -> None:
    async with empty.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, path)
        shown = Seen(pilot).text()
        assert "Nothing is changed yet." in shown and not notes(empty.desk)
        assert "2h30" in Seen(pilot).row("Week 47") and "1 row (1h) waits" in shown
        await pilot.press("end", "space", "a")  # all of this week is left out
        await done(pilot, screen)
        assert notes(empty.desk) == {"a thread", "lunch"}
        assert "Your last year: 1h30 of reading, 1 meeting." in Seen(pilot).text()
        assert "2 added" in Seen(pilot).row("log.csv")
        await pilot.press("u")
        await done(pilot, screen)
        assert not notes(empty.desk) and "EARLIER IMPORTS" not in Seen(pilot).text()


async def test_a_name_is_given_a_kind_by_a_key_and_the_file_is_read_again(empty: PlannerApp, path: str) -> None:
    async with empty.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, path)
        await pilot.press("down", "w")
        assert "watching" in Seen(pilot).row("Guitar") and "enter group" in Seen(pilot).text().splitlines()[-1]
        await pilot.press("a")
        await done(pilot, screen)
        assert "NAMES THAT WAIT" not in Seen(pilot).text() and "all 4 rows" in Seen(pilot).text()
        assert b'Guitar = "watching"' in empty.desk.map_text()


async def test_headings_name_her_own_keys_and_take_clicks(empty: PlannerApp, path: str) -> None:
    settings = Path(empty.desk.settings_folder)
    settings.mkdir(parents=True, exist_ok=True)
    settings.joinpath("config.toml").write_text(
        '[keys]\n"imports.mean.watching" = "f4"\n"imports.bring-in" = "f2"\n', encoding="utf-8"
    )
    app = PlannerApp(empty.desk)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, path)
        assert Seen(pilot).row("f2  Bring in") and "its rows  space leave out" in Seen(pilot).row("WHAT WOULD COME")
        await pilot.press("down")
        lines = Seen(pilot).text().splitlines()
        waiting = next(y for y, line in enumerate(lines) if "NAMES THAT WAIT  c gave  m met  f4 read" in line)
        await pilot.click(offset=(lines[waiting].index("f4"), waiting))
        await pilot.pause()
        assert "watching" in Seen(pilot).row("Guitar")


async def test_leaving_what_a_file_would_bring_changes_nothing(app: PlannerApp, path: str) -> None:
    before = notes(app.desk)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, path)
        await pilot.press("escape")
        assert app.screen is screen and "BRING IN" in Seen(pilot).text()
        await pilot.press("escape")
        assert isinstance(app.screen, PlannerScreen) and app.screen.NAME == "week"
    assert notes(app.desk) == before


async def test_what_cannot_be_read_is_said_and_the_ways_in_stay(app: PlannerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "/nowhere/at-all.csv")
        assert "at-all.csv" in Seen(pilot).text() and "BRING IN" in Seen(pilot).text()


async def test_a_file_is_chosen_in_the_tree(
    app: PlannerApp, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Downloads").mkdir()
    Path(path).rename(tmp_path / "Downloads" / "log.csv")
    monkeypatch.setenv("HOME", str(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("I", "a")
        await until(pilot, lambda: "log.csv" in Seen(pilot).text())
        tree = app.screen.query_one(DirectoryTree)
        await pilot.press("down")
        await pilot.pause()
        assert tree.cursor_node and "›" in Seen(pilot).row("log.csv")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ImportsScreen) and app.screen._intake.proposed is not None)
        await pilot.pause()
        assert "Toggl" in Seen(pilot).text()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)], ids=["large", "usual", "small"])
def test_what_a_file_would_bring_as_a_picture(
    app: PlannerApp, path: str, snap_compare: Any, size: tuple[int, int]
) -> None:
    async def open_(pilot: Pilot[None]) -> None:
        await opened(pilot, path)
        await pilot.press("end", "enter", "down", "space")

    assert snap_compare(app, terminal_size=size, run_before=open_)
