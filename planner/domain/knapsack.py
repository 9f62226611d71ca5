"""The best choice of things that fit: the 0/1 knapsack, solved exactly.

Source: Bellman's dynamic programming over the capacity (R. Bellman, "Dynamic Programming", 1957; Kellerer,
Pferschy and Pisinger, "Knapsack Problems", 2004, section 2.3). Time and room are items times capacity, which
is small for a person's groups in 5-minute steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Item(NamedTuple):
    """Something to take whole or leave: ``size`` in the capacity's units (1 or more), ``value`` 0 or more."""

    size: int
    value: int


def best_subset(items: Sequence[Item], capacity: int) -> tuple[int, ...]:
    """The indexes of the items that are worth most together and whose sizes sum to at most ``capacity``.

    Of several such choices it is the one that takes the first item on which they differ: who hands the items
    over in a fixed order gets one fixed answer.
    """
    best = _best_values(items, capacity)
    chosen = []
    for index, (size, value) in enumerate(items):
        if size <= capacity and value + best[index + 1][capacity - size] >= best[index + 1][capacity]:
            chosen.append(index)
            capacity -= size
    return tuple(chosen)


def _best_values(items: Sequence[Item], capacity: int) -> list[list[int]]:
    """Row i, column c: the most that the items from i on are worth in a capacity of c."""
    rows = [[0] * (capacity + 1)]
    for size, value in reversed(items):
        later = rows[-1]
        taking = [max(without, value + rest) for without, rest in zip(later[size:], later, strict=False)]
        rows.append(later[:size] + taking)
    rows.reverse()
    return rows
