"""Reading job adverts: watching that is told apart, for a network is no job board."""

from __future__ import annotations

from collections.abc import Iterable

from .entry import Entry
from .kinds import ADVERTS
from .words import say, spell_minutes


def advert_minutes(entries: Iterable[Entry]) -> int:
    """The minutes of ``entries``, each with those that count, that went into job adverts."""
    return sum(entry.minutes for entry in entries if entry.form == ADVERTS)


def advert_words(minutes: int, watching: int) -> str:
    """So many ``minutes`` of all ``watching``, said kindly; "" for none."""
    if not minutes:
        return ""
    if minutes >= watching:
        return say("All of the reading was job adverts; what a network gives is people.")
    return say(
        "{minutes} of the reading were job adverts; what a network gives is people.", minutes=spell_minutes(minutes)
    )
