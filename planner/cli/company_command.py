"""The companies, as people and pages tell them.

planner company list [TEXT]            pages of yours where you know nobody, then the warmest
planner company show acme              who works there, the page, and the ways in
planner company alike                  those that may be one, spelled in two ways
planner company join acme "acme lyon"  one company spelled in two ways; the first spelling stays
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import json_option
from planner.cli.sentences import change_text
from planner.cli.ways_documents import company_document, full_company_document
from planner.cli.ways_text import alike_text, companies_text, company_text
from planner.domain.book import none_words, rows_if_known
from planner.domain.errors import Misread
from planner.domain.people.companies import searched
from planner.domain.unread import without_words
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk

ACTS = ("list", "show", "alike", "join")


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="|".join(ACTS), nargs="?", default="list")
    parser.add_argument("names", metavar="NAME", nargs="*")


def run(desk: Desk, args: Args) -> Answer:
    acts = {"list": _list, "show": _show, "alike": _alike, "join": _join}
    if args.what not in acts:
        raise Misread(
            say("“{text}” is nothing to do with a company; choose {acts}.", text=args.what, acts=", ".join(ACTS))
        )
    return acts[args.what](desk, args)


def _list(desk: Desk, args: Args) -> Answer:
    book, text = desk.book(), " ".join(args.names)
    listed = [each for each in searched(desk.companies(), text) if each.rows or each.page]
    empty = say("No company yet: planner person edit marie --company Acme says where somebody works.")
    if text:
        empty = say("No company is found by “{text}”.", text=text)
    head = without_words(desk.ties().without)
    table = companies_text(listed) or none_words(book, empty)
    return Answer(
        "\n".join(filter(None, (head, table))),
        rows_if_known(book, [company_document(each) for each in listed]),
    )


def _show(desk: Desk, args: Args) -> Answer:
    if not args.names:
        raise Misread(say("Name the company: planner company show acme."))
    company, today = desk.company(" ".join(args.names)), desk.now().date()
    ways = desk.ways_into(company)
    return Answer(company_text(company, ways, today), full_company_document(company, ways, desk.book()))


def _alike(desk: Desk, args: Args) -> Answer:
    if args.names:
        raise Misread(
            say("“{text}” does not go with “company {what}”; leave it out.", text=" ".join(args.names), what=args.what)
        )
    pairs, book = desk.alike_companies(), desk.book()
    text = "\n".join(map(alike_text, pairs)) or none_words(book, say("No company seems to be spelled in two ways."))
    return Answer(text, rows_if_known(book, [{"stays": one.name, "goes": other.name} for one, other in pairs]))


def _join(desk: Desk, args: Args) -> Answer:
    if len(args.names) != 2:
        raise Misread(say("Name two companies, the spelling that stays first: planner company join acme 'acme corp'."))
    stays = desk.company(args.names[0]).name
    change = desk.join_companies(*args.names)
    return Answer(change_text(change), company_document(desk.company(stays)))
