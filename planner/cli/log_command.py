"""Log one line: KIND MINUTES GROUP [note] [@person] [#objective] [when].

planner log c 25 lyon-ux answered a question
planner log m 1h pmi @marie @"Paul Roy" coffee yesterday 12:30
planner log w 15 pmi
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.quick import free_text
from planner.cli.sentences import change_text, what_next
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.book import Book
    from planner.domain.weeks.change import Change


quick = free_text


def arguments(parser: ArgumentParser) -> None:
    from planner.cli.options import json_option

    json_option(parser)
    parser.add_argument(
        "text", metavar="LINE", nargs="*", help=say("KIND MINUTES GROUP [NOTE] [@PERSON] [#OBJECTIVE] [WHEN]")
    )


def run(desk: Desk, args: Args) -> Answer:
    change = desk.log(args.text)
    assert change.entry
    book = desk.book()
    return Answer(
        "\n".join([change_text(change), *what_next(change.entry, book)]), _document(change, book) if args.json else None
    )


def _document(change: Change, book: Book) -> dict[str, object]:
    """For programs alone, so that who types every day need not load what writes it."""
    from planner.cli.documents import logged_document

    return {**logged_document(change, book), "read_as_note": list(change.read_as_note)}
