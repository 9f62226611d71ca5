"""The notice: reserved rows that say what happened, where that leaves the group, and the undo key."""

from __future__ import annotations

from planner.domain.drift.drift import Signal
from planner.domain.value import NamedTuple
from planner.domain.weeks.change import Change
from planner.domain.words import say

from .draw_marks import Marks
from .draw_row import Row, wrap

#: Rows of a screen from which the notice has two.
ROOMY = 18


class Notice(NamedTuple):
    """Something to say. ``role`` colours its mark; ``undo`` offers the key that takes it back; where it ``offers``
    something else by a key, no news stand in its place."""

    words: str = ""
    then: str = ""
    role: str = "balanced"
    undo: bool = False
    offers: bool = False


def of_change(change: Change) -> Notice:
    """What a change answers with."""
    return Notice(change.words, "  ".join(part for part in (change.standing, *change.notes) if part), undo=True)


def of_problem(problem: str) -> Notice:
    """What went wrong, and how to mend it."""
    return Notice(problem, role="adrift")


def with_news(said: Notice, signal: Signal, *, in_sight: bool) -> Notice:
    """A notice that speaks of a signal too; one that is ``in_sight`` anyway only lends its colour."""
    if in_sight:
        return said._replace(role=signal.level.word)
    if not said.words:
        return Notice(signal.text, signal.advice, role=signal.level.word if signal.level else "accent")
    return said._replace(then=signal.text, role=signal.level.word)


def notice(said: Notice, width: int, marks: Marks, height: int = 2) -> list[Row]:
    """What happened with the undo key, and where that leaves things; a long one alone takes all ``height`` rows."""
    if not said.words:
        return []
    key = Row().put("u", "accent strong").put(f" {say('undo')}", "dim") if said.undo else Row()
    room = max(1, width - key.cells - 6)
    words, *more = wrap(said.words, room, 1 if said.then else height)
    first = Row().put(marks.running, said.role).put(" ").put(words, "text", room)
    first.to(width - 2 - key.cells).extend(key)
    then = Row(2).put(said.then, "dim", max(1, width - 4)) if said.then else Row(2).put("".join(more), "text")
    return [first.fitted(width), then.fitted(width)]


def notice_height(height: int) -> int:
    """Rows that are reserved for it on a screen of ``height`` rows."""
    return 2 if height >= ROOMY else 1
