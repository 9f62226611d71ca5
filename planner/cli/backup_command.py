"""Write everything into one archive.

planner backup ~/planner-2026-11.zip
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("path", metavar="PATH")


def run(desk: Desk, args: Args) -> Answer:
    path = desk.backup(args.path)
    return Answer(say("Everything is in {path}.", path=path), {"path": path})
