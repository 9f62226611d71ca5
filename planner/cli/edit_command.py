"""Change an entry: some of its fields, or all of it with one quick-log line.

planner edit k3f9 --minutes 35                           by its id, which “planner entries” shows
planner edit k3f9 --start "yesterday 14:30" --people "Marie Dupont"
planner edit k3f9 --form "in person"                     how a meeting was held; "" for not said
planner edit k3f9 --joy 2                                how it was, 0 to 3; "" for not said
planner edit k3f9 --place "Lyon"                         where it was; "" for not said
planner edit k3f9 --line "m 1h lyon-ux @marie coffee"
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import logged_document
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.errors import Misread
from planner.domain.grammar.amend import Amendment
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("id", metavar="ID")
    for field in Amendment._fields:
        parser.add_argument(f"--{field}", metavar=field.upper(), help=_told(field))
    parser.add_argument("--line", metavar="LINE", help=say("the whole entry as a quick-log line"))


def _told(field: str) -> str:
    """What is written for a field of an entry."""
    return {
        "minutes": say("such as 45 or 1h30"),
        "kind": say("contribution, meeting or watching"),
        "group": say("such as lyon-ux"),
        "start": say("when it began, such as yesterday 18:00"),
        "note": say("what it was about"),
        "people": say("names, with commas between"),
        "objectives": say("their names, with commas between"),
        "form": say('how it was held; "" for not said'),
        "joy": say('how it was, 0 to 3; "" for not said'),
        "place": say('where it was; "" for not said'),
    }[field]


def run(desk: Desk, args: Args) -> Answer:
    said = Amendment(**{field: getattr(args, field) for field in Amendment._fields})
    if (args.line is None) == said.is_empty:
        raise Misread(say("Say what to change: either --line, or fields such as --minutes 35."))
    change = desk.amend(args.id, said) if args.line is None else desk.edit_line(args.id, args.line)
    return Answer(change_text(change), logged_document(change, desk.book()))
