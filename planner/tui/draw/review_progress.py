"""The review's progress: its five steps, and which of them this is."""

from __future__ import annotations

from planner.domain.words import say

from .marks import Marks
from .row import Row

INDENT = 2
GAP = 3
STEPS = 5


def step_names() -> tuple[str, ...]:
    """The five steps in words."""
    return (say("Unconfirmed"), say("Planned and done"), say("Drift"), say("Verdicts"), say("Next week"))


def progress(step: int, width: int, marks: Marks) -> Row:
    """One row: which step this is (0 to 4) of how many, and all steps by name; only this one's where it is narrow."""
    count = Row().put(say("{n} of {steps}", n=step + 1, steps=STEPS), "dim")
    row = Row(INDENT)
    for _, number, name in step_spots(step, width, marks):
        row.put(" " * (GAP if row.cells > INDENT else 0))
        if number == step:
            row.put(f"{marks.pointer} ", "accent strong").put(name, "text strong")
        else:
            row.put(f"{marks.done if number < step else number + 1} ", "dim").put(name, "dim")
    if row.cells + count.cells + INDENT + 2 <= width:
        row.to(width - INDENT - count.cells).extend(count)
    return row.fitted(width)


def step_spots(step: int, width: int, marks: Marks) -> list[tuple[range, int, str]]:
    """Where each step that is shown stands across, with its number and its name."""
    spots, at = [], INDENT
    for number, name in enumerate(step_names()):
        mark = marks.pointer if number == step else marks.done if number < step else str(number + 1)
        end = at + len(mark) + 1 + len(name)
        spots.append((range(at, end), number, name))
        at = end + GAP
    if at - GAP + INDENT <= width:
        return spots
    name = step_names()[step]
    return [(range(INDENT, INDENT + 2 + len(name)), step, name)]
