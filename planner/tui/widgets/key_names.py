"""Keys by name: as the library calls them, as a person reads and types them, and as her keyboard has them at hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.keys import KEY_TO_UNICODE_NAME, Keys, _character_to_key, key_to_character

from planner.domain.errors import Misread
from planner.domain.texts import folded, shown
from planner.domain.words import say

#: Keys whose name a person reads otherwise than the library has it.
_READ = {"pageup": "pgup", "pagedown": "pgdn", "escape": "esc", "delete": "del"}

#: What may be typed for a key, beside its name and its sign.
_TYPED = {read: name for name, read in _READ.items()} | {
    "return": "enter", "entree": "enter", "echap": "escape", "espace": "space", "suppr": "delete", "haut": "up",
    "bas": "down", "gauche": "left", "droite": "right", "debut": "home", "fin": "end", "backtab": "shift+tab",
    "maj": "shift", "effacer": "backspace",
    "pgsuiv": "pagedown", "pgprec": "pageup", "↑": "up", "↓": "down", "←": "left", "→": "right",
}  # fmt: skip

#: Signs whose name the library has made shorter than Unicode's.
_SIGNS = {"slash": "/", "at": "@", "minus": "-", "plus": "+", "underscore": "_"}

_MODIFIERS = ("ctrl", "alt", "shift")
_NAMED = {key.value for key in Keys if "+" not in key.value and not key.value.startswith("<")} | {"space"}

#: What a terminal sends for some keys with Ctrl: another key, which they are then.
_SENT = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+m": "enter"}

#: What needs AltGr or Shift on a French keyboard, and the key beside it that does not.
_AT_HAND = {"[": ("ctrl+left", "ctrl+left"), "]": ("ctrl+right", "ctrl+right")}
_AT_HAND |= {"+ -": ("equals_sign", "= )")}


def azerty() -> bool:
    """Whether most who speak this language have a keyboard whose figures are under Shift."""
    return say("qwerty", context="the usual keyboard") == "azerty"


def read_name(name: str) -> str:
    """A key as a person reads it."""
    *before, key = name.split("+") if len(name) > 1 else [name]
    sign = sign_of(key) if key != "space" else ""
    return "+".join([*before, _READ.get(key, sign or key)])


def sign_of(name: str) -> str:
    """The sign that a key types; "" for one that types none."""
    sign = _SIGNS.get(name) or key_to_character(name) or ""
    return sign if sign.isprintable() else ""


def at_hand(read: str, names: Collection[str]) -> str:
    """A key as it is read where it has ``names``: the one that her keyboard has at hand."""
    other, instead = _AT_HAND.get(read, ("", ""))
    return instead if other in names and azerty() else read


def read_keys(text: str) -> tuple[str, ...]:
    """The names of the keys that a text says, apart by blanks or commas. Raises Misread for what is no key."""
    names = tuple(dict.fromkeys(_read_key(word) for word in _words(text)))
    if not names:
        raise Misread(say("it names no key; write it as f2, ctrl+k or K"))
    return names


def _words(text: str) -> Sequence[str]:
    return text.split() if text.strip() == "," else text.replace(",", " ").split()


def _read_key(word: str) -> str:
    *before, key = word.split("+") if len(word) > 1 and not word.endswith("+") else [word]
    before = [_TYPED.get(folded(modifier), folded(modifier)) for modifier in before]
    typed = _TYPED.get(folded(key))
    name = typed or (_character_to_key(key) if len(key) == 1 else key.lower())
    known = (
        len(key) == 1
        or name in _NAMED
        or name in _SIGNS
        or name in KEY_TO_UNICODE_NAME
        or key_to_character(name) is not None
    )
    if not known or not set(before) <= set(_MODIFIERS) or len(set(before)) < len(before):
        raise Misread(say("“{key}” is no key; write it as f2, ctrl+k or K", key=shown(word)))
    if before == ["shift"] and len(name) == 1 and name.isalpha():
        return name.upper()  # which is what a terminal sends
    whole = "+".join([*sorted(before, key=_MODIFIERS.index), name])
    return _SENT.get(whole, whole)
