"""The budget: how the minutes she has are shared, and whether they can be enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..errors import Misread
from ..group import Group, Role, Standing
from ..kinds import Kind, Split
from ..objective import Objective
from ..plan import STEP, Plan, refuse_unplannable
from ..words import decimal, say, spell_minutes
from .knapsack import Item
from .selection import Selection, choose, fewest_steps, in_her_order, select, weight

#: What a group's minutes are for, in tenths, by role. The largest is the role's main kind.
BY_ROLE = {
    Role.TIES: Split(contribution=5, meeting=4, watching=1),
    Role.VISIBILITY: Split(contribution=7, meeting=2, watching=1),
    Role.WATCH: Split(contribution=2, meeting=1, watching=7),
}


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


class Proposal(NamedTuple):
    """A selection for so many minutes a week, with the plan that it would have.

    ``values`` are the groups' weights by id; ``reality`` sets the upkeep of every group she has
    not left beside those minutes.
    """

    selection: Selection
    plan: Plan
    values: Mapping[str, int]
    reality: Reality


def reality(groups: Iterable[Group], minutes: int) -> Reality:
    """The reality check: the upkeep of every group she has not left, beside ``minutes``.

    Raises Misread when ``minutes`` is no amount to plan with.
    """
    refuse_unplannable(minutes)
    needed = sum(group.upkeep for group in groups if group.standing is not Standing.LEFT)
    return Reality(needed, minutes, round(needed / minutes, 1))


def reality_words(check: Reality) -> str:
    """The reality check in a sentence."""
    if check.needed <= check.available:
        return say(
            "Following all of your groups takes {needed} a week; you have {available}.",
            needed=spell_minutes(check.needed),
            available=spell_minutes(check.available),
        )
    return say(
        "Following all of your groups takes {needed} a week; you have {available}: {times} times over.",
        needed=spell_minutes(check.needed),
        available=spell_minutes(check.available),
        times=decimal(check.times),
    )


def suggest(minutes: int, groups: Sequence[Group], objectives: Mapping[str, Objective]) -> Suggestion:
    """Share ``minutes`` between the selected groups in steps of 5; the total is exact.

    The groups kept are those that :func:`choose` finds. Each gets its upkeep, at least a step; what is over is shared
    by weight, and each group's minutes are split by its role. The last minutes that make no step go to the weightiest
    group's main kind. The order of ``groups`` does not matter.

    Raises Misread for fewer minutes than a step, more than a week has, no selected group, or none that fits.
    """
    refuse_unplannable(minutes)
    selected = in_her_order(group for group in groups if group.standing is Standing.SELECTED)
    if not selected:
        raise Misread(say("No group is selected to give minutes to. Add one: planner group add 'Lyon UX'."))
    kept, left_out = choose(selected, minutes, objectives)
    if not kept:
        smallest = min(selected, key=fewest_steps)
        raise Misread(
            say(
                "None of your groups can be kept up in {minutes}: {group}, the smallest, takes {upkeep}. "
                "Give more minutes, or lower its upkeep.",
                minutes=spell_minutes(minutes),
                group=smallest.name,
                upkeep=spell_minutes(fewest_steps(smallest) * STEP),
            )
        )
    return Suggestion(_plan(kept, minutes), minutes, left_out, sum(group.upkeep for group in selected))


def propose(
    minutes: int, groups: Sequence[Group], objectives: Mapping[str, Objective], *, parked: bool = False
) -> Proposal:
    """Select for ``minutes``, and plan for what was selected. Raises Misread for minutes that cannot be planned with.

    Where no group fits, the selection and the plan are empty.
    """
    found = select(minutes, groups, objectives, parked=parked)
    chosen = [group._replace(standing=Standing.SELECTED) for group in found.proposed]
    plan = suggest(minutes, chosen, objectives).plan if chosen else Plan({})
    values = {group.id: weight(group, objectives) for group in groups}
    return Proposal(found, plan, values, reality(groups, minutes))


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


def _plan(kept: Mapping[Group, Item], minutes: int) -> Plan:
    steps, rest = divmod(minutes, STEP)
    spare = shared(steps - sum(item.size for item in kept.values()), [item.value for item in kept.values()])
    lines = {
        group.id: by_role(group, item.size + more) for (group, item), more in zip(kept.items(), spare, strict=True)
    }
    heaviest = max(kept, key=lambda group: kept[group].value)
    lines[heaviest.id] = lines[heaviest.id].plus(_main_kind(heaviest), rest)
    return Plan(lines)


def by_role(group: Group, steps: int) -> Split:
    """So many steps of 5 minutes split by kind, as a group's role has it; one that is only watched has nothing else."""
    if group.nature.only_watched:
        return Split(watching=steps * STEP)
    return Split(*(share * STEP for share in shared(steps, BY_ROLE[group.role])))


def _main_kind(group: Group) -> Kind:
    return max(group.kinds, key=BY_ROLE[group.role].of)
