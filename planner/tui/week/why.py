"""Why the gauge stands where it does: cap and balance with their forecasts, and every signal with its advice."""

from __future__ import annotations

from planner.domain.adverts import advert_words
from planner.domain.book import unread_words
from planner.domain.drift.reasons import signals_told
from planner.domain.plan import apart_words
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import say
from planner.tui.actions.draw_objective_progress import objective_rows
from planner.tui.week.draw_reasons import reasons
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import INDENT
from planner.tui.widgets.draw_marks import Marks
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from ..widgets.page_panel import PagePanel
from ..widgets.panel import GAUGE


class Why(PagePanel):
    """Shows the week's level, both of its reasons, all its signals, and what it did for the objectives; it scrolls
    under the gauge."""

    LEFT = GAUGE

    ABOUT = About(
        lambda: say("Why the gauge stands there"),
        lambda: say(
            "The level is the worse of two judgements: the cap of watching, and the balance of reading "
            "to giving and meeting. Each shows its forecast beside its limit, and every signal what to "
            "do next."
        ),
    )

    def __init__(self, ink: Ink, report: Report, width: int, height: int) -> None:
        super().__init__(ink, level_row(report), lambda width, _height: why(report, width, ink.marks), width, height)


def level_row(report: Report) -> Row:
    """The week's level; of a week off that it is one."""
    if isinstance(report, UnreadReport):
        return Row(INDENT).put(say("Why the gauge stands there"), "text strong")
    if report.drift.off:
        return Row(INDENT).put(apart_words(report.plan), "text strong")
    return Row(INDENT).put(report.drift.level.title, f"{report.drift.level.word} strong")


def why(report: Report, width: int, marks: Marks) -> list[Row]:
    """The panel's rows."""
    if isinstance(report, UnreadReport):
        return [Row(2).put(line, "text") for line in paragraph(report.words, width - 4)]
    drift = report.drift
    apart = "" if drift.off else apart_words(report.plan)
    rows = [
        *(Row(INDENT).put(line, "dim") for line in paragraph(apart, width - 2 * INDENT)),
        *([Row()] if apart else []),
        *([] if drift.off else reasons(drift, width, marks)),
        *(
            Row(2).put(line, "dim")
            for line in paragraph(advert_words(report.adverts, report.logged.watching), width - 4)
        ),
        Row(),
    ]
    for signal in signals_told(drift, report.quiet):
        rows += [Row(2).put(line, "text") for line in paragraph(signal.text, width - 6)]
        under = say("Put off: not spoken of this week.") if signal.is_put_off else signal.advice
        rows += [Row(4).put(line, "dim") for line in paragraph(under, width - 6)]
    if not drift.signals and not drift.off:
        rows.append(Row(2).put(say("Nothing speaks against this week so far."), "text"))
    objectives = objective_rows(report.objectives, width, marks)
    if report.unread:
        objectives = [*objectives, *(Row(2).put(line, "text") for line in paragraph(unread_words(), width - 4))]
    return [*rows, Row(), *objectives] if objectives else rows
