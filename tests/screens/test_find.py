"""One find for everything: actions of the whole app, what is kept, settings and themes; over whatever is in front."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from planner.desk import Desk
from planner.domain.grammar.findable import Index, Sort, Thing
from planner.tui.app import PlannerApp
from planner.tui.companies.screen import CompaniesScreen
from planner.tui.find.draw_find import Part, found_rows
from planner.tui.find.gathering import gather_names, gather_notes, gather_rest
from planner.tui.find.screen import SHOWN_FIRST, FindScreen
from planner.tui.find.sources import Sources
from planner.tui.groups.screen import GroupsScreen
from planner.tui.log.screen import LogScreen
from planner.tui.people.screen import PeopleScreen
from planner.tui.week.screen import WeekScreen
from planner.tui.widgets.ask import Ask
from planner.tui.widgets.draw_marks import FULL
from planner.tui.widgets.line_input import LineInput
from tests.screens.conftest import Seen, until

USUAL, SMALL, LARGE = (80, 24), (60, 20), (120, 40)


async def find(pilot: Pilot[None], typed: str, *keys: str) -> FindScreen:
    """Open the find, and type; the whole of it has been gathered then."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, FindScreen)
    screen.query_one(LineInput).value = typed
    await pilot.pause()
    await until(pilot, lambda: not screen.gathering)
    await pilot.press(*keys)
    await pilot.pause()
    return screen


def rows(pilot: Pilot[None]) -> list[str]:
    """What stands in the box, row by row, without its sides."""
    return [row[3:-3].rstrip() for row in Seen(pilot).text().splitlines() if " │" in row or "│ " in row]


async def test_it_opens_over_every_screen_and_leaves_all_as_it_was(people: PlannerApp) -> None:
    async with people.run_test(size=LARGE) as pilot:
        for key in ("escape", "l", "g", "o", "r", "I"):
            await pilot.press(key)
            await pilot.pause()
            front = people.screen
            await find(pilot, "", "escape")
            assert people.screen is front


async def test_a_slash_opens_it_where_nothing_narrower_is_searched(people: PlannerApp) -> None:
    async with people.run_test(size=USUAL) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(people.screen, FindScreen) and "FIND" in Seen(pilot).text()
        await pilot.press("escape", "l", "slash")
        await pilot.pause()
        assert isinstance(people.screen, LogScreen) and "a note, a group, a person" in Seen(pilot).text()
        assert "ctrl+p find" in Seen(pilot).text()


async def test_actions_of_the_whole_app_stand_there_with_their_keys(people: PlannerApp) -> None:
    async with people.run_test(size=USUAL) as pilot:
        await find(pilot, "plan the week")
        assert any(row.startswith("› Plan the week") and row.endswith(" p") for row in rows(pilot))
        await pilot.press("escape")
        await find(pilot, "which groups fit")
        assert any("Which groups fit into the minutes you have  groups" in row for row in rows(pilot))
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert "WHAT FITS" in Seen(pilot).text()


@pytest.mark.parametrize(
    ("typed", "screen", "seen"),
    [
        ("marie dup", PeopleScreen, "WHAT PASSED"),
        ("grand lyon", GroupsScreen, "› Grand Lyon"),
        ("keolis", CompaniesScreen, "WHO WORKS THERE"),
        ("week 45", WeekScreen, "Week 45"),
        ("12 nov", WeekScreen, "Week 46"),
        ("question on forms", LogScreen, "answered a question on forms"),
    ],
)
async def test_what_is_taken_is_gone_to(people: PlannerApp, typed: str, screen: type[object], seen: str) -> None:
    async with people.run_test(size=LARGE) as pilot:
        await find(pilot, typed, "enter")
        await pilot.pause(0.3)
        assert isinstance(people.screen, screen) and seen in Seen(pilot).text()


async def test_what_was_taken_stands_first_from_then_on(people: PlannerApp) -> None:
    async with people.run_test(size=LARGE) as pilot:
        shown = await find(pilot, "mar")
        assert shown.chosen and shown.chosen.id == "marie-dupont"
        await pilot.press("down", "enter")
        await pilot.pause(0.3)
        await pilot.press("escape")
        shown = await find(pilot, "mar")
        assert shown.chosen and shown.chosen.id == "marc-perrin"
        await pilot.press("escape")
        await find(pilot, "")
        assert "OFTEN" in Seen(pilot).text() and "› Marc Perrin" in Seen(pilot).text()
        assert people.desk.uses() == {"person:marc-perrin": 1}


async def test_who_is_gone_is_forgotten_in_what_was_taken(people: PlannerApp) -> None:
    desk = people.desk
    desk.add_person("Zoe Quill")
    desk.use("person:zoe-quill")
    desk.remove_person("zoe-quill")
    desk.use("action:week.plan")
    assert desk.uses() == {"action:week.plan": 1}


async def test_a_theme_shows_itself_while_one_stands_on_it_and_is_kept_once_taken(people: PlannerApp) -> None:
    async with people.run_test(size=USUAL) as pilot:
        await find(pilot, "planner-light")
        assert people.ink.palette.name == "planner-light"
        await pilot.press("escape")
        assert people.ink.palette.name == "planner-dark"
        await find(pilot, "planner-light", "enter")
        await pilot.pause()
        assert people.ink.palette.name == "planner-light" and people.desk.settings().theme == "planner-light"
        await pilot.press("u")
        await pilot.pause()
        assert people.ink.palette.name == "planner-dark"


async def test_a_setting_of_few_values_is_chosen_where_it_stands(people: PlannerApp) -> None:
    async with people.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"language")
        await pilot.press("enter")
        await pilot.pause()
        assert "enter next" in Seen(pilot).row("› language")
        await pilot.press("enter", "enter")
        assert people.desk.settings().language == "fr"


async def test_a_setting_is_asked_for_with_what_it_is_now(people: PlannerApp) -> None:
    async with people.run_test(size=USUAL) as pilot:
        await find(pilot, "minutes that", "enter")
        await until(pilot, lambda: isinstance(people.screen, Ask))
        assert people.screen.query_one(LineInput).value == "360"
        people.screen.query_one(LineInput).value = "5h"
        await pilot.press("enter")
        await pilot.pause()
        assert people.desk.settings().minutes == 300


async def test_one_sort_alone_shows_all_of_it(people: PlannerApp) -> None:
    async with people.run_test(size=LARGE) as pilot:
        shown = await find(pilot, "lyon")
        assert [part.title for part in shown._parts] == ["GROUPS", "PEOPLE", "COMPANIES"]
        await pilot.press("tab", "tab")
        assert [part.title for part in shown._parts] == ["PEOPLE"] and len(shown._parts[0].things) == 13
        await pilot.press("shift+tab", "shift+tab")
        assert len(shown._parts) == 3


async def test_over_a_panel_all_is_found_and_what_is_taken_leaves_it(people: PlannerApp) -> None:
    async with people.run_test(size=USUAL) as pilot:
        await pilot.press("n")
        await pilot.pause()
        panel = people.screen
        await find(pilot, "planner-light", "enter")
        await pilot.pause(0.3)
        assert people.screen is panel and people.ink.palette.name == "planner-light"
        await find(pilot, "put the next step", "escape")
        assert people.screen is panel
        await find(pilot, "marie dup", "enter")
        await pilot.pause(0.3)
        assert isinstance(people.screen, PeopleScreen) and panel not in people.screen_stack
        assert "WHAT PASSED" in Seen(pilot).text()


async def test_home_and_end_go_through_the_line_and_then_through_the_list(people: PlannerApp) -> None:
    async with people.run_test(size=USUAL) as pilot:
        shown = await find(pilot, "lyon", "end")
        assert shown.chosen == shown._parts[-1].things[-1]
        await pilot.press("home")
        assert shown.query_one(LineInput).cursor_position == 0 and shown.chosen == shown._parts[-1].things[-1]
        await pilot.press("home")
        assert shown.chosen == shown._parts[0].things[0]
        lines = Seen(pilot).text().splitlines()
        edge = next(y for y, line in enumerate(lines) if "FIND" in line)
        await pilot.click(offset=(lines[edge].index("only these"), edge))
        assert len(shown._parts) == 1


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE])
async def test_the_box_is_whole_at_every_size(people: PlannerApp, size: tuple[int, int]) -> None:
    async with people.run_test(size=size) as pilot:
        await find(pilot, "mar", *["down"] * 30)
        lines = Seen(pilot).text().splitlines()
        top = next(line for line in lines if "╭─ FIND" in line)
        left, right = top.index("╭"), top.index("╮")
        box = [line for line in lines if line[left] in "╭│╰"]
        assert len(box) == min(28, size[1] - 2) and all(line[right] in "╮│╯" for line in box)


def test_what_was_typed_is_underlined_wherever_it_was_found() -> None:
    thing = Thing(Sort.PERSON, "jonas", "Jonas Weber", "programme manager, Siemens")
    rows, _ = found_rows([Part("PEOPLE", (thing,), 1)], "man web", 0, 60, FULL)
    assert [piece.text for piece in rows[1].pieces if "under" in piece.role] == ["Web", "man"]
    narrow, _ = found_rows([Part("PEOPLE", (thing,), 1)], "man web", 0, 30, FULL)
    assert narrow[1].text == "› Jonas Weber  programme mana…"


async def test_a_click_takes_and_the_wheel_goes_on(people: PlannerApp) -> None:
    async with people.run_test(size=USUAL) as pilot:
        await find(pilot, "marc perr")
        lines = Seen(pilot).text().splitlines()
        await pilot.click(offset=(10, next(y for y, line in enumerate(lines) if "Marc Perrin" in line)))
        await pilot.pause(0.3)
        assert isinstance(people.screen, PeopleScreen) and "Marc Perrin" in Seen(pilot).row("PEOPLE")


async def test_nothing_that_is_typed_as_markup_or_code_is_obeyed(people: PlannerApp) -> None:
    people.desk.log("c 25 lyon-ux [bold]zzz[/bold] \x1b[31mred")
    async with people.run_test(size=USUAL) as pilot:
        await find(pilot, "zzz")
        assert "[bold]zzz[/bold]" in Seen(pilot).text()
        await pilot.press("escape")
        await find(pilot, "qqq[/]")
        seen = Seen(pilot).text()
        assert "Nothing begins with “qqq[/]”. Fewer letters find more." in seen
        assert "esc leave" in seen and "take it" not in seen, "there is nothing to take"


class TestWork:
    """A key waits for no file: what it costs is counted, not timed."""

    def test_a_step_of_gathering_reads_one_week_at_most(self, many: Desk) -> None:
        index, opened = Index(), list[str]()
        weeks = many.weeks_with_notes()
        assert len(weeks) >= 30
        for _ in (*gather_names(index, many), *gather_rest(index, many)):
            opened.append("book")
        assert not index._notes  # which nobody has asked for
        for number, _ in enumerate(gather_notes(index, many), 1):
            assert len(index._notes) == number
        assert len(index._notes) == len(weeks) and len(opened) < 20

    def test_what_is_known_is_not_read_again(self, many: Desk) -> None:
        index = Index()
        for _ in (*gather_names(index, many), *gather_notes(index, many)):
            pass
        notes = dict(index._notes)
        many.log("c 25 lyon-ux something quite new")
        for _ in (*gather_names(index, many), *gather_notes(index, many)):
            pass
        assert [week for week in index._notes if index._notes[week] is not notes[week]] == [many.this_week()]
        (found,) = index.find("quite new", {}, 5)
        assert found.things[0].words == "something quite new"

    async def test_a_key_is_answered_from_what_is_there_by_then(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            shown = await find(pilot, "lyon")
            before = len(shown._sources.index._things)
            shown.query_one(LineInput).value = "lyon u"
            await pilot.pause()
            assert shown._sources.index.looked_at < 20 and len(shown._sources.index._things) == before

    async def test_groups_and_people_are_there_before_all_else(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await pilot.pause()
            sources = Sources(people.screen, "planner")
            sources.begin()
            assert all(sources.step() for _ in range(SHOWN_FIRST))
            assert [section.sort for section in sources.find("marie", 5)] == [Sort.PERSON]
            assert next(iter(sources.find("lyon ux", 5))).sort is Sort.GROUP

    async def test_a_damaged_week_keeps_nothing_else_from_being_found(self, people: PlannerApp) -> None:
        week = next(iter(sorted(Path(people.desk.folder, "weeks").glob("*.json"))))
        week.write_text("garbage")
        async with people.run_test(size=USUAL) as pilot:
            await find(pilot, "question")
            assert "NOTES" in Seen(pilot).text()
