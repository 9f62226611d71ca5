"""Shows both of what two machines said of one thing, side by side, and asks which is to stay."""

from __future__ import annotations

from itertools import zip_longest
from typing import ClassVar

from textual.binding import Binding

from planner.desk.conflict_words import Conflict
from planner.domain.words import plural, say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, answers, bindings

from ..widgets.panel import Panel

#: Rows that either of the two has at most: of a longer one the beginning is shown.
_ROWS = 6


class ConflictPanel(Panel[str]):
    """Answers with ``mine`` (what stands here), ``theirs`` (the other), ``both``, or "" to pass; None to leave."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        answers("m", "answer('mine')", lambda: say("what stands here"), 1),
        answers("t", "answer('theirs')", lambda: say("the other"), 2),
        answers("b", "answer('both')", lambda: say("both, one after the other"), 3),
        answers("n", "answer('')", lambda: say("the next one"), 4),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("conflict", KEYS)
    ABOUT = About(
        lambda: say("Two machines"),
        lambda: say(
            "Two of your machines said something else of one thing. Both are kept until you choose, "
            "and what you choose here is settled on all of them."
        ),
    )

    def __init__(self, ink: Ink, conflict: Conflict, more: int, width: int) -> None:
        super().__init__(ink, conflict_rows(conflict, more, width))
        self._both, self._more = conflict.both, more

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Its keys: two things that are no texts cannot both be kept, and of the last one no other comes next."""
        without = ((not self._both, "answer('both')"), (not self._more, "answer('')"))
        return tuple(key for key in self.KEYS if (True, key.action) not in without)

    def action_answer(self, answer: str) -> None:
        """Answer."""
        self.dismiss(answer)


def conflict_rows(conflict: Conflict, more: int, width: int) -> list[Row]:
    """Both, side by side: the same colour and the same room for each, for neither is the better one."""
    of = say("{record}: {field}", record=conflict.record, field=conflict.field) if conflict.field else conflict.record
    rows = [Row(), *(Row(2).put(line, "text strong") for line in paragraph(of, width - 4)[:2])]
    half = (width - 6) // 2
    other = 4 + half
    rows.append(Row(2).put(say("what stands here"), "dim").to(other).put(say("the other"), "dim"))
    sides = (_side(words, half) for words in (conflict.mine, conflict.theirs))
    rows += [Row(2).put(one).to(other).put(two) for one, two in zip_longest(*sides, fillvalue="")]
    if more:
        rows.append(Row(2).put(plural(more, "{n} more after it.", "{n} more after it."), "dim"))
    return rows


def _side(words: str, width: int) -> list[str]:
    lines = paragraph(words, width)
    return lines if len(lines) <= _ROWS else [*lines[: _ROWS - 1], "…"]
