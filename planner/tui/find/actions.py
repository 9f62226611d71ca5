"""Every action there is, as something to find: those of what is in front, and those of the other screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

from textual.actions import parse
from textual.screen import Screen

from planner.domain.grammar.findable import Sort, Thing
from planner.domain.words import say

from ..widgets.draw_notice import of_problem
from ..widgets.key_names import at_hand, read_name
from ..widgets.key_words import key_words
from ..widgets.keys import BOUND, COMMON, Key
from ..widgets.planner import Planner, planner_of
from ..widgets.screen import PlannerScreen
from ..widgets.working import id_of, working, works

#: What only moves through a list, or types into something: found where it is asked for by name.
_MOVES = frozenset((
    "move", "page", "end", "newest", "oldest", "scroll_rows", "columns", "cursor_up", "cursor_down", "pick", "group",
    "figure", "mark", "answer", "rub_out", "find",
))  # fmt: skip

Act = Callable[[], object]


def actions_here(front: Screen[Any]) -> Iterator[tuple[Thing, Act]]:
    """What can be done with what is in front, each with its key and the call."""
    taken = set()  # one action has one row, whichever keys it has
    for each in working(front):
        does, action = parse(each.key.action)[1], (each.part, each.key.action)
        if each.key.sentence and action not in taken and does != "find":
            taken.add(action)
            id_ = id_of(each.part, each.key) or f"here.{each.key.action}"
            thing = Thing(Sort.ACTION, id_, each.key.sentence, right=each.shown, quiet=does in _MOVES)
            yield thing, partial(front.app.run_action, each.key.action, each.part)


def actions_of(name: str, kind: str, front: PlannerScreen) -> Iterator[tuple[Thing, Act]]:
    """What can be done on another screen, by its name and its class: one goes there, and it is done."""
    screen: type[PlannerScreen] = getattr(import_module(f"planner.tui.{name}.screen"), kind)
    everywhere = {key.action for key in COMMON}
    planner = front.planner
    for key in screen.KEYS:
        does = parse(key.action)[1]
        if key.sentence and key.action not in everywhere and does not in _MOVES:
            id_ = next((id_ for id_, bound in BOUND.items() if bound.part == name and bound.key is key), "")
            thing = Thing(
                Sort.ACTION, id_ or key.id(name), key.sentence, screen_title(name), right=_read(key, id_, planner)
            )
            yield thing, partial(_go_and_do, planner, front, name, key)


def screen_title(name: str) -> str:
    """A screen by its name."""
    return {
        "week": say("week", context="a screen"),
        "log": say("log"),
        "groups": say("groups"),
        "people": say("people"),
        "companies": say("companies"),
        "review": say("review"),
        "begin": say("set up"),
        "imports": say("imports"),
        "settings": say("settings"),
        "trends": say("trends"),
    }.get(name, name)


def _read(key: Key, id_: str, planner: Planner) -> str:
    if hers := planner.own_keys.get(id_):
        return key_words(read_name(hers[0]))
    return key_words(at_hand(key.shown, BOUND[id_].names if id_ in BOUND else key.own_names))


def _go_and_do(planner: Planner, front: PlannerScreen, name: str, key: Key) -> None:
    planner.show(name, front.week_in_front())
    when_there(front.app.screen, partial(_do, front, key))


def when_there(screen: Screen[Any], act: Act) -> None:
    """Do something on a screen that was just opened, once what it shows has been read."""
    screen.call_after_refresh(screen.call_after_refresh, screen.call_after_refresh, act)


async def _do(front: PlannerScreen, key: Key) -> None:
    """Do it on the screen that is in front by now, where it can be done there."""
    app = front.app
    screen = app.screen
    if works(screen, *parse(key.action)[1:]):
        await app.run_action(key.action, screen)
    else:
        planner_of(app).tell(of_problem(say("Not as it is here now: {action}.", action=key.sentence)))
