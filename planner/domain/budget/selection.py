"""Selecting: which groups fit into the minutes she has, and what the others would have cost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ..errors import Misread
from ..group import IN_QUESTION, Group, Standing
from ..objective import Objective
from ..plan import STEP, refuse_unplannable
from ..value import NamedTuple
from ..words import listing, plural, say, spell_minutes
from .knapsack import Item, best_subsets
from .likely import seems_read
from .upkeep import Lately, Upkeep, Upkeeps, unknown_in, unknown_words, upkeeps

#: What serving an active objective of rank 1, 2 or 3 adds to a group's weight; a later one adds 1.
BY_RANK = {1: 6, 2: 4, 3: 2}


#: What was felt lately, 0 to 3, by group id; one of which she has not said so is not in it.
Joys = Mapping[str, int]


class Selection(NamedTuple):
    """The groups that are worth most together within ``minutes``, each active objective served where that is possible.

    ``left_out`` are the others, each with the reason; ``present`` are the groups selected today. Values are weights
    summed; ``needed`` is the upkeep of those proposed, ``present_needed`` of those selected today, in minutes a week,
    ``upkeeps`` what is known of each group's, by id. ``unserved`` are the active objectives that none of the groups
    proposed serves. ``marked`` are the groups (ids) of which a weight is known at all.
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
    upkeeps: Upkeeps
    marked: frozenset[str] = frozenset()

    def value_words(self, value: int, groups: Iterable[Group]) -> str:
        """What groups are worth together; a dash where nothing is known of any."""
        return str(value) if any(group.id in self.marked for group in groups) else "–"

    @property
    def joining(self) -> tuple[Group, ...]:
        """Those proposed that are not selected today."""
        return tuple(group for group in self.proposed if group.standing is not Standing.SELECTED)

    @property
    def leaving(self) -> tuple[Group, ...]:
        """Those selected today that are left out: to be parked."""
        return tuple(group for group, _ in self.left_out if group.standing is Standing.SELECTED)

    @property
    def reasons(self) -> tuple[tuple[str, tuple[Group, ...]], ...]:
        """The groups left out, under each reason once."""
        return by_reason(self.left_out)


class Asked(NamedTuple):
    """What she says of a selection beforehand: the groups (ids) it must have, and those it must do without."""

    pinned: Collection[str] = ()
    without: Collection[str] = ()


class Chosen(NamedTuple):
    """The groups that are kept, each with its fewest steps and its weight, and the others with the reason."""

    kept: Mapping[Group, Item]
    left_out: tuple[tuple[Group, str], ...]


def select(
    minutes: int,
    groups: Iterable[Group],
    objectives: Mapping[str, Objective],
    *,
    parked: bool = False,
    asked: Asked = Asked(),  # noqa: B008 - an immutable value
    lately: Lately = (),
    felt: Joys = {},  # noqa: B006 - never written to
) -> Selection:
    """Which of her selected and candidate groups (and the ``parked`` ones) to follow in ``minutes`` a week.

    Those parked that are not asked about are left out as such: what all of her groups take has them in it. A group that
    nobody looked at counts a usual upkeep, and by nothing else: it is for her to take the choice, or not.
    Raises Misread for minutes that cannot be planned with, and where what is asked for does not fit into them.
    """
    refuse_unplannable(minutes)
    standings = (*IN_QUESTION, Standing.PARKED) if parked else IN_QUESTION
    known = in_her_order(groups)
    costs = upkeeps(known, lately)
    in_question = [group for group in known if group.standing in standings or group.id in asked.pinned]
    wanted = [group for group in in_question if group.id not in asked.without]
    wanted.sort(key=seems_read)  # of two that are as good, the one to meet people in
    kept, left_out = choose(wanted, minutes, objectives, costs, asked.pinned, felt)
    done_without = say("you asked to do without")
    left_out = (*left_out, *((group, done_without) for group in in_question if group.id in asked.without))
    parked_ones = [group for group in known if group.standing is Standing.PARKED and group not in in_question]
    left_out = (*left_out, *((group, say("you have parked it")) for group in parked_ones))  # they are counted, too
    present = tuple(group for group in known if group.standing is Standing.SELECTED)
    served = {id_ for group in kept for id_ in group.objectives}
    return Selection(
        minutes=minutes,
        proposed=tuple(kept),
        left_out=left_out,
        present=present,
        value=sum(item.value for item in kept.values()),
        present_value=sum(weight(group, objectives, felt) for group in present),
        needed=sum(item.size for item in kept.values()) * STEP,
        present_needed=sum(fewest_steps(costs[group.id]) for group in present) * STEP,
        unserved=tuple(objective for objective in _active(objectives) if objective.id not in served),
        upkeeps=costs,
        marked=frozenset(group.id for group in known if is_marked(group, objectives, felt)),
    )


def by_reason(left_out: Iterable[tuple[Group, str]]) -> tuple[tuple[str, tuple[Group, ...]], ...]:
    """Groups under the reason they share, each reason once, in the order of its first group."""
    groups_by_reason: dict[str, list[Group]] = {}
    for group, why in left_out:
        groups_by_reason.setdefault(why, []).append(group)
    return tuple((why, tuple(groups)) for why, groups in groups_by_reason.items())


def selection_words(selection: Selection) -> str:
    """What is proposed beside what is selected today, in a sentence or two."""
    proposed = none_proposed_words(selection) or plural(
        len(selection.proposed),
        "{n} group fits into {minutes}: worth {value}, upkeep {needed}.",
        "{n} groups fit into {minutes}: worth {value}, upkeep {needed}.",
        minutes=spell_minutes(selection.minutes),
        value=selection.value_words(selection.value, selection.proposed),
        needed=_about(selection.needed, selection.proposed, selection.upkeeps),
    )
    present = plural(
        len(selection.present),
        "The {n} selected today: worth {value}, upkeep {needed}.",
        "The {n} selected today: worth {value}, upkeep {needed}.",
        value=selection.value_words(selection.present_value, selection.present),
        needed=_about(selection.present_needed, selection.present, selection.upkeeps),
    )
    return f"{proposed} {present}" if selection.present else proposed


def none_proposed_words(selection: Selection) -> str:
    """Why nothing is proposed; "" where something is."""
    if selection.proposed:
        return ""
    return say("No group fits into {minutes}, so nothing is selected.", minutes=spell_minutes(selection.minutes))


def _about(needed: int, groups: Collection[Group], costs: Upkeeps) -> str:
    """Minutes; where some of them are a guess they are about so many, and it says of how many groups."""
    unknown = unknown_words(unknown_in(costs, [group.id for group in groups]), len(groups))
    length = spell_minutes(needed)
    return say("about {minutes} ({unknown})", minutes=length, unknown=unknown) if unknown else length


def choose(  # noqa: PLR0917 - groups in their surroundings
    groups: Sequence[Group],
    minutes: int,
    objectives: Mapping[str, Objective],
    costs: Upkeeps,
    pinned: Collection[str] = (),
    felt: Joys = {},  # noqa: B006 - never written to
) -> Chosen:
    """The groups that are worth most together with their upkeep (``costs``) in ``minutes``: an exact knapsack.

    Each active objective is served by one of them at least, where that is possible. The ``pinned`` ones are kept
    whatever they are worth; raises Misread where they do not fit.
    """
    needs = {objective.id: 1 << number for number, objective in enumerate(_active(objectives))}
    items = {
        group: Item(
            fewest_steps(costs[group.id]),
            weight(group, objectives, felt),
            sum(needs.get(id_, 0) for id_ in set(group.objectives)),
        )
        for group in groups
    }
    fixed = [group for group in groups if group.id in pinned]
    capacity = minutes // STEP - sum(items[group].size for group in fixed)
    if capacity < 0:
        raise _pins_too_much(fixed, items, minutes)
    met = {id_ for group in fixed for id_ in group.objectives}
    open_needs = sum(bit for id_, bit in needs.items() if id_ not in met)
    free = [group for group in groups if group.id not in pinned]
    sizes = [items[group] for group in free]
    best = best_subsets(sizes, capacity, open_needs)
    taken = {free[index].id for index in best.chosen} | {group.id for group in fixed}
    kept = {group: item for group, item in items.items() if group.id in taken}
    left_out = tuple(
        (group, _why(items[group], kept, minutes, objectives, gives_way=index in best.unbound))
        for index, group in enumerate(free)
        if group.id not in taken
    )
    return Chosen(kept, left_out)


def _pins_too_much(pinned: Sequence[Group], items: Mapping[Group, Item], minutes: int) -> Misread:
    return Misread(
        say(
            "{groups} take {upkeep} together, more than the {minutes} there are. Pin fewer, or give more minutes.",
            groups=listing([group.name for group in pinned]),
            upkeep=spell_minutes(sum(items[group].size for group in pinned) * STEP),
            minutes=spell_minutes(minutes),
        )
    )


def weight(group: Group, objectives: Mapping[str, Objective], felt: Joys = {}) -> int:  # noqa: B006 - never written to
    """How much a group counts: 1 to begin with, its fit (0 to 12), thrice its worth and its joy, and its objectives.

    What was ``felt`` there lately weighs more than the joy of the first look. A mark that was never given adds nothing.
    """
    joy = felt.get(group.id, group.joy)
    served = [objectives[id_] for id_ in set(group.objectives) if id_ in objectives]
    ranks = sum(BY_RANK.get(objective.rank, 1) for objective in served if objective.active)
    return 1 + group.fit.total + 3 * (group.worth or 0) + 3 * (joy or 0) + ranks


def is_marked(group: Group, objectives: Mapping[str, Objective], felt: Joys = {}) -> bool:  # noqa: B006
    """Whether anything is known that a group counts by: a mark of hers, or an active objective."""
    served = any(objectives[id_].active for id_ in group.objectives if id_ in objectives)
    return served or group.fit.known or group.worth is not None or felt.get(group.id, group.joy) is not None


def fewest_steps(upkeep: Upkeep) -> int:
    """The fewest steps of 5 minutes that a kept group can have: its upkeep, and at least one."""
    return max(1, -(-upkeep.counted // STEP))


def in_her_order(groups: Iterable[Group]) -> list[Group]:
    """Groups by her own rank, those without one last."""
    return sorted(groups, key=lambda group: (group.order, group.id))


def _active(objectives: Mapping[str, Objective]) -> list[Objective]:
    return sorted((each for each in objectives.values() if each.active), key=lambda each: (each.rank, each.id))


def _why(
    item: Item, kept: Mapping[Group, Item], minutes: int, objectives: Mapping[str, Objective], *, gives_way: bool
) -> str:
    """Why a group was left out, in words that are true of it. ``gives_way``: to one that alone serves an objective."""
    if item.size * STEP > minutes:
        return say("its upkeep is more than the {minutes} there are", minutes=spell_minutes(minutes))
    if gives_way:
        served = [f"#{each.id}" for each in _active(objectives) if any(each.id in group.objectives for group in kept)]
        return say("its upkeep does not fit beside groups that serve {objectives}", objectives=listing(served))
    if all(item.value * other.size < other.value * item.size for other in kept.values()):
        return say("its upkeep does not fit, and it is worth less a minute than the others")
    return say("its upkeep does not fit beside groups that are worth more together")
