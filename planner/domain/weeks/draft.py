"""The draft of a review: everything its steps show, filled in before she begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ..appointment import Appointment
from ..audit.figures import GroupFigures, all_figures
from ..audit.verdicts import WEEKS, Proposal, proposed
from ..book import Book
from ..entry import Entry
from ..felt import unfelt
from ..group import USUAL, Group, Standing
from ..level import Level
from ..people.appointment_words import appointment_words, unanswered
from ..people.growth import Growth
from ..people.week_people import WeekPeople
from ..plan import Plan, whole
from ..record import WeekRecord
from ..review import Review, Verdict
from ..settings import USUAL_WEEK
from ..value import NamedTuple
from ..week import Week
from ..words import listing, plural, say, spell_minutes
from .aimless import Aimless, aimless
from .close import Close
from .next_plan import by_group, next_plan, staying
from .report import WeekReport
from .unread_report import UnreadReport


class UnreadReview(NamedTuple):
    """The review of a week whose file cannot be read: what was planned, done and answered in it is not known.

    ``to_answer`` and ``told_meetings`` are as in ReviewDraft, which the book tells.
    """

    week: Week
    report: UnreadReport
    to_answer: tuple[Appointment, ...]
    told_meetings: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Nothing can be done in it, so that it waits for nobody."""
        return False

    @property
    def words(self) -> str:
        """What there is to say in its place."""
        return self.report.words


class ReviewDraft(NamedTuple):
    """One week's review as it can be shown: the facts, what they propose, and what she has decided so far.

    ``proposals`` is by group id; ``next_plan`` follows her verdicts, and the proposed ones where she has given none;
    once the review is closed it is the plan she kept.
    ``to_answer`` are the meetings up to the week's end of which nobody has said what became of them; ``told_meetings``
    tells them in words. ``without`` are the weeks looked back on that cannot be read.
    ``minutes`` are those she says she has a week (None: not said yet), else so many are ``proposed``.
    ``unfelt`` are the groups (ids) that were given something, and of which she has not said how it was.
    ``questions`` are pairs of the key an answer is kept under, and the question.
    ``people``, ``growth`` and ``close`` are what the log of all weeks says; ``aimless`` is what served no objective,
    and ``waiting`` are the other weeks that wait for their review.
    """

    week: Week
    report: WeekReport
    unconfirmed: tuple[Entry, ...]
    to_answer: tuple[Appointment, ...]
    figures: tuple[GroupFigures, ...]
    proposals: Mapping[str, Proposal]
    review: Review
    next_plan: Plan
    questions: tuple[tuple[str, str], ...]
    cost: str
    minutes: int | None = None
    proposed: int = USUAL_WEEK
    told_meetings: tuple[str, ...] = ()
    without: tuple[Week, ...] = ()
    unfelt: tuple[str, ...] = ()
    aimless: tuple[Aimless, ...] = ()
    people: WeekPeople = WeekPeople()
    growth: Growth | None = None
    close: Close = Close()
    waiting: tuple[Week, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether the review is due, or under way."""
        return self.review.closed is None and (self.report.review_due or self.review != Review())

    @property
    def never_was(self) -> str:
        """What there is to say of a week in which nothing was planned or logged, and nothing waits; else ""."""
        report = self.report
        is_over = report.today > self.week.sunday
        if self.review != Review() or report.plan or report.entries or self.unconfirmed or self.to_answer:
            return ""
        if self.week > Week.of(report.now):
            return to_come_words()
        return say("Nothing was planned or logged in that week, so there is nothing to review.") if is_over else ""

    def may_hold(self, plan: Plan, book: Book) -> tuple[Group, ...]:
        """The groups that next week's plan can be for, in her order: those that stay, and those that ``plan`` has.

        Where the book cannot be read these alone are known, by what the week calls them.
        """
        if book.unread:
            return tuple(line.group for line in self.report.lines if line.group.id in plan.lines)
        proposed = {id_: proposal.verdict or Verdict.KEEP for id_, proposal in self.proposals.items()}
        selected = book.selected()
        stay = staying(selected, proposed | dict(self.review.verdicts))
        return tuple(group for group in selected if group.id in plan.lines or group in stay)


def to_come_words() -> str:
    """Why a week to come is not reviewed."""
    return say("That week is still to come, so there is nothing to review in it.")


#: What there is of a week's review.
Reviewed: TypeAlias = ReviewDraft | UnreadReview


def unread_review(report: UnreadReport, book: Book) -> UnreadReview:
    """The review of a week that cannot be read, from its report."""
    waiting = unanswered(book, report.week, report.now)
    told = tuple(appointment_words(each, book, report.week.sunday) for each in waiting)
    return UnreadReview(report.week, report, waiting, told)


def draft(  # noqa: PLR0917 - a week in its surroundings
    week: Week,
    report: WeekReport,
    records: Sequence[WeekRecord],
    book: Book,
    minutes: int = USUAL_WEEK,
    said: int | None = None,
) -> ReviewDraft:
    """The draft of ``week``'s review from its report and the ``records`` of up to eight weeks that end with it.

    ``minutes`` are those a week has: they are shared anew when the week had no plan to go on from. She ``said`` so
    many; None, where she has not.
    """
    records = [record for record in records if 0 <= week.minus(record.week) < WEEKS]
    reviews = [review for record in records if record.week == week for review in record.reviews]
    review = max(reviews, key=lambda each: each.revision, default=Review())
    shown = [line.group for line in report.lines]
    judged = [*shown, *(group for group in book.groups.values() if group not in shown)]
    lived = [record for record in records if record.week <= Week.of(report.now)] or records[:1]  # not those to come
    known = list(all_figures([group for group in judged if group.standing is not Standing.LEFT], lived))
    proposals = {each.group.id: proposed(each) for each in known}
    proposal_of = {id_: proposal.verdict or Verdict.KEEP for id_, proposal in proposals.items()}
    verdicts = proposal_of | dict(review.verdicts)
    verdicts_told = tuple(each for each in known if each.group in shown or verdicts[each.group.id] is not Verdict.KEEP)
    waiting = unanswered(book, week, report.now)
    return ReviewDraft(
        week=week,
        report=report,
        unconfirmed=report.unconfirmed,
        to_answer=waiting,
        figures=verdicts_told,
        proposals={each.group.id: proposals[each.group.id] for each in verdicts_told},
        review=review,
        next_plan=_next_plan(report.plan, verdicts, book, minutes, records, known, said=said is not None),
        questions=questions(),
        cost=cost_words(report),
        minutes=said,
        proposed=minutes,
        told_meetings=tuple(appointment_words(each, book, week.sunday) for each in waiting),
        without=tuple(record.week for record in records if record.unread),
        unfelt=unfelt(entry for record in records if record.week == week for entry in record.entries),
        aimless=tuple(each for record in records if record.week == week for each in aimless(record)),
    )


def _next_plan(  # noqa: PLR0917 - a week in its surroundings
    plan: Plan | None,
    verdicts: Mapping[str, Verdict],
    book: Book,
    minutes: int,
    records: Sequence[WeekRecord],
    known: Sequence[GroupFigures],
    *,
    said: bool,
) -> Plan:
    """Next week's plan, from the whole of a short week's; where the book is damaged this week's goes on: which groups
    are selected is not known."""
    plan = whole(plan) if plan else None
    if book.unread:
        return plan._replace(carried=None) if plan else Plan({})
    felt = {each.group.id: each.felt.lately for each in known if each.felt.lately is not None}
    lately = by_group(records)
    return next_plan(plan, verdicts, book.selected(), minutes, book.objectives, lately=lately, felt=felt, said=said)


#: The key of the answer that becomes next week's intention.
INTENTION = "intention"
#: The key of the answer that the close tells.
JOY = "joy"


def questions() -> tuple[tuple[str, str], ...]:
    """The few questions that end a week: the key of each, and its words."""
    return (
        (INTENTION, say("Next week in one sentence:")),
        ("closer", say("What brought a person closer?")),
        (JOY, say("What did I enjoy?")),
    )


def cost_words(report: WeekReport) -> str:
    """What the week's watching took, beside its cap and in what it could have been; it blames nobody."""
    watched = spell_minutes(report.logged.watching)
    if not report.logged.total:
        return say("Nothing was logged in this week.")
    if not report.logged.watching:
        return say("No watching: all of the time went to giving and meeting.")
    if report.budget is None:
        off = say("{watched} of watching, in a week off.", watched=watched)
        return off if report.drift.off else say("{watched} of watching; there was no cap to go by.", watched=watched)
    cap = report.planned.watching
    over = report.logged.watching - cap
    if over <= 0:
        return say("{watched} of watching, within the cap of {cap}.", watched=watched, cap=spell_minutes(cap))
    figures = {"watched": watched, "over": spell_minutes(over), "cap": spell_minutes(cap)}
    instead = _time_enough(over)
    if not instead:
        return say("{watched} of watching, {over} past the cap of {cap}.", **figures)
    return say(
        "{watched} of watching, {over} past the cap of {cap}: time enough for {instead}.", **figures, instead=instead
    )


def cap_is_told(report: WeekReport) -> bool:
    """Whether :func:`cost_words` tells all that is known of the cap: not as long as it may still be passed."""
    return report.drift.over or report.drift.cap_level is Level.ADRIFT


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
