"""Which groups fit into the minutes you have: the best choice there is, and what it leaves out.

planner select 240               proposes; nothing is changed
planner select 4h --apply        selects those that fit, and parks the others that were selected
planner select 4h --parked       asks about parked groups, too
planner select --pin lyon-ux --without pmi       must have one, must do without another

Without a number it is for the minutes you have, until they are said for those proposed. A group that nobody looked at
counts about as much as is usual; --apply takes it all the same.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.audit_documents import selection_document
from planner.cli.audit_table import selection_text
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.budget.budget import not_said_words
from planner.domain.budget.mirror import mirror_words
from planner.domain.errors import Misread
from planner.domain.grammar.durations import read_minutes
from planner.domain.plan import WEEK
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("minutes", metavar="MINUTES", nargs="?")
    parser.add_argument("--apply", action="store_true", help=say("select what is proposed"))
    parser.add_argument("--pin", metavar="GROUP", action="append", default=[], help=say("a group it must have"))
    parser.add_argument("--without", metavar="GROUP", action="append", default=[], help=say("a group to do without"))
    parser.add_argument("--parked", action="store_true", help=say("ask about parked groups, too"))


def run(desk: Desk, args: Args) -> Answer:
    minutes = read_minutes(args.minutes, WEEK) if args.minutes else desk.minutes_a_week()
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 240 or 4h.", text=args.minutes))
    asked = desk.asked(args.pin, args.without)
    proposal = desk.propose(minutes, parked=args.parked, asked=asked)
    if args.apply:
        ending = change_text(desk.apply_selection(minutes, parked=args.parked, asked=asked))
    else:
        ending = say("Nothing is changed yet; --apply keeps it.")
    lines = [mirror_words(proposal).whole, selection_text(proposal.selection), ending]
    if not args.minutes and desk.settings().minutes is None:
        lines.insert(0, not_said_words(minutes))
    return Answer("\n".join(lines), {**selection_document(proposal), "applied": args.apply})
