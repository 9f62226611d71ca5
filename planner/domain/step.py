"""A next step: what was promised or meant to come next with a person, and on which day."""

from __future__ import annotations

from datetime import date

from .value import NamedTuple
from .value.enums import StrEnum


class Owed(StrEnum):
    """The direction of a promise; a step that nobody promised has none."""

    MINE = "I owe"
    THEIRS = "they owe"


class StepState(StrEnum):
    """Whether a step is still to be taken."""

    OPEN = "open"
    DONE = "done"
    LET_GO = "let go"


class Step(NamedTuple):
    """What comes next with a person (id), on a day. ``put_off`` counts how often the day was moved.

    ``made`` and ``closed`` are the days it was set, and done or let go. ``sequence`` counts its changes, for calendars.
    """

    id: str
    person: str
    text: str
    day: date
    owed: Owed | None = None
    state: StepState = StepState.OPEN
    put_off: int = 0
    made: date | None = None
    closed: date | None = None
    sequence: int = 0

    @property
    def open(self) -> bool:
        return self.state is StepState.OPEN
