"""Copies of another machine that wait to be merged, in words."""

from __future__ import annotations

from ..words import plural


def copies_words(waiting: int) -> str:
    """How many copies wait; "" where none does."""
    if not waiting:
        return ""
    return plural(waiting, "{n} copy of another machine waits", "{n} copies of other machines wait")
