"""Stop the timer and log it.

A timer that was probably forgotten is kept apart, and counts nowhere, until you say what to keep of it:

  planner stop --keep usual         the group's usual length
  planner stop --keep all           all of it
  planner stop --keep "until 18:30"
  planner stop --keep drop          nothing
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.documents import entry_document
from planner.cli.options import json_option
from planner.cli.quick import only_json
from planner.cli.sentences import change_text
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


quick = only_json(keep="")


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("--keep", default="", metavar="WHAT", help=say("usual, all, “until 18:30” or drop"))


def run(desk: Desk, args: Args) -> Answer:
    change = desk.stop(args.keep)
    if change.entry is None:
        return Answer(change_text(change))
    return Answer(change_text(change), entry_document(change.entry, desk.book()))
