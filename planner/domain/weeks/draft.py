"""The draft of a review: everything its five steps show, filled in before she begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..audit.figures import GroupFigures, all_figures
from ..audit.verdicts import WEEKS, Proposal, proposed
from ..book import Book
from ..budget.budget import first_line, shared, suggest
from ..budget.upkeep import upkeeps
from ..entry import Entry
from ..errors import Misread
from ..group import USUAL, Group, Standing
from ..kinds import Split
from ..objective import Objective
from ..plan import STEP, Plan
from ..record import WeekRecord
from ..review import Review, Verdict
from ..settings import USUAL_WEEK
from ..value import NamedTuple
from ..week import Week
from ..words import listing, plural, say, spell_minutes
from .report import WeekReport

_ENDING = (Verdict.PARK, Verdict.LEAVE, Verdict.FEED)


class ReviewDraft(NamedTuple):
    """One week's review as it can be shown: the facts, what they propose, and what she has decided so far.

    ``proposals`` is by group id; ``next_plan`` follows her verdicts, and the proposed ones where she has given none;
    once the review is closed it is the plan she kept.
    ``questions`` are pairs of the key an answer is kept under, and the question.
    """

    week: Week
    report: WeekReport
    unconfirmed: tuple[Entry, ...]
    figures: tuple[GroupFigures, ...]
    proposals: Mapping[str, Proposal]
    review: Review
    next_plan: Plan
    questions: tuple[tuple[str, str], ...]
    cost: str


def draft(
    week: Week, report: WeekReport, records: Sequence[WeekRecord], book: Book, minutes: int = USUAL_WEEK
) -> ReviewDraft:
    """The draft of ``week``'s review from its report and the ``records`` of up to eight weeks that end with it.

    ``minutes`` are those she usually has: they are shared anew when the week had no plan to go on from.
    """
    records = [record for record in records if 0 <= week.minus(record.week) < WEEKS]
    reviews = [review for record in records if record.week == week for review in record.reviews]
    review = max(reviews, key=lambda each: each.revision, default=Review())
    shown = [line.group for line in report.lines]
    judged = [*shown, *(group for group in book.groups.values() if group not in shown)]
    known = list(all_figures([group for group in judged if group.standing is not Standing.LEFT], records))
    proposals = {each.group.id: proposed(each) for each in known}
    proposal_of = {id_: proposal.verdict or Verdict.KEEP for id_, proposal in proposals.items()}
    verdicts = proposal_of | dict(review.verdicts)
    told = tuple(each for each in known if each.group in shown or verdicts[each.group.id] is not Verdict.KEEP)
    return ReviewDraft(
        week=week,
        report=report,
        unconfirmed=report.unconfirmed,
        figures=told,
        proposals={each.group.id: proposals[each.group.id] for each in told},
        review=review,
        next_plan=next_plan(report.plan, verdicts, book.selected(), minutes, book.objectives),
        questions=questions(),
        cost=cost_words(report),
    )


#: The key of the answer that becomes next week's intention.
INTENTION = "intention"


def questions() -> tuple[tuple[str, str], ...]:
    """The few questions that end a week: the key of each, and its words."""
    return (
        ("closer", say("What brought a person closer?")),
        ("joy", say("What did I enjoy?")),
        (INTENTION, say("Next week in one sentence:")),
    )


def next_plan(
    plan: Plan | None,
    verdicts: Mapping[str, Verdict],
    groups: Iterable[Group],
    minutes: int,
    objectives: Mapping[str, Objective] | None = None,
) -> Plan:
    """The plan that follows from ``plan`` and the verdicts by group id; a group without one is kept as it is.

    A group that was selected since begins with its upkeep, as far as that is known; a week without a plan begins with
    ``minutes`` shared between the groups that stay. Only selected groups get a line. The intention is left for her.
    """
    staying = [
        group
        for group in groups
        if group.standing is Standing.SELECTED and verdicts.get(group.id, Verdict.KEEP) not in _ENDING
    ]
    if plan is None:
        plan = _shared_anew(minutes, staying, objectives or {})
    costs = upkeeps(staying)
    first = {group.id: first_line(group, costs[group.id]) if costs[group.id].known else Split() for group in staying}
    lines = {
        group.id: _next_line(plan.lines.get(group.id, first[group.id]), verdicts.get(group.id, Verdict.KEEP), group)
        for group in staying
    }
    return Plan({id_: line for id_, line in lines.items() if line.total}, shared=plan.shared)


def cost_words(report: WeekReport) -> str:
    """What the week's watching took, beside its cap and in what it could have been; it blames nobody."""
    watched = spell_minutes(report.logged.watching)
    if not report.logged.total:
        return say("Nothing was logged in this week.")
    if not report.logged.watching:
        return say("No watching: all of the time went to giving and meeting.")
    if report.plan is None:
        return say("{watched} of watching; there was no cap to go by.", watched=watched)
    cap = report.planned.watching
    over = report.logged.watching - cap
    if over <= 0:
        return say("{watched} of watching, within the cap of {cap}.", watched=watched, cap=spell_minutes(cap))
    instead = _time_enough(over)
    if not instead:
        return say("{watched} of watching, {over} past the cap.", watched=watched, over=spell_minutes(over))
    return say(
        "{watched} of watching, {over} past the cap: time enough for {instead}.",
        watched=watched,
        over=spell_minutes(over),
        instead=instead,
    )


def _shared_anew(minutes: int, groups: Sequence[Group], objectives: Mapping[str, Objective]) -> Plan:
    """A suggested plan; an empty one where there is nothing to suggest: a draft always has a plan to edit."""
    try:
        return suggest(minutes, groups, objectives).plan
    except Misread:
        return Plan({})


def _next_line(line: Split, verdict: Verdict, group: Group) -> Split:
    """A line after its verdict; one that is only watched has no hands to give more to."""
    if verdict is Verdict.LESS:
        return line._replace(watching=max(0, line.watching - _quarter(line.watching)))
    if group.nature.only_watched:
        return line
    if verdict is Verdict.MORE:
        return _more_hands(line)
    if verdict is Verdict.CONTRIBUTE:
        given = max(line.contribution + line.watching, group.usual.contribution)
        return line._replace(contribution=given, watching=0)
    return line


def _more_hands(line: Split) -> Split:
    """A quarter more of the hands, shared as they are; a group without any begins with contributing."""
    steps = _quarter(line.hands) // STEP
    given, met = shared(steps, (line.contribution, line.meeting)) if line.hands else (steps, 0)
    return line.and_(Split(contribution=given * STEP, meeting=met * STEP))


def _quarter(minutes: int) -> int:
    """About a quarter, to the nearest step, and at least one."""
    return max(1, round(minutes / 4 / STEP)) * STEP


def _time_enough(minutes: int) -> str:
    """What would have fitted into so many minutes at the usual lengths: ``one coffee and two answers``; "" for none."""
    coffees, rest = divmod(minutes, USUAL.meeting)
    answers = rest // USUAL.contribution
    parts = []
    if coffees:
        parts.append(plural(coffees, "one coffee with someone", "{n} coffees with someone"))
    if answers:
        parts.append(plural(answers, "one answer", "{n} answers"))
    return listing(parts)
