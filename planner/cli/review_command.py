"""The review of a week. On a terminal without options it opens the review screen.

planner review last --markdown
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.documents import review_document
from planner.cli.options import json_option
from planner.domain.grammar.moments import read_week
from planner.domain.words import say
from planner.interop.review_document import review_markdown, review_text

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("week", metavar="WEEK", nargs="?", default="this")
    parser.add_argument("--markdown", action="store_true", help=say("a stable Markdown document"))


def run(desk: Desk, args: Args) -> Answer:
    draft = desk.review(read_week(args.week, desk.now()))
    document = review_document(draft, desk.book())
    if args.markdown:
        return Answer("", document, raw=review_markdown(draft).encode())
    return Answer(review_text(draft), document)
