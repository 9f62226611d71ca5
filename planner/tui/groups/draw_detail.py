"""The chosen group in words, under the table."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.audit.audit import Audit, GroupAudit, checks_words
from planner.domain.audit.words import facts
from planner.domain.fact import Fact
from planner.domain.words import say

from ..widgets.draw_facts import INDENT, cut, fact_rows
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, literal


def group_detail(row: GroupAudit, facts: Sequence[Fact], width: int, marks: Marks, height: int = 1000) -> list[Row]:
    """What it is, and each thing to know of it beside what that is about, in at most ``height`` rows.

    Where not all of it fits, the last row ends in an ellipsis.
    """
    rows = cut([_name(row, width, marks), *fact_rows(facts, width)], height)
    return [drawn.fitted(width) for drawn in rows]


def all_facts(row: GroupAudit | None, facts: Sequence[Fact], audit: Audit, width: int, marks: Marks) -> list[Row]:
    """The chosen group and both checks, nothing left out."""
    checks = [
        Row(INDENT).put(line, "text") for text in checks_words(audit) for line in paragraph(text, width - 2 * INDENT)
    ]
    group = [*_whole_name(row, width, marks), *fact_rows(facts, width), Row()] if row else []
    return [*group, Row(INDENT).put(say("ALL GROUPS"), "dim strong"), *checks]


def _whole_name(row: GroupAudit, width: int, marks: Marks) -> list[Row]:
    """The name, and under it what the group is where that has no room beside it."""
    beside, what = _name(row, width, marks), f" {marks.dot} ".join(facts(row.group))
    if literal(what) in beside.text:
        return [beside]
    name = Row(INDENT).put(row.group.name, "text strong", width - 2 * INDENT)
    under = [Row(INDENT).put(line, "dim") for line in paragraph(what, width - 2 * INDENT)]
    return [name, *under, *([Row(INDENT).put(say("asks for a look"), "accent")] if row.look_due else [])]


def _name(row: GroupAudit, width: int, marks: Marks) -> Row:
    drawn = Row(INDENT).put(row.group.name, "text strong", max(8, width // 2))
    due = Row().put(say("asks for a look"), "accent") if row.look_due else Row()
    room = width - drawn.cells - 3 - due.cells - 2 * INDENT
    drawn.put("   ").put(f" {marks.dot} ".join(facts(row.group)), "dim", max(1, room))
    return drawn.to(width - INDENT - due.cells).extend(due)
