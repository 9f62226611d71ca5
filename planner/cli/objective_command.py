"""The objectives: why you network.

planner objective add "Build something with others, 1 time together"
planner objective add "Meet people in Lyon, 1 meeting in person with decision-makers, until June 2027"
planner objective edit visibility --measure "2 contributions, 2 replies from decision-makers"
planner objective list                     with what this week and all weeks did for each
planner objective show visibility
planner objective edit visibility --rank 1
planner objective reach visibility
planner objective drop visibility --reason "found a job"
planner objective remove visibility        only one that nothing serves

An objective is typed by its id, a word of its title, or its aim. A measure counts contributions, meetings, meetings in
person, new people, replies or times together a week, of one circle or place if you like (“here” is where you
live: planner config place Lyon); for knowledge, minutes or watchings too. A meeting in person counts where its group
meets, else where the person is; where nobody knows that, it counts nowhere and is said.
An entry counts for it when its line names it, as #visibility, or when its group serves it:
“planner group edit lyon-ux --objectives visibility”.
"""

from __future__ import annotations

from planner.cli.answer import Answer, Args
from planner.cli.audit_table import objective_text, objectives_text
from planner.cli.objective_documents import life_document, objective_document
from planner.cli.options import json_option, whole
from planner.cli.sentences import change_text
from planner.domain.book import none_words, rows_if_known
from planner.domain.errors import Misread
from planner.domain.grammar.choices import chosen
from planner.domain.grammar.day import Direction
from planner.domain.grammar.days import read_day
from planner.domain.grammar.durations import read_minutes
from planner.domain.grammar.fields import read_choice
from planner.domain.grammar.objective_line import guessed_aim, read_measure, refuse_watching
from planner.domain.objective import Aim, Counts, Goal, Objective, with_goal
from planner.domain.plan import WEEK
from planner.domain.value.typed import TYPE_CHECKING, Any
from planner.domain.words import listing, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from planner.desk import Desk


def arguments(parser: ArgumentParser) -> None:
    json_option(parser)
    parser.add_argument("what", metavar="|".join(ACTS), nargs="?", default="list")
    parser.add_argument("title", metavar="TITLE", nargs="*")
    parser.add_argument("--title", dest="new_title", metavar="TITLE", help=say("a new title"))
    parser.add_argument("--aim", metavar="AIM", help=say("visibility, relationships, knowledge, cooperation"))
    parser.add_argument("--measure", metavar="MEASURE", help=say("all of the weekly measure; none: no measure"))
    parser.add_argument("--meetings", metavar="N", help=say("meetings a week"))
    parser.add_argument("--contributions", metavar="N", help=say("contributions a week"))
    parser.add_argument("--minutes", metavar="MINUTES", help=say("minutes a week"))
    parser.add_argument("--until", metavar="DATE", help=say("the day it is for; none: no day"))
    parser.add_argument("--rank", metavar="N", help=say("1 comes first"))
    parser.add_argument("--reason", metavar="TEXT", help=say("why it is dropped"))


def run(desk: Desk, args: Args) -> Answer:
    if args.what not in ACTS:
        choices = listing(list(ACTS))
        raise Misread(say("“{text}” is nothing to do with an objective; choose {acts}.", text=args.what, acts=choices))
    return ACTS[args.what](desk, args)


def _add(desk: Desk, args: Args) -> Answer:
    said = desk.read_objective(_titled(args))
    if said.problem:
        raise said.problem
    objective = Objective("", said.title, said.aim, measure=said.measure, until=said.until)
    fields = {**said.fields, **_fields(desk, args, objective)}
    if args.aim is None and not said.aim_said and not said.measure:
        fields["aim"] = guessed_aim(said.title, fields["measure"])
    change = desk.add_objective(said.title, **fields)
    return Answer(change_text(change), objective_document(desk.objective(said.title)))


def _list(desk: Desk, args: Args) -> Answer:
    if args.title:
        raise Misread(say("“{text}” does not go with “objective list”; leave it out.", text=" ".join(args.title)))
    progress = desk.progress()
    empty = say("No objectives yet. “planner objective add 'Be visible to decision-makers'” sets one.")
    book = desk.book()
    text = objectives_text(progress) or none_words(book, empty)
    return Answer(text, rows_if_known(book, [life_document(each) for each in progress]))


def _show(desk: Desk, args: Args) -> Answer:
    objective = desk.objective(_titled(args))
    life = next(each for each in desk.progress() if each.objective.id == objective.id)
    return Answer(objective_text(life, desk.book()), life_document(life))


def _edit(desk: Desk, args: Args) -> Answer:
    objective = desk.objective(_titled(args))
    fields = _fields(desk, args, objective)
    if args.new_title is not None:
        fields["title"] = args.new_title
    if not fields:
        raise Misread(say("Say what to change, such as --meetings 2 or --rank 1."))
    return _answered(desk, objective, change_text(desk.edit_objective(objective.id, **fields)))


def _reach(desk: Desk, args: Args) -> Answer:
    objective = desk.objective(_titled(args))
    return _answered(desk, objective, change_text(desk.reach_objective(objective.id)))


def _drop(desk: Desk, args: Args) -> Answer:
    objective = desk.objective(_titled(args))
    return _answered(desk, objective, change_text(desk.drop_objective(objective.id, args.reason or "")))


def _remove(desk: Desk, args: Args) -> Answer:
    objective = desk.objective(_titled(args))
    return Answer(change_text(desk.remove_objective(objective.id)), objective_document(objective))


def _answered(desk: Desk, objective: Objective, text: str) -> Answer:
    return Answer(text, objective_document(desk.book().objectives[objective.id]))


def _titled(args: Args) -> str:
    if not args.title:
        raise Misread(say("Name the objective: planner objective {what} 'Be visible'.", what=args.what))
    return " ".join(args.title)


def _fields(desk: Desk, args: Args, objective: Objective | None) -> dict[str, Any]:
    """The fields of an Objective that the options say; raises Misread."""
    fields: dict[str, Any] = {}
    if args.aim is not None:
        fields["aim"] = read_choice(args.aim, Aim, say("aim"))
    if args.rank is not None:
        fields["rank"] = whole(args.rank, 1, 99)
    if args.until is not None:
        fields["until"] = (
            None if chosen(args.until, [("none", "")]) else read_day(args.until, desk.now(), Direction.AHEAD)
        )
    measure = objective.measure if objective else ()
    if args.measure is not None:
        measure = read_measure(args.measure, desk.settings().place)
    for counts in (Counts.MEETINGS, Counts.CONTRIBUTIONS):
        if (said := getattr(args, counts.value)) is not None:
            measure = with_goal(measure, Goal(counts, whole(said, 0, 99)))
    if args.minutes is not None:
        measure = with_goal(measure, Goal(Counts.MINUTES, _minutes(args.minutes)))
    if any(getattr(args, name) is not None for name in ("measure", "meetings", "contributions", "minutes")):
        fields["measure"] = measure
    refuse_watching(measure, fields.get("aim", objective.aim if objective else Aim.RELATIONSHIPS))
    return fields


def _minutes(text: str) -> int:
    minutes = 0 if text == "0" else read_minutes(text, WEEK)
    if minutes is None:
        raise Misread(say("“{text}” is no length of time; write 45 or 1h30.", text=text))
    return minutes


#: What can be done with an objective.
ACTS = {
    "add": _add,
    "list": _list,
    "show": _show,
    "edit": _edit,
    "reach": _reach,
    "drop": _drop,
    "remove": _remove,
}
