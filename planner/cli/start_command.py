"""Start the timer, or alone let a paused one go on. One that is running is stopped and logged first.

planner start c lyon-ux
planner start m pmi @marie
planner start w pmi 14:30         it has been running since then
planner start 14:30               while one is running: that one has been running since then
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import timer_document
from planner.cli.options import json_option
from planner.cli.quick import free_text
from planner.cli.sentences import change_text
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


quick = free_text


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("text", metavar="LINE", nargs="*", help=say("KIND GROUP [NOTE] [@PERSON] [#OBJECTIVE] [WHEN]"))


def run(desk: Desk, args: Args) -> Answer:
    change = desk.start(args.text)
    document = timer_document(desk.timer(), desk.now(), desk.book())
    return Answer(change_text(change), {**(document or {}), "read_as_note": list(change.read_as_note)})
