"""The foot of every part shows at most nine keys, the most needed ones, however wide it is."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import planner.tui
from planner.tui.widgets.draw_footer import GAP, MOST, Hint, footer
from planner.tui.widgets.keys import COMMON, Key
from planner.tui.widgets.screen import PlannerScreen


def parts() -> Iterator[type]:
    """Every class that says which keys it takes."""
    for module in walk_packages(planner.tui.__path__, "planner.tui."):
        for each in vars(import_module(module.name)).values():
            if inspect.isclass(each) and each.__module__ == module.name and vars(each).get("KEYS"):
                yield each


def shown(keys: tuple[Key, ...], width: int = 120) -> list[str]:
    # Two keys that are shown alike are never there at once: Enter goes on, whatever the step.
    row = footer(list(dict.fromkeys(Hint(key.shown, key.label(), key.rank) for key in keys if key.rank)), width)
    return [each for each in row.text.strip().split(" " * GAP) if each]


@pytest.mark.parametrize("part", tuple(parts()), ids=lambda part: str(part.__name__))
def test_a_foot_of_120_cells_shows_at_most_nine_keys(part: type) -> None:
    keys: tuple[Key, ...] = part.KEYS  # type: ignore[attr-defined]
    whole = (*keys, *COMMON) if issubclass(part, PlannerScreen) else keys
    wanted = len({(key.shown, key.label()) for key in whole if key.rank > 0})
    assert len(shown(whole)) <= MOST == 9
    assert len(shown(whole)) == min(MOST, wanted) or len(shown(whole, 400)) == min(MOST, wanted)


def test_help_stands_in_the_foot_of_every_screen() -> None:
    for part in parts():
        if issubclass(part, PlannerScreen):
            assert "? help" in shown((*part.KEYS, *COMMON), 60)
