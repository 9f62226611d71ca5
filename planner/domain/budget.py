"""The budget: how the minutes she has are shared, and whether they can be enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .errors import Misread
from .group import Group, Role, Standing
from .kinds import Kind, Split
from .knapsack import Item, best_subset
from .objective import Objective
from .plan import STEP, WEEK, Plan
from .words import say, spell_minutes

#: What a group's minutes are for, in tenths, by role. The largest is the role's main kind.
BY_ROLE = {
    Role.TIES: Split(contribution=5, meeting=4, watching=1),
    Role.VISIBILITY: Split(contribution=7, meeting=2, watching=1),
    Role.WATCH: Split(contribution=2, meeting=1, watching=7),
}

#: What serving an active objective of rank 1, 2 or 3 adds to a group's weight; a later one adds 1.
BY_RANK = {1: 6, 2: 4, 3: 2}


class Suggestion(NamedTuple):
    """A proposed plan whose total is exactly ``minutes``; each group it leaves out with the reason, to park it.

    ``needed`` is the upkeep of all selected groups, in minutes a week.
    """

    plan: Plan
    minutes: int
    left_out: tuple[tuple[Group, str], ...]
    needed: int


class Reality(NamedTuple):
    """Minutes a week that her groups' upkeep would take, beside those she has; ``times`` as many, to one place."""

    needed: int
    available: int
    times: float


def reality(groups: Iterable[Group], minutes: int) -> Reality:
    """The reality check: the upkeep of every group she has not left, beside ``minutes``.

    Raises Misread when ``minutes`` is no amount to plan with.
    """
    _check(minutes)
    needed = sum(group.upkeep for group in groups if group.standing is not Standing.LEFT)
    return Reality(needed, minutes, round(needed / minutes, 1))


def suggest(minutes: int, groups: Sequence[Group], objectives: Mapping[str, Objective]) -> Suggestion:
    """Share ``minutes`` between the selected groups in steps of 5; the total is exact.

    The groups kept are the most weighty that fit with their upkeep (an exact knapsack). Each gets its upkeep, at
    least a step; what is over is shared by weight, and each group's minutes are split by its role. The last
    minutes that make no step go to the weightiest group's main kind. The order of ``groups`` does not matter.

    Raises Misread for fewer minutes than a step, more than a week has, no selected group, or none that fits.
    """
    _check(minutes)
    selected = sorted(
        (group for group in groups if group.standing is Standing.SELECTED),
        key=lambda group: (group.rank or 10_000, group.id),
    )
    if not selected:
        raise Misread(say("No group is selected to give minutes to. Add one: planner group add 'Lyon UX'."))
    items = [Item(_steps(group), weight(group, objectives)) for group in selected]
    chosen = best_subset(items, minutes // STEP)
    if not chosen:
        smallest = min(selected, key=_steps)
        raise Misread(
            say(
                "None of your groups can be kept up in {minutes}: {group}, the smallest, takes {upkeep}. "
                "Give more minutes, or lower its upkeep.",
                minutes=spell_minutes(minutes),
                group=smallest.name,
                upkeep=spell_minutes(_steps(smallest) * STEP),
            )
        )
    kept = {selected[index]: items[index] for index in chosen}
    left_out = tuple(
        (group, _why(item, kept.values(), minutes))
        for group, item in zip(selected, items, strict=True)
        if group not in kept
    )
    return Suggestion(_plan(kept, minutes), minutes, left_out, sum(group.upkeep for group in selected))


def weight(group: Group, objectives: Mapping[str, Objective]) -> int:
    """How much a group counts: 1 to begin with, its fit (0 to 12), thrice its worth and its joy, and its objectives."""
    served = [objectives[id_] for id_ in set(group.objectives) if id_ in objectives]
    ranks = sum(BY_RANK.get(objective.rank, 1) for objective in served if objective.active)
    return 1 + group.fit.total + 3 * group.worth + 3 * group.joy + ranks


def shared(steps: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share whole ``steps`` by ``weights`` (not all 0) so that the total is exact; earlier ones win ties.

    Source: the largest remainder method with the Hare quota (Hamilton's method; Balinski and Young, "Fair
    Representation", 1982): each gets the whole part of its quota, then the largest remainders one step more.
    """
    total = sum(weights)
    quotas = [divmod(steps * each, total) for each in weights]
    shares = [whole for whole, _ in quotas]
    by_remainder = sorted(range(len(quotas)), key=lambda index: -quotas[index][1])
    for index in by_remainder[: steps - sum(shares)]:
        shares[index] += 1
    return tuple(shares)


def _check(minutes: int) -> None:
    if minutes < STEP:
        raise Misread(say("“{minutes}” min are too few to share; give at least {step}.", minutes=minutes, step=STEP))
    if minutes > WEEK:
        raise Misread(say("“{minutes}” min do not fit; a week has {week}.", minutes=minutes, week=WEEK))


def _steps(group: Group) -> int:
    """The fewest steps a kept group can have: its upkeep, and at least one."""
    return max(1, -(-group.upkeep // STEP))


def _plan(kept: Mapping[Group, Item], minutes: int) -> Plan:
    steps, rest = divmod(minutes, STEP)
    spare = shared(steps - sum(item.size for item in kept.values()), [item.value for item in kept.values()])
    lines = {
        group.id: _by_kind(group, item.size + more) for (group, item), more in zip(kept.items(), spare, strict=True)
    }
    heaviest = max(kept, key=lambda group: kept[group].value)
    lines[heaviest.id] = lines[heaviest.id].plus(_main_kind(heaviest), rest)
    return Plan(lines)


def _by_kind(group: Group, steps: int) -> Split:
    if group.nature.only_watched:
        return Split(watching=steps * STEP)
    return Split(*(share * STEP for share in shared(steps, BY_ROLE[group.role])))


def _main_kind(group: Group) -> Kind:
    return max(group.kinds, key=BY_ROLE[group.role].of)


def _why(item: Item, kept: Iterable[Item], minutes: int) -> str:
    """Why a group was left out, in words that are true of it."""
    upkeep = spell_minutes(item.size * STEP)
    if item.size * STEP > minutes:
        there = spell_minutes(minutes)
        return say("its upkeep of {upkeep} is more than the {minutes} there are", upkeep=upkeep, minutes=there)
    if all(item.value * other.size < other.value * item.size for other in kept):
        return say("its upkeep of {upkeep} does not fit, and it is worth less a minute than the others", upkeep=upkeep)
    return say("its upkeep of {upkeep} does not fit beside groups that are worth more together", upkeep=upkeep)
