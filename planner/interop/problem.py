"""What could not be taken from another program's file, and why."""

from __future__ import annotations

from typing import NamedTuple

from planner.domain.words import say


class Problem(NamedTuple):
    """A place in a file, and why what stands there could not be taken (or only in part)."""

    where: str
    why: str

    @classmethod
    def at(cls, line: int, why: str) -> Problem:
        return cls(say("line {n}", n=line), why)
