"""The Groups screen under the hand: keys in, what a person sees out, over real files."""

from __future__ import annotations

import webbrowser
from datetime import date
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from planner.desk import Desk
from planner.domain.audit.look import LOOK_LASTS
from planner.domain.group import Fit, Group, Nature, Role, Standing
from planner.domain.kinds import Split
from planner.domain.plan import Plan
from planner.domain.review import Verdict
from planner.domain.weeks.log_filter import LogFilter
from planner.domain.words import minutes
from planner.tui.app import DataChanged, PlannerApp
from planner.tui.groups.screen import GroupsScreen
from planner.tui.widgets.search_line import SearchLine
from planner.tui.widgets.sheet import Sheet
from tests.screens.conftest import THURSDAY, Seen, silenced, until

LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)


@pytest.fixture
def app(many: Desk) -> PlannerApp:
    """The app over a long list of groups."""
    return PlannerApp(many)


def screen(app: PlannerApp) -> GroupsScreen:
    assert isinstance(app.screen, GroupsScreen)
    return app.screen


def chosen(app: PlannerApp) -> str:
    """The chosen group's name."""
    group = screen(app).group
    assert group
    return group.name


def named(app: PlannerApp) -> list[str]:
    """The names of the groups that are shown."""
    return [row.group.name for row in screen(app).looking.shown]


def group(desk: Desk, id_: str) -> Group:
    return desk.book().groups[id_]


def taken(desk: Desk, id_: str) -> Verdict | None:
    """The verdict that she has taken for a group."""
    return next(row.taken for row in desk.audit().rows if row.group.id == id_)


async def settled(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def row_of(pilot: Pilot[None], part: str) -> int:
    """The first row of the screen that has ``part`` in it."""
    return next(n for n, row in enumerate(Seen(pilot).text().splitlines()) if part in row)


class TestLooking:
    async def test_g_opens_it_with_checks_table_and_the_chosen_one_told(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g")
            seen = Seen(pilot)
            assert "[all 23]  selected 6   candidate 9   parked 6   left 2" in seen.row("GROUPS")
            assert "12h a week" in seen.row("FOLLOWING ALL")
            assert "2.2 times the 5h30 of your last plan" in seen.row("FOLLOWING ALL")
            assert "1 selected group serves no objective: Métropole économie." in seen.text()
            assert seen.row("› Lyon UX").split()[3:5] == ["selected", "ties"]
            assert "proposed" in seen.text() and "contribute" in seen.row("PMI France")

    async def test_the_row_shows_what_the_audit_counted(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g")
            found = many.audit().rows[0].figures
            told = [minutes(count) for count in found.minutes] + [str(found.people), str(found.contributions)]
            assert Seen(pilot).row("› Lyon UX").split()[8:13] == told

    async def test_it_opens_from_other_screens(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "l", "g")
            assert "FOLLOWING ALL" in Seen(pilot).text()
            await settled(pilot, "r", "g")
            assert "FOLLOWING ALL" in Seen(pilot).text()

    async def test_without_groups_it_is_a_beginning(self, empty: PlannerApp) -> None:
        async with empty.run_test(size=USUAL) as pilot:
            keys = ("g", "down", "enter", "x", "e", "J", "d", "b", "greater_than_sign", "right", "tab", "i", "escape")
            await settled(pilot, *keys)
            assert "No groups yet. Press a to paste your list." in Seen(pilot).text()
            assert Seen(pilot).text().splitlines()[-1].startswith("  a add   esc week ")

    async def test_arrows_pages_and_ends(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "down", "down")
            assert chosen(app) == "Alumni Lyon"
            await settled(pilot, "pagedown")
            assert chosen(app) != "Alumni Lyon"
            await settled(pilot, "end")
            assert chosen(app) == "Global Leaders Hub"
            assert "↑ " in Seen(pilot).text()
            await settled(pilot, "home")
            assert chosen(app) == "Lyon UX"

    async def test_columns_scroll_a_screenful_at_a_time(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g")
            assert "GIVEN" in Seen(pilot).row("VERDICT")
            await settled(pilot, "right")
            assert "GIVEN" not in Seen(pilot).row("VERDICT") and "UPKEEP" in Seen(pilot).row("VERDICT")
            await settled(pilot, "left")
            assert "GIVEN" in Seen(pilot).row("VERDICT")

    async def test_everything_is_told_in_words_at_60(self, app: PlannerApp) -> None:
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot, "g", "i")
            told = " ".join(Seen(pilot).text().split())
            assert "trade 3, sector 2, place 3, interest 2" in told
            await settled(pilot, "end")
            assert "Following all of your groups takes 12h a week" in " ".join(Seen(pilot).text().split())
            await settled(pilot, "escape")
            assert "GIVEN" in Seen(pilot).text()

    async def test_names_from_outside_are_shown_as_they_are(self, app: PlannerApp, many: Desk) -> None:
        many.add_group("[red]مجموعة[/red] 🚀 " + "x" * 200)
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "slash", *"red", "enter")
            assert "[red]" in Seen(pilot).row("› ")
            assert all(len(row) <= 80 for row in Seen(pilot).text().splitlines())

    async def test_it_follows_the_size_of_the_terminal(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g")
            assert "STANDING" not in Seen(pilot).row("VERDICT")
            await pilot.resize_terminal(*LARGE)
            await pilot.pause()
            assert "STANDING" in Seen(pilot).row("VERDICT")

    async def test_a_change_from_elsewhere_is_seen(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g")
            many.edit_group("lyon-ux", name="Lyon Design")
            app.post_message(DataChanged())
            await pilot.pause(0.3)
            assert "› Lyon Design" in Seen(pilot).text()


class TestSorting:
    async def test_the_next_column_the_one_before_and_the_other_way(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g", *["greater_than_sign"] * 4)
            assert "GIVEN↓" in Seen(pilot).row("VERDICT")
            assert screen(app).looking.view.column == "given"
            given = [row.figures.minutes.contribution for row in screen(app).looking.shown]
            assert given == sorted(given, reverse=True)
            await settled(pilot, "R")
            assert "GIVEN↑" in Seen(pilot).row("VERDICT")
            await settled(pilot, "less_than_sign")
            assert "UPKEEP↓" in Seen(pilot).row("VERDICT")

    async def test_the_chosen_group_stays_chosen(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g", "down", "less_than_sign")
            assert chosen(app) == "PMI France"
            assert named(app)[0] == "Agile Rhône"

    async def test_a_column_out_of_sight_is_brought_into_it(self, app: PlannerApp) -> None:
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot, "g", *["less_than_sign"] * 3)
            assert "ONLY READ↓" in Seen(pilot).row("VERDICT")

    async def test_a_click_on_a_heading_sorts_and_again_turns_round(self, app: PlannerApp) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g")
            y = row_of(pilot, "VERDICT")
            x = Seen(pilot).row("VERDICT").index("READ")
            await pilot.click(offset=Offset(x, y))
            assert "READ↓" in Seen(pilot).row("VERDICT")
            await pilot.click(offset=Offset(x, y))
            assert "READ↑" in Seen(pilot).row("VERDICT")


class TestNarrowing:
    async def test_the_filter_narrows_as_one_types(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "slash", *"people=0 read>60")
            assert named(app) and all(row.figures.people == 0 for row in screen(app).looking.shown)
            assert all(row.figures.minutes.watching > 60 for row in screen(app).looking.shown)
            await settled(pilot, "enter")
            assert not app.screen.query(SearchLine)
            assert "“people=0 read>60”" in Seen(pilot).row("GROUPS")
            await settled(pilot, "escape")
            assert len(named(app)) == 23

    async def test_what_cannot_be_read_is_said_and_stays_to_be_mended(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "slash", *"selected bread>6")
            assert "“bread” is no column" in Seen(pilot).text()
            assert "selected bread" in Seen(pilot).row("GROUPS")  # the last that could be read
            await settled(pilot, "enter")
            assert app.screen.query_one(SearchLine).field.value == "selected bread>6"
            await settled(pilot, *["backspace"] * 7, "enter")
            assert len(named(app)) == 6

    async def test_objective_look_and_decision_can_be_asked_for(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "slash", *"#meet due", "enter")
            assert named(app) and all(
                "meet" in group(many, row.group.id).objectives for row in screen(app).looking.shown
            )
            assert all(row.look_due for row in screen(app).looking.shown)
            await settled(pilot, "slash", *["backspace"] * 20, *"open", "enter")
            assert named(app) and all(row.open for row in screen(app).looking.shown)

    async def test_tab_goes_through_the_standings(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "tab")
            assert "[selected 6]" in Seen(pilot).text() and len(named(app)) == 6
            await settled(pilot, "shift+tab", "shift+tab")
            assert "[left 2]" in Seen(pilot).text() and len(named(app)) == 2
            await settled(pilot, "escape")
            assert "[all 23]" in Seen(pilot).text()
            await settled(pilot, "escape")
            assert len(app.screen_stack) == 1

    async def test_a_click_on_a_standing_shows_only_it(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g")
            x = Seen(pilot).row("GROUPS").index("parked")
            await pilot.click(offset=Offset(x, row_of(pilot, "GROUPS")))
            await until(pilot, lambda: len(named(app)) == 6)

    async def test_s_looks_back_over_more_weeks(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "s")
            assert "13 weeks" in Seen(pilot).row("GROUPS")
            assert screen(app).looking.shown[0].figures == many.audit(13).rows[0].figures
            await settled(pilot, "S", "S")
            assert "4 weeks" in Seen(pilot).row("GROUPS")


class TestComingBack:
    async def test_filter_order_weeks_and_chosen_group_are_back(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "tab", "slash", *"read>0", "enter", "greater_than_sign", "s", "down", "down")
            before = named(app), chosen(app), Seen(pilot).row("GROUPS")
            assert "“read>0”" in before[2] and "13 weeks" in before[2] and 2 < len(before[0]) <= 6
            await settled(pilot, "l")
            await settled(pilot, "g")
            assert (named(app), chosen(app), Seen(pilot).row("GROUPS")) == before
            await settled(pilot, "escape")
            assert len(named(app)) == 23 and chosen(app) == before[1]

    async def test_a_group_that_is_gone_by_then_leaves_the_others(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "a", *"Brand new", "enter", "enter")
            assert chosen(app) == "Brand new"
            await settled(pilot, "l")
            many.undo()
            await settled(pilot, "g")
            assert len(named(app)) == 23 and chosen(app) in named(app)

    async def test_a_filter_by_an_objective_that_is_gone_goes_too(self, app: PlannerApp, many: Desk) -> None:
        many.add_objective("Zebra")
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "slash", *"#zebra", "enter", "l")
            many.undo()
            await settled(pilot, "g")
            assert len(named(app)) == 23 and "zebra" in Seen(pilot).text()


class TestVerdicts:
    async def test_enter_takes_what_is_proposed_and_goes_on(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "down", "enter")
            assert taken(many, "pmi-france") is Verdict.CONTRIBUTE
            assert chosen(app) == "Alumni Lyon"
            assert "✓ contribute" in Seen(pilot).row("PMI France")
            await settled(pilot, "u")
            assert taken(many, "pmi-france") is None

    @pytest.mark.parametrize(
        ("key", "verdict"),
        [
            ("plus", Verdict.MORE),
            ("equals_sign", Verdict.KEEP),
            ("minus", Verdict.LESS),
            ("c", Verdict.CONTRIBUTE),
            ("p", Verdict.PARK),
        ],
    )
    async def test_the_keys_of_the_review_decide_too(
        self, app: PlannerApp, many: Desk, key: str, verdict: Verdict
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", key)
            assert taken(many, "lyon-ux") is verdict
            assert group(many, "lyon-ux").next_look == THURSDAY.date() + LOOK_LASTS

    async def test_a_verdict_taken_already_offers_no_other_undo(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "equals_sign")
            assert screen(app).foot.notices.said.undo
            steps = len(many.history()[0])
            await settled(pilot, "home", "equals_sign")
            assert taken(many, "lyon-ux") is Verdict.KEEP and len(many.history()[0]) == steps
            assert "It was so already." in Seen(pilot).text()
            assert not screen(app).foot.notices.said.undo

    async def test_parking_is_done_at_once_and_the_next_is_chosen(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "tab", "p")
            assert group(many, "lyon-ux").standing is Standing.PARKED
            assert chosen(app) == "PMI France" and "Lyon UX" not in named(app)

    async def test_parking_offers_another_plan_and_no_news_replace_it(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g")
            first = screen(app).group
            assert first
            many.set_plan(many.this_week(), Plan({first.id: Split(60, 0, 5)}))
            many.log(f"w 100 {first.slug}")  # past its cap, which the queue has to say
            await settled(pilot, "p")
            assert "P: This week’s plan would come to" in Seen(pilot).text()

    async def test_leaving_asks_for_a_reason(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "x", *"nobody meets there", "enter")
            left = group(many, "lyon-ux")
            assert (left.standing, left.reason) == (Standing.LEFT, "nobody meets there")

    async def test_leaving_needs_no_reason(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "x", "enter")
            assert group(many, "lyon-ux").standing is Standing.LEFT

    async def test_escape_leaves_nothing_left(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "x", *"no", "escape")
            assert group(many, "lyon-ux").standing is Standing.SELECTED
            assert chosen(app) == "Lyon UX"

    async def test_a_feed_is_handed_to_feed_readers(self, app: PlannerApp, many: Desk, tmp_path: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "f")
            assert taken(many, "lyon-ux") is None and "Where is Lyon UX read from now on?" in Seen(pilot).text()
            await settled(pilot, *"lyon-ux.example/feed", "enter")
            assert taken(many, "lyon-ux") is Verdict.FEED
        assert 'xmlUrl="https://lyon-ux.example/feed" htmlUrl="https://lyon-ux.example/members"' in (
            tmp_path / "home" / "feeds.opml"
        ).read_text(encoding="utf-8")
        assert many.group("Lyon UX (feed)").nature is Nature.FEED

    async def test_a_group_of_unknown_feed_becomes_one_only_if_asked(
        self, app: PlannerApp, many: Desk, tmp_path: Path
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "f", "escape")
            assert taken(many, "lyon-ux") is None
            await settled(pilot, "f", "enter")
            assert taken(many, "lyon-ux") is Verdict.FEED
        assert not (tmp_path / "home" / "feeds.opml").exists()

    async def test_nothing_is_proposed_for_what_she_has_left(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "end", "enter")
            assert "Global Leaders Hub is left; nothing is proposed for it." in Seen(pilot).text()
            assert taken(many, "global-leaders-hub") is None

    async def test_her_own_verdict_stays_when_enter_goes_over_it(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "plus", "up", "enter")
            assert taken(many, "lyon-ux") is Verdict.MORE
            assert chosen(app) == "PMI France"


class TestSheet:
    async def test_marks_are_set_by_single_keys_one_after_the_other(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "down", "e", *["down"] * 5, *"1230213")
            found = group(many, "pmi-france")
            assert found.fit == Fit(1, 2, 3, 0)
            assert (found.activity, found.worth, found.joy) == (2, 1, 3)
            assert found.next_look == THURSDAY.date() + LOOK_LASTS
            await settled(pilot, "u")
            assert group(many, "pmi-france").joy == 1
            await settled(pilot, "escape")
            assert "VERDICT" in Seen(pilot).text() and chosen(app) == "PMI France"

    async def test_choices_go_round(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "e", "down", "down", "down", "right")
            assert group(many, "lyon-ux").role is Role.VISIBILITY
            await settled(pilot, "left", "left")
            assert group(many, "lyon-ux").role is Role.WATCH
            assert "watch" in Seen(pilot).row("› role")

    @pytest.mark.parametrize(
        ("field", "typed", "held"),
        [
            ("slug", "ux", "ux"),
            ("roles", "watch, ties", (Role.WATCH, Role.TIES)),
            ("since", "2023-05-02", date(2023, 5, 2)),
        ],
    )
    async def test_texts_are_asked_for(self, app: PlannerApp, many: Desk, field: str, typed: str, held: object) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await self.write(pilot, field, typed)
            assert getattr(group(many, "lyon-ux"), field) == held
            assert app.screen.query(Sheet)

    @pytest.mark.parametrize(
        ("field", "typed", "said"),
        [
            ("name", "PMI France", "There is already a group “PMI France”"),
            ("address", "javascript:alert(1)", "only http:// and https:// are ever opened"),
        ],
    )
    async def test_what_is_not_taken_is_said(
        self, app: PlannerApp, many: Desk, field: str, typed: str, said: str
    ) -> None:
        async with app.run_test(size=LARGE) as pilot:
            before = group(many, "lyon-ux")
            await self.write(pilot, field, typed)
            assert said in Seen(pilot).text()
            assert group(many, "lyon-ux") == before
            assert typed[-20:] in Seen(pilot).text()
            await settled(pilot, "escape")
            assert app.screen.query(Sheet)

    async def test_control_codes_are_taken_out(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await self.open(pilot, "why")
            app.focused.value = "to \x1b[31mmeet\x1b[0m [b]people[/b]"  # type: ignore[union-attr]
            await settled(pilot, "enter")
            assert group(many, "lyon-ux").why == "to meet [b]people[/b]"

    async def test_an_untouched_text_changes_nothing(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await self.open(pilot, "if_then")
            before = many.stamp()
            await settled(pilot, "enter")
            assert many.stamp() == before

    async def test_a_text_can_be_emptied(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await self.write(pilot, "why", "")
            assert group(many, "lyon-ux").why == ""

    async def test_the_sheet_stays_with_its_group_when_the_list_loses_it(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "tab", "e", "down", "down", "enter", "down", "right")
            assert group(many, "lyon-ux").standing is Standing.PARKED
            assert group(many, "lyon-ux").role is Role.VISIBILITY
            assert group(many, "pmi-france").role is Role.VISIBILITY
            await settled(pilot, "escape")
            assert "Lyon UX" not in named(app)

    async def test_the_screen_s_own_keys_rest_meanwhile(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g")
            before = many.stamp()
            await settled(pilot, "e", "x", "p", "d", "J", "f", "c", "s", "tab", "l")
            assert many.stamp() == before
            assert app.screen.query(Sheet)
            await settled(pilot, "question_mark")
            assert "Mark it 3, and go on" in Seen(pilot).text()

    async def test_a_click_opens_the_chosen_group_and_changes_a_field(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g")
            y = row_of(pilot, "Alumni Lyon")
            await pilot.click(offset=Offset(10, y))
            assert chosen(app) == "Alumni Lyon"
            await pilot.click(offset=Offset(10, y))
            await pilot.pause()
            assert app.screen.query(Sheet)
            nature = row_of(pilot, "nature")
            await pilot.click(offset=Offset(10, nature))
            await pilot.click(offset=Offset(10, nature))
            await pilot.pause()
            assert group(many, "alumni-lyon").nature is Nature.EVENTS

    async def open(self, pilot: Pilot[None], field: str) -> None:
        """Open the question for a field of Lyon UX."""
        from planner.domain.grammar.group_fields import FIELDS

        place = [each.name for each in FIELDS].index(field)
        await settled(pilot, "g", "e", *["down"] * place, "enter")

    async def write(self, pilot: Pilot[None], field: str, typed: str) -> None:
        """Write a field of Lyon UX anew."""
        await self.open(pilot, field)
        assert pilot.app.focused
        pilot.app.focused.value = typed  # type: ignore[attr-defined]
        await settled(pilot, "enter")


class TestAddingMergingRemoving:
    async def test_a_adds_one_and_chooses_it(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "a", *"Women of Lyon", "enter", "enter")
            assert chosen(app) == "Women of Lyon"
            assert group(many, "women-of-lyon").standing is Standing.CANDIDATE

    async def test_v_selects_what_fits_with_one_undo(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            before = [each.id for each in many.book().selected()]
            await settled(pilot, "g", "v", *"600")
            assert "You have [10h]." in Seen(pilot).text()
            await settled(pilot, "enter")
            assert [each.id for each in many.book().selected()] == [
                each.id for each in many.propose(600).selection.proposed
            ]
            await settled(pilot, "u")
            assert [each.id for each in many.book().selected()] == before

    async def test_one_already_there_is_said_and_stays(self, app: PlannerApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "a", *"lyon ux", "enter")
            assert "1 already there" in Seen(pilot).text() and "lyon ux" in Seen(pilot).text()

    async def test_it_shows_what_follows_and_enter_merges(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=USUAL) as pilot:
            entries = len(list(many.entries(LogFilter(group="pmi-france"))))
            await settled(pilot, "g", "down", "J", *"lyon ux", "enter")
            assert f"To Lyon UX go from PMI France: {entries} entries and 30 plans." in Seen(pilot).text()
            assert "pmi-france" in many.book().groups
            await settled(pilot, "enter")
            assert "pmi-france" not in many.book().groups
            assert chosen(app) == "Lyon UX"
            await settled(pilot, "u")
            assert len(list(many.entries(LogFilter(group="pmi-france")))) == entries

    async def test_a_merge_can_be_left_at_every_step(self, app: PlannerApp, many: Desk) -> None:
        silenced(many)  # what was said is kept, which is a change, too
        async with app.run_test(size=USUAL) as pilot:
            before = many.stamp()
            await settled(pilot, "g", "J", "escape", "J", *"pmi", "enter", "escape")
            assert many.stamp() == before and chosen(app) == "Lyon UX"

    @pytest.mark.parametrize(
        ("typed", "said"), [("lyon ux", "are one group already"), ("lyon", "may mean"), ("zzzz", "There is no group")]
    )
    async def test_into_itself_it_asks(self, app: PlannerApp, many: Desk, typed: str, said: str) -> None:
        many.add_group("Lyon Design")
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g", "J", *typed, "enter")
            assert said in Seen(pilot).text()
            await settled(pilot, *["backspace"] * 20, *"pmi", "enter")
            assert "Merge Lyon UX into PMI France?" in Seen(pilot).text()

    async def test_used_ones_stay_and_unused_ones_go(self, app: PlannerApp, many: Desk) -> None:
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g", "d")
            assert "lyon-ux" in many.book().groups
            assert "so it stays" in Seen(pilot).text()
            await settled(pilot, "end", "d")
            assert "global-leaders-hub" not in many.book().groups
            assert chosen(app) == "Recruiters’ Corner"
            await settled(pilot, "u")
            assert "global-leaders-hub" in many.book().groups


class TestBrowser:
    @pytest.fixture
    def opened(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The addresses that the machine's browser was given; it opens none."""
        found: list[str] = []

        class Browser(webbrowser.BaseBrowser):
            def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
                found.append(url)
                return True

        monkeypatch.setattr(webbrowser, "get", lambda *_: Browser("firefox"))
        return found

    async def test_a_capital_b_opens_the_address(self, app: PlannerApp, opened: list[str]) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "B")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert opened == ["https://lyon-ux.example/members"]
            assert "Opened https://lyon-ux.example/members" in Seen(pilot).text()

    async def test_without_an_address_there_is_nothing_to_open(self, app: PlannerApp, opened: list[str]) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "down", "B")
            assert opened == []
            assert "PMI France has no address" in Seen(pilot).text()

    async def test_another_scheme_written_by_hand_is_never_opened(
        self, app: PlannerApp, many: Desk, opened: list[str]
    ) -> None:
        many.edit_group("lyon-ux", address="file:///etc/passwd")
        async with app.run_test(size=LARGE) as pilot:
            await settled(pilot, "g", "B")
            assert opened == []
            assert "only http:// and https:// are ever opened" in Seen(pilot).text()

    async def test_a_browser_of_the_terminal_does_not_draw_over_it(
        self, app: PlannerApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(webbrowser, "get", lambda *_: webbrowser.GenericBrowser("w3m"))
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot, "g", "B")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "There is no browser here" in Seen(pilot).text()
