"""Write a file for other programs.

  planner export ics planner.ics
  planner export vcard people.vcf --version 3.0
  planner export opml feeds.opml
  planner export json home.json
  planner export ics > planner.ics

ics     Next steps (each on its day), appointments and the hour of your review, as a calendar. Cancelled appointments
        are said to be, so that a calendar removes them. What was read from a calendar stands there already, and is left
        out unless you say --all.
vcard   Your people as contacts: vCard 4.0, or 3.0 with --version 3.0.
opml    Your feeds and company pages, for a feed reader; those without a feed's address are left out.
json    Everything but undo, with what was removed, settings and themes, and a checksum; “planner import json” reads it.

Without PATH, or with -, it goes to standard output. A file is readable for your account alone, and replaces none that
planner did not write.
"""

from __future__ import annotations

from collections.abc import Callable

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.book import refuse_unread
from planner.domain.errors import Misread
from planner.domain.texts import printable_lines
from planner.domain.value import NamedTuple
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import listing, plural, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


class Made(NamedTuple):
    """What is written: how many things there are in it, and in words what they are."""

    content: bytes
    number: int
    words: str


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("format", metavar="FORMAT", nargs="?", help=", ".join(FORMATS))
    parser.add_argument("path", metavar="PATH", nargs="?")
    parser.add_argument("--all", action="store_true", default=None, help=say("ics: what a calendar gave, too"))
    parser.add_argument("--version", metavar="4.0|3.0", help=say("vcard: which version of the format"))


def run(desk: Desk, args: Args) -> Answer:
    known = ", ".join(FORMATS)
    if args.format is None:
        return Answer(say("planner writes {formats}: planner export FORMAT [PATH].", formats=known), list(FORMATS))
    if args.format not in FORMATS:
        raise Misread(say("“{text}” is no format planner writes; choose {formats}.", text=args.format, formats=known))
    make, suffix, options = FORMATS[args.format]
    for option in _OPTIONS:
        if option not in options and getattr(args, option) is not None:
            raise Misread(say("“{text}” does not go with {format}.", text=f"--{option}", format=args.format))
    refuse_unread(desk.book())
    made = make(desk, args)
    if args.format != "json":  # which is to come in again as it was, and escapes what must not reach a terminal
        made = made._replace(content=printable_lines(made.content.decode()).encode())
    if args.path in {None, "-"}:
        return Answer("", {"path": None, "written": made.number, "content": made.content.decode()}, raw=made.content)
    from planner.interop.exports import write_export

    name = f"planner-{desk.now():%Y-%m-%d}.{suffix}"
    path = write_export(args.path, name, made.content, desk.folder, desk.lacking())
    return Answer(say("{what} written to {path}.", what=made.words, path=path), {"path": path, "written": made.number})


def _ics(desk: Desk, args: Args) -> Made:
    from planner.interop.calendar_export import calendar_of

    content, count = calendar_of(desk, everything=bool(args.all))
    return Made(content, count, plural(count, "{n} event", "{n} events"))


def _vcard(desk: Desk, args: Args) -> Made:
    from planner.interop.contact_export import VERSIONS, cards_of

    version = args.version or VERSIONS[0]
    if version not in VERSIONS:
        raise Misread(
            say("“{text}” is no version planner writes; choose {known}.", text=version, known=", ".join(VERSIONS))
        )
    content, count = cards_of(desk.book(), version)
    return Made(content, count, plural(count, "{n} contact", "{n} contacts"))


def _opml(desk: Desk, _args: Args) -> Made:
    from planner.interop.feeds import export_opml

    document, without = export_opml(desk)
    count = document.count("<outline ")
    words = plural(count, "{n} feed", "{n} feeds")
    if without:
        names = listing([group.name for group in without])
        words = say("{feeds} (without a feed's address, so left out: {groups})", feeds=words, groups=names)
    return Made(document.encode(), count, words)


def _json(desk: Desk, _args: Args) -> Made:
    from planner.interop.home_document import document_of

    snapshot = desk.snapshot()
    count = sum(1 for _ in snapshot.documents()) + len(snapshot.texts)  # as an import counts them
    return Made(document_of(snapshot), count, plural(count, "{n} record", "{n} records"))


_OPTIONS = ("all", "version")

#: What makes each format's content; how its files end; the options that go with it.
FORMATS: dict[str, tuple[Callable[[Desk, Args], Made], str, tuple[str, ...]]] = {
    "ics": (_ics, "ics", ("all",)),
    "vcard": (_vcard, "vcf", ("version",)),
    "opml": (_opml, "opml", ()),
    "json": (_json, "json", ()),
}
