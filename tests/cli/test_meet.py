"""``planner meet`` over a real folder. It is Thursday 26 November 2026, 18:40, in Paris."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Planner

LINE = "fri 12:30 45m @marie lyon-ux coffee"
AFTERWARDS = "2026-11-27T14:00:00+01:00"


@pytest.fixture
def meeting(planned: Planner) -> str:
    """The id of a meeting that is arranged for Friday."""
    id_ = planned("meet", "add", LINE, "--json").json["id"]
    assert isinstance(id_, str)
    return id_


def test_add_prints_what_is_arranged_and_its_id(planned: Planner) -> None:
    said = planned("meet", "add", *LINE.split(), "--place", "Café Bellecour")
    assert said.code == 0
    head, person, id_ = said.out.splitlines()
    assert head == "Arranged Fri 27 Nov 12:30, 45 min, marie, coffee, Lyon UX."
    assert person == "New person: marie"
    (listed,) = planned("meet", "list").out.splitlines()
    assert id_ == f"It is {listed[:8]}."
    assert listed[8:] == "  Fri 27 Nov 12:30, 45 min, marie, coffee, Lyon UX, Café Bellecour"


def test_an_appointment_as_json(planned: Planner) -> None:
    made = planned("meet", "add", LINE, "--json").json
    assert len(made.pop("id")) == 8
    assert made == {
        "start": "2026-11-27T12:30:00+01:00",
        "minutes": 45,
        "title": "coffee",
        "people": ["marie"],
        "group": "lyon-ux",
        "form": "in person",
        "place": "",
        "outcome": "planned",
        "entry": None,
        "read_as_note": [],
    }


def test_a_meeting_with_another_offset_is_arranged_and_listed_at_the_hour_here(planned: Planner) -> None:
    said = planned("meet", "add", "2026-12-01T09:00-05:00 @ana")
    assert said.out.startswith("Arranged Tue 1 Dec 15:00, ")
    assert "Tue 1 Dec 15:00" in planned("meet", "list").out
    assert planned("meet", "list", "--json").json[0]["start"] == "2026-12-01T15:00:00+01:00"


def test_what_is_logged_with_another_offset_is_listed_at_the_hour_here(planned: Planner) -> None:
    said = planned("log", "c", "25", "lyon-ux", "2026-11-24T14:30+05:00")
    assert "Tue 24 Nov 10:30" in said.out and "05:00" not in said.out
    assert planned("entries", "--json").json[0]["start"] == "2026-11-24T10:30:00+01:00"


def test_what_looks_like_more_than_a_title_is_named(planned: Planner) -> None:
    for name in ("Chloé Martin", "Chloé Dupont"):
        planned("person", "add", name)
    assert "Read as note: “chloé”" in planned("meet", "add", "fri 14:00 with chloé").out
    assert planned("meet", "add", "fri 16:00 @zoe 30 40", "--json").json["read_as_note"] == ["40"]


def test_a_meeting_is_shown_moved_edited_and_removed(planned: Planner, meeting: str) -> None:
    assert planned("meet", "show", meeting[:4], "--json").json["id"] == meeting
    assert planned("meet", "move", meeting, "4", "dec", "9:00", "--json").json["start"] == "2026-12-04T09:00:00+01:00"
    edited = planned(
        "meet", "edit", meeting, "--title", "lunch", "--minutes", "1h", "--group", "pmi", "--place", "here", "--json"
    ).json
    assert [edited[field] for field in ("title", "minutes", "group", "place")] == ["lunch", 60, "pmi-france", "here"]
    assert planned("meet", "edit", meeting, "--group", "", "--people", "", "--json").json["people"] == []
    assert planned("meet", "remove", meeting).code == 0
    assert planned("meet", "list", "--json").json == []
    planned("undo")
    assert len(planned("meet", "list", "--json").json) == 1


def test_held_logs_it_and_asks_once_what_is_next(planned: Planner, meeting: str) -> None:
    assert "(held or missed?)" in planned("meet", "list", now=AFTERWARDS).out
    said = planned("meet", "held", meeting, "--minutes", "30", now=AFTERWARDS)
    assert said.out.startswith("Held Fri 27 Nov 12:30, 30 min, marie, coffee, Lyon UX.\n")
    assert said.out.endswith("What next? planner next marie 'send the deck fri'\n")
    (entry,) = planned("entries", "--json").json
    assert (entry["minutes"], entry["via"], entry["note"]) == (30, "appointment", "coffee")
    assert planned("meet", "list", "--json").json == []
    assert planned("meet", "list", "--all", "--json").json[0]["entry"] == entry["id"]


def test_missed_is_kept_and_no_longer_asked_about(planned: Planner, meeting: str) -> None:
    assert planned("meet", "missed", meeting, "--json", now=AFTERWARDS).json["outcome"] == "missed"
    assert planned("status", "--json", now=AFTERWARDS).json["appointments_to_confirm"] == 0


def test_meetings_to_answer_stand_apart_from_those_to_come(planned: Planner, meeting: str) -> None:
    planned("meet", "add", "sun", "15:00", "@paul", "walk", "lyon-ux")
    for words in (["week"], ["meet", "list"]):
        lines = planned(*words, now="2026-11-28T09:00:00+01:00").out.splitlines()
        at, ahead = lines.index("To answer:"), lines.index("Meetings:")
        assert meeting in lines[at + 1] and ahead > at and "Sun 29 Nov 15:00" in lines[ahead + 1]
    assert "To answer:" not in planned("meet", "list").out


def test_the_review_names_the_meetings_to_answer_in_every_form(planned: Planner, meeting: str) -> None:
    assert "MEETINGS TO ANSWER" not in planned("review").out
    for words in (["review"], ["review", "--markdown"]):
        told = planned(*words, now=AFTERWARDS).out
        assert "meetings to answer" in told.lower() and "Fri 27 Nov 12:30, 45 min, marie" in told
    assert [each["id"] for each in planned("review", "--json", now=AFTERWARDS).json["to_answer"]] == [meeting]
    planned("meet", "missed", meeting, now=AFTERWARDS)
    assert planned("review", "--json", now=AFTERWARDS).json["to_answer"] == []


def test_another_week_has_its_own_meetings_and_steps_or_none(planned: Planner, meeting: str) -> None:
    planned("next", "@marie", "I owe the deck", "fri")
    planned("next", "@paul", "call", "today")
    later = "2026-11-28T09:00:00+01:00"
    this = planned("week", now=later).out
    assert "To answer:" in this and "Next steps:" in this
    for words in (["week", "2027-W01"], ["week", "last"]):
        said = planned(*words, now=later)
        assert not any(word in said.out for word in ("To answer", "Next steps", "follow-up", "to confirm")), words
    planned("next", "@aicha", "lunch", "2", "dec")
    assert [each["text"] for each in planned("week", "next", "--json", now=later).json["follow_ups"]] == ["lunch"]


def test_the_week_and_its_status_know_what_is_arranged(planned: Planner, meeting: str) -> None:
    planned("log", "m", "10", "lyon-ux")
    week = planned("week", "--json").json
    assert week["meeting_forecast"] == 55
    assert [each["id"] for each in week["coming"]] == [meeting]
    assert week["lines"][0]["coming"] == 45
    assert "10 of 60, 45 arranged" in week["lines"][0]["pace"]
    assert "Fri 27 Nov 12:30" in planned("week").out
    later = planned("status", "--json", now=AFTERWARDS).json
    assert (later["appointments_to_confirm"], later["meeting_forecast"]) == (1, 10)
    assert "1 meeting to confirm" in planned("status", now=AFTERWARDS).out
    assert planned("status", "--format", "{to_confirm}|{follow_ups}", now=AFTERWARDS).out == "1|\n"


@pytest.mark.parametrize(
    "words",
    [
        ["meet", "add"],
        ["meet", "add", "yesterday 12:30 @marie"],
        ["meet", "add", "2026-02-30 12:30 @marie"],
        ["meet", "add", "fri 25:10 @marie"],
        ["meet", "add", LINE, "--group", "pmi"],
        ["meet", "list", "this"],
        ["meet", "list", "--title", "x"],
        ["meet", "show"],
        ["meet", "move", "7k2p"],
        ["meet", "bogus"],
        ["meet", "{id}"],
        ["meet", "edit", "{id}"],
        ["meet", "edit", "{id}", "--minutes", "0"],
        ["meet", "edit", "{id}", "--minutes", "long"],
        ["meet", "edit", "{id}", "--people", "nobody"],
        ["meet", "edit", "{id}", "--group", "nowhere"],
        ["meet", "move", "{id}", "yesterday 10:00"],
        ["meet", "move", "{id}", "soon"],
    ],
)
def test_words_that_are_off_are_refused_in_one_line(planned: Planner, meeting: str, words: list[str]) -> None:
    said = planned(*(word.format(id=meeting) for word in words))
    assert said.code == 2 and said.out == ""
    assert len(said.err.splitlines()) == 1 and "Traceback" not in said.err
    assert len(planned("meet", "list", "--json").json) == 1


@pytest.mark.parametrize("words", [["show", "7k2p"], ["held", "7k2p"], ["remove", "7k2p"], ["held", "{id}"]])
def test_what_cannot_be_done_is_refused_in_one_line(planned: Planner, meeting: str, words: list[str]) -> None:
    said = planned("meet", *(word.format(id=meeting) for word in words))
    assert said.code == 1 and len(said.err.splitlines()) == 1


def test_the_answer_to_a_meeting_that_goes_on_says_how_it_is_held(planned: Planner, meeting: str) -> None:
    said = planned("meet", "held", meeting, now="2026-11-27T12:50:00+01:00")
    assert said.code == 2 and f"planner meet held {meeting} --minutes 20" in said.err
    assert planned("meet", "held", meeting, "--minutes", "20", now="2026-11-27T12:50:00+01:00").code == 0
    again = planned("meet", "held", meeting, now=AFTERWARDS)
    assert again.code == 1 and "held already" in again.err and "planner edit" in again.err


def test_held_is_undone_and_redone_as_one(planned: Planner, meeting: str) -> None:
    before = planned("meet", "list", "--json").json
    planned("meet", "held", meeting, now=AFTERWARDS)
    planned("undo", now=AFTERWARDS)
    assert planned("meet", "list", "--json").json == before and planned("entries", "--json").json == []
    planned("redo", now=AFTERWARDS)
    assert len(planned("entries", "--json").json) == 1
    assert planned("meet", "show", meeting, "--json").json["outcome"] == "held"


def test_one_that_overlaps_is_said_and_kept(planned: Planner, meeting: str) -> None:
    said = planned("meet", "add", "fri 13:00-14:00 @paul")
    assert said.code == 0 and "It overlaps Fri 27 Nov 12:30, 45 min, marie, coffee, Lyon UX." in said.out
    assert len(planned("meet", "list", "--json").json) == 2


def test_where_nothing_says_the_group_the_answer_asks_for_it(planned: Planner) -> None:
    id_ = planned("meet", "add", "fri 12:30 @paul", "--json").json["id"]
    said = planned("meet", "held", id_, now=AFTERWARDS)
    assert said.code == 2 and said.err == f"planner: In which group was it? planner meet held {id_} --group lyon-ux\n"
    assert planned("meet", "held", id_, "--group", "pmi", "--json", now=AFTERWARDS).json["group"] == "pmi-france"


@pytest.mark.parametrize(
    "title", ["[red]coffee[/red] 🎉", "\x1b[31mcoffee\x07 at\u202e home", "محمد", "x" * 400, "{n} %s"]
)
def test_any_title_goes_through_and_no_control_code_is_printed(planned: Planner, title: str) -> None:
    id_ = planned("meet", "add", f"fri 12:30 @marie lyon-ux {title}", "--place", title, "--json").json["id"]
    for words in (
        ["meet"],
        ["meet", "show", id_],
        ["week"],
        ["meet", "held", id_],
        ["meet", "list", "--all"],
        ["person", "show", "marie"],
        ["undo"],
    ):
        said = planned(*words, now=AFTERWARDS)
        assert said.code == 0, said.err
        assert not {"\x1b", "\x07", "\u202e"} & {*said.out}


def test_it_is_typed_and_told_in_french(planned: Planner) -> None:
    said = planned("meet", "add", "vendredi à 14h @marie lyon-ux café", PLANNER_LANG="fr")
    assert said.code == 0 and "ven 27 nov 14:00, 45\u202fmin, marie, café, Lyon UX" in said.out
