"""Objectives, groups in full, the audit and selecting, from the command line."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.domain.deed import Deed, Did
from planner.store.home import Home
from tests.cli.conftest import Planner


def test_objectives_from_setting_one_to_dropping_it(planned: Planner) -> None:
    added = planned("objective", "add", "Be seen", "--aim", "visibility", "--contributions", "2", "--json").json
    assert (added["id"], added["rank"], added["measure"]["contributions"]) == ("be-seen", 1, 2)
    planned("group", "edit", "lyon-ux", "--objectives", "be-seen")
    planned("log", "c", "25", "lyon-ux")
    (listed,) = planned("objective", "list", "--json").json
    week = listed["week"]
    assert (week["meetings"], week["contributions"], week["minutes"], week["reached"]) == (0, 1, 25, False)
    assert week["goals"] == [{"counts": "contributions", "count": 2, "circle": None, "place": "", "done": 1}]
    assert "1 of 2 contributions" in planned("objective").out
    assert "Lyon UX" in planned("objective", "show", "be").out
    assert planned("objective", "drop", "be", "--reason", "found it", "--json").json["standing"] == "dropped"
    assert planned("undo").code == 0
    assert planned("objective", "reach", "be", "--json").json["standing"] == "reached"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("objective add", 2),
        ("objective add X --aim fame", 2),
        ("objective add X --meetings many", 2),
        ("objective add X --until 2026-02-30", 2),
        ("objective drop X", 2),
        ("objective fly", 2),
        ("audit --weeks 0", 2),
        ("audit --sort height", 2),
        ("audit --filter height>3", 2),
        ("audit lyon-ux", 2),
        ("audit take nowhere", 2),
        ("audit take lyon-ux burn", 2),
        ("select soon", 2),
        ("select 3", 2),
        ("group merge lyon-ux", 2),
        ("group merge lyon-ux lyon-ux", 2),
        ("group edit lyon-ux --address ftp://x", 2),
        ("group edit lyon-ux --since tomorrow-ish", 2),
        ("group edit pmi --name lyon_ux --slug lyon-ux", 2),
    ],
)
def test_words_that_are_off_get_one_line(planned: Planner, words: str, code: int) -> None:
    said = planned(*words.split())
    assert said.code == code and said.out == ""
    assert said.err.startswith("planner: ") and len(said.err.splitlines()) == 1


def test_all_fields_of_a_group_are_said_and_shown(planned: Planner) -> None:
    where = ["--platform", "Slack", "--address", "lyon-ux.org", "--place", "Lyon", "--since", "2025-03-01"]
    options = [*where, "--upkeep", "60", "--joy", "2"]
    said = planned("group", "edit", "lyon-ux", *options, "--why", "to be seen", "--done", "two talks", "--json").json
    assert (said["address"], said["since"], said["why"]) == ("https://lyon-ux.org", "2025-03-01", "to be seen")
    shown = planned("group", "show", "lyon-ux").out
    assert all(part in shown for part in ("Slack", "https://lyon-ux.org", "two talks", "1 March 2025"))


def test_a_list_comes_in_by_standard_input(planned: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("- Club\nLyon UX\njavascript:alert(1)\n"))
    said = planned("group", "paste", "--json").json
    assert [(group["slug"], group["standing"]) for group in said] == [("club", "candidate")]


def test_the_audit_counts_and_its_verdicts_are_taken(planned: Planner) -> None:
    planned("log", "c 25 lyon-ux")
    planned("log", "m 30 lyon-ux @marie")
    planned("log", "w 50 pmi")
    audit = planned("audit", "--json").json
    lyon = audit["groups"][0]
    assert audit["reality"] == {
        "needed": 90,
        "available": 255,
        "times": 0.4,
        "groups": 2,
        "unknown": 2,
        "said": False,
    }
    assert (lyon["group"], lyon["minutes"]["total"], lyon["people"], lyon["minutes_a_person"]) == ("lyon-ux", 55, 1, 55)
    assert "26 Nov" in planned("audit").out and "2026-11-26" not in planned("audit").out
    assert [row["group"] for row in planned("audit", "--filter", "read>30", "--json").json["groups"]] == ["pmi-france"]
    assert next(row["group"] for row in planned("audit", "--sort", "read", "--json").json["groups"]) == "pmi-france"
    assert "No group is so." in planned("audit", "--filter", "people>9").out
    assert planned("audit", "take", "pmi", "park", "--json").json["standing"] == "parked"
    assert planned("audit", "--json").json["groups"][1]["verdict"] == "park"
    assert planned("group", "leave", "pmi", "--reason", "only adverts", "--json").json["reason"] == "only adverts"


def test_an_objective_says_how_an_entry_counts_for_it(planned: Planner) -> None:
    planned("objective", "add", "Be seen", "--contributions", "2")
    planned("log", "c 25 lyon-ux")
    shown = " ".join(planned("objective", "show", "be").out.split())
    assert "0 of 2 contributions" in shown
    told = "what is logged with #be-seen, or in a group that serves it: planner group edit GROUP --objectives be-seen"
    assert told in shown
    planned("group", "edit", "lyon-ux", "--objectives", "be-seen")
    assert "1 of 2 contributions" in planned("objective", "show", "be").out, (
        "what it has logged this week serves it, too"
    )
    planned("log", "c 25 lyon-ux")
    assert "2 of 2 contributions" in planned("objective", "show", "be").out


def test_selecting_proposes_and_applies(planned: Planner) -> None:
    planned("group", "edit", "lyon-ux", "--upkeep", "60", "--worth", "2")
    planned("group", "edit", "pmi", "--upkeep", "60")
    proposed = planned("select", "1h", "--json").json
    assert (proposed["proposed"], proposed["leaving"], proposed["applied"]) == (["lyon-ux"], ["pmi-france"], False)
    assert planned("select", "60", "--apply", "--json").json["applied"] is True
    assert planned("group", "show", "pmi", "--json").json["standing"] == "parked"


def test_a_merge_moves_what_was_logged(planned: Planner) -> None:
    planned("log", "c 25 pmi")
    assert planned("group", "merge", "lyon-ux", "pmi", "--json").json["slug"] == "lyon-ux"
    assert [entry["group"] for entry in planned("entries", "--json").json] == ["lyon-ux"]


def test_a_feed_is_written_for_feed_readers(planned: Planner, tmp_path: Path) -> None:
    planned("group", "edit", "pmi", "--address", "pmi.org")
    assert planned("group", "feed", "pmi").code == 2
    said = planned("group", "feed", "pmi", "--feed", "pmi.org/feed")
    assert "PMI France (feed) has its 45 min of watching" in said.out
    assert 'xmlUrl="https://pmi.org/feed"' in (tmp_path / "home" / "feeds.opml").read_text()
    assert "feeds.opml" in said.out
    assert "feeds.opml" not in planned("group", "feed", "lyon-ux", "--feed", "none").out, "it is not in there"


def test_until_she_says_her_minutes_a_plans_total_is_only_proposed(planned: Planner) -> None:
    proposed = "The minutes you have are not said yet; your last plan has 4h15."
    for words in (["audit"], ["select"], ["review"], ["review", "--markdown"]):
        said = " ".join(planned(*words).out.split())
        assert proposed in said and "you have 4h15" not in said, words
    assert planned("review", "--json").json["minutes"] is None
    planned("config", "minutes", "5h")
    assert "The minutes you have are not said yet" not in planned("audit").out + planned("select").out
    assert "4h15 of your 5h a week." in planned("review").out
    assert planned("review", "--json").json["minutes"] == 300


def test_an_hour_logged_three_times_is_one_hour_and_one_meeting(planned: Planner) -> None:
    for _ in range(3):
        planned("log", "m 1h lyon-ux in-person today 14:00")
    audit = planned("audit", "--json").json
    lyon = next(group for group in audit["groups"] if group["group"] == "lyon-ux")
    assert lyon["minutes"]["meeting"] == 60 and lyon["held"]["in_person"] == 1
    assert audit["dispersion"]["minutes"] == 60
    assert "1 meeting: 1 in person" in planned("review").out


def test_it_is_said_once_that_meetings_do_not_say_how_they_were_held(planned: Planner) -> None:
    planned("log", "m 1h lyon-ux budget")
    offered = "1 meeting of the last eight weeks does not say how it was held."
    assert offered not in planned("audit", "--json").out
    assert offered in planned("audit").out and "planner entries --form not-said" not in planned("audit").out
    assert offered not in planned("review").out


def test_of_no_group_it_is_not_said_what_following_it_takes(planner: Planner) -> None:
    said = planner("audit").out
    assert "No groups yet." in said and "takes 0 min" not in said


def test_an_archive_is_told_where_nothing_was_logged(planned: Planner, tmp_path: Path) -> None:
    at = datetime(2024, 6, 1, 12, tzinfo=UTC)
    deeds = [Deed("a", at, Did.COMMENT, "pmi-france"), Deed("b", at.replace(month=8), Did.REACTION, "pmi-france")]
    with Home(str(tmp_path / "home"), lambda: at, "a test").change("an archive") as kept:
        kept.put_deeds(deeds)
    told = planned("group", "show", "pmi").out
    assert "archive: 1 comment and 1 reaction from 2024-06-01 to 2024-08-01" in told
    assert told.index("2024-08  1 reaction") < told.index("2024-06  1 comment")
    assert "archive: 1 comment and 1 reaction" in " ".join(planned("audit").out.split())


def test_a_proposal_is_taken_without_a_word_and_none_asks_for_one(planned: Planner) -> None:
    planned("group", "add", "Metro News", "--nature", "company-page", "--feed", "https://metro.example/rss")
    planned("group", "leave", "metro-news")
    said = planned("audit", "take", "metro-news")
    assert said.code == 1 and "Nothing is proposed for Metro News; name a verdict" in said.err
    planned("log", "c 25 lyon-ux answered")
    assert planned("audit", "take", "lyon-ux").code == 0
    assert planned("audit", "take", "pmi", "feed", "--feed", "none").code == 0
    assert planned("audit", "take", "lyon-ux", "more", "less").code == 2
