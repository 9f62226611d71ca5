"""The options that say a group's fields, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.cli.answer import Args
from planner.cli.options import choice, minutes_by_kind
from planner.domain.errors import Misread
from planner.domain.grammar.addresses import checked_address, feed_address
from planner.domain.grammar.days import Direction, read_day
from planner.domain.grammar.group_fields import read_mark, read_objectives, read_upkeep
from planner.domain.group import USUAL, Fit, Nature, Role, Standing
from planner.domain.texts import clean
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from datetime import datetime

    from planner.desk import Desk
    from planner.domain.book import Book
    from planner.domain.group import Group

#: Options whose value is a mark from 0 to 3.
MARKS = ("activity", "worth", "joy")

#: Options whose value is kept as it was typed.
TEXTS = ("platform", "place", "why", "done", "reason", "note", "if_then")


def group_options(parser: ArgumentParser) -> None:
    """All fields of a group but its name."""
    parser.add_argument("--slug", metavar="SLUG", help=say("how it is typed"))
    parser.add_argument("--standing", metavar="STANDING", help=say("candidate, selected, parked, left"))
    parser.add_argument(
        "--nature", metavar="NATURE", help=say("community, association, event-series, company-page, feed")
    )
    parser.add_argument("--role", metavar="ROLE", help=say("ties, visibility, watch"))
    parser.add_argument("--platform", metavar="TEXT", help=say("where it meets, such as LinkedIn"))
    parser.add_argument("--address", metavar="URL", help=say("its web address"))
    parser.add_argument("--feed", metavar="URL", help=say("the address of its feed, for a feed reader"))
    parser.add_argument("--place", metavar="TEXT")
    parser.add_argument("--since", metavar="DAY", help=say("the day you joined"))
    parser.add_argument("--why", metavar="TEXT", help=say("why you joined"))
    parser.add_argument("--done", metavar="TEXT", help=say("what you did there so far"))
    parser.add_argument("--reason", metavar="TEXT", help=say("why you left or parked it"))
    parser.add_argument("--note", metavar="TEXT", help=say("what else is known of it"))
    parser.add_argument("--upkeep", metavar="MINUTES", help=say("minutes a week that following it properly takes"))
    parser.add_argument("--usual", metavar="c=20,m=45,w=15", help=say("usual length of an entry by kind"))
    parser.add_argument("--fit", metavar="trade=2,place=3", help=say("trade, sector, place, interest: 0 to 3"))
    for mark in MARKS:
        parser.add_argument(f"--{mark}", metavar="0..3")
    parser.add_argument("--if-then", metavar="SENTENCE", help=say("what you do first when you open it"))
    parser.add_argument("--objectives", metavar="A,B")
    parser.add_argument("--next-look", metavar="DATE", help=say("the day on which it asks to be looked at again"))


def group_fields(args: Args, book: Book, group: Group | None, now: datetime) -> dict[str, Any]:
    """The fields of a Group that the options say; raises Misread."""
    fields: dict[str, Any] = {}
    for option, kind in (("standing", Standing), ("nature", Nature), ("role", Role)):
        if getattr(args, option) is not None:
            fields[option] = choice(getattr(args, option), kind, option)
    fields |= {mark: read_mark(value) for mark in MARKS if (value := getattr(args, mark)) is not None}
    fields |= {name: clean(value) for name in TEXTS if (value := getattr(args, name)) is not None}
    if args.slug is not None:
        fields["slug"] = args.slug
    if args.address is not None:
        fields["address"] = checked_address(args.address)
    if args.feed is not None:
        fields["feed"] = feed_address(args.feed)
    if args.since is not None:
        fields["since"] = read_day(args.since, now)
    if args.next_look is not None:
        fields["next_look"] = read_day(args.next_look, now, Direction.AHEAD)
    if args.upkeep is not None:
        fields["upkeep"] = read_upkeep(args.upkeep)
    if args.usual is not None:
        usual = minutes_by_kind(args.usual.replace(",", " ").split(), zero=False)
        fields["usual"] = (group.usual if group else USUAL)._replace(**{kind.value: n for kind, n in usual.items()})
    if args.fit is not None:
        fields["fit"] = _fit(args.fit, group.fit if group else Fit())
    if args.objectives is not None:
        fields["objectives"] = read_objectives(args.objectives, book)
    return fields


def asked_feed(args: Args) -> str | None:
    """The feed that replaces a group: None where nothing is said of it, "" for ``none``."""
    return "" if args.feed == "none" else args.feed or None


def feeds_said(desk: Desk, asked: str | None) -> tuple[str, ...]:
    """Where her feeds are, if there are any; nothing where she said that the one ``asked`` for has no address."""
    from planner.domain.feeds import feeds_of

    said = say("Your feeds are in {path}, for any feed reader to open.", path=desk.feeds_path)
    return () if asked == "" or not feeds_of(desk.book()) else (said,)


def _fit(text: str, fit: Fit) -> Fit:
    for part in text.split(","):
        name, _, mark = part.strip().partition("=")
        if name not in Fit._fields:
            raise Misread(say("“{text}” is no fit; write trade=2, sector=1, place=3 or interest=0.", text=part.strip()))
        fit = fit._replace(**{name: read_mark(mark)})
    return fit
