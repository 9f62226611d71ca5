"""The Companies screen under the hand: keys in, what a person sees out, over real files."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from planner.domain.group import Nature
from planner.tui.app import PlannerApp
from planner.tui.companies.screen import CompaniesScreen
from planner.tui.people.screen import PeopleScreen
from planner.tui.week.screen import WeekScreen
from planner.tui.widgets.line_input import LineInput
from tests.screens.conftest import Seen


@pytest.fixture
def companies(people: PlannerApp) -> PlannerApp:
    """The sample, with a page where she knows nobody and somebody who was introduced."""
    people.desk.add_group("Hexagon", nature=Nature.COMPANY)
    people.desk.add_person("Zara Lund", company="Siemens Mobility SA", through="jonas-weber")
    people.desk.add_person("Yan Best", company="Siemenss Mobility")
    return people


def screen(app: PlannerApp) -> CompaniesScreen:
    assert isinstance(app.screen, CompaniesScreen)
    return app.screen


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("o", "tab")
    await pilot.pause()
    await pilot.pause()


async def test_a_warm_way_into_a_company_is_found_in_four_keys(companies: PlannerApp) -> None:
    async with companies.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        seen = Seen(pilot)
        assert "1 page where you know nobody" in seen.row("COMPANIES")
        assert "nobody known yet" in seen.row("› Hexagon")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Fatou Ndiaye" in seen.row("works there")


async def test_tab_turns_to_the_people_and_back(companies: PlannerApp) -> None:
    async with companies.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("tab")
        await pilot.pause()
        assert isinstance(companies.screen, PeopleScreen)


async def test_an_alike_spelling_is_joined_by_two_keys_and_undone_by_one(companies: PlannerApp) -> None:
    async with companies.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        screen(companies)._search("siemenss", True)
        await pilot.pause()
        assert "Siemens Mobility" in Seen(pilot).row("may be")
        await pilot.press("J", "enter")
        await pilot.pause()
        assert companies.desk.person("yan").company == "Siemens Mobility"
        await pilot.press("u")
        await pilot.pause()
        assert companies.desk.person("yan").company == "Siemenss Mobility"


async def test_those_met_at_an_event_are_noted_from_its_question(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        entry = people.desk.log("m 90 lyon-ux event 14:00").entry
        assert entry and isinstance(people.screen, WeekScreen)
        await people.screen._what_next._ask_whom(entry.id)
        await pilot.pause()
        people.screen.query_one(LineInput).value = "Uma Thor, Globex: I owe my CV fri; Paul Roy"
        await pilot.press("enter")
        await pilot.pause()
        assert people.desk.find_entry(entry.id).people == ("uma-thor", "paul-roy")
        assert [step.text for step in people.desk.book().steps.values() if step.person == "uma-thor"] == ["my CV"]


async def test_a_key_tells_what_to_know_before_the_next_meeting(people: PlannerApp) -> None:
    async with people.run_test(size=(80, 24)) as pilot:
        await pilot.press("K")
        await pilot.pause()
        seen = Seen(pilot)
        assert "Café Mokxa" in seen.row("Fri 27 Nov") and "Claire Morel" in seen.row("both know")
