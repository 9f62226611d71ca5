"""The review of a week. On a terminal without options it opens the review screen.

planner review last --markdown
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.offer import offer_lines
from planner.cli.options import document_options
from planner.cli.review_documents import review_document
from planner.cli.section_table import aligned
from planner.domain.errors import Misread
from planner.domain.grammar.moments import read_week
from planner.domain.texts import shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say
from planner.interop.review_document import review_markdown, review_text

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.week import Week


def arguments(parser: ArgumentParser) -> None:
    document_options(parser)
    parser.add_argument("week", metavar="WEEK", nargs="?", default="this")


def run(desk: Desk, args: Args) -> Answer:
    week = week_to_read(desk, args.week)
    draft, book = desk.review(week), desk.book()
    document = review_document(draft, book)
    if args.markdown:
        return Answer("", document, raw=review_markdown(draft, book).encode())
    offered = [] if args.json else offer_lines(desk)
    return Answer("\n".join([review_text(draft, book, aligned).rstrip("\n"), *offered]), document)


def week_to_read(desk: Desk, text: str) -> Week:
    """The week that is asked for. Raises Misread for one to come, as the screen refuses it."""
    week = read_week(text, desk.now())
    if week > desk.this_week():
        from planner.domain.weeks.draft import to_come_words

        raise Misread(say("“{text}”: {why}", text=shown(text), why=to_come_words()))
    return week
