"""The groups.

planner group add "Lyon UX" --role ties --upkeep 45
planner group list
planner group show lyon
planner group edit lyon-ux --standing parked
planner group edit lyon-ux --if-then "when I open Lyon UX, I first answer one question"
planner group remove lyon-ux           only one that nothing refers to
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.cli.answer import Answer, Args
from planner.cli.documents import group_document
from planner.cli.options import choice, json_option, minutes_by_kind
from planner.cli.sentences import change_text
from planner.cli.table import group_text, groups_text
from planner.domain.durations import read_minutes
from planner.domain.errors import Misread
from planner.domain.group import USUAL, Fit, Nature, Role, Standing
from planner.domain.names import find_objective
from planner.domain.plan import WEEK
from planner.domain.texts import clean
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.book import Book
    from planner.domain.group import Group

#: Options whose value is a mark from 0 to 3.
MARKS = ("activity", "worth", "joy")


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="add|list|show|edit|remove", nargs="?", default="list")
    parser.add_argument("name", metavar="NAME", nargs="*")
    parser.add_argument("--name", dest="new_name", metavar="NAME", help=say("a new name"))
    parser.add_argument("--slug", metavar="SLUG", help=say("how it is typed"))
    parser.add_argument("--standing", metavar="STANDING", help="candidate, selected, parked, left")
    parser.add_argument("--nature", metavar="NATURE", help="community, association, event-series, company-page, feed")
    parser.add_argument("--role", metavar="ROLE", help="ties, visibility, watch")
    parser.add_argument("--upkeep", metavar="MINUTES", help=say("minutes a week that following it properly takes"))
    parser.add_argument("--usual", metavar="c=20,m=45,w=15", help=say("usual length of an entry by kind"))
    parser.add_argument("--fit", metavar="trade=2,place=3", help=say("trade, sector, place, interest: 0 to 3"))
    for mark in MARKS:
        parser.add_argument(f"--{mark}", metavar="0..3")
    parser.add_argument("--if-then", metavar="SENTENCE", help=say("what you do first when you open it"))
    parser.add_argument("--objectives", metavar="A,B")


def run(desk: Desk, args: Args) -> Answer:
    acts = {"add": _add, "list": _list, "show": _show, "edit": _edit, "remove": _remove}
    if args.what not in acts:
        raise Misread(
            say("“{text}” is nothing to do with a group; choose add, list, show, edit or remove.", text=args.what)
        )
    return acts[args.what](desk, args)


def _add(desk: Desk, args: Args) -> Answer:
    name = _named(args)
    change = desk.add_group(name, **_fields(args, desk.book(), None))
    return Answer(change_text(change), group_document(desk.group(clean(name))))


def _list(desk: Desk, args: Args) -> Answer:
    if args.name:
        raise Misread(say("“{text}” does not go with “group list”.", text=" ".join(args.name)))
    groups = list(desk.book().groups.values())
    empty = say("No groups yet. “planner group add 'Lyon UX'” adds one.")
    return Answer(groups_text(groups) or empty, [group_document(group) for group in groups])


def _show(desk: Desk, args: Args) -> Answer:
    group = desk.group(_named(args))
    return Answer(group_text(group), group_document(group))


def _edit(desk: Desk, args: Args) -> Answer:
    group = desk.group(_named(args))
    fields = _fields(args, desk.book(), group)
    if not fields:
        raise Misread(say("Say what to change, such as --standing parked or --upkeep 45."))
    change = desk.edit_group(group.slug, **fields)
    return Answer(change_text(change), group_document(desk.book().groups[group.id]))


def _remove(desk: Desk, args: Args) -> Answer:
    group = desk.group(_named(args))
    return Answer(change_text(desk.remove_group(group.slug)), group_document(group))


def _named(args: Args) -> str:
    if not args.name:
        raise Misread(say("Name the group: planner group {what} 'Lyon UX'.", what=args.what))
    return " ".join(args.name)


def _fields(args: Args, book: Book, group: Group | None) -> dict[str, Any]:
    """The fields of a Group that the options say; raises Misread."""
    fields: dict[str, Any] = {}
    for option, kind in (("standing", Standing), ("nature", Nature), ("role", Role)):
        if getattr(args, option) is not None:
            fields[option] = choice(getattr(args, option), kind, option)
    for mark in MARKS:
        if getattr(args, mark) is not None:
            fields[mark] = _mark(getattr(args, mark))
    if args.new_name is not None:
        fields["name"] = args.new_name
    if args.slug is not None:
        fields["slug"] = args.slug
    if args.if_then is not None:
        fields["if_then"] = clean(args.if_then)
    if args.upkeep is not None:
        fields["upkeep"] = 0 if args.upkeep == "0" else _minutes(args.upkeep)
    if args.usual is not None:
        usual = minutes_by_kind(args.usual.replace(",", " ").split(), zero=False)
        fields["usual"] = (group.usual if group else USUAL)._replace(**{kind.value: n for kind, n in usual.items()})
    if args.fit is not None:
        fields["fit"] = _fit(args.fit, group.fit if group else Fit())
    if args.objectives is not None:
        wanted = [part.strip().lstrip("#") for part in args.objectives.split(",") if part.strip()]
        fields["objectives"] = tuple(find_objective(name, book).id for name in wanted)
    return fields


def _minutes(text: str) -> int:
    minutes = 0 if text == "0" else read_minutes(text, WEEK)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 45 or 1h30.", text=text))
    return minutes


def _mark(text: str) -> int:
    if text not in ("0", "1", "2", "3"):
        raise Misread(say("“{text}” is no mark; write 0, 1, 2 or 3.", text=text))
    return int(text)


def _fit(text: str, fit: Fit) -> Fit:
    for part in text.split(","):
        name, _, mark = part.strip().partition("=")
        if name not in Fit._fields:
            raise Misread(say("“{text}” is no fit; write trade=2, sector=1, place=3 or interest=0.", text=part.strip()))
        fit = fit._replace(**{name: _mark(mark)})
    return fit
