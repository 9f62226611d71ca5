"""The leaves of help as text."""

from __future__ import annotations

from planner.domain.kinds import Kind
from planner.locale import speak_as
from planner.tui.help.draw_help import KeyGroup, examples, leaves_row, line_page, marks_page, merged, part_page
from planner.tui.widgets.draw_marks import ASCII, FULL
from planner.tui.widgets.draw_row import Row

KEYS = (
    KeyGroup("KEYS HERE", (("c", "Log a contribution"), ("m", "Log a meeting"))),
    KeyGroup("KEYS EVERYWHERE", (("ctrl+p", "Find any action"),)),
)
FOR = "What the week is. What it is for."


def text(rows: list[Row]) -> str:
    return "\n".join(row.text.rstrip() for row in rows)


def test_what_a_part_is_for_stands_before_its_keys() -> None:
    shown = text(part_page(FOR, KEYS, 60))
    assert shown.startswith(f"  {FOR}\n\n  KEYS HERE\n  c   Log a contribution\n")
    assert shown.endswith("KEYS EVERYWHERE\n  ctrl+p   Find any action")


def test_where_it_is_wide_keys_stand_in_two_columns() -> None:
    assert any("Log a contribution" in row.text and "Log a meeting" in row.text for row in part_page(FOR, KEYS, 94))


def test_marks_are_those_of_this_terminal_and_levels_have_thresholds() -> None:
    shown = text(marks_page(80, FULL))
    assert "┄   watching:" in shown and "45 % or more" in shown and "68 % or more" in shown
    shown = text(marks_page(80, ASCII))
    assert "  ~    watching:" in shown and "┄" not in shown


def test_nothing_is_cut_at_any_width() -> None:
    for width in (50, 58, 74, 94):
        for row in (*part_page(FOR, KEYS, width), *line_page(width), *marks_page(width, FULL)):
            assert row.cells == width
            assert "…" not in row.text
    for language in ("en", "fr"):
        speak_as(language)
        assert leaves_row(2).cells <= 52


def test_an_example_leaves_out_what_a_bar_knows() -> None:
    assert examples(None, "lyon-ux", "marie")[0] == "c 25 lyon-ux answered a question @marie"
    assert examples(Kind.CONTRIBUTION, "", "marie")[0] == "25 answered a question @marie"
    assert examples(Kind.WATCHING, "lyon-ux", "marie")[0] == "lyon-ux the newsletter this morning"


def test_the_keys_of_the_nine_groups_are_one() -> None:
    keys = [("c", "Contribute"), *((str(n), f"Choose group {n}") for n in range(1, 10))]
    assert merged(keys) == (("c", "Contribute"), ("1 to 9", "A group, by its number"))
