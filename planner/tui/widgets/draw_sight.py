"""Which rows of a longer list are in sight."""

from __future__ import annotations

from collections.abc import Sequence


def first_in_sight(first: int, chosen: int, sight: int, count: int) -> int:
    """The first of ``sight`` rows in sight, of ``count``, so that the ``chosen`` one is seen; it moves no more than it
    must from ``first``."""
    return max(0, min(max(first, chosen - sight + 1), chosen, count - sight))


def items_in_sight(first: int, chosen: int, sight: int, heights: Sequence[int]) -> int:
    """The first of items in sight, where each takes so many rows of ``sight``: the ``chosen`` one is whole if it can
    be, no row is left empty that an item could stand on, and it moves no more than it must from ``first``."""

    def fills_from(last: int) -> int:
        """The first of those that fit with ``last`` as the last of them."""
        start, rows = last, heights[last]
        while start and rows + heights[start - 1] <= sight:
            start -= 1
            rows += heights[start]
        return start

    return max(0, min(max(first, fills_from(chosen)), chosen, fills_from(len(heights) - 1)))
