"""Upkeep: the minutes a week that following a group properly takes, as far as that is known.

What she says of a group stands until three weeks of its log say what it takes. A group that nobody looked at has no
upkeep yet: it counts as much as is usual among those that have one, and every sum with it in it is an *about*.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ..group import Group
from ..kinds import Split
from ..plan import STEP
from ..value import NamedTuple
from ..words import minutes, plural, say

#: Minutes a week that a group counts where no group's upkeep is known.
USUAL_UPKEEP = 45

#: Weeks that a group must have been logged in before its log says what it takes.
LOGGED_WEEKS = 3

#: Minutes by group id in each of the last whole weeks, oldest first.
Lately = Sequence[Mapping[str, Split]]


class Upkeep(NamedTuple):
    """A group's upkeep in minutes a week: what she ``said``, what it ``takes`` by its log; None where not known.

    ``usual`` is what counts in its place where neither is known.
    """

    said: int | None
    takes: int | None
    usual: int

    @property
    def known(self) -> bool:
        return self.said is not None or self.takes is not None

    @property
    def counted(self) -> int:
        """The minutes that it counts as."""
        if self.takes is not None:
            return self.takes
        return self.usual if self.said is None else self.said


#: Upkeep by group id.
Upkeeps = Mapping[str, Upkeep]


def upkeeps(groups: Iterable[Group], lately: Lately = ()) -> Upkeeps:
    """The upkeep of each group; ``lately`` is what was logged in the last weeks, in all groups."""
    known = {group.id: (group.upkeep, _taken(group.id, lately)) for group in groups}
    counted = [said if takes is None else takes for said, takes in known.values()]
    usual = _median([each for each in counted if each is not None])
    return {id_: Upkeep(said, takes, usual) for id_, (said, takes) in known.items()}


def upkeep_words(upkeep: Upkeep) -> str:
    """What is known of a group's upkeep, both what was said and what it takes: ``upkeep 45 a week, takes 1h10``."""
    if upkeep.takes is None:
        if upkeep.said is None:
            return say("upkeep not known yet; counted as about {minutes}", minutes=minutes(upkeep.usual))
        return say("upkeep {minutes} a week", minutes=minutes(upkeep.said))
    if upkeep.said is None:
        return say("takes {minutes} a week", minutes=minutes(upkeep.takes))
    return say(
        "upkeep {minutes} a week as you said, takes {takes}",
        minutes=minutes(upkeep.said),
        takes=minutes(upkeep.takes),
    )


def unknown_words(unknown: int, of: int) -> str:
    """How many groups have no upkeep yet: ``12 of 30 not looked at``; "" for none."""
    return plural(unknown, "{n} of {of} not looked at", "{n} of {of} not looked at", of=of) if unknown else ""


def unknown_in(upkeeps: Upkeeps, ids: Collection[str]) -> int:
    """How many of the groups (ids) have no known upkeep."""
    return sum(not upkeeps[id_].known for id_ in ids)


def _taken(id_: str, lately: Lately) -> int | None:
    """Minutes a week that a group's log took since it begins, to the nearest step; None before it says enough."""
    since = [sum(week[id_]) if id_ in week else 0 for week in lately]
    while since and not since[0]:
        del since[0]
    if sum(minutes > 0 for minutes in since) < LOGGED_WEEKS:
        return None
    return max(STEP, round(sum(since) / len(since) / STEP) * STEP)


def _median(values: Sequence[int]) -> int:
    """The middle one in order, the lower of two; a usual upkeep where there is none."""
    return sorted(values)[(len(values) - 1) // 2] if values else USUAL_UPKEEP
