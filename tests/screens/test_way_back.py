"""Going back to a backup by what is found, with one notice and no screen of its own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from planner.tui.app import PlannerApp
from planner.tui.find.keeping import with_all_data
from planner.tui.widgets.screen import PlannerScreen
from planner.tui.widgets.table import Table
from tests.screens.conftest import THURSDAY, At, Seen, until

SIZE = (120, 40)


def _begun(at: At) -> None:
    """A group, and an entry on each of two days."""
    at(THURSDAY - timedelta(days=2)).add_group("Lyon UX")
    at(THURSDAY - timedelta(days=1)).log("c 25 lyon-ux first")
    at(THURSDAY).log("c 25 lyon-ux second")


async def _choose(app: PlannerApp, words: str) -> None:
    """Take what can be done with all that is kept, by what it says."""
    next(act for _, said, act in with_all_data(front(app)) if words in said)()


def front(app: PlannerApp) -> PlannerScreen:
    assert isinstance(app.screen, PlannerScreen)
    return app.screen


def said(app: PlannerApp) -> list[str]:
    """What can be done with all that is kept."""
    return [words for _, words, _ in with_all_data(front(app))]


async def test_at_eighty_columns_the_archive_of_what_was_there_is_named_whole(at: At) -> None:
    _begun(at)
    app = PlannerApp(at(THURSDAY + timedelta(hours=1)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await _choose(app, "Restore the backup of 26 November 2026")
        await pilot.pause(0.2)
        (before,) = Path(app.desk.folder, "backups").glob("before-restore-*.zip")
        assert f"{before.name} has what was there." in Seen(pilot).text()


async def test_everything_is_backed_up_into_her_own_folder(
    at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _begun(at)
    (tmp_path / "hers").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "hers"))
    desk = at(THURSDAY)
    app = PlannerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        archive = tmp_path / "hers" / "planner-2026-11-26.zip"
        for said in ("Everything is in ~/planner-2026-11-26.zip.", "is no archive, so it is not replaced"):
            await _choose(app, "Back everything up into your own folder")
            await app.workers.wait_for_complete()
            await pilot.pause(0.1)
            assert said in " ".join(Seen(pilot).text().split())
            if archive.read_bytes() != b"hers":
                assert desk.verify(str(archive)).figures.counts["entries"] == 2
                archive.write_bytes(b"hers")


async def test_a_day_is_restored_and_taken_back_by_one_key(at: At) -> None:
    _begun(at)
    desk = at(THURSDAY + timedelta(hours=1))
    app = PlannerApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await _choose(app, "Restore the backup of 26 November 2026")
        await pilot.pause(0.2)
        seen = Seen(pilot)
        assert "Restored the backup of Thu 26 Nov" in seen.text() and "undo" in seen.row("Restored")
        assert "Taken away: 1 entry." in seen.text()
        assert len(desk.report().entries) == 1
        await pilot.press("u")
        await pilot.pause(0.2)
        assert "Undone: Restored" in Seen(pilot).text()
        assert len(desk.report().entries) == 2


async def test_each_day_with_a_backup_can_be_gone_back_to_the_newest_first(at: At) -> None:
    _begun(at)
    app = PlannerApp(at(THURSDAY))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        there = [words for words in said(app) if "backup" in words.lower()]
        days = ("26 November 2026", "25 November 2026")
        assert there[:3] == ["Verify the newest backup", *(f"Restore the backup of {day}" for day in days)]


async def test_the_newest_backup_is_verified_and_what_is_wrong_with_it_said(at: At) -> None:
    _begun(at)
    desk = at(THURSDAY)
    app = PlannerApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await _choose(app, "Verify the newest backup")
        await app.workers.wait_for_complete()
        await pilot.pause(0.1)
        assert "the backup of Thu 26 Nov is good: restored for a test" in Seen(pilot).text()
        for book in Path(desk.folder, "backups").glob("*/book.json"):
            book.unlink()
            book.write_text("{ cut o")
        await _choose(app, "Verify the newest backup")
        await app.workers.wait_for_complete()
        await pilot.pause(0.1)
        assert "is not what its list says" in " ".join(Seen(pilot).text().split())


async def test_backups_out_of_reach_leave_the_other_actions(at: At) -> None:
    _begun(at)
    desk = at(THURSDAY)
    backups = Path(desk.folder) / "backups"
    app = PlannerApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        backups.rename(backups.with_name("elsewhere"))
        backups.symlink_to(backups.with_name("nowhere"))
        shown = said(app)
        assert shown and not any("backup" in text for text in shown)


async def test_a_damaged_book_is_no_beginning_and_its_groups_are_not_absent(at: At, tmp_path: Path) -> None:
    desk = at(THURSDAY)
    desk.add_group("Lyon UX")
    (tmp_path / "home" / "book.json").write_text("garbage", encoding="utf-8")
    app = PlannerApp(at(THURSDAY))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "book.json cannot be read" in seen and "No groups yet" not in seen and len(app.screen_stack) == 1


@pytest.mark.parametrize(("key", "none"), [("g", "No groups yet"), ("o", "Nobody yet")])
async def test_tables_over_a_damaged_book_say_so_in_their_rows(at: At, tmp_path: Path, key: str, none: str) -> None:
    at(THURSDAY).add_group("Lyon UX")
    at(THURSDAY).log("m 30 lyon-ux @Marie")
    (tmp_path / "home" / "book.json").write_text("garbage", encoding="utf-8")
    app = PlannerApp(at(THURSDAY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause()
        table = app.screen.query_one(Table)
        rows = " ".join(row.text for row in table.draw())
        assert "book.json cannot be read" in rows and none not in Seen(pilot).text()


async def test_the_screen_opens_with_settings_that_cannot_be_read_and_says_so(at: At, tmp_path: Path) -> None:
    at(THURSDAY).add_group("Lyon UX")
    (tmp_path / "home" / "config.toml").write_text("x = ", encoding="utf-8")
    async with PlannerApp(at(THURSDAY)).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "Lyon UX" in seen and "config.toml cannot be read" in seen


async def test_the_screen_says_why_it_speaks_no_other_language(at: At) -> None:
    at(THURSDAY).add_group("Lyon UX")
    why = "planner speaks English, for its words in “fr” cannot be read: No such file or directory."
    async with PlannerApp(at(THURSDAY), problem=why).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert why in Seen(pilot).text()


async def test_settings_that_go_off_under_the_screen_are_said_and_it_goes_on(at: At, tmp_path: Path) -> None:
    at(THURSDAY).add_group("Lyon UX")
    async with PlannerApp(at(THURSDAY)).run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.2)
        (tmp_path / "home" / "config.toml").write_text('review_day = "soon"\nminutes = 300\n', encoding="utf-8")
        await until(pilot, lambda: "“soon” is no value of “review_day”" in Seen(pilot).text())
        assert at(THURSDAY).settings().minutes == 300


async def test_what_is_damaged_is_checked_and_mended_from_the_palette(at: At) -> None:
    _begun(at)
    desk = at(THURSDAY)
    app = PlannerApp(desk)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.2)
        await _choose(app, "Check every file")
        await app.workers.wait_for_complete()
        await pilot.pause(0.1)
        assert "Every file is good." in Seen(pilot).text()
        (Path(desk.folder) / "book.json").write_text("{ cut o")
        await _choose(app, "Check every file")
        await app.workers.wait_for_complete()
        await pilot.pause(0.1)
        assert "book.json" in Seen(pilot).text() and "damaged" in Seen(pilot).text()
        await _choose(app, "Mend what is damaged")
        await pilot.pause(0.2)
        assert "book.json: brought back from" in Seen(pilot).text()
        assert desk.damage() == []
        await _choose(app, "Mend what is damaged")
        await pilot.pause(0.2)
        assert "Every file is good." in Seen(pilot).text()
