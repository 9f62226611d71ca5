"""Log one line: KIND MINUTES GROUP [note] [@person] [#objective] [when].

planner log c 25 lyon-ux answered a question
planner log m 1h pmi @marie @"Paul Roy" coffee yesterday 12:30
planner log w 15 pmi
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.documents import logged_document
from planner.cli.options import json_option
from planner.cli.quick import free_text
from planner.cli.sentences import change_text, what_next
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


quick = free_text


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument(
        "text", metavar="LINE", nargs="*", help=say("KIND MINUTES GROUP [NOTE] [@PERSON] [#OBJECTIVE] [WHEN]")
    )


def run(desk: Desk, args: Args) -> Answer:
    change = desk.log(args.text)
    assert change.entry
    book = desk.book()
    document = {**logged_document(change, book), "read_as_note": list(change.read_as_note)}
    return Answer("\n".join([change_text(change), *what_next(change.entry, book)]), document)
