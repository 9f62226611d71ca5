"""A verdict in a word, and with its mark."""

from __future__ import annotations

from planner.domain.review import Verdict
from planner.domain.words import say

from .draw_marks import Marks
from .draw_row import Row


def verdict_word(verdict: Verdict) -> str:
    """A verdict in a word of the chosen language."""
    return {
        Verdict.MORE: say("more"),
        Verdict.KEEP: say("keep"),
        Verdict.LESS: say("less"),
        Verdict.CONTRIBUTE: say("contribute"),
        Verdict.PARK: say("park"),
        Verdict.LEAVE: say("leave"),
        Verdict.FEED: say("feed"),
    }[verdict]


def verdict_mark(taken: Verdict | None, proposed: Verdict, marks: Marks) -> Row:
    """Her verdict with a tick; while there is none, the proposed one with a question mark."""
    if taken:
        return Row().put(marks.done, "balanced").put(f" {verdict_word(taken)}", "text strong")
    return Row().put("? ", "accent").put(verdict_word(proposed), "dim")
