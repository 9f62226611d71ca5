"""Keys by name: typed, read, and as a keyboard has them at hand."""

from __future__ import annotations

import itertools

import pytest

from planner.domain.errors import Misread
from planner.locale import speak_as
from planner.tui.widgets.key_names import at_hand, azerty, read_keys, read_name, sign_of


@pytest.mark.parametrize(
    ("typed", "names", "read"),
    [
        ("f2", ("f2",), "f2"),
        ("ctrl+k, K", ("ctrl+k", "K"), "ctrl+k K"),
        ("[", ("left_square_bracket",), "["),
        ("é", ("é",), "é"),
        ("shift+a", ("A",), "A"),
        ("Shift+Ctrl+Left", ("ctrl+shift+left",), "ctrl+shift+left"),
        ("pgup del esc", ("pageup", "delete", "escape"), "pgup del esc"),
        ("échap espace", ("escape", "space"), "esc space"),
        ("/ - + , x x", ("slash", "minus", "plus", "x"), "/ - + x"),
        (",", ("comma",), ","),
    ],
    ids=itertools.count(1),
)
def test_a_key_is_typed_by_name_or_sign(typed: str, names: tuple[str, ...], read: str) -> None:
    assert read_keys(typed) == names
    assert " ".join(map(read_name, names)) == read


@pytest.mark.parametrize("typed", ["", "foo", "ctrl+", "f30", "hyper+x", "ctrl+ctrl+x", "\x1b[31m"])
def test_what_is_no_key_is_refused(typed: str) -> None:
    with pytest.raises(Misread, match="no key"):
        read_keys(typed)


def test_signs_are_told_from_keys_that_type_none() -> None:
    assert [sign_of(name) for name in ("slash", "k", "é", "space", "left", "ctrl+p", "f1")] == [
        "/", "k", "é", " ", "", "", "",
    ]  # fmt: skip


def test_a_french_keyboard_is_told_the_keys_that_need_no_altgr() -> None:
    brackets = ("left_square_bracket", "ctrl+left")
    assert not azerty() and at_hand("[", brackets) == "["
    speak_as("fr")
    assert azerty() and at_hand("[", brackets) == "ctrl+left" and at_hand("[", brackets[:1]) == "["
    assert at_hand("+ -", ("plus", "equals_sign")) == "= )"
