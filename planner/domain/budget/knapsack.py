"""The best choice of things that fit, and that leave nothing unserved: the 0/1 knapsack, solved exactly.

Source: Bellman's dynamic programming over the capacity (R. Bellman, "Dynamic Programming", 1957; Kellerer,
Pferschy and Pisinger, "Knapsack Problems", 2004, section 2.3). Time and room are items times capacity, which
is small for a person's groups in 5-minute steps.

What must be served multiplies both by two for each need. So a need is only imposed once the best choice without it is
seen to leave it out: each choice is the best of all those with fewer needs, hence the best there is once it serves all
(constraint generation; Dantzig, Fulkerson and Johnson, "Solution of a large-scale traveling-salesman problem", 1954).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..value import NamedTuple

#: What a choice is worth that does not serve what it must: less than any that does.
_NEVER = -(10**12)


class Item(NamedTuple):
    """Something to take whole or leave: ``size`` in the capacity's units (1 or more), ``value`` 0 or more.

    ``serves`` has a bit set for each need that it meets.
    """

    size: int
    value: int
    serves: int = 0


class Best(NamedTuple):
    """The indexes of the best choice, and of the one there would be if nothing had to be served."""

    chosen: tuple[int, ...]
    unbound: tuple[int, ...]


def best_subset(items: Sequence[Item], capacity: int, needs: int = 0) -> tuple[int, ...]:
    """The indexes of the items that are worth most together, whose sizes sum to at most ``capacity``, and of which
    one at least meets each of ``needs`` (bits), as far as :func:`most_needs` says that this is possible.

    Of several such choices it is the one that takes the first item on which they differ: who hands the items
    over in a fixed order gets one fixed answer.
    """
    return best_subsets(items, capacity, needs).chosen


def best_subsets(items: Sequence[Item], capacity: int, needs: int = 0) -> Best:
    """As :func:`best_subset`, beside the choice without any needs."""
    tried = _worth_trying(items, capacity)
    some = [items[index] for index in tried]
    wanted, imposed = most_needs(some, capacity, needs), 0
    chosen = unbound = _best(some, capacity, 0)
    while missed := wanted & ~_served(some, chosen):
        imposed |= missed
        chosen = _best(some, capacity, imposed)
    return Best(tuple(tried[at] for at in chosen), tuple(tried[at] for at in unbound))


def _worth_trying(items: Sequence[Item], capacity: int) -> list[int]:
    """The indexes of the items that can be in a choice at all: of those that are alike in everything the first are
    taken, and no more than there is room for."""
    seen: dict[Item, int] = {}
    tried = []
    for index, item in enumerate(items):
        if seen.get(item, 0) < capacity // item.size:
            seen[item] = seen.get(item, 0) + 1
            tried.append(index)
    return tried


def most_needs(items: Sequence[Item], capacity: int, needs: int) -> int:
    """Which of ``needs`` can be met together within ``capacity``: as many as possible, then those of lower bits."""
    smallest = {0: 0}  # what is met: the least size that meets it
    for size, _, serves in items:
        if useful := serves & needs:
            for met, so_far in list(smallest.items()):
                more = met | useful
                if so_far + size <= capacity and so_far + size < smallest.get(more, capacity + 1):
                    smallest[more] = so_far + size
    return max(smallest, key=lambda met: (met.bit_count(), -met))


def _served(items: Sequence[Item], chosen: Sequence[int]) -> int:
    served = 0
    for index in chosen:
        served |= items[index].serves
    return served


def _best(items: Sequence[Item], capacity: int, needs: int) -> tuple[int, ...]:
    # Those that meet a need come first: for the others there is nothing left to keep apart.
    order = sorted(range(len(items)), key=lambda index: not items[index].serves & needs)
    best = _best_values([items[index] for index in order], capacity, needs)
    chosen = []
    for index, later in zip(order, best[1:], strict=True):
        size, value, serves = items[index]
        if size > capacity:
            continue
        rest = needs & ~serves
        taken = value + later[rest][capacity - size] if rest in later else _NEVER
        if taken >= (later[needs][capacity] if needs in later else 0):
            chosen.append(index)
            capacity, needs = capacity - size, rest
    return tuple(sorted(chosen))


def _best_values(items: Sequence[Item], capacity: int, needs: int) -> list[dict[int, list[int]]]:
    """Row i, what is still needed, column c: the most that the items from i on are worth in a capacity of c.

    A row has no entry for needs that none of its items can meet.
    """
    rows = [{0: [0] * (capacity + 1)}]
    for size, value, serves in reversed(items):
        later = rows[-1]
        rows.append(
            {
                some: _row(later.get(some), later[some & ~serves], size, value)
                for some in _subsets(needs)
                if some in later or some & ~serves in later
            }
        )
    rows.reverse()
    return rows


def _row(without: list[int] | None, taking: list[int], size: int, value: int) -> list[int]:
    if without is None:
        without = [_NEVER] * len(taking)
    return without[:size] + [
        left if left > value + rest else value + rest for left, rest in zip(without[size:], taking, strict=False)
    ]


def _subsets(needs: int) -> list[int]:
    return [some for some in range(needs + 1) if some & needs == some]
