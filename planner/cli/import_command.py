"""Read another program's files: what they are is told by what is in them.

  planner import toggl Toggl_time_entries.csv --map "Career=watching,Guitar=meeting"
  planner import Toggl_time_entries.csv
  planner import ics ~/.calendars/home --days 28 --people --me isabelle@example.org
  planner import vcard contacts.vcf
  planner import opml feeds.opml
  planner import watson ~/.config/watson/frames
  planner import timewarrior ~/.timewarrior/data
  planner import csv hours.csv --columns "start=Day+From,end=Day+To,project=What" --map UX=post
  planner import activitywatch buckets.json --map "Lyon UX=watching"
  planner import json home.json
  planner import linkedin Complete_LinkedInDataExport.zip
  cat report.csv | planner import -
  each with --dry-run, to see what it would do

toggl   Toggl Track's detailed report as CSV, into the log: a project becomes a group, parked where it is new; the kind
        comes from a tag, else from --map, else from map.toml. What lies over something else is read, and said; so is a
        row that says the same as another. What another tracker has already is asked about: --doubles same or both.
watson  The frames of Watson, or what “watson log --json” prints.
timewarrior
        Timewarrior's export, or its data files: a tag that says no kind is the group. What still runs is left out, and
        what ran for days is asked about.
csv     Any table with a heading. Those of Clockify, RescueTime, Kimai, Super Productivity and Google's calendar are
        known; of others --columns says which column is start, end, minutes (hours, seconds, duration), project, note,
        tags, id, and map.toml remembers it. Whether days or months come first is found from all dates of the file;
        where nothing decides say dates=dmy or dates=mdy. --group is the group of rows without a project.
activitywatch
        An export of buckets. Time on the pages of your groups (--address of a group, and addresses in map.toml) is
        put together into sittings, without what was away, and proposed: it counts nowhere until you answer for it.
        What you say the kind of, with --map or in map.toml, is logged.
ics     A calendar, or a folder of them: meetings to come become appointments, today's among them; nothing is logged.
        What takes whole days, and what you declined, is left out; a meeting without an end lasts as long as a usual
        one (45 minutes, or what the group says). Those who are invited are linked where they are known already, by
        e-mail or by name; with --people the others become people, too. Name your own addresses with --me, once, lest
        you become one of them. Read again, what was moved is moved, and what is cancelled or gone is cancelled.
vcard   Contacts (vCard 2.1, 3.0, 4.0), or a folder of them, into the people: of those who are known already only what
        is empty is filled in, and every address is kept.
opml    A feed reader's list of feeds: says which of your groups are followed there; the others become parked feeds.
json    Planner's own export: into an empty home all of it; else, record by record, what changed there later than here.

linkedin  LinkedIn's archive, its folder or one file of it: connections become people you know since a day, and never
          met; groups, companies and hashtags become candidates. What you did there, and on which days you wrote to
          whom, is told by “audit” and “person show”, and counts as no time; what a message says is not kept.

A file, several, a folder, a zip, or - for standard input. Whatever is read was added, changed, there already, skipped
or kept back, and what was not taken says why. Reading a file twice adds nothing; what you removed stays removed, and
what you edited stays as you have it, but for a meeting, which is as its calendar says. One undo takes it all back, and
“planner imports” an older one. Of several files a later one is the later word. Exit 1: nothing was kept, nor here
already; 3: say the kinds with --map.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.pages import PAGES
from planner.domain.errors import Misread
from planner.domain.grammar.choices import chosen_of_two, typed_of_two
from planner.domain.texts import shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import plural, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.interop.account import Account
    from planner.interop.intake.format import Format, Wishes
    from planner.interop.intake.proposal import Proposal

#: What may become of what another tracker has.
_DOUBLES = ("same", "both")

#: The options that go with some formats alone.
_OPTIONS = ("map", "doubles", "days", "group", "people", "me", "columns")


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("words", metavar="[FORMAT] PATH", nargs="*", help=", ".join(PAGES["import"]))
    parser.add_argument("--dry-run", action="store_true", help=say("say what would be read; change nothing"))
    parser.add_argument("--map", metavar="NAME=KIND,…", help=say("a log: the kind of each project, tag or account"))
    parser.add_argument(
        "--doubles",
        metavar="|".join(map(typed_of_two, _DOUBLES)),
        help=say("a log: what becomes of what another tracker has"),
    )
    parser.add_argument("--days", metavar="N", help=say("ics: how many days are looked at, today among them (28)"))
    parser.add_argument("--group", metavar="GROUP", help=say("ics, csv: the group of what comes without one"))
    parser.add_argument("--people", action="store_true", default=None, help=say("ics: who is invited becomes a person"))
    parser.add_argument("--me", metavar="EMAIL", action="append", help=say("ics: your own address; may be repeated"))
    parser.add_argument("--columns", metavar="FIELD=HEADING,…", help=say("csv: which column says what"))


def formats() -> Mapping[str, Format]:
    """The formats that planner reads, by name."""
    from planner.interop.reading import formats_there

    return formats_there()


def run(desk: Desk, args: Args) -> Answer:
    format_, paths = _meant(args.words)
    if not paths:
        known = ", ".join(formats())
        if format_:
            raise Misread(say("Say which file: planner import {format} PATH.", format=format_))
        return Answer(say("planner reads {formats}: planner import [FORMAT] PATH.", formats=known), list(formats()))
    from planner.cli.import_progress import progress, stoppable
    from planner.cli.import_sentences import said
    from planner.interop.reading import propose

    if format_:
        _refuse_options(args, formats()[format_])
    begun: list[str] = []
    with stoppable(desk, begun), progress() as tell:
        reading = propose(desk, paths, format_, _wishes(args), tell)
        _refuse_options(args, reading.format)
        account = reading.proposal.account
        if not args.dry_run:
            begun.append(reading.proposal.id)
            account = reading.proposal.apply(desk, tell)
    document = {
        **account.document(),
        **reading.proposal.more,
        "import": reading.proposal.id if reading.proposal.keep and not args.dry_run else None,
    }
    if args.dry_run:
        document["would"] = [
            {
                **{name: said for name, said in item._asdict().items() if name not in ("counts", "of")},
                "day": item.day.isoformat() if item.day else None,
            }
            for item in reading.proposal.items()
        ]
    words = said(reading, account, desk.now(), dry_run=args.dry_run)
    return _with_code(Answer(words, document), reading.proposal, account)


def _with_code(answer: Answer, proposal: Proposal, account: Account) -> Answer:
    """The answer, and how it ends: well where something is kept, or is here already."""
    if not account.understood:
        why = plural(account.read, "The one row of it could not be read.", "Nothing of the {n} rows could be read.")
        return answer._replace(code=1, why=why)
    if account.added or account.changed or account.already_there:
        return answer
    if proposal.asks:
        return answer._replace(code=3, why=proposal.asks)
    if proposal.waits:
        return answer._replace(code=3, why=say("No row says its kind; say that of its project with --map."))
    if not proposal.keep:  # else something was changed that no row stands for, as what is gone from a calendar
        return answer._replace(code=1, why=say("Nothing of it was kept, and nothing of it was here already."))
    return answer


def _meant(words: Sequence[str]) -> tuple[str, list[str]]:
    """The format that is said, if one is, and the paths. Raises Misread for a first word that is neither."""
    if not words:
        return "", []
    first, *rest = words
    if first in formats():
        return first, rest
    if rest and first != "-" and not os.path.lexists(first) and os.sep not in first and "." not in first:
        known = ", ".join(formats())
        raise Misread(say("“{text}” is no format planner reads; choose {formats}.", text=shown(first), formats=known))
    if not rest and first != "-" and not os.path.lexists(first) and first.isalnum():
        known = ", ".join(formats())
        raise Misread(
            say("“{text}” is neither a file nor a format; planner reads {formats}.", text=shown(first), formats=known)
        )
    return "", list(words)


def _refuse_options(args: Args, meant: Format) -> None:
    for option in _OPTIONS:
        if option not in meant.options and getattr(args, option) is not None:
            raise Misread(
                say("“{text}” does not go with {format}; leave it out.", text=f"--{option}", format=meant.name)
            )


def _wishes(args: Args) -> Wishes:
    from planner.interop.intake.format import Wishes

    doubles = chosen_of_two(args.doubles or "", _DOUBLES)
    if args.doubles is not None and not doubles:
        same, both = map(typed_of_two, _DOUBLES)
        raise Misread(say("“{text}” should be {same} or {both}.", text=shown(args.doubles), same=same, both=both))
    return Wishes(
        args.map or "",
        None if args.days is None else _days(args.days),
        args.group or "",
        bool(args.people),
        tuple(args.me or ()),
        args.columns or "",
        doubles or "",
    )


def _days(text: str) -> int:
    if not (text.isdecimal() and len(text) <= 4):
        raise Misread(say("“{text}” is no number of days; write --days 28.", text=text))
    return int(text)
