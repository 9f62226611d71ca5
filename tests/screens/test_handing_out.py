"""The hand-out from the screens: one key asks for the file; names, a question and a decision are a key each."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.desk import Desk
from planner.tui.app import PlannerApp
from tests.screens.conftest import THURSDAY, At, Seen


@pytest.fixture
def known(at: At, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk that knows a group and somebody, in a house of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    desk = at(THURSDAY)
    desk.add_group("Lyon UX")
    desk.log("m 25 lyon-ux @zoe")
    return desk


@pytest.mark.parametrize("screen", ["g", "r"])
async def test_f_writes_it_without_names_and_with_what_is_asked(known: Desk, tmp_path: Path, screen: str) -> None:
    async with PlannerApp(known).run_test(size=(80, 24)) as pilot:
        await pilot.press(screen, "F", "1", "2", *"Zoe?", "enter")
        await pilot.pause()
        assert "Write the hand-out to" in Seen(pilot).text()
        await pilot.press("enter")
        await pilot.pause()
        assert "The hand-out is written to" in Seen(pilot).text()
    written = (tmp_path / "planner-2026-11-26.html").read_text()
    assert "Zoe" not in written and "<li>Z.?</li>" in written


async def test_a_place_that_it_cannot_have_is_said_and_asked_for_again(known: Desk, tmp_path: Path) -> None:
    async with PlannerApp(known).run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "F", *"a.txt", "enter")
        await pilot.pause()
        assert "says no form" in Seen(pilot).text()
        await pilot.press("escape")
    assert not list(tmp_path.glob("*.txt"))
