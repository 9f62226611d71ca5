"""Likely doubles: two records under each other, of which one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from planner.domain.people.person_words import facts
from planner.domain.people.tie_list import TieRow
from planner.domain.words import plural, say

from ..widgets.draw_heading import heading
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row, literal
from .draw_tie import thread_mark

if TYPE_CHECKING:
    from planner.domain.people.doubles import Double

INDENT = 2
GAP = 2
LONGEST_NAME = 24


def pair_title(double: Double, place: str) -> Row:
    """Why the two may be one; ``place`` says which pair it is of how many."""
    return heading(say("ONE PERSON?")).put(f"  {say(double.why.value)}", "text").put(f"  {place}", "dim")


def pair_rows(stays: TieRow, goes: TieRow, said: str, width: int, marks: Marks) -> list[Row]:
    """The records, what stays first; ``said`` is what was done before."""
    name = min(LONGEST_NAME, max(cell_len(literal(row.person.name)) for row in (stays, goes)))
    label = max(cell_len(say("stays")), cell_len(say("goes")))
    rows = [
        _record(say("stays"), stays, label, name, width, marks, strong=True),
        _record(say("goes"), goes, label, name, width, marks, strong=False),
    ]
    done = Row().put(f"{marks.running} ", "balanced").put(said, "text", width - 2 * INDENT)
    return [*rows, Row(), done] if said else rows


def _record(  # noqa: PLR0917 - a drawing in its surroundings
    word: str, row: TieRow, label: int, name: int, width: int, marks: Marks, *, strong: bool
) -> Row:
    """One of the two: name, tie, meetings, and who they are."""
    tie = row.tie
    drawn = Row(INDENT).put(word, "text strong" if strong else "dim").to(INDENT + label + GAP)
    drawn.put(row.person.name, "text strong" if strong else "text", name).to(INDENT + label + name + 2 * GAP)
    drawn.extend(thread_mark(tie.stage, marks)).put(f" {tie.stage.title}", "text")
    if tie.meetings.times:
        drawn.put(f", {plural(tie.meetings.times, '{n} meeting', '{n} meetings')}", "dim")
    details = f" {marks.dot} ".join((*facts(row.person), *row.person.emails))
    drawn.put(f"  {details}" if details else "", "dim", max(0, width - drawn.cells - INDENT))
    return drawn.fitted(width)
