"""Read another program's log.

  planner import toggl Toggl_time_entries.csv --map "Career=watching,Guitar=meeting"
  planner import toggl Toggl_time_entries.csv --dry-run

Toggl Track: a project becomes a group; the kind comes from a tag, else from --map. Reading a file twice adds
nothing, and one undo takes it all back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.sentences import import_text
from planner.domain.errors import Misread
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("format", metavar="FORMAT", help="toggl")
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("--map", metavar="PROJECT=KIND,…", default="", help=say("the kind of each project"))
    parser.add_argument("--dry-run", action="store_true", help=say("say what would be read; change nothing"))


def run(desk: Desk, args: Args) -> Answer:
    if args.format != "toggl":
        raise Misread(say("“{text}” is no format planner reads; choose toggl.", text=args.format))
    from planner.interop.imports import import_toggl

    result = import_toggl(desk, args.path, args.map, dry_run=args.dry_run)
    return Answer(import_text(result, dry_run=args.dry_run), result.document())
