"""The cloth at every width: whole at 120, folded at 80, one day at 60, and never wider than it may be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.domain.entry import Entry
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.plan import Plan
from planner.tui.actions.draw_balance import balance, bars
from planner.tui.actions.draw_cloth import Spot, cloth, detail
from planner.tui.actions.draw_plan_matrix import At, matrix
from planner.tui.week.draw_day_list import lists
from planner.tui.widgets.draw_marks import ASCII, FULL
from planner.tui.widgets.draw_masthead import masthead
from tests.screens import sample

THURSDAY = Spot(0, 3)
NAMES = st.text(alphabet=st.sampled_from("aé 日👩\u200d[]שלום"), min_size=1, max_size=300)


def named(name: str, lines: int = 1) -> list[Group]:
    return [Group(f"g{n}", f"g{n}", name, rank=n + 1) for n in range(lines)]


@settings(max_examples=40, deadline=None)
@given(NAMES, st.integers(50, 200), st.sampled_from([FULL, ASCII]))
def test_no_row_is_wider_than_the_terminal(name: str, width: int, marks: object) -> None:
    assert marks in (FULL, ASCII)
    shown = FULL if marks is FULL else ASCII
    lines = tuple(sample.line(group, "0 of 1h") for group in named(name, 3))
    report = sample.report(lines=lines)
    drawn = cloth(report, width, THURSDAY, shown)
    plan = matrix(Plan({}), named(name, 3), width, At(), shown)
    rows = [
        masthead(report, width, name, shown),
        *balance(report, width, 5, shown, report.drift.signals[0]),
        drawn.heading, *drawn.rows, drawn.foot, detail(lines[0], drawn.columns, width, shown),
        *lists(report, width, 6, {"lyon-ux": name}, shown),
        plan.heading, *plan.rows, plan.foot, plan.summary,
    ]  # fmt: skip
    assert [cell_len(row.text) for row in rows] == [width] * len(rows)


def test_at_120_the_budget_stands_beside_the_days_by_kind() -> None:
    drawn = cloth(sample.report(), 120, THURSDAY, FULL)
    assert "Mon 23" in drawn.heading.text and "■ CONTRIBUTE" in drawn.heading.text
    lyon, pmi, _ = (row.text for row in drawn.rows)
    assert "55 of 60" in lyon and "1h of 1h" in lyon and "10 ≤ 15" in lyon
    assert "1h23 > 20" in pmi


@pytest.mark.parametrize("width", [120, 80, 60])
def test_what_is_left_is_said_as_people_say_minutes_at_every_width(width: int) -> None:
    line = sample.line(sample.ALUMNI, "", (), Plan({sample.ALUMNI.id: Split(45, 30, 0)}))
    drawn = cloth(sample.report(lines=(line,)), width, THURSDAY, FULL).rows[0].text
    assert drawn.split()[-1] == "1h15", drawn


def test_at_80_the_days_stay_and_the_budget_folds_to_what_is_left() -> None:
    drawn = cloth(sample.report(), 80, THURSDAY, FULL)
    assert "Sun 29   " in drawn.heading.text and "LEFT" in drawn.heading.text
    assert "CONTRIBUTE" not in drawn.heading.text
    assert drawn.rows[1].text.rstrip().endswith("1h03 over")


def test_what_is_to_come_stands_on_the_days_on_which_she_works() -> None:
    line = sample.line(sample.ALUMNI, "", (), Plan({sample.ALUMNI.id: Split(45, 30, 0)}))
    report = sample.report(lines=(line,))
    marks = [
        cloth(each, 120, THURSDAY, FULL).rows[0].text.count(FULL.open)
        for each in (
            report,
            report._replace(work_days=range(5)),
        )
    ]
    assert marks == [4, 2]


def test_what_is_folded_away_is_told_of_the_chosen_group() -> None:
    report = sample.report()
    drawn = cloth(report, 80, THURSDAY, FULL)
    assert "■ 55 of 60   ◆ 1h of 1h   ┄ 10 ≤ 15" in detail(report.lines[0], drawn.columns, 80, FULL).text


def test_at_60_the_chosen_day_is_left_with_the_budget() -> None:
    drawn = cloth(sample.report(), 60, THURSDAY, FULL)
    assert "Thu 26" in drawn.heading.text and "Mon 23" not in drawn.heading.text
    assert "1h55 of 2h" in drawn.rows[0].text


@pytest.mark.parametrize("width", [60, 80, 120, 140])
def test_nothing_moves_across_whatever_is_logged(width: int) -> None:
    logs = [(kind, minutes, group) for kind in Kind for minutes in (5, 75, 600) for group in (sample.LYON, sample.PMI)]
    places, starts = set(), set()
    for order in (logs, logs[::-1], logs[1::2] + logs[::2]):
        done = tuple[Entry, ...]()
        for number, (kind, minutes, group) in enumerate(order):
            done += (sample.entry(f"x{number}", 23 + number % 4, 9, 0, minutes, kind, group),)
            lines = tuple(sample.line(each, "", done) for each in (sample.LYON, sample.PMI, sample.ALUMNI))
            report = sample.report(lines=lines, logged=sample.split(done[: number + 1]))
            drawn = cloth(report, width, THURSDAY, FULL)
            places.add((drawn.columns, drawn.heading.text))
            gauge = bars(report, width, FULL)
            starts.add(min(at for sign in "━═─" if (at := gauge[0].text.find(sign)) > 0))
    assert len(places) == len(starts) == 1


def test_a_minute_of_the_hands_is_as_long_as_one_of_the_eyes() -> None:
    report = sample.report(logged=Split(20, 0, 20))
    hands, eyes = (row.text for row in bars(report, 80, FULL))
    assert hands.count("━") == eyes.count("╍")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_chosen_row_and_cell_are_told_apart_without_colour(width: int) -> None:
    first, second, third = (row.text for row in cloth(sample.report(), width, Spot(1, 3), FULL).rows)
    assert second.startswith("› 2 PMI France") and "[▸" in second
    assert not any(sign in other for sign in "›[]" for other in (first, third))


def test_a_group_without_a_plan_has_no_cap_to_pass() -> None:
    line = sample.line(sample.PMI, "", plan=None)
    drawn = cloth(sample.report(lines=(line,), plan=None, planned=Split()), 120, THURSDAY, FULL)
    assert ">" not in drawn.rows[0].text


def test_each_days_total_stands_under_it() -> None:
    drawn = cloth(sample.report(), 120, THURSDAY, FULL)
    for day, total in (("Mon 23", "50"), ("Tue 24", "1h15"), ("Wed 25", "1h"), ("Thu 26", "38")):
        at = drawn.heading.text.index(day)
        assert drawn.foot.text[at : at + 6].strip() == total


def test_a_column_is_found_again_under_the_mouse() -> None:
    drawn = cloth(sample.report(), 120, THURSDAY, FULL)
    assert drawn.day_at(drawn.heading.text.index("Wed 25")) == 2
    assert drawn.day_at(2) is None and drawn.day_at(119) is None


def test_a_column_of_the_matrix_ends_in_one_line() -> None:
    groups = named("Lyon UX", 2)
    drawn = matrix(Plan({groups[0].id: Split(45, 30, 15)}), groups, 80, At(-1, -1), FULL)
    ends = {len(row.text[: row.text.index("45") + 2]) for row in (drawn.rows[0], drawn.foot)}
    assert ends == {drawn.heading.text.index("CONTRIBUTE") + len("CONTRIBUTE")}


def test_the_matrix_shows_what_rows_columns_and_the_week_come_to() -> None:
    groups = [sample.LYON, sample.PMI]
    drawn = matrix(Plan({"lyon-ux": Split(60, 30, 15), "pmi-france": Split(45, 0, 20)}), groups, 120, At(1, 2), FULL)
    assert drawn.rows[0].text.split()[-2:] == ["1h45", "■■■■◆◆┄"]
    assert "[≤ 20]" in drawn.rows[1].text
    assert drawn.foot.text.split() == ["week", "1h45", "30", "35", "2h50"]
    assert drawn.foot.text[: drawn.totals_start].split() == ["week"]
    assert "EYES cap 35, 21 % of the week" in drawn.summary.text


def test_the_budgets_headings_are_the_legend_of_the_marks() -> None:
    heading = cloth(sample.report(), 120, THURSDAY, FULL).heading.text
    assert all(f"{FULL.of(kind)} " in heading for kind in Kind)
