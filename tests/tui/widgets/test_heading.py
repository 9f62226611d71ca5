"""Headings with the keys that act on what stands under them."""

from __future__ import annotations

from planner.locale import speak_as
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_heading import beside_and_under, heading, heading_rows, question, ruled, show_all
from planner.tui.widgets.draw_marks import FULL

HINTS = [Hint("n", "next steps", 1), Hint("A", "arrange", 1)]


def test_keys_are_named_as_far_as_there_is_room() -> None:
    told = {width: heading("COMING", HINTS, width).text for width in (60, 27, 20, 11)}
    assert told == {
        60: "  COMING  n next steps  A arrange",
        27: "  COMING  n next steps",
        20: "  COMING  n",
        11: "  COMING",
    }


def test_keys_without_room_beside_a_title_stand_under_it() -> None:
    assert beside_and_under("COMING", HINTS, 60) == (HINTS, ())
    assert beside_and_under("COMING", HINTS, 27) == (HINTS[:1], HINTS[1:])


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


KEYS = [Hint("enter", "done", 1), Hint("p", "put off", 1), Hint("x", "let go", 1), Hint("esc", "leave", 1)]


def texts(title: str, width: int, keys: list[Hint] = KEYS) -> list[str]:
    return [row.text.rstrip() for row in heading_rows([heading(title)], keys, width)]


def test_a_panel_names_its_keys_at_the_right_of_its_title() -> None:
    assert texts("NEXT STEPS", 64) == ["  NEXT STEPS        enter done  p put off  x let go  esc leave"]


def test_where_they_do_not_fit_beside_it_they_stand_under_it() -> None:
    assert texts("NEXT STEPS", 56) == ["  NEXT STEPS", "  enter done  p put off  x let go  esc leave"]


def test_keys_of_more_than_one_row_have_a_column_of_their_own() -> None:
    assert texts("NEXT", 38) == ["  NEXT         enter done  p put off", "               x let go  esc leave"]


def test_none_is_left_out_however_narrow_it_is() -> None:
    for width in range(14, 120):
        rows = heading_rows([heading("NEXT STEPS")], KEYS, width)
        words = " ".join(row.text for row in rows)
        assert all(f"{hint.shown} {hint.label}" in words for hint in KEYS)
        assert all(row.cells == width for row in rows)


def test_a_long_question_is_wrapped_with_its_keys_under_it() -> None:
    rows = heading_rows(question("Merge Product Tank Lyon into Women in Product?", 40), KEYS[-1:], 40)
    assert [row.text.rstrip() for row in rows] == [
        "  Merge Product Tank Lyon into Women",
        "  in Product?",
        "  esc leave",
    ]
