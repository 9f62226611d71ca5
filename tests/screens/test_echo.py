"""What came back, said on the Log and the Week screen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.desk import Desk
from planner.domain.echo import Echo
from planner.domain.entry import Entry
from planner.domain.weeks.log_filter import LogFilter
from planner.tui.app import PlannerApp
from tests.screens.conftest import THURSDAY, At, Seen

SIZES = ((60, 20), (80, 24), (120, 40))


@pytest.fixture
def asked(at: At) -> Desk:
    """A desk on the fourth day after a contribution."""
    before = at(THURSDAY - timedelta(days=4))
    before.add_group("Lyon UX")
    before.add_person("Marie Dupont")
    before.log("c 25 lyon-ux a post")
    return at(THURSDAY)


def only_entry(desk: Desk) -> Entry:
    (entry,) = desk.entries(LogFilter())
    return entry


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_on_the_log_says_it_and_undo_takes_it_back(asked: Desk, size: tuple[int, int]) -> None:
    app = PlannerApp(asked)
    async with app.run_test(size=size) as pilot:
        await pilot.press("l", "E", *"2 replies @marie nice")
        await pilot.pause()
        assert "2 replies from Marie Dupont, “nice”" in Seen(pilot).text()
        await pilot.press("enter")
        await pilot.pause()
        kept = Echo((("reply", 2),), ("marie-dupont",), "nice", asked.now())
        assert only_entry(asked).echo == kept
        await pilot.press("u")
        assert only_entry(asked).echo is None


async def test_one_key_answers_that_nothing_came_back_and_enter_passes(asked: Desk) -> None:
    app = PlannerApp(asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E", "enter")
        assert only_entry(asked).echo is None
        await pilot.press("E", "0", "enter")
        await pilot.pause()
        assert only_entry(asked).echo == Echo(at=asked.now())
        await pilot.press("E")
        await pilot.pause()
        assert "Nothing is asked about now" in Seen(pilot).text()


async def test_of_reading_it_is_asked_what_it_gave(asked: Desk) -> None:
    asked.log("w 20 lyon-ux newsletter")
    app = PlannerApp(asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "E")
        await pilot.pause()
        assert "What did “newsletter” give?" in Seen(pilot).text()
        await pilot.press(*"a lead", "enter")
        await pilot.pause()
        assert "it gave: “a lead”" in Seen(pilot).text()


async def test_what_cannot_be_read_stays_to_be_mended(asked: Desk) -> None:
    app = PlannerApp(asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E", *"1 reply @me", "enter")
        await pilot.pause()
        assert "is you: name the others" in Seen(pilot).text() and "1 reply @me" in Seen(pilot).text()
        assert only_entry(asked).echo is None
