"""The options that say a group's fields, and what they say."""

from __future__ import annotations

from itertools import groupby

from planner.cli.answer import Args
from planner.cli.options import field_options, minutes_by_kind
from planner.domain.errors import Misread
from planner.domain.grammar.choices import chosen
from planner.domain.grammar.group_fields import FIELDS
from planner.domain.grammar.marks import read_mark
from planner.domain.group import USUAL, Fit, Tool
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from datetime import datetime

    from planner.desk import Desk
    from planner.domain.book import Book
    from planner.domain.group import Group


def group_options(parser: ArgumentParser) -> None:
    """All fields of a group but its name, in the order of its sheet; one that has parts is one option."""
    for name, fields in groupby(FIELDS, lambda field: field.name.partition(".")[0]):
        if name == "usual":
            parser.add_argument("--usual", metavar="c=20,m=45,w=15", help=say("usual length of an entry by kind"))
        elif name == "fit":
            marks = say("trade, sector, place, interest: 0 to 3")
            parser.add_argument("--fit", metavar=say("trade=2,place=3"), help=marks)
        else:
            field_options(parser, fields)


def group_fields(args: Args, book: Book, group: Group | None, now: datetime) -> dict[str, Any]:
    """The fields of a Group that the options say; raises Misread."""
    said = {field: text for field in FIELDS if field.option and (text := getattr(args, field.name)) is not None}
    fields = {field.name: field.read(text, book, now) for field, text in said.items()}
    if args.usual is not None:
        usual = minutes_by_kind(args.usual.replace(",", " ").split(), zero=False)
        fields["usual"] = (group.usual if group else USUAL)._replace(**{kind.value: n for kind, n in usual.items()})
    if args.fit is not None:
        fields["fit"] = _fit(args.fit, group.fit if group else Fit())
    return fields


def asked_feed(args: Args) -> str | None:
    """Where a group is watched from now on: None where nothing is said of it, "" for a feed that is ``none``."""
    if args.feed and chosen(args.feed, [("none", "")]):
        return args.moved or ""
    return args.moved or args.feed or None


def feeds_said(desk: Desk, group: Group, asked: str | None) -> tuple[str, ...]:
    """Where her feeds are, if there are any; nothing where a group is read in another tool than a feed reader, or she
    said that the feed ``asked`` for has no address."""
    from planner.domain.feeds import feeds_of

    said = say("Your feeds are in {path}, for any feed reader to open.", path=desk.feeds_path)
    moved = desk.book().groups[group.id].moved
    return () if asked == "" or (moved and moved.tool is not Tool.READER) or not feeds_of(desk.book()) else (said,)


def _fit(text: str, fit: Fit) -> Fit:
    for part in text.split(","):
        said, _, mark = part.strip().partition("=")
        name = chosen(said, ((name, "") for name in Fit._fields))
        if name is None:
            raise Misread(say("“{text}” is no fit; write trade=2, sector=1, place=3 or interest=0.", text=part.strip()))
        fit = fit._replace(**{name: read_mark(mark)})
    return fit
