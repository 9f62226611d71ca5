"""A deed: something she did in a network before planner, or beside it, of which nobody knows how long it took."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from .value import NamedTuple


class Did(StrEnum):
    """What was done."""

    COMMENT = "comment"
    POST = "post"
    SHARE = "share"
    VOTE = "vote"
    REACTION = "reaction"
    INVITATION = "invitation"
    MESSAGE = "message"
    EVENT = "event"

    @property
    def is_given(self) -> bool:
        """Whether it gives something to a group; a reaction is a sign of watching."""
        return self in (Did.COMMENT, Did.POST, Did.SHARE, Did.VOTE)


class Deed(NamedTuple):
    """One thing done: when, in which group (id), with whom (a person's id), under which link.

    It has no minutes, so that it never counts as time. ``theirs`` says that it came from the person alone, ``title``
    what an event was called.
    """

    id: str
    at: datetime
    did: Did
    group: str | None = None
    person: str | None = None
    theirs: bool = False
    link: str = ""
    title: str = ""

    @property
    def day(self) -> date:
        return self.at.date()
