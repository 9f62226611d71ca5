"""What came back from an entry: replies, contact requests, invitations, mentions, thanks, messages.

planner echo k3f9 2 replies @marie thanks for the links     how much, from whom, and a word
planner echo k3f9 1 invitation @"Paul Roy"
planner echo k3f9 nothing                                   nothing came back; so say “no reply” and “0”
planner echo k3f9 not yet                                   not known yet: it stays asked
planner echo k3f9 ""                                        not known any more

A figure that is not understood is refused; words that look like more than words are said, and counted as none.

What is said of an entry takes the place of what was said before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.documents import entry_document
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.errors import Misread
from planner.domain.grammar.tokens import from_shell
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("id", metavar="ID")
    parser.add_argument("text", metavar="TEXT", nargs="*")


def run(desk: Desk, args: Args) -> Answer:
    if not args.text:
        raise Misread(say("Say what came back: planner echo {id} 2 replies @marie; or “nothing”.", id=args.id))
    change = desk.keep_echo(args.id, from_shell(list(args.text)))
    assert change.entry
    document = entry_document(change.entry, desk.book())
    return Answer(change_text(change), {**document, "read_as_note": list(change.read_as_note)})
