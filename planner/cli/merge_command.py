"""Merge another copy of your home into this one, record by record: nothing of either is lost.

planner merge                            what waits in the home: copies of other machines, both sides of a git merge
planner merge ~/laptop-home              another home, as its folder
planner merge ~/planner-2026-11.zip      a backup
planner merge ~/export.json              what “planner export json” wrote
planner merge "book (conflicted copy 2026-11-26).json"
                                         what a program that syncs a folder has put beside a file

What only one of them has comes in, and what one of them changed since is taken. Where both changed the same thing, both
are kept: “planner conflicts” shows them. “planner undo” takes all of it back as one step.

git asks with --git for one file: planner merge --git %O %A %B
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("paths", metavar="PATH", nargs="*")
    parser.add_argument("--other-home", action="store_true", help=say("merge it though it has nothing in common"))
    parser.add_argument("--git", action="store_true", help=say("merge three files for git: base, ours, theirs"))


def run(desk: Desk, args: Args) -> Answer:
    if args.git:
        return _for_git(args.paths)
    if args.paths:
        from planner.interop.copies import copy_at

        merging = desk.merge_copies([copy_at(desk, path) for path in args.paths], other_home=args.other_home)
    else:
        merging = desk.merge_waiting(other_home=args.other_home)
    document = {
        "sources": [
            {
                "path": path,
                "came": came.came,
                "changed": came.changed,
                "same": came.same,
                "conflicts": came.conflicts,
                "renamed": [{"id": old, "new": new} for old, new in came.names],
            }
            for path, came in merging.figures
        ],
        "undoable": merging.change.undoable,
    }
    return Answer(change_text(merging.change), document)


def _for_git(paths: list[str]) -> Answer:
    if len(paths) != 3:
        raise Misread(say("--git takes three files: base, ours, theirs."))
    from planner.interop.copies import merge_for_git

    merge_for_git(*paths)
    return Answer("", {"merged": paths[1]})
