"""A week's review as a document: the same sections as Markdown, or as plain text for a terminal.

Same review, same bytes: nothing in it depends on when it is written, only on what the week holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from planner.domain.adverts import advert_words
from planner.domain.book import Book, unread_words
from planner.domain.budget.budget import not_said_words
from planner.domain.drift.reasons import balance_words, blamed
from planner.domain.drift.reasons import cap_words as reason_of_cap
from planner.domain.held import meetings_words
from planner.domain.kinds import HANDS, Split
from planner.domain.people.growth import Grown, Growth
from planner.domain.people.week_people import WeekPeople
from planner.domain.people.week_people_words import (
    closer_words,
    cooling_words,
    met_counts,
    met_words,
    promise_of,
    promise_standing,
    why_words,
)
from planner.domain.plan import apart_words, beside_hers
from planner.domain.unread import without_words
from planner.domain.weeks.aimless import aimless_words
from planner.domain.weeks.close import close_sections
from planner.domain.weeks.draft import ReviewDraft, Reviewed, UnreadReview, cap_is_told
from planner.domain.weeks.pace import cap_words, goal_words
from planner.domain.weeks.progress import progress_words
from planner.domain.weeks.report import Line
from planner.domain.weeks.waiting import waiting_words
from planner.domain.words import clock, dated_span, day_in_words, day_month, minutes, month_year, or_dash, plural, say
from planner.interop.markdown import Row
from planner.interop.sections import Section, markdown, text


def review_markdown(draft: Reviewed, book: Book) -> str:
    """The review as CommonMark with pipe tables; every text of hers is escaped, so that it stays text."""
    return markdown(title(draft), sections(draft, book))


def review_text(draft: Reviewed, book: Book, aligned: Callable[[Section], Iterable[str]] | None = None) -> str:
    """The review as plain text in aligned columns; ``aligned`` sets a section's table for a page of another width."""
    return text(title(draft), sections(draft, book), aligned)


def title(draft: Reviewed) -> str:
    """What the document is called."""
    week = draft.week
    return say("Review of week {n}, {days}", n=week.number, days=dated_span(week.monday, week.sunday))


def sections(draft: Reviewed, book: Book) -> Iterator[Section]:
    """All there is to read of a review, in its order; what cannot be read is said in its place."""
    yield from record(draft, book)
    if isinstance(draft, UnreadReview) or draft.never_was:
        return
    yield from (
        Section(each.title, each.sentences, each.table) for each in close_sections(draft.close, draft.people, book)
    )
    if draft.growth and draft.growth.months:
        yield _growth(draft.growth)


def record(draft: Reviewed, book: Book) -> Iterator[Section]:
    """What there is to read of a review but for its close."""
    if isinstance(draft, UnreadReview):
        yield Section(say("State"), (draft.words,))
        yield from _meetings(draft)
        return
    if draft.never_was:
        yield Section(say("State"), (draft.never_was,))
        return
    yield Section(say("State"), (_state(draft), *_waiting(draft)))
    if draft.unconfirmed:
        yield Section(say("Unconfirmed time"), tuple(_unconfirmed(draft)))
    yield from _meetings(draft)
    yield _planned_and_done(draft)
    if draft.report.objectives or draft.report.unread:
        yield _objectives(draft)
    yield Section(say("Drift"), (*_drift(draft), draft.cost, *filter(None, [aimless_words(draft.aimless, book)])))
    yield from _people(draft, book)
    yield _verdicts(draft)
    answers = [f"{question} {draft.review.answers[key]}" for key, question in draft.questions if _answered(draft, key)]
    if answers:
        yield Section(say("Answers"), tuple(answers))
    yield _next_week(draft)


def _waiting(draft: ReviewDraft) -> tuple[str, ...]:
    words = waiting_words(draft.waiting)
    return (words,) if words else ()


def _people(draft: ReviewDraft, book: Book) -> Iterator[Section]:
    """Whom she met, the ties that moved, what was promised, and whom to see next."""
    people = draft.people
    if draft.report.unread:
        yield Section(say("Whom you met"), _unread(draft))
        return
    unknown = (without_words(people.without),) if people.without else ()
    met = [(each.person.name, met_words(each), _stages(people, each.person.id)) for each in people.met]
    counts = met_counts(people)
    nobody = () if people.without else (say("Nobody was met this week."),)
    head = (say("person"), say("how"), say("tie"))
    told = (*unknown, *((say("{counts}.", counts=counts[:1].upper() + counts[1:]),) if counts else nobody))
    yield Section(say("Whom you met"), told, (head, *met) if met else (), figures=False)
    if people.cooling:
        rows = [(each.person.name, cooling_words(each)) for each in people.cooling[:SHOWN]]
        more = len(people.cooling) - SHOWN
        others = (plural(more, "{n} more tie cools.", "{n} more ties cool."),) if more > 0 else ()
        yield Section(say("Cooling"), others, ((say("person"), say("last contact")), *rows), figures=False)
    if people.promises:
        rows = [(promise_of(step, book), promise_standing(step, people.until)) for step in people.promises]
        yield Section(say("Promises"), (), ((say("promise"), say("standing")), *rows), figures=False)
    if people.next:
        to_see = [(each.person.name, why_words(each), each.step.text if each.step else "–") for each in people.next]
        head = (say("person"), say("because"), say("planned"))
        yield Section(say("Whom to see next week"), (), (head, *to_see), figures=False)


#: How many cooling ties are told by name.
SHOWN = 8


def _stages(people: WeekPeople, id_: str) -> str:
    return next((closer_words(each) for each in people.closer if each.person.id == id_), "–")


#: How many months the growth of the network is told of.
MONTHS = 6


def _growth(growth: Growth) -> Section:
    """How the network grew, the latest months."""
    head = (
        say("month"),
        say("met", context="people"),
        say("in person"),
        say("from afar"),
        say("not said"),
        say("tied"),
    )
    rows = [(month_year(first), *_grown(grown)) for first, grown in reversed(growth.months[-MONTHS:])]
    unknown = (without_words(growth.without),) if growth.without else ()
    return Section(say("How the network grew"), unknown, (head, *rows))


def _meetings(draft: Reviewed) -> Iterator[Section]:
    told = (*draft.told_meetings, *_unread(draft))
    if told:
        yield Section(say("Meetings to answer"), told)


def _unread(draft: Reviewed) -> tuple[str, ...]:
    """What stands for all that the book holds, where it cannot be read."""
    return (unread_words(),) if draft.report.unread else ()


def _state(draft: ReviewDraft) -> str:
    review = draft.review
    if review.closed is None:
        return say("Revision {n}, open.", n=review.revision)
    return say(
        "Revision {n}, closed on {day} at {time}.",
        n=review.revision,
        day=day_in_words(review.closed),
        time=clock(review.closed),
    )


def _unconfirmed(draft: ReviewDraft) -> Iterator[str]:
    for entry in draft.unconfirmed:
        name = next((line.group.name for line in draft.report.lines if line.group.id == entry.group), entry.group)
        yield say(
            "{day} {start}, {time}, {group}: it counts nowhere yet.",
            day=day_month(entry.day),
            start=clock(entry.start),
            time=minutes(entry.minutes),
            group=name,
        )


def _planned_and_done(draft: ReviewDraft) -> Section:
    report = draft.report
    head = (say("group"), say("contributed"), say("met"), say("watched"))
    rows = [_done(line) for line in report.lines]
    total = _cells(say("total"), report.planned, report.logged, capped=report.budget is not None)
    intention = (say("“{text}”", text=report.plan.intention),) if report.plan and report.plan.intention else ()
    apart = apart_words(report.plan)
    read = advert_words(report.adverts, report.logged.watching)
    sentences = filter(None, (apart, *intention, meetings_words(report.held), read))
    return Section(say("Planned and done"), tuple(sentences), (head, *rows, total))


def _objectives(draft: ReviewDraft) -> Section:
    head = (say("objective"), say("this week"), say("reached"))
    rows = [
        (each.objective.title, progress_words(each), say("yes") if each.reached else "–")
        for each in draft.report.objectives
    ]
    return Section(say("Objectives"), _unread(draft), (head, *rows) if rows else ())


def _done(line: Line) -> Row:
    return _cells(line.group.name, line.planned, line.logged, capped=line.capped)


def _cells(name: str, planned: Split, logged: Split, *, capped: bool) -> Row:
    """A row of goals and a cap: ``45 of 60``, ``10 ≤ 15``; past it ``20 > 15``. A dash where there is nothing."""
    goals = [goal_words(logged.of(kind), planned.of(kind)) for kind in HANDS]
    return (name, *goals, cap_words(logged.watching, planned.watching if capped else None))


def _drift(draft: ReviewDraft) -> Iterator[str]:
    """The week's level with its balance, and the cap where the week's cost, which follows, does not tell it; nothing of
    a week off."""
    drift = draft.report.drift
    if drift.off:
        return
    level = drift.level.title.capitalize()
    balance = balance_words(drift)
    if drift.balance.level > drift.cap_level:
        yield say("{level} by its balance: {told}.", level=level, told=balance)
    elif drift.cap is None:
        yield say("{level}; the week had no plan.", level=level)
        yield say("Balance: {told}.", told=balance)
    else:
        by = blamed(drift)
        yield say("{level} {by}.", level=level, by=by) if by else f"{level}."
        yield say("Balance: {told}.", told=balance)
    if drift.cap is not None and not cap_is_told(draft.report):
        yield say("Cap: {told}.", told=reason_of_cap(drift))


def _verdicts(draft: ReviewDraft) -> Section:
    head = (say("group"), say("verdict"), say("proposed"), say("because"))
    rows = []
    for figures in draft.figures:
        proposal = draft.proposals[figures.group.id]
        taken = draft.review.verdicts.get(figures.group.id)
        reasons = say("; ").join(proposal.reasons)
        rows.append((figures.group.name, taken.title if taken else "–", proposal.word, reasons))
    told = tuple(filter(None, (*_unread(draft), without_words(draft.without))))
    if not rows and not told:  # a group that cannot be read may be one to judge
        told = (say("There are no groups to judge yet."),)
    return Section(say("Verdicts"), told, (head, *rows) if rows else (), figures=False)


def _answered(draft: ReviewDraft, key: str) -> bool:
    return bool(draft.review.answers.get(key, "").strip())


def _next_week(draft: ReviewDraft) -> Section:
    head = (say("group"), say("contribute"), say("meet"), say("watch at most"))
    names = {line.group.id: line.group.name for line in draft.report.lines}
    rows = [(names.get(id_, id_), *map(minutes, split)) for id_, split in draft.next_plan.lines.items()]
    if draft.next_plan.shared:
        rows.append((say("reading, any group"), *map(minutes, Split(watching=draft.next_plan.shared))))
    if not rows:
        return Section(say("Next week"), (say("No plan yet."),))
    total = draft.next_plan.total
    sentences = (
        not_said_words(draft.proposed)
        if draft.minutes is None
        else say("{beside} a week.", beside=beside_hers(total.total, draft.minutes))
    )
    return Section(say("Next week"), (sentences,), (head, *rows, (say("total"), *map(minutes, total))))


def _grown(grown: Grown) -> tuple[str, ...]:
    figures = (grown.met, grown.in_person, grown.remote, grown.not_said, grown.tied)
    return tuple(or_dash(figure or None) for figure in figures)
