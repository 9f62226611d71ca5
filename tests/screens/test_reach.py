"""Whatever is in sight is reached: by letters, Home and End, figures without Shift, and the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from planner.locale import speak_as
from planner.tui.actions.held_panel import Held
from planner.tui.actions.next_steps import NextSteps
from planner.tui.actions.plan_editor import PlanEditor
from planner.tui.app import PlannerApp
from planner.tui.log.screen import LogScreen
from planner.tui.week.cell_panel import CellPanel
from planner.tui.week.screen import WeekScreen
from planner.tui.week.why import Why
from planner.tui.widgets.page_panel import PagePanel
from tests.screens.conftest import Seen, until

USUAL, LARGE = (80, 24), (120, 40)


async def test_j_and_k_and_the_ends_go_through_the_groups_of_the_week(app: PlannerApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        for key, row in (("j", "› 2 PMI France"), ("k", "› 1 Lyon UX"), ("end", "› 2 PMI"), ("home", "› 1 Lyon")):
            await pilot.press(key)
            await pilot.pause()
            assert row in Seen(pilot).text()


@pytest.mark.parametrize("key", ["é", "2"])
async def test_a_figure_chooses_a_group_with_or_without_shift(app: PlannerApp, key: str) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert "› 2 PMI France" in Seen(pilot).text()


async def test_letters_and_signs_are_text_where_a_line_is_typed(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("c", "j", "k", "é", "slash", "ampersand")
        await pilot.pause()
        assert "jké/&" in Seen(pilot).text() and "ctrl+p find" in Seen(pilot).text()


async def test_minutes_are_typed_into_a_plan_on_a_french_keyboard(app: PlannerApp) -> None:
    speak_as("fr")
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("p", "minus", "à")
        await pilot.pause()
        assert "[1h]" in Seen(pilot).text() and "= ) 5 minutes" in Seen(pilot).text()
        await pilot.press("right_parenthesis")
        await pilot.pause()
        assert "[55]" in Seen(pilot).text()


async def test_a_minus_is_five_minutes_less_on_another_keyboard(app: PlannerApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("p", "minus")
        await pilot.pause()
        assert "[55]" in Seen(pilot).text() and "+ - 5 minutes" in Seen(pilot).text()


class TestCell:
    """Enter on a day's cell lists its entries."""

    async def test_it_lists_what_was_logged_there_that_day(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("left", "left", "enter")
            await pilot.pause()
            assert isinstance(app.screen, CellPanel)
            seen = Seen(pilot)
            assert "Lyon UX, Tue 24 Nov" in seen.text() and "Marie; apéro design" in seen.row("› 18:00")
            await pilot.press("escape")
            assert isinstance(app.screen, WeekScreen)

    async def test_an_entry_is_changed_from_there(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("left", "left", "enter", "enter")
            await pilot.pause(0.3)
            assert isinstance(app.screen, LogScreen) and "lyon-ux apéro design @marie" in Seen(pilot).text()

    async def test_an_entry_is_removed_and_brought_back(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            before = len(app.desk.report().entries)
            await pilot.press("left", "left", "enter", "d")
            await pilot.pause()
            assert len(app.desk.report().entries) == before - 1
            await pilot.press("u")
            assert len(app.desk.report().entries) == before

    async def test_an_empty_one_says_so_and_logs_there(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("2", "left", "left", "enter")
            await pilot.pause()
            assert "Nothing here yet." in Seen(pilot).text() and "enter change" not in Seen(pilot).text()
            await pilot.press("c")
            await pilot.pause()
            assert "contribution PMI France › tuesday" in Seen(pilot).text()

    async def test_many_are_gone_through_by_keys_clicks_and_wheel(self, app: PlannerApp) -> None:
        for n in range(12):
            app.desk.log(f"c 5 lyon-ux {9 + n % 9}:{10 + n} note{n:02}")
        async with app.run_test(size=(120, 24)) as pilot:
            await pilot.press("enter", "end")
            await pilot.pause()
            panel = app.screen
            assert isinstance(panel, CellPanel) and "13 of 13" in Seen(pilot).text()
            await pilot.press("home", "j", "k", "j")
            await pilot.pause()
            assert "2 of 13" in Seen(pilot).text()
            lines = Seen(pilot).text().splitlines()
            first = next(y for y, line in enumerate(lines) if "2 of 13" in line) + 2
            await pilot.click(offset=(20, first + 4))
            await pilot.pause()
            assert "5 of 13" in Seen(pilot).text()
            await pilot.click(offset=(20, first + 4))
            await pilot.pause(0.3)
            assert isinstance(app.screen, LogScreen)

    async def test_what_is_long_is_told_whole(self, app: PlannerApp) -> None:
        note = "answered at length what a portfolio is for and whom it is to be shown to first, with two examples"
        app.desk.log(f"c 30 lyon-ux 15:30 {note}")
        async with app.run_test(size=(60, 20)) as pilot:
            await pilot.press("enter", "end")
            await pilot.pause()
            seen = Seen(pilot).text()
            assert note in " ".join(seen.split()) and "…" not in seen.partition("esc leave")[2]
            lines = seen.splitlines()
            last = next(y for y, line in enumerate(lines) if "two examples" in line)
            await pilot.click(offset=(20, last))  # any row of an entry is the entry's
            await pilot.pause(0.3)
            assert isinstance(app.screen, LogScreen)


async def test_a_panel_is_drawn_anew_for_another_width(people: PlannerApp) -> None:
    async with people.run_test(size=LARGE) as pilot:
        await pilot.press("n")
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        await pilot.pause(0.3)
        heading, *rows = Seen(pilot).text().partition("NEXT STEPS")[2].splitlines()
        assert "esc leave" in heading and not rows[0].strip()
        assert "slides on onboarding" in " ".join(" ".join(rows).replace("2 days late", "").split())


async def click(pilot: Pilot[None], words: str) -> None:
    """Click on the first place where they stand."""
    await pilot.pause()
    lines = Seen(pilot).text().splitlines()
    row = next(y for y, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[row].index(words) + 2, row))
    await pilot.pause(0.2)


class TestMouse:
    """Keys in the foot, lines of lists and notices take the mouse."""

    async def test_a_key_of_the_foot_is_pressed_by_a_click(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            foot = Seen(pilot).text().splitlines()[-1]
            await pilot.click(offset=(foot.index("m meet") + 3, 23))
            await pilot.pause()
            assert "meeting Lyon UX ›" in Seen(pilot).text()

    async def test_a_key_in_a_heading_is_pressed_by_a_click(self, app: PlannerApp) -> None:
        async def click(words: str) -> None:
            await pilot.pause()
            lines = Seen(pilot).text().splitlines()
            row = next(y for y, line in enumerate(lines) if words in line)
            await pilot.click(offset=(lines[row].index(words) + 2, row))
            await pilot.pause()

        async with app.run_test(size=USUAL) as pilot:
            await click("GROUP  p plan")
            assert "GROUP  p" in Seen(pilot).text()
            await click("p plan")
            assert isinstance(app.focused, PlanEditor)
            await pilot.press("escape", "g")
            await click("s 8 weeks")
            assert "s 13 weeks" in Seen(pilot).text()
            await pilot.press("l")
            await click("/ search")
            await click("f kind")  # which would be text in the line that is open
            assert "f kind" in Seen(pilot).text()

    async def test_a_key_of_a_panel_is_pressed_by_a_click(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await pilot.press("n")
            await pilot.pause()
            assert isinstance(people.screen, NextSteps)
            lines = Seen(pilot).text().splitlines()
            heading = next(y for y, line in enumerate(lines) if "NEXT STEPS" in line)
            await pilot.click(offset=(lines[heading].index("esc leave"), heading))
            await pilot.pause()
            assert isinstance(people.screen, WeekScreen)

    async def test_a_line_of_today_leads_to_the_log(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            lines = Seen(pilot).text().splitlines()
            await pilot.click(offset=(10, next(y for y, line in enumerate(lines) if "answered a qu" in line)))
            await pilot.pause(0.2)
            assert isinstance(app.screen, LogScreen) and app.screen.chosen
            assert app.screen.chosen.note.startswith("answered a question")

    async def test_steps_and_meetings_are_opened(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            opened = []
            for _ in range(4):
                lines = Seen(pilot).text().splitlines()
                title = next(y for y, line in enumerate(lines) if " tab " in line)
                await pilot.click(offset=(76, title))
                await pilot.pause()
                await pilot.click(offset=(20, title + 1))
                await pilot.pause(0.2)
                opened.append(type(people.screen))
                await pilot.press("escape")
                await pilot.pause()
                if isinstance(people.screen, LogScreen):
                    await pilot.press("escape")
                    await pilot.pause()
            assert {NextSteps, Held, PagePanel} <= {*opened}

    async def test_a_count_turns_to_its_list_and_a_heading_presses_its_key(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            lines = Seen(pilot).text().splitlines()
            row = next(y for y, line in enumerate(lines) if "overdue ·" in line)
            await pilot.click(offset=(lines[row].index("overdue"), row))
            await pilot.pause()
            lines = Seen(pilot).text().splitlines()
            row = next(y for y, line in enumerate(lines) if "NEXT STEPS  n" in line)
            await pilot.click(offset=(4, row))
            await pilot.pause()
            assert isinstance(people.screen, NextSteps)

    async def test_a_count_in_the_foot_leads_to_what_it_counts(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await pilot.press("x", "escape")  # the next reason takes a row more: the lists are too low to count
            await click(pilot, "overdue ·")
            assert "NEXT STEPS  n" in Seen(pilot).text()
            await click(pilot, "to answer")
            assert "TO ANSWER  h" in Seen(pilot).text()

    @pytest.mark.parametrize(
        ("words", "opened"),
        [("overdue", NextSteps), ("to answer", Held), ("Paul Roy", PagePanel)],
        ids=["steps", "answer", "coming"],
    )
    async def test_without_lists_it_opens_the_first(
        self, people: PlannerApp, words: str, opened: type[Screen[object]]
    ) -> None:
        async with people.run_test(size=(60, 20)) as pilot:
            await click(pilot, words)
            assert isinstance(people.screen, opened)

    async def test_the_advice_is_put_off_and_the_gauge_says_why(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            lines = Seen(pilot).text().splitlines()
            row = next(y for y, line in enumerate(lines) if "Next: " in line and " x " in line)
            await pilot.click(offset=(lines[row].index(" x ") + 1, row))
            await pilot.pause()
            assert isinstance(people.screen, WeekScreen) and "u undo" in Seen(pilot).text()
            await pilot.click(offset=(lines[row].index("Next: "), row))
            await pilot.pause()
            assert isinstance(people.screen, Why)

    async def test_a_step_is_chosen_by_a_click(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await pilot.press("n")
            await pilot.pause()
            lines = Seen(pilot).text().splitlines()
            first = next(y for y, line in enumerate(lines) if line.startswith("  NEXT STEPS")) + 2
            await pilot.click(offset=(20, first + 1))
            await pilot.pause()
            assert Seen(pilot).text().splitlines()[first + 1].startswith("› ")

    async def test_all_steps_are_gone_through_however_many(self, people: PlannerApp) -> None:
        for n in range(12):
            people.desk.set_step("marie-dupont" if n % 2 else "paul-roy", f"step number {n}")
        async with people.run_test(size=USUAL) as pilot:
            await pilot.press("n", "end")
            await pilot.pause()
            count = len(people.desk.follow_ups())
            assert count > 12 and f"{count} of {count}" in Seen(pilot).text()

    async def test_a_click_on_a_notice_presses_its_key_or_has_read_it(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("full_stop")
            await pilot.pause()
            before = len(app.desk.report().entries)
            lines = Seen(pilot).text().splitlines()
            row = next(y for y, line in enumerate(lines) if line.startswith("▸ Logged again"))
            await pilot.click(offset=(lines[row].index("u undo") + 1, row))
            await pilot.pause()
            assert len(app.desk.report().entries) == before - 1 and "Undone" in Seen(pilot).text()
            row = next(y for y, line in enumerate(Seen(pilot).text().splitlines()) if line.startswith("▸ Undone"))
            await pilot.click(offset=(5, row))
            await pilot.pause()
            assert "Undone" not in Seen(pilot).text()


class TestOwnKeys:
    """Keys of her own stand in foot, help and find, and act."""

    @staticmethod
    def _said(app: PlannerApp, keys: str) -> None:
        Path(app.desk.settings_folder, "config.toml").write_text(f"[keys]\n{keys}\n", encoding="utf-8")

    async def test_they_act_and_are_told_wherever_keys_are(self, app: PlannerApp) -> None:
        self._said(app, '"week.plan" = "f2"\n"common.undo" = "ctrl+z"\n"common.show.groups" = "f3"')
        app = PlannerApp(app.desk)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause(0.2)
            foot = Seen(pilot).text().splitlines()[-1]
            assert "ctrl+z undo" in foot and "f3 groups" in foot and "GROUP  f2 plan" in Seen(pilot).text()
            await pilot.press("full_stop")
            await pilot.pause()
            assert "ctrl+z undo" in Seen(pilot).row("Logged again")
            before = len(app.desk.report().entries)
            await pilot.press("u")
            assert len(app.desk.report().entries) == before
            await pilot.press("ctrl+z")
            assert len(app.desk.report().entries) == before - 1
            await pilot.press("question_mark")
            await pilot.pause()
            assert "f2 Plan" in " ".join(Seen(pilot).text().split())
            await pilot.press("escape", "p")
            await pilot.pause()
            assert "[1h]" not in Seen(pilot).text()
            await pilot.press("f2")
            await pilot.pause()
            assert "[1h]" in Seen(pilot).text()

    async def test_what_is_off_is_named_and_the_usual_key_stays(self, app: PlannerApp) -> None:
        self._said(app, '"week.plan" = "c"')
        app = PlannerApp(app.desk)
        async with app.run_test(size=LARGE) as pilot:
            await until(pilot, lambda: "[keys]" in Seen(pilot).text())
            assert "c is already “Log a contribution” there" in " ".join(Seen(pilot).text().split())
            await pilot.pause(0.2)
            foot = Seen(pilot).text().splitlines()[-1]
            assert "c plan" not in foot and "GROUP  p plan" in Seen(pilot).text()
            await pilot.press("p")
            await pilot.pause()
            assert "[1h]" in Seen(pilot).text()

    async def test_a_sign_that_stood_for_a_figure_does_what_she_says(self, app: PlannerApp) -> None:
        self._said(app, '"common.show.log" = "é"')
        app = PlannerApp(app.desk)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause(0.2)
            await pilot.press("é")
            await pilot.pause()
            assert isinstance(app.screen, LogScreen)

    async def test_they_count_at_once_in_an_open_screen(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause(0.2)
            self._said(app, '"common.show.log" = "L"')
            app.seen_now()
            await pilot.press("L")
            await pilot.pause()
            assert isinstance(app.screen, LogScreen)
