"""The review's step of verdicts, at the keyboard: a verdict for each group by one key."""

from __future__ import annotations

from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding

from planner.domain.book import unread_words
from planner.domain.grammar.fields import MARKS
from planner.domain.review import Verdict
from planner.domain.unread import without_words
from planner.domain.weeks.draft import ReviewDraft
from planner.domain.words import say
from planner.tui.review.draw_verdicts import verdicts
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_more import more
from planner.tui.widgets.draw_paragraph import paragraph
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.draw_verdict import verdict_choices
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings, read_as_one
from planner.tui.widgets.verdict_keys import VERDICT_KEYS
from planner.tui.widgets.working import hint_of

from ..widgets.picture import Picture
from ..widgets.wheel import Wheel

_FEELING = read_as_one(
    "0-3",
    lambda: say("how it was"),
    lambda: say("How it was to give there in the week"),
    *((str(n), f"feel({n})", str) for n in MARKS),
)

_KEYS = (
    Key("enter", "enter", "take", lambda: say("take it"), lambda: say("Take the proposed verdict, and go on"), 1),
    Key("V", "V", "take_all", lambda: say("take all"), lambda: say("Take all that are proposed, and go on"), 2),
    *VERDICT_KEYS,
    *_FEELING,
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The group above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The group below")),
    *ENDS,
)


class VerdictsOwner(Protocol):
    """Whom the step asks; it does so by way of the screen, which says what keeps a verdict from being kept."""

    async def decide(self, group: str, verdict: Verdict) -> None:
        """A verdict for a group (id)."""

    def feel(self, group: str, joy: int) -> None:
        """How it was to give there in the week, of a group (id)."""

    async def decide_all(self) -> None:
        """Every verdict that is proposed is to be taken; it goes on."""

    async def all_decided(self) -> None:
        """Enter on the last group: go on."""


class VerdictsStep(Wheel, Picture, can_focus=True):
    """Lists the groups with their figures, one of them chosen."""

    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("verdicts-step", _KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("Verdicts"),
        lambda: say(
            "What each group brought this week, and a verdict that is proposed with its reasons. What "
            "you take changes next week’s plan, and the group once the review is closed."
        ),
    )

    def __init__(self, ink: Ink, owner: VerdictsOwner, draft: ReviewDraft) -> None:
        super().__init__(ink)
        self._owner, self._draft = owner, draft
        undecided = (n for n, each in enumerate(draft.figures) if each.group.id not in draft.review.verdicts)
        self._at = next(undecided, 0)
        self._first = 0

    def show(self, draft: ReviewDraft) -> None:
        """Show the verdicts as they are now."""
        self._draft = draft
        self._at = max(0, min(self._at, len(draft.figures) - 1))
        self.redraw()

    # Drawing

    def draw(self) -> list[Row]:
        width, height = self.size
        if not self._draft.figures:
            none = unread_words() if self._draft.report.unread else say("There are no groups to judge yet.")
            return [Row(2).put(line, "text") for line in paragraph(none, width - 4)]
        height -= len(self._without(width))
        told = self._told(height)
        drawn = verdicts(self._draft, self._at, width, self.ink.marks, told)
        sight = self._sight(height)
        self._first = first_in_sight(self._first, self._at, sight, len(drawn.rows))
        seen = drawn.rows[self._first : self._first + sight]
        below = len(drawn.rows) - self._first - len(seen)
        gap = more(self._first, below, self.ink.marks) if self._first or below else Row()
        air = [Row()] if height > len(drawn.rows) + 8 else []
        decide = [hint_of(self, key) for key in VERDICT_KEYS]
        without = [Row(2).put(line, "text") for line in self._without(width)]
        return [*without, drawn.heading, *air, *seen, gap, *drawn.reasons, *air, verdict_choices(decide, width)]

    def _without(self, width: int) -> list[str]:
        """What there is to say where some of the weeks cannot be read."""
        said = without_words(self._draft.without)
        return paragraph(said, width - 4) if said else []

    def _told(self, height: int) -> int:
        """The rows that reasons are told in: one more where all groups have room."""
        return 3 if height >= len(self._draft.figures) + 9 else 2

    def _sight(self, height: int) -> int:
        """How many groups' rows fit beside the heading and the reasons."""
        return max(1, height - 4 - self._told(height))

    # Keys

    def action_take(self) -> None:
        """Take the verdict that is proposed, or leave hers as it is, and go on."""
        if not self._draft.figures:
            self.screen.call_later(self._owner.all_decided)
            return
        group = self._draft.figures[self._at].group.id
        proposed = self._draft.proposals[group].verdict
        if proposed and group not in self._draft.review.verdicts:
            self.screen.call_later(self._owner.decide, group, proposed)
        if self._at == len(self._draft.figures) - 1:
            self.screen.call_later(self._owner.all_decided)
        self.action_move(1)

    def action_take_all(self) -> None:
        """Take all that is proposed, leave hers as they are, and go on."""
        self.screen.call_later(self._owner.decide_all)

    def action_decide(self, verdict: str) -> None:
        """Decide otherwise, and go on."""
        if self._draft.figures:
            self.screen.call_later(self._owner.decide, self._draft.figures[self._at].group.id, Verdict(verdict))
            self.action_move(1)

    def action_feel(self, joy: int) -> None:
        """Say how it was to give there, once for all contributions of the week."""
        group = self._draft.figures[self._at].group.id if self._draft.figures else ""
        if group in self._draft.unfelt:
            self.screen.call_later(self._owner.feel, group, joy)
        else:
            self.app.bell()

    def action_move(self, rows: int) -> None:
        """Choose another group."""
        self._at = max(0, min(self._at + rows, len(self._draft.figures) - 1))
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        event.stop()
        said = len(self._without(self.size.width))
        height = self.size.height - said
        top = said + (2 if height > len(self._draft.figures) + 8 else 1)
        row = self._first + event.y - top
        if 0 <= event.y - top < self._sight(height) and row < len(self._draft.figures):
            self._at = row
            self.redraw()
