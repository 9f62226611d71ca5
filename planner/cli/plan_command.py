"""A week's plan: minutes for each selected group by kind.

planner plan                              the plan of this week
planner plan show --week last             that of another week
planner plan set lyon-ux c=60 m=60 w=15   goals for contribution and meeting, a cap for watching
planner plan suggest 240 --apply          share 240 minutes over the selected groups
planner plan set reading 30               watching that all groups share
planner plan follow                       once others are selected: this week's plan with them
planner plan copy                         once an earlier week was planned: the last one's plan
planner plan copy this --week next
planner plan short 3                      a short week or a holiday: the plan for 3 of your days, 5 of 5 is whole again
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.documents import plan_document
from planner.cli.options import json_option, minutes_by_kind
from planner.cli.sentences import change_text
from planner.cli.week_table import plan_text
from planner.domain.budget.budget import not_said_words
from planner.domain.budget.selection import by_reason
from planner.domain.errors import Misread
from planner.domain.grammar.durations import read_minutes
from planner.domain.grammar.moments import read_week
from planner.domain.plan import WEEK, Plan
from planner.domain.texts import shown
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk
    from planner.domain.week import Week


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="show|set|suggest|follow|copy|short", nargs="?", default="show")
    parser.add_argument("words", metavar="WORDS", nargs="*")
    parser.add_argument("--week", metavar="WEEK", help=say("of another week, such as next or 2026-W49"), default="this")
    parser.add_argument("--apply", action="store_true", help=say("keep what is suggested"))


def run(desk: Desk, args: Args) -> Answer:
    acts = {"show": _show, "set": _set, "suggest": _suggest, "follow": _follow, "copy": _copy, "short": _short}
    if args.what not in acts:
        raise Misread(
            say("“{text}” is nothing a plan does; choose show, set, suggest, follow, copy or short.", text=args.what)
        )
    return acts[args.what](desk, args)


def _show(desk: Desk, args: Args) -> Answer:
    if args.words:
        raise Misread(say("“{text}” does not go with “plan show”; --week names a week.", text=args.words[0]))
    return _shown(desk, args, "")


def _set(desk: Desk, args: Args) -> Answer:
    week = read_week(args.week, desk.now())
    if len(args.words) == 2 and args.words[0].casefold() in ("reading", say("reading")):
        return _shown(desk, args, change_text(desk.set_shared(week, _length(args.words[1], zero=True))))
    names = [word for word in args.words if "=" not in word]
    cells = [word for word in args.words if "=" in word]
    if not names or not cells:
        raise Misread(say("Say which group and how much: planner plan set lyon-ux c=60 m=60 w=15."))
    change = desk.set_cells(week, " ".join(names), minutes_by_kind(cells, zero=True))
    return _shown(desk, args, change_text(change))


def _suggest(desk: Desk, args: Args) -> Answer:
    if len(args.words) > 1:
        raise Misread(say("Say how many minutes there are: planner plan suggest 240."))
    minutes = _length(args.words[0]) if args.words else desk.minutes_a_week()
    week = read_week(args.week, desk.now())
    suggestion = desk.suggest(minutes, week)
    left_out = [
        say("To park, {why}: {groups}", why=why, groups=listing([group.name for group in groups]))
        for why, groups in by_reason(suggestion.left_out)
    ]
    document = {
        **plan_document(week, suggestion.plan, desk.book()),
        "applied": args.apply,
        "left_out": [{"group": group.slug, "why": why} for group, why in suggestion.left_out],
    }
    if args.apply:
        first = desk.settings().minutes is None  # the first time she says how many she has
        ending = change_text(desk.set_plan(week, suggestion.plan, minutes if first and args.words else None))
    else:
        ending = say("Nothing is changed yet; --apply keeps it.")
    unsaid = [] if args.words or desk.settings().minutes else [not_said_words(minutes)]
    return Answer("\n".join([*unsaid, _text(desk, week, suggestion.plan), *left_out, ending]), document)


def _follow(desk: Desk, args: Args) -> Answer:
    if args.words or args.week != "this":
        raise Misread(say("“plan follow” is for this week, and takes no other word."))
    return _shown(desk, args, change_text(desk.follow_plan()))


def _short(desk: Desk, args: Args) -> Answer:
    text = " ".join(args.words)
    if not text:
        raise Misread(say("Say how many of your days this week has: planner plan short 3."))
    if not (text.isascii() and text.isdecimal()) or len(text) > 1:
        raise Misread(say("“{text}” is no number of days; write planner plan short 3.", text=shown(text)))
    return _shown(desk, args, change_text(desk.shorten(read_week(args.week, desk.now()), int(text))))


def _length(text: str, *, zero: bool = False) -> int:
    """Minutes of a week. Raises Misread."""
    minutes = 0 if zero and text == "0" else read_minutes(text, WEEK)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 240 or 4h.", text=text))
    return minutes


def _text(desk: Desk, week: Week, plan: Plan | None) -> str:
    """The plan beside the minutes she has."""
    return plan_text(week, plan, desk.book(), desk.now().date(), desk.settings().minutes)


def _copy(desk: Desk, args: Args) -> Answer:
    if len(args.words) > 1:
        raise Misread(say("Name one week to copy from, not “{text}”.", text=" ".join(args.words)))
    week = read_week(args.week, desk.now())
    source = read_week(args.words[0], desk.now()) if args.words else None
    return _shown(desk, args, change_text(desk.set_plan(week, desk.copied_plan(week, source))))


def _shown(desk: Desk, args: Args, said: str) -> Answer:
    week = read_week(args.week, desk.now())
    plan, book = desk.plan_in_force(week), desk.book()
    text = _text(desk, week, plan)
    return Answer(f"{said}\n{text}" if said else text, plan_document(week, plan, book))
