"""Cells: what a text takes in a terminal, and that wrapping loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.cells import cells, padded, wrapped


@pytest.mark.parametrize(
    ("text", "width"), [("Lyon", 4), ("日本語", 6), ("cafe\u0301", 4), ("a\u200db", 2), ("❤\ufe0f", 1), ("", 0)]
)
def test_a_text_takes_cells_and_not_characters(text: str, width: int) -> None:
    assert cells(text) == width
    assert cells(padded(text, 10)) == cells(padded(text, 10, right=True)) == 10


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(2, 40))
def test_wrapping_keeps_every_sign_within_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cells(line) <= width for line in lines)
