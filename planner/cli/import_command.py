"""Read another program's files.

  planner import toggl Toggl_time_entries.csv --map "Career=watching,Guitar=meeting"
  planner import ics ~/.calendars/work --days 28 --people --me isabelle@example.org
  planner import vcard contacts.vcf
  planner import opml feeds.opml
  planner import json home.json
  each with --dry-run, to see what it would do

toggl   Toggl Track's detailed report as CSV, into the log: a project becomes a group; the kind comes from a tag, else
        from --map. What lies over something else is read, and said; so is a row that says the same as another.
ics     A calendar, or a folder of them: meetings to come become appointments, today's among them; nothing is logged.
        What takes whole days, and what you declined, is left out; a meeting without an end lasts as long as a usual
        one (45 minutes, or what the group says). Those who are invited are linked where they are known already, by
        e-mail or by name; with --people the others become people, too. Name your own addresses with --me, lest you
        become one of them. Read again, what was moved is moved, and what is cancelled or gone is cancelled.
vcard   Contacts (vCard 2.1, 3.0, 4.0), or a folder of them, into the people: of those who are known already only what
        is empty is filled in, and every address is kept.
opml    A feed reader's list of feeds: says which of your groups are followed there; the others become parked feeds.
json    Planner's own export: into an empty home all of it; else, record by record, what changed there later than here.

Whatever is read was added, changed, there already, skipped or kept back, and what was not taken says why. Reading a
file twice adds nothing, and one undo takes it all back. Exit 1: nothing was understood; 3: say the kinds with --map.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import plural, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.interop.account import Account, Beside


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("format", metavar="FORMAT", nargs="?", help=", ".join(FORMATS))
    parser.add_argument("path", metavar="PATH", nargs="?")
    parser.add_argument("--dry-run", action="store_true", help=say("say what would be read; change nothing"))
    parser.add_argument("--map", metavar="PROJECT=KIND,…", help=say("toggl: the kind of each project"))
    parser.add_argument("--days", metavar="N", help=say("ics: how many days are looked at, today among them (28)"))
    parser.add_argument("--group", metavar="GROUP", help=say("ics: the group of new appointments"))
    parser.add_argument("--people", action="store_true", default=None, help=say("ics: who is invited becomes a person"))
    parser.add_argument("--me", metavar="EMAIL", action="append", help=say("ics: your own address; may be repeated"))


def run(desk: Desk, args: Args) -> Answer:
    known = ", ".join(FORMATS)
    if args.format is None:
        return Answer(say("planner reads {formats}: planner import FORMAT PATH.", formats=known), list(FORMATS))
    if args.format not in FORMATS:
        raise Misread(say("“{text}” is no format planner reads; choose {formats}.", text=args.format, formats=known))
    if not args.path:
        raise Misread(say("Say which file: planner import {format} PATH.", format=args.format))
    read, options = FORMATS[args.format]
    for option in _OPTIONS:
        if option not in options and getattr(args, option) is not None:
            raise Misread(say("“{text}” does not go with {format}.", text=f"--{option}", format=args.format))
    return read(desk, args)


def _toggl(desk: Desk, args: Args) -> Answer:
    from planner.cli.import_sentences import log_text
    from planner.interop.toggl_import import import_toggl

    imported = import_toggl(desk, args.path, args.map or "", dry_run=args.dry_run)
    beside = imported.beside(desk.book())
    answer = _answer(log_text(imported, beside, dry_run=args.dry_run), imported.account, beside)
    kept = imported.account.added or imported.account.already_there
    if answer.code or kept or not imported.unmapped:
        return answer
    return answer._replace(code=3, why=say("No row says its kind; say that of its project with --map."))


def _ics(desk: Desk, args: Args) -> Answer:
    from planner.cli.import_sentences import calendar_text
    from planner.interop.calendar_import import DAYS, import_ics

    imported = import_ics(
        desk,
        args.path,
        days=DAYS if args.days is None else _days(args.days),
        people=bool(args.people),
        group=args.group or "",
        me=args.me or (),
        dry_run=args.dry_run,
    )
    gone = [each.id for each in imported.gone]
    return _answer(
        calendar_text(imported, dry_run=args.dry_run),
        imported.account,
        imported.overlaps,
        gone=gone,
        outside=imported.outside,
    )


def _vcard(desk: Desk, args: Args) -> Answer:
    from planner.cli.import_sentences import cards_text
    from planner.interop.contact_import import import_vcard

    imported = import_vcard(desk, args.path, dry_run=args.dry_run)
    return _answer(cards_text(imported, dry_run=args.dry_run), imported.account)


def _opml(desk: Desk, args: Args) -> Answer:
    from planner.cli.import_sentences import feeds_text
    from planner.interop.feeds import import_opml

    imported = import_opml(desk, args.path, dry_run=args.dry_run)
    return _answer(feeds_text(imported, dry_run=args.dry_run), imported.account)


def _answer(text: str, account: Account, overlaps: Sequence[Beside] = (), **more: object) -> Answer:
    """What was read, and what of the new goes on beside something; one of which nothing could be understood ends
    with 1, and says why."""
    document = {**account.document(), **more}
    if account.format in ("toggl", "ics"):
        document["overlaps"] = [beside.document() for beside in overlaps]
    if account.understood:
        return Answer(text, document)
    why = plural(account.read, "The one row of it could not be read.", "Nothing of the {n} rows could be read.")
    return Answer(text, document, code=1, why=why)


def _json(desk: Desk, args: Args) -> Answer:
    from planner.cli.import_sentences import home_text
    from planner.interop.home_import import import_home

    account = import_home(desk, args.path, dry_run=args.dry_run)
    return _answer(home_text(account, dry_run=args.dry_run), account)


def _days(text: str) -> int:
    if not (text.isdecimal() and len(text) <= 4):
        raise Misread(say("“{text}” is no number of days; write --days 28.", text=text))
    return int(text)


_OPTIONS = ("map", "days", "group", "people", "me")

#: What reads each format, and the options that go with it.
FORMATS: dict[str, tuple[Callable[[Desk, Args], Answer], tuple[str, ...]]] = {
    "toggl": (_toggl, ("map",)),
    "ics": (_ics, ("days", "group", "people", "me")),
    "vcard": (_vcard, ()),
    "opml": (_opml, ()),
    "json": (_json, ()),
}
