"""An objective: why she networks, and the weekly measure that shows whether she does."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Aim(StrEnum):
    """What an objective is after."""

    VISIBILITY = "visibility"
    RELATIONSHIPS = "relationships"
    KNOWLEDGE = "knowledge"
    COOPERATION = "cooperation"


class Pursuit(StrEnum):
    """Where an objective stands with her. Only active ones count."""

    ACTIVE = "active"
    REACHED = "reached"
    DROPPED = "dropped"


class Served(NamedTuple):
    """What serves an objective: so many meetings, contributions and minutes. A goal for a week, or what was done."""

    meetings: int = 0
    contributions: int = 0
    minutes: int = 0

    def and_(self, other: Served) -> Served:
        """The sum of two."""
        return Served(*(a + b for a, b in zip(self, other, strict=True)))

    def reaches(self, goal: Served) -> bool:
        """Whether each part of ``goal`` is reached."""
        return all(done >= wanted for done, wanted in zip(self, goal, strict=True))


class Objective(NamedTuple):
    """Why she networks. Rank 1 comes first; ``measure`` is a week's goal, nothing where none was set.

    ``since`` is the day it was set, ``until`` the day it is for; ``reason`` says why it was dropped.
    """

    id: str
    title: str
    aim: Aim = Aim.RELATIONSHIPS
    rank: int = 1
    pursuit: Pursuit = Pursuit.ACTIVE
    measure: Served = Served()
    since: date | None = None
    until: date | None = None
    reason: str = ""

    @property
    def active(self) -> bool:
        return self.pursuit is Pursuit.ACTIVE
