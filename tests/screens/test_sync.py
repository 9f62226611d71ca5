"""What other machines left or sent, on the screen: said in the one line, merged by one key, synced by what is found."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from planner.tui.app import PlannerApp
from planner.tui.find.keeping import with_all_data
from planner.tui.widgets.screen import PlannerScreen
from tests.desk.machines import NOBODY, git
from tests.screens.conftest import THURSDAY, At, Seen, until


def said(seen: Seen) -> str:
    return " ".join(seen.text().split())


async def test_a_copy_of_another_machine_is_said_and_merged_by_one_key(at: At) -> None:
    at(THURSDAY).add_group("Lyon UX")
    desk = at(THURSDAY)
    desk.log("c 25 lyon-ux answered")
    week = Path(desk.folder, "weeks", "2026-W48.json")
    before = week.read_bytes()
    desk.log("m 30 lyon-ux coffee")
    week.rename(week.with_name("2026-W48-LAPTOP.json"))
    week.write_bytes(before)
    app = PlannerApp(at(THURSDAY))
    async with app.run_test(size=(80, 24)) as pilot:
        seen = Seen(pilot)
        await until(pilot, lambda: "1 copy of another machine waits: Y merges what is new." in said(seen))
        await pilot.press("Y")
        await pilot.pause()
        assert "Merged 2026-W48-LAPTOP.json" in said(seen)
        assert app.desk.waiting() == ()
        assert len(app.desk.report().entries) == 2
        await pilot.press("Y")
        await pilot.pause()
        assert "No copy of another machine waits here; nothing is to be merged." in said(seen)
        await pilot.press("u")
        await pilot.pause()
        assert app.desk.waiting() == ("weeks/2026-W48-LAPTOP.json",)


async def test_her_other_machines_are_synced_by_what_is_found(
    at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in NOBODY.items():
        monkeypatch.setenv(name, value)
    remote = tmp_path / "planner.git"
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", str(remote))
    desk = at(THURSDAY)
    desk.add_group("Lyon UX")
    app = PlannerApp(at(THURSDAY + timedelta(minutes=1)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

        async def sync() -> str:
            assert isinstance(app.screen, PlannerScreen)
            next(act for name, _, act in with_all_data(app.screen) if name == "sync")()
            await app.workers.wait_for_complete()
            await pilot.pause()
            return said(Seen(pilot))

        assert "This home is not carried to any other machine yet" in await sync()
        desk.set_up_sync(str(remote))
        assert "Nothing new: " in await sync()
        git(Path(desk.folder), "config", "remote.origin.url", "http://127.0.0.1:9/planner.git")
        assert "cannot be reached now" in await sync()
