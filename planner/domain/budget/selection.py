"""Selecting: which groups fit into the minutes she has, and what the others would have cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..group import Group, Standing
from ..objective import Objective
from ..plan import STEP, refuse_unplannable
from ..words import listing, plural, say, spell_minutes
from .knapsack import Item, best_subset

#: What serving an active objective of rank 1, 2 or 3 adds to a group's weight; a later one adds 1.
BY_RANK = {1: 6, 2: 4, 3: 2}

#: The standings that a selection is made from.
IN_QUESTION = (Standing.SELECTED, Standing.CANDIDATE)


class Selection(NamedTuple):
    """The groups that are worth most together within ``minutes``, each active objective served where that is possible.

    ``left_out`` are the others, each with the reason; ``present`` are the groups selected today. Values are weights
    summed; ``needed`` is the upkeep of those proposed, ``present_needed`` of those selected today, in minutes a week.
    ``unserved`` are the active objectives that none of the groups proposed serves.
    """

    minutes: int
    proposed: tuple[Group, ...]
    left_out: tuple[tuple[Group, str], ...]
    present: tuple[Group, ...]
    value: int
    present_value: int
    needed: int
    present_needed: int
    unserved: tuple[Objective, ...]

    @property
    def joining(self) -> tuple[Group, ...]:
        """Those proposed that are not selected today."""
        return tuple(group for group in self.proposed if group.standing is not Standing.SELECTED)

    @property
    def leaving(self) -> tuple[Group, ...]:
        """Those selected today that are left out: to be parked."""
        return tuple(group for group, _ in self.left_out if group.standing is Standing.SELECTED)


class Chosen(NamedTuple):
    """The groups that are kept, each with its fewest steps and its weight, and the others with the reason."""

    kept: Mapping[Group, Item]
    left_out: tuple[tuple[Group, str], ...]


def select(
    minutes: int, groups: Iterable[Group], objectives: Mapping[str, Objective], *, parked: bool = False
) -> Selection:
    """Which of her selected and candidate groups (and the ``parked`` ones) to follow in ``minutes`` a week.

    Raises Misread for minutes that cannot be planned with.
    """
    refuse_unplannable(minutes)
    standings = (*IN_QUESTION, Standing.PARKED) if parked else IN_QUESTION
    known = in_her_order(groups)
    kept, left_out = choose([group for group in known if group.standing in standings], minutes, objectives)
    present = tuple(group for group in known if group.standing is Standing.SELECTED)
    served = {id_ for group in kept for id_ in group.objectives}
    return Selection(
        minutes=minutes,
        proposed=tuple(kept),
        left_out=left_out,
        present=present,
        value=sum(item.value for item in kept.values()),
        present_value=sum(weight(group, objectives) for group in present),
        needed=sum(item.size for item in kept.values()) * STEP,
        present_needed=sum(fewest_steps(group) for group in present) * STEP,
        unserved=tuple(objective for objective in _active(objectives) if objective.id not in served),
    )


def selection_words(selection: Selection) -> str:
    """What is proposed beside what is selected today, in a sentence or two."""
    proposed = plural(
        len(selection.proposed),
        "{n} group fits into {minutes}: worth {value}, upkeep {needed}.",
        "{n} groups fit into {minutes}: worth {value}, upkeep {needed}.",
        minutes=spell_minutes(selection.minutes),
        value=selection.value,
        needed=spell_minutes(selection.needed),
    )
    present = plural(
        len(selection.present),
        "The {n} selected today: worth {value}, upkeep {needed}.",
        "The {n} selected today: worth {value}, upkeep {needed}.",
        value=selection.present_value,
        needed=spell_minutes(selection.present_needed),
    )
    return f"{proposed} {present}" if selection.present else proposed


def choose(groups: Sequence[Group], minutes: int, objectives: Mapping[str, Objective]) -> Chosen:
    """The groups that are worth most together with their upkeep in ``minutes``: an exact knapsack.

    Each active objective is served by one of them at least, where that is possible.
    """
    needs = {objective.id: 1 << number for number, objective in enumerate(_active(objectives))}
    items = [
        Item(fewest_steps(group), weight(group, objectives), sum(needs.get(id_, 0) for id_ in set(group.objectives)))
        for group in groups
    ]
    capacity, all_needs = minutes // STEP, sum(needs.values())
    chosen = best_subset(items, capacity, all_needs)
    kept = {groups[index]: items[index] for index in chosen}
    unbound = set(chosen) if len(kept) == len(groups) else set(best_subset(items, capacity))
    left_out = tuple(
        (group, _why(item, kept, minutes, objectives, gives_way=index in unbound))
        for index, (group, item) in enumerate(zip(groups, items, strict=True))
        if group not in kept
    )
    return Chosen(kept, left_out)


def weight(group: Group, objectives: Mapping[str, Objective]) -> int:
    """How much a group counts: 1 to begin with, its fit (0 to 12), thrice its worth and its joy, and its objectives."""
    served = [objectives[id_] for id_ in set(group.objectives) if id_ in objectives]
    ranks = sum(BY_RANK.get(objective.rank, 1) for objective in served if objective.active)
    return 1 + group.fit.total + 3 * group.worth + 3 * group.joy + ranks


def fewest_steps(group: Group) -> int:
    """The fewest steps of 5 minutes that a kept group can have: its upkeep, and at least one."""
    return max(1, -(-group.upkeep // STEP))


def in_her_order(groups: Iterable[Group]) -> list[Group]:
    """Groups by her own rank, those without one last."""
    return sorted(groups, key=lambda group: (group.rank or 10_000, group.id))


def _active(objectives: Mapping[str, Objective]) -> list[Objective]:
    return sorted((each for each in objectives.values() if each.active), key=lambda each: (each.rank, each.id))


def _why(
    item: Item, kept: Mapping[Group, Item], minutes: int, objectives: Mapping[str, Objective], *, gives_way: bool
) -> str:
    """Why a group was left out, in words that are true of it. ``gives_way``: to one that alone serves an objective."""
    upkeep = spell_minutes(item.size * STEP)
    if item.size * STEP > minutes:
        there = spell_minutes(minutes)
        return say("its upkeep of {upkeep} is more than the {minutes} there are", upkeep=upkeep, minutes=there)
    if gives_way:
        served = [f"#{each.id}" for each in _active(objectives) if any(each.id in group.objectives for group in kept)]
        return say(
            "its upkeep of {upkeep} does not fit beside groups that serve {objectives}",
            upkeep=upkeep,
            objectives=listing(served),
        )
    if all(item.value * other.size < other.value * item.size for other in kept.values()):
        return say("its upkeep of {upkeep} does not fit, and it is worth less a minute than the others", upkeep=upkeep)
    return say("its upkeep of {upkeep} does not fit beside groups that are worth more together", upkeep=upkeep)
