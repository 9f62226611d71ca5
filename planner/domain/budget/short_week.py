"""A short week: what a plan comes to where she has fewer days than usual."""

from __future__ import annotations

from collections.abc import Mapping

from ..group import Group
from ..kinds import Split
from ..plan import STEP, Plan, Short, whole
from .budget import whole_meeting


def shortened(plan: Plan, days: int, of: int, groups: Mapping[str, Group]) -> Plan:
    """``plan`` for so many ``days`` out of ``of``, from what it is of all of them.

    Scaling twice is scaling once, and all the days give the whole plan back.
    Minutes are to the nearest step, and none that were planned become nothing but on no day at all. Meetings are whole
    ones, which is fewer of them: what is too little for one in a group goes to the next. ``groups`` are by id.
    """
    full = whole(plan)
    if days >= of:
        return full
    lines, owed = {}, 0  # owed: minutes of meetings, ``of`` times as many, that the groups before have left
    for id_, line in full.lines.items():
        owed += line.meeting * days
        length = _length(line, groups.get(id_))
        meeting = max(0, min(line.meeting, _nearest(owed, of, length)))
        owed -= meeting * of
        lines[id_] = Split(_step(line.contribution, days, of), meeting, _step(line.watching, days, of))
    return full._replace(
        lines={id_: line for id_, line in lines.items() if line.total},
        shared=_step(full.shared, days, of),
        short=Short(days, of, full.lines, full.shared),
    )


def _length(line: Split, group: Group | None) -> int:
    """Minutes of a meeting in a group: its usual ones, or what was planned for less than one."""
    usual = (whole_meeting(group) if group else 0) or STEP
    return min(usual, line.meeting) or usual


def _step(minutes: int, days: int, of: int) -> int:
    return max(STEP, _nearest(minutes * days, of, STEP)) if minutes and days else 0


def _nearest(minutes: int, of: int, step: int) -> int:
    """Minutes, given ``of`` times as many, to the nearest whole number of steps; half a step is one."""
    return (2 * minutes + of * step) // (2 * of * step) * step
