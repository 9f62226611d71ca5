"""The log, oldest first.

planner entries                                   this week's
planner entries --since 2026-11-01 --kind m       meetings since a day
planner entries --group lyon --text question
planner entries --form not-said                   meetings of which nobody said how they were held, whenever
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import entry_document
from planner.cli.options import json_option
from planner.cli.week_table import entries_text
from planner.domain.errors import Misread
from planner.domain.grammar.choices import chosen, typed
from planner.domain.grammar.days import read_day
from planner.domain.grammar.lexicon import kind_of
from planner.domain.grammar.names import find_group
from planner.domain.unread import without_words
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.log_filter import LogFilter
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("--since", metavar="DAY", help=say("the first day looked at"), default="")
    parser.add_argument("--until", metavar="DAY", help=say("the last day looked at"), default="")
    parser.add_argument("--group", metavar="GROUP", help=say("what belongs to a group"), default="")
    parser.add_argument("--kind", metavar="KIND", help=say("contribution, meeting or watching"), default="")
    parser.add_argument(
        "--form", metavar=typed("not said"), help=say("meetings that do not say how they were held"), default=""
    )
    parser.add_argument("--person", metavar="PERSON", help=say("what names somebody"), default="")
    parser.add_argument("--text", metavar="TEXT", help=say("words of a note"), default="")


def run(desk: Desk, args: Args) -> Answer:
    book = desk.book()
    wanted = _wanted(desk, args)
    entries = list(desk.entries(wanted))
    without = without_words([week for week in desk.unread_weeks() if wanted.has_week(week)])
    empty = without or say("No entries. “planner log c 25 lyon-ux” logs one; --since goes further back.")
    text = "\n".join(filter(None, [entries_text(entries, book), without])) if entries else empty
    known = entries or not without
    return Answer(text, [entry_document(entry, book) for entry in entries] if known else None)


def _wanted(desk: Desk, args: Args) -> LogFilter:
    """The filter that was asked for; without any condition it is this week."""
    now, book = desk.now(), desk.book()
    if not any((args.since, args.until, args.group, args.kind, args.form, args.person, args.text)):
        return LogFilter(since=desk.this_week().monday)
    kind = kind_of(args.kind) if args.kind else None
    if args.kind and kind is None:
        raise Misread(say("“{text}” is no kind; write c, m or w.", text=args.kind))
    if args.form and not chosen(args.form, [("not said", "")]):
        raise Misread(say("“{text}” is no form to look for; write {known}.", text=args.form, known=typed("not said")))
    return LogFilter(
        since=read_day(args.since, now) if args.since else None,
        until=read_day(args.until, now) if args.until else None,
        group=find_group(args.group, book).id if args.group else "",
        kind=kind[0] if kind else None,
        unsaid=bool(args.form),
        person=desk.person(args.person).id if args.person else "",
        text=args.text,
    )
