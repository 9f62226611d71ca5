"""The steps of beginning, the corner of objectives and the pasted list as text."""

from __future__ import annotations

import re
from datetime import date

import pytest

from planner.domain.audit.beginning import Stage, beginning
from planner.domain.audit.look import proposed_look
from planner.domain.book import Book
from planner.domain.budget.budget import propose
from planner.domain.budget.selection import Asked as Wanted
from planner.domain.grammar.pasted import read_list
from planner.domain.group import Fit, Group, Role, Standing
from planner.domain.kinds import Split
from planner.domain.objective import Aim, Counts, Goal, Objective, Served
from planner.domain.plan import Plan
from planner.domain.weeks.progress import WeekProgress
from planner.tui.actions.draw_objective_progress import corner, objective_rows
from planner.tui.actions.draw_pasted import pasted
from planner.tui.actions.draw_selection import selection
from planner.tui.begin.draw_look import FIT, OBJECTIVES, ROLE, UPKEEP, Asked, look
from planner.tui.begin.draw_objectives import objective_list
from planner.tui.begin.draw_steps import overview, stage_at
from planner.tui.widgets.draw_marks import ASCII, FULL
from planner.tui.widgets.draw_row import Row

SEEN = Objective("seen", "Be seen", Aim.VISIBILITY, 1, measure=(Goal(Counts.CONTRIBUTIONS, 2),))
MEET = Objective(
    "meet", "Meet people", rank=2, measure=(Goal(Counts.MEETINGS, 2), Goal(Counts.MINUTES, 60)), until=date(2027, 6, 30)
)
LEARN = Objective("learn", "Learn", Aim.KNOWLEDGE, 3)
ALL = {each.id: each for each in (SEEN, MEET, LEARN)}

LYON = Group("lyon", "lyon", "Lyon UX", Standing.SELECTED, upkeep=60, fit=Fit(3, 2, 3, 2), objectives=("meet",), rank=1)
PMI = Group(
    "pmi", "pmi", "PMI France", Standing.CANDIDATE, roles=(Role.VISIBILITY,), upkeep=45, objectives=("seen",), rank=2
)
JOBS = Group("jobs", "jobs", "[b]Jobs[/b]", Standing.SELECTED, roles=(Role.WATCH,), upkeep=50, rank=3)


def text(rows: list[Row] | tuple[Row, ...]) -> list[str]:
    return [row.text.rstrip() for row in rows]


class TestOverview:
    FOUND = beginning(Book(ALL, {"lyon": LYON._replace(next_look=date(2027, 1, 1)), "pmi": PMI}, {}), None, 240, None)

    def test_each_step_says_how_far_it_has_come(self) -> None:
        rows = "\n".join(text(overview(self.FOUND, Stage.LOOK, 120, 20, FULL)))
        assert "  ✓  Objectives             3 objectives" in rows
        assert "› 3  A look at each         1 of 2 looked at" in rows
        assert "  4  Minutes                4h proposed" in rows
        assert "1 group selected, not planned yet" in rows

    def test_what_a_step_asks_for_is_beside_or_below(self) -> None:
        assert "Why you network" in text(overview(self.FOUND, Stage.LOOK, 120, 20, FULL))[3]
        assert "four keys" in " ".join(text(overview(self.FOUND, Stage.LOOK, 60, 14, FULL))[-2:])

    @pytest.mark.parametrize(("width", "height"), [(120, 30), (60, 14)])
    def test_a_click_finds_the_step_under_it(self, width: int, height: int) -> None:
        rows = text(overview(self.FOUND, Stage.LOOK, width, height, FULL))
        for stage, name in ((0, "Objectives"), (2, "A look"), (4, "Selection")):
            y = next(y for y, row in enumerate(rows) if row[5:].startswith(name))
            assert stage_at(y, self.FOUND, width, height) == stage
        assert stage_at(0, self.FOUND, width, height) is None

    def test_once_all_is_done_it_says_so(self) -> None:
        done = self.FOUND._replace(in_question=self.FOUND.in_question[:1], said=240, planned=240)
        assert "All is set up." in "\n".join(text(overview(done, 0, 80, 20, FULL)))


class TestObjectives:
    def test_wide_all_of_one_stands_in_a_row(self) -> None:
        rows = text([row for each in objective_list([SEEN, MEET], 1, 110, FULL) for row in each])
        assert rows[0] == "  1 Be seen       visibility, 2 contributions a week"
        assert rows[1] == "› 2 Meet people   relationships, 2 meetings and 1h a week, until 30 June 2027"

    def test_narrow_in_two(self) -> None:
        (rows,) = objective_list([SEEN], None, 60, FULL)
        assert text(rows) == ["  1 Be seen", "    visibility, 2 contributions a week"]

    @pytest.mark.parametrize("width", [56, 120])
    def test_what_is_longer_than_a_row_wraps(self, width: int) -> None:
        long = MEET._replace(title="Meet the people who decide in my trade, in Lyon and all around it " * 2)
        (rows,) = objective_list([long], 0, width, FULL)
        told = " ".join(" ".join(text(rows)).split())
        assert long.title.strip() in told and told.endswith("a week, until 30 June 2027") and "…" not in told

    def test_where_there_is_none_it_says_so(self) -> None:
        assert text(objective_list([], None, 60, FULL)[0]) == ["  None yet."]


class TestCorner:
    WEEK = (
        WeekProgress(SEEN, Served(contributions=2), (2,)),
        WeekProgress(MEET, Served(meetings=1, minutes=40), (1, 40)),
        WeekProgress(LEARN, Served(contributions=1, minutes=15)),
    )

    def test_each_measure_is_in_marks_ticked_when_met(self) -> None:
        assert corner(self.WEEK, 120, FULL).text.rstrip() == (
            "  Be seen  ▪ 2 of 2 ✓    Meet people  ◆ 1 of 2  40 of 1h    Learn  ▪ 1"
        )

    def test_without_marks_too(self) -> None:
        assert "# 2 of 2 ok" in corner(self.WEEK, 120, ASCII).text

    @pytest.mark.parametrize("width", [100, 120, 160])
    def test_long_titles_give_way_to_the_figures(self, width: int) -> None:
        long = [each._replace(objective=each.objective._replace(title="Be visible to all " * 5)) for each in self.WEEK]
        row = corner(long, width, FULL)
        assert row.cells == width
        assert all(figure in row.text for figure in ("▪ 2 of 2 ✓", "◆ 1 of 2  40 of 1h", "▪ 1"))

    def test_in_words_each_has_a_row(self) -> None:
        assert text(objective_rows(self.WEEK, 80, FULL))[1:] == [
            "  Be seen       2 of 2 contributions ✓",
            "  Meet people   1 of 2 meetings, 40 min of 1h",
            "  Learn         1 contribution and 15 min",
        ]

    def test_without_objectives_there_is_nothing_to_tell(self) -> None:
        assert objective_rows((), 80, FULL) == []


class TestPasted:
    LINES = read_list(
        "- Lyon UX\nPMI France pmi.example/fr\nnew [b]one[/b]\nnew [b]one[/b]\nftp://x.org",
        Book({}, {"lyon": LYON}, {}),
    )

    def test_new_ones_have_an_address_others_what_is_off(self) -> None:
        rows = text(pasted(self.LINES, 100, FULL))
        assert rows[0].startswith("  – Lyon UX") and rows[0].endswith("already there")
        assert rows[1].startswith("  + PMI France") and rows[1].endswith("https://pmi.example/fr")
        assert rows[2].startswith("  + new [b]one[/b]")
        assert rows[3].endswith("twice in the list")
        assert rows[4].startswith("  ! ftp://x.org")
        assert "only http:// and https://" in rows[4]

    def test_no_row_is_wider_than_the_screen(self) -> None:
        lines = read_list("x" * 300 + "\nمهندسو ليون " + "ل" * 80 + "\n☕" * 60, Book({}, {}, {}))
        assert all(row.cells == 60 for row in pasted(lines, 60, FULL))


class TestLook:
    def asked(self, question: int, **fields: object) -> Asked:
        seen = proposed_look(LYON, tuple(ALL.values()))
        return Asked(LYON, seen, question, tuple(ALL.values()), 7, 23, 6)._replace(**fields)  # type: ignore[arg-type]

    def test_what_enter_takes_stands_between_brackets(self) -> None:
        assert "[t ties] v visibility  w watch" in "\n".join(text(look(self.asked(ROLE), 80, 30, FULL)))
        assert "[1h]" in "\n".join(text(look(self.asked(UPKEEP), 80, 30, FULL)))
        assert "[2]" in "\n".join(text(look(self.asked(OBJECTIVES), 80, 30, FULL)))

    def test_a_fit_that_is_known_in_parts_is_not_made_one(self) -> None:
        rows = "\n".join(text(look(self.asked(FIT), 120, 30, FULL)))
        assert "[trade 3, sector 2, place 3, interest 2]" in rows

    def test_it_says_where_she_is(self) -> None:
        assert "7 of 23   6 looked at" in text(look(self.asked(ROLE), 80, 30, FULL))[0]

    def test_several_objectives_are_ticked(self) -> None:
        rows = text(look(self.asked(OBJECTIVES, several=("seen", "learn")), 80, 30, FULL))
        assert "    1 Be seen ✓" in rows
        assert "    2 Meet people" in rows
        assert any("[1, 3]" in row and "enter keeps them" in row for row in rows)

    @pytest.mark.parametrize("question", [ROLE, FIT, UPKEEP, OBJECTIVES])
    @pytest.mark.parametrize("height", [33, 17, 13, 8])
    def test_what_is_asked_is_seen_at_every_height(self, question: int, height: int) -> None:
        rows = text(look(self.asked(question), 50, height, FULL))
        assert len(rows) <= height
        assert any(row.startswith("›") for row in rows)
        assert any("Lyon UX" in row for row in rows)


class TestSelection:
    PROPOSAL = propose(90, (LYON, PMI, JOBS), ALL)

    def drawn(self, width: int) -> list[str]:
        facts, heading, rows, _ = selection(self.PROPOSAL, width, FULL, Wanted())
        return text([*facts, heading, *rows])

    def test_it_begins_with_what_cannot_be(self) -> None:
        assert self.drawn(120)[0] == "  Following all of your groups takes 2h35 a week; you have 1h30: 1.7 times over."

    def test_values_stand_beside_each_other(self) -> None:
        assert any("of 3 groups fits, worth" in row and "selected today are worth" in row for row in self.drawn(120))

    def test_objectives_that_nothing_serves_are_named(self) -> None:
        assert any("None of them serves" in row and "“Learn”" in row for row in self.drawn(120))

    def test_a_selected_one_left_out_is_to_be_parked(self) -> None:
        assert any(row.endswith("to park") for row in self.drawn(120))

    @pytest.mark.parametrize("width", [50, 60, 80, 120])
    def test_minutes_and_upkeep_are_always_there(self, width: int) -> None:
        rows = self.drawn(width)
        chosen = next(row for row in rows if row.startswith("  +") or row.startswith("  ✓"))
        total = sum(self.PROPOSAL.plan.lines[self.PROPOSAL.selection.proposed[0].id])
        assert str(total) in chosen or "h" in chosen
        assert all(len(row) <= width for row in rows)

    def test_markup_is_text(self) -> None:
        assert any("[b]Jobs[/b]" in row for row in self.drawn(80))

    def test_an_empty_selection_says_nothing_fits(self) -> None:
        proposal = propose(5, (LYON,), ALL)
        assert proposal.plan == Plan({})
        assert any("No group fits into 5 min" in row for row in text(selection(proposal, 80, FULL, Wanted()).facts))
        assert Split() not in proposal.plan.lines.values()

    def test_the_value_of_an_unmarked_one_is_unknown(self) -> None:
        plain = Group("plain", "plain", "Plain", upkeep=30)
        drawn = selection(propose(240, (plain, LYON), ALL), 80, FULL, Wanted())
        rows = text(drawn.rows)
        assert re.search(r"Plain +– +30", "\n".join(rows)) and re.search(rf"{LYON.name} +\d+ ", "\n".join(rows))

    def test_with_none_selected_the_keys_are_named(self) -> None:
        told = "The arrows choose a group all the same, and space pins it."
        assert any(told in row for row in text(selection(propose(5, (LYON,), ALL), 80, FULL, Wanted()).facts))
        assert not any(told in row for row in self.drawn(80))
