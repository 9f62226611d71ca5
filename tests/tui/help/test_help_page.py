"""The help page as text."""

from __future__ import annotations

from planner.tui.help.draw_help import KeyGroup, help_page, merged
from planner.tui.widgets.draw_marks import ASCII, FULL

KEYS = (KeyGroup("KEYS HERE", (("c", "Log a contribution"), ("ctrl+p", "Find any action"))),)


def test_it_tells_keys_marks_grammar_and_levels_with_their_thresholds() -> None:
    shown = "\n".join(row.text for row in help_page(KEYS, 80, FULL))
    for part in (
        "  c        Log a contribution",
        "┄   watching:",
        "KIND MINUTES GROUP",
        "45 % or more",
        "68 % or more",
    ):
        assert part in shown


def test_the_marks_are_those_of_this_terminal() -> None:
    shown = "\n".join(row.text for row in help_page(KEYS, 80, ASCII))
    assert "  ~    watching:" in shown
    assert "┄" not in shown


def test_wide_it_stands_in_two_columns() -> None:
    assert len(help_page(KEYS, 120, FULL)) < len(help_page(KEYS, 80, FULL))
    assert "KEYS HERE" in help_page(KEYS, 120, FULL)[0].text
    assert "MARKS" in help_page(KEYS, 120, FULL)[0].text


def test_nothing_is_cut_at_any_width() -> None:
    for width in (50, 60, 80, 120):
        for row in help_page(KEYS, width, FULL):
            assert row.cells == width
            assert "…" not in row.text


def test_the_keys_of_the_nine_groups_are_one() -> None:
    keys = [("c", "Contribute"), *((str(n), f"Choose group {n}") for n in range(1, 10))]
    assert merged(keys) == (("c", "Contribute"), ("1 to 9", "A group, by its number"))
