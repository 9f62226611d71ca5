"""How far the week is moving, or has moved, from plan toward watching.

planner drift
planner drift --at "yesterday 18:00"
planner drift --not-this-week                 once it gives a reason: do not speak of that again before the review
planner drift --replay 2026-W30..2026-W48     one line a day, each by only what was known then
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import day_document, drift_document, report_drift_document
from planner.cli.options import json_option
from planner.cli.sentences import change_text, day_row, drift_text, how_to_put_off, still_to_come
from planner.domain.errors import Misread
from planner.domain.grammar.moments import read_week
from planner.domain.grammar.when import read_moment
from planner.domain.instants import pinned
from planner.domain.unread import unread_file_words
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.unread_report import UnreadReport
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("--at", metavar="WHEN", help=say("judge at this moment, by what was logged before it"))
    parser.add_argument(
        "--not-this-week",
        dest="put_off",
        nargs="?",
        const="",
        metavar="CODE",
        help=say("put the first reason off until the review, or those of a code that --json tells"),
    )
    parser.add_argument("--replay", metavar="WEEK..WEEK", help=say("judge each day end of these weeks"))


def run(desk: Desk, args: Args) -> Answer:
    if sum(said is not None for said in (args.at, args.replay, args.put_off)) > 1:
        raise Misread(say("--at, --replay and --not-this-week do not go together; choose one."))
    if args.put_off is not None:
        change = desk.not_this_week(args.put_off)
        report = desk.report()
        return Answer(change_text(change), {"words": change.words, **report_drift_document(report)})
    if args.replay:
        first, dots, last = args.replay.partition("..")
        if not dots:
            last = first
        days = list(desk.replay(read_week(first, desk.now()), read_week(last, desk.now())))
        return Answer("\n".join(map(day_row, days)), documents=map(day_document, days))
    now = desk.now()
    moment = read_moment(args.at, now) if args.at else now
    week = Week.of(moment)
    at = {"at": pinned(moment).isoformat(), "week": str(week)}
    if args.at:
        drift, to_come = desk.drift_at(moment), pinned(moment) > pinned(now)
        text = drift_text(drift) if drift else unread_file_words(week.file)
        text = f"{still_to_come(moment, now)}\n{text}" if to_come else text
        return Answer(text, {**at, "to_come": to_come, **drift_document(drift), "unread": [] if drift else [week.file]})
    report = desk.report()
    if isinstance(report, UnreadReport):
        return Answer(report.words, {**at, **report_drift_document(report), "unread": [week.file]})
    text = "\n".join([drift_text(report.drift, report.quiet), *how_to_put_off(report)])
    return Answer(text, {**at, **report_drift_document(report), "unread": []})
