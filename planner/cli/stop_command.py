"""Stop the timer and log it.

What you time counts, whole. A run that cannot be right (far longer than usual, through the night, or its screen silent
for over an hour) is kept apart, and counts nowhere, until you say what to keep of it:

  planner stop --keep usual         the group's usual length
  planner stop --keep all           all of it
  planner stop --keep "until 18:30"
  planner stop --keep drop          nothing

Once it is stopped, the same words answer for the last one that is kept apart.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import entry_document
from planner.cli.options import json_option
from planner.cli.quick import only_json
from planner.cli.sentences import change_text, what_next
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.entry import Entry


quick = only_json(keep="")


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("--keep", default="", metavar="WHAT", help=say("usual, all, “until 18:30” or drop"))


def run(desk: Desk, args: Args) -> Answer:
    waiting = _last_unconfirmed(desk) if args.keep and not desk.timer() else None
    change = desk.settle(waiting.id, args.keep) if waiting else desk.stop(args.keep)
    if change.entry is None:
        return Answer(change_text(change))
    book = desk.book()
    return Answer("\n".join([change_text(change), *what_next(change.entry, book)]), entry_document(change.entry, book))


def _last_unconfirmed(desk: Desk) -> Entry | None:
    """The last entry of this week, else of the week before, that waits for an answer."""
    this = desk.this_week()
    waiting = [*desk.report(this.plus(-1)).unconfirmed, *desk.report(this).unconfirmed]
    return waiting[-1] if waiting else None
