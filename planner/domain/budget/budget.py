"""The budget: how the minutes she has are shared, and whether they can be enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ..errors import Misread
from ..group import Group, Role, Standing
from ..kinds import Kind, Split
from ..objective import Objective
from ..plan import STEP, Plan, refuse_unplannable
from ..settings import USUAL_WEEK
from ..value import NamedTuple
from ..words import decimal, say, spell_minutes
from .knapsack import Item
from .selection import Asked, Joys, Selection, choose, fewest_steps, in_her_order, select, weight
from .upkeep import Lately, Upkeep, unknown_in, unknown_words, upkeeps

#: What a group's minutes are for, in tenths, by role. The largest is the role's main kind. Of several the first counts
#: twice.
BY_ROLE = {
    Role.TIES: Split(contribution=5, meeting=4, watching=1),
    Role.VISIBILITY: Split(contribution=7, meeting=2, watching=1),
    Role.WATCH: Split(contribution=2, meeting=1, watching=7),
}


class Suggestion(NamedTuple):
    """A proposed plan whose total is exactly ``minutes``; each group it leaves out with the reason, to park it.

    ``needed`` is the upkeep of all selected groups, in minutes a week, as far as it is known.
    """

    plan: Plan
    minutes: int
    left_out: tuple[tuple[Group, str], ...]
    needed: int


class Reality(NamedTuple):
    """Minutes a week that her groups' upkeep would take, beside those she has; ``times`` as many, to one place.

    Of the ``groups`` (those she has not left) so many are ``unknown``: each of them counts a usual upkeep. Unless
    ``said``, she has not said how many minutes she has, and those available are only proposed.
    """

    needed: int
    available: int
    times: float
    groups: int = 0
    unknown: int = 0
    said: bool = True

    @property
    def nothing_known(self) -> bool:
        """Whether all of it would be a guess."""
        return self.unknown == self.groups

    @property
    def as_planned(self) -> bool:
        """Whether she has not said how many minutes she has, and those of her last plan stand there."""
        return not self.said and self.available != USUAL_WEEK


class Proposal(NamedTuple):
    """A selection for so many minutes a week, with the plan that it would have.

    ``values`` are the groups' weights by id; ``reality`` sets the upkeep of every group she has
    not left beside those minutes.
    """

    selection: Selection
    plan: Plan
    values: Mapping[str, int]
    reality: Reality


def reality(groups: Iterable[Group], minutes: int, lately: Lately = (), *, said: bool = True) -> Reality:
    """The reality check: the upkeep of every group she has not left, beside ``minutes``, hers where ``said``.

    A group that nobody looked at counts a usual upkeep. Raises Misread when ``minutes`` is no amount to plan with.
    """
    refuse_unplannable(minutes)
    costs = upkeeps((group for group in groups if group.standing is not Standing.LEFT), lately)
    needed = sum(cost.counted for cost in costs.values())
    return Reality(needed, minutes, round(needed / minutes, 1), len(costs), unknown_in(costs, costs), said)


def needed_words(check: Reality) -> str:
    """What following all groups takes; where some of it is a guess it is about so much, and it says of how many."""
    length = spell_minutes(check.needed)
    unknown = unknown_words(check.unknown, check.groups)
    return say("about {minutes}", minutes=length) if unknown else length


def reality_words(check: Reality) -> str:
    """The reality check in a sentence."""
    unknown = unknown_words(check.unknown, check.groups)
    needed = needed_words(check) + (f" ({unknown})" if unknown else "")
    if not check.said:
        proposed = not_said_words(check.available)
        return say("Following all of your groups takes {needed} a week. {proposed}", needed=needed, proposed=proposed)
    available = spell_minutes(check.available)
    if check.needed <= check.available:
        return say(
            "Following all of your groups takes {needed} a week; you have {available}.",
            needed=needed,
            available=available,
        )
    return say(
        "Following all of your groups takes {needed} a week; you have {available}: {times} times over.",
        needed=needed,
        available=available,
        times=decimal(check.times),
    )


def not_said_words(proposed: int) -> str:
    """That she has not said how many minutes she has, and how many are ``proposed`` meanwhile: those of her last plan,
    else a usual week's."""
    if proposed != USUAL_WEEK:
        return say(
            "The minutes you have are not said yet; your last plan has {minutes}.", minutes=spell_minutes(proposed)
        )
    return say("The minutes you have are not said yet; {minutes} is proposed.", minutes=spell_minutes(proposed))


def suggest(
    minutes: int,
    groups: Sequence[Group],
    objectives: Mapping[str, Objective],
    *,
    lately: Lately = (),
    met: Collection[str] = (),
    pinned: Collection[str] = (),
    felt: Joys = {},  # noqa: B006 - never written to
) -> Suggestion:
    """Share ``minutes`` between the selected groups in steps of 5; the total is exact.

    The groups kept are those that :func:`choose` finds. Each gets its upkeep (what it took ``lately``, where that is
    known), at least a step; what is over is shared by weight, and a group's minutes are split by its roles. A meeting
    is a whole one, every second week where its minutes make none every week: the groups ``met`` (ids) are those that
    have one in the plan before. What may be read is shared by all groups, but for those that are there to be read. The
    last minutes that make no step go to the weightiest group's main kind. The order of ``groups`` does not matter.

    Raises Misread for fewer minutes than a step, more than a week has, no selected group, or none that fits.
    """
    refuse_unplannable(minutes)
    selected = in_her_order(group for group in groups if group.standing is Standing.SELECTED)
    if not selected:
        raise Misread(say("No group is selected to give minutes to. Add one: planner group add 'Lyon UX'."))
    costs = upkeeps(groups, lately)
    kept, left_out = choose(selected, minutes, objectives, costs, pinned, felt)
    if not kept:
        smallest = min(selected, key=lambda group: fewest_steps(costs[group.id]))
        raise Misread(
            say(
                "None of your groups can be kept up in {minutes}: {group}, the smallest, takes {upkeep}. "
                "Give more minutes, or lower its upkeep.",
                minutes=spell_minutes(minutes),
                group=smallest.name,
                upkeep=spell_minutes(fewest_steps(costs[smallest.id]) * STEP),
            )
        )
    needed = sum(costs[group.id].counted for group in selected)
    return Suggestion(_plan(kept, minutes, met), minutes, left_out, needed)


def propose(
    minutes: int,
    groups: Sequence[Group],
    objectives: Mapping[str, Objective],
    *,
    parked: bool = False,
    asked: Asked = Asked(),  # noqa: B008 - an immutable value
    lately: Lately = (),
    met: Collection[str] = (),
    said: bool = True,
    felt: Joys = {},  # noqa: B006 - never written to
) -> Proposal:
    """Select for ``minutes``, hers where ``said``, and plan for what was selected.

    Raises Misread for minutes that cannot be planned with.

    Where no group fits, the selection and the plan are empty.
    """
    selection = select(minutes, groups, objectives, parked=parked, asked=asked, lately=lately, felt=felt)
    chosen = {group.id for group in selection.proposed}
    standing = [
        group._replace(standing=Standing.SELECTED if group.id in chosen else Standing.PARKED) for group in groups
    ]  # all of them: what is usual among those that were looked at stays what it was
    plan = Plan({})
    if chosen:
        plan = suggest(minutes, standing, objectives, lately=lately, met=met, pinned=chosen, felt=felt).plan
    values = {group.id: weight(group, objectives, felt) for group in groups}
    return Proposal(selection, plan, values, reality(groups, minutes, lately, said=said))


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


def _plan(kept: Mapping[Group, Item], minutes: int, met: Collection[str]) -> Plan:
    steps, rest = divmod(minutes, STEP)
    spare = shared(steps - sum(item.size for item in kept.values()), [item.value for item in kept.values()])
    by_group = {
        group: by_role(group, item.size + more) for (group, item), more in zip(kept.items(), spare, strict=True)
    }
    cap = sum(line.watching for group, line in by_group.items() if not group.is_read)
    hands = {group: line if group.is_read else line._replace(watching=0) for group, line in by_group.items()}
    lines = {group.id: line for group, line in whole_meetings(hands, met).items()}
    heaviest = max(kept, key=lambda group: kept[group].value)
    lines[heaviest.id] = lines[heaviest.id].plus(_main_kind(heaviest), rest)
    return Plan({id_: line for id_, line in lines.items() if line.total}, shared=cap)


def whole_meetings(lines: Mapping[Group, Split], met: Collection[str] = ()) -> Mapping[Group, Split]:
    """Lines whose meetings are whole ones, of each group's usual length; what they lose or gain is contribution's.

    The minutes of all meetings together say how many there are, to the nearest. They go round: first to the groups
    that had none in the plan before (``met`` are those that had), then to those with the most minutes for them.
    """
    pool = sum(line.meeting for line in lines.values())
    room = {group: line.hands for group, line in lines.items() if line.meeting}
    turn = sorted(room, key=lambda group: (group.id in met, -lines[group].meeting))
    given = dict.fromkeys(lines, 0)
    while able := [group for group in turn if _fits_another(group, room[group], pool)]:
        for group in able:
            if _fits_another(group, room[group], pool):
                given[group] += whole_meeting(group)
                room[group] -= whole_meeting(group)
                pool -= whole_meeting(group)
    return {
        group: line._replace(contribution=line.hands - given[group], meeting=given[group])
        for group, line in lines.items()
    }


def _fits_another(group: Group, room: int, pool: int) -> bool:
    """Whether a whole meeting of a group fits into its hands' ``room``, and is nearer to the ``pool`` than none."""
    return 0 < whole_meeting(group) <= min(room, 2 * pool)


def whole_meeting(group: Group) -> int:
    """The length of a whole meeting in a group, in steps that a plan is made of."""
    return -(-group.usual.meeting // STEP) * STEP


def first_line(group: Group, upkeep: Upkeep) -> Split:
    """What a group begins with in a plan that had no part for it: its upkeep, by its roles, in whole meetings.

    What it may read counts against what all groups share, unless it is there to be read.
    """
    line = by_role(group, fewest_steps(upkeep))
    return line if group.is_read else whole_meetings({group: line._replace(watching=0)})[group]


def by_role(group: Group, steps: int) -> Split:
    """So many steps of 5 minutes split by kind, as a group's roles have it; what is only watched has nothing else."""
    if group.nature.only_watched:
        return Split(watching=steps * STEP)
    return Split(*(share * STEP for share in shared(steps, blend(group.roles))))


def blend(roles: Sequence[Role]) -> Split:
    """How what one or several roles are for goes together, as weights of the kinds: the first counts twice."""
    first, *others = roles
    total = BY_ROLE[first].and_(BY_ROLE[first]) if others else BY_ROLE[first]
    for role in others:
        total = total.and_(BY_ROLE[role])
    return total


def _main_kind(group: Group) -> Kind:
    return max(group.kinds, key=blend(group.roles).of)
