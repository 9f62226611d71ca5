"""People and ties at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PLANNED, Planner, Said, all_done
from tests.samples import sample

#: Marie was met twice long ago, Paul once this week, Inès is only spotted.
MET = (
    ["person", "add", "Marie Dupont", "--company", "Acme", "--circle", "prescriber", "--groups", "lyon"],
    ["person", "add", "Inès Faure", "--email", "ines@acme.org", "--note", "speaks at the fair"],
    ["log", "m 45 lyon-ux @marie first coffee 2026-03-02 12:30"],
    ["log", "m 45 lyon-ux @marie second coffee 2026-03-20 12:30"],
    ["log", "video 30 pmi @Paul tuesday 12:30"],
)


@pytest.fixture
def met(planner: Planner, tmp_path: Path) -> Planner:
    sample("met", tmp_path / "home", lambda: all_done(planner, *PLANNED, *MET))
    return planner


def names(said: Said) -> list[str]:
    return [row["name"] for row in said.json]


def test_a_person_is_added_shown_and_edited(planned: Planner) -> None:
    added = planned("person", "add", "Marie", "Dupont", "--cadence", "30d", "--address", "acme.org", "--json").json
    shape: dict[str, object] = {
        "id": "marie-dupont",
        "name": "Marie Dupont",
        "company": "",
        "position": "",
        "place": "",
        "address": "https://acme.org",
        "email": "",
        "emails": [],
        "circle": None,
        "groups": [],
        "how_met": "",
        "cadence": 30,
        "note": "",
        "dormant": False,
        "since": "2026-11-26",
        "known": None,
        "formerly": [],
        "through": "",
    }
    assert added == shape and list(added) == list(shape)
    edited = planned("person", "edit", "marie", "--how-met", "at the fair", "--circle", "peer", "--json").json
    assert (edited["how_met"], edited["circle"], edited["cadence"]) == ("at the fair", "peer", 30)
    assert planned("person", "edit", "marie", "--circle", "none", "--json").json["circle"] is None
    assert "https://acme.org" in planned("person", "show", "marie").out


def test_the_list_finds_words_in_a_record(met: Planner) -> None:
    assert names(met("person", "list", "--json")) == ["Inès Faure", "Marie Dupont", "Paul"]
    assert names(met("person", "list", "FAIR", "ines", "--json")) == ["Inès Faure"]
    assert "@marie-dupont" in met("person").out
    assert "zzz" in met("person", "list", "zzz").out


def test_a_person_is_shown_with_the_tie_the_evidence_and_the_thread(met: Planner) -> None:
    shown = met("person", "show", "marie", "--json").json
    tie = shown["tie"]
    assert (tie["stage"], tie["warmth"], tie["since"], tie["days"]) == ("tied", "cold", "2026-03-20", 251)
    assert tie["meetings"] == {"times": 2, "minutes": 90, "first": "2026-03-02", "last": "2026-03-20"}
    assert tie["made_by"] == [item["entry"]["id"] for item in reversed(shown["thread"])]
    assert [item["entry"]["note"] for item in shown["thread"]] == ["second coffee", "first coffee"]
    text = met("person", "show", "marie").out
    assert "tied, cold" in text and "2 meetings, 1h30" in text
    assert text.index("second coffee") < text.index("first coffee")
    cut = met("person", "show", "marie", "--last", "1", "--json").json
    assert len(cut["thread"]) == 1 and cut["earlier"] == 1


def test_what_came_back_is_written_on_an_entry_and_cleared(met: Planner) -> None:
    id_ = met("log", "c 20 pmi @paul sent a link", "--json").json["id"]
    echo = met("echo", id_, "wants to meet", "--json").json["echo"]
    assert (echo["counts"], echo["people"], echo["text"]) == ({}, [], "wants to meet")
    assert met("person", "show", "paul", "--json").json["tie"]["both_ways"]
    assert "came back: “wants to meet”" in met("person", "show", "paul").out
    assert met("echo", id_, "", "--json").json["echo"] is None


def test_a_persons_thread_tells_how_it_was_with_them(met: Planner) -> None:
    assert met("person", "show", "paul", "--json").json["joy_lately"] is None
    id_ = met("log", "m 20 pmi @paul lunch", "--json").json["id"]
    assert met("edit", id_, "--joy", "2", "--json").json["joy"] == 2
    assert met("person", "show", "paul", "--json").json["joy_lately"] == 2
    assert "joy 2 lately" in met("person", "show", "paul").out
    assert met("edit", id_, "--joy", "7").code == 2


def test_ties_are_all_shown_the_most_overdue_first_and_narrowed_down(met: Planner) -> None:
    assert names(met("ties", "--json")) == ["Marie Dupont", "Paul", "Inès Faure"]
    assert names(met("ties", "--cold", "--json")) == ["Marie Dupont"]
    assert names(met("ties", "--cooling", "--json")) == []
    assert names(met("ties", "--stage", "spotted", "--json")) == ["Inès Faure"]
    assert names(met("ties", "--circle", "prescriber", "--json")) == ["Marie Dupont"]
    assert names(met("ties", "--quiet", "200", "--json")) == ["Marie Dupont"]
    assert names(met("ties", "--group", "pmi", "--json")) == ["Paul"]
    assert names(met("ties", "--owed", "--json")) == []
    assert names(met("ties", "fair", "--json")) == ["Inès Faure"]
    assert names(met("ties", "--by", "last-contact", "--json")) == ["Paul", "Marie Dupont", "Inès Faure"]
    assert met("ties").out.startswith("1 tied, 1 met, 1 spotted; 1 cold")
    assert met("ties", "--owed").code == 0


def test_a_tie_is_left_to_rest_and_woken(met: Planner) -> None:
    assert met("person", "rest", "marie", "--json").json["dormant"] is True
    assert names(met("ties", "--cold", "--json")) == []
    assert names(met("ties", "--resting", "--json")) == ["Marie Dupont"]
    assert "resting" in met("person", "show", "marie").out
    assert met("person", "rest", "marie").code == 1
    assert met("person", "wake", "marie", "--json").json["dormant"] is False
    assert met("person", "wake", "marie").code == 1


def test_two_records_are_merged_and_undo_takes_it_back(met: Planner) -> None:
    merged = met("person", "merge", "marie-dupont", "Paul")
    assert "Merged Paul into Marie Dupont" in merged.out and "1 entry" in merged.out
    assert len(met("person", "show", "marie", "--json").json["thread"]) == 3
    assert met("person", "show", "paul").code == 2
    met("undo")
    assert len(met("person", "show", "paul", "--json").json["thread"]) == 1


def test_likely_doubles_are_pointed_out(met: Planner) -> None:
    assert met("person", "doubles", "--json").json == []
    met("person", "add", "Dupont Marie")
    (double,) = met("person", "doubles", "--json").json
    assert double["why"] == "same name"
    assert [person["id"] for person in double["people"]] == ["marie-dupont", "dupont-marie"]
    assert "planner person merge marie-dupont dupont-marie" in met("person", "doubles").out


def test_growth_is_told_by_the_month(met: Planner) -> None:
    grown = met("person", "growth", "--json").json
    assert grown["total"] == {
        "met": 2,
        "in_person": 1,
        "remote": 1,
        "not_said": 0,
        "tied": 1,
        "groups": {"lyon-ux": 1, "pmi-france": 1},
    }
    assert (grown["months"][0]["month"], grown["months"][-1]["month"]) == ("2026-03", "2026-11")
    assert "Lyon UX 1" in met("person", "growth").out


def test_a_person_is_removed_only_where_nothing_refers_to_them(met: Planner) -> None:
    said = met("person", "remove", "marie")
    assert said.code == 1 and "has 2 entries" in said.err and "rest" in said.err
    assert met("person", "remove", "ines", "--json").out == "null\n"
    assert met("person", "show", "ines").code == 2


def test_somebody_new_in_a_line_can_be_completed_later(met: Planner) -> None:
    assert met("person", "show", "paul", "--json").json["groups"] == ["pmi-france"]
    assert met("person", "edit", "paul", "--company", "Globex", "--json").json["company"] == "Globex"


def test_an_empty_book_says_how_to_begin(planner: Planner) -> None:
    for words in (["person"], ["ties"], ["person", "growth"]):
        assert "planner" in planner(*words).out
    assert planner("person", "show", "marie").err.count("planner person add") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["person", "add"], "Name the person"),
        (["person", "add", ""], "needs a name"),
        (["person", "add", "x" * 301], "300"),
        (["person", "add", "\x1b[31m"], "needs a name"),
        (["person", "add", "Zoé", "--name", "Z"], "--name"),
        (["person", "add", "Zoé", "--cadence", "0"], "1 to 3650"),
        (["person", "add", "Zoé", "--circle", "boss"], "prescriber"),
        (["person", "add", "Zoé", "--email", "zoe at acme"], "e-mail"),
        (["person", "add", "Zoé", "--address", "javascript:alert(1)"], "http"),
        (["person", "add", "Zoé", "--groups", "nowhere"], "nowhere"),
        (["person", "edit", "marie"], "Say what to change"),
        (["person", "edit", "marie", "--cadence", "often"], "often"),
        (["person", "edit", "nobody", "--note", "x"], "nobody"),
        (["person", "show"], "Name the person"),
        (["person", "show", "marie", "--last", "many"], "many"),
        (["person", "merge", "marie"], "Name two people"),
        (["person", "merge", "marie", "marie"], "one person already"),
        (["person", "growth", "marie"], "growth"),
        (["person", "sing", "marie"], "sing"),
        (["ties", "--stage", "engaged"], "in-touch"),
        (["ties", "--circle", "boss"], "boss"),
        (["ties", "--quiet", "long"], "long"),
        (["ties", "--by", "shoe-size"], "last-contact"),
        (["ties", "--group", "nowhere"], "nowhere"),
        (["entries", "--person", "nobody"], "nobody"),
    ],
)
def test_words_that_are_off_get_one_line_that_shows_them(met: Planner, words: list[str], told: str) -> None:
    said = met(*words)
    assert said.code == 2 and said.out == ""
    assert told in said.err and len(said.err.splitlines()) == 1


def test_a_name_that_several_have_is_refused_with_all_of_them(met: Planner) -> None:
    met("person", "add", "Marie Roux")
    for words in (["person", "show", "marie"], ["log", "c 20 lyon-ux @marie"], ["person", "merge", "marie", "paul"]):
        said = met(*words)
        assert said.code == 2 and "@marie-dupont, @marie-roux" in said.err


@pytest.mark.parametrize("name", ["🎉 Zoé", "محمد علي", "[red]Zoé[/red]", "É" * 300, "王小明"])
def test_any_name_goes_through_every_command(planned: Planner, name: str) -> None:
    id_ = planned("person", "add", name, "--json").json["id"]
    assert planned("person", "show", name, "--json").json["name"] == name
    planned("log", f"m 45 lyon-ux @{id_}")
    for words in (["person"], ["ties"], ["person", "show", id_], ["person", "doubles"], ["person", "growth"]):
        assert planned(*words).code == 0


def test_control_codes_never_reach_the_terminal(planned: Planner) -> None:
    planned("person", "add", "Zoé \x1b[31mRed\x07", "--note", "\x1b]0;title\x07x\u202ey")
    for words in (["person"], ["ties"], ["person", "show", "zoé"]):
        out = planned(*words).out
        assert "\x1b" not in out and "\u202e" not in out and "\x07" not in out


def test_addresses_that_are_said_one_by_one_are_all_kept(planner: Planner) -> None:
    planner("person", "add", "Ann B", "--email", "a@x.org", "--email", "b@y.org")
    assert planner("person", "show", "ann", "--json").json["emails"] == ["a@x.org", "b@y.org"]


def test_the_week_that_runs_is_no_week_in_which_a_measure_was_missed(planner: Planner) -> None:
    assert planner("objective", "add", "Be seen", "--meetings", "2").code == 0
    assert "of 1 week" not in planner("objective", "list").out


def test_whose_name_begins_so_is_listed_first(planner: Planner) -> None:
    planner("person", "add", "Chloé Martin")
    planner("person", "add", "Marie Dupont")
    assert [person["name"] for person in planner("person", "list", "mar", "--json").json] == [
        "Marie Dupont",
        "Chloé Martin",
    ]
