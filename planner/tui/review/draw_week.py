"""The review's second step: what was planned and done, as cloth."""

from __future__ import annotations

from planner.domain.adverts import advert_words
from planner.domain.book import unread_words
from planner.domain.held import meetings_words
from planner.domain.plan import apart_words
from planner.domain.weeks.report import WeekReport
from planner.domain.words import say

from ..actions.draw_balance import bars
from ..actions.draw_cloth import Spot, cloth
from ..actions.draw_objective_progress import objective_rows
from ..widgets.draw_marks import Marks
from ..widgets.draw_paragraph import paragraph
from ..widgets.draw_row import Row, wrap

INDENT = 2


def planned_and_done(report: WeekReport, width: int, height: int, marks: Marks) -> list[Row]:
    """The balance, what she meant to do, the cloth with its budget, and the objectives; with air where ``height`` rows
    allow it."""
    told_rows = [Row(INDENT).put(line, "dim").fitted(width) for line in _sentences(report, width)]
    above = [row.fitted(width) for row in bars(report, width, marks)]
    objectives = [Row(), *objective_rows(report.objectives, width, marks)] if report.objectives else []
    if report.unread:
        unread = [Row(INDENT).put(line, "text").fitted(width) for line in paragraph(unread_words(), width - 2 * INDENT)]
        objectives += [Row(), *unread]
    airy = height >= len(above) + len(told_rows) + 2 * len(report.lines) + 5 + len(objectives)
    air = [Row()] if airy else []
    rows = [*above, *air, *told_rows]
    if not report.lines:
        return [*rows, Row(), Row(INDENT).put(say("Nothing was planned, nothing was logged."), "text")]
    today = min(6, max(0, (report.today - report.week.monday).days))  # the day shown where one alone has room
    drawn = cloth(report, width, Spot(-1, today), marks)
    threads = [row for thread in drawn.rows for row in (*air, thread)]
    return [*rows, Row(), drawn.heading, *threads, *air, drawn.foot, *objectives]


def _sentences(report: WeekReport, width: int) -> list[str]:
    """What sets the plan apart, the share of watching, how meetings were held, and her intention."""
    apart = apart_words(report.plan)
    read = advert_words(report.adverts, report.logged.watching)
    return [
        line
        for told in (apart, _share(report), meetings_words(report.held), read, _intention(report))
        for line in wrap(told, width - 2 * INDENT, 2)
        if line
    ]


def _share(report: WeekReport) -> str:
    if not report.logged.total or report.drift.off:
        return ""
    share = round(100 * report.watch_share)
    if not report.plan:
        return say("{percent} % of the time was watching; there was no plan.", percent=share)
    planned = round(100 * report.watch_share_planned)
    return say("{percent} % of the time was watching; {planned} % was planned.", percent=share, planned=planned)


def _intention(report: WeekReport) -> str:
    return say("“{text}”", text=report.plan.intention) if report.plan and report.plan.intention else ""
