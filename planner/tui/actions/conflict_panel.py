"""Shows both of what two machines said of one thing, side by side, and asks which is to stay."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from textual.binding import Binding

from planner.desk.conflict_words import Conflict
from planner.domain.words import plural, say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import question
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, answers, bindings

from ..widgets.panel import Panel

#: Rows that either of the two has at most: of a longer one the beginning is shown.
_ROWS = 6


class ConflictPanel(Panel[str]):
    """Answers with a number (``1`` is what stands), ``both``, ``turn`` to see another, "" to pass; None to leave."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        answers("m", "answer('1')", lambda: say("what stands here"), 1),
        answers("t", "answer('theirs')", lambda: say("the other"), 2),
        answers("b", "answer('both')", lambda: say("both, one after the other"), 3),
        answers("n", "answer('')", lambda: say("the next one"), 4),
        answers("o", "answer('turn')", lambda: say("a third one"), 5),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("conflict", KEYS)
    ABOUT = About(
        lambda: say("Two machines"),
        lambda: say(
            "Two of your machines said something else of one thing. Both are kept until you choose, "
            "and what you choose here is settled on all of them."
        ),
    )

    def __init__(self, ink: Ink, conflict: Conflict, more: int, width: int, other: int = 1) -> None:
        super().__init__(ink, conflict_rows(conflict, more, width, other))
        self._conflict, self._more, self._other = conflict, more, other

    def title_rows(self, width: int) -> Sequence[Row]:
        """What is asked."""
        return question(say("Which is to stay?"), width)

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Its keys: two things that are no texts cannot both be kept, and of the last one no other comes next."""
        without = (
            (not self._conflict.both, "answer('both')"),
            (not self._more, "answer('')"),
            (len(self._conflict.says) < 3, "answer('turn')"),
        )
        return tuple(key for key in self.KEYS if (True, key.action) not in without)

    def action_answer(self, answer: str) -> None:
        """Answer."""
        self.dismiss(str(self._other + 1) if answer == "theirs" else answer)


def conflict_rows(conflict: Conflict, more: int, width: int, other: int = 1) -> list[Row]:
    """What stands and an ``other``, side by side: the same colour and room for each, for neither is the better one."""
    of = say("{record}: {field}", record=conflict.record, field=conflict.field) if conflict.field else conflict.record
    rows = [*(Row(2).put(line, "text strong") for line in paragraph(of, width - 4)[:2])]
    half = (width - 6) // 2
    column = 4 + half
    others = len(conflict.says) - 1
    beside = say("the other, {n} of {all}", n=other, all=others) if others > 1 else say("the other")
    rows.append(Row(2).put(say("what stands here"), "dim").to(column).put(beside, "dim"))
    sides = (_side(words, half) for words in (conflict.says[0], conflict.says[other]))
    rows += [Row(2).put(one).to(column).put(two) for one, two in zip_longest(*sides, fillvalue="")]
    if more:
        rows.append(Row(2).put(plural(more, "{n} more after it.", "{n} more after it."), "dim"))
    return rows


def _side(words: str, width: int) -> list[str]:
    lines = paragraph(words, width)
    return lines if len(lines) <= _ROWS else [*lines[: _ROWS - 1], "…"]
