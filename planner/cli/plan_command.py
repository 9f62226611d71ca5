"""A week's plan: minutes for each selected group by kind.

planner plan                              the plan of this week
planner plan show --week last             that of another week
planner plan set lyon-ux c=60 m=60 w=15   goals for contribution and meeting, a cap for watching
planner plan suggest 240 --apply          share 240 minutes over the selected groups
planner plan copy                         the last planned week's plan
planner plan copy 2026-W40 --week next
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.cli.answer import Answer, Args
from planner.cli.documents import plan_document
from planner.cli.options import json_option, minutes_by_kind
from planner.cli.sentences import change_text
from planner.cli.table import plan_text
from planner.domain.errors import Misread
from planner.domain.grammar.durations import read_minutes
from planner.domain.grammar.moments import read_week
from planner.domain.plan import WEEK
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="show|set|suggest|copy", nargs="?", default="show")
    parser.add_argument("words", metavar="WORDS", nargs="*")
    parser.add_argument("--week", metavar="WEEK", default="this")
    parser.add_argument("--apply", action="store_true", help=say("keep what is suggested"))


def run(desk: Desk, args: Args) -> Answer:
    acts = {"show": _show, "set": _set, "suggest": _suggest, "copy": _copy}
    if args.what not in acts:
        raise Misread(say("“{text}” is nothing a plan does; choose show, set, suggest or copy.", text=args.what))
    return acts[args.what](desk, args)


def _show(desk: Desk, args: Args) -> Answer:
    if args.words:
        raise Misread(say("“{text}” does not go with “plan show”; --week names a week.", text=args.words[0]))
    return _shown(desk, args, "")


def _set(desk: Desk, args: Args) -> Answer:
    names = [word for word in args.words if "=" not in word]
    cells = [word for word in args.words if "=" in word]
    if not names or not cells:
        raise Misread(say("Say which group and how much: planner plan set lyon-ux c=60 m=60 w=15."))
    week = read_week(args.week, desk.now())
    change = desk.set_cells(week, " ".join(names), minutes_by_kind(cells, zero=True))
    return _shown(desk, args, change_text(change))


def _suggest(desk: Desk, args: Args) -> Answer:
    if len(args.words) != 1:
        raise Misread(say("Say how many minutes there are: planner plan suggest 240."))
    minutes = read_minutes(args.words[0], WEEK)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 240 or 4h.", text=args.words[0]))
    week = read_week(args.week, desk.now())
    suggestion = desk.suggest(minutes, week)
    left_out = [say("Left out {group}: {why}", group=group.name, why=why) for group, why in suggestion.left_out]
    document = {
        **plan_document(week, suggestion.plan, desk.book()),
        "applied": args.apply,
        "left_out": [{"group": group.slug, "why": why} for group, why in suggestion.left_out],
    }
    if args.apply:
        ending = change_text(desk.set_plan(week, suggestion.plan))
    else:
        ending = say("Nothing is changed yet; --apply keeps it.")
    return Answer("\n".join([plan_text(week, suggestion.plan, desk.book()), *left_out, ending]), document)


def _copy(desk: Desk, args: Args) -> Answer:
    if len(args.words) > 1:
        raise Misread(say("Name one week to copy from, not “{text}”.", text=" ".join(args.words)))
    week = read_week(args.week, desk.now())
    source = read_week(args.words[0], desk.now()) if args.words else None
    return _shown(desk, args, change_text(desk.set_plan(week, desk.copied_plan(week, source))))


def _shown(desk: Desk, args: Args, said: str) -> Answer:
    week = read_week(args.week, desk.now())
    plan, book = desk.plan(week), desk.book()
    text = plan_text(week, plan, book)
    return Answer(f"{said}\n{text}" if said else text, plan_document(week, plan, book))
