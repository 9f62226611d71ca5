"""A change: what was done, in words."""

from __future__ import annotations

from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..words import say, spell_minutes

if TYPE_CHECKING:
    from ..entry import Entry
    from ..plan import Plan
    from .unread_report import Report


class Change(NamedTuple):
    """What a change did, in words; ``standing`` says where that leaves the group or the week."""

    words: str
    standing: str = ""
    notes: tuple[str, ...] = ()  # what else happened: a person created, a group selected
    entry: Entry | None = None
    overlaps: tuple[Entry, ...] = ()  # what went on at the same time
    report: Report | None = None  # the week of the entry, as it stands now
    person: str = ""  # the id of the person it was done to
    step: str = ""  # the id of the next step
    appointment: str = ""  # the id of the appointment
    guessed: bool = False  # how long the entry took is a guess that she may want to mend
    read_as_note: tuple[str, ...] = ()  # the words of a line that look like more, and were kept as note
    offer: Plan | None = None  # what this week's plan would be after it, where that is another
    undoable: bool = True  # it left a step, so that undo takes back this and nothing else


def offer_words(change: Change) -> str:
    """What this week's plan would be after it; "" where it stays as it is."""
    if change.offer is None:
        return ""
    return say(
        "This week’s plan would come to {minutes} with the groups you have now",
        minutes=spell_minutes(change.offer.total.total),
    )
