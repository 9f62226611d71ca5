"""A tie as marks: a thread that grows stronger with each stage, and a moon that wanes as it cools."""

from __future__ import annotations

from planner.domain.people.tie import Stage, Tie, Warmth

from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

#: Stages as the length of the strong part of a thread; each is told from the others without colour.
LENGTH = int(Stage.TIED)

#: What cools stands out, and nothing else does.
ROLES = {Warmth.WARM: "dim", Warmth.COOLING: "leaning", Warmth.COLD: "drifting"}


def thread_mark(stage: Stage, marks: Marks) -> Row:
    """A stage, in three cells."""
    strong = int(stage)
    return Row().put(marks.filled * strong, "text").put(marks.unfilled * (LENGTH - strong), "dim")


def warmth_mark(tie: Tie, marks: Marks) -> tuple[str, str]:
    """The mark of a tie's warmth and its role; a blank for somebody only spotted."""
    if tie.resting:
        return marks.resting, "dim"
    if tie.warmth is None:
        return " ", "dim"
    return mark_of(tie.warmth, marks), ROLES[tie.warmth]


def mark_of(warmth: Warmth, marks: Marks) -> str:
    """The mark of a warmth."""
    return {Warmth.WARM: marks.warm, Warmth.COOLING: marks.cooling, Warmth.COLD: marks.cold}[warmth]
