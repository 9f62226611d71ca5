"""The knapsack is exact, and gives the same items the same answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.budget.knapsack import Item, best_subset, most_needs
from tests.calls import steps_of

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


NEEDS = 0b111
serving = st.builds(Item, st.integers(1, 12), st.integers(0, 9), st.integers(0, NEEDS))


def choices(things: list[Item], capacity: int) -> Iterable[list[Item]]:
    """Everything that fits."""
    for taken in product((True, False), repeat=len(things)):
        some = [thing for thing, is_taken in zip(things, taken, strict=True) if is_taken]
        if sum(thing.size for thing in some) <= capacity:
            yield some


def met(some: list[Item]) -> int:
    needs = 0
    for thing in some:
        needs |= thing.serves & NEEDS
    return needs


@given(st.lists(serving, max_size=8), st.integers(0, 40))
def test_with_needs_it_is_worth_as_much_as_the_best_choice(things: list[Item], capacity: int) -> None:
    chosen = [things[index] for index in best_subset(things, capacity, NEEDS)]
    wanted = most_needs(things, capacity, NEEDS)
    best = max(sum(thing.value for thing in some) for some in choices(things, capacity) if met(some) & wanted == wanted)
    assert sum(thing.size for thing in chosen) <= capacity
    assert met(chosen) & wanted == wanted
    assert sum(thing.value for thing in chosen) == best


@given(st.lists(serving, max_size=8), st.integers(0, 40))
def test_as_many_needs_are_met_as_can_be_the_first_of_them_first(things: list[Item], capacity: int) -> None:
    best = max((met(some) for some in choices(things, capacity)), key=lambda needs: (needs.bit_count(), -needs))
    assert most_needs(things, capacity, NEEDS) == best


def test_a_group_that_alone_meets_a_need_outdoes_a_valuable_one() -> None:
    things = [Item(10, 90), Item(10, 5, 0b1)]
    assert best_subset(things, 10) == (0,)
    assert best_subset(things, 10, 0b1) == (1,)


def test_twice_as_many_groups_are_twice_the_work() -> None:
    few_serve = [
        Item(1 + 7 * n % 24 + (20 if n % 30 == 0 else 0), 1 + 11 * n % 40, n % 30 == 0 and 1 << n % 3)
        for n in range(200)
    ]

    def work(groups: int) -> int:
        return steps_of(lambda: best_subset(few_serve[:groups], 40 * 60 // 5, NEEDS))

    assert work(200) < 2.5 * work(100) < 10_000
