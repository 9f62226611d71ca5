"""Where a group is written down: what would be orphaned without it, and what follows it into another one."""

from __future__ import annotations

from ..value import NamedTuple
from ..words import listing, plural, say


class Uses(NamedTuple):
    """How many entries, weekly plans, people and appointments speak of a group, and whether the timer runs for it."""

    entries: int = 0
    plans: int = 0
    people: int = 0
    appointments: int = 0
    timer: bool = False


def uses_words(uses: Uses) -> str:
    """What there is of it, such as ``14 entries, 3 plans and 2 people``; "" for nothing."""
    counts = (
        (uses.entries, plural(uses.entries, "{n} entry", "{n} entries")),
        (uses.plans, plural(uses.plans, "{n} plan", "{n} plans")),
        (uses.people, plural(uses.people, "{n} person", "{n} people")),
        (uses.appointments, plural(uses.appointments, "{n} appointment", "{n} appointments")),
        (uses.timer, say("the running timer")),
    )
    return listing([words for count, words in counts if count])
