"""The levels of drift, and what stands behind one: a forecast and the signals."""

from __future__ import annotations

from enum import IntEnum

from ..settings import WARN
from ..value import NamedTuple


class Level(IntEnum):
    """How far: the higher the worse, so that levels compare."""

    BALANCED = 0
    LEANING = 1
    DRIFTING = 2
    ADRIFT = 3

    @property
    def word(self) -> str:
        """The level's stable name in JSON: ``balanced`` to ``adrift``."""
        return self.name.lower()


class Band(NamedTuple):
    """A level, the chance of a bad end at which it is reached, and the one under which it is left again."""

    level: Level
    reached: float
    left: float


LEANING = Band(Level.LEANING, 0.45, 0.35)
LEAST_LIKELY, MOST_LIKELY = 0.005, 0.99  #: what can still turn out either way is never told as surer than this
#: The chance at which a week drifts, by how readily she is warned.
DRIFTS_AT = dict(zip(WARN, (0.75, 0.68, 0.58), strict=True))


def bands(warn: str = "usual") -> tuple[Band, Band]:
    """The bands of cap and balance alike, the graver first."""
    return Band(Level.DRIFTING, DRIFTS_AT[warn], 0.55), LEANING


def still_open(chance: float) -> float:
    """The chance, 0 to 1, of what can still turn out either way: however likely, it is no certainty."""
    return min(max(chance, LEAST_LIKELY), MOST_LIKELY)


def is_sure(chance: float | None) -> bool:
    """Whether a chance is certainty, which nothing that can still be done changes."""
    return chance is not None and chance > MOST_LIKELY


class Forecast(NamedTuple):
    """Minutes by Sunday night: an 80 % interval and its median."""

    low: int
    median: int
    high: int


class Signal(NamedTuple):
    """One reason: what was seen, in figures, and what to do next.

    ``code`` is stable, ``cause`` tells one cause from another of the same code (a group's id, or "").
    ``act`` is the advised act as a quick-log line without its minutes' end, such as ``c 20 lyon-ux``; "" for none.
    """

    code: str
    level: Level
    text: str
    advice: str
    cause: str = ""
    act: str = ""
