"""The notice: rows that say what happened, where that leaves the group, and the undo key."""

from __future__ import annotations

from rich.cells import cell_len

from planner.domain.drift.drift import Signal
from planner.domain.value import NamedTuple
from planner.domain.weeks.change import Change
from planner.domain.words import say, sentences

from .draw_marks import Marks
from .draw_paragraph import paragraph
from .draw_row import Row, wrap

#: Rows of a screen from which the notice has two.
ROOMY = 18

#: Rows that a long notice takes at most, where the screen is roomy.
MOST = 4

#: Seconds that a notice is said at least, for each word of it, and at most.
AT_A_GLANCE, A_WORD, LONGEST = 6, 0.5, 25

#: The colours of what was done and of what went wrong.
DONE, PROBLEM = "balanced", "adrift"


class Notice(NamedTuple):
    """Something to say. ``role`` colours its mark; ``undo`` offers the key that takes it back; where it ``offers``
    something else by a key, no news stand in its place.

    Of what follows the ``words``, the ``notes`` are not to be missed: they stand before what comes of it (``then``), in
    whose place news may stand, and which is cut first.

    ``line`` is the queue's line that it says: while it does, nothing else asks or advises on the screen. Where the
    screen has the key for it, it can be put off for ``later``.
    """

    words: str = ""
    then: str = ""
    role: str = DONE
    undo: bool = False
    offers: bool = False
    notes: str = ""
    line: Signal | None = None
    later: bool = False
    keys: tuple[str, str] = ("u", "x")  # those that take it back and put it off

    @property
    def seconds(self) -> float | None:
        """How long it is said where no key comes first: as long as one takes to read it, and more. None: only what was
        done fades; what went wrong, what is asked or hinted at, and what the queue says stand until something else is
        said."""
        if not self.words or self.offers or self.line or not (self.undo or self.role == DONE):
            return None
        return min(LONGEST, AT_A_GLANCE + A_WORD * len(f"{self.words} {self.after}".split()))

    @property
    def after(self) -> str:
        """All that follows the words."""
        return sentences(self.notes, self.then)


def of_change(change: Change) -> Notice:
    """What a change answers with."""
    mend = say("l opens the log; Enter there says how long it was.") if change.guessed else ""
    first, *others = change.notes or ("",)
    return Notice(change.words, change.standing, undo=change.undoable, notes=sentences(first, mend, *others))


def of_problem(problem: str, *others: str) -> Notice:
    """What went wrong, and how to mend it; ``others`` went wrong beside it."""
    return Notice(problem, sentences(*others), role=PROBLEM)


def with_news(said: Notice, signal: Signal, *, in_sight: bool) -> Notice:
    """A notice that speaks of a signal too; one that is ``in_sight`` anyway only lends its colour."""
    if in_sight:
        return (Notice() if said.line else said)._replace(role=signal.level.word)
    if not said.words or said.line:  # one line at a time
        return Notice(signal.text, signal.advice, role=signal.level.word if signal.level else "accent", line=signal)
    return said._replace(then=signal.text, role=signal.level.word, line=signal)


def said_beside(said: Notice, standing: Signal, *, told_already: bool) -> Notice:
    """A notice while a line stands until what it tells of is mended: with the whole of it, or once that was told with
    its first sentence."""
    words = f"{standing.text.partition('. ')[0].rstrip('.')}." if told_already else standing.text
    return said._replace(then="  ".join(filter(None, (words, said.then))), role=PROBLEM)


def notice(said: Notice, width: int, marks: Marks, height: int = 2) -> list[Row]:
    """What happened with the undo key, and where that leaves things, in ``height`` rows; of what is longer both keep
    a beginning."""
    if not said.words:
        return []
    key = Row()
    if key_of := _key(said):
        key.put(key_of[0], "accent strong").put(f" {key_of[1]}", "dim")
    words, then = _lines(said, width)
    if len(words) + len(then) > height > 1:
        room = max(1, height - max(1, len(then))) if then else height
        words = wrap(said.words, _room(said, width), min(len(words), room))
        then = wrap(said.after, max(1, width - 4), height - len(words)) if then else []
    elif len(words) > height:
        words = wrap(said.words, _room(said, width), 1)
    first = Row().put(marks.running, said.role).put(" ").put(words[0], "text")
    first.to(width - 2 - key.cells).extend(key)
    more = [*(Row(2).put(line, "text") for line in words[1:]), *(Row(2).put(line, "dim") for line in then)]
    rows = [row.fitted(width) for row in (first, *more)]
    return rows + [Row().fitted(width)] * (height - len(rows))


def notice_rows(said: Notice, width: int, height: int) -> int:
    """The rows that a notice takes on a screen of ``height`` rows: those reserved, and more where it is longer."""
    reserved = notice_height(height)
    words, then = _lines(said, width)
    return max(reserved, min(len(words) + len(then), MOST)) if height >= ROOMY else reserved


def _lines(said: Notice, width: int) -> tuple[list[str], list[str]]:
    return paragraph(said.words, _room(said, width)), paragraph(said.after, width - 4)


def _room(said: Notice, width: int) -> int:
    key = _key(said)
    return max(1, width - (cell_len(key[0]) + cell_len(key[1]) + 1 if key else 0) - 6)


def key_cells(said: Notice) -> int:
    """The cells that its key takes at the right of its first row; 0 where it has none."""
    key = _key(said)
    return cell_len(f"{key[0]} {key[1]}") if key else 0


def _key(said: Notice) -> tuple[str, str] | None:
    """The key that answers it, and its word."""
    if said.undo:
        return said.keys[0], say("undo")
    return (said.keys[1], say("later")) if said.line and said.later else None


def notice_height(height: int) -> int:
    """Rows that are reserved for it on a screen of ``height`` rows."""
    return 2 if height >= ROOMY else 1
