"""What two machines said of one thing, at the keyboard: both side by side, and one key settles."""

from __future__ import annotations

import shutil
from pathlib import Path

from planner.desk import Desk
from planner.domain.grammar.amend import Amendment
from planner.store.home import Home
from planner.tui.app import PlannerApp
from tests.screens.conftest import THURSDAY, At, Seen, filled


def _apart(at: At, tmp_path: Path) -> tuple[Desk, str]:
    """A desk with one conflict of texts and one of numbers, of one entry."""
    filled(at)
    desk = at(THURSDAY)
    entry = desk.log("m 20 lyon-ux coffee").entry
    assert entry
    shutil.copytree(desk.folder, tmp_path / "laptop")
    laptop = Desk(Home(str(tmp_path / "laptop"), desk.now, "a test"), desk._clock)
    shutil.copytree(desk.folder, tmp_path / "tablet")
    desk.amend(entry.id, Amendment(note="tea in the yard", place="Lyon"))
    laptop.amend(entry.id, Amendment(note="coffee at the corner", place="Paris"))
    desk.merge_files([laptop.folder])
    return desk, entry.id


async def test_both_stand_side_by_side_and_one_key_after_the_other_settles(at: At, tmp_path: Path) -> None:
    desk, id_ = _apart(at, tmp_path)
    app = PlannerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("X")
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "what stands here" in seen and "the other" in seen and "1 more after it." in seen
        assert any("tea in the yard" in row and "coffee at the corner" in row for row in seen.splitlines())
        await pilot.press("b")
        await pilot.pause()
        assert "Lyon" in Seen(pilot).text() and "Paris" in Seen(pilot).text()
        await pilot.press("t")
        await pilot.pause()
        assert "Chosen: place" in Seen(pilot).text()
        await pilot.press("X")
        await pilot.pause()
        assert "There are no conflicts." in Seen(pilot).text()
    assert desk.conflicts() == ()
    assert set(desk.find_entry(id_).note.split(" / ")) == {"tea in the yard", "coffee at the corner"}


async def test_what_is_passed_or_left_is_kept_as_it_was(at: At, tmp_path: Path) -> None:
    desk, _ = _apart(at, tmp_path)
    both = desk.conflicts()
    app = PlannerApp(desk)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("X")
        await pilot.press("n")
        await pilot.press("escape")
        await pilot.pause()
    assert desk.conflicts() == both


async def test_of_three_one_key_shows_the_third(at: At, tmp_path: Path) -> None:
    desk, id_ = _apart(at, tmp_path)
    tablet = Desk(Home(str(tmp_path / "tablet"), desk.now, "a test"), desk._clock)
    tablet.amend(id_, Amendment(note="water"))
    desk.merge_files([tablet.folder])
    *_, third = desk.conflicts()[0].says
    app = PlannerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("X")
        await pilot.pause()
        assert "the other, 1 of 2" in Seen(pilot).text()
        await pilot.press("o")
        await pilot.pause()
        assert "the other, 2 of 2" in Seen(pilot).text() and third in Seen(pilot).text()
        await pilot.press("t")
        await pilot.pause()
    assert desk.find_entry(id_).note == third
