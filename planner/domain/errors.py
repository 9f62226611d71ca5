"""What can go wrong, as values with a sentence a person can act on.

A message says what is wrong, shows the offending text, and how to mend it, in one or two lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from .words import say

#: What a message quotes, from the first character past those that it shows.
_QUOTED = r"(?<=[“«])([^“”«»]{59})[^“”«»]{2,}(?=[”»])"
_LONG = 120  #: characters of a message under which nothing it quotes can be too long


def system_reason(error: OSError) -> str:
    """Why the system would not, in the language spoken where it is one of the usual reasons."""
    return say(error.strerror or type(error).__name__, context="the system")


class PlannerError(Exception):
    """Something that was asked cannot be done; ``str(error)`` is meant for a person."""


class Misread(PlannerError):
    """The words of a request are off: unknown, impossible or missing. Nothing was changed (exit code 2).

    Whatever it quotes is cut where it is long, so that what is wrong is not lost in what was typed.
    """

    def __init__(self, message: str) -> None:
        if len(message) > _LONG:
            import re  # only what quotes at length pays for it

            message = re.sub(_QUOTED, r"\1…", message)
        super().__init__(message)


class Unknown(Misread):
    """Nothing is called so, of all that is known."""


class Ambiguous(Misread):
    """A name means several things; ``candidates`` are the ones it may mean."""

    def __init__(self, message: str, candidates: Sequence[str]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class Refused(PlannerError):
    """The request is clear but cannot be done as things stand: no such entry, no timer (exit code 1)."""


class StoreError(PlannerError):
    """The data could not be read or written: locked, disk full, read-only, damaged, newer (exit code 1)."""


class Locked(StoreError):
    """Another planner held the folder for longer than we wait."""


class Forbidden(StoreError):
    """This account may not write there, or the disk may only be read."""


class Incomplete(StoreError):
    """What was asked is made and kept, but not all that belongs to it could be done yet. It all stays."""


class Damaged(StoreError):
    """A data file cannot be read as what it should be; it has been kept and nothing was overwritten."""


class Newer(StoreError):
    """A data file was written by a newer planner; it is left untouched."""
