"""Meetings at the keyboard: how one was held, what comes next with whom, and those that wait for an answer."""

from __future__ import annotations

from datetime import timedelta

from planner.desk import Desk
from planner.domain.weeks.log_filter import LogFilter
from planner.tui.app import PlannerApp
from tests.known import known
from tests.screens.conftest import THURSDAY, At, Seen, filled

LARGE = (120, 40)


async def test_the_one_question_takes_form_by_key_and_a_step_for_one_of_two(app: PlannerApp, desk: Desk) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("m", *"30 @Chloé @Paul 12:00", "enter")
        await pilot.pause()
        await pilot.pause()
        seen = Seen(pilot).text()
        assert "What next with Chloé and Paul?" in seen and "0-3 how it was" in seen and "4 in person" in seen
        await pilot.press("2", "4")
        await pilot.pause()
        await pilot.press(*"Chloé: send my CV")
        await pilot.pause()
        assert "Chloé: send my CV, Thu 3 Dec, in a week" in Seen(pilot).text()
        await pilot.press("enter")
        await pilot.pause()
    met = next(entry for entry in desk.entries(LogFilter()) if entry.people == ("chloe", "paul"))
    assert (met.form, met.joy) == ("in person", 2)
    assert [(each.person.name, each.step.text) for each in desk.follow_ups()] == [("Chloé", "send my CV")]


async def test_a_meeting_that_waits_stands_apart_and_is_held_at_its_length(at: At) -> None:
    filled(at)
    at(THURSDAY - timedelta(days=1)).add_appointment("thu 12:30 45m @Aïcha lyon-ux")
    desk = at(THURSDAY)
    app = PlannerApp(desk)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "TO ANSWER" in Seen(pilot).text() and "26 Nov 12:30" in Seen(pilot).text()
        await pilot.press("h", "l")
        await pilot.pause()
        await pilot.press(*"1h3")
        await pilot.pause()
        assert "12:30, 1h03, Aïcha" in Seen(pilot).text()
        await pilot.press("0", "enter")
        await pilot.pause()
        await pilot.pause()
        await pilot.press("escape")
    held = next(entry for entry in desk.entries(LogFilter()) if entry.via == "appointment")
    assert held.minutes == 90


async def test_the_review_asks_for_meetings_first_and_closing_over_one_says_so(at: At) -> None:
    filled(at)
    at(THURSDAY - timedelta(days=1)).add_appointment("thu 12:30 45m @Aïcha lyon-ux")
    desk = at(THURSDAY + timedelta(days=1))
    app = PlannerApp(desk, screen="review")
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "A meeting waits for an answer" in Seen(pilot).text()
        await pilot.press("enter")
        await pilot.pause()
        assert "Was it held?" in Seen(pilot).text()
        await pilot.press("escape")
    review = known(desk.review(desk.this_week())).review
    (note,) = desk.close_review(desk.this_week(), review).notes
    assert note.startswith("Not answered: Thu 26 Nov 12:30, 45 min, Aïcha")
