"""The level of a week, or of one of its signals: how far it is from balanced."""

from __future__ import annotations

from .value.enums import IntEnum
from .words import say


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

    @property
    def title(self) -> str:
        """The level in the chosen language."""
        return say(self.word)
