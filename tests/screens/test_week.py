"""The Week screen under the hand: keys in, what a person sees out, over real files."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from planner.demo_week import Scene
from planner.desk import Desk
from planner.domain.drift.judgement import judge
from planner.domain.grammar.quickline import read
from planner.domain.kinds import Split
from planner.domain.plan import Plan
from planner.locale import speak_as
from planner.theme import TEXT, contrast
from planner.tui.actions.quick_log import QuickLogBar
from planner.tui.app import DataChanged, PlannerApp
from planner.tui.playing import Playing
from planner.tui.week.cloth import ClothView
from tests.calls import calls_of
from tests.known import known
from tests.screens.conftest import THURSDAY, At, Seen, filled, silenced, until

LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)


def logged(desk: Desk) -> Split:
    return known(desk.report()).logged


@pytest.mark.parametrize("size", [SMALL, (60, 24), USUAL], ids=["60x20", "60x24", "80x24"])
@pytest.mark.parametrize("keys", [(), ("C", "enter"), ("c",)], ids=["at rest", "timed", "logging"])
async def test_the_next_act_is_whole_whatever_goes_on(
    people: PlannerApp, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with people.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        text = " ".join(Seen(pilot).text().partition("GROUP")[0].split())
        assert "Next: ask Claire Morel" in text and "for a coffee" in text
        assert "(3 m @claire)" in text and "…" not in text.partition("i why")[2]


async def test_the_next_act_says_less_where_it_is_narrow_and_i_says_all(people: PlannerApp) -> None:
    async with people.run_test(size=SMALL) as pilot:
        assert "Next: ask Claire Morel for a coffee  (3 m @claire)     x" in Seen(pilot).text()
        await pilot.press("i")
        await pilot.pause()
        assert "an introduction to Aderly" in " ".join(Seen(pilot).text().split())


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["60x20", "80x24", "120x40"])
async def test_why_leaves_the_gauge_in_sight_of_which_it_speaks(people: PlannerApp, size: tuple[int, int]) -> None:
    async with people.run_test(size=size) as pilot:
        await pilot.press("i")
        await pilot.pause(0.2)
        gauge, _heading, page = Seen(pilot).text().partition("esc leave")
        assert "Week 48" in gauge and "HANDS  2h20 of 5h" in gauge and "EYES  1h20, cap 1h" in gauge
        assert "Cap: the cap of 1h is passed" in page
        await pilot.press("end")
        await pilot.pause()
        assert "Understand the local economy" in Seen(pilot).text()


class TestLogging:
    async def test_c_enter_logs_the_usual_minutes(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", "enter")
            assert logged(desk).contribution == 55 + 20
            assert "Logged Thu 26 Nov, about 18:20 to 18:40, 20 min, contribution" in Seen(pilot).text()

    async def test_every_log_says_where_the_group_stands_and_the_undo_key(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", "enter")
            seen = Seen(pilot)
            assert seen.row("Logged").rstrip().endswith("u undo")
            assert "Lyon UX: 1h15 of 1h contributed" in seen.text()

    async def test_a_log_reads_its_line_once_and_judges_the_week_once(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c")
            with calls_of(read, judge) as calls:
                await pilot.press("enter")
                await pilot.pause()
            assert logged(desk).contribution == 55 + 20
            assert calls == {"read": 1, "judge": 1}

    async def test_what_is_typed_is_read_along(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("2", "m", *"30 coffee @Paul 12:00")
            await pilot.pause()
            assert (
                "Thu 26 Nov 12:00 to 12:30, 30 min, meeting (in person), PMI France, Paul (new), “coffee”"
                in Seen(pilot).text()
            )
            await pilot.press("enter")
            assert desk.report().entries[-2].people == ("paul",)

    async def test_what_is_wrong_is_said_and_the_text_stays(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("c", *"25 tomorrow", "enter")
            await pilot.pause()
            assert app.screen.query_one(QuickLogBar).text == "25 tomorrow"
            assert "tomorrow" in Seen(pilot).row("“tomorrow”")
            assert logged(desk).contribution == 55

    async def test_what_is_wrong_is_read_to_its_end_at_the_usual_size(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", *"25 14:30 tomorrow", "enter")
            seen = Seen(pilot)
            assert "only what was done can" in seen.text() and seen.row("be logged.")
            assert seen.row("enter log")

    async def test_a_bar_left_by_mistake_offers_its_text_again(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", *"25 half a", "escape")
            assert "“25 half a”" in Seen(pilot).text()
            await pilot.press("m")
            assert app.screen.query_one(QuickLogBar).text == "25 half a"

    async def test_a_chosen_past_day_is_proposed(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("left", "left", "c", *"15", "enter")
            assert known(desk.report()).days[1].contribution == 15

    async def test_tab_completes_a_person(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", *"25 @mar", "tab")
            await pilot.pause()
            assert app.screen.query_one(QuickLogBar).text == "25 @marie "

    async def test_a_full_stop_logs_the_last_entry_once_more(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("full_stop")
            assert logged(desk).contribution == 80

    async def test_u_and_U_undo_and_redo(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", "enter", "u")
            assert logged(desk).contribution == 55
            await pilot.press("U")
            assert logged(desk).contribution == 75

    async def test_nothing_to_undo_is_said(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.press("u")
            assert "▸ " in Seen(pilot).text()

    async def test_what_the_desk_refuses_stays_in_the_bar(self, app: PlannerApp, tmp_path: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", *"25 answered")
            (tmp_path / "home" / "weeks").rename(tmp_path / "elsewhere")
            (tmp_path / "home" / "weeks").write_text("no folder")
            await pilot.press("enter")
            await until(pilot, lambda: "is no folder" in " ".join(Seen(pilot).text().split()))
            assert bar_text(app) == "25 answered"
            assert "enter log it" in Seen(pilot).text()


LONG = "1h30 answered a long question about the place of women in the trade here @Marie yesterday 14:30"
SEVEN = ("Alumni Lyon", "Women in Tech Lyon", "Cadres de Lyon", "Data Lyon", "Cercle des DRH")


class TestTheBarInSight:
    @pytest.mark.parametrize("size", [LARGE, USUAL, SMALL, (60, 14)])
    @pytest.mark.parametrize("language", ["en", "fr"])
    async def test_a_long_reading_pushes_no_keys_off(self, desk: Desk, size: tuple[int, int], language: str) -> None:
        for name in SEVEN:
            desk.add_group(name)
        speak_as(language)
        async with PlannerApp(desk).run_test(size=size) as pilot:
            await pilot.press("c")
            pilot.app.post_message(events.Paste(LONG))
            await pilot.pause()
            await pilot.pause()
            rows = Seen(pilot).text().splitlines()
            assert len(rows) == size[1]
            assert rows[-1].strip().startswith(("enter", "Entrée"))
            assert any(("14:30 " in row and "1h30" in row) or "…" in row for row in rows[-5:-1])  # marks come first
            assert any("1h30 " in row and "›" in row for row in rows[-6:-1])


class TestPasting:
    async def test_text_opens_the_bar_and_no_letter_acts(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            app.post_message(events.Paste("c 25 lyon-ux answered\na question\n"))
            await pilot.pause()
            await pilot.pause()
            assert app.screen.query_one(QuickLogBar).text == "c 25 lyon-ux answered a question"
            assert logged(desk).contribution == 55
            await pilot.press("enter")
            assert logged(desk).contribution == 55 + 25

    async def test_several_lines_become_one_in_the_bar(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("c", *"25 ")
            app.post_message(events.Paste("one\r\n two\n\nthree"))
            await pilot.pause()
            assert app.screen.query_one(QuickLogBar).text == "25 one two three"

    async def test_a_text_left_for_something_else_gives_way_to_typing(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            app.post_message(events.Paste("cwmxu some letters"))
            await pilot.pause()
            await pilot.pause()
            await pilot.press("escape", "1", "m")
            assert bar_text(app) == "cwmxu some letters", "it is not lost"
            await pilot.press(*"1h lunch")
            assert bar_text(app) == "1h lunch"
            await pilot.press("escape", "2", "m")
            await pilot.press("end", *" more")
            assert bar_text(app) == "1h lunch more"

    async def test_a_text_left_for_the_same_kind_and_group_goes_on(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("1", "m", *"1h lunch", "escape", "m", *" and more")
            assert bar_text(app) == "1h lunch and more"

    async def test_where_nothing_takes_it_that_is_said(self, app: PlannerApp, desk: Desk) -> None:
        before = len(desk.report().entries)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("l")
            app.post_message(events.Paste("quit\nd"))
            await pilot.pause()
            assert "Nothing here takes what was pasted: “quit d”" in Seen(pilot).text()
            assert app.is_running
            assert len(desk.report().entries) == before


class TestCompleting:
    async def test_tab_turns_through_the_people_and_back(self, app: PlannerApp, desk: Desk) -> None:
        for name in ("Zoé Petit", "Zora Perrin", "Zoran Roy"):
            desk.add_person(name)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("m", *"30 @zo", "tab")
            await pilot.pause()
            assert bar_text(app) == "30 @zoe-petit"
            assert Seen(pilot).row("@zora-").split() == ["›@zoe-petit", "@zora-perrin", "@zoran-roy"]
            await pilot.press("tab")
            assert bar_text(app) == "30 @zora-perrin"
            await pilot.press("shift+tab", "shift+tab")
            assert bar_text(app) == "30 @zoran-roy"
            await pilot.pause()
            assert "meeting, Lyon UX, Zoran Roy" in Seen(pilot).text()
            await pilot.press("space")
            await pilot.pause()
            assert not Seen(pilot).row("@zora-")


def bar_text(app: PlannerApp) -> str:
    return app.screen.query_one(QuickLogBar).text


class TestChoosing:
    async def test_the_wheel_moves_the_row(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            cloth = app.screen.query_one(ClothView)
            cloth.post_message(ClothView.Turned(1))
            await pilot.pause()
            assert Seen(pilot).row("› 2").startswith("› 2 PMI France")

    async def test_digits_and_arrows_choose(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("2")
            assert Seen(pilot).row("› 2 PMI France")
            await pilot.press("up", "up", "left")
            assert "[" in Seen(pilot).row("› 1 Lyon UX")

    async def test_a_digit_without_a_group_says_so(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("7")
            assert "There is no group 7 here." in Seen(pilot).text()

    async def test_a_click_chooses_and_a_second_one_logs_there(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            cloth = app.screen.query_one(ClothView)
            x = Seen(pilot).row("Mon 23").index("Tue 24") + 1
            await pilot.click(cloth, offset=(x, 5))
            assert Seen(pilot).row("› 2 PMI France")[x - 2 :].startswith("[")
            await pilot.click(cloth, offset=(x, 5))
            assert app.screen.query_one(QuickLogBar).text == "tuesday "

    async def test_weeks_are_turned_and_escape_comes_back(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("left_square_bracket")
            assert "Week 47" in Seen(pilot).text()
            await pilot.press("right_square_bracket", "right_square_bracket")
            assert "Week 49" in Seen(pilot).text()
            await pilot.press("escape")
            assert "Week 48" in Seen(pilot).text()

    async def test_with_many_groups_the_chosen_row_is_in_sight(self, desk: Desk) -> None:
        for number in range(25):
            desk.add_group(f"Group {number}")
        async with PlannerApp(desk).run_test(size=USUAL) as pilot:
            for _ in range(26):
                await pilot.press("down")
            await pilot.pause()
            assert Seen(pilot).row("›").startswith("›   Group 24")
            assert "↑ " in Seen(pilot).text()


class TestTimer:
    async def test_it_starts_and_stops(self, app: PlannerApp, at: At) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("2", "M")
            assert "▸ PMI France 0 min" in Seen(pilot).text()
            app.desk = at(THURSDAY + timedelta(minutes=12))
            await pilot.press("space")
            assert known(app.desk.report()).logged.meeting == 60 + 12

    async def test_starting_to_watch_shows_what_she_means_to_do_first(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("W")
            assert "When I open Lyon UX, I first answer one question." in Seen(pilot).text()

    async def test_a_forgotten_one_asks_once_and_enter_keeps_the_usual(self, app: PlannerApp, at: At) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("C")
            app.desk = at(THURSDAY + timedelta(hours=3))
            await pilot.press("space")
            await pilot.pause()
            seen = Seen(pilot)
            assert seen.row("What is to be kept?") and "enter the usual, 20 min" in seen.text()
            assert "Lyon UX: It ran for 3h, longer than 2h." in seen.text()
            await pilot.press("enter")
            await pilot.pause()
            assert known(app.desk.report()).logged.contribution == 55 + 20
            assert not app.desk.report().unconfirmed

    async def test_all_that_can_be_kept_is_offered_on_a_small_screen(self, app: PlannerApp, at: At) -> None:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.press("C")
            app.desk = at(THURSDAY + timedelta(hours=3))
            await pilot.press("space")
            await pilot.pause()
            seen = Seen(pilot)
            assert seen.row("What is to be kept?") and "Lyon UX: It ran for 3h" in seen.text()
            assert all(
                seen.row(key) for key in ("the usual", "a all of it", "t until a time", "d nothing", "esc leave")
            )

    async def test_e_says_since_when_it_has_been_running(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("e")
            assert "No timer is running." in Seen(pilot).text()
            await pilot.press("C", "e")
            await pilot.pause()
            await pilot.press(*"18:15", "enter")
            await pilot.pause()
            assert "Lyon UX: running since 18:15, not since 18:40" in Seen(pilot).text()
            assert "▸ Lyon UX 25 min" in Seen(pilot).text()

    async def test_without_one_space_says_what_starts_it(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("space")
            assert "No timer is running." in Seen(pilot).text()


class TestPlanning:
    async def test_steps_and_digits_change_a_cell_and_enter_keeps_it(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "plus", "right", "4", "2", "down", "minus", "enter")
            plan = desk.plan(desk.this_week())
            assert plan and plan.lines == {"lyon-ux": Split(65, 42, 15), "pmi-france": Split(45, 25, 20)}

    async def test_escape_leaves_it_as_it_was(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "9", "escape")
            assert known(desk.report()).planned.contribution == 105
            assert "The plan is as it was." in Seen(pilot).text()

    async def test_totals_are_live(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "9", "0")
            assert Seen(pilot).row("    week").split() == ["week", "2h15", "1h30", "35", "4h20"]

    async def test_a_suggestion_shares_the_minutes_exactly(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "s")
            await pilot.pause()
            await pilot.press(*"3h", "enter")
            await pilot.pause()
            assert "3h of your 3h" in Seen(pilot).text()
            await pilot.press("enter")
            assert known(desk.report()).planned.total == 180

    async def test_the_minutes_of_a_first_suggestion_are_hers_then(self, app: PlannerApp, desk: Desk) -> None:
        assert desk.settings().minutes is None
        async with app.run_test(size=USUAL) as pilot:
            for minutes in ("180", "300"):
                await pilot.press("p", "s")
                await pilot.pause()
                await pilot.press(*minutes, "enter")
                await pilot.pause()
                await pilot.press("escape")
                await pilot.pause()
        assert desk.settings().minutes == 180, "a week of more is that week's alone"

    async def test_p_enter_copies_the_last_planned_week(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("right_square_bracket", "p")
            assert "Copied from the last planned week" in Seen(pilot).text()
            await pilot.press("enter")
            assert desk.plan(desk.this_week().plus(1)) == desk.plan(desk.this_week())

    async def test_its_keys_stay_in_sight_on_a_small_screen(self, app: PlannerApp, desk: Desk) -> None:
        for name in ("Alumni Lyon", "Women in Product", "Métropole"):
            desk.add_group(name)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.press("p", "down", "down", "down", "down")
            assert Seen(pilot).row("enter save") and Seen(pilot).row("› 5 Métropole")

    async def test_the_screens_own_keys_rest_while_it_is_open(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("p", "u", "left_square_bracket", "q", "c")
            assert app.is_running and logged(desk).contribution == 55


class TestBeginning:
    async def test_empty_names_the_key_that_fills_it(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.press("escape")
            assert "No groups yet. Press a to paste your list." in Seen(pilot).text()
            await pilot.press("a", *"Lyon UX", "enter")
            await pilot.pause(0.05)
            await pilot.press("enter")
            await pilot.pause()
            assert Seen(pilot).row("› 1 Lyon UX")
            assert "No plan yet. Press p" in Seen(pilot).text()

    async def test_p_enter_makes_a_first_plan(self, empty: PlannerApp) -> None:
        empty.desk.add_group("Lyon UX")
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.press("p", "enter")
            assert known(empty.desk.report()).planned.total == empty.desk.minutes_a_week()

    async def test_without_groups_a_logging_key_names_the_adding_one(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.press("escape", "c")
            assert "▸ No groups yet. Press a on the Week screen to paste your list." in Seen(pilot).text()
            assert not empty.screen.query(QuickLogBar)

    async def test_what_follows_is_done_in_the_group_that_was_added(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("a", *"Alumni Lyon", "enter", "enter", "c")
            await pilot.pause()
            assert "contribution, Alumni Lyon" in Seen(pilot).text()

    async def test_a_group_that_is_there_already_is_named_and_not_added(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("a", *"lyon ux", "enter")
            await pilot.pause(0.05)
            assert "already there: Lyon UX" in Seen(pilot).text()
            await pilot.press("enter")
            await pilot.pause()
            assert len(desk.book().groups) == 2

    async def test_markup_in_a_name_is_shown_literally(self, desk: Desk) -> None:
        desk.add_group("[red]Bold[/]")
        async with PlannerApp(desk).run_test(size=USUAL) as pilot:
            assert Seen(pilot).row("3 [red]Bold[/]")


class TestWarnings:
    async def test_what_is_put_off_is_not_spoken_of_again(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            before = Seen(pilot).row("Reading")
            await pilot.press("x")
            await pilot.pause()
            assert before and before not in Seen(pilot).text().splitlines()[:9]

    async def test_why_shows_every_signal(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("i")
            await pilot.pause()
            signals = known(app.desk.report()).drift.signals
            assert signals and all(signal.advice in Seen(pilot).text() for signal in signals if signal.advice)


class TestReviewDue:
    async def test_from_friday_at_four_the_screen_says_so(self, desk: Desk, at: At) -> None:
        friday = THURSDAY.replace(day=27, hour=16, minute=0)
        assert desk.report().plan
        for size in (LARGE, USUAL, SMALL):
            async with PlannerApp(at(friday)).run_test(size=size) as pilot:
                await pilot.pause()
                assert Seen(pilot).row("r review is due")
        async with PlannerApp(at(friday - timedelta(minutes=1))).run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert "is due" not in Seen(pilot).text()

    async def test_a_closed_review_is_due_no_more(self, desk: Desk, at: At) -> None:
        friday = at(THURSDAY.replace(day=27))
        friday.close_review(friday.this_week(), known(friday.review(friday.this_week())).review, Plan({}))
        assert desk.report().plan
        async with PlannerApp(friday).run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert "is due" not in Seen(pilot).text()


class TestRoom:
    @pytest.mark.parametrize("size", [LARGE, USUAL, SMALL, (50, 14)])
    async def test_it_is_whole_at_every_size(self, app: PlannerApp, size: tuple[int, int]) -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            seen = Seen(pilot)
            assert "HANDS" in seen.text() and "EYES" in seen.text() and "Next:" in seen.text()
            assert seen.row("› 1 Lyon UX")
            assert "? help" in seen.text().splitlines()[-1]

    async def test_a_terminal_too_small_is_told_how_large_it_needs_to_be(self, app: PlannerApp) -> None:
        async with app.run_test(size=(40, 10)) as pilot:
            assert "50 columns, 14 rows" in Seen(pilot).text()
            await pilot.resize_terminal(20, 8)
            await pilot.pause()
            assert "needs 50 columns, 14 rows." in " ".join(Seen(pilot).text().split())
            await pilot.resize_terminal(*USUAL)
            await pilot.pause()
            assert "HANDS" in Seen(pilot).text()

    async def test_resizing_folds_and_unfolds_the_cloth(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.resize_terminal(*LARGE)
            await pilot.pause()
            assert "■ CONTRIBUTE" in Seen(pilot).text()


class TestTogether:
    async def test_another_programs_change_is_seen_by_itself(self, app: PlannerApp, at: At) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause(0.2)
            at(THURSDAY).log("m 30 pmi-france coffee with Nadia")
            await until(pilot, lambda: "coffee with Nadia" in Seen(pilot).text())

    async def test_a_bad_theme_is_told_and_the_app_still_opens(self, desk: Desk) -> None:
        folder = Path(desk.folder)
        (folder / "themes").mkdir(exist_ok=True)
        (folder / "themes" / "mine.toml").write_text("dark = 3")
        (folder / "config.toml").write_text('theme = "mine"\n')
        async with PlannerApp(desk).run_test(size=LARGE) as pilot:
            await pilot.pause()
            assert "key colors: the section" in " ".join(Seen(pilot).text().split())

    async def test_a_wrong_colour_is_told_and_the_theme_used_without_it(self, desk: Desk) -> None:
        folder = Path(desk.folder)
        (folder / "themes").mkdir(exist_ok=True)
        theme = '[colors]\nbackground = "#101010"\ntext = "#eeeeee"\naccent = "lilac"\n'
        (folder / "themes" / "mine.toml").write_text(theme)
        (folder / "config.toml").write_text('theme = "mine"\n')
        app = PlannerApp(desk)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause()
            assert "“lilac” is no colour" in " ".join(Seen(pilot).text().split())
            assert (app.ink.palette.name, app.ink.palette.colors["accent"]) == ("mine", "#eeeeee")

    async def test_a_theme_set_elsewhere_is_taken_and_undone_at_once(self, app: PlannerApp, at: At) -> None:
        async with app.run_test(size=LARGE) as pilot:
            at(THURSDAY).set_setting("theme", "planner-light")
            app.post_message(DataChanged())
            await until(pilot, lambda: app.ink.palette.name == "planner-light")
            await pilot.press("u")
            assert app.ink.palette.name == "planner-dark"


def _cuts(path: Path) -> None:
    """Take the end of a file away in its place, as an editor may."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 50)


def _is_seen(pilot: Pilot[None], words: str) -> bool:
    return words in Seen(pilot).text()


async def test_where_no_list_has_room_a_row_counts_what_they_hold(people: PlannerApp) -> None:
    async with people.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "2 overdue · 1 to answer" in Seen(pilot).text() and "TODAY" not in Seen(pilot).text()
        await pilot.press("full_stop")
        await pilot.pause()
        assert "overdue · " not in Seen(pilot).text()
        await pilot.press("down")
        await pilot.pause()
        assert "2 overdue · 1 to answer" in Seen(pilot).text()
        await pilot.press("i")
        await pilot.pause()
        assert "Cap: the cap of 1h is passed" in Seen(pilot).text() and "more" in Seen(pilot).text()
        await pilot.press("end")
        assert "Understand the local economy" in Seen(pilot).text()


async def test_each_empty_screen_is_a_beginning(empty: PlannerApp) -> None:
    async with empty.run_test(size=USUAL) as pilot:
        for keys in (("escape",), ("l",), ("o",), ("g",), ("o", "tab")):
            await pilot.press(*keys)
            await pilot.pause()
            assert "I " in Seen(pilot).row("Bring in what other programs kept"), keys


@pytest.mark.parametrize("keys", [("c",), ("p",)])
async def test_all_text_is_seen_in_every_theme(people: PlannerApp, keys: tuple[str, ...]) -> None:
    async with people.run_test(size=USUAL) as pilot:
        await pilot.press(*keys)
        for theme in ("planner-dark", "planner-light", "planner-contrast", "planner-blue-orange"):
            people.use_theme(theme)
            await pilot.pause()
            for strip in people.screen._compositor.render_strips():
                for segment in strip:
                    if segment.style and any(map(str.isalnum, segment.text)):
                        color, behind = segment.style.color, segment.style.bgcolor
                        assert color and color.triplet and behind and behind.triplet
                        assert contrast(color.triplet.hex, behind.triplet.hex) >= TEXT, (theme, segment.text)


class TestTrouble:
    async def test_a_damaged_file_is_told_of_everywhere_until_mended(self, app: PlannerApp, desk: Desk) -> None:
        week = Path(desk.folder, f"weeks/{desk.this_week()}.json")
        week.write_text("{broken")
        async with app.run_test(size=USUAL) as pilot:
            for keys in ("", "l", "escape", "o", "escape"):
                await pilot.press(*filter(None, [keys]))
                await pilot.pause(0.1)
                assert f"{week.name} is damaged" in Seen(pilot).text(), keys
            desk.checkup(mend=True)
            for aside in week.parent.glob("*.damaged-*"):  # no backup has it
                aside.unlink()
            await pilot.press("l")
            await pilot.pause(0.1)
            assert "damaged" not in Seen(pilot).text()

    @pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
    async def test_an_unread_week_has_no_figures_and_is_logged_in(
        self, app: PlannerApp, desk: Desk, size: tuple[int, int]
    ) -> None:
        week = Path(desk.folder, f"weeks/{desk.this_week()}.json")
        week.write_text("{broken")
        unread = f"weeks/{week.name} cannot be read, so what is in it is not known"
        async with app.run_test(size=size) as pilot:
            for keys in ("", "i", "escape", "p", "r"):
                await pilot.press(*filter(None, [keys]))
                await pilot.pause(0.2)
                assert unread in " ".join(Seen(pilot).text().split()), keys
                assert "balanced" not in Seen(pilot).text() and "HANDS" not in Seen(pilot).text(), keys
            for keys, without in (("g", True), ("o", True), ("escape", False)):
                await pilot.press(keys)
                await pilot.pause(0.3)
                assert ("Without what week" in Seen(pilot).text()) is without, keys
            await pilot.press("1", "c", "enter")
            await until(pilot, lambda: "Logged " in Seen(pilot).text())
            assert unread in " ".join(Seen(pilot).text().split())

    async def test_what_a_damaged_book_held_is_asked_for_by_no_key(self, app: PlannerApp, desk: Desk) -> None:
        Path(desk.folder, "book.json").write_text("{broken")
        async with app.run_test(size=USUAL) as pilot:
            for keys in ("n", "h", "b", "1"):
                await pilot.press(keys)
                await pilot.pause(0.2)
                seen = " ".join(Seen(pilot).text().split())
                assert "book.json cannot be read, so what is in it is not known" in seen, keys
            for keys, title in (("escape", ""), ("g", "[all ?]"), ("o", "[all ?]")):
                await pilot.press(keys)
                await pilot.pause(0.3)
                assert title in Seen(pilot).text(), keys

    @pytest.mark.parametrize("size", [(80, 24), (60, 20)])
    async def test_a_second_damaged_file_is_told_of_on_any_screen(
        self, at: At, tmp_path: Path, size: tuple[int, int]
    ) -> None:
        filled(at)
        for name in ("book.json", "timer.json"):
            (tmp_path / "home" / name).write_text("{broken")
        app = PlannerApp(at(THURSDAY))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            seen = " ".join(Seen(pilot).text().split())
            assert "book.json is damaged" in seen and "1 more file is damaged: “planner check” names it." in seen
            assert "? help" in seen

    async def test_damage_under_a_screen_is_told_now_and_at_each_change(self, app: PlannerApp, desk: Desk) -> None:
        week = Path(desk.folder, f"weeks/{desk.this_week()}.json")
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause(0.3)
            assert "damaged" not in Seen(pilot).text()
            _cuts(week)
            await until(pilot, lambda: f"{week.name} is damaged: line" in Seen(pilot).text())
            for keys, said in (
                (("1", "c", "enter"), "Logged "),
                (("1", "m", "enter"), "Logged "),
                (("u",), "Undone: "),
            ):
                await pilot.press(*keys)
                await until(pilot, partial(_is_seen, pilot, said))
                assert f"{week.name} is damaged: line" in Seen(pilot).text(), keys

    async def test_a_change_that_comes_upon_damage_says_what_both_are(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause(0.3)
            app._watcher.stop()  # nobody has told the screen yet
            week = Path(desk.folder, f"weeks/{desk.this_week()}.json")
            _cuts(week)
            await pilot.press("1", "c", "enter")
            await until(pilot, lambda: "Logged " in Seen(pilot).text())
            assert f"{week.name} is damaged: line" in Seen(pilot).text()

    async def test_what_is_read_over_damage_is_said_and_the_app_goes_on(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause(0.2)
            Path(desk.folder, "book.json").write_text("{broken")
            await pilot.press("c", *"25 thanks", "escape")
            assert "book.json is damaged" in Seen(pilot).text() or "Kept for the next time" in Seen(pilot).text()
            await pilot.press("m", "enter")
            assert logged(desk).meeting


async def test_what_was_done_is_said_until_the_next_key_and_what_went_wrong_longer(app: PlannerApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        seen = Seen(pilot)
        await pilot.press(*"c25", "enter")
        assert "Logged" in seen.text()
        await pilot.press("down")
        assert "Logged" not in seen.text()
        await pilot.press("9", "up")
        assert "There is no group 9 here." in seen.text()


async def test_a_key_takes_over_from_what_is_played_and_does_nothing_else(app: PlannerApp, at: At) -> None:
    monday = at(THURSDAY - timedelta(days=3))
    playing = Playing(iter([Scene(monday, "One week.", 9000.0)]))
    played = PlannerApp(app.desk, demo=True, play=playing)
    async with played.run_test(size=(120, 40)) as pilot:
        seen = Seen(pilot)
        assert "Mon 23 Nov" in seen.text()
        await pilot.press("c")
        assert "Thu 26 Nov" in seen.text() and "One week." not in seen.text()
        assert played.focused is None
        await pilot.press("c")
        assert played.focused is not None


@pytest.mark.parametrize(
    ("language", "titles", "counts"),
    [
        ("en", ("TODAY", "TO ANSWER", "COMING", "NEXT STEPS"), ("2 overdue", "1 to answer", "Fri 12:30 Paul Roy")),
        ("fr", ("AUJOURD’HUI", "À CONFIRMER", "À VENIR", "SUITES"), ("2 en retard", "1 à confirmer", "ven 12:30 Paul")),
    ],
    ids=["en", "fr"],
)
async def test_the_row_that_counts_leaves_out_the_list_in_sight(
    known: Desk, language: str, titles: tuple[str, ...], counts: tuple[str, ...]
) -> None:
    speak_as(language)
    silenced(known)
    steps, to_answer, coming = counts
    seen_in = dict(zip(titles, (None, to_answer, coming, steps), strict=True))
    async with PlannerApp(known).run_test(size=(60, 24)) as pilot:
        for title, own in seen_in.items():
            _, _, below = Seen(pilot).text().partition(title)
            assert below and "…" not in below, below
            assert [each in below for each in counts] == [each != own for each in counts], below
            await pilot.press("tab")
            await pilot.pause()


async def test_where_nothing_waits_nothing_is_counted(empty: PlannerApp) -> None:
    empty.desk.add_group("Lyon UX")
    for size in (SMALL, USUAL):
        async with PlannerApp(empty.desk).run_test(size=size) as pilot:
            text = Seen(pilot).text()
            assert "TODAY" in text and "Nothing yet." in text and " · " not in text.partition("TODAY")[2]
            await pilot.press("tab")
            await pilot.pause()
            assert "EARLIER THIS WEEK" in Seen(pilot).text()
