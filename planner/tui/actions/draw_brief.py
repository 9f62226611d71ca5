"""What to know before a meeting, and whom to write to next, as rows to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain.book import Book
from planner.domain.fact import Fact
from planner.domain.people.appointment_words import appointment_words
from planner.domain.people.brief import Brief
from planner.domain.people.brief_words import facts_of
from planner.domain.people.why_now import WhyNow, why_now_words

from ..widgets.draw_facts import INDENT, fact_rows
from ..widgets.draw_row import Row


def brief_rows(brief: Brief, book: Book, width: int) -> list[Row]:
    """What to know, person by person, under the meeting."""
    rows: list[Row] = []
    if brief.appointment:
        meeting = brief.appointment
        where = f", {meeting.place}" if meeting.place else ""
        rows = [Row(INDENT).put(appointment_words(meeting, book, brief.today) + where, "accent strong")]
    for each in brief.people:
        rows += [Row()] if rows else []
        rows.append(Row(INDENT).put(each.row.person.name, "text strong").put(f"   @{each.row.person.id}", "dim"))
        rows += fact_rows(facts_of(each, book, brief.today), width)
    return [row.fitted(width) for row in rows]


def why_now_rows(some: Sequence[WhyNow], today: date, width: int) -> list[Row]:
    """Whom to write to next, each with the reason."""
    rows = fact_rows([Fact(each.row.person.name, why_now_words(each, today)) for each in some], width)
    return [row.fitted(width) for row in rows]
