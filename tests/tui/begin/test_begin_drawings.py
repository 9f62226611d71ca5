"""The steps of beginning, the corner of objectives and the pasted list as text."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.audit.beginning import Stage, beginning
from planner.domain.audit.look import proposed_look
from planner.domain.audit.setting_out import SettingOut
from planner.domain.book import Book
from planner.domain.budget.budget import propose
from planner.domain.budget.selection import Asked as Wanted
from planner.domain.grammar.pasted import read_list
from planner.domain.group import Fit, Group, Role, Standing
from planner.domain.objective import Aim, Counts, Goal, Objective, Served
from planner.domain.weeks.progress import WeekProgress
from planner.tui.actions.draw_mirror import mirror
from planner.tui.actions.draw_objective_progress import corner, objective_rows
from planner.tui.actions.draw_pasted import pasted
from planner.tui.begin.draw_look import FIT, OBJECTIVES, ROLE, UPKEEP, Asked, look
from planner.tui.begin.draw_objectives import objective_list
from planner.tui.begin.draw_steps import overview, stage_at
from planner.tui.widgets.draw_marks import ASCII, FULL, Marks
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
        assert "  ✓  Groups            2 groups" in rows
        assert "  2  What fits         4h proposed" in rows
        assert "  ✓  Objectives        3 objectives" in rows
        assert "› ✓  A closer look     1 of 1 looked at" in rows
        assert "  5  Plan              not planned yet" in rows
        said = overview(self.FOUND._replace(said=300), Stage.LOOK, 120, 20, FULL)
        assert "  ✓  What fits         1 group in 5h" in "\n".join(text(said))

    def test_what_a_step_asks_for_is_beside_or_below(self) -> None:
        assert "paste your list" in text(overview(self.FOUND, Stage.LOOK, 120, 20, FULL))[3]
        assert "others can wait" in " ".join(text(overview(self.FOUND, Stage.LOOK, 60, 14, FULL))[-2:])

    @pytest.mark.parametrize(("width", "height"), [(120, 30), (60, 14)])
    def test_a_click_finds_the_step_under_it(self, width: int, height: int) -> None:
        rows = text(overview(self.FOUND, Stage.LOOK, width, height, FULL))
        for stage, name in ((0, "Groups"), (2, "Objectives"), (4, "Plan")):
            y = next(y for y, row in enumerate(rows) if row[5:].startswith(name))
            assert stage_at(y, self.FOUND, width, height) == stage
        assert stage_at(0, self.FOUND, width, height) is None

    def test_once_all_is_done_it_offers_it_again(self) -> None:
        done = self.FOUND._replace(said=240, planned=240)
        assert "All is set up." in "\n".join(text(overview(done, 0, 80, 20, FULL)))
        out = SettingOut((SEEN,), (SEEN,), 100, 40)
        later = " ".join("\n".join(text(overview(done._replace(set_out=out), 0, 80, 20, FULL))).split())
        assert "Enter goes through it again. 40 % served what you set out for, of 1h40 in thirteen weeks." in later


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
            "  Be seen  ■ 2 of 2 ✓    Meet people  ◆ 1 of 2  40 of 60    Learn  ■ 1"
        )

    def test_without_marks_too(self) -> None:
        assert "# 2 of 2 ok" in corner(self.WEEK, 120, ASCII).text

    @pytest.mark.parametrize("width", [100, 120, 160])
    def test_long_titles_give_way_to_the_figures(self, width: int) -> None:
        long = [each._replace(objective=each.objective._replace(title="Be visible to all " * 5)) for each in self.WEEK]
        row = corner(long, width, FULL)
        assert row.cells == width
        assert all(figure in row.text for figure in ("■ 2 of 2 ✓", "◆ 1 of 2  40 of 60", "■ 1"))

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
    def drawn(self, question: int, width: int = 80, height: int = 30, at: int = 0) -> list[str]:
        groups = (LYON, PMI, JOBS)
        looks = {group.id: proposed_look(group, tuple(ALL.values())) for group in groups}
        return text(look(Asked(groups, looks, tuple(ALL.values()), at, question), width, height, FULL).rows)

    def test_each_group_is_a_row_with_all_its_answers(self) -> None:
        rows = self.drawn(ROLE)
        assert next(row for row in rows if "Lyon UX" in row).split() == [
            "›",
            "Lyon",
            "UX",
            "[ties]",
            "1h",
            *"3232",
            "2",
        ]
        assert next(row for row in rows if "PMI" in row).split() == ["PMI", "France", "visibility", "45", "2", "1"]

    def test_what_is_asked_has_its_keys_below(self) -> None:
        assert self.drawn(ROLE)[-2:] == ["  Lyon UX  What is it for?", " [t ties] v visibility  w watch"]
        assert "[1h]" in "\n".join(self.drawn(UPKEEP)) and "[4 1h]" in self.drawn(UPKEEP)[-1]
        assert "[2 well]" in "\n".join(self.drawn(FIT, at=1))
        assert "  2 Meet people ✓" in self.drawn(OBJECTIVES) and "[2]" in "\n".join(self.drawn(OBJECTIVES))

    def test_a_fit_that_is_known_in_parts_is_not_made_one(self) -> None:
        assert "[3 2 3 2]" in "\n".join(self.drawn(FIT))

    @pytest.mark.parametrize("question", [ROLE, FIT, UPKEEP, OBJECTIVES])
    @pytest.mark.parametrize("height", [33, 17, 13, 8])
    def test_what_is_asked_is_seen_at_every_height(self, question: int, height: int) -> None:
        rows = self.drawn(question, 50, height, at=2)
        assert len(rows) <= height
        assert any(row.startswith("›") and "[b]Jobs[/b]" in row for row in rows)
        assert any(row.startswith("  [b]Jobs[/b]  ") for row in rows)


class TestMirror:
    PROPOSAL = propose(90, (LYON, PMI, JOBS), ALL)

    def drawn(self, width: int, height: int = 20, chosen: str = "", **asked: list[str]) -> list[str]:
        return text(mirror(self.PROPOSAL, width, height, FULL, Wanted(**asked), chosen, 0).rows)

    def test_it_begins_with_what_cannot_be(self) -> None:
        assert self.drawn(120)[0] == "  3 groups: 2h35 a week. You have [1h30]. One fits."
        assert self.drawn(120)[1].endswith("1.7 times over")

    def test_what_fits_is_tight_and_the_rest_is_frayed(self) -> None:
        rows = self.drawn(80)
        kept = self.PROPOSAL.selection.proposed[0].name
        tight, loose = (next(row for row in rows if name in row) for name in (kept, "[b]Jobs[/b]"))
        assert "■" * 10 in tight and "◆" not in loose and "■" not in loose
        assert "┄┄ ┄  ┄   ┄" in loose and "to park" in loose

    @pytest.mark.parametrize("marks", [FULL, ASCII])
    def test_both_are_told_apart_without_colour(self, marks: Marks) -> None:
        rows = text(mirror(self.PROPOSAL, 80, 20, marks, Wanted(), "", 0).rows)
        kept = self.PROPOSAL.selection.proposed[0].name
        tight, loose = (next(row for row in rows if name in row) for name in (kept, "[b]Jobs[/b]"))
        assert marks.contribution * 10 in tight and marks.contribution not in loose and marks.watching in loose

    @pytest.mark.parametrize("width", [50, 60, 80, 120])
    @pytest.mark.parametrize("height", [7, 12, 30])
    def test_it_fills_the_room_there_is(self, width: int, height: int) -> None:
        many = [Group(f"g{n}", f"g{n}", f"Group {n} of ☕", Standing.CANDIDATE, rank=n) for n in range(60)]
        seen = mirror(propose(240, many, {}), width, height, FULL, Wanted(), "g50", 0)
        assert len(seen.rows) == height
        assert all(row.cells == width for row in seen.rows)
        assert any("›" in row.text for row in seen.rows), "the chosen one is in sight"

    def test_the_chosen_one_is_told_of_in_words(self) -> None:
        assert self.drawn(80, chosen="jobs")[-2].startswith("  [b]Jobs[/b]: its upkeep does not fit")
        kept = self.PROPOSAL.selection.proposed[0]
        assert self.drawn(80, chosen=kept.id)[-2].startswith(f"  {kept.name}: ■")

    def test_what_nothing_serves_is_named(self) -> None:
        assert any("None of them serves" in row and "“Learn”" in row for row in self.drawn(120))

    def test_where_nothing_fits_the_keys_are_named(self) -> None:
        rows = text(mirror(propose(5, (LYON,), ALL), 80, 20, FULL, Wanted(), "", 0).rows)
        assert any("No group fits into 5 min" in row for row in rows)
        assert any("The arrows choose a group all the same, and space pins it." in row for row in rows)

    def test_a_usual_upkeep_is_about_so_much(self) -> None:
        plain = Group("plain", "plain", "Plain", Standing.CANDIDATE)
        rows = text(mirror(propose(240, (plain,), {}), 120, 20, FULL, Wanted(), "", 0).rows)
        assert next(row for row in rows if "Plain" in row).split()[-3:-1] == ["about", "45"]
        assert not any("VALUE" in row for row in rows) and any("VALUE" in row for row in self.drawn(120))
