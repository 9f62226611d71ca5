"""Beginning under the hand: from an empty home to a planned week, left and taken up again at every step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest
from textual import events
from textual.pilot import Pilot

from planner.desk import Desk
from planner.domain.group import Fit, Role, Standing
from planner.domain.objective import Aim, Counts, Goal, Pursuit
from planner.locale import speak_as
from planner.tui.actions.mirror_view import MirrorView
from planner.tui.actions.paste_groups import PasteGroups
from planner.tui.actions.plan_editor import PlanEditor
from planner.tui.app import PlannerApp
from planner.tui.begin.look_step import LookStep
from planner.tui.begin.objectives_step import ObjectivesStep
from planner.tui.begin.overview import Overview
from planner.tui.begin.screen import BeginScreen
from planner.tui.week.screen import WeekScreen
from tests.known import known
from tests.screens.conftest import THURSDAY, At, Seen

LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)

#: Isabelle's groups, as they stand in her browser and in her notes.
GROUPS = """
- Lyon UX https://lyon-ux.org
- PMI France
- Alumni Lyon https://alumni-lyon.fr/reseau
- Women in Product
- [ ] Startup Jobs
1. Newsletter du Grand Lyon
2. Agile Rhône
3. Product Tank Lyon
Entrepreneurs du 69
Tech à Lyon
Freelances du Rhône
[Réseau Entreprendre](https://reseau-entreprendre.org/rhone)
Grand Lyon Entreprises
UX Belgium
HR Leaders Europe
Cercle des dirigeantes
Café des métiers ☕
مهندسو ليون
Designers [remote]
Data for Good
Ville & Numérique
Mentors du Rhône
linkedin.com/groups/8812
"""

#: Three objectives, as she types them.
OBJECTIVES = (
    "Be visible to decision-makers, 2 contributions until 2027-06",
    "Meet people who know the local economy, 2 meetings",
    "Learn how the trade works here, 45 min",
)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does that marks what is pasted."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause(0.1)


async def typed(pilot: Pilot[None], *keys: Iterable[str]) -> None:
    """Type, and wait until it has come to rest. A text of several words is typed faster than single keys are."""
    for some in keys:
        if isinstance(some, str) and " " in some:
            for sign in some:
                pilot.app.post_message(events.Key(sign if sign != " " else "space", sign))
            await pilot.pause(0.05)
        else:
            await pilot.press(*some)
    await pilot.pause(0.05)


def at_step(app: PlannerApp, kind: type) -> bool:
    """Whether the step with such a widget is in front."""
    return isinstance(app.screen, BeginScreen) and isinstance(app.screen.step, kind)


class TestOpening:
    async def test_an_empty_home_opens_on_the_five_steps_over_its_week(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            assert at_step(empty, Overview)
            assert "Week 48" in Seen(pilot).text()
            assert Seen(pilot).row("› 1  Groups").split()[-2:] == ["none", "yet"]

    async def test_escape_goes_to_the_week_and_b_comes_back(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["escape"])
            assert isinstance(empty.screen, WeekScreen)
            assert "No groups yet. Press a to paste your list." in Seen(pilot).text()
            assert Seen(pilot).row("b set up")
            await typed(pilot, ["b"])
            assert at_step(empty, Overview)

    async def test_q_leaves_planner(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.press("q")
        assert not empty.is_running

    async def test_it_does_not_open_over_a_filled_home(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, WeekScreen)

    async def test_nor_over_the_sample_nor_over_another_screen_asked_for(self, at: At) -> None:
        for app in (PlannerApp(at(THURSDAY), demo=True), PlannerApp(at(THURSDAY), screen="log")):
            async with app.run_test(size=USUAL) as pilot:
                await pilot.pause()
                assert not isinstance(app.screen, BeginScreen)

    async def test_a_step_without_anything_to_work_on_says_so(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["2"])
            assert "There are no groups yet. Paste your list first, in step 1." in Seen(pilot).text()
            empty.desk.add_groups("Lyon UX\nPMI France")
            await typed(pilot, ["escape"], ["b"], ["5"])
            assert "No group is selected yet." in Seen(pilot).text()
            assert at_step(empty, Overview)

    async def test_a_click_opens_a_step(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.pause()
            y = Seen(pilot).text().splitlines().index(Seen(pilot).row("1  Groups"))
            await pilot.click(offset=(10, y))
            await pilot.pause(0.05)
            assert at_step(empty, PasteGroups)

    @pytest.mark.parametrize("size", [LARGE, USUAL, SMALL, (50, 14)])
    async def test_every_step_is_whole_at_every_size(self, at: At, size: tuple[int, int]) -> None:
        desk = at(THURSDAY)
        desk.add_objective("Be seen", measure=(Goal(Counts.CONTRIBUTIONS, 2),))
        desk.add_groups(GROUPS)
        desk.apply_selection(240)
        signs = {1: "paste your list", 2: "You have [4h]", 3: "Objective 2 ›", 4: "What is it for?", 5: "of your 4h"}
        for step, sign in signs.items():
            app = PlannerApp(desk)
            async with app.run_test(size=size) as pilot:
                await typed(pilot, ["b"], [str(step)])
                await pilot.pause(0.05)
                assert sign in Seen(pilot).text()
                assert "esc" in Seen(pilot).text().splitlines()[-1] or size == (50, 14)


class TestIsabelle:
    @pytest.mark.parametrize(
        ("language", "fits"), [("en", "You have [5h]. Six fit."), ("fr", "Vous avez [5h]. Six y tiennent.")]
    )
    async def test_twelve_keys_lead_to_a_planned_week(self, empty: PlannerApp, language: str, fits: str) -> None:
        desk, pressed = empty.desk, 0

        async def press(*keys: str) -> None:
            nonlocal pressed
            pressed += len(keys)
            await typed(pilot, keys)

        speak_as(language)
        async with empty.run_test(size=USUAL) as pilot:
            await pilot.pause()
            await paste(pilot, GROUPS)
            assert at_step(empty, PasteGroups)
            assert not desk.book().groups, "nothing is kept before she has seen it"
            await press("enter")
            assert at_step(empty, MirrorView) and len(desk.book().groups) == 23
            await press("shift+right")
            assert fits in Seen(pilot).text()
            await press("enter")
            assert at_step(empty, ObjectivesStep)
            await press("tab", "enter", "tab", "enter", "enter")
            assert at_step(empty, LookStep)
            await press("enter")
            assert at_step(empty, PlanEditor)
            await press("enter")
            assert isinstance(empty.screen, WeekScreen)
        assert pressed <= 12
        assert known(desk.report()).planned.total == desk.settings().minutes == 300
        assert len(desk.book().active_objectives()) == 2
        few = desk.book().selected()
        assert set(known(desk.report()).plan.lines) == {group.id for group in few}  # type: ignore[union-attr]
        assert all(group.next_look and group.objectives for group in few), "only the few are looked at"
        others = [group for group in desk.book().groups.values() if group not in few]
        assert not any(group.next_look or group.upkeep or group.fit.known for group in others)

    async def test_one_undo_takes_back_what_fits_and_another_the_plan(self, at: At) -> None:
        desk = at(THURSDAY)
        desk.add_groups("Lyon UX\nPMI France")
        app = PlannerApp(desk)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["enter"], ["left", "left", "enter"])
            assert len(desk.book().selected()) == 2
            assert desk.settings().minutes == 210
            await typed(pilot, ["escape"], ["u"])
        assert not desk.book().selected()
        assert desk.settings().minutes is None

    async def test_a_quarter_later_the_same_walk_stands_filled_in(self, at: At) -> None:
        desk = at(THURSDAY - timedelta(days=100))
        desk.add_objective("Be seen")
        desk.add_groups("Lyon UX\nPMI France\nAlumni Lyon")
        desk.apply_selection(90)
        desk.look_at_group("lyon-ux", roles=(Role.VISIBILITY,), upkeep=60)
        desk.look_at_group("pmi", upkeep=30)
        later = at(THURSDAY)
        later.set_plan(later.this_week(), later.suggest(90, later.this_week()).plan)
        app = PlannerApp(later)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"])
            assert "A quarter and more has passed: Enter goes through it again." in Seen(pilot).text()
            await typed(pilot, ["enter"])
            assert "You have [1h30]." in Seen(pilot).text() and Seen(pilot).row("✓ Lyon UX")
            await typed(pilot, ["enter"])
            assert Seen(pilot).row("AT FIRST")
            await typed(pilot, ["enter"])
            assert Seen(pilot).row("Lyon UX").split()[3:5] == ["[visibility]", "1h"]
            await typed(pilot, ["enter"])
            assert "1h30 of your 1h30" in Seen(pilot).text()
            await typed(pilot, ["enter"])
            assert isinstance(app.screen, WeekScreen)


class TestResuming:
    """Left by escape at any step, b and Enter go on there: what is done is seen from the data alone."""

    async def resumed(self, desk: Desk) -> type:
        """The step that b and Enter open in a new planner."""
        app = PlannerApp(desk)
        async with app.run_test(size=USUAL) as pilot:
            if not isinstance(app.screen, BeginScreen):
                await typed(pilot, ["b"])
            await typed(pilot, ["enter"])
            assert isinstance(app.screen, BeginScreen)
            return type(app.screen.step)

    async def test_after_each_step(self, at: At) -> None:
        desk = at(THURSDAY)
        assert await self.resumed(desk) is PasteGroups
        desk.add_groups(GROUPS)
        assert await self.resumed(desk) is MirrorView
        desk.apply_selection(240)
        assert await self.resumed(desk) is ObjectivesStep
        desk.add_objective("Be seen")
        assert await self.resumed(desk) is LookStep
        for group in desk.book().selected():
            desk.look_at_group(group.id, upkeep=30)
        assert await self.resumed(desk) is PlanEditor
        desk.set_plan(desk.this_week(), desk.suggest(240, desk.this_week()).plan)
        assert await self.resumed(desk) is MirrorView, "once more, as it is each quarter"

    async def test_steps_can_be_skipped(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["enter"], ["enter"])
            assert at_step(empty, ObjectivesStep)
            await typed(pilot, ["enter"])
            assert at_step(empty, Overview)

    async def test_escape_goes_back_to_all_steps_and_then_to_the_week(self, at: At) -> None:
        desk = at(THURSDAY)
        desk.add_groups(GROUPS)
        desk.apply_selection(240)
        app = PlannerApp(desk)
        async with app.run_test(size=USUAL) as pilot:
            for step in ("2", "4", "5"):
                await typed(pilot, ["b"], [step], ["escape"])
                assert at_step(app, Overview)
                await typed(pilot, ["escape"])
                assert isinstance(app.screen, WeekScreen)

    async def test_a_list_left_unkept_is_offered_again(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"])
            await paste(pilot, "Lyon UX\nPMI France\n")
            await typed(pilot, "Half a na", ["escape"], ["escape"])
            assert not empty.desk.book().groups
            await typed(pilot, ["a"])
            assert Seen(pilot).row("+ PMI France")
            assert Seen(pilot).row("+ Half a na")

    async def test_an_objective_left_unkept_too(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["3"], "Be seen by", ["escape"])
            assert at_step(empty, Overview)
            await typed(pilot, ["3"])
            assert Seen(pilot).row("Objective 1 › Be seen by")


class TestObjectives:
    @pytest.fixture
    def two(self, at: At) -> Desk:
        desk = at(THURSDAY)
        desk.add_objective("Be seen", aim=Aim.VISIBILITY, measure=(Goal(Counts.CONTRIBUTIONS, 2),))
        desk.add_objective("Meet people")
        return desk

    async def test_what_is_typed_is_read_along(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=LARGE) as pilot:
            await typed(pilot, ["3"], OBJECTIVES[0])
            assert "visibility, 2 contributions a week, until 30 June 2027" in Seen(pilot).text()
            assert not empty.desk.book().objectives

    async def test_a_line_that_is_off_stays_with_what_is_wrong(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["3"], "until 2027", ["enter"])
            assert "A title comes first" in Seen(pilot).text()
            assert Seen(pilot).row("Objective 1 › until 2027")
            assert not empty.desk.book().objectives

    async def test_so_does_one_whose_title_is_taken(self, two: Desk) -> None:
        app = PlannerApp(two)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["3"], "be seen", ["enter"])
            assert "There is already an objective “Be seen”" in Seen(pilot).text()
            assert Seen(pilot).row("Objective 3 › be seen")

    async def test_pasted_lines_are_an_objective_each(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=LARGE) as pilot:
            await typed(pilot, ["3"])
            await paste(pilot, "\n".join(OBJECTIVES))
            assert len(empty.desk.book().active_objectives()) == 3

    async def test_a_fourth_is_allowed_and_warned_about(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=LARGE) as pilot:
            await typed(pilot, ["3"], *(part for line in (*OBJECTIVES, "One more") for part in (line, ["enter"])))
            assert "4 objectives are active; more than 3 at a time" in Seen(pilot).text()
        assert len(empty.desk.book().active_objectives()) == 4

    async def test_up_chooses_one_to_change(self, two: Desk) -> None:
        app = PlannerApp(two)
        async with app.run_test(size=LARGE) as pilot:
            await typed(pilot, ["b"], ["3"], ["up", "up", "enter"])
            assert Seen(pilot).row("Change › Be seen, visibility, 2 contributions")
            await typed(pilot, ["end"], ", 1 meeting", ["enter"])
        assert two.objective("be-seen").measure == (Goal(Counts.CONTRIBUTIONS, 2), Goal(Counts.MEETINGS, 1))

    async def test_they_are_ranked(self, two: Desk) -> None:
        app = PlannerApp(two)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["3"], ["up", "plus"])
            assert [each.id for each in two.book().active_objectives()] == ["meet-people", "be-seen"]
            await typed(pilot, ["minus"])
            assert [each.id for each in two.book().active_objectives()] == ["be-seen", "meet-people"]

    async def test_one_is_dropped_with_a_reason(self, two: Desk) -> None:
        app = PlannerApp(two)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["3"], ["up", "x"])
            assert "Why is it dropped?" in Seen(pilot).text()
            await typed(pilot, "found a job", ["enter"])
        dropped = two.objective("meet-people")
        assert (dropped.pursuit, dropped.reason) == (Pursuit.DROPPED, "found a job")

    async def test_one_that_nothing_serves_is_removed(self, two: Desk) -> None:
        app = PlannerApp(two)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["3"], ["up", "d"])
            assert list(two.book().objectives) == ["be-seen"]
            await typed(pilot, ["u"])
        assert len(two.book().objectives) == 2

    async def test_down_and_escape_come_back_to_the_line(self, two: Desk) -> None:
        app = PlannerApp(two)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["3"], ["up", "down"], "x", ["backspace", "up", "escape"], "y")
            assert Seen(pilot).row("Objective 3 › y")

    async def test_a_quarter_later_it_says_what_served_the_first(self, at: At) -> None:
        desk = at(THURSDAY - timedelta(days=100))
        desk.add_objective("Be seen")
        desk.add_group("Lyon UX")
        later = at(THURSDAY)
        later.log("c 40 lyon-ux #be-seen")
        later.log("m 60 lyon-ux 12:00")
        later.drop_objective("be-seen", "seen enough")
        app = PlannerApp(later)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["3"])
            assert Seen(pilot).row("AT FIRST").split()[-3:] == ["Be", "seen", "dropped"]
            assert "40 % served what you set out for, of 1h40 in thirteen weeks." in Seen(pilot).text()


class TestGroups:
    async def test_each_line_says_what_it_is(self, at: At) -> None:
        desk = at(THURSDAY)
        desk.add_group("PMI France")
        app = PlannerApp(desk)
        async with app.run_test(size=LARGE) as pilot:
            await typed(pilot, ["b"], ["1"])
            await paste(pilot, "Lyon UX lyon-ux.org/join\npmi france\nLyon UX\nftp://example.org\n---\n")
            seen = Seen(pilot)
            assert seen.row("+ Lyon UX").rstrip().endswith("https://lyon-ux.org/join")
            assert seen.row("already there: PMI France")
            assert seen.row("twice in the list")
            assert seen.row("only http:// and https:// are ever opened")
            assert seen.row("1 new group, 1 already there, 1 twice in the list, 1 line cannot be read")
            await typed(pilot, ["enter"])
        assert set(desk.book().groups) == {"pmi-france", "lyon-ux"}
        assert desk.group("lyon-ux").standing is Standing.CANDIDATE

    async def test_backspace_takes_the_last_line_back_to_change_it(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"], "Lyon XU", ["enter", "backspace"])
            assert Seen(pilot).row("› Lyon XU")
            await typed(pilot, ["backspace", "backspace"], "UX", ["enter", "enter"])
        assert list(empty.desk.book().groups) == ["lyon-ux"]

    async def test_any_line_can_be_mended_or_dropped(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"])
            await paste(pilot, "Lyon XU\nJobs\nPMI France\n")
            await typed(pilot, ["up", "up", "delete"], ["up", "enter", "backspace", "backspace"], "UX", ["enter"])
            assert Seen(pilot).row("2 new groups")
            await typed(pilot, ["enter"])
        assert [group.name for group in empty.desk.book().groups.values()] == ["Lyon UX", "PMI France"]

    async def test_the_foot_says_what_keys_do_to_chosen_and_mended_lines(self, empty: PlannerApp) -> None:
        def foot(pilot: Pilot[None]) -> str:
            return Seen(pilot).text().splitlines()[-1]

        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"])
            await paste(pilot, "Lyon UX\nPMI France\n")
            assert "enter read it; if empty, keep" in foot(pilot) and "drop it" not in foot(pilot)
            await typed(pilot, ["up"])
            assert "enter mend it" in foot(pilot) and "del drop it" in foot(pilot)
            await typed(pilot, ["enter"])
            assert "enter put it back" in foot(pilot)
            await typed(pilot, ["escape"])
            assert "enter read it; if empty, keep" in foot(pilot)

    async def test_one_undo_takes_the_whole_list_back(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"])
            await paste(pilot, GROUPS)
            await typed(pilot, ["enter"], ["u"])
        assert not empty.desk.book().groups

    async def test_a_terminal_that_pastes_by_keystrokes_is_understood(self, empty: PlannerApp) -> None:
        """All keys at once, line feeds or returns between the lines, and a blank line in the middle."""
        keys = [*"Lyon UX", "enter", "enter", *"PMI France", "ctrl+j", "ctrl+j", *"Alumni", "enter"]
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"])
            for key in keys:
                empty.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause(0.3)
            assert at_step(empty, PasteGroups), "a blank line within a paste keeps nothing yet"
            assert Seen(pilot).row("3 new groups")
            await typed(pilot, ["enter"])
        assert len(empty.desk.book().groups) == 3

    async def test_two_thousand_lines_are_read_at_once_with_the_last_seen(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"])
            await paste(pilot, "\n".join(f"Group {n}" for n in range(2100)))
            assert Seen(pilot).row("2000 new groups, 1 line cannot be read")
            assert Seen(pilot).row("100 lines after the first 2000")
            await typed(pilot, ["pageup", "pageup", "pageup"])
            assert Seen(pilot).row("more").strip().startswith("↑")

    @pytest.mark.parametrize("name", ["[red]Bold[/]", "☕🚀 Café", "مهندسو ليون", "\x1b[31mred\x1b[0m", "x" * 300])
    async def test_odd_names_are_text(self, empty: PlannerApp, name: str) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"])
            await paste(pilot, f"{name}\nLyon UX\n")
            await typed(pilot, ["enter"])
            assert at_step(empty, MirrorView)
        kept = next(iter(empty.desk.book().groups.values())).name
        assert kept == name.replace("\x1b[31m", "").replace("\x1b[0m", "")

    async def test_keys_pressed_while_the_list_is_kept_are_for_the_mirror(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["1"], "Lyon UX", ["enter"])
            for key in ("enter", "left", "left"):
                await pilot.pause(0.03 if key == "enter" else 0)
                empty.post_message(events.Key(key, None))
            await pilot.pause(0.2)
            assert "[3h30]" in Seen(pilot).text()


class TestLook:
    @pytest.fixture
    def looking(self, at: At) -> PlannerApp:
        """The app of someone with two objectives, and three groups that fit."""
        desk = at(THURSDAY)
        desk.add_objective("Meet people")
        desk.add_objective("Be seen", aim=Aim.VISIBILITY)
        desk.add_groups("Lyon UX\nPMI France\nNewsletter du Rhône")
        desk.apply_selection(240)
        return PlannerApp(desk)

    async def test_enter_takes_all_as_proposed_and_one_undo_takes_it_back(self, looking: PlannerApp) -> None:
        async with looking.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["4"], ["enter"])
            assert at_step(looking, PlanEditor)
            groups = [looking.desk.group(text) for text in ("lyon-ux", "pmi", "newsletter")]
            assert [(group.role, group.upkeep) for group in groups] == [
                (Role.TIES, 45), (Role.TIES, 45), (Role.WATCH, 45),
            ]  # fmt: skip
            assert (groups[0].fit, groups[0].objectives) == (Fit(2, 2, 2, 2), ("meet-people", "be-seen"))
            assert groups[0].roles == (Role.TIES, Role.VISIBILITY), "each objective is served"
            await typed(pilot, ["escape"], ["u"])
        assert not any(group.next_look for group in looking.desk.book().groups.values())

    async def test_two_keys_a_group_say_what_it_is_for_and_takes(self, looking: PlannerApp) -> None:
        async with looking.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["4"], "v4", "t0", "w1", ["enter"])
        groups = [looking.desk.group(text) for text in ("lyon-ux", "pmi", "newsletter")]
        assert [(group.role, group.upkeep) for group in groups] == [
            (Role.VISIBILITY, 60), (Role.TIES, 0), (Role.WATCH, 15),
        ]  # fmt: skip
        assert groups[0].objectives == ("be-seen",), "what is proposed follows what it is for"

    async def test_the_rest_is_corrected_by_the_arrows_and_a_figure(self, looking: PlannerApp) -> None:
        async with looking.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["4"], ["right", "right", "3", "right", "2", "down", "0", "enter"])
        first, second = looking.desk.group("lyon-ux"), looking.desk.group("pmi")
        assert (first.fit, first.objectives) == (Fit(3, 3, 3, 3), ("meet-people",))
        assert second.objectives == ()

    async def test_those_looked_at_before_stand_as_they_were_seen(self, looking: PlannerApp) -> None:
        looking.desk.look_at_group("pmi", roles=(Role.VISIBILITY,), upkeep=75)
        async with looking.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["4"])
            assert Seen(pilot).row("PMI France").split()[2:4] == ["visibility", "1h15"]


class TestMirror:
    @pytest.fixture
    def selecting(self, at: At) -> PlannerApp:
        """The app of someone whose three groups would take two hours, one of which alone serves her objective."""
        desk = at(THURSDAY)
        desk.add_objective("Be seen")
        for name, upkeep, joy in (("Lyon UX", 60, 3), ("PMI France", 30, 2), ("Alumni Lyon", 30, 1)):
            desk.add_group(name, standing=Standing.CANDIDATE, upkeep=upkeep, joy=joy)
            desk.look_at_group(name)
        desk.edit_group("alumni", objectives=("be-seen",))
        return PlannerApp(desk)

    async def test_it_is_live_as_the_minutes_are_moved(self, selecting: PlannerApp) -> None:
        async with selecting.run_test(size=LARGE) as pilot:
            await typed(pilot, ["b"], ["2"])
            assert "3 groups: 2h a week. What if you had [4h]? All of them fit." in Seen(pilot).text()
            await typed(pilot, "60")
            assert "You have [1h]. Two fit." in Seen(pilot).text()
            assert Seen(pilot).row("LEFT OUT").split()[2:] == ["1", "group"]
            await typed(pilot, ["down", "down", "down"])
            assert "Lyon UX: its upkeep does not fit" in Seen(pilot).text()
            await typed(pilot, ["right"])
            assert "[1h15]" in Seen(pilot).text()
            await typed(pilot, ["shift+right"])
            assert "[2h15]" in Seen(pilot).text() and "All of them fit." in Seen(pilot).text()
            await typed(pilot, ["shift+left", "shift+left", "left", "left"])
            assert "[5 min]" in Seen(pilot).text(), "there is no less"
            await typed(pilot, ["4"])
            assert "min are too few to share" in Seen(pilot).text()

    async def test_what_nothing_serves_is_named_and_what_today_is_worth(self, selecting: PlannerApp) -> None:
        selecting.desk.edit_group("pmi", standing=Standing.SELECTED)
        async with selecting.run_test(size=LARGE) as pilot:
            await typed(pilot, ["b"], ["2"])
            assert "the one selected today is worth 7." in Seen(pilot).text()
            selecting.desk.edit_group("alumni", objectives=())
            await typed(pilot, ["right"])
            assert "None of them serves “Be seen”." in Seen(pilot).text()

    async def test_where_nothing_fits_nothing_is_kept_and_she_stays(self, selecting: PlannerApp) -> None:
        async with selecting.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["2"], "20", ["enter"])
            assert "No group fits into 20 min" in Seen(pilot).text()
            assert at_step(selecting, MirrorView)

    async def test_more_than_a_week_is_not_taken(self, selecting: PlannerApp) -> None:
        async with selecting.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["2"], "99999")
            assert "[166h39]" in Seen(pilot).text()

    async def test_pinned_is_in_and_without_is_out(self, selecting: PlannerApp) -> None:
        async with selecting.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["2"], "60", ["down", "x", "up", "space"])
            assert Seen(pilot).row("without") and Seen(pilot).row("pinned")
            await typed(pilot, ["enter"])
        assert [group.id for group in selecting.desk.book().selected()] == ["lyon-ux"]

    async def test_it_scrolls_through_three_hundred(self, at: At) -> None:
        desk = at(THURSDAY)
        desk.add_groups("\n".join(f"Group {n}" for n in range(300)))
        app = PlannerApp(desk)
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["b"], ["enter"])
            assert "300 groups: about 225h a week." in Seen(pilot).text()
            y = next(y for y, row in enumerate(Seen(pilot).text().splitlines()) if "– Group 7 " in row)
            await pilot.click(offset=(4, y))
            await pilot.pause(0.05)
            assert Seen(pilot).row("› – Group 7 ")
            await typed(pilot, ["pagedown"] * 3)
            assert Seen(pilot).row("› –") and Seen(pilot).row("more").strip().startswith("↑")


class TestAddingFromTheWeek:
    async def test_one_group_is_for_this_week(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["a"], "Alumni Lyon", ["enter"])
            assert "enter adds it to your week" in Seen(pilot).text()
            await typed(pilot, ["enter"])
            assert Seen(pilot).row("3 Alumni Lyon")
        assert desk.group("alumni").standing is Standing.SELECTED

    async def test_a_list_is_to_be_looked_at_first(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            await typed(pilot, ["escape"], ["a"])
            await paste(pilot, "Lyon UX\nPMI France\n")
            assert "enter keeps all 2 as candidates" in Seen(pilot).text()
            await typed(pilot, ["enter"])
            assert "2 groups wait to be selected. Press b to go on." in Seen(pilot).text()
            await typed(pilot, ["b"], ["enter"])
            assert at_step(empty, MirrorView)

    async def test_escape_leaves_all_and_the_list_comes_again(self, app: PlannerApp, desk: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await typed(pilot, ["a"])
            await paste(pilot, "One\nTwo\n")
            await typed(pilot, ["escape"])
            assert "Your list is kept for the next time." in Seen(pilot).text()
            assert len(desk.book().groups) == 2
            await typed(pilot, ["a"])
            assert Seen(pilot).row("+ Two")
