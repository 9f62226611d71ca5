"""A choice beside a line that cannot be taken says why, and stays."""

from __future__ import annotations

from planner.desk import Desk
from planner.domain.errors import Refused
from planner.tui.app import PlannerApp
from planner.tui.widgets.ask import Ask
from planner.tui.widgets.choice import Choice
from planner.tui.widgets.screen import PlannerScreen
from tests.screens.conftest import THURSDAY, At, Seen


async def test_it_says_why_it_cannot_be_taken_and_stays(at: At) -> None:
    desk: Desk = at(THURSDAY)
    desk.add_group("Lyon UX")
    app = PlannerApp(desk)

    def refused() -> None:
        raise Refused("“call” is done already.")

    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PlannerScreen)
        asked = Ask(screen.ink, "What next?", choices=(Choice("4", "done: call", refused),))
        await app.push_screen(asked)
        await pilot.press("4")
        await pilot.pause()
        assert "“call” is done already." in Seen(pilot).text()
        assert [each.key for each in asked.open_choices] == ["4"]


async def test_an_unshifted_figure_of_azerty_is_a_choice_once_enter_says_so(at: At) -> None:
    desk: Desk = at(THURSDAY)
    desk.add_group("Lyon UX")
    taken: list[str] = []
    app = PlannerApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, PlannerScreen)
        asked = Ask(screen.ink, "What next?", choices=(Choice("2", "how it was: 2 of 3", lambda: taken.append("2")),))
        await app.push_screen(asked)
        await pilot.press("é")
        await pilot.pause()
        assert "how it was: 2 of 3" in Seen(pilot).text() and taken == []
        await pilot.press("enter")
        await pilot.pause()
        assert taken == ["2"] and asked.open_choices == () and app.screen is asked
