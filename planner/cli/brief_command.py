"""Before a meeting: who they are, what passed lately, what is promised, whom you both know, and what to ask.

planner brief               the next meeting to come
planner brief @marie        somebody, whether or not a meeting is arranged
planner brief 7k2p          the meeting of this id, with everybody in it
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.ways_documents import brief_document
from planner.cli.ways_text import brief_text
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("names", metavar="@NAME|ID", nargs="*")


def run(desk: Desk, args: Args) -> Answer:
    brief, book = desk.brief(" ".join(args.names)), desk.book()
    return Answer(brief_text(brief, book), brief_document(brief, book))
