"""A verdict in a word, and with its mark."""

from __future__ import annotations

from planner.domain.audit.verdicts import Proposal
from planner.domain.review import Verdict

from .draw_marks import Marks
from .draw_row import Row


def verdict_mark(taken: Verdict | None, proposed: Proposal, marks: Marks) -> Row:
    """Her verdict with a tick; while there is none, the proposed one with a question mark, or that nothing is."""
    if taken:
        return Row().put(marks.done, "balanced").put(f" {taken.short}", "text strong")
    if proposed.verdict is None:
        return Row().put(proposed.word, "dim")
    return Row().put("? ", "accent").put(proposed.verdict.short, "dim")
