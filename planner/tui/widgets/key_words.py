"""The keys that have a name rather than a sign, as a person reads them in the language spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from planner.domain.words import say

_NAMED: Mapping[str, Callable[[], str]] = {
    "enter": lambda: say("enter", context="a key"),
    "esc": lambda: say("esc", context="a key"),
    "space": lambda: say("space", context="a key"),
    "tab": lambda: say("tab", context="a key"),
    "backspace": lambda: say("backspace", context="a key"),
    "del": lambda: say("del", context="a key"),
    "delete": lambda: say("delete", context="a key"),
    "arrows": lambda: say("arrows", context="a key"),
    "up": lambda: say("up", context="a key"),
    "down": lambda: say("down", context="a key"),
    "left": lambda: say("left", context="a key"),
    "right": lambda: say("right", context="a key"),
    "home": lambda: say("home", context="a key"),
    "end": lambda: say("end", context="a key"),
    "pgup": lambda: say("pgup", context="a key"),
    "pgdn": lambda: say("pgdn", context="a key"),
    "f1": lambda: say("f1", context="a key"),
    "shift": lambda: say("shift", context="a key"),
    "ctrl": lambda: say("ctrl", context="a key"),
    "alt": lambda: say("alt", context="a key"),
}


def key_words(shown: str) -> str:
    """A key, or several, in the language spoken: ``enter``, ``shift+tab``, ``up down``; a sign is one in all."""
    if len(shown) < 2:
        return shown
    return re.sub(r"[a-z]+\d*", lambda name: _word(name[0]), shown)


def _word(name: str) -> str:
    if re.fullmatch(r"f\d+", name):
        return _NAMED["f1"]().replace("1", name[1:])
    return _NAMED[name]() if name in _NAMED else name
