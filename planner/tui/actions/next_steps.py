"""The open next steps, to be done, put off or let go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from planner.domain.people.follow_ups import FollowUp
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings

from ..widgets.list_panel import ListPanel
from .draw_steps import step_rows

#: What may be answered: an act, and the id of the step it is done to.
Answer = tuple[str, str]


class NextSteps(ListPanel[Answer]):
    """Answers with what to do with which step; None when it is left."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter,d", "enter", "act('done')", lambda: say("done"), lambda: say("The next step is done"), 1),
        Key("p", "p", "act('put off')", lambda: say("put off"), lambda: say("Put the next step off"), 2),
        Key("x", "x", "act('let go')", lambda: say("let go"), lambda: say("Let the next step go"), 3),
        Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The row above")),
        Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The row below")),
        *ENDS,
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("next-steps", KEYS)
    ABOUT = About(
        lambda: say("Next steps"),
        lambda: say(
            "What comes next with people, and what was promised, the most pressing first. Say of each "
            "that it is done, put off or let go."
        ),
    )

    def __init__(self, ink: Ink, follow_ups: Sequence[FollowUp], chosen: str = "") -> None:
        """``chosen``: the id of the step to begin with."""
        self._follow_ups = follow_ups
        at = next((at for at, each in enumerate(follow_ups) if each.step.id == chosen), 0)
        super().__init__(ink, len(follow_ups), at)

    def title_row(self) -> Row:
        """What they are."""
        return Row(2).put(say("NEXT STEPS"), "dim strong")

    def item_rows(self, number: int, width: int, *, chosen: bool) -> list[Row]:
        """A step, its day at the right."""
        return step_rows(self._follow_ups[number], width, self.ink.marks, chosen=chosen)

    def action_act(self, act: str) -> None:
        """Answer."""
        self.dismiss((act, self._follow_ups[self._at].step.id))
