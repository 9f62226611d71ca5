"""The masthead: the app, the week's number with its dates, the clock, and the running timer."""

from __future__ import annotations

from planner.domain import words
from planner.domain.report import WeekReport
from planner.domain.words import say

from .marks import Marks
from .row import Row, clip


def masthead(report: WeekReport, width: int, timer_group: str, marks: Marks, *, demo: bool = False) -> Row:
    """One row: who it is on the left, the week in the middle, the time on the right; the middle gives way last."""
    week = say("Week {number}", number=report.week.number)
    dates = words.span_of_days(report.week.monday, report.week.sunday)
    clock = say("{date} {time}", date=words.day_month(report.now.date()), time=words.clock(report.now))
    if width < 76:
        clock = words.clock(report.now)
    right = _timer(report, timer_group, marks, max(0, width // 5))
    name = say("planner demo") if demo else "planner"
    row = Row(2).put(name, "accent strong")
    middle_cells = len(week) + 3 + len(dates)
    right_cells = len(clock) + (right.cells + 3 if right.cells else 0)
    middle = (width - middle_cells) // 2
    latest = width - 2 - right_cells - 3 - middle_cells
    row.to(max(row.cells + 3, min(middle, latest)))
    row.put(week, "text strong").put("   ").put(dates, "dim", max(1, width - row.cells - right_cells - 4))
    row.to(width - 2 - right_cells).put(clock, "text")
    if right.cells:
        row.put("   ").extend(right)
    return row.fitted(width)


def _timer(report: WeekReport, group: str, marks: Marks, most: int) -> Row:
    if report.timer is None:
        return Row()
    elapsed = words.spell_minutes(report.timer.elapsed(report.now))
    row = Row().put(f"{marks.running} ", "accent strong")
    return row.put(clip(group, most), "accent").put(f" {elapsed}", "accent strong")
