"""The groups.

planner group add "Hexagon UX" --role ties --upkeep 45
planner group paste < list.txt           a name or an address a line, as candidates
planner group list
planner group show lyon
planner group edit lyon-ux --fit trade=3,place=2 --objectives visibility
planner group edit lyon-ux --if-then "when I open Lyon UX, I first answer one question"
planner group park pmi                   keeps all that was logged there
planner group leave pmi --reason "only job adverts"
planner group feed lyon-ux --feed https://lyon-ux.example/rss    read it in a feed reader from now on
planner group feed pmi --moved "newsletter: https://pmi.example/news"
planner group merge lyon-ux pmi-france   the second becomes part of the first
planner group remove hexagon-ux          only one that nothing refers to
"""

from __future__ import annotations

import sys

from planner.cli.answer import Answer, Args
from planner.cli.documents import group_document
from planner.cli.group_fields import asked_feed, feeds_said, group_fields, group_options
from planner.cli.group_table import group_text, groups_text
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.domain.book import none_words, rows_if_known
from planner.domain.errors import Misread
from planner.domain.grammar.fields import read_choice
from planner.domain.group import Group, Nature, Standing
from planner.domain.review import Verdict
from planner.domain.texts import clean, is_text
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="|".join(ACTS), nargs="?", default="list")
    parser.add_argument("name", metavar="NAME", nargs="*")
    parser.add_argument("--name", dest="new_name", metavar="NAME", help=say("a new name"))
    group_options(parser)


def run(desk: Desk, args: Args) -> Answer:
    if args.what not in ACTS:
        choices = listing(list(ACTS))
        raise Misread(say("“{text}” is nothing to do with a group; choose {acts}.", text=args.what, acts=choices))
    return ACTS[args.what](desk, args)


def _add(desk: Desk, args: Args) -> Answer:
    name = _named(args)
    change = desk.add_group(name, **group_fields(args, desk.book(), None, desk.now()))
    added = desk.group(clean(name))
    return Answer("\n".join([change_text(change), *_without_feed(added)]), group_document(added))


def _list(desk: Desk, args: Args) -> Answer:
    if args.name:
        raise Misread(say("“{text}” does not go with “group list”; leave it out.", text=" ".join(args.name)))
    book = desk.book()
    groups = list(book.groups.values())
    empty = say("No groups yet. “planner group add 'Lyon UX'” adds one.")
    return Answer(
        groups_text(groups) or none_words(book, empty), rows_if_known(book, [group_document(group) for group in groups])
    )


def _show(desk: Desk, args: Args) -> Answer:
    group = desk.group(_named(args))
    document = group_document(group)
    if args.json:
        return Answer("", document)
    row = next(row for row in desk.audit().rows if row.group.id == group.id)
    return Answer(group_text(row, desk.book(), desk.now().date(), desk.done_there(group.id)), document)


def _edit(desk: Desk, args: Args) -> Answer:
    group = desk.group(_named(args))
    fields = group_fields(args, desk.book(), group, desk.now())
    if args.new_name is not None:
        fields["name"] = args.new_name
    if not fields:
        raise Misread(say("Say what to change, such as --standing parked or --upkeep 45."))
    change = desk.edit_group(group.slug, **fields)
    kept = desk.book().groups[group.id]
    return Answer("\n".join([change_text(change), *_without_feed(kept)]), group_document(kept))


def _without_feed(group: Group) -> list[str]:
    """What to say of a feed whose address is not known: nothing follows it yet."""
    if group.nature is not Nature.FEED or group.feed:
        return []
    return [
        say(
            "{group} has no feed's address, so no reader has it: planner group edit {slug} --feed https://…",
            group=group.name,
            slug=group.slug,
        )
    ]


def _remove(desk: Desk, args: Args) -> Answer:
    group = desk.group(_named(args))
    return Answer(change_text(desk.remove_group(group.slug)), group_document(group))


def _paste(desk: Desk, args: Args) -> Answer:
    """A list from standard input."""
    if args.name:
        raise Misread(say("“{text}” is too much: “group paste” reads standard input.", text=args.name[0]))
    before = set(desk.book().groups)
    standing = read_choice(args.standing, Standing, say("standing")) if args.standing else Standing.CANDIDATE
    change = desk.add_groups(_pasted(), standing)
    new = [group for id_, group in desk.book().groups.items() if id_ not in before]
    return Answer(change_text(change), [group_document(group) for group in new])


def _pasted() -> str:
    """The text on standard input. Raises Misread where it is no UTF-8."""
    try:
        text = sys.stdin.read()
        readable = is_text(text)
    except UnicodeDecodeError:  # by the locale Python raises, or carries along what it cannot read
        readable = False
    if not readable:
        raise Misread(say("What is on standard input is not UTF-8 text, so nothing was done. Save it as UTF-8."))
    return text


def _park(desk: Desk, args: Args) -> Answer:
    return _ended(desk, args, Verdict.PARK)


def _leave(desk: Desk, args: Args) -> Answer:
    return _ended(desk, args, Verdict.LEAVE)


def _feed(desk: Desk, args: Args) -> Answer:
    group, answer = desk.group(_named(args)), _ended(desk, args, Verdict.FEED)
    return answer._replace(text="\n".join((answer.text, *feeds_said(desk, group, asked_feed(args)))))


def _ended(desk: Desk, args: Args, verdict: Verdict) -> Answer:
    group = desk.group(_named(args))
    change = desk.take_verdict(group.slug, verdict, args.reason or "", asked_feed(args))
    return Answer(change_text(change), group_document(desk.book().groups[group.id]))


def _merge(desk: Desk, args: Args) -> Answer:
    if len(args.name) != 2:
        raise Misread(say("Name the group that stays and the one that goes: planner group merge lyon-ux ux-lyon."))
    stays = desk.group(args.name[0])
    change = desk.merge_groups(*args.name)
    return Answer(change_text(change), group_document(desk.book().groups[stays.id]))


def _named(args: Args) -> str:
    if not args.name:
        raise Misread(say("Name the group: planner group {what} 'Lyon UX'.", what=args.what))
    return " ".join(args.name)


#: What can be done with a group.
ACTS = {
    "add": _add,
    "paste": _paste,
    "list": _list,
    "show": _show,
    "edit": _edit,
    "park": _park,
    "leave": _leave,
    "feed": _feed,
    "merge": _merge,
    "remove": _remove,
}
