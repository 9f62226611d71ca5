"""Give something out for another program, on standard output or into a file.

planner export vcard people.vcf             the people, as vCards (--version 3.0 for older address books)
planner export ics planner.ics              appointments, next steps, and the hour of the review
planner export opml feeds.opml              what you watch, for a feed reader

A file is for your account alone. One that holds something else than such an export is not replaced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.errors import Misread
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("format", metavar="|".join(FORMATS), nargs="?", default="")
    parser.add_argument("path", metavar="PATH", nargs="?", default="")
    parser.add_argument("--version", metavar="4.0|3.0", default="4.0", help=say("vcard: the version to write"))


def run(desk: Desk, args: Args) -> Answer:
    if args.format not in FORMATS:
        known = listing(list(FORMATS))
        if not args.format:
            raise Misread(say("Say what to give out: {known}.", known=known))
        raise Misread(say("“{text}” is no format planner writes; choose {known}.", text=args.format, known=known))
    content, notes = FORMATS[args.format](desk, args)
    if not args.path:
        return Answer(content, {"content": content}, raw=True)
    from planner.interop.exports import write

    path = write(args.path, content)
    written = say("Written to {path}.", path=path)
    return Answer("\n".join([written, *notes]), {"path": path})


def _vcard(desk: Desk, args: Args) -> tuple[str, list[str]]:
    from planner.interop.contacts import export_vcard

    return export_vcard(desk, args.version), []


def _ics(desk: Desk, _args: Args) -> tuple[str, list[str]]:
    from planner.interop.calendar_export import export_ics

    return export_ics(desk), []


def _opml(desk: Desk, _args: Args) -> tuple[str, list[str]]:
    from planner.interop.feeds import export_opml

    document, without = export_opml(desk)
    notes = [
        say(
            "{group} has no address, so it is left out: planner group edit {slug} --address https://…",
            group=group.name,
            slug=group.slug,
        )
        for group in without
    ]
    return document, notes


#: What can be given out, by the name of its format.
FORMATS = {"ics": _ics, "vcard": _vcard, "opml": _opml}
