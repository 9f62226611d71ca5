"""The review's step of the drift, at the keyboard: what served no objective is given to one by one key."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual.binding import Binding

from planner.domain.book import Book
from planner.domain.objective import Objective
from planner.domain.weeks.draft import ReviewDraft
from planner.domain.words import say
from planner.tui.review.draw_drift import drift
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import Key, bindings, read_as_one
from planner.tui.widgets.page import PAGE_KEYS, Page

#: As many objectives as there are figures for.
_MOST = 9

_GIVE = read_as_one(
    "1-9",
    lambda: say("it served"),
    lambda: say("What served no objective has served this one"),
    *((str(n), f"give({n})", lambda n=n: say("It has served objective {n}", n=n)) for n in range(1, _MOST + 1)),
    rank=2,
)


class DriftOwner(Protocol):
    """Whom the step asks; it does so by way of the screen, which says what keeps something from being kept."""

    def give_objective(self, group: str, objective: str) -> None:
        """What a group's (id) entries gave to no objective has served this one (id)."""


class DriftStep(Page):
    """How the week drifted, and what of it served no objective."""

    KEYS: ClassVar[tuple[Key, ...]] = (*_GIVE, *PAGE_KEYS)
    BINDINGS: ClassVar[list[Binding]] = bindings("drift-step", _GIVE)
    ABOUT = About(
        lambda: say("How the week drifted"),
        lambda: say(
            "How far the week moved from its plan toward watching, and why. What served no objective can "
            "be given to one here."
        ),
    )

    def __init__(self, ink: Ink, owner: DriftOwner, draft: ReviewDraft, book: Book) -> None:
        super().__init__(ink, self._drawn)
        self._owner, self._draft, self._book = owner, draft, book
        self.keys = self._keys_now

    def show_draft(self, draft: ReviewDraft, book: Book) -> None:
        """Show the week as it is now."""
        self._draft, self._book = draft, book
        self.keys = self._keys_now
        self.redraw()

    @property
    def _keys_now(self) -> tuple[Key, ...]:
        return (*_GIVE[: len(self._objectives)], *PAGE_KEYS) if self._draft.aimless else PAGE_KEYS

    @property
    def _objectives(self) -> tuple[Objective, ...]:
        return self._book.active_objectives()[:_MOST]

    def _drawn(self, width: int, height: int) -> list[Row]:
        return drift(self._draft, width, height, self.ink.marks, self._book)

    def action_give(self, number: int) -> None:
        """Give what served none, of the group with the most of it, to an objective."""
        if self._draft.aimless and number <= len(self._objectives):
            objective = self._objectives[number - 1]
            self.screen.call_later(self._owner.give_objective, self._draft.aimless[0].group, objective.id)
