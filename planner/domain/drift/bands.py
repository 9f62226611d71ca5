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
SURE = 0.9995
#: The chance at which a week drifts, by how readily she is warned.
DRIFTS_AT = dict(zip(WARN, (0.75, 0.68, 0.58), strict=True))


def bands(warn: str = "usual") -> tuple[Band, Band]:
    """The bands of cap and balance alike, the graver first."""
    return Band(Level.DRIFTING, DRIFTS_AT[warn], 0.55), LEANING


def is_sure(chance: float | None) -> bool:
    """Whether a chance is certainty; told to a thousandth it is 1."""
    return chance is not None and chance >= SURE
