"""A screen has what it can do; it is not made of it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from textual.actions import parse
from textual.screen import Screen

import planner.tui
from planner.tui.app import SCREENS, PlannerApp
from planner.tui.widgets.screen import PlannerScreen


def screens() -> list[type[Screen[Any]]]:
    """Every class of ours that is a screen, panels among them."""
    for module in walk_packages(planner.tui.__path__, "planner.tui."):
        import_module(module.name)

    def below(kind: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    return sorted({each for each in below(Screen) if is_ours(each)}, key=lambda each: each.__qualname__)


def is_ours(kind: type) -> bool:
    return kind.__module__.startswith("planner.")


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.__name__)
def test_a_screen_is_of_three_classes_at_most(screen: type[Screen[Any]]) -> None:
    assert len([each for each in screen.__mro__ if is_ours(each)]) <= 3


@pytest.mark.parametrize("name", SCREENS)
async def test_each_action_of_a_screen_is_taken_there(app: PlannerApp, name: str) -> None:
    """Of two parts that could take the same action one would never be asked."""
    async with app.run_test(size=(80, 24)) as pilot:
        app.show(name)
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlannerScreen) and name == screen.NAME
        for bindings in screen._bindings.key_to_bindings.values():
            for binding in bindings:
                of, action, _ = parse(binding.action)
                takers = [act for act in (screen, *screen.acts) if hasattr(act, f"action_{action}")]
                assert of or takers[:1] == [screen.doer(action)], binding.action
                assert len(takers) <= 1, binding.action
