"""The notice: one reserved row that says what happened, where that leaves the group, and the undo key."""

from __future__ import annotations

from typing import NamedTuple

from planner.domain.change import Change
from planner.domain.words import say

from .marks import Marks
from .row import Row


class Notice(NamedTuple):
    """Something to say in one row. ``role`` colours its mark; ``undo`` offers the key that takes it back."""

    words: str = ""
    then: str = ""
    role: str = "balanced"
    undo: bool = False


def of_change(change: Change) -> Notice:
    """What a change answers with."""
    return Notice(change.words, "  ".join(part for part in (change.standing, *change.notes) if part), undo=True)


def of_problem(problem: str) -> Notice:
    """What went wrong, and how to mend it."""
    return Notice(problem, role="adrift")


def notice(said: Notice, width: int, marks: Marks) -> Row:
    """Draw a notice; the undo key always stays."""
    if not said.words:
        return Row().to(width)
    row = Row().put(marks.running, said.role).put(" ")
    key = Row().put("u", "accent strong").put(f" {say('undo')}", "dim") if said.undo else Row()
    room = width - key.cells - 4
    row.put(said.words, "text", max(0, room - row.cells))
    if said.then and room - row.cells > 8:
        row.put(f"  {marks.dot} ", "dim").put(said.then, "dim", room - row.cells)
    return row.to(width - 2 - key.cells).extend(key).fitted(width)
