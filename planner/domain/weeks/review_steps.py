"""Which steps of a review have something to do or to tell, and so which is shown next."""

from __future__ import annotations

from ..level import Level
from ..review import ReviewStep
from .draft import ReviewDraft

#: The steps in their order.
STEPS = tuple(ReviewStep)


def is_empty(draft: ReviewDraft, step: ReviewStep) -> bool:
    """Whether a step has nothing to do or to tell: it is passed over, and can be gone back to.

    What cannot be read is not nothing.
    """
    report, people = draft.report, draft.people
    if report.unread and step in (ReviewStep.WAITING, ReviewStep.PEOPLE):
        return False
    told: dict[ReviewStep, object] = {
        ReviewStep.WAITING: draft.unconfirmed or draft.to_answer,
        ReviewStep.WEEK: report.planned.total or report.logged.total,
        ReviewStep.DRIFT: report.drift.level > Level.BALANCED or report.drift.signals or draft.aimless,
        ReviewStep.PEOPLE: any(
            (people.met, people.closer, people.cooled, people.promises, people.next, people.without)
        ),
        ReviewStep.VERDICTS: draft.figures,
        ReviewStep.NEXT_WEEK: True,
    }
    return not told[step]


def first_step(draft: ReviewDraft) -> ReviewStep:
    """The step it opens at: the one it was left at, else the first that is not empty."""
    return draft.review.step or next(step for step in STEPS if not is_empty(draft, step))


def step_after(draft: ReviewDraft, step: ReviewStep) -> ReviewStep | None:
    """The next step that is not empty; None after the last."""
    later = STEPS[STEPS.index(step) + 1 :]
    return next((each for each in later if not is_empty(draft, each)), None)


def step_before(step: ReviewStep) -> ReviewStep | None:
    """The step before, an empty one too; None before the first."""
    at = STEPS.index(step)
    return STEPS[at - 1] if at else None
