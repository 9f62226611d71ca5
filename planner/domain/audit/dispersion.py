"""The dispersion check: whether what she does still serves what she wanted."""

from __future__ import annotations

from collections.abc import Iterable

from ..book import Book
from ..entry import Entry
from ..group import Group
from ..objective import too_many_words
from ..value import NamedTuple
from ..words import listing, plural, say, spell_minutes


class Dispersion(NamedTuple):
    """How many objectives are active, the selected groups that serve none of them, and the minutes that served none.

    ``minutes`` are all those logged and confirmed in the time that was looked at, ``aimless`` those of them whose
    entry carries no active objective.
    """

    active: int
    groups: tuple[Group, ...]
    aimless: int
    minutes: int

    @property
    def share(self) -> float:
        """Share of the logged minutes that serves no objective, 0 to 1, to three places."""
        return round(self.aimless / self.minutes, 3) if self.minutes else 0.0


def dispersion(book: Book, entries: Iterable[Entry]) -> Dispersion:
    """The dispersion of the confirmed ``entries`` and of the groups selected today."""
    active = {objective.id for objective in book.active_objectives()}
    aimless = total = 0
    for entry in entries:
        if entry.confirmed:
            total += entry.minutes
            aimless += 0 if active.intersection(entry.objectives) else entry.minutes
    groups = tuple(group for group in book.selected() if not active.intersection(group.objectives))
    return Dispersion(len(active), groups, aimless, total)


def dispersion_words(dispersion: Dispersion) -> tuple[str, ...]:
    """What there is to say of it, a sentence each; nothing where all serves an objective."""
    if not dispersion.active:
        return (say("No objective is active, so nothing can serve one."),)
    sentences = []
    if too_many := too_many_words(dispersion.active):
        sentences.append(too_many)
    if dispersion.groups:
        names = listing([group.name for group in dispersion.groups])
        sentences.append(
            plural(
                len(dispersion.groups),
                "{n} selected group serves no objective: {names}.",
                "{n} selected groups serve no objective: {names}.",
                names=names,
            )
        )
    if dispersion.aimless:
        sentences.append(
            say(
                "{aimless} of {minutes} logged served no objective ({percent} %).",
                aimless=spell_minutes(dispersion.aimless),
                minutes=spell_minutes(dispersion.minutes),
                percent=round(100 * dispersion.share),
            )
        )
    return tuple(sentences)
