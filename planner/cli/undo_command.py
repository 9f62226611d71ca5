"""Take the last change back, whoever made it: the screen or the command line.

planner undo
planner undo --list       what was changed and removed lately, the newest first
planner undo 3            the third of them alone, where nothing later changed the same
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from planner.cli.answer import Answer, Args
from planner.cli.documents import change_document
from planner.cli.options import json_option, whole
from planner.cli.quick import only_json
from planner.cli.sentences import change_text
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING, Protocol
from planner.domain.words import clock, day_month, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk

MOST = 1000  #: the number of no change that is still kept


class Done(Protocol):
    """A change that was made: in words, when, and by which planner."""

    @property
    def label(self) -> str: ...

    @property
    def at(self) -> datetime: ...

    @property
    def via(self) -> str: ...


quick = only_json(list=False, number=None)


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("number", metavar="N", nargs="?")
    parser.add_argument("--list", action="store_true", help=say("what can be taken back, and change nothing"))


def run(desk: Desk, args: Args) -> Answer:
    if not args.list:
        change = desk.undo(whole(args.number, 1, MOST) if args.number else 1)
        return Answer(change_text(change), change_document(change, desk.book()))
    if args.number:
        raise Misread(say("“{text}” does not go with --list; leave it out.", text=args.number))
    undone, redone = desk.history()
    return Answer("\n".join(_rows(undone, redone)), {"undo": _documents(undone), "redo": _documents(redone)})


def _rows(undone: Sequence[Done], redone: Sequence[Done]) -> list[str]:
    rows = [f"{number:3}  {_line(done)}" for number, done in enumerate(undone, 1)]
    if undone:
        rows.append(say("“planner undo” takes the first back, “planner undo 3” the third alone."))
    else:
        rows.append(say("There is nothing to undo."))
    if redone:
        rows += [say("Undone, and made again by “planner redo”:"), *(f"     {_line(done)}" for done in redone)]
    return rows


def _line(done: Done) -> str:
    when = f"{day_month(done.at.date())} {clock(done.at)}"
    return f"{when:>16}  {done.label}  ({done.via})"


def _documents(steps: Sequence[Done]) -> list[dict[str, object]]:
    return [
        {"number": number, "done": done.label, "at": done.at.isoformat(), "via": done.via}
        for number, done in enumerate(steps, 1)
    ]
