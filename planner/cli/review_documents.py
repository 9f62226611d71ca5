"""A week's review as a JSON document."""

from __future__ import annotations

from collections.abc import Mapping

from planner.cli.documents import (
    Document,
    appointment_document,
    drift_document,
    entry_document,
    lines_document,
    plan_document,
    step_document,
    unread_files,
)
from planner.cli.objective_documents import progress_document
from planner.cli.people_documents import growth_document
from planner.domain.book import rows_if_known
from planner.domain.instants import pinned
from planner.domain.kinds import Split
from planner.domain.people.week_people_words import why_words
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.weeks.draft import UnreadReview

if TYPE_CHECKING:
    from planner.domain.audit.figures import GroupFigures
    from planner.domain.book import Book
    from planner.domain.people.week_people import Cooling, ToSee, WeekPeople
    from planner.domain.person import Person
    from planner.domain.review import Verdict
    from planner.domain.weeks.aimless import Aimless
    from planner.domain.weeks.draft import ReviewDraft, Reviewed


def _verdict(verdict: Verdict | None) -> str | None:
    return verdict.value if verdict else None


#: What a review tells, by name, of a week that can be read.
_REVIEWED = (
    *("revision", "step", "closed", "planned", "logged", "carried", "lines", "held", "adverts", "cost", "intention"),
    *("objectives", "drift", "people", "aimless", "unconfirmed", "groups", "answers", "minutes", "next_plan"),
    *("close", "growth", "waiting"),
)


def review_document(draft: Reviewed, book: Book) -> Document:
    """A review: its answers so far, and what is proposed where she has not answered; null is what is not known, and
    ``unread`` names the files that cannot be read."""
    to_answer = rows_if_known(book, [appointment_document(each, book) for each in draft.to_answer])
    without = set() if isinstance(draft, UnreadReview) else {*draft.without, *draft.people.without}
    unread = [*unread_files(draft.report), *(week.file for week in sorted(without))]
    if isinstance(draft, UnreadReview):
        nothing: Document = dict.fromkeys(_REVIEWED)
        return {
            "week": str(draft.week),
            **nothing,
            "never_was": None,
            "drift": drift_document(None),
            "to_answer": to_answer,
            "unread": unread,
        }
    told = _reviewed(draft, book)
    if draft.never_was:  # nothing follows from such a week
        told |= {"people": None, "groups": [], "next_plan": None, "close": None, "growth": None}
    return {**told, "never_was": draft.never_was or None, "to_answer": to_answer, "unread": unread}


def _reviewed(draft: ReviewDraft, book: Book) -> Document:
    planned = {line.group.id: line.planned for line in draft.report.lines}
    return {
        "week": str(draft.week),
        "revision": draft.review.revision,
        "step": draft.review.step.value if draft.review.step else None,
        "closed": pinned(draft.review.closed).isoformat() if draft.review.closed else None,
        "planned": draft.report.planned.as_dict(),
        "logged": draft.report.logged.as_dict(),
        "carried": str(draft.report.carried) if draft.report.carried else None,
        "lines": lines_document(draft.report),
        "held": draft.report.held._asdict(),
        "adverts": draft.report.adverts,
        "cost": draft.cost,
        "intention": draft.report.plan.intention if draft.report.plan else "",
        "objectives": rows_if_known(book, [progress_document(progress) for progress in draft.report.objectives]),
        "drift": drift_document(draft.report.drift, draft.report.quiet),
        "people": None if book.unread else week_people_document(draft.people),
        "aimless": rows_if_known(book, [_aimless(each, book) for each in draft.aimless]),
        "unconfirmed": [entry_document(entry, book) for entry in draft.unconfirmed],
        "groups": rows_if_known(book, [_group_reviewed(draft, figures, planned) for figures in draft.figures]),
        "answers": dict(draft.review.answers),
        "minutes": draft.minutes,
        "next_plan": plan_document(draft.week.plus(1), draft.next_plan, book),
        "close": _close(draft, book),
        "growth": growth_document(draft.growth, book)["months"] if draft.growth else None,
        "waiting": [str(week) for week in draft.waiting],
    }


def _aimless(aimless: Aimless, book: Book) -> Document:
    return {
        "group": book.groups[aimless.group].slug if aimless.group in book.groups else aimless.group,
        "minutes": aimless.minutes,
    }


def _close(draft: ReviewDraft, book: Book) -> Document:
    """The close: what came back and was enjoyed, the weeks beside each other, and the first act of the next one."""
    names = ("hands", "eyes", "met", "echoes")
    return {
        "echoes": [entry_document(entry, book) for entry in draft.close.echoes],
        "enjoyed": list(draft.close.enjoyed),
        "liked": [entry_document(entry, book) for entry in draft.close.liked],
        "weeks": [
            {"week": str(each.week), **(each.figures._asdict() if each.figures else dict.fromkeys(names))}
            for each in draft.close.weeks
        ],
        "first_act": draft.close.first_act or None,
    }


def _group_reviewed(draft: ReviewDraft, figures: GroupFigures, planned: Mapping[str, Split]) -> Document:
    """A group in a review: what it brought over the weeks, and the verdict on it."""
    return {
        "group": figures.group.slug,
        "role": figures.group.role.value,
        "roles": [role.value for role in figures.group.roles],
        "planned": planned.get(figures.group.id, Split()).as_dict(),
        "logged": figures.minutes.as_dict(),
        "contributions": figures.contributions,
        "meetings": figures.meetings,
        "held": figures.held._asdict(),
        "people": figures.people,
        "echoes": figures.echoes,
        "served": figures.served,
        "proposed": _verdict(draft.proposals[figures.group.id].verdict),
        "reasons": list(draft.proposals[figures.group.id].reasons),
        "verdict": _verdict(draft.review.verdicts.get(figures.group.id)),
    }


def week_people_document(people: WeekPeople) -> Document:
    """Whom a week brought; stages and warmth by their stable words, ``days`` since the last exchange or meeting."""
    return {
        "met": [{**_named(met.person), "how": met.how} for met in people.met],
        "closer": [
            {**_named(each.person), "before": each.before.word, "after": each.after.word} for each in people.closer
        ],
        "cooling": [_cooling(each) for each in people.cooling],
        "promises": [step_document(step) for step in people.promises],
        "kept": [step.id for step in people.kept],
        "next": [_to_see(each) for each in people.next],
    }


def _named(person: Person) -> Document:
    return {"id": person.id, "name": person.name}


def _cooling(cooling: Cooling) -> Document:
    circle = cooling.person.circle
    return {
        **_named(cooling.person),
        "circle": circle.value if circle else None,
        "warmth": cooling.warmth.value,
        "days": cooling.days,
        "lately": cooling.lately,
    }


def _to_see(to_see: ToSee) -> Document:
    circle = to_see.person.circle
    return {
        **_named(to_see.person),
        "circle": circle.value if circle else None,
        "warmth": to_see.warmth.value if to_see.warmth else None,
        "days": to_see.days,
        "reason": why_words(to_see),
        "step": to_see.step.id if to_see.step else None,
    }
