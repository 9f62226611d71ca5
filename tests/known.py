"""What could be read: weeks, reviews and days of which the figures are known, for who tests those."""

from __future__ import annotations

from typing import TypeVar

from planner.domain.drift.judgement import UnreadDay
from planner.domain.weeks.draft import UnreadReview
from planner.domain.weeks.unread_report import UnreadReport

T = TypeVar("T")


def known(what: T | UnreadReport | UnreadReview | UnreadDay | None) -> T:
    """``what`` is there, and its file could be read."""
    assert what is not None, "There is none."
    assert not isinstance(what, UnreadReport | UnreadReview | UnreadDay), f"{what.week} could not be read."
    return what
