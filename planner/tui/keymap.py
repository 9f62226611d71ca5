"""Her own keys: what her settings say of them, held to the keys there are, and all of them as they are told."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from textual.dom import DOMNode

from planner.domain.errors import Misread
from planner.domain.texts import shown
from planner.domain.told_key import ToldKey
from planner.domain.value import NamedTuple
from planner.domain.words import say

from .widgets.key_names import read_keys, read_name
from .widgets.key_words import key_words
from .widgets.keys import BOUND, Bound, left_of
from .widgets.panel import Panel
from .widgets.screen import PlannerScreen

Names = tuple[str, ...]


class OwnKeys(NamedTuple):
    """The names of the keys of each action that she has moved, by its id, and what is off in what she said."""

    moved: Mapping[str, Names] = {}
    problems: tuple[str, ...] = ()


def read_own(said: Mapping[str, str]) -> OwnKeys:
    """What ``[keys]`` says, of the parts that are loaded; what is no key is told of and left as it was."""
    moved, problems = {}, []
    for id_, text in said.items():
        try:
            moved[id_] = read_keys(text)
        except Misread as off:
            problems.append(_off(id_, str(off)))
    for id_, bound in BOUND.items():  # what is everywhere is moved in each part that has it for itself
        everywhere = f"common.{id_.removeprefix(f'{bound.part}.')}"
        if everywhere in moved and id_ not in moved and _same_keys(bound, BOUND.get(everywhere)):
            moved[id_] = moved[everywhere]
    return OwnKeys(moved, tuple(problems))


def checked(said: Mapping[str, str]) -> OwnKeys:
    """The same once all parts are loaded: an id that is none, and a key that two actions would have, are told of and
    left as they were."""
    parts = all_parts()
    problems = list(read_own(said).problems)
    good: dict[str, str] = {}
    left = dict(said)  # what is looked at later: where it wants the same key, it is that which is off
    for id_, text in said.items():
        del left[id_]
        if id_ not in BOUND:
            problems.append(_off(id_, say("there is no such action; “planner keys” lists them")))
            continue
        try:
            names = read_keys(text)
        except Misread:  # told already
            continue
        others = {
            other: keys
            for other, keys in read_own({**good, **left}).moved.items()
            if other in good or not {*keys} & {*names}
        }
        if clash := _clash(BOUND[id_], names, others, {*left}, parts):
            key, other = clash
            problems.append(
                _off(
                    id_,
                    say(
                        "{key} is already “{other}” there ({id}); take another key, or give that one another",
                        key=key_words(read_name(key)),
                        other=BOUND[other].key.words(),
                        id=other,
                    ),
                )
            )
        else:
            good[id_] = text
    return OwnKeys(read_own(good).moved, tuple(problems))


def for_textual(moved: Mapping[str, Names]) -> dict[str, str]:
    """The keymap that the library takes: what is moved, and what shares a key with it, which it would else drop."""
    keymap: dict[str, Names] = dict(moved)
    todo = set(moved)
    while todo:
        id_ = todo.pop()
        near = BOUND.get(id_)
        touched = {*moved.get(id_, ()), *(near.names if near else ())}
        for other, bound in BOUND.items():
            if other not in keymap and touched & {*bound.names}:
                keymap[other] = left_of(bound, moved)
                todo.add(other)
    return {id_: ",".join(names) for id_, names in keymap.items()}


def told_keys(said: Mapping[str, str]) -> tuple[list[ToldKey], tuple[str, ...]]:
    """Every action that has a key, part by part, with hers; and what is off in what she said."""
    own = checked(said)
    left = for_textual(own.moved)  # what gives way to hers among it
    told = []
    for bound in sorted(BOUND.values(), key=lambda bound: bound.part != "common"):
        if bound.key.sentence:
            names = tuple(left[bound.id].split(",")) if bound.id in left else bound.names
            keys, usual = tuple(map(read_name, names)), tuple(map(read_name, bound.names))
            read, usually = (" ".join(map(key_words, each)) for each in (keys, usual))
            hers = bound.id in own.moved
            told.append(ToldKey(bound.id, bound.part, keys, usual, bound.key.sentence, hers, read, usually))
    return told, own.problems


def _clash(
    bound: Bound, names: Names, moved: Mapping[str, Names], left: Collection[str], parts: Mapping[str, frozenset[str]]
) -> tuple[str, str] | None:
    """A key that another action has where this one would have it, with that one's id; a key that both usually have is
    none: one of them is there at a time. A sign that only stands for another key gives way, and what is ``left`` to be
    looked at has no key yet."""
    near = {part for part, beside in parts.items() if bound.part in beside} | parts.get(bound.part, frozenset())
    for other, there in BOUND.items():
        if other == bound.id or there.part not in near | {bound.part} or there.key.action == bound.key.action:
            continue
        has = moved.get(other, () if other in left else there.key.own_names)
        for name in names:
            usual = name in bound.key.own_names and name in there.key.own_names
            if name in has and not usual:
                return name, other
    return None


@cache
def all_parts() -> Mapping[str, frozenset[str]]:
    """Every part that has keys, once all are loaded, with the parts whose keys work beside its own."""
    screens: dict[str, str] = {}  # by their package
    packages: dict[str, set[str]] = defaultdict(set)
    beside: dict[str, set[str]] = defaultdict(set)
    for module in walk_packages([os.path.dirname(__file__)], "planner.tui."):
        import_module(module.name)
    for kind in _below(DOMNode):
        part = _part(next((binding.id or "" for binding in vars(kind).get("BINDINGS", ()) if _is_ours(binding)), ""))
        if not part:
            continue
        package = kind.__module__.rpartition(".")[0]
        beside[part] |= set()
        if issubclass(kind, PlannerScreen):
            screens[package] = part
            beside[part].add("common")
        elif issubclass(kind, Panel):
            beside[part].add("panel")
        else:
            packages[package].add(part)
    for package, widgets in packages.items():
        if package in screens:
            for part in widgets:
                beside[part] |= {screens[package], "common"}
    return {part: frozenset(others - {part}) for part, others in beside.items()}


def _same_keys(one: Bound, other: Bound | None) -> bool:
    return other is not None and one.key.own_names == other.key.own_names


def _is_ours(binding: object) -> bool:
    return getattr(binding, "id", None) in BOUND


def _below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _part(id_: str) -> str:
    return id_.partition(".")[0]


def _off(id_: str, wrong: str) -> str:
    return say("config.toml, [keys], {id}: {wrong}.", id=shown(id_), wrong=wrong)
