"""Headings with the keys that act on what stands under them."""

from __future__ import annotations

from planner.locale import speak_as
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_heading import heading, ruled, show_all
from planner.tui.widgets.draw_marks import FULL
from planner.tui.widgets.draw_question import question

HINTS = [Hint("n", "next steps", 1), Hint("A", "arrange", 1)]


def test_keys_are_named_as_far_as_there_is_room() -> None:
    told = {width: heading("COMING", HINTS, width).text for width in (60, 27, 20, 11)}
    assert told == {
        60: "  COMING  n next steps  A arrange",
        27: "  COMING  n next steps",
        20: "  COMING  n",
        11: "  COMING",
    }


def test_each_key_in_it_can_be_clicked() -> None:
    row = heading("COMING", [Hint("n", "next steps", 1, "n"), Hint("A", "arrange", 1, "A")]).marked("chosen").fitted(60)
    assert [row.key_at(row.text.index(word)) for word in ("COMING", "n next", "steps", "A", "arrange")] == [
        "", "n", "n", "A", "A",
    ]  # fmt: skip
    assert not row.key_at(59) and not row.key_at(99)


def test_what_shows_all_again_is_named_as_on_her_keyboard() -> None:
    speak_as("fr")
    assert show_all().text.startswith("Échap ") and show_all().key_at(0) == "escape"


def test_a_rule_goes_on_from_it() -> None:
    row = ruled("COMING", 40, FULL, HINTS[1:])
    assert row.text == "  COMING  A arrange ──────────────────"
    assert row.pieces[-1].role == "rule"


def test_a_question_is_broken_under_what_it_is_about() -> None:
    rows = question("Was it held?", "Thu 26 Nov 12:15, 45 min, Amina Diallo, lunch at Part-Dieu", 60)
    assert [row.text for row in rows] == [
        "  Was it held?  Thu 26 Nov 12:15, 45 min, Amina Diallo,",
        "                lunch at Part-Dieu",
    ]
