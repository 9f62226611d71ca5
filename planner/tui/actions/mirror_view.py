"""The mirror of all her groups: which of them fit into the minutes of a week, live as these are changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import ClassVar

from textual import events
from textual.binding import Binding

from planner.domain.budget.budget import Proposal
from planner.domain.budget.selection import Asked
from planner.domain.errors import PlannerError
from planner.domain.plan import STEP, WEEK
from planner.domain.words import say, spell_minutes
from planner.tui.actions.draw_mirror import Sight, mirror, order
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row, wrap
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings, figures, read_as_one

from ..widgets.picture import Picture
from ..widgets.wheel import Wheel

#: A proposal for so many minutes and what is asked of it; raises a PlannerError where there can be none.
Propose = Callable[[int, Asked], Proposal]

_KEYS = (
    Key("enter", "enter", "apply", lambda: say("take"), lambda: say("Select the groups that fit"), 1),
    *read_as_one(
        "left right",
        lambda: say("minutes"),
        lambda: say("A quarter of an hour less, a quarter of an hour more"),
        ("left", "step(-1)", lambda: say("A quarter of an hour less")),
        ("right", "step(1)", lambda: say("A quarter of an hour more")),
        rank=3,
    ),
    *read_as_one(
        "shift+arrows",
        lambda: say("hours"),
        lambda: say("An hour less, an hour more"),
        ("shift+left", "step(-4)", lambda: say("An hour less")),
        ("shift+right", "step(4)", lambda: say("An hour more")),
        rank=7,
    ),
    Key("backspace", "backspace", "rub_out", lambda: say("rub out"), lambda: say("The last figure away")),
    Key("space", "space", "pin", lambda: say("pin"), lambda: say("The chosen group must be in; again: need not"), 5),
    Key("x", "x", "without", lambda: say("without"), lambda: say("Do without the chosen group; again: need not"), 6),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The group above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The group below")),
    *ENDS,
    *figures("figure", lambda: say("Type the minutes")),
    Key("pageup", "pgup", "move(-10)", lambda: say("page up"), lambda: say("A page up")),
    Key("pagedown", "pgdn", "move(10)", lambda: say("page down"), lambda: say("A page down")),
)

QUARTER = 15


class MirrorView(Wheel, Picture, can_focus=True):
    """Shows what ``propose`` answers for the minutes that are typed.

    ``applied`` is told of the minutes whose selection is to be kept, and of what she asked of it.
    """

    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("mirror", _KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("What fits"),
        lambda: say(
            "What following all your groups would take, beside the minutes you have. The best selection "
            "that fits is proposed, and says what it left out and why."
        ),
    )

    def __init__(
        self, ink: Ink, minutes: int, propose: Propose, applied: Callable[[int, Asked], Awaitable[None] | None]
    ) -> None:
        super().__init__(ink)
        self._applied = applied
        self._minutes, self._propose, self._asked = minutes, propose, Asked()
        self._chosen = ""  # the chosen group's id
        self._proposal = self._asked_for()
        self._typing = False  # whether the next figure goes on with the number
        self._first = 0
        self._sight: Sight | None = None  # what was drawn last, for the mouse

    def renew(self) -> None:
        """Ask anew: the groups may be others."""
        self._proposal = self._asked_for()
        self.redraw()

    def _asked_for(self) -> Proposal | str:
        """The proposal, or in words why there is none."""
        try:
            return self._propose(self._minutes, self._asked)
        except PlannerError as problem:
            return str(problem)

    def draw(self) -> list[Row]:
        width, height = self.size
        if isinstance(self._proposal, str):
            has = Row(2).put("[", "accent strong").put(spell_minutes(self._minutes), "text strong")
            why = [Row(2).put(line, "drifting") for line in wrap(self._proposal, width - 4, 3) if line]
            return [has.put("]", "accent strong"), Row(), *why]
        seen = mirror(self._proposal, width, height, self.ink.marks, self._asked, self._chosen, self._first)
        self._sight, self._first = seen, seen.first
        return seen.rows

    # Keys

    def action_figure(self, figure: int) -> None:
        """Figures are typed into the number."""
        before = self._minutes if self._typing else 0
        self._set(before * 10 + figure, typing=True)

    def action_step(self, steps: int) -> None:
        """Onto the next quarter of an hour, up or down."""
        onto = self._minutes // QUARTER + steps if steps > 0 else -(-self._minutes // QUARTER) + steps
        self._set(max(STEP, onto * QUARTER), typing=False)

    def action_rub_out(self) -> None:
        """Take the last figure back."""
        self._set(self._minutes // 10, typing=True)

    def _set(self, minutes: int, *, typing: bool) -> None:
        if minutes > WEEK:  # more than a week has: the figure is not taken
            self.app.bell()
            return
        self._minutes, self._typing, self._first = minutes, typing, 0
        self.renew()

    def action_move(self, rows: int) -> None:
        """Choose a group so many rows down."""
        if isinstance(self._proposal, str):
            return
        ids = [group.id for group in order(self._proposal)]
        at = ids.index(self._chosen) + rows if self._chosen in ids else 0
        self._chosen = ids[max(0, min(at, len(ids) - 1))] if ids else ""
        self.redraw()

    def action_pin(self) -> None:
        """The chosen group must be in, or need not any more."""
        pinned, without = self._asked
        self._ask(Asked(_turned(pinned, self._chosen), [id_ for id_ in without if id_ != self._chosen]))

    def action_without(self) -> None:
        """Do without the chosen group, or not any more."""
        pinned, without = self._asked
        self._ask(Asked([id_ for id_ in pinned if id_ != self._chosen], _turned(without, self._chosen)))

    def _ask(self, asked: Asked) -> None:
        """Ask for something else; what cannot be had is said, and what was asked before stands."""
        if not self._chosen:
            self.app.bell()
            return
        before, self._asked = self._asked, asked
        if isinstance(self._asked_for(), str):
            self._asked = before
            self.app.bell()
        self.renew()

    def action_apply(self) -> None:
        self.screen.call_later(self._applied, self._minutes, self._asked)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a thread."""
        event.stop()
        group = self._sight.group_at(event.x, event.y, self.size.width) if self._sight else None
        if group:
            self._chosen = group.id
            self.redraw()


def _turned(ids: Collection[str], id_: str) -> list[str]:
    """``ids`` with one more, or without it where it is among them."""
    return [each for each in ids if each != id_] if id_ in ids else [*ids, id_]
