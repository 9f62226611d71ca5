"""Letters that a search has found, in a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.texts import search_words
from planner.tui.widgets.draw_found import with_found
from planner.tui.widgets.draw_row import Row


def under(text: str, typed: str) -> list[str]:
    row = with_found(Row().put(text, "dim"), search_words(typed))
    assert row.text == text
    return [piece.text for piece in row.pieces if piece.role == "dim under"]


def test_letters_are_found_anywhere_in_a_word_and_without_accents() -> None:
    assert under("Un café à la caféterie", "afe") == ["afé", "afé"]
    assert under("Léa Girard", "gir lea") == ["Léa", "Gir"]


def test_a_letter_that_is_written_as_two_is_found_whole() -> None:
    assert under("une œuvre", "oeu") == ["œu"]
    assert under("une œuvre", "euv") == ["œuv"]


def test_finds_that_touch_are_one() -> None:
    assert under("newsletter", "news slet") == ["newslet"]


def test_without_a_search_a_row_stays_as_it_is() -> None:
    row = Row().put("café")
    assert with_found(row, ()).pieces == Row().put("café").pieces


@given(st.text("aéœb c", max_size=12), st.text("aeob ", max_size=6))
def test_a_row_keeps_its_text_whatever_is_found(text: str, typed: str) -> None:
    row = Row().put(text)
    assert with_found(row, search_words(typed)).text == row.text
