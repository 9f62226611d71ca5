"""Words of a call that do not go together are refused with what to write instead, and nothing is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Planner


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("plan show lyon", "does not go with"),
        ("plan suggest 240 60", "how many minutes"),
        ("plan follow lyon", "takes no other word"),
        ("plan copy last next", "Name one week"),
        ("group frobnicate", "is nothing to do with a group"),
        ("group list lyon", "does not go with"),
        ("group edit lyon-ux", "Say what to change"),
        ("group paste lyon", "reads standard input"),
        ("company frobnicate", "is nothing to do with a company"),
        ("company show", "Name the company"),
        ("company alike acme", "does not go with"),
        ("company join acme", "Name two companies"),
        ("import nowhere", "nowhere"),
        ("import toggl pyproject.toml --doubles neither", "should be same or both"),
        ("imports frobnicate", "it does undo"),
        ("imports undo first", "Say which import"),
        ("merge --git one.json", "three files"),
        ("conflicts drop 3f2a", "nothing that conflicts do"),
        ("conflicts keep 3f2a", "what to keep of it"),
        ("person met", "Say at which entry"),
        ("person list --by shoe", "nothing to sort by"),
        ("group edit lyon-ux --fit size=2", "is no fit"),
        ("group edit lyon-ux --usual x=2", "is no budget"),
        ("plan short", "how many of your days this week has: planner plan short 3"),
        ("plan short many", "no number of days"),
        ("plan short 33", "no number of days"),
        ("ties --now --by name", "stands alone"),
        ("entries --kind shoe", "is no kind"),
        ("entries --form shoe", "no form to look for"),
        ("objective add", "objective"),
        ("echo k3f9", "Say what came back"),
        ("week w99", "is no week"),
        ("week 2026-W60", "no week 60"),
    ],
)
def test_they_are_refused_with_what_to_write(planned: Planner, words: str, said: str) -> None:
    answer = planned(*words.split())
    assert answer.code == 2 and said in answer.err and not answer.out


@pytest.mark.parametrize("words", ["week 48", "semaine 48", "this week", "mon"])
def test_a_week_is_named_in_many_ways(planned: Planner, words: str) -> None:
    assert planned("week", words, "--json").json["week"] == "2026-W48"


def test_companies_say_that_there_are_none(planned: Planner) -> None:
    assert "No company yet" in planned("company").out
    assert "No company is found" in planned("company", "list", "zzz").out
    assert "spelled in two ways" in planned("company", "alike").out


def test_the_log_is_given_out_as_markdown_with_plan_and_people(planned: Planner, tmp_path: Path) -> None:
    assert planned("export", "markdown", str(tmp_path / "planned.md")).code == 0
    planned("plan", "suggest", "240", "--apply")
    planned("log", "m", "45", "lyon-ux", "@Marie", "coffee")
    planned("log", "c", "20", "pmi", "--", "last", "friday")
    planned("start", "c", "lyon-ux", "yesterday", "8:00")
    planned("stop")
    path = tmp_path / "log.md"
    assert planned("export", "markdown", str(path)).code == 0
    text = path.read_text(encoding="utf-8")
    assert "Marie" in text and "Lyon UX" in text
    assert planned("export", "markdown", "--weeks", "2026-W40..2026-W41").code == 0


def test_a_brief_asks_what_is_not_known_and_what_was_promised(planned: Planner) -> None:
    planned("person", "add", "Ada Roy", "--company", "Acme", "--position", "buyer")
    planned("person", "edit", "ada", "--company", "Hexagon")
    planned("group", "add", "Acme", "--nature", "company page", "--standing", "candidate")
    planned("log", "m", "45", "lyon-ux", "@ada", "coffee")
    planned("next", "ada", "they owe me the list fri")
    told = planned("brief", "@ada").out
    assert "Hexagon" in told and "the list" in told
    planned("log", "m", "30", "lyon-ux", "@Bo")
    assert "what they do" in planned("brief", "@bo").out
