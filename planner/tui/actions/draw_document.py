"""A document as a readable page: its sections in the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from planner.interop.sections import Section

from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, literal

INDENT = 2
GAP = 3
WIDEST = 100  # a page is no wider than it is good to read
SHORTEST_FIRST, SHORTEST_LAST = 8, 16  # the last column wraps rather than to get narrower


def document(title: str, sections: Iterable[Section], width: int, _height: int = 0) -> list[Row]:
    """The title and all sections, each with its sentences and its table."""
    room = min(width, WIDEST)
    rows = [Row(INDENT).put(line, "text strong") for line in paragraph(title, width - 2 * INDENT)]
    for section in sections:
        rows += [Row(), *([Row(INDENT).put(section.title.upper(), "dim strong")] if section.title else [])]
        for sentence in section.sentences:
            rows += [Row(INDENT).put(line, "text") for line in paragraph(sentence, room - 2 * INDENT)]
        rows += _table(section.table, room)
    return [row.fitted(width) for row in rows]


def _table(table: Sequence[tuple[str, ...]], width: int) -> list[Row]:
    """Columns under their heads; the last one takes what is left of the width and wraps in it."""
    if not table:
        return []
    wanted = [max(cell_len(literal(cell)) for cell in column) for column in zip(*table, strict=True)]
    room = width - 2 * INDENT - GAP * (len(wanted) - 1) - sum(wanted[1:-1])
    least = min(wanted[-1], SHORTEST_LAST)
    first = min(wanted[0], max(SHORTEST_FIRST, room - least))
    widths = [first, *wanted[1:-1], min(wanted[-1], max(least, room - first))]
    rows: list[Row] = []
    for number, cells in enumerate(table):
        rows += _line(cells, widths, "dim" if number == 0 else "text")
    return rows


def _line(cells: Sequence[str], widths: Sequence[int], role: str) -> list[Row]:
    row, at = Row(INDENT), INDENT
    for cell, width in zip(cells[:-1], widths[:-1], strict=True):
        row.to(at).put(cell, role, width)
        at += width + GAP
    lines = paragraph(cells[-1], widths[-1])
    rest = [Row(at).put(line, role) for line in lines[1:]]
    return [row.to(at).put(lines[0] if lines else "", role), *rest]
