"""The plan editor: one week's budget, changed in place. What it wants it asks of its owner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual.binding import Binding

from planner.domain.errors import Misread
from planner.domain.group import Group
from planner.domain.kinds import Kind, Split
from planner.domain.plan import STEP, Plan, with_cell
from planner.domain.words import say
from planner.tui.actions.draw_plan_matrix import At, matrix
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_more import more
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.key_names import azerty
from planner.tui.widgets.keys import ALWAYS, MOVING, Key, bindings, figures, read_as_one

from ..widgets.picture import Picture
from ..widgets.working import hint_of

KINDS = tuple(Kind)

#: Keys that take back what was typed into a cell.
RUBBING_OUT = (
    Key("backspace", "backspace", "rub_out", lambda: say("rub out"), lambda: say("Take the last digit back")),
    Key("delete", "delete", "clear", lambda: say("empty"), lambda: say("Empty the cell")),
)


def arrows(left: str = "left", right: str = "right", *, rank: int = 0) -> tuple[Key, ...]:
    """The keys that choose another cell, and the first and the last row."""
    moves = (
        ("up", "move(-1, 0)", lambda: say("The cell above")),
        ("down", "move(1, 0)", lambda: say("The cell below")),
        (left, "move(0, -1)", lambda: say("The cell before")),
        (right, "move(0, 1)", lambda: say("The cell after")),
    )
    return (*read_as_one("arrows", lambda: say("move"), lambda: say("Another cell"), *moves, rank=rank), *MOVING[-2:])


def stepping(rank: int) -> tuple[Key, ...]:
    """The keys that change a cell by five minutes. The minus of a French keyboard is its 6."""
    return read_as_one(
        "+ -",
        lambda: say("5 minutes"),
        lambda: say("Five minutes more, five minutes less"),
        ("plus,equals_sign", "step(1)", lambda: say("Five minutes more")),
        ("right_parenthesis", "step(-1)", lambda: say("Five minutes less")),
        ("minus", "minus", lambda: say("Five minutes less; on a French keyboard the figure 6")),
        rank=rank,
    )


class PlanOwner(Protocol):
    """Whom an editor asks; it does so by way of the screen, which says what keeps one from answering."""

    def saved(self, plan: Plan) -> None:
        """The plan is to be kept."""

    def left(self) -> None:
        """All is to stay as it was."""

    async def suggest(self, editor: PlanEditor) -> None:
        """A plan is to be suggested from a number of minutes; answer with :meth:`PlanEditor.load`."""

    async def shorten(self, editor: PlanEditor) -> None:
        """The plan is wanted for fewer days; answer with :meth:`PlanEditor.load`."""

    def copy(self, editor: PlanEditor) -> None:
        """The last planned week's plan is wanted; answer with :meth:`PlanEditor.load`."""


class PlanEditor(Picture, can_focus=True):
    """A matrix of groups by kinds to be edited, with all totals live; its last row is the watching that all share."""

    KEYS: ClassVar[tuple[Key, ...]] = (
        *arrows("left,shift+tab", "right,tab", rank=5),
        *stepping(4),
        *figures("figure", lambda: say("Type the minutes"), label=lambda: say("type"), rank=6),
        *RUBBING_OUT,
        Key("s", "s", "suggest", lambda: say("suggest"), lambda: say("Suggest a plan from your minutes"), 3),
        Key("d", "d", "shorten", lambda: say("short week"), lambda: say("Scale the plan to fewer of your days"), 40),
        Key("y", "y", "copy", lambda: say("copy last week"), lambda: say("Copy the last planned week"), 8),
        Key("enter", "enter", "save", lambda: say("save"), lambda: say("Save the plan"), 1),
        Key("escape", "esc", "leave", lambda: say("leave"), lambda: say("Leave the plan as it was"), 2),
    )
    BINDINGS: ClassVar[list[Binding]] = bindings("plan-editor", KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("The plan"),
        lambda: say(
            "The week’s minutes for each group, by kind: contribution and meeting are goals to reach, "
            "watching is a cap not to pass. Type minutes into the chosen cell, and all totals follow."
        ),
    )
    LETS: ClassVar[tuple[str, ...] | None] = ALWAYS

    def __init__(
        self, ink: Ink, owner: PlanOwner, plan: Plan, groups: Sequence[Group], available: int | None = None
    ) -> None:
        super().__init__(ink)
        self._owner = owner
        self.plan = plan
        self._available = available  # minutes a week that she has, as she says
        self._groups = tuple(groups)
        self._at = At()
        self._typing = False  # whether the next digit goes on with the number in the cell
        self._first = 0

    def load(self, plan: Plan, available: int | None = None) -> None:
        """Show another plan, not yet saved, beside the minutes that are ``available``, where those are others; the
        sentence of intention stays."""
        self._available = available or self._available
        self.plan = plan._replace(intention=plan.intention or self.plan.intention)
        self._typing = False
        self.redraw()

    # Drawing

    def draw(self) -> list[Row]:
        width, height = self.size
        at = self._at if self.has_focus else At(-1, -1)
        ends = [hint_of(self, key) for key in self.KEYS if key.action in {"save", "leave"}] if self.has_focus else []
        drawn = matrix(self.plan, self._groups, width, at, self.ink.marks, self._available, ends)
        gap = [Row()] if height >= self.rows_wanted() else []
        sight = max(1, height - 4 - len(gap))
        self._first = first_in_sight(self._first, self._at.row, sight, self._count)
        seen, foot = drawn.rows[self._first : self._first + sight], drawn.foot
        below = self._count - self._first - len(seen)
        if self._first or below:
            foot = more(self._first, below, self.ink.marks).extend_from(foot, drawn.totals_start).fitted(width)
        air = [Row()] if height > self.rows_wanted() + 2 else []
        rows = [*air, drawn.heading, *seen, foot, *gap, drawn.summary]
        return [*rows[: height - 1], *(Row() for _ in range(height - 1 - len(rows))), rule(width, self.ink.marks.rule)]

    def rows_wanted(self) -> int:
        """The rows that show all groups."""
        return self._count + 5

    @property
    def _count(self) -> int:
        """The groups, and the row that they share."""
        return len(self._groups) + 1

    def on_focus(self) -> None:
        """Mark the chosen cell."""
        self.redraw()

    def on_blur(self) -> None:
        """Mark none: keys go elsewhere."""
        self.redraw()

    # Keys

    def action_figure(self, figure: int) -> None:
        """Figures are typed into the cell."""
        before = self._value if self._typing else 0
        self._set(before * 10 + figure)
        self._typing = True

    def action_move(self, rows: int, columns: int) -> None:
        """Move the chosen cell; right of the last column comes the next row."""
        column = self._at.column + columns
        row = self._at.row + rows + column // len(KINDS)
        if 0 <= row < self._count:
            self._at = At(row, column % len(KINDS))
            self._typing = False
            self.redraw()

    def action_end(self, place: int) -> None:
        """To the first row (0), or the last (-1)."""
        self._at, self._typing = self._at._replace(row=place % self._count), False
        self.redraw()

    def action_minus(self) -> None:
        """Five minutes less; a 6, where the minus is its key."""
        if azerty():
            self.action_figure(6)
        else:
            self.action_step(-1)

    def action_step(self, steps: int) -> None:
        """Add or take away steps of five minutes, onto the grid."""
        value = self._value
        onto_grid = (value // STEP + steps) * STEP if steps > 0 else (-(-value // STEP) + steps) * STEP
        self._typing = False
        self._set(max(0, onto_grid))

    def action_rub_out(self) -> None:
        """Take the last digit back."""
        self._set(self._value // 10)
        self._typing = True

    def action_clear(self) -> None:
        """Empty the cell."""
        self._typing = False
        self._set(0)

    def action_suggest(self) -> None:
        self.screen.call_later(self._owner.suggest, self)

    def action_shorten(self) -> None:
        self.screen.call_later(self._owner.shorten, self)

    def action_copy(self) -> None:
        self.screen.call_later(self._owner.copy, self)

    def action_save(self) -> None:
        self.screen.call_later(self._owner.saved, self.plan)

    def action_leave(self) -> None:
        self.screen.call_later(self._owner.left)

    @property
    def _value(self) -> int:
        group, kind = self._cell()
        if group is None:
            return self.plan.shared if kind is Kind.WATCHING else 0
        return self.plan.lines.get(group.id, Split()).of(kind)

    def _cell(self) -> tuple[Group | None, Kind]:
        """The chosen cell; no group's is the row that all share."""
        at = self._at.row
        return self._groups[at] if at < len(self._groups) else None, KINDS[self._at.column]

    def _set(self, value: int) -> None:
        group, kind = self._cell()
        if kind not in (group.kinds if group else (Kind.WATCHING,)):
            self.app.bell()
            return
        try:
            self.plan = with_cell(self.plan, group.id if group else None, kind, value)
        except Misread:  # more than a week has: the digit is not taken
            self.app.bell()
        self.redraw()
