"""Read another program's file.

  planner import toggl Toggl_time_entries.csv --map "Career=watching,Guitar=meeting"
  planner import vcard contacts.vcf
  planner import ics ~/calendars --days 28 --me isabelle@example.org
  planner import opml feeds.opml --dry-run

toggl: a project becomes a group; the kind comes from a tag, else from --map. ics: a file or a folder; meetings of the
days to come are proposed as appointments, never logged; read again, what moved is moved and what was cancelled is
cancelled. vcard: a file or a folder; people who are there already are only filled in. opml: sources that are no groups
yet become parked feeds, followed elsewhere.

Reading a file twice adds nothing, and one undo takes it all back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option, whole
from planner.cli.sentences import import_text, intake_text
from planner.domain.errors import Misread
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("format", metavar="|".join(FORMATS))
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("--map", metavar="PROJECT=KIND,…", default="", help=say("toggl: the kind of each project"))
    parser.add_argument("--days", metavar="N", default="28", help=say("ics: how many days ahead"))
    parser.add_argument("--group", metavar="GROUP", default="", help=say("ics: the group the meetings are in"))
    parser.add_argument("--people", action="store_true", help=say("ics: guests come into the book"))
    parser.add_argument("--me", metavar="EMAIL", action="append", default=[], help=say("ics: your own address"))
    parser.add_argument("--dry-run", action="store_true", help=say("say what would be read; change nothing"))


def run(desk: Desk, args: Args) -> Answer:
    if args.format not in FORMATS:
        known = listing(list(FORMATS))
        raise Misread(say("“{text}” is no format planner reads; choose {known}.", text=args.format, known=known))
    return FORMATS[args.format](desk, args)


def _toggl(desk: Desk, args: Args) -> Answer:
    from planner.interop.imports import import_toggl

    result = import_toggl(desk, args.path, args.map, dry_run=args.dry_run)
    return Answer(import_text(result, dry_run=args.dry_run), result.document())


def _vcard(desk: Desk, args: Args) -> Answer:
    from planner.interop.contacts import import_vcard

    intake = import_vcard(desk, args.path, dry_run=args.dry_run)
    return Answer(intake_text(intake, dry_run=args.dry_run), intake.document())


def _ics(desk: Desk, args: Args) -> Answer:
    from planner.interop.calendars import import_ics

    days = whole(args.days, 1, 3660)
    intake = import_ics(desk, args.path, days, args.group, args.me, people=args.people, dry_run=args.dry_run)
    return Answer(intake_text(intake, dry_run=args.dry_run), intake.document())


def _opml(desk: Desk, args: Args) -> Answer:
    from planner.interop.feeds import import_opml

    intake = import_opml(desk, args.path, dry_run=args.dry_run)
    return Answer(intake_text(intake, dry_run=args.dry_run), intake.document())


#: What can be read, by the name of its format.
FORMATS = {"toggl": _toggl, "ics": _ics, "vcard": _vcard, "opml": _opml}
