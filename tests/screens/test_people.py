"""The People screen under the hand: keys in, what a person sees out, over real files."""

from __future__ import annotations

import webbrowser
from datetime import date, timedelta

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from planner.desk import Desk
from planner.domain.kinds import Kind
from planner.domain.person import Circle
from planner.domain.step import Owed, Step, StepState
from planner.domain.weeks.log_filter import LogFilter
from planner.tui.app import DataChanged, PlannerApp
from planner.tui.people.doubles import Doubles
from planner.tui.people.screen import PeopleScreen
from planner.tui.widgets.ask import Ask
from planner.tui.widgets.search_line import SearchLine
from planner.tui.widgets.sheet import Sheet
from planner.tui.widgets.working import working
from tests.screens.conftest import THURSDAY, Seen

LARGE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)


def screen(app: PlannerApp) -> PeopleScreen:
    assert isinstance(app.screen, PeopleScreen)
    return app.screen


def chosen(app: PlannerApp) -> str:
    """The chosen person's id."""
    person = screen(app).person
    assert person
    return person.id


def ids(app: PlannerApp) -> list[str]:
    """Those who are shown."""
    return [row.person.id for row in screen(app).finding.shown]


def steps(desk: Desk, person: str) -> list[Step]:
    return [step for step in desk.book().steps.values() if step.person == person]


async def settled(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def opened(pilot: Pilot[None], person: str = "") -> None:
    """Open the screen, and choose somebody on it."""
    await settled(pilot, "o")
    await pilot.pause()
    app = pilot.app
    assert isinstance(app, PlannerApp)
    if person:
        screen(app).finding.choose(person)


async def doubles_found(pilot: Pilot[None]) -> None:
    """Wait until the likely doubles were looked for."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


class TestLooking:
    async def test_o_opens_it_with_counts_table_and_the_chosen_told(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            seen = Seen(pilot)
            assert "[all 21]  tied 11   met 5   in touch 2   spotted 3   shift+tab stage" in seen.row("PEOPLE")
            assert "◐ cooling 4   ○ cold 1   z resting 1" in seen.row("PEOPLE")
            assert chosen(people) == "henri-blanc"  # the most overdue against his cadence
            row = seen.row("› Henri Blanc")
            assert "━━━ tied" in row and "○ 112 days" in row and "6 days late" in row and "prescriber" in row
            assert "tied, cold: last contact 112 days ago" in seen.text()
            assert "met on Tue 21 Jul and met on" in seen.text()
            assert "the adviser of the first days" in seen.text()

    async def test_nothing_essential_is_lost_at_60(self, people: PlannerApp) -> None:
        async with people.run_test(size=SMALL) as pilot:
            await opened(pilot)
            row = Seen(pilot).row("› Henri Blanc")
            assert "━━━" in row and "○ 112 days" in row and "6 days late" in row
            await settled(pilot, "enter", "end")
            assert "2 meetings, 2h" in Seen(pilot).text() and "the adviser of the first days" in Seen(pilot).text()

    async def test_it_opens_from_other_screens(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            for key in ("l", "g", "r"):
                await settled(pilot, key)
                await opened(pilot)
                assert "[all 21]" in Seen(pilot).text()

    async def test_with_nobody_it_is_a_beginning(self, app: PlannerApp, desk: Desk) -> None:
        desk.undo()  # the entries of the week, and Marie with them
        desk.undo()
        desk.undo()
        async with app.run_test(size=USUAL) as pilot:
            await opened(pilot)
            assert "Nobody yet. Log a meeting with @name, or press a to add someone." in Seen(pilot).text()
            assert Seen(pilot).text().splitlines()[-1].startswith("  tab companies   a add   esc week ")
            keys = ("enter", "n", "d", "z", "e", "B", "J", "delete", "down", "end", "shift+tab", "greater_than_sign")
            await settled(pilot, *keys)
            assert "Nobody yet" in Seen(pilot).text()
            await settled(pilot, "m", *"lyon-ux 45 @Nadia", "enter")
            await settled(pilot, "escape")  # the question about what is next
            assert chosen(app) == "nadia"

    async def test_arrows_pages_and_ends(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            await settled(pilot, "down", "down")
            assert chosen(people) == "lea-girard"
            await settled(pilot, "pagedown")
            assert screen(people).finding.at > 5
            await settled(pilot, "end")
            assert screen(people).finding.at == 20 and "↑ " in Seen(pilot).text()
            await settled(pilot, "home")
            assert chosen(people) == "henri-blanc"

    async def test_it_follows_the_size_of_the_terminal(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            assert "CIRCLE" in Seen(pilot).text()
            await pilot.resize_terminal(*USUAL)
            await pilot.pause()
            assert "CIRCLE" not in Seen(pilot).text() and "prescriber" in Seen(pilot).text()
            assert all(len(row) <= 80 for row in Seen(pilot).text().splitlines())

    async def test_another_planner_s_change_is_seen(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            known.add_person("Zoé Arnaud")
            people.post_message(DataChanged())
            await pilot.pause(0.3)
            assert "zoe-arnaud" in ids(people)

    async def test_names_from_outside_are_shown_as_they_are(self, people: PlannerApp, known: Desk) -> None:
        known.add_person("[red]مجموعة[/red] 🚀 " + "x" * 200)
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            await settled(pilot, "slash", *"red", "enter")
            assert "[red]" in Seen(pilot).row("› ")
            assert all(len(row) <= 80 for row in Seen(pilot).text().splitlines())

    async def test_the_mouse_chooses_opens_sorts_and_narrows(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            rows = Seen(pilot).text().splitlines()
            marc = next(n for n, row in enumerate(rows) if "Marc Perrin" in row)
            await pilot.click(offset=Offset(6, marc))
            assert chosen(people) == "marc-perrin"
            heading = next(n for n, row in enumerate(rows) if "NEXT STEP" in row)
            await pilot.click(offset=Offset(3, heading))
            assert ids(people)[0] == "amina-diallo"
            title = next(n for n, row in enumerate(rows) if "PEOPLE" in row)
            await pilot.click(offset=Offset(rows[title].index("spotted"), title))
            assert ids(people) == ["anne-vidal", "j-weber", "karim-haddad"]


class TestComingBack:
    async def test_filter_order_and_chosen_person_are_there_again(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            await settled(pilot, "shift+tab", "greater_than_sign", "slash", *"a", "enter", "down", "down")
            before = ids(people), chosen(people), Seen(pilot).row("PEOPLE")
            assert 2 < len(before[0]) < 21 and before[1] == before[0][2]
            await settled(pilot, "g")
            await opened(pilot)
            assert (ids(people), chosen(people), Seen(pilot).row("PEOPLE")) == before
            await settled(pilot, "escape")
            assert len(ids(people)) == 21 and chosen(people) == before[1]

    async def test_a_person_who_is_gone_by_then_leaves_the_others(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot, "karim-haddad")
            await settled(pilot, "l")
            known.remove_person("karim-haddad")
            await opened(pilot)
            assert len(ids(people)) == 20 and chosen(people) in ids(people)


class TestFinding:
    async def test_a_search_finds_as_one_types_and_enter_keeps_it(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            await settled(pilot, "slash", *"siem")
            assert ids(people) == ["jonas-weber", "j-weber"]
            assert "2 people" in Seen(pilot).row("PEOPLE") and "“siem”" in Seen(pilot).row("PEOPLE")
            await settled(pilot, "down")
            assert chosen(people) == "j-weber"
            await settled(pilot, "enter")
            assert not people.screen.query(SearchLine) and len(ids(people)) == 2
            await settled(pilot, "escape")
            assert len(ids(people)) == 21 and chosen(people) == "j-weber"

    async def test_nobody_found_says_the_way_back(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            await settled(pilot, "slash", *"qqq")
            assert "Nobody found. Escape shows all again." in Seen(pilot).text()
            await settled(pilot, "escape")
            assert len(ids(people)) == 21

    async def test_filters_narrow_together_and_escape_clears_or_leaves(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            await settled(pilot, "shift+tab")
            assert "[tied 11]" in Seen(pilot).row("PEOPLE") and len(ids(people)) == 11
            await settled(pilot, "f")
            assert {known.person.circle for known in screen(people).finding.shown} == {Circle.DECISION_MAKER}
            await settled(pilot, "s")
            assert ids(people) == ["sofia-almeida"]
            assert "decision-maker, not for 30 days" in Seen(pilot).row("PEOPLE")
            await settled(pilot, "escape")
            assert len(ids(people)) == 21
            await settled(pilot, "escape")
            assert "GROUP" in Seen(pilot).text() and not isinstance(people.screen, PeopleScreen)

    async def test_those_with_a_promise_and_those_not_seen_for_long(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            await settled(pilot, "O")
            assert sorted(ids(people)) == ["claire-morel", "marie-dupont"]
            await settled(pilot, "O", "s", "s", "s")
            assert ids(people) == ["henri-blanc", "marc-perrin"]
            await settled(pilot, "s")
            assert len(ids(people)) == 21

    async def test_other_orders(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            await settled(pilot, "greater_than_sign")
            assert ids(people)[0] == "amina-diallo" and "NAME↑" in Seen(pilot).row("NEXT STEP")
            await settled(pilot, "greater_than_sign", "greater_than_sign")
            assert ids(people)[0] == "henri-blanc" and "NEXT STEP↑" in Seen(pilot).row("NEXT STEP")
            await settled(pilot, *["less_than_sign"] * 4)
            assert screen(people).finding.shown[0].tie.meetings.times == 12


class TestPage:
    async def test_enter_opens_everything_that_passed_newest_first(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "marie-dupont")
            await settled(pilot, "enter")
            text = Seen(pilot).text()
            assert "PEOPLE  › Marie Dupont   design director · Atelier Lumen" in text
            assert text.index("Tue 24 Nov  18:30") < text.index("Thu 29 Oct") < text.index("Thu 17 Sep  18:05")
            assert "I owe: the slides on onboarding; step set, for Tue 24 Nov" in text
            assert "wants to meet again" in text
            await settled(pilot, "escape")
            assert chosen(people) == "marie-dupont" and "NEXT STEP" in Seen(pilot).text()

    async def test_it_scrolls_and_turns_to_the_next_person(self, people: PlannerApp) -> None:
        async with people.run_test(size=SMALL) as pilot:
            await opened(pilot, "marie-dupont")
            await settled(pilot, "enter", "end")
            assert "WHAT IS KNOWN" in Seen(pilot).text()
            await settled(pilot, "home", "left_square_bracket")
            assert "› Paul Roy" in Seen(pilot).row("PEOPLE")
            await settled(pilot, "right_square_bracket", "right_square_bracket")
            assert "› Fatou Ndiaye" in Seen(pilot).row("PEOPLE")

    async def test_a_long_thread_is_read_on_as_one_scrolls(self, people: PlannerApp, known: Desk) -> None:
        for day in range(70):
            known.log(f"c 5 lyon-ux @anne-vidal note{day} {(THURSDAY - timedelta(days=day + 1)).date()}")
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot, "anne-vidal")
            await settled(pilot, "enter")
            assert "note0" in Seen(pilot).text()
            await settled(pilot, "end")
            await settled(pilot, "end")
            assert "note69" in Seen(pilot).text() or "WHAT IS KNOWN" in Seen(pilot).text()
            thread = screen(people).reading._thread
            assert thread and thread.earlier == 0

    async def test_keys_of_the_table_rest_while_it_is_open(self, people: PlannerApp) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot)
            await settled(pilot, "enter", "tab", "slash", "s", "f", "delete", "G", "D")
            assert "› Henri Blanc" in Seen(pilot).row("PEOPLE") and not people.screen.query(SearchLine)
            await settled(pilot, "escape")
            assert len(ids(people)) == 21

    async def test_a_person_gone_meanwhile_closes_it(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=USUAL) as pilot:
            await opened(pilot, "karim-haddad")
            await settled(pilot, "enter")
            known.remove_person("karim-haddad")
            people.post_message(DataChanged())
            await pilot.pause(0.3)
            assert "[all 20]" in Seen(pilot).text()


class TestLogging:
    async def test_m_logs_a_meeting_in_their_group_and_asks_what_next(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "sofia-almeida")
            await settled(pilot, "m")
            assert "meeting Women in Product › @sofia-almeida" in Seen(pilot).text()
            await settled(pilot, *"50 lunch again")
            assert "Sofia Almeida" in Seen(pilot).row("50 min")
            await settled(pilot, "enter")
            entry = list(known.entries(LogFilter()))[-1]
            assert (entry.kind, entry.group, entry.people) == (Kind.MEETING, "women-in-product", ("sofia-almeida",))
            await pilot.pause()
            assert "What next with Sofia Almeida?" in Seen(pilot).text()
            await settled(pilot, *"send her the notes tue", "enter")
            assert [step.text for step in steps(known, "sofia-almeida")] == ["send her the notes"]
            assert chosen(people) == "sofia-almeida"
            assert "● today" in Seen(pilot).row("› Sofia Almeida")

    async def test_c_logs_an_exchange_from_the_page_and_it_is_seen(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "julie-martin")
            await settled(pilot, "enter", "c", *"15 sent a profile", "enter")
            assert "■ Women in Product, sent a profile" in Seen(pilot).text()
            assert "2 exchanges" in Seen(pilot).text()

    async def test_a_line_left_is_offered_for_the_same_person_only(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "sofia-almeida")
            await settled(pilot, "m", *"45 a walk", "escape")
            assert "Kept for the next time: “@sofia-almeida 45 a walk”" in Seen(pilot).text()
            await settled(pilot, "up", "m")
            assert "a walk" not in Seen(pilot).row("meeting ")
            await settled(pilot, "escape", "down", "m")
            assert "a walk" in Seen(pilot).row("meeting ")

    async def test_while_the_bar_is_open_the_keys_are_its_own(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "sofia-almeida")
            await settled(pilot, "m", "down", "tab", "z")
            assert chosen(people) == "sofia-almeida"


class TestNextSteps:
    async def test_n_reads_along_and_keeps(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "nadia-benali")
            await settled(pilot, "n", *"I owe the brief fri")
            assert "the brief, Fri 27 Nov, I owe" in Seen(pilot).text()
            await settled(pilot, "enter")
            (step,) = steps(known, "nadia-benali")
            assert (step.text, step.day, step.owed) == ("the brief", date(2026, 11, 27), Owed.MINE)
            assert "I owe: the brief" in Seen(pilot).row("› Nadia") and "due Fri" in Seen(pilot).row("› Nadia")
            await settled(pilot, "u")
            assert steps(known, "nadia-benali") == []

    async def test_what_was_typed_is_offered_again_for_the_same_one(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "nadia-benali")
            await settled(pilot, "n", *"call her", "escape")
            assert "Kept for the next time: “call her”" in Seen(pilot).text()
            await settled(pilot, "n", *" mon")
            assert "call her, Mon 30 Nov" in Seen(pilot).text()

    async def test_a_day_that_has_passed_is_said_and_nothing_is_lost(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "nadia-benali")
            await settled(pilot, "n", *"call 2026-11-01", "enter")
            assert isinstance(people.screen, Ask) and "has passed" in Seen(pilot).text()
            assert "call 2026-11-01" in Seen(pilot).text() and steps(known, "nadia-benali") == []

    async def test_done_put_off_and_let_go(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "henri-blanc")
            await settled(pilot, "p")
            assert "Put off until" in Seen(pilot).text()
            await settled(pilot, *"mon", "enter")
            assert steps(known, "henri-blanc")[0].day == date(2026, 11, 30)
            await settled(pilot, "d")
            assert steps(known, "henri-blanc")[0].state is StepState.DONE
            assert "Done" in Seen(pilot).text() and "tell him which groups stayed" in Seen(pilot).text()
            await settled(pilot, "u", "x")
            assert steps(known, "henri-blanc")[0].state is StepState.LET_GO

    async def test_with_several_steps_it_asks_which(self, people: PlannerApp, known: Desk) -> None:
        known.set_step("henri-blanc", "send a card fri")
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "henri-blanc")
            assert "+1" in Seen(pilot).row("› Henri")
            await settled(pilot, "d", "down", "enter")
            assert {step.text: step.state for step in steps(known, "henri-blanc")} == {
                "tell him which groups stayed": StepState.OPEN,
                "send a card": StepState.DONE,
            }

    async def test_without_one_the_key_that_sets_it_is_named(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "marc-perrin")
            await settled(pilot, "d")
            assert "No next step is open with Marc Perrin; n sets one." in Seen(pilot).text()

    async def test_a_meeting_is_arranged_with_them(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "nadia-benali")
            await settled(pilot, "A", *"thu 12:30 45m coffee")
            assert "Nadia Benali" in Seen(pilot).row("45 min")
            await settled(pilot, "enter")
            made = next(each for each in known.appointments() if "nadia-benali" in each.people)
            assert (made.start.day, made.minutes, made.title, made.group) == (3, 45, "coffee", "women-in-product")
            await settled(pilot, "enter")
            assert "coffee; planned" in Seen(pilot).text()


class TestChanging:
    async def test_z_leaves_a_tie_to_rest_and_wakes_it(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "marc-perrin")
            await settled(pilot, "z")
            assert known.book().people["marc-perrin"].dormant
            assert chosen(people) == "marc-perrin" and "z 118 days" in Seen(pilot).row("› Marc")
            await settled(pilot, "z")
            assert not known.book().people["marc-perrin"].dormant

    async def test_the_sheet_changes_every_field(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "karim-haddad")
            await settled(pilot, "e", "down", "enter", "end", *" Lyon", "enter")
            assert known.book().people["karim-haddad"].company.endswith("Lyon")
            await settled(pilot, *["down"] * 5, "right")
            assert known.book().people["karim-haddad"].circle is Circle.PRESCRIBER
            await settled(pilot, "down", "enter", *"alumni-lyon, lyon-ux", "enter")
            assert known.book().people["karim-haddad"].groups == ("alumni-lyon", "lyon-ux")
            await settled(pilot, "down", "down", "down", "enter", *"0", "enter")
            assert "is no cadence" in Seen(pilot).text() and isinstance(people.screen, Ask)
            await settled(pilot, "escape", "escape")
            assert not people.screen.query(Sheet) and chosen(people) == "karim-haddad"

    async def test_a_sheet_without_marks_has_no_key_for_one(self, people: PlannerApp) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "marie-dupont")
            await settled(pilot, "e")
            does = [each.key.action for each in working(people.screen)]
            assert "change" in does
            assert not [action for action in does if action.startswith("mark")]

    async def test_the_sheet_opens_over_the_page_and_goes_back_to_it(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "karim-haddad")
            await settled(pilot, "enter", "e", "enter", *"Karim B. Haddad", "enter", "escape")
            assert "› Karim B. Haddad" in Seen(pilot).row("PEOPLE") and "WHAT PASSED" in Seen(pilot).text()
            await settled(pilot, "escape")
            assert chosen(people) == "karim-haddad" and "NEXT STEP" in Seen(pilot).text()

    async def test_somebody_is_added_and_chosen(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            await settled(pilot, "a", *"Zoé Arnaud", "enter")
            assert "zoe-arnaud" in known.book().people and chosen(people) == "zoe-arnaud"
            await settled(pilot, "delete")
            assert "zoe-arnaud" not in known.book().people

    async def test_who_is_in_the_log_is_not_removed(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "marie-dupont")
            await settled(pilot, "delete")
            assert "marie-dupont" in known.book().people and "has 16 entries" in Seen(pilot).text()

    async def test_a_record_is_merged_by_hand(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "j-weber")
            await settled(pilot, "J", *"Jonas Weber", "enter")
            assert "j-weber" not in known.book().people and chosen(people) == "jonas-weber"

    async def test_only_web_addresses_are_opened(
        self, people: PlannerApp, known: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []

        class Browser:
            name = "a browser with windows"

            def open(self, address: str) -> bool:
                asked.append(address)
                return True

        monkeypatch.setattr(webbrowser, "get", Browser)
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot, "paul-roy")
            await settled(pilot, "B")
            await people.workers.wait_for_complete()
            assert asked == ["https://paul-roy.example"]
            await opened(pilot, "marie-dupont")
            await settled(pilot, "B")
            assert "Marie Dupont has no address" in Seen(pilot).text() and len(asked) == 1


class TestDoubles:
    async def test_a_quiet_line_points_them_out_and_one_key_merges(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            await doubles_found(pilot)
            assert "D 1 likely double ─" in Seen(pilot).text()
            await settled(pilot, "D")
            assert isinstance(people.screen, Doubles)
            assert "Jonas Weber" in Seen(pilot).row("  stays") and "J. Weber" in Seen(pilot).row("goes")
            await settled(pilot, "enter")
            assert "j-weber" not in known.book().people and chosen(people) == "jonas-weber"
            await doubles_found(pilot)
            assert "likely double" not in Seen(pilot).text()
            await settled(pilot, "u")
            assert "j-weber" in known.book().people

    async def test_the_other_one_may_stay(self, people: PlannerApp, known: Desk) -> None:
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            await settled(pilot, "D", "s")
            assert "J. Weber" in Seen(pilot).row("  stays")
            await settled(pilot, "enter")
            assert "jonas-weber" not in known.book().people

    async def test_two_people_are_left_two_and_asked_about_no_more(self, people: PlannerApp, known: Desk) -> None:
        known.add_person("Claire Morell")
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            await settled(pilot, "D")
            count = len(known.doubles())
            for key, at in (("end", count), ("home", 1)):
                await settled(pilot, key)
                assert f"{at} of {count}" in Seen(pilot).text()
            await settled(pilot, "x")
            assert len(known.doubles()) == count - 1
            assert f"1 of {count - 1}" in Seen(pilot).text() and "are two people" in Seen(pilot).text()
            await settled(pilot, "u")
            assert len(known.doubles()) == count
            await settled(pilot, "escape", "escape")

    async def test_with_none_it_says_so(self, people: PlannerApp, known: Desk) -> None:
        known.remove_person("j-weber")
        async with people.run_test(size=LARGE) as pilot:
            await opened(pilot)
            await settled(pilot, "D")
            assert "Nobody seems to be in the book twice." in Seen(pilot).text()
