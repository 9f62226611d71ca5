"""A verdict in a word and with its mark, and all of them with their keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.audit.verdicts import Proposal
from planner.domain.review import Verdict

from .draw_footer import Hint
from .draw_marks import Marks
from .draw_row import Row, clip

INDENT = 2


def verdict_mark(taken: Verdict | None, proposed: Proposal, marks: Marks) -> Row:
    """Her verdict with a tick; while there is none, the proposed one with a question mark, or that nothing is."""
    if taken:
        return Row().put(marks.done, "balanced").put(f" {taken.short}", "text strong")
    if proposed.verdict is None:
        return Row().put(proposed.word, "dim")
    return Row().put("? ", "accent").put(proposed.verdict.short, "dim")


def verdict_choices(hints: Sequence[Hint], width: int) -> Row:
    """The verdicts with their keys, closer together where it is narrow; none of them is left out, but the longest word
    is cut where all have no room."""
    cells = INDENT + sum(cell_len(hint.shown) + 1 + cell_len(hint.label) for hint in hints)
    wide = cells + 3 * len(hints) <= width
    over = cells + len(hints) - 1 - width
    longest = max(hints, key=lambda hint: cell_len(hint.label), default=None)
    row = Row(INDENT)
    for hint in hints:
        room = max(1, cell_len(hint.label) - over) if hint is longest and over > 0 else width
        row.put("" if row.cells == INDENT else "   " if wide else " ")
        row.put(hint.shown, "accent", press=hint.key).put(f" {clip(hint.label, room)}", "dim", press=hint.key)
    return row.fitted(width)
