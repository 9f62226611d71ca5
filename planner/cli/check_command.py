"""Verify every file and say what was found.

planner check
planner check --mend      put the newest good backup of each damaged file in its place
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
    parser.add_argument("--mend", action="store_true", help=say("bring damaged files back from the newest backup"))


def run(desk: Desk, args: Args) -> Answer:
    findings = desk.mend() if args.mend else desk.check()
    good = all(finding.good for finding in findings)
    rows = [f"{'ok ' if finding.good else '!! '} {finding.file}: {finding.what}" for finding in findings]
    summary = _summary(good, mended=args.mend)
    document = {
        "good": good,
        "files": [{"file": finding.file, "good": finding.good, "what": finding.what} for finding in findings],
    }
    return Answer("\n".join([*rows, summary]), document, code=0 if good else 1)


def _summary(good: bool, *, mended: bool) -> str:
    if good:
        return say("Every file is good.")
    if mended:
        return say("Not every file is good; what is marked !! is for you to mend.")
    return say("Not every file is good; “planner check --mend” mends what a backup can.")
