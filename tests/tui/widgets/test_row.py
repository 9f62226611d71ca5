"""Rows never exceed their width in cells, whatever is written in them, and show text literally."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from planner.domain.plain_letters import plain
from planner.tui.widgets.draw_row import Row, clip, literal, wrap, write_plainly

AWKWARD = st.text(alphabet=st.sampled_from("ab é日本👩\u200d👧️\u0301שלום[red]\t\x1b\u202e\u2066🇫🇷"), max_size=40)


@given(AWKWARD, st.integers(0, 30))
def test_clipped_text_fits_its_cells(text: str, width: int) -> None:
    assert cell_len(clip(literal(text), width)) <= width


@given(st.lists(AWKWARD, max_size=6), st.integers(1, 60))
def test_a_fitted_row_has_exactly_its_width(texts: list[str], width: int) -> None:
    row = Row()
    for text in texts:
        row.put(text)
    fitted = row.fitted(width)
    assert cell_len(fitted.text) == fitted.cells == width


@given(AWKWARD, st.integers(1, 20), st.integers(1, 3))
def test_wrapped_text_has_its_rows_and_keeps_to_its_width(text: str, width: int, rows: int) -> None:
    lines = wrap(text, width, rows)
    assert len(lines) == rows
    assert all(cell_len(line) <= width for line in lines)


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert clip("Women in Product", 10) == "Women in…"
    assert Row().put("Women").put(" in Product").fitted(8).text == "Women i…"


def test_a_wide_character_is_not_halved() -> None:
    assert clip("日本語", 4) == "日…"


def test_markup_is_shown_and_escape_codes_are_not_obeyed() -> None:
    assert Row().put("[red]\x1b[31mhot\u202e").text == "[red][31mhot"


def test_a_row_goes_on_with_the_tail_of_another() -> None:
    assert Row(2).put("↓ 3").extend_from(Row().put("0123456789"), 7).text == "  ↓ 3  789"


@contextmanager
def plainly() -> Iterator[None]:
    """Where a terminal has plain letters alone."""
    write_plainly(plain)
    try:
        yield
    finally:
        write_plainly(None)


@given(st.text("abé…œ “", max_size=30), st.integers(0, 12))
def test_a_row_in_plain_letters_has_its_cells_too(text: str, width: int) -> None:
    with plainly():
        row = Row().put(text).fitted(width)
    assert row.text.isascii() and len(row.text) == row.cells == width


def test_in_plain_letters_what_is_cut_ends_in_two_dots() -> None:
    with plainly():
        assert clip("a long name", 8) == "a long.."
        assert [clip("a long name", width) for width in (0, 1, 2)] == ["", ".", ".."]
