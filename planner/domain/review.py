"""The review: the end of a week, which changes the next one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from .group import Standing
from .value import NamedTuple
from .words import say


class Verdict(StrEnum):
    """What the review decides for a group."""

    MORE = "more"
    KEEP = "keep"
    LESS = "less"
    CONTRIBUTE = "contribute"
    PARK = "park"
    LEAVE = "leave"
    FEED = "replace with a feed"

    @property
    def title(self) -> str:  # type: ignore[override]
        """The verdict in the chosen language; to do less of a group is to read less there."""
        return say("read less") if self is Verdict.LESS else say(self.value)

    @property
    def ends(self) -> Standing | None:
        """Where it leaves a group that has no part in a plan from then on; None for one that goes on."""
        return _ENDS.get(self)


_ENDS = {Verdict.PARK: Standing.PARKED, Verdict.LEAVE: Standing.LEFT, Verdict.FEED: Standing.PARKED}


class Review(NamedTuple):
    """The end of a week: verdicts by group id, answers by question, and whether it is closed.

    ``step`` is the next of its five steps (0 to 4). Reopening a closed review makes a new ``revision``.
    """

    revision: int = 1
    step: int = 0
    verdicts: Mapping[str, Verdict] = {}
    answers: Mapping[str, str] = {}
    closed: datetime | None = None
