"""Plain letters: ASCII alone, and measured as they are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.words import say
from planner.locale import speak_as
from planner.tui.widgets.draw_row import Row, clip, write_plainly
from planner.tui.widgets.plain_letters import plain
from tests.locale.templates import catalogue


@pytest.fixture(autouse=True)
def _plainly() -> Iterator[None]:
    write_plainly(plain)
    yield
    write_plainly(None)
    speak_as("en")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("“À bientôt, Zoé…”", '"A bientot, Zoe.."'),
        ("«\u202fcœur\u202f»", '" coeur "'),
        ("Größe, Ångström, Łódź", "Grosse, Angstrom, Lodz"),
        ("1h30 ≤ 2h – 3 × 4", "1h30 <= 2h - 3 x 4"),
        ("張 ☃", "? ?"),
    ],
)
def test_a_text_is_written(text: str, written: str) -> None:
    assert plain(text) == written


@given(st.text())
def test_whatever_it_is_it_comes_out_in_ascii(text: str) -> None:
    assert plain(text).isascii()


@given(st.text("abé…œ “", max_size=30), st.integers(0, 12))
def test_a_row_has_the_cells_that_it_was_asked_to_have(text: str, width: int) -> None:
    row = Row().put(text).fitted(width)
    assert row.text.isascii() and len(row.text) == row.cells == width


def test_what_is_cut_ends_in_two_dots() -> None:
    assert clip("a long name", 8) == "a long.."
    assert [clip("a long name", width) for width in (0, 1, 2)] == ["", ".", ".."]


def test_every_french_sentence_has_its_letters() -> None:
    said = [entry for forms in catalogue("fr").values() for entry in forms]
    assert len(said) > 2000
    assert [text for text in said if "?" in plain(text) and "?" not in text] == []
    assert say("watching")
