"""Start the timer. One that is running is stopped and logged first.

planner start c lyon-ux
planner start m pmi @marie
planner start w alumni 14:30      it has been running since then
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from planner.cli.answer import Answer
from planner.cli.documents import timer_document
from planner.cli.options import free_text, json_option
from planner.cli.sentences import change_text

if TYPE_CHECKING:
    from planner.desk import Desk


def arguments(parser: argparse.ArgumentParser) -> None:
    json_option(parser)
    free_text(parser, "KIND GROUP [NOTE] [@PERSON] [#OBJECTIVE] [WHEN]")


def run(desk: Desk, args: argparse.Namespace) -> Answer:
    change = desk.start(args.text)
    return Answer(change_text(change), timer_document(desk.timer(), desk.now(), desk.book()))
