"""What bringing another program's file in came to."""

from __future__ import annotations

from typing import NamedTuple

from planner.domain.words import plural, say
from planner.interop.problem import Problem


class Intake(NamedTuple):
    """How many things were read, added, there already and left out, and each that could not be taken, with why.

    ``changed`` counts what was there and is otherwise now, ``cancelled`` what is to take place no more.
    """

    read: int
    added: int
    already_there: int
    skipped: int
    problems: tuple[Problem, ...] = ()
    changed: int = 0
    cancelled: int = 0

    def document(self) -> dict[str, object]:
        """Its JSON, as the contract has it."""
        return {
            "read": self.read,
            "added": self.added,
            "already_there": self.already_there,
            "skipped": self.skipped,
            "changed": self.changed,
            "cancelled": self.cancelled,
            "problems": [problem._asdict() for problem in self.problems],
        }


def intake_words(intake: Intake) -> str:
    """How much of it was new, on one line."""
    parts = [
        plural(intake.read, "{n} read", "{n} read"),
        plural(intake.added, "{n} added", "{n} added"),
        plural(intake.already_there, "{n} already there", "{n} already there"),
    ]
    if intake.changed:
        parts.append(plural(intake.changed, "{n} changed", "{n} changed"))
    if intake.cancelled:
        parts.append(plural(intake.cancelled, "{n} cancelled", "{n} cancelled"))
    if intake.skipped:
        parts.append(plural(intake.skipped, "{n} left out", "{n} left out"))
    return say("{parts}.", parts=", ".join(parts))
