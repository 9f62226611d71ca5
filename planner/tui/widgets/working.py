"""Which keys work now: those of the part that has the focus, then those of what it stands in, up to the screen.

A part says so by ``KEYS`` (or ``keys``, where they change); one that keeps the keys to itself while it has the focus
says by ``LETS`` which actions of the parts around it may be taken all the same. Footer, help, palette and the screen's
own ``check_action`` all ask here, so that no second list of keys can say something else.
"""

from __future__ import annotations

from typing import Any

from textual.actions import parse
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widgets import Input

from planner.domain.value import NamedTuple
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.key_words import key_words
from planner.tui.widgets.keys import ALWAYS, Key

#: Keys beside signs that a line takes while it is typed in.
_TYPED = frozenset(("left", "right", "home", "end", "backspace", "delete", "enter"))

#: What of a key's names is read otherwise than it is called.
_READ = {"pageup": "pgup", "pagedown": "pgdn", "question_mark": "?"}

#: How much later keys go from a narrow footer that another part only lets through.
_LET = 10


class Working(NamedTuple):
    """A key that works, as it is read now, the part whose action it is, and its rank in the footer."""

    key: Key
    part: DOMNode
    shown: str
    rank: int


def working(screen: Screen[Any]) -> list[Working]:
    """The keys that work on a screen, nearest part first; a key that a nearer part takes is no other part's."""
    parts: list[Working] = []
    taken: set[str] = set()
    lets: tuple[str, ...] | None = None
    typing = isinstance(screen.focused, Input)
    typed = False  # whether a nearer part is a line, whose signs are no keys
    for part in screen.focused.ancestors_with_self if screen.focused else (screen,):
        if not isinstance(part, DOMNode) or not (keys := _keys_of(part)):
            continue
        for key in keys:
            names = key.keys.split(",")
            line = typed or (typing and parse(key.action)[1] in ALWAYS)
            free = [name for name in names if name not in taken and not (line and _is_typed(name))]
            if free and (lets is None or parse(key.action)[1] in lets):
                shown = key.shown if free[0] == names[0] else _READ.get(free[0], free[0])
                rank = key.rank + _LET if key.rank and lets is not None else key.rank
                parts.append(Working(key, part, key_words(shown), rank))
            taken.update(names)
        lets = lets if lets is not None else getattr(part, "LETS", None)
        typed = typing
    return parts


def _keys_of(part: DOMNode) -> tuple[Key, ...]:
    keys: tuple[Key, ...] | None = getattr(part, "keys", None)
    return getattr(part, "KEYS", ()) if keys is None else keys


def _is_typed(name: str) -> bool:
    return name in _TYPED or (key_to_character(name) or "\n").isprintable()


def hints(screen: Screen[Any]) -> list[Hint]:
    """What the footer shows of them; keys that are read as one stand there once."""
    return [Hint(each.shown, each.key.label(), each.rank) for each in working(screen) if each.rank]


def works(screen: Screen[Any], action: str, parameters: tuple[object, ...]) -> bool:
    """Whether the screen itself may take an action: a key that works now stands for it."""
    for each in working(screen):
        of, *does = parse(each.key.action)
        if does == [action, parameters] and (each.part is screen or of == "screen"):
            return True
    return False
