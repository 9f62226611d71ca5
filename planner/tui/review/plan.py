"""Next week's plan within a review: the plan editor, in which the chosen group can be given an if-then sentence."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.message import Message

from planner.domain.group import Group
from planner.domain.words import say
from planner.tui.widgets.keys import Key, bindings, figures

from ..actions.plan_editor import RUBBING_OUT, PlanEditor, arrows


class ReviewPlan(PlanEditor, inherit_bindings=False):
    """A plan editor that can be left by Tab, and says which group is chosen."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        Key("enter", "enter", "save", lambda: say("close the review"), lambda: say("Close the review"), 1),
        Key("plus,equals_sign", "+", "step(1)", lambda: say("5 more"), lambda: say("Five minutes more"), 4),
        Key("minus", "-", "step(-1)", lambda: say("5 less"), lambda: say("Five minutes less"), 8),
        Key("i", "i", "if_then", lambda: say("if-then"), lambda: say("An if-then sentence for the chosen group"), 3),
        Key("v", "v", "by_verdicts", lambda: say("by the verdicts"), lambda: say("The plan that the verdicts make"), 7),
        Key("s", "s", "suggest", lambda: say("suggest"), lambda: say("Suggest a plan from your minutes"), 6),
        Key("y", "y", "copy", lambda: say("copy"), lambda: say("Copy the last planned week"), 9),
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
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)
    #: It is one part of the review, whose keys work beside it.
    LETS = None

    class GroupChosen(Message):
        """Another group's row is chosen."""

    class IfThenAsked(Message):
        """The chosen group is to be given an if-then sentence."""

    class VerdictsAsked(Message):
        """The plan that follows from the verdicts is wanted; answer with :meth:`PlanEditor.load`."""

    @property
    def group(self) -> Group | None:
        """The chosen row's group."""
        return self._cell()[0]

    def action_move(self, rows: int, columns: int) -> None:
        """Move the chosen cell, and say where it is."""
        super().action_move(rows, columns)
        self.post_message(self.GroupChosen())

    def action_if_then(self) -> None:
        if self.group:
            self.post_message(self.IfThenAsked())

    def action_by_verdicts(self) -> None:
        self.post_message(self.VerdictsAsked())
