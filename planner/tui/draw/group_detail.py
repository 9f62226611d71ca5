"""The chosen group in words, under the table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain.audit import Audit, GroupAudit
from planner.domain.audit_words import Told, facts
from planner.domain.budget import reality_words
from planner.domain.dispersion import dispersion_words
from planner.domain.words import say

from .marks import Marks
from .paragraph import paragraph
from .row import Row

INDENT = 2
GAP = 2


def group_detail(row: GroupAudit, told: Sequence[Told], width: int, marks: Marks, height: int = 1000) -> list[Row]:
    """What it is, and each thing to know of it beside what that is about, in at most ``height`` rows.

    Where not all of it fits, the last row ends in an ellipsis.
    """
    about = max(cell_len(each.about) for each in told) + INDENT + GAP
    rows = [_name(row, width, marks)]
    for each in told:
        lines = paragraph(each.words, width - about - INDENT)
        rows.append(Row(INDENT).put(each.about, "dim").to(about).put(lines[0], "text"))
        rows += [Row(about).put(line, "text") for line in lines[1:]]
    if len(rows) > height:
        rows = rows[:height]
        rows[-1].put(" …", "dim")
    return [drawn.fitted(width) for drawn in rows]


def all_told(row: GroupAudit | None, told: Sequence[Told], found: Audit, width: int, marks: Marks) -> list[Row]:
    """The chosen group and both checks, nothing left out."""
    lines = [reality_words(found.reality), *dispersion_words(found.dispersion)]
    checks = [Row(INDENT).put(line, "text") for text in lines for line in paragraph(text, width - 2 * INDENT)]
    group = [*group_detail(row, told, width, marks), Row()] if row else []
    return [*group, Row(INDENT).put(say("ALL GROUPS"), "dim strong"), *checks]


def _name(row: GroupAudit, width: int, marks: Marks) -> Row:
    drawn = Row(INDENT).put(row.group.name, "text strong", max(8, width // 2))
    due = Row().put(say("asks for a look"), "accent") if row.look_due else Row()
    room = width - drawn.cells - 3 - due.cells - 2 * INDENT
    drawn.put("   ").put(f" {marks.dot} ".join(facts(row.group)), "dim", max(1, room))
    return drawn.to(width - INDENT - due.cells).extend(due)
