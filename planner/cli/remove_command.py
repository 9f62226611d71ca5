"""Remove an entry; “planner undo” brings it back.

planner remove k3f9x2ab     the id, or the beginning of it, as “planner entries” shows it
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import entry_document
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.value.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("id", metavar="ID")


def run(desk: Desk, args: Args) -> Answer:
    change = desk.remove_entry(args.id)
    assert change.entry
    return Answer(change_text(change), entry_document(change.entry, desk.book()))
