"""A week whose file cannot be read has no figures: what was in it is not known, which is another thing than nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import PLANNED, Planner, all_done
from tests.samples import sample

UNREAD = "weeks/2026-W48.json cannot be read, so what is in it is not known: planner check --mend"
WITHOUT = "Without what week 2026-W48 held, whose file cannot be read: planner check --mend"
LATER = "2026-12-03T09:00:00+01:00"

Breaking = Callable[[Path], object]

BROKEN: dict[str, Breaking] = {
    "cut": lambda file: file.write_bytes(file.read_bytes()[:200]),
    "empty": lambda file: file.write_bytes(b""),
    "other": lambda file: file.write_text("[1, 2]"),
    "gone": lambda file: file.unlink(),
}


LOGGED = (
    ["objective", "add", "Be seen, 2 contributions"],
    ["log", "m 45 lyon-ux @Marie #be-seen"],
    ["log", "w 40 lyon-ux"],
)


@pytest.fixture(params=BROKEN)
def broken(planner: Planner, tmp_path: Path, request: pytest.FixtureRequest) -> Planner:
    """A planned week with something logged in each way, its file broken since."""
    sample("logged", tmp_path / "home", lambda: all_done(planner, *PLANNED, *LOGGED))
    BROKEN[request.param](tmp_path / "home/weeks/2026-W48.json")
    return planner


def words(text: str) -> str:
    return " ".join(text.split())


def test_no_figure_stands_for_it(broken: Planner) -> None:
    status = broken("status")
    assert (status.code, words(status.out)) == (1, "W48: not known, for weeks/2026-W48.json cannot be read")
    for command in (["week"], ["drift"], ["drift", "--at", "tue"], ["review"]):
        said = broken(*command)
        assert said.code == 1 and UNREAD in words(said.out), command
        assert "balanced" not in said.out and "0 of" not in said.out and "hands 0" not in said.out, command
    assert broken("status", "--format", "{week} {hands} {cap} {level}").out == "2026-W48 ? ? ?\n"


def test_in_json_null_is_what_is_not_known_and_the_file_is_named(broken: Planner) -> None:
    for command in ("status", "week"):
        document = broken(command, "--json").json
        assert document["unread"] == ["weeks/2026-W48.json"], command
        assert (document["planned"], document["logged"], document["review_due"]) == (None, None, None)
        assert set(document["drift"].values()) == {None}
    assert document["lines"] is None and document["objectives"] is None and document["entries"] == []
    assert broken("drift", "--json").json["level"] is None
    days = broken("drift", "--replay", "2026-W48", "--json").lines
    assert days and all(day["level"] is day["watching"] is day["hands"] is None for day in days)


def test_its_documents_have_the_names_that_those_of_any_week_have(broken: Planner) -> None:
    for command in (["status"], ["week"], ["review"], ["drift"]):
        unread, known = broken(*command, "--json").json, broken(*command, "--json", now=LATER).json
        assert unread.keys() == known.keys(), command
    days = [broken("drift", "--replay", week, "--json", now=LATER).lines[0] for week in ("2026-W48", "2026-W47")]
    assert days[0].keys() == days[1].keys()


def test_sums_over_several_weeks_name_it(broken: Planner) -> None:
    for command in (["audit"], ["objective", "list"], ["objective", "show", "be-seen"], ["ties"], ["entries"]):
        said = broken(*command)
        assert said.code == 1 and WITHOUT in words(said.out), command
    assert WITHOUT in words(broken("review", now=LATER).out)
    assert "this week not known" in words(broken("objective", "list").out)
    objective = broken("objective", "list", "--json").json[0]
    assert objective["week"] is None and objective["unread"] == ["weeks/2026-W48.json"]
    assert objective["life"]["weeks"] == 0
    audit = broken("audit", "--json").json
    assert audit["unread"] == ["weeks/2026-W48.json"]
    assert {group["proposed"] for group in audit["groups"]} == {None}  # of the only week there was nothing is known


def test_it_is_neither_planned_nor_reviewed_anew(broken: Planner) -> None:
    for command in (
        ["plan", "set", "lyon-ux", "c=30"],
        ["plan", "show"],
        ["plan", "follow"],
        ["audit", "take", "pmi", "keep"],
    ):
        said = broken(*command)
        assert said.code == 1 and UNREAD in words(said.err) and not said.out, command


def test_logging_goes_on_and_tells_what_was_logged_since(broken: Planner) -> None:
    said = broken("log", "c 20 lyon-ux after it")
    assert said.code == 0 and "W48: not known" in said.out and "of 60" not in said.out
    week = broken("week")
    assert "Logged since:" in week.out and "after it" in week.out
    assert broken("week", "--json").json["logged"] is None


def test_a_plan_carried_on_never_takes_the_place_of_the_one_it_had(planned: Planner, tmp_path: Path) -> None:
    planned("plan", "set", "lyon-ux", "c=90", now=LATER)
    planned("log", "c 5 lyon-ux", now="2026-12-04T09:00:00+01:00")  # a backup is made
    (tmp_path / "home/weeks/2026-W49.json").write_text("{")
    planned("log", "c 20 lyon-ux", now="2026-12-04T10:00:00+01:00")
    assert planned("check", "--mend", now="2026-12-04T10:05:00+01:00").code == 0
    plan = planned("plan", "show", "--json", now="2026-12-04T10:06:00+01:00").json
    assert plan["lines"]["lyon-ux"]["contribution"] == 90 and plan["carried"] is None


def test_nobody_is_said_not_to_have_been_met_over_it(planned: Planner, tmp_path: Path) -> None:
    planned("log", "m 45 lyon-ux 2 nov 10:00", now="2026-11-02T12:00:00+01:00")
    planned("log", "c 10 lyon-ux", now="2026-11-20T12:00:00+01:00")
    planned("log", "c 10 lyon-ux")

    def codes() -> set[str]:
        return {signal["code"] for signal in planned("drift", "--json").json["signals"]}

    assert "no-meeting" in codes()
    (tmp_path / "home/weeks/2026-W47.json").write_text("{")
    planned("entries", "--since", "2026-11-16")
    assert "no-meeting" not in codes()


def test_all_of_it_is_said_in_french(broken: Planner) -> None:
    said = broken("week", PLANNER_LANG="fr")
    assert "S48 : non connue, car weeks/2026-W48.json est illisible" in words(said.out)
    assert "cannot" not in said.out
    assert "Sans ce que contenait la semaine 2026-W48" in words(broken("audit", PLANNER_LANG="fr").out)


@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_wider_than_the_page(broken: Planner, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for command in (["status"], ["week"], ["review"], ["drift"], ["audit"], ["ties"], ["objective", "list"]):
        said = broken(*command)
        assert max(map(len, said.out.splitlines())) <= width, command


def test_nobody_goes_while_it_is_not_known_what_it_names(broken: Planner) -> None:
    broken("group", "add", "Quiet", now=LATER)
    broken("group", "add", "Still", now=LATER)
    broken("person", "add", "Paul Roy", now=LATER)
    broken("person", "add", "P. Roy", now=LATER)
    for words_ in (
        ["group", "remove", "quiet"],
        ["group", "merge", "still", "quiet"],
        ["person", "remove", "paul-roy"],
        ["person", "merge", "paul-roy", "p-roy"],
    ):
        said = broken(*words_, now=LATER)
        assert said.code == 1 and "what is in it is not known" in said.err, words_
    assert {"quiet", "still"} <= {group["slug"] for group in broken("group", "list", "--json", now=LATER).json}


def test_rows_of_it_alone_are_not_known(broken: Planner) -> None:
    assert broken("entries", "--json").json is None
    broken("log", "c 5 lyon-ux", now=LATER)
    rows = broken("entries", "--since", "2026-11-01", "--json", now=LATER).json
    assert [row["minutes"] for row in rows] == [5]
