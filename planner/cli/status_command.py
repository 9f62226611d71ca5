"""One line that says where the week stands, for a prompt or a status bar.

  planner status
  planner status --format "{hands} of {hands_planned}, {level}"

Fields: week, hands, hands_planned, contribution, meeting, watching, cap, level, probability, timer, timer_group,
follow_ups, to_confirm, review_due.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.quick import only_json
from planner.cli.sentences import filled, week_line
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.book import Book
    from planner.domain.weeks.unread_report import Report


quick = only_json(format="")


def arguments(parser: ArgumentParser) -> None:
    from planner.cli.options import json_option

    json_option(parser)
    parser.add_argument("--format", metavar="TEMPLATE", default="", help=say("a line of your own with named fields"))


def run(desk: Desk, args: Args) -> Answer:
    report, book = desk.report(), desk.book()
    waiting = desk.waiting()
    text = filled(args.format, report, book) if args.format else week_line(report)
    if waiting and not args.format:
        from planner.domain.weeks.copies import copies_words

        text = say("; ").join([text, say("{copies}: planner merge", copies=copies_words(len(waiting)))])
    twice = desk.kept_twice()
    if twice and not args.format:
        from planner.domain.weeks.copies import conflicts_words

        text = say("; ").join([text, say("{conflicts}: planner conflicts", conflicts=conflicts_words(twice))])
    beside = {"copies": list(waiting), "conflicts": twice}
    return Answer(text, {**_document(report, book), **beside} if args.json else None)


def _document(report: Report, book: Book) -> dict[str, object]:
    """For programs alone, so that a prompt need not load what writes it."""
    from planner.cli.documents import status_document

    return status_document(report, book)
