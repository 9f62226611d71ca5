"""The Trends screen under the hand: keys in, what a person sees out, over real files."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from planner.desk import Desk
from planner.domain.week import Week
from planner.tui.app import PlannerApp
from planner.tui.trends.screen import TrendsScreen
from planner.tui.trends.view import TrendsTitle, TrendsView
from planner.tui.week.screen import WeekScreen
from tests.screens.conftest import Seen

THIS = Week(2026, 48)


async def opened(pilot: Pilot[None], *keys: str) -> Seen:
    await pilot.press("t")
    await pilot.pause()
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    return Seen(pilot)


async def test_keys_move_in_time_and_open_a_weeks_cloth(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot, "left", "left", "[")
        assert "Week 45, 2 to 8 November" in seen.text() and "[45]" in seen.text()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(people.screen, WeekScreen) and "Week 45  2 to 8 November" in seen.text()
        assert "GROUP" in seen.text()
        await pilot.press("escape")
        await pilot.pause()
        assert "Week 48  23 to 29 November" in seen.text()


async def test_it_is_there_again_as_it_was_left(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        await opened(pilot, "s", "2", "home", "right", "escape", "escape")
        assert isinstance(people.screen, WeekScreen)
        seen = await opened(pilot)
        assert "[26 weeks]" in seen.text() and "Week 29, 13 to 19 July" in seen.text()
        assert "f all groups" in seen.row("TRENDS")


async def test_it_opens_at_the_week_that_is_looked_at(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        await pilot.press("[", "[")
        await pilot.pause()
        seen = await opened(pilot)
        assert "[46]" in seen.text()
        await pilot.press("r")
        await pilot.pause()
        assert "Week 46" in seen.text().splitlines()[0]


async def test_a_page_is_a_quarter_and_the_ends_are_ends(people: PlannerApp) -> None:
    async with people.run_test(size=(120, 40)) as pilot:
        seen = await opened(pilot, "s", "s", "s", "pageup")
        assert "[35]" in seen.text()
        await pilot.press("home", "left")
        await pilot.pause()
        assert "[28]" in seen.text()
        await pilot.press("pagedown", "end", "right")
        await pilot.pause()
        assert "[48]" in seen.text() and "so far" in seen.text()


async def test_spans_turn_both_ways(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot, "S")
        assert "[all]" in seen.text()
        await pilot.press("s", "s")
        await pilot.pause()
        assert "[26 weeks]" in seen.text()


async def test_one_group_then_another_then_objectives_and_all_again(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot, "f")
        assert "Lyon UX   esc show all" in seen.row("TRENDS")
        await pilot.press("F", "F")
        await pilot.pause()
        assert "Understand the local economy" in seen.row("TRENDS") and "measure" in seen.text()
        await pilot.press("escape")
        await pilot.pause()
        assert "f all groups" in seen.row("TRENDS")
        await pilot.press("9")
        await pilot.pause()
        assert "There is no group 9 here." in seen.text()


async def test_tab_reads_the_quarter_of_the_chosen_week_and_turns_through_them(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot, "tab")
        assert "Quarter 4 of 2026" in seen.text() and "WHERE THE TIME WENT" in seen.text()
        await pilot.press("left")
        await pilot.pause()
        assert "Quarter 3 of 2026" in seen.text()
        await pilot.press("left", "right", "right")
        await pilot.pause()
        assert "Quarter 4 of 2026" in seen.text(), "none is before the first, nor still to come"
        top = seen.text()
        await pilot.press("down", "pagedown")
        await pilot.pause()
        assert seen.text() != top
        await pilot.press("home")
        await pilot.pause()
        assert seen.text() == top
        await pilot.press("end", "escape")
        await pilot.pause()
        assert isinstance(people.screen, TrendsScreen) and "TRENDS" in seen.text()


async def test_many_weeks_are_gathered_looked_at_closer_and_gathered_again(people: PlannerApp) -> None:
    people.desk.log("c 25 lyon-ux 2019-06-03")
    async with people.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot, "S")
        assert "Quarter 4 of 2026" in seen.text() and "enter its weeks" in seen.text()
        await pilot.press("home")
        await pilot.pause()
        assert "Quarter 2 of 2019" in seen.text()
        await pilot.press("enter")
        await pilot.pause()
        assert "Week 23, 3 to 9 June 2019" in seen.text() and "enter its cloth" in seen.text()
        await pilot.press("right", "escape", "pagedown")
        await pilot.pause()
        assert "Quarter 3 of 2019" in seen.text()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(people.screen, WeekScreen) and "Week 27" in seen.text()
        await pilot.press("t")
        await pilot.pause()
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert "[12 weeks]" in seen.text() and "esc show all" not in seen.text()


async def test_what_another_planner_logs_is_seen(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot)
        people.desk.log("c 55 lyon-ux")
        people.screen.renew()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "2h15 given" in seen.text()


async def test_the_mouse_chooses_a_week_opens_it_and_turns_on(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot)
        await pilot.click(TrendsView, offset=(25, 5))
        await pilot.pause()
        assert "[39]" in seen.text()
        await pilot.click(TrendsView, offset=(2, 5))
        people.screen.query_one(TrendsView).post_message(TrendsView.Turned(1))
        await pilot.pause()
        assert "[40]" in seen.text()
        await pilot.click(TrendsTitle, offset=(22, 0))
        await pilot.pause()
        assert "[26 weeks]" in seen.text()
        for told in ("Lyon UX   esc show all", "f all groups"):
            await pilot.click(TrendsTitle, offset=(74, 0))
            await pilot.pause()
            assert told in seen.row("TRENDS")
        await pilot.click(TrendsView, offset=(13, 5))
        await pilot.pause()
        await pilot.click(TrendsView, offset=(13, 5))
        await pilot.pause()
        assert isinstance(people.screen, WeekScreen) and "Week 28" in seen.text()


async def test_a_week_that_cannot_be_read_is_a_gap(known: Desk) -> None:
    (Path(known.folder) / "weeks/2026-W46.json").write_text("{")
    app = PlannerApp(known)
    async with app.run_test(size=(120, 40)) as pilot:
        seen = await opened(pilot, "left", "left")
        assert "weeks/2026-W46.json cannot be read" in seen.text() and "??????" in seen.text()
        assert "Without what week 2026-W46 held" in seen.text()


async def test_the_first_week_of_all_says_that_it_is(app: PlannerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        seen = await opened(pilot, "left", "s", "tab", "left", "tab")
        assert "One week so far" in seen.text()


async def test_a_new_home_says_that_there_is_nothing_yet(empty: PlannerApp) -> None:
    async with empty.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        seen = await opened(pilot, "left", "end", "f", "tab", "tab")
        assert "Nothing is planned or logged yet." in seen.text()


class TestTheLastWeeks:
    async def test_stand_under_a_light_week(self, people: PlannerApp) -> None:
        async with people.run_test(size=(100, 34)) as pilot:
            await pilot.pause()
            assert "LAST 8 WEEKS  t trends" in Seen(pilot).text()

    async def test_stand_nowhere_where_there_is_no_room(self, people: PlannerApp) -> None:
        async with people.run_test(size=(60, 20)) as pilot:
            await pilot.pause()
            assert "LAST" not in Seen(pilot).text()

    async def test_are_not_drawn_of_a_first_week(self, app: PlannerApp) -> None:
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.pause()
            assert "LAST" not in Seen(pilot).text()
