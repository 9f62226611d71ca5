"""Write everything into one archive, or see whether one is good.

planner backup ~/planner-2026-11.zip
planner backup --verify ~/planner-2026-11.zip     restores it into a temporary folder, and compares
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("--verify", action="store_true", help=say("see whether this archive is good; write nothing"))


def run(desk: Desk, args: Args) -> Answer:
    if not args.path.strip():
        raise Misread(say("Say where: planner backup PATH."))
    if args.verify:
        return _verified(desk, args.path)
    path = desk.backup(args.path)
    return Answer(say("Everything is in {path}.", path=path), {"path": path})


def _verified(desk: Desk, path: str) -> Answer:
    """Counts of records by table, and the checksum of them all."""
    words, figures = desk.verify(path)
    document = {"path": path, "good": True, "records": figures.counts, "weeks": figures.weeks}
    return Answer(words, {**document, "sha256": figures.checksum, "listed": figures.listed})
