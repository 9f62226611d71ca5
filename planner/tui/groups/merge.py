"""Shows what merging a group into another one moves, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.audit.uses import Uses, uses_words
from planner.domain.group import Group
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import INDENT, question
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, answers, bindings

from ..widgets.panel import Panel


class Merge(Panel[bool]):
    """Answers with True when the two are to be one."""

    KEYS: ClassVar[tuple[Key, ...]] = (answers("enter", "merge", lambda: say("merge"), 2),)
    BINDINGS: ClassVar[list[Binding]] = bindings("merge", KEYS)
    ABOUT = About(
        lambda: say("Two groups in one"),
        lambda: say(
            "Two groups that are one are joined, with their entries, plans and people. Undo makes them two again."
        ),
    )

    def __init__(self, ink: Ink, gone: Group, kept: Group, uses: Uses, width: int) -> None:
        super().__init__(ink, merge(gone, kept, uses, width))
        self._asked = say("Merge {gone} into {kept}?", gone=gone.name, kept=kept.name)

    def title_rows(self, width: int) -> Sequence[Row]:
        """What is asked."""
        return question(self._asked, width)

    def action_merge(self) -> None:
        """Answer."""
        self.dismiss(True)


def merge(gone: Group, kept: Group, uses: Uses, width: int) -> list[Row]:
    """The panel's rows."""
    moved = uses_words(uses) or say("nothing logged or planned")
    sentences = [
        say("To {kept} go from {gone}: {moved}.", kept=kept.name, gone=gone.name, moved=moved),
        say("{kept} keeps its own fields, and takes those that only {gone} has.", kept=kept.name, gone=gone.name),
        say("{gone} is gone then; u brings it back.", gone=gone.name),
    ]
    lines = [line for sentence in sentences for line in paragraph(sentence, width - 2 * INDENT)]
    return [Row(INDENT).put(line) for line in lines]
