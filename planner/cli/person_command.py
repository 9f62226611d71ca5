"""The people.

planner person add "Nadia Benali" --company Acme --circle prescriber --groups lyon-ux
planner person list [TEXT]             those in whose record all its words stand
planner person list --by company       the same, company by company
planner person show marie              who they are, where the tie stands and why, and all that passed
planner person edit marie --email marie@example.org --cadence 30
planner person edit marie --through @paul
planner person add "M. Dupont"         the same person once more, as can happen
planner person merge marie-dupont m-dupont      two records of one person; the first one stays
planner person rest marie              leave the tie to rest
planner person wake marie              take up again one that rests
planner person remove nadia-benali     only one that nothing refers to
planner person doubles                 those who may be one person
planner person met k3f9 "Nadia Benali, Acme, buyer: send my CV fri" "Tom: the link"
                                       whom you met at an entry, each with what comes next; or lines typed in
planner person growth                  how the network grew, month by month
"""

from __future__ import annotations

from planner.cli import people_documents as documents
from planner.cli import people_text as texts
from planner.cli.answer import Answer, Args
from planner.cli.documents import entry_document
from planner.cli.options import field_options, json_option
from planner.cli.sentences import change_text
from planner.domain.book import none_words, rows_if_known
from planner.domain.errors import Misread
from planner.domain.grammar.choices import chosen, typed
from planner.domain.grammar.person_fields import FIELDS
from planner.domain.people.tie_list import TieFilter, TieOrder, in_order, matching
from planner.domain.unread import without_words
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.change import Change
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk

#: What the people may be sorted by.
_ORDERS = ("name", "company")

ACTS = ("add", "list", "show", "edit", "remove", "merge", "rest", "wake", "met", "doubles", "growth")


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="|".join(ACTS), nargs="?", default="list")
    parser.add_argument("names", metavar="NAME", nargs="*")
    field_options(parser, FIELDS)
    parser.add_argument("--by", metavar="ORDER", default="name", help=say("list: by name or company"))
    parser.add_argument("--last", metavar="N", help=say("show: only so many of the latest entries"))


def run(desk: Desk, args: Args) -> Answer:
    acts = {"add": _add, "list": _list, "show": _show, "edit": _edit, "merge": _merge, "met": _met}
    changes = {"remove": desk.remove_person, "rest": desk.rest_person, "wake": desk.wake_person}
    asked = {"doubles": _doubles, "growth": _growth}
    if args.what in acts:
        return acts[args.what](desk, args)
    if args.what in changes:
        person = desk.person(_named(args))
        return _changed(desk, changes[args.what](person.id), person.id)
    if args.what in asked:
        if args.names:
            raise Misread(
                say(
                    "“{text}” does not go with “person {what}”; leave it out.",
                    text=" ".join(args.names),
                    what=args.what,
                )
            )
        return asked[args.what](desk)
    raise Misread(say("“{text}” is nothing to do with a person; choose {acts}.", text=args.what, acts=", ".join(ACTS)))


def _add(desk: Desk, args: Args) -> Answer:
    if args.name is not None:
        raise Misread(say("“--name” gives somebody in the book a new name; planner person add 'Marie Dupont'."))
    change = desk.add_person(_named(args), **_fields(args))
    return _changed(desk, change, change.person)


def _list(desk: Desk, args: Args) -> Answer:
    by = chosen(args.by, ((order, "") for order in _ORDERS))
    if by is None:
        known = ", ".join(map(typed, _ORDERS))
        raise Misread(say("“{text}” is nothing to sort by; choose {orders}.", text=args.by, orders=known))
    rows = in_order(desk.ties().rows, TieOrder.NAME)
    people = [row.person for row in matching(rows, TieFilter(text=" ".join(args.names)))]
    if by == "company":
        from planner.domain.people.companies import by_company

        people = by_company(people)
    empty = say("Nobody yet. “planner person add 'Marie Dupont'” adds someone; so does @marie in a line.")
    if args.names:
        empty = say("Nobody is found by “{text}”.", text=" ".join(args.names))
    book = desk.book()
    return Answer(
        texts.people_text(people) or none_words(book, empty),
        rows_if_known(book, [documents.person_document(person, book) for person in people]),
    )


def _show(desk: Desk, args: Args) -> Answer:
    if args.last is not None and not (args.last.isascii() and args.last.isdecimal() and len(args.last) < 9):
        raise Misread(say("“{text}” is no number of entries; write 20.", text=args.last))
    thread = desk.thread(_named(args), None if args.last is None else int(args.last))
    ways, book, today = desk.ways_to(thread.row.person.id), desk.book(), desk.now().date()
    text = texts.thread_text(thread, ways, book, today)
    return Answer(text, documents.thread_document(thread, ways, book, today))


def _edit(desk: Desk, args: Args) -> Answer:
    fields = _fields(args)
    person = desk.person(_named(args))
    if not fields:
        raise Misread(say("Say what to change, such as --circle peer or --cadence 30."))
    return _changed(desk, desk.edit_person(person.id, **fields), person.id)


def _merge(desk: Desk, args: Args) -> Answer:
    if len(args.names) != 2:
        raise Misread(say("Name two people, the one that stays first: planner person merge marie-dupont m-dupont."))
    change = desk.merge_people(*args.names)
    return _changed(desk, change, change.person)


def _met(desk: Desk, args: Args) -> Answer:
    if not args.names:
        raise Misread(say("Say at which entry, by its id: planner person met k3f9 'Nadia Benali: send my CV fri'."))
    lines = args.names[1:]
    if not lines:
        import sys

        lines = [] if sys.stdin.isatty() else sys.stdin.read().splitlines()
    change = desk.note_met(args.names[0], lines)
    assert change.entry
    return Answer(change_text(change), entry_document(change.entry, desk.book()))


def _doubles(desk: Desk) -> Answer:
    doubles, book = desk.doubles(), desk.book()
    text = "\n".join(map(texts.double_text, doubles)) or none_words(book, say("Nobody seems to be in the book twice."))
    return Answer(text, rows_if_known(book, [documents.double_document(double, book) for double in doubles]))


def _growth(desk: Desk) -> Answer:
    growth, book = desk.growth(), desk.book()
    empty = say("Nobody has been met yet. “planner log m 45 lyon-ux @marie” logs a meeting.")
    text = texts.growth_text(growth, book) if growth.months else none_words(book, empty)
    text = "\n".join(filter(None, [without_words(growth.without), text]))
    return Answer(text, documents.growth_document(growth, book))


def _changed(desk: Desk, change: Change, id_: str) -> Answer:
    """What was done; for programs the person as they are now, or None once removed."""
    book = desk.book()
    person = book.people.get(id_)
    return Answer(change_text(change), documents.person_document(person, book) if person else None)


def _named(args: Args) -> str:
    if not args.names:
        raise Misread(say("Name the person: planner person {what} marie.", what=args.what))
    return " ".join(args.names)


def _fields(args: Args) -> dict[str, str]:
    """The fields of a Person that the options say, as typed."""
    said = {field.name: value for field in FIELDS if (value := getattr(args, field.name)) is not None}
    return {name: ",".join(value) if isinstance(value, list) else value for name, value in said.items()}
