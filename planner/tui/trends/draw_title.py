"""The line over the trends: how far it is looked back, and at what."""

from __future__ import annotations

from planner.domain.value import NamedTuple
from planner.domain.weeks.trends import SPANS
from planner.domain.words import plural, say

from ..widgets.draw_heading import show_all
from ..widgets.draw_marks import Marks
from ..widgets.draw_row import Row

INDENT, GAP = 2, 3


class Tab(NamedTuple):
    """One of the spans in the line: the cells that it takes."""

    span: int | None
    start: int
    stop: int


class Title(NamedTuple):
    """The line, where its spans stand, and from which cell on what alone is looked at, or the key for it."""

    row: Row
    tabs: tuple[Tab, ...]
    right: int


def trends_title(asked: int | None, only: str, width: int, marks: Marks, keys: tuple[str, str] = ("s", "f")) -> Title:
    """One row; ``only`` is the one group or objective that is looked at, and the ``keys`` are those of spans and of
    that. Where there is room between them, what the bars are made of."""
    row, tabs = Row(INDENT).put(say("TRENDS"), "dim strong").put("  ").put(keys[0], "accent").put(" "), []
    for span in SPANS:
        start, shown = row.cells, span == asked
        words = say("all", context="weeks") if span is None else str(span)
        if shown and span is not None:
            words = plural(span, "{n} week", "{n} weeks")
        row.put("[" if shown else " ", "accent strong").put(words, "text strong" if shown else "dim")
        row.put("]" if shown else " ", "accent strong")
        tabs.append(Tab(span, start, row.cells))
    right = _right(only, keys[1], width - row.cells - GAP - INDENT)
    legend = _legend(marks)
    if row.cells + legend.cells + right.cells + 2 * GAP + INDENT <= width:
        row.put(" " * GAP).extend(legend)
    row.to(width - INDENT - right.cells).extend(right)
    return Title(row.fitted(width), tuple(tabs), width - INDENT - right.cells if right.cells else width)


def _right(only: str, key_: str, room: int) -> Row:
    """What alone is looked at, and the way back to all, if it has room; else the key for it, in as many words as have
    room."""
    if not only:
        whole, short, bare = (Row().put(key_, "accent").put(words, "dim") for words in _of_all())
        return next((row for row in (whole, short) if row.cells <= room), bare)
    back = Row(3).extend(show_all())
    name = Row().put(only, "text strong", room)
    return name.extend(back) if name.cells + back.cells <= room else name


def _of_all() -> tuple[str, str, str]:
    return f" {say('all groups')}", f" {say('only')}", ""


def _legend(marks: Marks) -> Row:
    """What was given, whom she met, what was read; and the line not to be passed."""
    row = Row()
    for mark, role, words in (
        (marks.bars.given, "contribution", say("given")),
        (marks.bars.met, "meeting", say("met")),
        (marks.bars.fringe, "watching", say("read")),
        (marks.bars.past, "adrift", say("past the cap")),
    ):
        row.put("  " if row.cells else "").put(mark, role).put(f" {words}", "dim")
    return row
