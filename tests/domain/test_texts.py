"""Text from outside is made harmless, comparable and short to type."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.texts import clean, folded, fresh_id, slug


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Lyon\tUX \n", "Lyon UX"),
        ("a\r\nb\u2028c\x00d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07shown", "shown"),
        ("\x1b[2Jgone\x1b", "gone"),
        ("abc\u202etxt.exe\u2066", "abctxt.exe"),
        ("[red]bold[/red]", "[red]bold[/red]"),
        ("Cafe\u0301", "Café"),
        ("half \ud83d pair", "half ? pair"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("non\u00a0breaking", "non breaking"),
    ],
)
def test_text_is_kept_as_one_harmless_line(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_changes_nothing_and_leaves_no_control_character(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or 0xD800 <= ord(sign) < 0xE000 for sign in once)


def test_folding_takes_away_case_accents_and_joined_letters() -> None:
    assert folded("Œuvre ÉTÉ Straße Aujourd’hui") == "oeuvre ete strasse aujourd'hui"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Lyon UX", "lyon-ux"),
        ("  Société des Œuvres!", "societe-des-oeuvres"),
        ("C++ & Rust", "c-rust"),
        ("東京 UX", "ux"),
        ("x" * 100, "x" * 40),
    ],
)
def test_a_slug_is_the_name_in_plain_letters(name: str, typed: str) -> None:
    assert slug(name) == typed


@pytest.mark.parametrize("name", ["東京", "🎉", "שלום", "", "..."])
def test_a_name_without_latin_letters_gets_a_lasting_slug(name: str) -> None:
    assert slug(name) == slug(name)
    assert slug(name).removeprefix("group-").isalnum()


@given(st.text())
def test_a_slug_is_never_empty_and_always_typed_easily(name: str) -> None:
    assert all(part.isalnum() and part.isascii() for part in slug(name).split("-"))


def test_a_fresh_id_counts_on_until_one_is_free() -> None:
    assert fresh_id("lyon-ux", {}) == "lyon-ux"
    assert fresh_id("lyon-ux", {"lyon-ux", "lyon-ux-2"}) == "lyon-ux-3"


@given(st.text())
def test_folding_takes_away_every_mark_whatever_the_script(text: str) -> None:
    apart = unicodedata.normalize("NFKD", folded(text))
    assert folded(folded(text)) == folded(text)
    assert not any(unicodedata.combining(sign) for sign in apart)
