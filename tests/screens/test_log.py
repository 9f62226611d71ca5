"""The Log screen under the hand: keys in, what a person sees out, over real files."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from planner.desk import Desk
from planner.domain.instants import pinned
from planner.domain.kinds import Kind
from planner.domain.weeks.log_filter import LogFilter
from planner.store.home import Home
from planner.tui.app import DataChanged, PlannerApp
from planner.tui.log.edit_bar import EditBar
from planner.tui.log.screen import LogScreen
from planner.tui.week.screen import WeekScreen
from planner.tui.widgets.search_line import SearchLine
from tests.screens.conftest import THURSDAY, At, Seen, filled, until

LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)


def notes(desk: Desk) -> list[str]:
    """The notes of all entries, newest first."""
    return [entry.note for entry in reversed(list(desk.entries(LogFilter())))]


def chosen(app: PlannerApp) -> str:
    """The chosen entry's note."""
    assert isinstance(app.screen, LogScreen)
    assert app.screen.chosen
    return app.screen.chosen.note


async def paste(pilot: Pilot[None], text: str) -> None:
    """Put a text into what has the focus, in place of what stands there."""
    await pilot.press("ctrl+u")
    assert pilot.app.focused
    pilot.app.focused.post_message(Paste(text))
    await pilot.pause()


def forgotten_timer(at: At) -> Desk:
    """A desk whose newest entry is what a forgotten timer left."""
    filled(at)
    at(THURSDAY - timedelta(hours=12)).start("w pmi-france reading")
    desk = at(THURSDAY)
    desk.stop()
    return desk


class TestLooking:
    async def test_l_opens_it_with_the_newest_entry_chosen(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l")
            await pilot.pause()
            assert Seen(pilot).row("14:30").startswith("›   14:30       25  ■ Lyon UX")
            assert Seen(pilot).row("Week 48  23 to 29 November ─").rstrip().endswith("■ 55  ◆ 1h  ┄ 50")

    async def test_text_from_outside_is_shown_as_it_is(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l")
            await pilot.pause()
            assert "answered a question on [red] alerts" in Seen(pilot).text()

    async def test_escape_codes_in_a_note_are_never_obeyed(self, app: PlannerApp, desk: Desk) -> None:
        desk.log("c 20 lyon-ux 16:00 \x1b[31mred\x1b[0m [bold]bold[/bold] \x07bell")
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l")
            await pilot.pause()
            assert "red [bold]bold[/bold] bell" in Seen(pilot).text()
            assert "\x1b" not in Seen(pilot).text()

    async def test_arrows_go_from_entry_to_entry(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "down", "down")
            assert chosen(app) == "apéro design"
            await pilot.press("up")
            assert chosen(app) == "the certification debate"
            await pilot.press("end")
            assert chosen(app) == "commented on a portfolio"
            await pilot.press("home")
            assert chosen(app) == "answered a question on [red] alerts"

    async def test_it_opens_on_the_week_that_was_in_front(self, app: PlannerApp, desk: Desk) -> None:
        desk.log("w 20 lyon-ux 2026-11-17 12:00 last week")
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("left_square_bracket", "l")
            assert chosen(app) == "last week"

    async def test_escape_goes_back_to_the_week(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "escape")
            assert len(app.screen_stack) == 1

    async def test_it_follows_the_size_of_the_terminal(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "2")
            await pilot.resize_terminal(100, 30)
            await pilot.pause()
            assert Seen(pilot).row("LOG").rstrip().endswith("show all")
            assert len(Seen(pilot).row("LOG").rstrip()) == 98

    async def test_nothing_logged_is_a_beginning(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.press("l", "down", "pagedown", "end", "enter", "d")
            assert "Nothing logged yet." in Seen(pilot).text()
            lines = Seen(pilot).text().splitlines()
            assert lines[-1].startswith("  esc week   u undo ")
            await pilot.click(offset=(10, next(y for y, line in enumerate(lines) if "Back to the week" in line)))
            await pilot.pause()
            assert isinstance(empty.screen, WeekScreen)

    async def test_a_click_chooses_and_a_second_one_opens_the_bar(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l")
            await pilot.pause()
            y = next(n for n, row in enumerate(Seen(pilot).text().splitlines()) if "apéro" in row)
            await pilot.click(offset=(30, y))
            assert chosen(app) == "apéro design"
            await pilot.click(offset=(30, y))
            assert app.screen.query(EditBar)


class TestLongLogs:
    @pytest.fixture
    def long(self, at: At) -> Desk:
        """A hundred weeks, one entry each, with a gap of a year between them."""
        desk = filled(at)
        entry = next(desk.entries(LogFilter()))
        weeks = [n for n in range(1, 150) if not 50 < n < 100]
        with desk._home.change("a long log") as kept:
            kept.put_entries(
                entry._replace(id=f"long-{n}", start=pinned(THURSDAY - timedelta(weeks=n)), note=f"week {n}", people=())
                for n in weeks
            )
        return desk

    async def test_one_scrolls_through_all_of_it(self, long: Desk) -> None:
        app = PlannerApp(long)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", *["pagedown"] * 28)
            await pilot.pause()
            assert chosen(app) == "week 149"

    async def test_end_and_back_again(self, long: Desk) -> None:
        app = PlannerApp(long)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "end")
            assert chosen(app) == "week 149"
            await pilot.press("up", "up")
            assert chosen(app) == "week 147"
            await pilot.press("home")
            assert chosen(app) == "answered a question on [red] alerts"

    async def test_a_search_finds_what_lies_far_back(self, long: Desk) -> None:
        app = PlannerApp(long)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "slash", *"week 137", "enter")
            await pilot.pause()
            assert chosen(app) == "week 137"

    async def test_what_is_removed_far_back_leaves_one_there(self, long: Desk) -> None:
        app = PlannerApp(long)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "end", "up", "d")
            assert chosen(app) == "week 149"
            assert "week 148" not in notes(long)


class TestNarrowing:
    async def test_a_search_narrows_as_one_types_and_escape_clears_it(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "slash", *"marie")
            await pilot.pause()
            assert "apéro" in Seen(pilot).text()
            assert "certification" not in Seen(pilot).text()
            await pilot.press("escape")
            await pilot.pause()
            assert "certification" in Seen(pilot).text()
            assert not app.screen.query(SearchLine)

    async def test_a_search_that_is_kept_is_named_and_escape_shows_all(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "slash", *"pmi", "enter")
            await pilot.pause()
            assert Seen(pilot).row("LOG").split()[:2] == ["LOG", "“pmi”"]
            await pilot.press("escape")
            await pilot.pause()
            assert Seen(pilot).row("LOG").split()[:2] == ["LOG", "f"]
            assert isinstance(app.screen, LogScreen)

    async def test_f_goes_through_the_kinds_and_back_to_all(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "f", "f")
            await pilot.pause()
            assert "◆ meeting" in Seen(pilot).row("LOG")
            assert "answered" not in Seen(pilot).text()
            await pilot.press("f", "f")
            await pilot.pause()
            assert "answered" in Seen(pilot).text()

    async def test_a_figure_shows_one_group_and_the_same_again_all(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "2")
            assert chosen(app) == "the certification debate"
            await pilot.press("2")
            await pilot.pause()
            assert "answered" in Seen(pilot).text()

    async def test_what_nothing_matches_says_so(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "slash", *"zzz")
            await pilot.pause()
            assert "Nothing found. Escape shows all again." in Seen(pilot).text()


class TestComingBack:
    async def test_filter_and_chosen_entry_are_there_again(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "slash", *"lyon", "enter", "down", "g", "l")
            await pilot.pause()
            assert Seen(pilot).row("LOG").split()[:2] == ["LOG", "“lyon”"]
            assert "certification" not in Seen(pilot).text()
            assert chosen(app) == "apéro design"
            await pilot.press("escape")
            await pilot.pause()
            assert chosen(app) == "apéro design" and "certification" in Seen(pilot).text()

    async def test_a_group_and_a_kind_are_there_again_from_the_week_too(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "f", "1", "r", "escape", "l")
            await pilot.pause()
            assert Seen(pilot).row("LOG").split()[:5] == ["LOG", "■", "contribution", "Lyon", "UX"]
            assert chosen(app) == "answered a question on [red] alerts"

    async def test_an_entry_of_another_week_is_there_again(self, app: PlannerApp, desk: Desk) -> None:
        for day, note in ((16, "first"), (17, "second"), (18, "third")):
            desk.log(f"w 20 lyon-ux 2026-11-{day} 12:00 {note}")
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "end", "up", "g", "l")
            await pilot.pause()
            assert chosen(app) == "second"
            await pilot.press("escape", "left_square_bracket", "l")
            await pilot.pause()
            assert chosen(app) == "second"

    async def test_where_the_newest_was_chosen_the_newest_is(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "escape")
            desk.log("c 10 lyon-ux 16:00 newer still")
            await pilot.press("l")
            await pilot.pause()
            assert chosen(app) == "newer still"


class TestDamage:
    async def test_keys_find_nothing_in_a_log_that_cannot_be_read(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            for week in Path(desk.folder, "weeks").glob("*.json"):
                week.write_text("garbage", encoding="utf-8")
            await pilot.press("l", "down", "pagedown", "n", "d", "enter", "f")
            await until(pilot, lambda: "weeks/2026-W48.json is damaged" in Seen(pilot).text())
            assert isinstance(app.screen, LogScreen) and app.screen.chosen is None


class TestNextSteps:
    async def test_n_asks_what_is_next_with_the_person_of_the_entry(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("l", "n")
            await pilot.pause()
            assert "The entry names nobody" in Seen(pilot).text()
            await pilot.press("down", "down", "n", *"send the deck fri", "enter")
            await pilot.pause()
            assert [(step.person, step.text) for step in desk.book().steps.values()] == [("marie", "send the deck")]


class TestChanging:
    async def test_enter_fills_the_bar_with_the_line_and_what_it_means(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l", "down", "down", "enter")
            await pilot.pause()
            assert app.screen.query_one(EditBar).text == "in-person 60 lyon-ux apéro design @marie 2026-11-24 18:00"
            assert (
                "Tue 24 Nov 18:00 to 19:00, 1h, meeting (in person), Lyon UX, Marie, “apéro design”"
                in Seen(pilot).text()
            )

    async def test_enter_again_saves_what_was_changed_and_u_undoes_it(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l", "enter", *" twice", "enter")
            await pilot.pause()
            assert notes(desk)[0] == "answered a question on [red] alerts twice"
            assert Seen(pilot).row("Changed to").rstrip().endswith("u undo")
            await pilot.press("u")
            assert notes(desk)[0] == "answered a question on [red] alerts"

    async def test_an_entry_keeps_its_start_where_the_line_says_none(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l", "e")
            await paste(pilot, "c 10 lyon-ux shorter")
            assert "14:30 to 14:40" in Seen(pilot).text()

    async def test_a_line_that_cannot_be_read_stays_with_what_is_wrong(self, app: PlannerApp, desk: Desk) -> None:
        before = notes(desk)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l", "enter")
            await paste(pilot, "c 10 lyon-ux tomorrow")
            await pilot.press("enter")
            await pilot.pause()
            assert app.screen.query_one(EditBar).text.endswith(" tomorrow")
            assert "tomorrow" in Seen(pilot).text()
            assert notes(desk) == before

    async def test_escape_leaves_it_as_it_was_and_offers_the_text_again(self, app: PlannerApp, desk: Desk) -> None:
        before = notes(desk)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l", "enter", *" twice", "escape")
            assert notes(desk) == before
            await pilot.press("enter")
            assert app.screen.query_one(EditBar).text.endswith(" twice")

    async def test_an_entry_moved_to_another_week_stays_chosen(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l", "enter")
            await paste(pilot, "c 10 lyon-ux moved 2026-06-03 09:00")
            await pilot.press("enter")
            await pilot.pause()
            assert chosen(app) == "moved"
            assert "Week 23  1 to 7 June" in Seen(pilot).text()

    async def test_d_removes_and_u_brings_it_back(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l", "down", "d")
            await pilot.pause()
            assert "the certification debate" not in notes(desk)
            assert Seen(pilot).row("Removed").rstrip().endswith("u undo")
            assert chosen(app) == "apéro design"
            await pilot.press("u")
            await pilot.pause()
            assert "the certification debate" in Seen(pilot).text()

    async def test_what_another_program_logs_is_seen(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l")
            Desk(Home(desk.folder, desk.now, "another"), desk._clock).log("c 10 pmi-france 15:00 from elsewhere")
            app.post_message(DataChanged())
            await pilot.pause(0.3)
            assert "from elsewhere" in Seen(pilot).text()


class TestUnconfirmed:
    async def test_it_is_marked_and_counts_nowhere(self, at: At) -> None:
        app = PlannerApp(forgotten_timer(at))
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("l")
            await pilot.pause()
            assert "12h?" in Seen(pilot).row("06:40")
            assert "not confirmed, reading" in Seen(pilot).row("06:40")
            assert Seen(pilot).row("Thu 26 Nov  ").split()[3] == "25"

    async def test_until_when_is_read_as_typed_or_asked_again(self, at: At) -> None:
        desk = forgotten_timer(at)
        app = PlannerApp(desk)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "down", "enter", "t", *"07:10")
            await pilot.pause()
            assert "Thu 26 Nov 06:40 to 07:10, 30 min" in Seen(pilot).text()
            await pilot.press(*["backspace"] * 5, *"25:00")
            await pilot.pause()
            assert "minutes to 59" in Seen(pilot).text()
            await pilot.press("enter")
            await pilot.pause()
            assert "Until when?" in Seen(pilot).text() and "25:00" in Seen(pilot).text()
            await pilot.press(*["backspace"] * 5, *"07:10", "enter")
            await pilot.pause()
        assert [one.minutes for one in desk.entries(LogFilter(text="reading")) if one.confirmed] == [30]

    @pytest.mark.parametrize(
        ("keys", "minutes"), [(["enter"], 15), (["a"], 720), (["t", *"07:10", "enter"], 30), (["d"], None)]
    )
    async def test_enter_asks_what_to_keep(self, at: At, keys: list[str], minutes: int | None) -> None:
        desk = forgotten_timer(at)
        app = PlannerApp(desk)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l", "down", "enter")
            await pilot.pause()
            assert "What is to be kept?" in Seen(pilot).text()
            await pilot.press(*keys)
            await pilot.pause()
        entries = [one for one in desk.entries(LogFilter(kind=Kind.WATCHING)) if one.note == "reading"]
        assert [one.minutes for one in entries if one.confirmed] == ([minutes] if minutes else [])
