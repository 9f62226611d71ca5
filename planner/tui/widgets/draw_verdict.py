"""A verdict in a word, and with its mark."""

from __future__ import annotations

from planner.domain.audit.verdicts import Proposal
from planner.domain.review import Verdict
from planner.domain.words import say

from .draw_marks import Marks
from .draw_row import Row


def verdict_word(verdict: Verdict) -> str:
    """A verdict in a word or two of the chosen language, short enough for a column."""
    return say("feed") if verdict is Verdict.FEED else verdict.title


def verdict_mark(taken: Verdict | None, proposed: Proposal, marks: Marks) -> Row:
    """Her verdict with a tick; while there is none, the proposed one with a question mark, or that nothing is."""
    if taken:
        return Row().put(marks.done, "balanced").put(f" {verdict_word(taken)}", "text strong")
    if proposed.verdict is None:
        return Row().put(proposed.word, "dim")
    return Row().put("? ", "accent").put(verdict_word(proposed.verdict), "dim")
