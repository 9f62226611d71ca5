"""A look at a group: four quick answers that say what it is for, and what is proposed for each.

What is proposed for several goes together: each active objective is served by one of them at least, where one can be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from ..budget.likely import likely_role
from ..budget.upkeep import USUAL_UPKEEP
from ..group import Fit, Group, Role
from ..objective import Aim, Objective
from ..value import NamedTuple
from ..words import listing, say

#: How long a look lasts; then the group asks for another.
LOOK_LASTS = timedelta(days=91)

#: A new group's fit, until she says otherwise: middling in all four.
MIDDLING = 2

#: The aims that a role serves, the nearest first.
AIMS = {
    Role.TIES: (Aim.RELATIONSHIPS, Aim.COOPERATION),
    Role.VISIBILITY: (Aim.VISIBILITY, Aim.RELATIONSHIPS),
    Role.WATCH: (Aim.KNOWLEDGE,),
}

#: The role that serves an aim before all others.
ROLE_OF = {aims[0]: role for role, aims in AIMS.items()} | {Aim.COOPERATION: Role.TIES}


class Look(NamedTuple):
    """What she saw in a group: its roles, fit, upkeep (minutes a week) and the objectives it serves (ids)."""

    roles: tuple[Role, ...]
    fit: Fit
    upkeep: int
    objectives: tuple[str, ...]

    @property
    def role(self) -> Role:
        """What it is for before all else."""
        return self.roles[0]

    def with_role(self, role: Role) -> Look:
        """One role more, or one less; there is always one."""
        others = tuple(each for each in self.roles if each is not role)
        return self._replace(roles=(others or self.roles) if role in self.roles else (*self.roles, role))

    def with_fit(self, value: int) -> Look:
        """One answer for trade, sector, place and interest, 0 to 3."""
        return self._replace(fit=Fit(value, value, value, value))


def proposed_look(
    group: Group, objectives: Sequence[Objective], role: Role | None = None, usual: int = USUAL_UPKEEP
) -> Look:
    """What to propose for a group: what she saw the last time, else what its name, or the ``role`` she has just given
    it, makes likely. ``objectives`` are the active ones by rank; ``usual`` is the upkeep that it counted until now."""
    upkeep = usual if group.upkeep is None else group.upkeep
    if group.next_look is not None and role in (None, group.role):
        return Look(group.roles, group.fit, upkeep, group.objectives)
    role = role or likely_role(group)
    known = group.fit if group.fit.known else Fit(MIDDLING, MIDDLING, MIDDLING, MIDDLING)
    served = next((each.id for aim in AIMS[role] for each in objectives if each.aim is aim), None)
    return Look(
        (role,) if role is not group.role else group.roles,
        known,
        upkeep,
        group.objectives or ((served,) if served else ()),
    )


class Proposed(NamedTuple):
    """A look for each group (id), hers or proposed; ``added`` is which of them (id) is proposed for which objective,
    that none would serve otherwise, and ``unserved`` what none can be proposed for."""

    looks: Mapping[str, Look]
    added: tuple[tuple[Group, Objective], ...] = ()
    unserved: tuple[Objective, ...] = ()

    @property
    def words(self) -> str:
        """What was done so that each objective is served, and which is not; "" for nothing."""
        if self.unserved:
            return say("None of them serves {objectives}.", objectives=_titles(self.unserved))
        if not self.added:
            return ""
        pairs = [say("“{objective}” by {group}", objective=each.title, group=group.name) for group, each in self.added]
        return say("So that each objective is served, it is proposed: {pairs}.", pairs=listing(pairs))


def _titles(objectives: Sequence[Objective]) -> str:
    return listing([say("“{text}”", text=each.title) for each in objectives])


def proposed_looks(
    groups: Sequence[Group],
    objectives: Sequence[Objective],
    usual: Mapping[str, int],
    answered: Mapping[str, Look],
) -> Proposed:
    """What to propose for some groups (by id), where she has not ``answered``; ``usual`` is the upkeep of each.

    An objective that none would serve is proposed for the group that seems made for it, else for the one that fits
    best, of those of which she has said nothing; what it is for goes with it.
    """
    looks = {
        each.id: answered.get(each.id) or proposed_look(each, objectives, usual=usual.get(each.id, USUAL_UPKEEP))
        for each in groups
    }
    free = [each for each in groups if each.id not in answered and each.next_look is None and not each.objectives]
    added: list[tuple[Group, Objective]] = []
    unserved: list[Objective] = []
    for objective in objectives:
        if any(objective.id in look.objectives for look in looks.values()):
            continue
        able = [each for each in free if not each.nature.only_watched or objective.aim is Aim.KNOWLEDGE]
        if not able:
            unserved.append(objective)
            continue
        role = ROLE_OF[objective.aim]
        best = max(able, key=lambda each, role=role: _suits(each, looks[each.id], role))  # type: ignore[misc]
        seen = looks[best.id]
        roles = seen.roles if role in seen.roles else (*seen.roles, role)
        looks[best.id] = seen._replace(roles=roles, objectives=(*seen.objectives, objective.id))
        added.append((best, objective))
    return Proposed(looks, tuple(added), tuple(unserved))


def _suits(group: Group, seen: Look, role: Role) -> tuple[bool, bool, int, int]:
    """How well a group suits a role that it is not known to have: the first where all else is alike."""
    marks = group.fit.total + 3 * (group.worth or 0) + 3 * (group.joy or 0)
    return role in seen.roles, Role.WATCH not in seen.roles, marks, -len(seen.objectives)
