"""The week as cloth: groups are the threads that run along, days cross them, and what was done is the weave.

Three shapes by width: with the budget by kind beside the days, with one ``left`` column, and, where seven days
do not fit, a list of groups with today's marks.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from planner.domain import words
from planner.domain.kinds import Kind
from planner.domain.report import Line, WeekReport
from planner.domain.words import say

from . import budget
from .marks import Marks
from .row import Row
from .weave import woven

GUTTER = 4  # the pointer, the key, and air
SHORTEST_NAME = 10
LONGEST_NAME = 28
NARROWEST_DAY = 7  # "Mon 23" and a gap
WIDEST_DAY = 11
GAP = 2


class Spot(NamedTuple):
    """The chosen cell: a line of the report, and a day of the week (0 to 6)."""

    row: int = 0
    day: int = 0


class Columns(NamedTuple):
    """Where things stand across: widths in cells. ``day`` is 0 where the days do not fit."""

    name: int
    day: int
    budget: tuple[int, ...]  # one width a column, gap included
    shown: tuple[int, ...]  # which of contribution, meeting, watching and left these are

    @property
    def days_end(self) -> int:
        return GUTTER + self.name + (7 * self.day or TODAY_WIDTH)


#: Cells for today's marks where only today is shown.
TODAY_WIDTH = 9

_Budget = tuple[Row, Row, Row, Row]


def columns(width: int, names: int, budgets: list[_Budget], headings: tuple[str, ...]) -> Columns:
    """The columns that fit in ``width`` cells, where the longest name has ``names`` cells; the fullest shape first."""
    widths = [max(cell_len(headings[n]), *(row[n].cells for row in budgets), 1) + GAP for n in range(4)]
    widths[3] = max(widths[3], 7)
    for shown, least in (((0, 1, 2, 3), NARROWEST_DAY), ((3,), NARROWEST_DAY), ((0, 1, 2, 3), 0), ((2, 3), 0), ((3,), 0)):
        taken = GUTTER + 1 + sum(widths[n] for n in shown)
        room = width - taken - (7 * least or TODAY_WIDTH)
        wanted = min(max(names + GAP, SHORTEST_NAME), LONGEST_NAME)
        if room < SHORTEST_NAME and shown != (3,):
            continue
        if room < SHORTEST_NAME and least:
            continue
        spare = max(0, room - wanted)
        day = min(WIDEST_DAY, least + spare // 7) if least else 0
        name = max(1, room - 7 * (day - least)) if least else max(1, room)
        return Columns(name, day, tuple(widths[n] for n in shown), shown)
    return Columns(max(1, width - GUTTER - TODAY_WIDTH - widths[3] - 1), 0, (widths[3],), (3,))


class Cloth(NamedTuple):
    """The drawn cloth: a heading, a row for each line of the report, the foot, and where the columns stand."""

    heading: Row
    rows: tuple[Row, ...]
    foot: Row
    columns: Columns

    def day_at(self, x: int) -> int | None:
        """The day that stands at column ``x``; None beside the days."""
        start = GUTTER + self.columns.name
        if not self.columns.day or not start <= x < start + 7 * self.columns.day:
            return None
        return (x - start) // self.columns.day


def cloth(report: WeekReport, width: int, spot: Spot, marks: Marks) -> Cloth:
    """Draw the week's cloth in ``width`` cells."""
    headings = say("CONTRIBUTE"), say("MEET"), say("WATCH"), say("LEFT")
    budgets = [budget.cells(line.logged, line.planned, line.left, marks) for line in report.lines]
    total = budget.cells(report.logged, report.planned, report.left, marks)
    names = max((cell_len(line.group.name) for line in report.lines), default=0)
    shape = columns(width, names, [*budgets, total], headings)
    rows = tuple(
        _line(index, line, report, shape, spot, marks, beside).fitted(width)
        for index, (line, beside) in enumerate(zip(report.lines, budgets, strict=True))
    )
    return Cloth(_heading(report, shape, spot, headings).fitted(width), rows, _foot(report, shape, total).fitted(width), shape)


def _heading(report: WeekReport, shape: Columns, spot: Spot, headings: tuple[str, ...]) -> Row:
    row = Row(GUTTER).put(say("GROUP"), "dim", shape.name)
    row.to(GUTTER + shape.name)
    if shape.day:
        for index, day in enumerate(report.week.days):
            role = "text strong" if day == report.today else "dim"
            row.to(GUTTER + shape.name + index * shape.day)
            row.put(" ").put(say("{day} {d}", day=words.day(day), d=day.day), role if index != spot.day else f"{role} under")
    else:
        row.put(" ").put(words.day_month(report.week.days[spot.day])[: TODAY_WIDTH - 1], "text")
    at = shape.days_end
    for index, wide in zip(shape.shown, shape.budget, strict=True):
        at += wide
        row.right(at, headings[index], "dim")
    return row


def _line(
    index: int, line: Line, report: WeekReport, shape: Columns, spot: Spot, marks: Marks, beside: _Budget
) -> Row:
    chosen = index == spot.row
    row = Row().put(f" {marks.pointer if chosen else ' '}", "accent strong")
    row.put(f"{index + 1} " if index < 9 else "  ", "accent" if chosen else "dim")
    row.put(line.group.name, "text strong" if chosen else "text", shape.name - 1).to(GUTTER + shape.name)
    for day in range(7) if shape.day else (spot.day,):
        row.extend(_cell(line, day, report, shape.day or TODAY_WIDTH, marks, held=chosen and day == spot.day))
    at = shape.days_end
    for column, wide in zip(shape.shown, shape.budget, strict=True):
        text = beside[column]
        if shape.shown == (3,) and line.over and report.plan:
            text = budget.over(line.over)
        at += wide
        row.to(at - text.cells).extend(text)
    return row.marked("chosen") if chosen else row


def _cell(line: Line, day: int, report: WeekReport, width: int, marks: Marks, *, held: bool) -> Row:
    """A day's cell; the chosen one stands between brackets."""
    running = report.timer.kind if _runs(line, day, report) and report.timer else None
    weave = woven(line.days[day], width - 2, marks, running)
    if not weave.cells and line.left.hands and report.week.days[day] >= report.today:
        weave.put(marks.open, "dim")
    row = Row().put("[" if held else " ", "accent strong").extend(weave)
    return row.to(width - 1).put("]" if held else " ", "accent strong")


def _runs(line: Line, day: int, report: WeekReport) -> bool:
    timer = report.timer
    return timer is not None and timer.group == line.group.id and timer.start.date() == report.week.days[day]


def _foot(report: WeekReport, shape: Columns, total: _Budget) -> Row:
    """Each day's total, and the week's budget."""
    row = Row(GUTTER)
    if shape.day:
        for index, day in enumerate(report.days):
            row.to(GUTTER + shape.name + index * shape.day + 1)
            row.put(words.minutes(day.total) if day.total else "", "dim")
    at = shape.days_end
    for column, wide in zip(shape.shown, shape.budget, strict=True):
        at += wide
        row.to(at - total[column].cells).extend(total[column])
    return row


def kinds_of(kind: Kind) -> str:
    """The heading's word for a kind."""
    return {Kind.CONTRIBUTION: say("CONTRIBUTE"), Kind.MEETING: say("MEET"), Kind.WATCHING: say("WATCH")}[kind]
