"""The ties: everybody, with what the log says of them, the most overdue first.

planner ties                           all of them
planner ties --cold --cooling          those to take up again
planner ties --now                     whom to write to next, and why now: five at most
planner ties --owed                    those with a promise open, yours or theirs
planner ties --stage met --circle decision-maker
planner ties --quiet 90 lyon           no exchange or meeting for 90 days, and “lyon” in their record

Sorted by: overdue, name, last-contact, next-step, stage, meetings.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.people_documents import row_document
from planner.cli.people_text import ties_text
from planner.domain.book import none_words, rows_if_known
from planner.domain.errors import Misread
from planner.domain.grammar.choices import chosen, typed
from planner.domain.grammar.names import find_group
from planner.domain.grammar.person_fields import read_circle
from planner.domain.people.tie import Stage, Warmth
from planner.domain.people.tie_list import TieFilter, TieOrder, in_order, matching
from planner.domain.people.tie_words import counts
from planner.domain.unread import without_words
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.book import Book


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("text", metavar="TEXT", nargs="*", help=say("words to find in name, company, place or note"))
    parser.add_argument("--cold", action="store_true", help=say("twice their cadence has passed"))
    parser.add_argument("--cooling", action="store_true", help=say("their cadence has passed"))
    parser.add_argument("--resting", action="store_true", help=say("those left to rest"))
    parser.add_argument("--now", action="store_true", help=say("whom to write to next, and why"))
    parser.add_argument("--owed", action="store_true", help=say("something is promised, in either direction"))
    parser.add_argument("--circle", metavar="CIRCLE", default="", help=say("decision-maker, prescriber, peer, friend"))
    parser.add_argument("--stage", metavar="STAGE", default="", help=say("spotted, in-touch, met, tied"))
    parser.add_argument("--group", metavar="GROUP", help=say("the people of a group"), default="")
    parser.add_argument("--quiet", metavar="DAYS", default="", help=say("no exchange or meeting for so many days"))
    parser.add_argument("--by", metavar="ORDER", default=TieOrder.OVERDUE.value, help=say("what to sort by"))


def run(desk: Desk, args: Args) -> Answer:
    if args.now:
        return _now(desk, args)
    book, ties = desk.book(), desk.ties()
    wanted = _wanted(args, book)
    rows = in_order(matching(ties.rows, wanted), _order(args.by))
    documents = rows_if_known(book, [row_document(row, book) for row in rows])
    if not rows:
        empty = say("Nobody yet. “planner person add 'Marie Dupont'” adds someone; so does @marie in a line.")
        return Answer(say("No tie is like that.") if ties.rows else none_words(book, empty), documents)
    head = filter(None, [without_words(ties.without), counts(row.tie for row in rows)])
    return Answer("\n".join([*head, "", ties_text(rows, ties.today)]), documents)


def _now(desk: Desk, args: Args) -> Answer:
    """Whom to write to next. Raises Misread where anything else is asked for with it."""
    from planner.cli.ways_documents import why_now_document
    from planner.cli.ways_text import why_now_text
    from planner.domain.people.why_now import why_now_words

    if _wanted(args, desk.book()) != TieFilter() or args.by != TieOrder.OVERDUE.value:
        raise Misread(say("“--now” stands alone: it looks at everybody."))
    some, today, book = desk.why_now(), desk.now().date(), desk.book()
    empty = none_words(book, say("Nobody waits for a word from you now."))
    head = without_words(desk.ties().without)
    return Answer(
        "\n".join(filter(None, (head, why_now_text(some, today) or empty))),
        rows_if_known(book, [why_now_document(each, why_now_words(each, today)) for each in some]),
    )


def _wanted(args: Args, book: Book) -> TieFilter:
    """The filter that was asked for. Raises Misread."""
    warmths = [warmth for warmth in (Warmth.COOLING, Warmth.COLD) if getattr(args, warmth.value)]
    return TieFilter(
        circle=read_circle(args.circle),
        stage=_stage(args.stage) if args.stage else None,
        warmths=tuple(warmths),
        resting=True if args.resting else None,
        group=find_group(args.group, book).id if args.group else "",
        quiet=_days(args.quiet) if args.quiet else None,
        owed=args.owed,
        text=" ".join(args.text),
    )


def _stage(text: str) -> Stage:
    word = chosen(text, ((stage.word, stage.title) for stage in Stage))
    if word is None:
        raise Misread(say("“{text}” is no stage; choose spotted, in-touch, met or tied.", text=text))
    return next(stage for stage in Stage if stage.word == word)


def _order(text: str) -> TieOrder:
    word = chosen(text, ((order.value, "") for order in TieOrder))
    if word is None:
        known = ", ".join(typed(order.value) for order in TieOrder)
        raise Misread(say("“{text}” is nothing to sort by; choose {orders}.", text=text, orders=known))
    return TieOrder(word)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        raise Misread(say("“{text}” is no number of days; write 90.", text=text))
    return int(text)
