"""A person: someone she has met or means to."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

CADENCE = 60  #: days after which a tie begins to cool, until a person says otherwise


class Circle(StrEnum):
    """What a person is to her objectives."""

    DECISION_MAKER = "decision-maker"
    PRESCRIBER = "prescriber"
    PEER = "peer"
    FRIEND = "friend"


class Person(NamedTuple):
    """Someone she has met or means to. How close they are is no field of theirs: the log says it.

    ``groups`` are ids of those they have in common, ``how_met`` how it came about; ``cadence`` is in days. ``dormant``
    says that the tie is left to rest. ``since`` is the day they came into the book. ``apart`` are the ids of those who
    look like the same person and are not.
    """

    id: str
    name: str
    company: str = ""
    position: str = ""
    place: str = ""
    address: str = ""  # http or https; nothing else is ever opened
    email: str = ""
    circle: Circle | None = None
    groups: tuple[str, ...] = ()
    how_met: str = ""
    cadence: int = CADENCE
    note: str = ""
    dormant: bool = False
    since: date | None = None
    apart: tuple[str, ...] = ()
