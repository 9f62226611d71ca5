"""A look at a group: four quick answers that say what it is for, and what is proposed for each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ..budget.likely import likely_role
from ..group import Fit, Group, Role
from ..objective import Aim, Objective
from ..value import NamedTuple

#: How long a look lasts; then the group asks for another.
LOOK_LASTS = timedelta(days=91)

#: A new group's fit, until she says otherwise: middling in all four.
MIDDLING = 2

#: Upkeep that is proposed for a new group, in minutes a week.
UPKEEP = {Role.TIES: 30, Role.VISIBILITY: 30, Role.WATCH: 15}

#: The aims that a role serves, the nearest first.
AIMS = {
    Role.TIES: (Aim.RELATIONSHIPS, Aim.COOPERATION),
    Role.VISIBILITY: (Aim.VISIBILITY, Aim.RELATIONSHIPS),
    Role.WATCH: (Aim.KNOWLEDGE,),
}


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


def proposed_look(group: Group, objectives: Sequence[Objective], role: Role | None = None) -> Look:
    """What to propose for a group: what she saw the last time, else what its name, or the ``role`` she has just given
    it, makes likely. ``objectives`` are the active ones by rank."""
    if group.next_look is not None and role in (None, group.role):
        return Look(group.roles, group.fit, _upkeep(group, group.role), group.objectives)
    role = role or likely_role(group)
    known = group.fit if group.fit.known else Fit(MIDDLING, MIDDLING, MIDDLING, MIDDLING)
    served = next((each.id for aim in AIMS[role] for each in objectives if each.aim is aim), None)
    return Look(
        (role,) if role is not group.role else group.roles,
        known,
        _upkeep(group, role),
        group.objectives or ((served,) if served else ()),
    )


def _upkeep(group: Group, role: Role) -> int:
    return UPKEEP[role] if group.upkeep is None else group.upkeep
