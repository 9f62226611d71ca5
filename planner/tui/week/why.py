"""Why the gauge stands where it does: cap and balance with their forecasts, and every signal with its advice."""

from __future__ import annotations

from planner.domain.book import unread_words
from planner.domain.plan import carried_words
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import say
from planner.tui.actions.draw_objective_progress import objective_rows
from planner.tui.actions.draw_reasons import reasons
from planner.tui.widgets.draw_marks import Marks
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row, wrap
from planner.tui.widgets.ink import Ink

from ..widgets.panel import Panel


class Why(Panel[None]):
    """Shows the week's level, both of its reasons, all its signals, and what it did for the objectives."""

    def __init__(self, ink: Ink, report: Report, width: int) -> None:
        super().__init__(ink, why(report, width, ink.marks))


def why(report: Report, width: int, marks: Marks) -> list[Row]:
    """The panel's rows."""
    if isinstance(report, UnreadReport):
        return [Row(2).put(line, "text") for line in paragraph(report.words, width - 4)]
    drift = report.drift
    head = Row(2).put(drift.level.title, f"{drift.level.word} strong")
    if report.carried:
        head.put("   ").put(carried_words(report.carried), "dim")
    rows = [
        head,
        Row(),
        *reasons(drift, width, marks),
        Row(),
    ]
    told = {""}  # an act is told with the first reason for it
    for signal in drift.signals:
        for line in wrap(signal.text, width - 6, 3):
            rows += [Row(2).put(line, "text")] if line else []
        if (signal.code, signal.cause) in report.quiet:
            rows.append(Row(4).put(say("Put off: not spoken of this week."), "dim", width - 6))
        elif signal.advice not in told:
            told.add(signal.advice)
            rows.append(Row(4).put(signal.advice, "dim", width - 6))
    if not drift.signals:
        rows.append(Row(2).put(say("Nothing speaks against this week so far."), "text"))
    objectives = objective_rows(report.objectives, width, marks)
    if report.unread:
        objectives = [*objectives, *(Row(2).put(line, "text") for line in paragraph(unread_words(), width - 4))]
    return [*rows, Row(), *objectives] if objectives else rows
