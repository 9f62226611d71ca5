"""How the network grew: a bar a month of people met, those tied, and the groups by which they came."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.book import Book
from planner.domain.people.growth import Grown, Growth
from planner.domain.unread import without_words
from planner.domain.words import month_year, say

from ..widgets.draw_gauge import share_of
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row

MONTHS = 6  #: how many it tells of
INDENT = 2
GAP = 2
LEAST_BAR, LONGEST_BAR = 10, 40


def _figures_width() -> int:
    """Cells of a column of figures, the gap before it included."""
    return GAP + max(3, cell_len(say("MET", context="people")), cell_len(say("TIED")))


def growth_rows(growth: Growth, book: Book, width: int, marks: Marks) -> list[Row]:
    """The latest months, the last one first; one mark a person, or more where a month has too many for that."""
    months = growth.months[-MONTHS:]
    if not months:
        return []
    rows = [Row(INDENT).put(say("HOW THE NETWORK GREW"), "dim strong")]
    if growth.without:
        rows += [Row(INDENT).put(line, "text") for line in paragraph(without_words(growth.without), width - 2 * INDENT)]
    most = max(1, *(month.grown.met for month in months), 1)
    month = max(cell_len(month_year(each.first)) for each in months)
    bar = min(most, LONGEST_BAR, max(LEAST_BAR, (width - INDENT - month - 2 * _figures_width()) // 2 - GAP))
    rows.append(_heading(month, bar, width))
    for each in reversed(months):
        row = Row(INDENT).put(month_year(each.first), "dim").to(INDENT + month + GAP)
        row.extend(_bar(each.grown, most, bar, marks)).to(INDENT + month + GAP + bar)
        rows.append(_figures(row, each.grown, book, width, marks))
    legend = Row(INDENT).put(marks.meeting, "meeting").put(f" {say('in person')}   ", "dim")
    legend.put(marks.loose, "meeting").put(f" {say('from afar')}   ", "dim")
    legend.put("?", "dim").put(f" {say('not said')}", "dim")
    if most > bar:
        legend.put(f"   {say('One mark stands for {n} people.', n=-(-most // bar))}", "dim")
    return [row.fitted(width) for row in (*rows, legend)]


def _heading(month: int, bar: int, width: int) -> Row:
    row = Row(INDENT).put(say("MONTH"), "dim").to(INDENT + month + GAP)
    end = INDENT + month + GAP + bar
    figures = _figures_width()
    row.right(end + figures, say("MET", context="people"), "dim").right(end + 2 * figures, say("TIED"), "dim")
    return row.put(" " * GAP).put(say("BY"), "dim").fitted(width)


def _bar(grown: Grown, most: int, width: int, marks: Marks) -> Row:
    """Those met in person are solid, those from afar a loose thread; the rest is not said."""
    known = grown.in_person + grown.remote
    both, all_said, near = (
        n if most <= width else share_of(n, most, width) for n in (grown.met, known, grown.in_person)
    )
    row = Row().put(marks.meeting * min(near, both), "meeting").put(marks.loose * max(0, all_said - near), "meeting")
    return row.put("?" * max(0, both - max(near, all_said)), "dim")


def _figures(row: Row, grown: Grown, book: Book, width: int, marks: Marks) -> Row:
    start, figures = row.cells, _figures_width()
    row.right(start + figures, str(grown.met or marks.none), "text" if grown.met else "dim")
    row.right(start + 2 * figures, str(grown.tied or marks.none), "text strong" if grown.tied else "dim")
    groups = _groups(grown, book)
    return row.put(" " * GAP).put(groups, "dim", max(0, width - row.cells - INDENT)).fitted(width)


def _groups(grown: Grown, book: Book) -> str:
    """The groups they came by, the most first: ``Lyon UX 3, PMI France``."""
    names = [f"{book.group_name(id_)} {n}" if n > 1 else book.group_name(id_) for id_, n in grown.groups.items()]
    return ", ".join(names)
