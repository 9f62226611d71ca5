"""Progress through steps: which of them this is, and which are done."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len

from planner.domain.words import say

from .draw_marks import Marks
from .draw_row import Row

INDENT = 2
GAP = 3


def progress(names: Sequence[str], step: int, done: Collection[int], width: int, marks: Marks) -> Row:
    """One row: which step this is (from 0) of how many, and all steps by name; only this one's where it is narrow."""
    count = Row().put(say("{n} of {steps}", n=step + 1, steps=len(names)), "dim")
    row = Row(INDENT)
    for _, number in step_spots(names, step, done, width, marks):
        row.put(" " * (GAP if row.cells > INDENT else 0))
        mark = _mark(number, step, done, marks)
        row.put(f"{mark} ", "accent strong" if number == step else "dim")
        row.put(names[number], "text strong" if number == step else "dim")
    if row.cells + count.cells + INDENT + 2 <= width:
        row.to(width - INDENT - count.cells).extend(count)
    return row.fitted(width)


def step_spots(
    names: Sequence[str], step: int, done: Collection[int], width: int, marks: Marks
) -> list[tuple[range, int]]:
    """Where each step that is shown stands across, with its number."""
    spots, at = [], INDENT
    for number, name in enumerate(names):
        end = at + cell_len(_mark(number, step, done, marks)) + 1 + cell_len(name)
        spots.append((range(at, end), number))
        at = end + GAP
    if at - GAP + INDENT <= width:
        return spots
    return [(range(INDENT, INDENT + 2 + cell_len(names[step])), step)]


def _mark(number: int, step: int, done: Collection[int], marks: Marks) -> str:
    return marks.pointer if number == step else marks.done if number in done else str(number + 1)
