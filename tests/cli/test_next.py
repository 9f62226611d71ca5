"""``planner next`` over a real folder. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Planner

MONDAY = "2026-11-30T09:00:00+01:00"


@pytest.fixture
def step(planned: Planner) -> str:
    """The id of what is owed to Marie on Friday."""
    planned("person", "add", "Marie Dupont")
    id_ = planned("next", "marie", "I owe the deck fri", "--json").json["id"]
    assert isinstance(id_, str)
    return id_


def test_a_step_is_set_and_said_as_it_was_read(planned: Planner) -> None:
    said = planned("next", "@marie", "I", "owe", "the", "deck", "fri")
    assert (said.code, said.out) == (0, "Next with marie: the deck, Fri 27 Nov, I owe.\nNew person: marie\n")


def test_a_step_as_json(planned: Planner, step: str) -> None:
    assert planned("next", "marie", "--json").json == [
        {
            "id": step,
            "person": "marie-dupont",
            "text": "the deck",
            "day": "2026-11-27",
            "owed": "I owe",
            "state": "open",
            "put_off": 0,
            "made": "2026-11-26",
            "closed": None,
            "name": "Marie Dupont",
            "late": -1,
        }
    ]


def test_no_words_list_what_is_open_the_most_urgent_first(planned: Planner, step: str) -> None:
    assert "No next step with paul" in (planned("person", "add", "paul"), planned("next", "paul"))[1].out
    other = planned("next", "paul", "write fri", "--json").json["id"]
    rows = planned("next", now=MONDAY).out.splitlines()
    assert rows == [f"{step}  3 days late  I owe Marie Dupont: the deck", f"{other}  3 days late  paul: write"]
    assert planned("next", "paul", now=MONDAY).out.splitlines() == rows[1:]


def test_a_step_is_put_off_edited_done_and_let_go(planned: Planner, step: str) -> None:
    assert planned("next", "put-off", step[:4], "in", "3", "days", "--json").json["day"] == "2026-11-29"
    assert planned("next", "put-off", step, "--json").json["day"] == "2026-12-03"
    edited = planned("next", "edit", step, "they owe the slides", "--json").json
    assert (edited["text"], edited["owed"], edited["day"]) == ("the slides", "they owe", "2026-12-03")
    assert planned("next", "done", step, "--json").json["state"] == "done"
    assert planned("next", "--json").json == []
    planned("undo")
    assert planned("next", "let-go", step, "--json").json["state"] == "let go"


def test_after_a_meeting_it_asks_once_what_is_next(planned: Planner) -> None:
    asked = "What next? planner next marie 'send the deck fri'"
    assert planned("log", "m", "30", "lyon-ux", "@marie").out.splitlines()[-1] == asked
    assert asked not in planned("log", "c", "10", "lyon-ux", "@marie").out
    planned("next", "marie", "send the deck fri")
    assert "What next?" not in planned("log", "m", "30", "lyon-ux", "@marie").out
    planned("start", "m", "lyon-ux", "@paul", now="2026-11-26T18:10:00+01:00")
    assert planned("stop").out.splitlines()[-1] == "What next? planner next paul 'send the deck fri'"


def test_the_week_shows_five_and_counts_what_is_due(planned: Planner, step: str) -> None:
    for number in range(6):
        planned("next", "marie", f"step {number} mon")
    week = planned("week", "--json", now=MONDAY).json
    assert week["follow_ups"][0]["text"] == "the deck" and len(week["follow_ups"]) == 5
    assert week["follow_ups_due"] == 7
    assert planned("week", now=MONDAY).out.count("Marie Dupont: ") >= 5
    assert "7 follow-ups due" in planned("status", now=MONDAY).out
    assert planned("status", "--format", "{follow_ups}", now=MONDAY).out == "7\n"
    assert planned("status", "--json").json["follow_ups_due"] == 0


def test_what_is_overdue_is_a_signal_of_the_week(planned: Planner, step: str) -> None:
    (signal,) = [
        signal for signal in planned("status", "--json", now=MONDAY).json["drift"]["signals"]
        if signal["code"] == "follow-up"
    ]  # fmt: skip
    assert signal["text"] == "I owe Marie Dupont: the deck (3 days late)."
    assert signal["advice"] == "send Marie Dupont what you promised: the deck"
    assert signal["text"] in planned("drift", now=MONDAY).out


@pytest.mark.parametrize(
    "words",
    [
        ["marie", "call yesterday"],
        ["marie", "call last friday"],
        ["marie", "call 2026-02-30"],
        ["marie", ""],
        ["", "call fri"],
        ["nobody"],
        ["nobody", "call fri"],
        ["putoff", "{id}"],
        ["done"],
        ["edit", "{id}"],
        ["put-off", "{id}", "yesterday"],
        ["put-off", "{id}", "soon"],
        ["done", "{id}", "fri"],
    ],
)
def test_words_that_are_off_are_refused_in_one_line(planned: Planner, step: str, words: list[str]) -> None:
    said = planned("next", *(word.format(id=step) for word in words))
    assert said.code == 2 and said.out == ""
    assert len(said.err.splitlines()) == 1 and "Traceback" not in said.err
    assert len(planned("next", "--json").json) == 1 and len(planned("person", "--json").json) == 1


def test_a_step_that_is_not_there_or_is_done_is_refused_in_one_line(planned: Planner, step: str) -> None:
    assert planned("next", "done", "7k2p").code == 1
    planned("next", "done", step)
    said = planned("next", "done", step)
    assert said.code == 1 and said.err == "planner: “the deck” is done already.\n"


def test_a_name_of_several_people_is_refused_with_the_candidates(planned: Planner, step: str) -> None:
    planned("person", "add", "Marie Curie")
    said = planned("next", "marie", "call fri")
    assert said.code == 2 and "@marie-curie" in said.err and "@marie-dupont" in said.err


def test_when_a_step_is_for_is_never_cut(planned: Planner, step: str) -> None:
    row = planned("next", now=MONDAY, PLANNER_LANG="fr").out
    assert row == f"{step}  3 jours de retard  Je dois à Marie Dupont\u00a0: the deck\n"


def test_somebody_new_is_only_made_where_they_are_marked(planned: Planner) -> None:
    said = planned("next", "zoe", "call fri")
    assert said.code == 2 and "“zoe”" in said.err and "planner person add" in said.err
    assert planned("next", "@Zoé", "call fri").out.endswith("New person: Zoé\n")
    assert planned("next", "zoe", "call again mon").code == 0


@pytest.mark.parametrize(
    "text", ["[red]send[/red] 🎉", "\x1b[31msend\x1b[0m\x07 it\u202e", "محمد", "x" * 300, "“fri” {n} %s"]
)
def test_any_text_goes_through_and_no_control_code_is_printed(planned: Planner, text: str) -> None:
    planned("person", "add", "Marie Dupont")
    id_ = planned("next", "marie", f"{text} fri", "--json").json["id"]
    for words in (
        ["next"],
        ["next", "marie"],
        ["next", "put-off", id_, "mon"],
        ["week"],
        ["status"],
        ["drift"],
        ["person", "show", "marie"],
        ["ties"],
        ["next", "done", id_],
        ["undo"],
    ):
        said = planned(*words, now=MONDAY)
        assert said.code == 0, said.err
        assert not {"\x1b", "\x07", "\u202e"} & {*said.out}


def test_a_text_without_end_is_refused_with_how_long_it_may_be(planned: Planner, step: str) -> None:
    said = planned("next", "marie", "x" * 301 + " fri")
    assert said.code == 2 and "a next step has at most 300" in said.err
    assert planned("next", "marie", "x" * 100_000).code == 2


def test_it_is_typed_and_told_in_french(planned: Planner) -> None:
    planned("person", "add", "Marie Dupont")
    said = planned("next", "marie", "je dois l'introduction d’ici vendredi", PLANNER_LANG="fr")
    assert said.out == "Suite avec Marie Dupont\u00a0: l'introduction, ven 27 nov, je dois.\n"
    assert planned("status", now=MONDAY, PLANNER_LANG="fr").out.count("1 suite à faire") == 1
    told = planned("drift", now=MONDAY, PLANNER_LANG="fr").out
    assert "Je dois à Marie Dupont\u00a0: l'introduction (3 jours de retard)." in told


def test_a_full_name_is_the_person_s_and_no_part_of_the_step(planned: Planner, step: str) -> None:
    said = planned("next", "Marie", "Dupont", "send", "the", "slides", "fri", "--json").json
    assert (said["person"], said["text"]) == ("marie-dupont", "send the slides")
