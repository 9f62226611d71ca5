"""The long view on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Planner


@pytest.fixture
def lived(planned: Planner) -> Planner:
    for day in ("2026-10-06", "2026-11-12", "2026-11-24"):
        planned("log", f"m 45 lyon-ux in person @Marie {day} 12:00")
        planned("log", f"w 50 pmi {day} 8:00")
    return planned


def test_twelve_weeks_are_a_row_each_under_what_they_come_to(lived: Planner) -> None:
    said = lived("trends")
    assert said.code == 0 and said.out.startswith("Trends, 12 weeks\n\n  A mean week of 7: hands 13 min, eyes 14 min.")
    time, people = said.out[said.out.index("BY WEEK") :].split("\n\n")
    assert time.splitlines()[2].split() == ["41,", "5", "Oct", "0", "45", "50", "–", "no"]
    assert "50 ≤ 1h" in time.splitlines()[-1] and len(time.splitlines()) == 10
    assert people.splitlines()[2].split() == ["41,", "5", "Oct", "1", "1", "0", "0", "0"]
    assert max(map(len, (*time.splitlines(), *people.splitlines()))) <= 80


def test_more_than_a_year_is_a_row_a_month(lived: Planner) -> None:
    lived("log", "c 25 lyon-ux 2025-06-03")
    said = lived("trends", "--weeks", "all", COLUMNS="120").out
    assert "BY MONTH" in said and "2025-06" in said and "BY WEEK" not in said


def test_one_group_or_one_objective_is_looked_at_alone(lived: Planner) -> None:
    lived("objective", "add", "Meet people", "--meetings", "1")
    lived("log", "m 30 lyon-ux @Paul #meet-people")
    assert lived("trends", "--group", "pmi").out.startswith("Trends of PMI France, 12 weeks")
    assert lived("trends", "--group", "pmi", "--json").json["group"] == "pmi-france"
    said = lived("trends", "--objective", "meet", "--weeks", "1").out
    assert said.startswith("Trends of Meet people, 1 week\n") and said.split("\n\n")[-2].endswith("reached")


def test_it_is_written_as_markdown(lived: Planner) -> None:
    said = lived("trends", "--weeks", "2", "--markdown").out
    assert said.startswith("# Trends, 2 weeks\n\n") and "| 48, 23 Nov | 0 | 45 | 50 ≤ 1h |" in said
    assert "| 48, 23 Nov | 1 | 1 | 0 | 0 | 0 |" in said


@pytest.mark.parametrize("command", ["trends", "review"])
def test_one_document_is_asked_for_at_a_time(lived: Planner, command: str) -> None:
    said = lived(command, "--json", "--markdown")
    assert (said.code, said.out) == (2, "") and "--markdown: not allowed with argument --json" in said.err


def test_a_quarter_is_read_as_text_markdown_and_json(lived: Planner) -> None:
    assert lived("trends", "--quarter").out.startswith("Quarter 4 of 2026, 28 September 2026 to 3 January 2027\n")
    assert lived("trends", "--quarter", "2026-Q4", "--markdown").out.startswith("# Quarter 4 of 2026")
    assert lived("trends", "--quarter", "this", "--json").json["quarter"] == "2026-Q4"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--weeks", "0"), "“0” is no number of weeks"),
        (("--weeks", "many"), "“many” is no number of weeks: write 12, 26, 52 or all"),
        (("--group", "nope"), "no group “nope”"),
        (("--group", "lyon", "--objective", "x"), "not both"),
        (("--quarter", "soon"), "“soon” is no quarter"),
        (("--quarter", "2027-Q1"), "still to come"),
        (("--quarter", "this", "--group", "lyon"), "“--quarter” looks at all there is"),
    ],
)
def test_what_cannot_be_looked_at_is_refused(lived: Planner, words: tuple[str, ...], said: str) -> None:
    refused = lived("trends", *words)
    assert (refused.code, refused.out) == (2, "") and said in refused.err


def test_a_week_that_cannot_be_read_is_a_gap_and_is_said(lived: Planner, tmp_path: Path) -> None:
    (tmp_path / "home/weeks/2026-W46.json").write_text("{")
    said = lived("trends", "--weeks", "3")
    assert said.code == 1 and "Without what week 2026-W46 held" in said.out
    rows = [row for row in said.out.splitlines() if "46, 9 Nov" in row]
    assert [row.split()[3:] for row in rows] == [["?"] * 5, ["?"] * 5]


def test_in_french_it_is_said_in_french(lived: Planner) -> None:
    said = lived("trends", "--weeks", "tout", PLANNER_LANG="fr").out
    assert said.startswith("Tendances, toutes les semaines\n") and "SEMAINE PAR SEMAINE" in said
