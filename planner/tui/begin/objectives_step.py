"""Objectives at the keyboard: a line to type in, over it those there are, which can be chosen and changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from planner.domain.audit.setting_out import SettingOut
from planner.domain.grammar.reading_parts import Parts
from planner.domain.objective import Objective
from planner.domain.words import say
from planner.tui.begin.draw_objectives import objective_list, set_out_rows
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_row import Row, wrap
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ENDS, Key, bindings
from planner.tui.widgets.width import width_of

from ..widgets.line import LinePicture
from ..widgets.list_input import ListInput
from ..widgets.picture import Picture
from ..widgets.reading_view import ReadingView
from ..widgets.wheel import Wheel

_LIST_KEYS = (
    Key("enter,e", "enter", "edit", lambda: say("change"), lambda: say("Change the objective"), 1),
    Key("plus,shift+up", "+", "rank(-1)", lambda: say("first"), lambda: say("Before the one above it"), 4),
    Key("minus,shift+down", "-", "rank(1)", lambda: say("later"), lambda: say("After the one below it"), 5),
    Key("x", "x", "drop", lambda: say("drop"), lambda: say("Drop the objective, with a reason"), 3),
    Key("d,delete", "d", "remove", lambda: say("remove"), lambda: say("Remove an objective that nothing serves"), 6),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The objective above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The objective below, then the line")),
    *ENDS,
    Key("escape", "esc", "back", lambda: say("new one"), lambda: say("Back to the line for a new one"), 2),
)
_LINE_KEYS = (
    Key("enter", "enter", "submit", lambda: say("add, go on"), lambda: say("Add it; if empty, go on"), 1),
    Key("tab", "tab", "example", lambda: say("example"), lambda: say("Take the example in the line"), 2),
    Key("up", "up", "to_list", lambda: say("change one"), lambda: say("Choose one to change"), 4),
    Key("escape", "esc", "leave", lambda: say("all steps"), lambda: say("Back to all steps"), 3),
)


class ObjectivesOwner(Protocol):
    """Whom the step asks; it does so by way of the screen, which says what keeps an objective from being kept."""

    def edited(self, text: str) -> None:
        """The line is another now; it wants to be read."""

    def confirmed(self, text: str, objective: Objective | None) -> None:
        """The line is to be kept: as a new objective, or as what one is from now on."""

    async def wanted(self, wish: str, objective: Objective, by: int) -> None:
        """Something is wanted of an objective: ``edit``, ``drop``, ``remove``, or ``rank`` by so many."""

    async def objectives_passed(self) -> None:
        """Enter on an empty line: go on."""

    async def left(self, text: str) -> None:
        """Left with a line that is to be offered again."""


class ObjectiveList(Wheel, Picture, can_focus=True):
    """The active objectives; with the focus, one of them is chosen."""

    KEYS: ClassVar[tuple[Key, ...]] = _LIST_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("objective-list", _LIST_KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("Your objectives"),
        lambda: say(
            "Why you network: at most three objectives at a time are worth having. Here one of them is "
            "changed or put away."
        ),
    )

    class Left(Message):
        """Back to the line."""

    def __init__(self, ink: Ink, owner: ObjectivesOwner, objectives: Sequence[Objective]) -> None:
        super().__init__(ink)
        self._owner = owner
        self._objectives = objectives
        self._at = self._first = 0

    def show(self, objectives: Sequence[Objective]) -> None:
        """Show them as they are now; the chosen one stays chosen."""
        held = self._objectives[self._at].id if self._at < len(self._objectives) else ""
        self._objectives = objectives
        ids = [each.id for each in objectives]
        self._at = ids.index(held) if held in ids else max(0, min(self._at, len(ids) - 1))
        self.styles.height = self.rows_wanted
        self.redraw()

    @property
    def rows_wanted(self) -> int:
        """The rows that show all of them."""
        return max(1, min(sum(map(len, self._drawn(width_of(self.app)))), self.app.size.height - 14))

    def _drawn(self, width: int) -> list[list[Row]]:
        return objective_list(self._objectives, self._at if self.has_focus else None, width, self.ink.marks)

    def draw(self) -> list[Row]:
        width, height = self.size
        drawn = self._drawn(width)
        rows = [row for each in drawn for row in each]
        last = sum(map(len, drawn[: self._at + 1])) - 1
        self._first = first_in_sight(self._first, last, height, len(rows))
        return rows[self._first : self._first + height]

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def choose_last(self) -> None:
        """Choose the last one."""
        self._at = max(0, len(self._objectives) - 1)

    def action_move(self, rows: int) -> None:
        """Choose another one; below the last is the line."""
        if rows == 1 and self._at + 1 >= len(self._objectives):
            self.post_message(self.Left())
        self._at = max(0, min(self._at + rows, len(self._objectives) - 1))
        self.redraw()

    def action_edit(self) -> None:
        self._want("edit")

    def action_drop(self) -> None:
        self._want("drop")

    def action_remove(self) -> None:
        self._want("remove")

    def action_rank(self, by: int) -> None:
        """Move it up or down in rank."""
        self._want("rank", by)

    def action_back(self) -> None:
        self.post_message(self.Left())

    def _want(self, wish: str, by: int = 0) -> None:
        if self._objectives:
            self.screen.call_later(self._owner.wanted, wish, self._objectives[self._at], by)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        of_rows = [at for at, each in enumerate(self._drawn(self.size.width)) for _ in each]
        row = self._first + event.y
        if self._objectives and row < len(of_rows):
            self._at = of_rows[row]
            self.focus()
            self.redraw()


class ObjectivesStep(Vertical):
    """The objectives, and a line for one more. What is typed is read along; Enter on an empty line goes on."""

    DEFAULT_CSS = """
    ObjectivesStep { height: 1fr; }
    ObjectivesStep Horizontal { height: 1; }
    """
    KEYS: ClassVar[tuple[Key, ...]] = _LINE_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("objectives-step", _LINE_KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("An objective"),
        lambda: say(
            "Say in one line why you network: a title, an aim, a measure for the week, a date. What was "
            "understood shows as you type."
        ),
    )

    def __init__(
        self,
        ink: Ink,
        owner: ObjectivesOwner,
        objectives: Sequence[Objective],
        text: str = "",
        set_out: SettingOut | None = None,
    ) -> None:
        super().__init__()
        self._ink, self._owner, self._set_out = ink, owner, set_out
        self._changing: Objective | None = None
        self.list = ObjectiveList(ink, owner, objectives)
        self._count = len(objectives)
        self._lead = LinePicture(ink, Row())
        self._understood = ReadingView(ink, indent=4, least=2)
        self.field = ListInput(text)

    def compose(self) -> ComposeResult:
        for row in self._over():
            yield LinePicture(self._ink, row)
        yield LinePicture(self._ink, Row())
        self.list.styles.height = self.list.rows_wanted
        yield self.list
        yield LinePicture(self._ink, Row())
        with Horizontal():
            yield self._lead
            yield self.field
        yield self._understood
        self._prompt()

    def _over(self) -> list[Row]:
        """What stands over the list: what is asked; once a quarter is over, what she set out for and what served it."""
        width = width_of(self.app)
        if self._set_out:
            return set_out_rows(self._set_out, width)
        hint = say(
            "What do you network for? Two or three lines are enough; a line may end with its aim, a goal for each "
            "week, and a last day."
        )
        return [Row(2).put(line, "dim") for line in wrap(hint, width - 4, 3) if line]

    def on_resize(self) -> None:
        self._prompt()

    def show(self, objectives: Sequence[Objective]) -> None:
        """Show the objectives as they are now."""
        self._count = len(objectives)
        self.list.show(objectives)
        self._prompt()

    def show_reading(self, parts: Parts) -> None:
        """Say what was understood, or what is wrong."""
        self._understood.show(parts)

    def change(self, objective: Objective, line: str) -> None:
        """Begin to change an objective."""
        self._changing = objective
        self._begin(line)

    def refuse(self, objective: Objective | None, line: str) -> None:
        """Put a line back that could not be kept, unless another one was begun meanwhile."""
        if not self.field.value:
            self._changing = objective
            self._begin(line)

    def _begin(self, text: str) -> None:
        self.field.begin(text)
        self._prompt()
        self.screen.set_focus(self.field)

    def _prompt(self) -> None:
        asked = say("Change") if self._changing else say("Objective {n}", n=self._count + 1)
        row = Row(2).put(asked, "text strong").put(f" {self._ink.marks.pointer} ", "accent strong")
        self._lead.styles.width = row.cells
        self._lead.show(row)
        examples = (
            (say("Be visible to decision-makers, 2 contributions"), say("Be visible, 2 contributions")),
            (say("Meet people who know the local economy, 2 meetings until 2027-06"), say("Meet people, 2 meetings")),
            (say("Learn how the trade works here, 1h"), say("Learn the trade, 1h")),
        )
        whole, short = examples[min(self._count, len(examples) - 1)]
        room = width_of(self.app) - row.cells - 1  # the cursor's
        self.field.placeholder = whole if cell_len(whole) <= room else short

    @property
    def draft(self) -> str:
        """A new objective under way; a change under way is no draft, as its line is there anyway."""
        return "" if self._changing else self.field.value

    # What is typed

    @on(Input.Changed)
    def _input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.screen.call_later(self._owner.edited, event.value)

    @on(ListInput.Pasted)
    def _pasted(self, event: ListInput.Pasted) -> None:
        """Each line is an objective."""
        event.stop()
        for line in event.text.splitlines():
            if line.strip():
                self.screen.call_later(self._owner.confirmed, line, None)

    @on(ListInput.Line)
    def _line_ended(self, event: ListInput.Line) -> None:
        event.stop()
        if event.text.strip():
            self.screen.call_later(self._owner.confirmed, event.text, self._changing)
            self._changing = None
        elif self._changing:
            self._end_change()
        else:
            self.screen.set_focus(None)  # keys typed ahead are for what comes next
            self.screen.call_later(self._owner.objectives_passed)

    def action_leave(self) -> None:
        """Leave a change as it was, or the step."""
        if self._changing:
            self._end_change()
        else:
            self.screen.call_later(self._owner.left, self.field.value)

    def _end_change(self) -> None:
        self._changing = None
        self._begin("")

    def action_to_list(self) -> None:
        """Choose among those there are, where nothing is typed."""
        if self._count and not self.field.value:
            self.list.choose_last()
            self.list.focus()

    def action_example(self) -> None:
        """Take the example that stands in the empty line, to be changed or kept."""
        if not self.field.value and not self._changing:
            self.field.begin(self.field.placeholder)

    def action_submit(self) -> None:
        """As the key does."""
        self.field.end_line()

    @on(ObjectiveList.Left)
    def _list_left(self) -> None:
        """Back to the line."""
        self.screen.set_focus(self.field)
