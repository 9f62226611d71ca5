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
    Minutes are to the nearest step, and none that were planned become nothing but on no day at all; meetings are whole
    ones, which is fewer of them. ``groups`` are by id.
    """
    full = whole(plan)
    if days >= of:
        return full
    lines = {id_: _scaled(line, days, of, groups.get(id_)) for id_, line in full.lines.items()}
    kept = {id_: line for id_, line in lines.items() if line.total}
    return full._replace(
        lines=kept, shared=_step(full.shared, days, of), short=Short(days, of, full.lines, full.shared)
    )


def _scaled(line: Split, days: int, of: int, group: Group | None) -> Split:
    length = (whole_meeting(group) if group else 0) or STEP
    return Split(
        contribution=_step(line.contribution, days, of),
        meeting=min(line.meeting, _nearest(line.meeting, days, of, length)),
        watching=_step(line.watching, days, of),
    )


def _step(minutes: int, days: int, of: int) -> int:
    return max(STEP, _nearest(minutes, days, of, STEP)) if minutes and days else 0


def _nearest(minutes: int, days: int, of: int, step: int) -> int:
    """Minutes scaled, to the nearest whole number of steps; half a step is one."""
    return (2 * minutes * days + of * step) // (2 * of * step) * step
