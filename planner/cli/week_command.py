"""The week: budget, totals, drift and its signals.

planner week            this week
planner week last       also 2026-W48, next, -3 (weeks back), or any date in it
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import week_document
from planner.cli.options import json_option
from planner.cli.week_table import week_text
from planner.domain.grammar.moments import read_week
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("week", metavar="WEEK", nargs="?", default="this")


def run(desk: Desk, args: Args) -> Answer:
    report = desk.report(read_week(args.week, desk.now()))
    return Answer(week_text(report, desk.book()), week_document(report, desk.book()))
