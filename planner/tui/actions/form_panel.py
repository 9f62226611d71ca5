"""Asks of one meeting after the other how it was held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.grammar.fields import MARKS
from planner.domain.kinds import FORMS, Kind
from planner.domain.words import plural, say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import INDENT, question
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, answers, bindings

from ..widgets.panel import Panel

#: A meeting's forms by their figures, wherever they are asked for: the figures below say how it was.
FORM_KEYS = tuple(enumerate(FORMS[Kind.MEETING], len(MARKS)))


class FormPanel(Panel[str]):
    """Answers with a form, "" to pass, or None to leave the rest as they are."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        *(
            answers(str(n), f"answer('{form}')", lambda form=form: say(form), 1)  # type: ignore[misc]
            for n, form in FORM_KEYS
        ),
        answers("enter", "answer('')", lambda: say("pass: not said"), 2),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("form-panel", KEYS)
    ABOUT = About(
        lambda: say("How it was held"),
        lambda: say("Whether people met in person is said, never assumed. One key says how this meeting was held."),
    )

    def __init__(self, ink: Ink, meeting: str, more: int, width: int) -> None:
        left = [Row(INDENT).put(plural(more, "{n} more after it.", "{n} more after it."), "dim")] if more else []
        super().__init__(ink, [*(Row(INDENT).put(line) for line in paragraph(meeting, width - 2 * INDENT)), *left])

    def title_rows(self, width: int) -> Sequence[Row]:
        """What is asked."""
        return question(say("How was it held?"), width)

    def action_answer(self, answer: str) -> None:
        """Answer."""
        self.dismiss(answer)
