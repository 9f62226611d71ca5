"""Write a file for other programs.

  planner export csv tables
  planner export ics planner.ics --alarm 30m
  planner export vcard people.vcf --version 3.0
  planner export opml feeds.opml
  planner export markdown log.md --weeks 2026-W40..this --group lyon-ux
  planner export json home.json
  planner export ics > planner.ics
  planner export ics calendar/

csv       A folder of tables, one a file: the log, groups, people, objectives, appointments, next steps, plans, reviews;
          with ids, and times in ISO 8601. What a spreadsheet would take for a formula has an apostrophe before it.
          On standard output the log alone.
ics       Next steps (each on its day), appointments and the hour of your review, as a calendar. Cancelled appointments
          are said to be, so that a calendar removes them. What was read from a calendar stands there already, and is
          left out unless you say --all. --alarm 30m has it remind you of each appointment. A folder gets a file an
          event, as vdirsyncer keeps them: what was changed or taken out there stays so, and “planner import ics FOLDER”
          takes it in; what you have done or removed goes there, too.
vcard     Your people as contacts: vCard 4.0, or 3.0 with --version 3.0.
opml      Your feeds and company pages, for a feed reader; those without a feed's address are left out.
markdown  The log week by week, with what was planned and done in each group, and whom you met.
json      Everything but undo, with what was removed, settings and themes, and a checksum; “planner import json” reads
          it. With --weeks the log of those weeks, and the whole book.

--weeks A..B has what lies in those weeks, --group what belongs to a group. --without-names puts initials in the place
of every person and company, in free text too, and leaves notes out.

Without PATH, or with -, it goes to standard output. A file is readable for your account alone, and replaces none that
planner did not write.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.book import refuse_unread
from planner.domain.errors import Misread
from planner.domain.plan import WEEK
from planner.domain.texts import printable_lines, shown
from planner.domain.value import NamedTuple
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import listing, plural, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.interop.given_out import Wanted


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
    parser.add_argument("--alarm", metavar="30m", help=say("ics: how long before an appointment to be reminded of it"))
    parser.add_argument("--weeks", metavar="A..B", help=say("what lies in these weeks"))
    parser.add_argument("--group", metavar="GROUP", help=say("what belongs to a group"))
    parser.add_argument(
        "--without-names", action="store_true", default=None, help=say("initials for people and companies; no notes")
    )
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
            text = "--" + option.replace("_", "-")
            raise Misread(say("“{text}” does not go with {format}; leave it out.", text=text, format=args.format))
    refuse_unread(desk.book())
    if args.format == "csv" and args.path not in {None, "-"}:
        return _tables(desk, args)
    if args.format == "ics" and _is_folder(args.path):
        return _calendar_folder(desk, args)
    made = make(desk, args)
    if args.format != "json":  # which is to come in again as it was, and escapes what must not reach a terminal
        made = made._replace(content=printable_lines(made.content.decode()).encode())
    if args.path in {None, "-"}:
        return Answer("", {"path": None, "written": made.number, "content": made.content.decode()}, raw=made.content)
    from planner.interop.exports import write_export

    name = f"planner-{desk.now():%Y-%m-%d}.{suffix}"
    path = write_export(args.path, name, made.content, desk.folder, desk.lacking())
    return Answer(say("{what} written to {path}.", what=made.words, path=path), {"path": path, "written": made.number})


def _wanted(desk: Desk, args: Args) -> Wanted:
    """What of the home is wanted. Raises Misread."""
    from planner.domain.grammar.moments import read_week
    from planner.interop.given_out import Wanted

    first = last = None
    if args.weeks is not None:
        begin, dots, end = args.weeks.partition("..")
        first = read_week(begin, desk.now())
        last = read_week(end, desk.now()) if dots else first
        if last < first:
            raise Misread(say("“{text}” ends before it begins; write the earlier week first.", text=args.weeks))
    group = desk.group(args.group).id if args.group is not None else ""
    return Wanted(first, last, group, not args.without_names)


def _tables(desk: Desk, args: Args) -> Answer:
    """Write the tables into a folder."""
    from planner.interop.exports import write_tables
    from planner.interop.given_out import GivenOut
    from planner.interop.tables import tables_of

    tables = tables_of(GivenOut(desk, _wanted(desk, args)))
    tables = {name: printable_lines(content.decode()).encode() for name, content in tables.items()}
    written = sum(content.count(b"\r\n") - 1 for content in tables.values())
    about = "\n".join([say("Tables that planner wrote; it replaces them when it writes them anew."), "", *tables])
    path = write_tables(args.path, tables, about, desk.folder, desk.lacking())
    words = plural(len(tables), "{n} table", "{n} tables")
    return Answer(
        say("{what} written to {path}.", what=words, path=path),
        {"path": path, "written": written, "tables": list(tables)},
    )


def _is_folder(path: str | None) -> bool:
    return path is not None and (os.path.isdir(path) or path.endswith(("/", os.sep)))


def _calendar_folder(desk: Desk, args: Args) -> Answer:
    """Write a file an event."""
    from planner.interop.calendar_export import events_of
    from planner.interop.calendar_folder import write_events

    wanted = _wanted(desk, args)
    events = events_of(desk, everything=bool(args.all), wanted=wanted, alarm=_alarm(args.alarm))
    written = write_events(args.path, events, desk, whole=wanted.is_all)
    words = plural(written.written, "{n} event", "{n} events")
    lines = [say("{what} written to {path}.", what=words, path=args.path)]
    if written.there:
        lines.append(plural(written.there, "{n} is there just so.", "{n} are there just so."))
    if written.changed_there or written.taken_out:
        changed = written.changed_there + written.taken_out
        lines.append(
            plural(
                changed,
                "{n} was changed or taken out there since, and stays so: “planner import ics” takes that in.",
                "{n} were changed or taken out there since, and stay so: “planner import ics” takes that in.",
            )
        )
    if written.gone:
        lines.append(
            plural(
                written.gone,
                "{n} that you have done or removed was taken out of it.",
                "{n} that you have done or removed were taken out of it.",
            )
        )
    return Answer("\n".join(lines), {"path": args.path, **written._asdict()})


def _csv(desk: Desk, args: Args) -> Made:
    from planner.interop.given_out import GivenOut
    from planner.interop.tables import tables_of

    content = tables_of(GivenOut(desk, _wanted(desk, args)))["entries.csv"]
    count = content.count(b"\r\n") - 1
    return Made(content, count, plural(count, "{n} entry", "{n} entries"))


def _markdown(desk: Desk, args: Args) -> Made:
    from planner.interop.given_out import GivenOut
    from planner.interop.log_document import log_document

    document, count = log_document(GivenOut(desk, _wanted(desk, args)))
    return Made(document.encode(), count, plural(count, "{n} entry", "{n} entries"))


def _ics(desk: Desk, args: Args) -> Made:
    from planner.interop.calendar_export import calendar_of

    wanted = _wanted(desk, args)
    content, count = calendar_of(desk, everything=bool(args.all), wanted=wanted, alarm=_alarm(args.alarm))
    return Made(content, count, plural(count, "{n} event", "{n} events"))


def _alarm(text: str | None) -> int | None:
    """How many minutes before an appointment it is reminded of; 0 as it begins, None for never. Raises Misread."""
    from planner.domain.grammar.durations import read_minutes

    if text is None:
        return None
    minutes: int | None = None
    if text.strip() == "0":
        return 0
    with suppress(Misread):
        minutes = read_minutes(text, WEEK)
    if minutes is None:
        raise Misread(
            say("“{text}” is no time before a meeting: write --alarm 30m, or 24h; at most a week.", text=shown(text))
        )
    return minutes


def _vcard(desk: Desk, args: Args) -> Made:
    from planner.interop.contact_export import VERSIONS, cards_of
    from planner.interop.given_out import GivenOut

    version = args.version or VERSIONS[0]
    if version not in VERSIONS:
        raise Misread(
            say("“{text}” is no version planner writes; choose {known}.", text=version, known=", ".join(VERSIONS))
        )
    content, count = cards_of(GivenOut(desk, _wanted(desk, args)).book, version)
    return Made(content, count, plural(count, "{n} contact", "{n} contacts"))


def _opml(desk: Desk, args: Args) -> Made:
    from planner.interop.feeds import export_opml

    document, without = export_opml(desk, _wanted(desk, args))
    count = document.count("<outline ")
    words = plural(count, "{n} feed", "{n} feeds")
    if without:
        names = listing([group.name for group in without])
        words = say("{feeds} (without a feed's address, so left out: {groups})", feeds=words, groups=names)
    return Made(document.encode(), count, words)


def _json(desk: Desk, args: Args) -> Made:
    from planner.interop.home_document import document_of, of_weeks

    wanted = _wanted(desk, args)
    snapshot = of_weeks(desk.snapshot(), wanted.first, wanted.last)
    count = sum(1 for _ in snapshot.documents()) + len(snapshot.texts)  # as an import counts them
    return Made(document_of(snapshot), count, plural(count, "{n} record", "{n} records"))


#: Options that go with some formats alone.
_NARROW = ("weeks", "group", "without_names")
_OPTIONS = ("all", "version", "alarm", *_NARROW)

#: What makes each format's content; how its files end; the options that go with it.
FORMATS: dict[str, tuple[Callable[[Desk, Args], Made], str, tuple[str, ...]]] = {
    "csv": (_csv, "csv", _NARROW),
    "ics": (_ics, "ics", ("all", "alarm", *_NARROW)),
    "vcard": (_vcard, "vcf", ("version", "group")),
    "opml": (_opml, "opml", ("group",)),
    "markdown": (_markdown, "md", _NARROW),
    "json": (_json, "json", ("weeks",)),
}
