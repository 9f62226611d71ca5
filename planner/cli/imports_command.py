"""What was imported: each import with its day and what it came to, the newest first.

  planner imports           what was imported
  planner imports undo 2    take one back

“undo N” takes one back, however long ago it was: what it brought goes, but for what you have edited since and what
something else names; how many stay is said. What it changed is as it was before, where you have not edited it since and
it is among the 200 changes that can be undone. “planner undo” undoes that. A file that was taken back may be read anew.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.domain.errors import Misread
from planner.domain.texts import shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import dated, listing, say

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from datetime import datetime

    from planner.desk import Desk
    from planner.domain.imported import Import


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("act", metavar="undo", nargs="?", help=say("take an import back"))
    parser.add_argument("number", metavar="N", nargs="?", help=say("which: 1 is the newest"))


def run(desk: Desk, args: Args) -> Answer:
    if args.act is None:
        imports = desk.imports()
        now = desk.now()
        lines = [_line(number, each, now) for number, each in enumerate(imports, 1)]
        return Answer("\n".join(lines) or say("Nothing was imported yet."), [_document(each) for each in imports])
    if args.act != "undo":
        raise Misread(say("“{text}” is none of what imports does; it does undo.", text=shown(args.act)))
    number = args.number or ""
    if not (number.isdecimal() and len(number) <= 4):
        raise Misread(say("Say which import: planner imports undo 1 takes the newest back."))
    taken = desk.take_back(int(number))
    document = {
        "undone": taken.change.words,
        "removed": taken.removed,
        "restored": taken.restored,
        "stay": taken.stay,
        "changed": taken.changed,
    }
    return Answer("\n".join([f"{taken.change.words}.", *taken.change.notes]), document)


def _line(number: int, each: Import, now: datetime) -> str:
    files = listing(list(each.files[:3])) if len(each.files) <= 3 else say("{n} files", n=len(each.files))
    counts = say(
        "{added} added, {changed} changed, {there} already there, {skipped} skipped, {kept} kept back",
        added=each.added,
        changed=each.updated,
        there=each.already_there,
        skipped=each.skipped,
        kept=each.kept_back,
    )
    told = say("{name}: {text}", name=files, text=counts)
    return f"{number:>2}  {dated(each.at, now)}  {each.format}  {told}"


def _document(each: Import) -> dict[str, object]:
    return {
        "id": each.id,
        "at": each.at.isoformat(),
        "format": each.format,
        "files": list(each.files),
        "read": each.read,
        "added": each.added,
        "changed": each.updated,
        "already_there": each.already_there,
        "skipped": each.skipped,
        "kept_back": each.kept_back,
        "minutes": each.minutes,
        "first": each.first.isoformat() if each.first else None,
        "last": each.last.isoformat() if each.last else None,
        "waits": [waiting._asdict() for waiting in each.waits],
    }
