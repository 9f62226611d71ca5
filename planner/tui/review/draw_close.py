"""The close of a review: large and calm, what the week has brought and what the next one begins with."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.book import Book
from planner.domain.weeks.close import Close, CloseSection, beside_table, close_sections
from planner.domain.weeks.draft import ReviewDraft
from planner.domain.words import dated_span, say

from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row
from .draw_growth import growth_rows

INDENT = 2
INNER = 4
GAP = 3
WIDEST = 100  # a page is no wider than it is good to read
FIGURE = 6  # cells of a week's figure, in hours
AIRY_FROM, LOW = 30, 16


def close_rows(draft: ReviewDraft, book: Book, width: int, height: int, marks: Marks) -> list[Row]:
    """All of it, with air where ``height`` rows allow it."""
    week, room = draft.week, min(width, WIDEST)
    air = [Row()] if height >= AIRY_FROM else []
    gap = [Row()] if height >= LOW else []
    title = say("Week {n} is closed", n=week.number) if draft.review.closed else say("Week {n}", n=week.number)
    rows = [*air, Row(INDENT).put(title, "accent strong").put(f"   {dated_span(week.monday, week.sunday)}", "dim")]
    sections = close_sections(draft.close, draft.people, book)
    label = INDENT + max(cell_len(section.title) for section in sections if not section.table) + GAP
    for section in sections:
        rows += [*air, *gap, *_section(section, draft.close, label, room, marks)]
    rows += air
    grown = growth_rows(draft.growth, book, room, marks) if draft.growth else []
    if grown:
        rows += [Row(), *grown]
    return [row.fitted(width) for row in rows]


def _section(section: CloseSection, close: Close, label: int, width: int, marks: Marks) -> list[Row]:
    """What it is about, and beside it what there is to say; figures of several weeks stand under it."""
    title = Row(INDENT).put(section.title.upper(), "dim strong")
    figures = _beside(close, width) if section.table else []
    if figures:
        return [title, *figures]
    start = label if not section.table and cell_len(section.title) <= label else INNER
    rows = [] if start == label else [title]
    for sentence in section.sentences:
        for line in paragraph(sentence.replace("->", marks.right), width - start - INDENT):
            rows.append((title if start == label and not rows else Row()).to(start).put(line, "text strong"))
    return rows


def _beside(close: Close, width: int) -> list[Row]:
    """The weeks from left to right, this one strong; none where there is no room for them."""
    head, *table = beside_table(close)
    label = max(len(cells[0]) for cells in table)
    if INNER + label + FIGURE * (len(head) - 1) > width:
        return []
    rows = []
    for number, cells in enumerate([head, *table]):
        row = Row(INNER).put("" if number == 0 else cells[0], "dim").to(INNER + label)
        for at, cell in enumerate(cells[1:], 1):
            is_this = at == len(cells) - 1
            row.right(INNER + label + at * FIGURE, cell, "text strong" if is_this and number else "dim")
        rows.append(row)
    return rows
