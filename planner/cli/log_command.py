"""Log one line: KIND MINUTES GROUP [note] [@person] [#objective] [when].

planner log c 25 lyon-ux answered a question
planner log m 1h pmi @marie @"Paul Roy" coffee yesterday 12:30
planner log w 15 alumni
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from planner.cli.answer import Answer
from planner.cli.documents import entry_document
from planner.cli.options import free_text, json_option
from planner.cli.sentences import change_text, week_line

if TYPE_CHECKING:
    from planner.desk import Desk


def arguments(parser: argparse.ArgumentParser) -> None:
    json_option(parser)
    free_text(parser, "KIND MINUTES GROUP [NOTE] [@PERSON] [#OBJECTIVE] [WHEN]")


def run(desk: Desk, args: argparse.Namespace) -> Answer:
    change = desk.log(args.text)
    assert change.entry
    return Answer(
        change_text(change, week_line(desk.report(change.entry.week))), entry_document(change.entry, desk.book())
    )
