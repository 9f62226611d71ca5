"""Every part that takes keys says so once, and everything that tells of keys follows from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.actions import parse
from textual.dom import DOMNode

import planner.tui
from planner.tui.widgets.keys import COMMON, Key
from planner.tui.widgets.panel import Panel
from planner.tui.widgets.screen import PlannerScreen


def parts() -> list[type[DOMNode]]:
    """Every class of the screens that takes keys."""
    for module in walk_packages(planner.tui.__path__, "planner.tui."):
        import_module(module.name)

    def below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    ours = {each for each in below(DOMNode) if each.__module__.startswith("planner.tui")}
    return sorted((each for each in ours if "KEYS" in vars(each)), key=lambda each: each.__qualname__)


PARTS = parts()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_what_a_part_binds_is_what_it_says(part: type[DOMNode]) -> None:
    """No key acts that is not told, and none is told that does not act."""
    said = {name for key in keys_of(part) for name in key.keys.split(",")}
    bound = (
        {
            binding.key
            for name in part._merged_bindings.key_to_bindings
            for binding in part._merged_bindings.get_bindings_for_key(name)
        }
        if part._merged_bindings
        else set()
    )
    assert said <= bound


def keys_of(part: type[DOMNode]) -> tuple[Key, ...]:
    found: tuple[Key, ...] = vars(part)["KEYS"]
    return found


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_list_is_gone_through_to_both_ends(part: type[DOMNode]) -> None:
    """Where up and down go on; a line to type in keeps its letters, and what is asked after each other has no ends."""
    acts = {name: parse(key.action)[1] for key in keys_of(part) for name in key.own_names}
    if acts.get("down", "focus_next") not in {"focus_next", "example"} and "up" in acts:
        assert {"home", "end"} <= {*acts} and {"j", "k"} & {*acts} == set()


def test_a_name_in_a_keymap_is_one_action_of_one_part_on_the_same_keys() -> None:
    """A keymap that moves a name moves one thing; of what a part does in one state or another, the same in each."""
    at: dict[str, set[tuple[str, str]]] = defaultdict(set)
    of: dict[str, set[str]] = defaultdict(set)
    every: list[type[DOMNode]] = [*PARTS, PlannerScreen, Panel]
    for part in every:
        for binding in vars(part).get("BINDINGS", ()):
            at[binding.id].add((binding.action, binding.key))
            of[binding.id.partition(".")[0]].add(part.__qualname__)
    assert {name: acts for name, acts in at.items() if len(acts) > 1} == {}
    assert {name: owners for name, owners in of.items() if len(owners) > 1} == {}


def test_bindings_are_made_in_one_place() -> None:
    """What a key does is data; the library's own form of it is written where all of them are made."""
    root = Path(planner.tui.__path__[0])
    makes = [str(path.relative_to(root)) for path in root.rglob("*.py") if "Binding(" in path.read_text("utf-8")]
    assert makes == ["widgets/keys.py"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_actions_are_told_apart_where_they_are_found(part: type[DOMNode]) -> None:
    """No two rows say the same but where they are one action, which has one row."""
    does: dict[str, set[str]] = defaultdict(set)
    for key in keys_of(part):
        does[key.sentence].add(key.action)
    does.pop("", None)  # figures are typed
    assert {sentence: actions for sentence, actions in does.items() if len(actions) > 1} == {}


#: What is no list of rows: a page that is read, pairs one by one, a line that is typed, a matrix of cells.
NO_LISTS = {
    "page",
    "doubles",
    "next-week-step",
    "objectives-step",
    "paste-groups",
    "find",
    "plan-editor",
    "review-plan",
    "try-line",
}


def test_what_another_machine_left_is_merged_by_one_key_everywhere() -> None:
    theirs = {name for key in COMMON if key.action in ("merge_copies", "choose") for name in key.keys.split(",")}
    own = {key.keys for part in PARTS if issubclass(part, PlannerScreen) for key in keys_of(part) if key not in COMMON}
    assert len(theirs) == 2
    assert not theirs & own


def test_every_list_is_gone_through_by_j_and_k_and_to_its_ends() -> None:
    for part in PARTS:
        bound = {binding.key.partition(",")[0]: binding for binding in vars(part).get("BINDINGS", ())}
        if "up" in bound and bound["up"].id and bound["up"].id.partition(".")[0] not in NO_LISTS:
            assert {"home", "end"} <= {*bound} and "k" in bound["up"].key and "j" in bound["down"].key, part.__name__


def test_a_figure_needs_no_shift_on_a_french_keyboard() -> None:
    """Where it is a key: a line that is typed takes the signs as signs."""
    signs = dict(zip("1234567890", ("ampersand", "é", "quotation_mark", "apostrophe", "left_parenthesis", "minus", "è",
                                    "underscore", "ç", "à"), strict=True))  # fmt: skip
    for part in PARTS:
        bound = [binding.key.split(",") for binding in vars(part).get("BINDINGS", ())]
        for names in bound:
            if names[0] in signs and not (names[0] == "6" and ["minus"] in bound):
                assert signs[names[0]] in names, part.__name__
