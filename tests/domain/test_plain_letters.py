"""Plain letters: ASCII alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.plain_letters import plain
from tests.locale.templates import catalogue


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("“À bientôt, Zoé…”", '"A bientot, Zoe.."'),
        ("«\u202fcœur\u202f» ; «\u00a0ou\u00a0»", '"coeur" ; "ou"'),
        ("■ ◆ ┄ ▸", "# @ ~ >"),
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


def test_every_french_sentence_has_its_letters() -> None:
    said = [entry for forms in catalogue("fr").values() for entry in forms]
    assert len(said) > 2000
    assert [text for text in said if "?" in plain(text) and "?" not in text] == []
