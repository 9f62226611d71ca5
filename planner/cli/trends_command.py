"""The long view: where the weeks go, and what they bring.

planner trends                         the last 12 weeks
planner trends --weeks 52              12, 26, 52 or all; any number from 1 to 520
planner trends --group lyon-ux         one group alone
planner trends --objective visibility  one objective alone
planner trends --markdown              the same as a Markdown document
planner trends --quarter               this quarter, made of its weeks’ reviews
planner trends --quarter 2026-Q3       another one; so does “last”, or a date in it

A week that cannot be read is a gap, and counts nowhere. A plan is kept where most of the goal of the hands was reached,
four fifths of it, and the cap of watching was not passed. Over more than 52 weeks, the table has a row a month.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.options import document_options
from planner.cli.section_table import aligned
from planner.cli.trends_documents import quarter_document, trends_document
from planner.domain.errors import Misread
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say
from planner.interop.sections import markdown, text
from planner.interop.trends_document import quarter_sections, quarter_title, trends_sections, trends_title

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable

    from planner.desk import Desk
    from planner.interop.sections import Section

#: The most weeks that may be named: ten years.
MOST = 520

#: What is typed for all weeks there are.
ALL = ("all", "tout", "toutes")


def arguments(parser: ArgumentParser) -> None:
    document_options(parser)
    parser.add_argument("--weeks", metavar="WEEKS", help=say("12, 26, 52, all; or any number up to 520"))
    parser.add_argument("--group", metavar="GROUP", default="", help=say("one group alone"))
    parser.add_argument("--objective", metavar="TITLE", default="", help=say("one objective alone"))
    parser.add_argument("--quarter", metavar="QUARTER", nargs="?", const="this", help=say("a quarter of reviews"))


def run(desk: Desk, args: Args) -> Answer:
    if args.quarter is not None:
        return _quarter(desk, args)
    view = desk.view(args.group, args.objective)
    trends, book = desk.trends(_weeks(args.weeks), view), desk.book()
    sections = trends_sections(trends, desk.now().date())
    return _told(trends_title(trends, book), sections, trends_document(trends, book), args)


def _quarter(desk: Desk, args: Args) -> Answer:
    from planner.domain.grammar.quarters import read_quarter

    if args.weeks or args.group or args.objective:
        raise Misread(say("“--quarter” looks at all there is: only --markdown and --json go with it."))
    page, book = desk.quarter(read_quarter(args.quarter, desk.now())), desk.book()
    return _told(quarter_title(page.quarter), quarter_sections(page, book), quarter_document(page, book), args)


def _told(title: str, sections: Iterable[Section], document: object, args: Args) -> Answer:
    if args.markdown:
        return Answer("", document, raw=markdown(title, sections).encode())
    return Answer(text(title, sections, aligned).rstrip("\n"), document)


def _weeks(said: str | None) -> int | None:
    """How many weeks are asked for; None for all there are. Raises Misread."""
    if said is None:
        return 12
    if said.casefold() in ALL:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < 5 and 1 <= int(said) <= MOST):
        raise Misread(say("“{text}” is no number of weeks: write 12, 26, 52 or all, or one from 1 to 520.", text=said))
    return int(said)
