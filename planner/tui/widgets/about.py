"""What a part of a screen is for, told before its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from planner.domain.value import NamedTuple


class About(NamedTuple):
    """A part's title, and in two sentences what it is for; it stands as ``ABOUT`` beside the part's ``KEYS``, or as
    ``about`` where it changes."""

    title: Callable[[], str]
    words: Callable[[], str]


def about(screen: Screen[Any]) -> About | None:
    """Of the part that has the keys, or of the nearest around it that says what it is for."""
    for part in screen.focused.ancestors_with_self if screen.focused else (screen,):
        told = getattr(part, "about", None) or getattr(part, "ABOUT", None)
        if isinstance(told, About):
            return told
    return None
