"""Which rows of a longer list are in sight."""

from __future__ import annotations


def first_in_sight(first: int, chosen: int, sight: int, count: int) -> int:
    """The first of ``sight`` rows in sight, of ``count``, so that the ``chosen`` one is seen; it moves no more than it
    must from ``first``."""
    return max(0, min(max(first, chosen - sight + 1), chosen, count - sight))
