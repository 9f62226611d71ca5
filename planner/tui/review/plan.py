"""Next week's plan within a review: the plan editor, in which the chosen group can be given an if-then sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual.binding import Binding

from planner.domain.group import Group
from planner.domain.plan import Plan
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings, figures

from ..actions.plan_editor import RUBBING_OUT, PlanEditor, PlanOwner, arrows, stepping


class LastStepOwner(Protocol):
    """Whom the last step asks; it does so by way of the screen, which says what keeps one from answering."""

    @property
    def planning(self) -> PlanOwner:
        """Whom its plan asks."""

    def keep_answers(self) -> bool:
        """The answers are to be kept."""

    def group_chosen(self) -> None:
        """Another group's row is chosen."""

    async def ask_if_then(self) -> None:
        """The chosen group is to be given an if-then sentence."""

    def plan_by_verdicts(self, editor: PlanEditor) -> None:
        """The plan that follows from the verdicts is wanted; answer with :meth:`PlanEditor.load`."""


class ReviewPlan(PlanEditor, inherit_bindings=False):
    """A plan editor that can be left by Tab, and says which group is chosen."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "save", lambda: say("close the review"), lambda: say("Close the review"), 1),
        *stepping(4),
        Key("i", "i", "if_then", lambda: say("if-then"), lambda: say("An if-then sentence for the chosen group"), 3),
        Key("v", "v", "by_verdicts", lambda: say("by the verdicts"), lambda: say("The plan that the verdicts make"), 7),
        Key(
            "tab",
            "tab",
            "app.focus_next",
            lambda: say("the questions"),
            lambda: say("Between the questions and the plan"),
            5,
        ),
        Key("shift+tab", "shift+tab", "app.focus_previous", lambda: say("back"), lambda: say("To the question before")),
        *arrows(),
        *figures("figure", lambda: say("Type the minutes")),
        *RUBBING_OUT,
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("review-plan", KEYS)
    ABOUT = About(
        lambda: say("Next week’s plan"),
        lambda: say(
            "Next week’s minutes for each group, by kind, as the verdicts propose them. What you type "
            "changes them, and closing the review keeps them."
        ),
    )
    #: It is one part of the review, whose keys work beside it.
    LETS = None

    def __init__(
        self, ink: Ink, owner: LastStepOwner, plan: Plan, groups: Sequence[Group], available: int | None
    ) -> None:
        super().__init__(ink, owner.planning, plan, groups, available)
        self._last_step = owner

    @property
    def group(self) -> Group | None:
        """The chosen row's group."""
        return self._cell()[0]

    def action_move(self, rows: int, columns: int) -> None:
        """Move the chosen cell, and say where it is."""
        super().action_move(rows, columns)
        self.screen.call_later(self._last_step.group_chosen)

    def action_if_then(self) -> None:
        if self.group:
            self.screen.call_later(self._last_step.ask_if_then)

    def action_by_verdicts(self) -> None:
        self.screen.call_later(self._last_step.plan_by_verdicts, self)
