"""The audit: every group with what it has brought, and the verdict that its figures propose.

planner audit                              over 8 weeks
planner audit --weeks 13 --sort people
planner audit --filter "selected people=0 read>60"
planner audit take lyon-ux                 the proposed verdict
planner audit take pmi leave --reason "only job adverts"
planner audit take lyon-ux feed --moved "newsletter: https://lyon-ux.example"

The filter takes words, columns compared with a number or a date, #objective, “due” (asks for a look) and “open” (asks
for a decision). A verdict goes into the review that is open; park, leave and feed happen at once.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.audit_documents import audit_document
from planner.cli.audit_table import audit_text
from planner.cli.documents import group_document
from planner.cli.group_fields import asked_feed, feeds_said
from planner.cli.offer import offer_lines
from planner.cli.options import json_option, whole
from planner.cli.sentences import change_text
from planner.domain.audit.columns import COLUMNS, conditions, filtered, find_column, ordered
from planner.domain.audit.setting_out import share_words
from planner.domain.errors import Misread, Refused
from planner.domain.grammar.choices import chosen
from planner.domain.grammar.fields import read_choice
from planner.domain.review import Verdict
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.words import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("words", metavar="take GROUP [VERDICT]", nargs="*")
    parser.add_argument("--weeks", metavar="N", default="8", help=say("how far to look back"))
    parser.add_argument("--sort", metavar="COLUMN", help=", ".join(column.word for column in COLUMNS))
    parser.add_argument("--filter", metavar="TEXT", default="", help=say("only some groups"))
    parser.add_argument("--reason", metavar="TEXT", default="", help=say("why you left or parked it"))
    parser.add_argument("--feed", metavar="URL", help=say("take feed: the address of its feed, or none"))
    parser.add_argument("--moved", metavar="TEXT", help=say("take feed: another tool, as in newsletter: https://…"))


def run(desk: Desk, args: Args) -> Answer:
    if args.words:
        return _take(desk, args)
    audit = desk.audit(whole(args.weeks, 1, 520))
    rows = filtered(audit.rows, conditions(args.filter, tuple(desk.book().objectives.values())))
    if args.sort is not None:
        rows = ordered(rows, find_column(args.sort))
    offered = [] if args.json else offer_lines(desk)
    set_out = desk.set_out()
    served = [share_words(set_out)] if set_out and set_out.share is not None else []
    text = "\n".join([audit_text(audit, rows, desk.book()), *served, *offered])
    return Answer(text, audit_document(audit, rows, set_out))


def _take(desk: Desk, args: Args) -> Answer:
    take, *words = args.words
    if take != "take" or not 1 <= len(words) <= 2:
        raise Misread(say("Say whose verdict you take: planner audit take lyon-ux [more|keep|less|…]."))
    group = desk.group(words[0])
    if len(words) == 2:
        is_feed = chosen(words[1], [("feed", "")])
        verdict = Verdict.FEED if is_feed else read_choice(words[1], Verdict, say("verdict"))
    else:
        row = next(row for row in desk.audit(whole(args.weeks, 1, 520)).rows if row.group.id == group.id)
        if row.proposal.verdict is None:
            raise Refused(
                say(
                    "Nothing is proposed for {group}; name a verdict: planner audit take {slug} park.",
                    group=group.name,
                    slug=group.slug,
                )
            )
        verdict = row.proposal.verdict
    said = [change_text(desk.take_verdict(group.slug, verdict, args.reason, asked_feed(args)))]
    if verdict is Verdict.FEED:
        said += feeds_said(desk, group, asked_feed(args))
    return Answer("\n".join(said), group_document(desk.book().groups[group.id]))
