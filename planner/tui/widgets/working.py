"""Which keys work now: those of the part that has the focus, then those of what it stands in, up to the screen.

A part says so by ``KEYS`` (or ``keys``, where they change); one that keeps the keys to itself while it has the focus
says by ``LETS`` which actions of the parts around it may be taken all the same. Footer, help, find and the screen's
own ``check_action`` all ask here, so that no second list of keys can say something else.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from textual.actions import parse
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input

from planner.domain.value import NamedTuple
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.key_names import at_hand, read_name, sign_of
from planner.tui.widgets.key_words import key_words
from planner.tui.widgets.keys import ALWAYS, BOUND, Key, left_of
from planner.tui.widgets.planner import planner_of

#: Keys beside signs that a line takes while it is typed in.
_TYPED = frozenset(("left", "right", "home", "end", "backspace", "delete", "enter"))

#: How much later keys go from a narrow footer that another part only lets through.
_LET = 10


class Working(NamedTuple):
    """A key that works, as it is read now, the part whose action it is, its rank in the footer, and its name."""

    key: Key
    part: DOMNode
    shown: str
    rank: int
    name: str

    @property
    def hint(self) -> Hint:
        """It as the footer shows it."""
        return Hint(self.shown, self.key.label(), self.rank, self.name)


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
            names, shown = names_of(part, key)
            line = typed or (typing and parse(key.action)[1] in ALWAYS)
            free = [
                name
                for name in names
                if name not in taken and not ((line or (typing and name not in key.own_names)) and _is_typed(name))
            ]
            if free and (lets is None or parse(key.action)[1] in lets):
                rank = key.rank + _LET if key.rank and lets is not None else key.rank
                read = key_words(shown if free[0] == names[0] else read_name(free[0]))
                parts.append(Working(key, part, read, rank, free[0]))
            taken.update(names)
        lets = lets if lets is not None else getattr(part, "LETS", None)
        typed = typing
    return parts


def names_of(part: DOMNode, key: Key) -> tuple[tuple[str, ...], str]:
    """The names of a part's key as it is bound, hers where she has moved it, and how it is read."""
    id_ = id_of(part, key)
    moved = planner_of(part.app).own_keys
    if hers := moved.get(id_):
        return hers, read_name(hers[0])
    bound = BOUND.get(id_)
    names = left_of(bound, moved) if bound and bound.key.keys == key.keys else key.own_names
    return names, at_hand(key.shown, names)


def hint_of(part: DOMNode, key: Key, rank: int = 1) -> Hint:
    """A part's key as it is told of, whether it works now or not."""
    names, shown = names_of(part, key)
    return Hint(key_words(shown), key.label(), rank, names[0])


def named(part: DOMNode, *ids: str) -> list[Hint]:
    """Keys by their ids, as a heading names them: as she has them, and what each does."""
    own, hints = planner_of(part.app).own_keys, []
    for id_ in ids:
        _, _, names = bound = BOUND[id_]
        shown = read_name(own[id_][0]) if id_ in own else at_hand(bound.key.shown, names)
        hints.append(Hint(key_words(shown), bound.key.label(), 1, own.get(id_, names)[0]))
    return hints


def ways_on(screen: Screen[Any], *actions: str) -> list[Hint]:
    """The keys for some actions that work now, each with its sentence, as an empty screen names them."""
    there = reversed(working(screen))
    found = {each.key.action: Hint(each.shown, each.key.sentence, 1, each.name) for each in there}
    return [found[action] for action in actions if action in found]


def id_of(part: DOMNode, key: Key) -> str:
    """The name that a part's key has in a keymap; "" for one that is only typed."""
    return next((id_ for kind in type(part).__mro__ if (id_ := _id_in(kind, key.action))), "")


@cache
def _id_in(kind: type, action: str) -> str:
    """The name in a keymap that an action has where a class binds it; "" where it does not."""
    found = (binding.id for binding in vars(kind).get("BINDINGS", ()) if getattr(binding, "action", "") == action)
    return next((id_ for id_ in found if id_), "")


def _keys_of(part: DOMNode) -> tuple[Key, ...]:
    keys: tuple[Key, ...] | None = getattr(part, "keys", None)
    return getattr(part, "KEYS", ()) if keys is None else keys


def _is_typed(name: str) -> bool:
    return name in _TYPED or bool(sign_of(name))


def hints(screen: Screen[Any]) -> list[Hint]:
    """What the footer shows of them; keys that are read as one stand there once."""
    return [each.hint for each in working(screen) if each.rank]


def works(screen: Screen[Any], action: str, parameters: tuple[object, ...]) -> bool:
    """Whether the screen itself may take an action: a key that works now stands for it."""
    for each in working(screen):
        of, *does = parse(each.key.action)
        if does == [action, parameters] and (each.part is screen or of == "screen"):
            return True
    return False
