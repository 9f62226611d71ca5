"""The Review screen under the hand: five steps at the keyboard, over real files."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from planner.desk import Desk
from planner.domain.kinds import Split
from planner.domain.review import Review, ReviewStep, Verdict
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from planner.domain.weeks.review_steps import STEPS
from planner.locale import speak_as
from planner.store.home import Home
from planner.tui.app import PlannerApp
from planner.tui.review.plan import ReviewPlan
from planner.tui.review.screen import ReviewScreen
from tests.known import known
from tests.screens.conftest import THURSDAY, At, Seen, filled

LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)
FRIDAY = THURSDAY + timedelta(days=1)
WEEK = Week(2026, 48)


@pytest.fixture
def friday(at: At) -> Desk:
    """The filled week on its Friday evening, when its review is due."""
    filled(at)
    return at(FRIDAY)


@pytest.fixture
def review(friday: Desk) -> PlannerApp:
    """The app that opens in the review."""
    return PlannerApp(friday)


def kept(desk: Desk, week: Week = WEEK) -> Review:
    """The review as it is kept."""
    return known(desk.review(week)).review


async def at_step(pilot: Pilot[None], step: ReviewStep) -> None:
    """Open the review and skip to a step."""
    await pilot.press("r")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    while screen.step is not step:
        before = screen.step
        await pilot.press("right" if STEPS.index(before) < STEPS.index(step) else "left")
        await pilot.pause()
        assert screen.step is not before


async def at_last(pilot: Pilot[None]) -> None:
    """Skip to the last step of the review in front."""
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    while screen.step is not ReviewStep.NEXT_WEEK:
        await pilot.press("right")
        await pilot.pause()


class TestMeetingsToAnswer:
    async def test_the_foot_says_what_enter_does_meanwhile(self, at: At) -> None:
        filled(at)
        at(THURSDAY - timedelta(days=1)).add_appointment("thu 12:30 45m @Aïcha lyon-ux the future of the trade fair")
        async with PlannerApp(at(FRIDAY)).run_test(size=SMALL) as pilot:
            await pilot.press("r")
            await pilot.pause()
            foot = Seen(pilot).text().splitlines()[-1]
            assert "enter answer a meeting" in foot and "go on" not in foot
            assert "the future of the trade fair" in " ".join(Seen(pilot).text().split())
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press("enter")  # held
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            await pilot.pause()
            assert "enter go on" in Seen(pilot).text().splitlines()[-1]

    async def test_closing_over_two_of_them_is_said_first(self, at: At) -> None:
        filled(at)
        for name in ("Aïcha", "Paul"):
            at(THURSDAY - timedelta(days=1)).add_appointment(f"thu 12:30 45m @{name} lyon-ux the future of the fair")
        async with PlannerApp(at(FRIDAY)).run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.NEXT_WEEK)
            await pilot.press("enter", "enter")
            await pilot.pause()
            seen = " ".join(Seen(pilot).text().split())
            assert "2 meetings not answered:" in seen and seen.count("the future of the fair, Lyon UX") == 2
            assert "Enter closes over them; the first step asks what became of them." in seen


class TestWalkingThrough:
    async def test_enter_alone_goes_through_all_and_closes(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            # drift; a verdict each for two groups; the questions; the plan
            await pilot.press("r", "enter", *["enter"] * 2, "enter", "enter")
            await pilot.pause()
            assert Seen(pilot).row("Closed the review of 2026-W48").rstrip().endswith("u undo")
        assert kept(friday).closed == FRIDAY
        assert set(kept(friday).verdicts) == {"lyon-ux", "pmi-france"}
        assert friday.plan(WEEK.plus(1)) is not None

    async def test_each_step_says_which_it_is(self, review: PlannerApp) -> None:
        async with review.run_test(size=SMALL) as pilot:
            await pilot.press("r", "left", "left")
            await pilot.pause()
            for number, name in enumerate(("To answer", "The week", "Drift", "People", "Verdicts", "Next week"), 1):
                assert Seen(pilot).row(f"{number} of 6").strip().startswith(f"› {name}")
                await pilot.press("right")
                await pilot.pause()

    async def test_left_goes_back_and_page_up_does_from_the_plan(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.NEXT_WEEK)
            await pilot.press("pageup")
            assert kept(friday).step is ReviewStep.VERDICTS
            await pilot.press("left")
            assert kept(friday).step is ReviewStep.PEOPLE

    async def test_escape_midway_keeps_all_and_it_goes_on_there(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("enter", "escape")
            assert len(review.screen_stack) == 1
            await pilot.press("r")
            await pilot.pause()
            assert "› Verdicts" in Seen(pilot).text()
            assert len(kept(friday).verdicts) == 1

    async def test_a_click_on_a_step_goes_there(self, review: PlannerApp) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await pilot.press("r")
            await pilot.pause()
            row = Seen(pilot).row("Drift")
            await pilot.click(offset=(row.index("Drift"), 2))
            await pilot.pause()
            assert "› Drift" in Seen(pilot).text()

    async def test_u_takes_the_last_thing_back(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("p", "u")
            await pilot.pause()
            assert kept(friday).verdicts == {}

    async def test_what_changes_nothing_leaves_nothing_to_undo(self, friday: Desk) -> None:
        friday.save_review(WEEK, kept(friday)._replace(step=ReviewStep.WEEK, answers={"joy": "the coffee"}))
        app = PlannerApp(friday)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("r", "right", "left", "escape", "r", "escape", "u")
        assert kept(friday) == Review()


class TestFriday:
    """The whole of it, with something in every step: nothing but what is proposed is taken, and the keys counted."""

    @pytest.fixture
    def full(self, at: At) -> Desk:
        """A Friday with a forgotten timer, a meeting to answer, drift, people, and verdicts."""
        filled(at)
        for back in (90, 14):
            at(THURSDAY - timedelta(days=back)).log("m 45 lyon-ux coffee @Léa" if back == 90 else "c 20 lyon-ux @Paul")
        desk = at(THURSDAY)
        desk.add_objective("Be seen")
        desk.set_step("paul", "I owe the slides wed")
        at(THURSDAY - timedelta(days=1)).add_appointment("thu 12:30 45m @Aïcha lyon-ux lunch")
        at(FRIDAY - timedelta(hours=12)).start("w pmi-france reading")
        at(FRIDAY).stop()
        return at(FRIDAY)

    @pytest.mark.parametrize("language", ["en", "fr"])
    async def test_it_closes_with_at_most_twelve_keys(self, full: Desk, language: str) -> None:
        speak_as(language)
        app, keys = PlannerApp(full), 0
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("r")
            await pilot.pause()
            review, steps = app.screen, list[ReviewStep]()
            assert isinstance(review, ReviewScreen)
            while (draft := known(review.draft)).review.closed is None and (keys := keys + 1) < 20:
                steps.append(review.step)
                is_judging = app.screen is review and steps[-1] is ReviewStep.VERDICTS
                await pilot.press("V" if is_judging else "enter")
                await pilot.pause()
                await pilot.pause()
        assert draft.review.closed == FRIDAY and keys + 1 <= 12  # r among them
        assert set(steps) == set(ReviewStep) - {ReviewStep.WEEK}  # which only tells
        assert set(draft.review.verdicts) == {"lyon-ux", "pmi-france"} and not draft.unconfirmed and not draft.to_answer
        assert [each.person.name for each in draft.people.next if each.step] == ["Léa"]
        assert full.plan(WEEK.plus(1))

    async def test_the_people_are_settled_by_one_key_each(self, full: Desk) -> None:
        app = PlannerApp(full)
        async with app.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.PEOPLE)
            seen = Seen(pilot).text()
            assert "in person 1" in Seen(pilot).row("WHOM YOU MET") and "spotted → met" in Seen(pilot).row("◆ Marie")
            assert "I owe Paul: the slides" in seen and "last contact 91 days ago" in seen
            await pilot.press("n", "up", "s")
            await pilot.pause()
            assert "due Fri 4 Dec" in Seen(pilot).row("I owe Paul")
            await pilot.press("d")
            await pilot.pause()
            assert Seen(pilot).row("I owe Paul").rstrip().endswith("kept")
            assert "✓ Léa, propose a coffee" in Seen(pilot).text()
            await pilot.press("u", "u", "x")
            await pilot.pause()
        assert [step.text for step in full.book().steps.values() if step.open] == ["propose a coffee"]

    async def test_a_figure_gives_what_served_none_an_objective(self, full: Desk) -> None:
        app = PlannerApp(full)
        async with app.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.DRIFT)
            assert "What did the 1h55 of Lyon UX serve?" in Seen(pilot).text()
            await pilot.press("1")
            await pilot.pause()
            assert "What did the 50 of PMI France serve?" in Seen(pilot).text()
            await pilot.press("u", "2")
            await pilot.pause()
            assert "What did the 1h55 of Lyon UX serve?" in Seen(pilot).text()

    async def test_all_verdicts_taken_at_once_are_one_undo(self, full: Desk) -> None:
        app = PlannerApp(full)
        async with app.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("x", "V")
            await pilot.pause()
            assert kept(full).verdicts["lyon-ux"] is Verdict.LEAVE and len(kept(full).verdicts) == 2
            assert "› Next week" in Seen(pilot).text()
            full.undo()
            assert list(kept(full).verdicts) == ["lyon-ux"]


class TestMonth:
    async def test_missed_weeks_are_named_and_reached(self, at: At) -> None:
        filled(at)
        for weeks in (1, 2):
            at(FRIDAY + timedelta(weeks=weeks)).log("c 25 lyon-ux")
        app = PlannerApp(at(FRIDAY + timedelta(weeks=2)))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("r")
            await pilot.pause()
            for week, waiting in ((50, "Weeks 48 and 49 wait for"), (49, "Week 48 waits for"), (48, "")):
                assert f"Week {week}" in Seen(pilot).text() and (not waiting or waiting in Seen(pilot).text())
                await at_last(pilot)
                await pilot.press("enter", "enter")
                await pilot.pause()
                assert f"Week {week} is closed" in Seen(pilot).text()
                await pilot.press("enter")
                await pilot.pause()
            assert len(app.screen_stack) == 1


class TestUnconfirmed:
    @pytest.fixture
    def forgotten(self, at: At) -> Desk:
        """The filled week with what a timer left that ran for twelve hours."""
        filled(at)
        at(FRIDAY - timedelta(hours=12)).start("w pmi-france [red]reading[/red]")
        desk = at(FRIDAY)
        desk.stop()
        return desk

    @pytest.mark.parametrize(
        ("keys", "minutes"), [(["enter"], 15), (["a"], 720), (["t", *"07:10", "enter"], 30), (["d"], None)]
    )
    async def test_one_key_settles_it(self, forgotten: Desk, keys: list[str], minutes: int | None) -> None:
        app = PlannerApp(forgotten)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("r")
            await pilot.pause()
            assert "[red]reading[/red]" in Seen(pilot).text()
            await pilot.press(*keys)
            await pilot.pause()
            assert "› Drift" in Seen(pilot).text()
        logged = [one for one in forgotten.entries(LogFilter(text="reading")) if one.confirmed]
        assert [one.minutes for one in logged] == ([minutes] if minutes else [])

    async def test_right_skips_it(self, forgotten: Desk) -> None:
        app = PlannerApp(forgotten)
        async with app.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.WEEK)
            assert "› The week" in Seen(pilot).text()
        assert len(forgotten.report().unconfirmed) == 1


class TestFacts:
    async def test_planned_and_done_shows_the_cloth_with_its_totals(self, review: PlannerApp) -> None:
        async with review.run_test(size=LARGE) as pilot:
            await at_step(pilot, ReviewStep.WEEK)
            assert "◆◆◆◆" in Seen(pilot).row("1 Lyon UX")
            assert "50 > 20" in Seen(pilot).row("2 PMI France")

    async def test_drift_says_what_it_cost(self, review: PlannerApp) -> None:
        async with review.run_test(size=LARGE) as pilot:
            await at_step(pilot, ReviewStep.DRIFT)
            assert "50 min of watching, 15 min past the cap" in Seen(pilot).text()
            assert Seen(pilot).row("Wed 25").rstrip().endswith("50")


class TestVerdicts:
    @pytest.mark.parametrize(
        ("key", "verdict"),
        [
            ("plus", Verdict.MORE),
            ("equals_sign", Verdict.KEEP),
            ("minus", Verdict.LESS),
            ("c", Verdict.CONTRIBUTE),
            ("p", Verdict.PARK),
            ("x", Verdict.LEAVE),
        ],
    )
    async def test_each_has_a_key_and_is_kept_at_once(
        self, review: PlannerApp, friday: Desk, key: str, verdict: Verdict
    ) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("down", key)
            assert kept(friday).verdicts == {"pmi-france": verdict}

    async def test_a_feed_is_asked_for_its_address(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("down", "f")
            await pilot.pause()
            assert "Where is PMI France read from now on?" in Seen(pilot).text() and not kept(friday).verdicts
            await pilot.press(*"pmi.example/feed", "enter")
            await pilot.pause()
            assert kept(friday).verdicts == {"pmi-france": Verdict.FEED}
            assert friday.group("pmi").feed == "https://pmi.example/feed"

    async def test_enter_takes_the_proposal_and_leaves_her_verdict(self, review: PlannerApp, friday: Desk) -> None:
        proposed = known(friday.review(WEEK)).proposals["pmi-france"].verdict
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("c", "up", "enter", "enter")
            await pilot.pause()
            assert "› Next week" in Seen(pilot).text()
        assert kept(friday).verdicts == {"lyon-ux": Verdict.CONTRIBUTE, "pmi-france": proposed}

    async def test_a_figure_says_how_it_was_to_give_there_once(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=SMALL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            assert "How was it?  0-3" in Seen(pilot).text()
            await pilot.press("2", "3")  # the second finds nothing that waits
            await pilot.pause()
            assert "How was it?" not in Seen(pilot).text()
        given = [entry for entry in friday.entries(LogFilter()) if entry.joy is not None]
        assert [(entry.minutes, entry.joy) for entry in given] == [(30, 2), (25, 2)]

    async def test_closing_parks_what_was_parked(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("down", "p", "right", "enter", "enter")
            await pilot.pause()
            assert "PMI France: park" in Seen(pilot).text()
        assert friday.group("pmi-france").standing.value == "parked"
        plan = friday.plan(WEEK.plus(1))
        assert plan
        assert "pmi-france" not in plan.lines


class TestNextWeek:
    async def test_where_an_answer_is_typed_the_foot_offers_no_letters(self, friday: Desk) -> None:
        friday.save_review(WEEK, Review(step=ReviewStep.NEXT_WEEK))
        async with PlannerApp(friday).run_test(size=USUAL) as pilot:
            await pilot.press("r")
            await pilot.pause()
            foot = Seen(pilot).text().splitlines()[-1]
            assert foot.split()[::2][:1] == ["enter"]
            assert not any(len(word) == 1 for word in foot.split())
            await pilot.press("tab", "tab", "tab")
            await pilot.pause()
            assert " i " in Seen(pilot).text().splitlines()[-1]

    async def test_answers_are_kept_as_it_goes(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.NEXT_WEEK)
            await pilot.press(*"[b]", "enter", *"tea", "escape")
        assert kept(friday).answers == {"intention": "[b]", "closer": "tea"}

    async def test_leaving_planner_keeps_what_stands_there(self, friday: Desk) -> None:
        friday.save_review(WEEK, Review(step=ReviewStep.NEXT_WEEK, answers={"of old": "kept"}))
        app = PlannerApp(friday)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("r", *"tea", "tab", "tab", "tab", "plus", "q")
        assert kept(friday).answers == {"of old": "kept", "intention": "tea"}
        assert friday.plan(WEEK.plus(1))

    async def test_the_first_question_without_an_answer_has_the_focus(self, friday: Desk) -> None:
        friday.save_review(WEEK, Review(step=ReviewStep.NEXT_WEEK, answers={"intention": "less reading"}))
        app = PlannerApp(friday)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("r")
            await pilot.pause()
            assert isinstance(app.focused, Input)
            assert app.focused.id == "answer-closer"

    async def test_the_plan_follows_the_verdicts_and_can_be_changed(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            await pilot.press("=", "=", "right", "enter", "plus", "enter")
        plan = friday.plan(WEEK.plus(1))
        assert plan
        assert plan.lines["lyon-ux"] == Split(65, 60, 15)

    async def test_a_plan_changed_and_left_is_kept(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.NEXT_WEEK)
            await pilot.press("tab", "tab", "tab", "plus", "escape")
        plan = friday.plan(WEEK.plus(1))
        assert plan
        assert plan.lines["lyon-ux"].contribution % 5 == 0
        assert kept(friday).closed is None

    async def test_tab_leaves_the_plan_for_the_questions(self, review: PlannerApp) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.NEXT_WEEK)
            await pilot.press("tab", "tab", "tab")
            assert isinstance(review.focused, ReviewPlan)
            await pilot.press("tab")
            assert isinstance(review.focused, Input)

    async def test_i_writes_the_chosen_group_s_if_then(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=USUAL) as pilot:
            await at_step(pilot, ReviewStep.NEXT_WEEK)
            await pilot.press("tab", "tab", "tab", "down", "i")
            await pilot.press("end", *"post", "enter")
            await pilot.pause()
            assert "I first post" in Seen(pilot).row("i PMI France")
        assert friday.group("pmi-france").if_then == "When I open PMI France, I first post"

    async def test_v_shows_the_plan_that_the_verdicts_make(self, friday: Desk) -> None:
        friday.save_review(
            WEEK, Review(step=ReviewStep.NEXT_WEEK, verdicts={"lyon-ux": Verdict.KEEP, "pmi-france": Verdict.PARK})
        )
        friday.set_plan(WEEK.plus(1), known(friday.review(WEEK)).next_plan._replace(lines={"lyon-ux": Split(5, 5, 5)}))
        app = PlannerApp(friday)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("r", "tab", "tab", "tab", "v", "enter")
        plan = friday.plan(WEEK.plus(1))
        assert plan
        assert plan.lines == {"lyon-ux": Split(60, 60, 15)}


class TestClosed:
    @pytest.fixture
    def closed(self, friday: Desk) -> Desk:
        friday.close_review(
            WEEK,
            Review(step=ReviewStep.NEXT_WEEK, verdicts={"pmi-france": Verdict.PARK}, answers={"joy": "[i]tea[/i]"}),
        )
        return friday

    async def test_it_opens_as_a_document(self, closed: Desk) -> None:
        app = PlannerApp(closed)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("r")
            await pilot.pause()
            seen = Seen(pilot).text()
            assert "Week 48 is closed   23 to 29 November 2026" in seen and "“[i]tea[/i]”" in seen
            assert "Review of week 48, 23 to 29 November 2026" in seen
            assert "Revision 1, closed on Fri 27 Nov at 18:40." in seen

    async def test_capital_r_reopens_it_as_revision_2_and_keeps_the_1st(self, closed: Desk) -> None:
        app = PlannerApp(closed)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("r", "R")
            await pilot.pause()
            assert "› Drift" in Seen(pilot).text()
        assert (kept(closed).revision, kept(closed).closed) == (2, None)
        assert kept(closed).verdicts == {"pmi-france": Verdict.PARK}

    async def test_enter_does_nothing_to_it(self, closed: Desk) -> None:
        app = PlannerApp(closed)
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("r", "enter", "right", "enter")
        assert kept(closed).closed == FRIDAY


class TestWhichWeek:
    async def test_the_last_week_while_its_review_waits(self, at: At) -> None:
        filled(at)
        app = PlannerApp(at(THURSDAY + timedelta(days=5)))
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("r")
            await pilot.pause()
            assert isinstance(app.screen, ReviewScreen)
            assert known(app.screen.draft).week == WEEK

    async def test_this_week_where_none_waits(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await pilot.press("r")
            await pilot.pause()
            assert isinstance(app.screen, ReviewScreen)
            assert known(app.screen.draft).week == WEEK

    async def test_brackets_turn_to_other_weeks_but_none_to_come(self, review: PlannerApp) -> None:
        async with review.run_test(size=LARGE) as pilot:
            await pilot.press("r", "left_square_bracket")
            await pilot.pause()
            assert "Week 47" in Seen(pilot).text()
            await pilot.press("right_square_bracket", "right_square_bracket")
            await pilot.pause()
            assert "That week is still to come" in Seen(pilot).text()

    async def test_the_app_opens_in_it_with_the_week_it_is_given(self, friday: Desk) -> None:
        app = PlannerApp(friday, screen="review", week=WEEK.plus(-1))
        async with app.run_test(size=LARGE) as pilot:
            await pilot.pause()
            assert "Week 47" in Seen(pilot).text()

    async def test_another_program_s_verdict_is_seen(self, review: PlannerApp, friday: Desk) -> None:
        async with review.run_test(size=LARGE) as pilot:
            await at_step(pilot, ReviewStep.VERDICTS)
            other = Desk(Home(friday.folder, friday.now, "another"), friday._clock)
            other.save_review(WEEK, kept(other)._replace(verdicts={"pmi-france": Verdict.LEAVE}))
            review.screen.renew()  # type: ignore[attr-defined]
            await pilot.pause()
            assert Seen(pilot).row("PMI France").rstrip().count("✓ leave") == 1
