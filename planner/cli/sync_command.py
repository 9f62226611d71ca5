"""Carry this home to your other machines, and bring in what they sent, by way of git.

planner sync --setup git@example.org:me/home.git     once on each machine: a repository that you may write to
planner sync --setup ~/planner.git                   or one on a disk: “git init --bare” makes it
planner sync                                         keep what changed here, merge what came, send the rest

Your records are merged one by one, and git only carries them. “planner undo” takes a merge back. Without a way to the
other side everything is kept in git, and the next sync sends it.
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
    parser.add_argument("--setup", metavar="URL|PATH", help=say("where to carry this home to from now on"))
    parser.add_argument(
        "--other-home", action="store_true", help=say("put two homes together that had nothing in common")
    )


def run(desk: Desk, args: Args) -> Answer:
    if args.other_home and args.setup is None:
        raise Misread(say("“{text}” goes with --setup alone: leave it out.", text="--other-home"))
    done = desk.sync() if args.setup is None else desk.set_up_sync(args.setup, other_home=args.other_home)
    document = {
        "remote": done.remote,
        "kept": list(done.kept),
        "came": {
            tally.table: {"back": tally.back, "changed": tally.changed, "removed": tally.removed}
            for tally in (done.came.figures.tallies if done.came else ())
        },
        "conflicts": done.came.figures.conflicts if done.came else 0,
        "settings": list(done.came.written if done.came else ()),
        "left_as_they_are": list(done.came.stay if done.came else ()),
        "sent": done.sent,
        "why": done.why or None,
    }
    return Answer(change_text(done.change), document, code=1 if done.why else 0, why=done.why)
