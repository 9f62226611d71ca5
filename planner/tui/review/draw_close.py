"""The close of a review: large and calm, what the week has brought and what the next one begins with."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from planner.domain import words
from planner.domain.book import Book
from planner.domain.weeks.close import Close, CloseSection, beside_table, close_sections
from planner.domain.weeks.draft import ReviewDraft
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import dated_span, say, span_of_days

from ..actions.draw_balance import bars
from ..actions.draw_bars import Shape, bar_rows, scale
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row
from ..widgets.draw_weave import woven
from .draw_growth import growth_rows

INDENT = 2
INNER = 4
GAP = 3
WIDEST = 100  # a page is no wider than it is good to read
FIGURE = 6  # cells of a week's figure, in hours
AIRY_FROM, LOW = 30, 16
BESIDE_FROM = 70  # cells from which what there is to say stands beside its title
NARROWEST_DAY = 6  # cells, below which a day says too little
BAR, BARS = 4, 6  # cells of a week's bar, and rows of all bars beside their line


def close_rows(draft: ReviewDraft, book: Book, width: int, height: int, marks: Marks) -> list[Row]:
    """All of it, with air where ``height`` rows allow it."""
    week, room = draft.week, min(width, WIDEST)
    air = [Row()] if height >= AIRY_FROM else []
    title = say("Week {n} is closed", n=week.number) if draft.review.closed else say("Week {n}", n=week.number)
    days = dated_span(week.monday, week.sunday)
    if INDENT + cell_len(title) + GAP + cell_len(days) > width:
        days = span_of_days(week.monday, week.sunday)
    rows = [*air, Row(INDENT).put(title, "accent strong").put(f"{' ' * GAP}{days}", "dim")]
    rows += [*air, *_weave(draft.report, room, marks)]
    if height >= AIRY_FROM:
        rows += [Row(), *bars(draft.report, room, marks)]
    sections = close_sections(draft.close, draft.people, book)
    label = INNER + max(cell_len(section.title) for section in sections if not section.table) + GAP
    if room < BESIDE_FROM:
        label = 0  # each under its title: beside it there would be half a line
    drawn = [
        _section(section, draft.close, label, room, height, mark, marks)
        for section, mark in zip(sections, _marks(sections, marks), strict=True)
    ]
    apart = height > len(rows) + sum(map(len, drawn)) + len(drawn)
    for number, section in enumerate(drawn):
        rows += [*([Row()] if apart or (height >= LOW and number in (0, len(drawn) - 1)) else []), *section]
    rows += air
    grown = growth_rows(draft.growth, book, room, marks) if draft.growth else []
    if grown:
        rows += [Row(), *grown]
    return [row.fitted(width) for row in rows]


def _weave(report: Report, width: int, marks: Marks) -> list[Row]:
    """The week in two rows: its days, and what each was woven of; none where there is no room for that."""
    day = (width - 2 * INDENT) // 7
    if isinstance(report, UnreadReport) or not report.logged.total or day < NARROWEST_DAY:
        return []
    head, cloth = Row(), Row()
    for number, (date, done) in enumerate(zip(report.week.days, report.days, strict=True)):
        start = INDENT + number * day
        head.to(start).put(words.day(date), "dim")
        cloth.to(start).extend(woven(done, day - 1, marks))
    return [head, cloth]


def _marks(sections: Sequence[CloseSection], marks: Marks) -> list[tuple[str, str]]:
    """What stands before each section that has something to tell: people, what was given, joy, what comes next."""
    shown = ((marks.meeting, "meeting"), (marks.contribution, "contribution"), (marks.warm, "balanced"))
    each = [*shown, *[(marks.pointer, "accent strong")] * (len(sections) - len(shown) - 1), ("", "text")]
    return [mark if section.found else ("", "text") for section, mark in zip(sections, each, strict=True)]


def _section(  # noqa: PLR0917 - a part in its surroundings
    section: CloseSection,
    close: Close,
    label: int,
    width: int,
    height: int,
    mark: tuple[str, str],
    marks: Marks,
) -> list[Row]:
    """What it is about, and beside it what there is to say; figures of several weeks stand under it."""
    title = Row(INDENT).put(*mark).to(INNER if not section.table else INDENT).put(section.title.upper(), "dim strong")
    figures = _beside(close, width, height, marks) if section.table else []
    if figures:
        return [title, *figures]
    start, role = (
        label if not section.table and cell_len(section.title) <= label else INNER,
        "text strong" if section.found else "dim",
    )
    rows = [] if start == label else [title]
    for sentence in section.sentences:
        for line in paragraph(sentence.replace("->", marks.right), width - start - INDENT):
            rows.append((title if start == label and not rows else Row()).to(start).put(line, role))
    return rows


def _beside(close: Close, width: int, height: int, marks: Marks) -> list[Row]:
    """The weeks from left to right, this one strong, under small bars of them where there is height for that; none
    where there is no room for them."""
    head, *table = beside_table(close)
    label = max(len(cells[0]) for cells in table)
    if INNER + label + FIGURE * (len(head) - 1) > width:
        return []
    rows = []
    weeks = [each.bar for each in close.weeks if each.bar]
    if height >= AIRY_FROM and len(weeks) == len(close.weeks):
        shape = Shape(INNER + label + FIGURE - BAR, FIGURE, BAR)
        rows = [Row(), *bar_rows(weeks, scale(weeks, BARS), shape, marks)]
    for number, cells in enumerate([head, *table]):
        row = Row(INNER).put("" if number == 0 else cells[0], "dim").to(INNER + label)
        for at, cell in enumerate(cells[1:], 1):
            is_this = at == len(cells) - 1
            row.right(INNER + label + at * FIGURE, cell, "text strong" if is_this and number else "dim")
        rows.append(row)
    return rows
