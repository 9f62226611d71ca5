"""The bands of drift: the chance of a bad end at which a level is reached."""

from __future__ import annotations

from ..level import Level
from ..settings import WARN
from ..value import NamedTuple


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
