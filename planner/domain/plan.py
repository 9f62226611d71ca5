"""A plan: one week's budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .errors import Misread
from .group import Group, Standing
from .kinds import Kind, Split
from .week import Week
from .words import say

STEP = 5  #: minutes; plans are suggested and edited in these steps
WEEK = 7 * 24 * 60  #: minutes in a week


class Plan(NamedTuple):
    """One week's budget: minutes by kind for each group id, and one sentence of intention.

    One that nobody made for its week is ``carried`` on from the last week that was planned.
    """

    lines: Mapping[str, Split]
    intention: str = ""
    carried: Week | None = None

    @property
    def total(self) -> Split:
        return Split(*(sum(column) for column in zip(*self.lines.values(), strict=True))) if self.lines else Split()


def refuse_unplannable(minutes: int) -> None:
    """Raise Misread for minutes a week that nothing can be planned with."""
    if minutes < STEP:
        raise Misread(say("“{minutes}” min are too few to share; give at least {step}.", minutes=minutes, step=STEP))
    if minutes > WEEK:
        raise Misread(say("“{minutes}” min do not fit; a week has {week}.", minutes=minutes, week=WEEK))


def with_cell(plan: Plan, group: str, kind: Kind, minutes: int) -> Plan:
    """``plan`` with one cell set to ``minutes``, on the 5-minute grid or off it; an emptied line goes.

    Raises Misread when the minutes are negative or more than a week has.
    """
    if minutes < 0:
        raise Misread(say("“{minutes}” is less than nothing; a plan gives 0 min or more.", minutes=minutes))
    if minutes > WEEK:
        raise Misread(say("“{minutes}” min do not fit; a week has {week}.", minutes=minutes, week=WEEK))
    line = plan.lines.get(group, Split()).with_(kind, minutes)
    lines = {**plan.lines, group: line}
    return plan._replace(lines={id_: split for id_, split in lines.items() if split.total})


def copied(source: Plan, groups: Iterable[Group]) -> Plan:
    """``source`` for another week: the lines of the groups still selected, in the kinds each can still be given."""
    lines = {}
    for group in groups:
        line = source.lines.get(group.id, Split())
        line = Split(**{kind.value: line.of(kind) for kind in group.kinds})
        if group.standing is Standing.SELECTED and line.total:
            lines[group.id] = line
    return source._replace(lines=lines, carried=None)


def carried_words(week: Week) -> str:
    """That a plan is carried on from ``week``."""
    return say("Carried on from the plan of week {n}.", n=week.number)


def carried_on(source: Plan, week: Week, groups: Iterable[Group]) -> Plan | None:
    """The plan of ``week`` for a later one that nobody planned; None where none of its groups is selected any more."""
    plan = copied(source, groups)
    return plan._replace(carried=source.carried or week) if plan.lines else None
