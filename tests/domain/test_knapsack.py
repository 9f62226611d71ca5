"""The knapsack is exact, and gives the same items the same answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.knapsack import Item, best_subset

items = st.builds(Item, st.integers(1, 12), st.integers(0, 9))


def by_trying_all(things: list[Item], capacity: int) -> tuple[int, ...]:
    """The most valuable choice that fits; of equal ones, the one that takes the earliest item they differ in."""
    fitting: list[tuple[bool, ...]] = [
        choice
        for choice in product((True, False), repeat=len(things))
        if sum(thing.size for thing, taken in zip(things, choice, strict=True) if taken) <= capacity
    ]

    def worth(choice: Iterable[bool]) -> tuple[int, tuple[bool, ...]]:
        return sum(thing.value for thing, taken in zip(things, choice, strict=True) if taken), tuple(choice)

    return tuple(index for index, taken in enumerate(max(fitting, key=worth)) if taken)


@given(st.lists(items, max_size=8), st.integers(0, 40))
def test_it_finds_what_trying_every_choice_finds(things: list[Item], capacity: int) -> None:
    assert best_subset(things, capacity) == by_trying_all(things, capacity)


def test_everything_is_taken_when_everything_fits() -> None:
    assert best_subset([Item(3, 1), Item(4, 0), Item(5, 9)], 12) == (0, 1, 2)


def test_two_small_ones_beat_the_one_that_is_worth_most_per_size() -> None:
    assert best_subset([Item(6, 13), Item(5, 10), Item(5, 10)], 10) == (1, 2)


def test_the_earlier_of_two_equals_is_taken() -> None:
    assert best_subset([Item(5, 7), Item(5, 7)], 9) == (0,)


def test_nothing_fits_into_nothing() -> None:
    assert best_subset([Item(1, 1)], 0) == ()
