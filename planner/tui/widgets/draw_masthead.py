"""The masthead: the app, the week's number with its dates, the clock, and the running timer."""

from __future__ import annotations

from planner.domain import words
from planner.domain.weeks.unread_report import Report
from planner.domain.words import say

from .draw_marks import Marks
from .draw_row import Row

INDENT = 2


def masthead(report: Report, width: int, timer_group: str, marks: Marks, *, demo: bool = False) -> Row:
    """One row: who it is on the left, the week in the middle, the time on the right. The week is never cut:
    where it is narrow the date, the timer's group and the app's name give way."""
    monday, now = report.week.monday, report.now
    week = Row().put(say("Week {number}", number=report.week.number), "text strong")
    week.put("  ").put(words.span_beside(monday, report.week.sunday, now.date()), "dim")
    name = Row().put(say("planner demo") if demo else "planner", "dim strong")
    for clock, most in (
        (say("{date} {time}", date=words.day_month(now.date()), time=words.clock(now)), 24),
        (f"{words.day(now.date())} {words.clock(now)}", 16),
        (words.clock(now), 0),
    ):
        right = Row().put(clock, "text").extend(_timer(report, timer_group, marks, most))
        if width >= 2 * INDENT + name.cells + week.cells + right.cells + 6:
            break
    else:
        name = Row()
    row = Row(INDENT).extend(name).put("   " if name.cells else "")
    middle = max(row.cells, min((width - week.cells) // 2, width - INDENT - right.cells - 3 - week.cells))
    return row.to(middle).extend(week).to(width - INDENT - right.cells).extend(right).fitted(width)


def _timer(report: Report, group: str, marks: Marks, most: int) -> Row:
    """The running timer, with its group in at most so many cells."""
    if report.timer is None:
        return Row()
    row = Row().put("   ").put(f"{marks.of_timer(paused=bool(report.timer.paused))} ", "accent strong")
    if most:
        row.put(group, "accent", most).put(" ")
    ran = words.spell_minutes(report.timer.elapsed(report.now))
    row.put(f"{ran}?" if report.doubtful else ran, "accent strong")
    return row.put(f" {say('paused')}", "accent") if report.timer.paused else row
