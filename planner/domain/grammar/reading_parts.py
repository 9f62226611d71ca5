"""A live reading as parts to draw: what was understood, what looks like something and was not, and what is wrong.

A drawing gives each part the colour of its role; what a doubtful part is must be said without colour too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from .quickline import spell
from .reading import Reading

#: ``doubtful``: it looks like a figure, a time, a day or a name, and stays in the note. ``wrong``: it cannot be taken.
PartRole = Literal["plain", "doubtful", "wrong"]


class Part(NamedTuple):
    """Some words of a reading; parts follow each other without a blank of their own."""

    text: str
    role: PartRole = "plain"


Parts = tuple[Part, ...]


def reading_parts(reading: Reading, now: datetime) -> Parts:
    """What was understood of a line of the log or of an appointment, as parts."""
    return told(spell(reading, now), wrong=reading.problem is not None)


def told(words: str, *, wrong: bool) -> Parts:
    """A reading that is one sentence, wrong as a whole or not at all; without words it has no parts."""
    return (Part(words, "wrong" if wrong else "plain"),) if words else ()
