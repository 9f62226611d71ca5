"""What was enjoyed in a week, as its close tells it."""

from __future__ import annotations

from ..words import say
from .draft import JOY, ReviewDraft


def enjoyed(draft: ReviewDraft) -> tuple[str, ...]:
    """Sentences of what was enjoyed: what she answered; nothing where nobody said."""
    answer = draft.review.answers.get(JOY, "").strip()
    return (say("“{text}”", text=answer),) if answer else ()
