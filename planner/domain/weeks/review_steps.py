"""Which steps of a review ask for something, and so which is shown next."""

from __future__ import annotations

from ..level import Level
from ..review import ReviewStep
from .draft import ReviewDraft

#: The steps in their order.
STEPS = tuple(ReviewStep)


def asks(draft: ReviewDraft, step: ReviewStep) -> bool:
    """Whether a step asks for something; one that only tells is passed over, and can be gone back to.

    A week that moved from its plan asks to be looked at, and what cannot be read is not nothing.
    """
    report, people = draft.report, draft.people
    if report.unread and step in (ReviewStep.WAITING, ReviewStep.PEOPLE):
        return True
    asked: dict[ReviewStep, object] = {
        ReviewStep.WAITING: draft.unconfirmed or draft.to_answer,
        ReviewStep.WEEK: (),
        ReviewStep.DRIFT: report.drift.level > Level.BALANCED or draft.aimless,
        ReviewStep.PEOPLE: any(each.open for each in people.promises) or people.next or people.without,
        ReviewStep.VERDICTS: draft.figures,
        ReviewStep.NEXT_WEEK: True,
    }
    return bool(asked[step])


def first_step(draft: ReviewDraft) -> ReviewStep:
    """The step it opens at: the one it was left at, else the first that asks for something."""
    return draft.review.step or next(step for step in STEPS if asks(draft, step))


def step_after(draft: ReviewDraft, step: ReviewStep) -> ReviewStep | None:
    """The next step that asks for something; None after the last."""
    later = STEPS[STEPS.index(step) + 1 :]
    return next((each for each in later if asks(draft, each)), None)


def step_before(step: ReviewStep) -> ReviewStep | None:
    """The step before, one that only tells too; None before the first."""
    at = STEPS.index(step)
    return STEPS[at - 1] if at else None
