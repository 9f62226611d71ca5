"""Copies of another machine that wait to be merged, and what is kept twice since, in words."""

from __future__ import annotations

from ..words import plural


def copies_words(waiting: int) -> str:
    """How many copies wait; "" where none does."""
    if not waiting:
        return ""
    return plural(waiting, "{n} copy of another machine waits", "{n} copies of other machines wait")


def conflicts_words(twice: int) -> str:
    """Of how many things two are kept; "" for none."""
    return plural(twice, "{n} conflict", "{n} conflicts") if twice else ""
