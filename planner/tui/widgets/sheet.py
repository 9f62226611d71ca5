"""The sheet of a group or a person, at the keyboard. What is to be changed it tells its owner."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from textual import events
from textual.binding import Binding

from planner.domain.errors import Misread
from planner.domain.grammar.fields import MARKS, Field
from planner.domain.grammar.marks import read_mark
from planner.domain.words import say
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_more import more
from planner.tui.widgets.draw_notice import of_problem
from planner.tui.widgets.draw_row import Row, rule
from planner.tui.widgets.draw_sheet import SheetLook, sheet_row, told_rows
from planner.tui.widgets.draw_sight import first_in_sight
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.keys import ALWAYS, Key, bindings

from .picture import Picture
from .wheel import Wheel

_MARKS = tuple(
    Key(str(n), str(n), f"mark({n})", lambda: say("mark"), lambda n=n: say("Mark it {n}, and go on", n=n))  # type: ignore[misc]
    for n in MARKS
)

_KEYS = (
    Key("enter", "enter", "change", lambda: say("change"), lambda: say("Write the field anew, or the next choice"), 2),
    *_MARKS,
    Key("right,plus", "right", "step(1)", lambda: say("next"), lambda: say("The next choice, or a mark more"), 4),
    Key("left,minus", "left", "step(-1)", lambda: say("before"), lambda: say("The choice before, or a mark less"), 5),
    Key("up", "up", "move(-1)", lambda: say("up"), lambda: say("The field above")),
    Key("down", "down", "move(1)", lambda: say("down"), lambda: say("The field below")),
    Key("home,pageup", "home", "move(-100)", lambda: say("first"), lambda: say("The first field")),
    Key("end,pagedown", "end", "move(100)", lambda: say("last"), lambda: say("The last field")),
    Key("escape,e", "esc", "leave", lambda: say("close"), lambda: say("Close the sheet"), 1),
)

#: The keys that change the chosen field, by their names in a keymap: what stands over a sheet names them.
CHANGING = ("sheet.change", "sheet.step.1", "sheet.step.-1")


class SheetOwner(Protocol):
    """Whom a sheet tells; it does so by way of the screen, which says what keeps something from being changed."""

    def set(self, field: Field, value: Any) -> None:
        """A field is to hold another value."""

    async def ask(self, field: Field) -> None:
        """A field is to be written anew."""

    async def close(self) -> None:
        """The sheet is to be closed."""


class Sheet(Wheel, Picture, can_focus=True):
    """All fields of one thing, one of them chosen."""

    KEYS: ClassVar[tuple[Key, ...]] = _KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("sheet", _KEYS)  # type: ignore[assignment]
    ABOUT = About(
        lambda: say("The sheet"),
        lambda: say(
            "All there is to say of a group or a person, a field a row. A field that nobody filled in is "
            "unknown, and never counts as zero."
        ),
    )
    LETS = (*ALWAYS, "undo", "redo", "quit")

    def __init__(self, ink: Ink, owner: SheetOwner, look: SheetLook) -> None:
        super().__init__(ink)
        self._owner = owner
        self.look = look
        self._at = self._first = 0

    def show(self, look: SheetLook) -> None:
        """Show the thing as it is now."""
        self.look = look
        self.redraw()

    @property
    def keys(self) -> tuple[Key, ...]:
        """Those that work on these fields: a figure marks one, where any takes a mark."""
        if any(field.is_mark for field in self.look.fields):
            return _KEYS
        return tuple(key for key in _KEYS if key not in _MARKS)

    @property
    def thing(self) -> Any:
        """The group or the person whose sheet it is."""
        return self.look.thing

    # Drawing

    def draw(self) -> list[Row]:
        width, height = self.size
        marks = self.ink.marks
        rows, sight = self._lines(), self._sight()
        self._first = first_in_sight(self._first, rows.index(self._at), sight, len(rows))
        drawn = [self._row(at, width) for at in rows[self._first : self._first + sight]]
        below = len(rows) - self._first - len(drawn)
        last = more(self._first, below, marks) if self._first or below > 0 else rule(width, marks.rule)
        told = self._told()
        return [*drawn, *told, *(Row() for _ in range(height - 1 - len(told) - len(drawn))), last]

    def _told(self) -> list[Row]:
        return told_rows(self.look, self._at, self.size.width)

    def _lines(self) -> list[int | None]:
        return self.look.rows(airy=self._sight() >= len(self.look.rows(airy=True)))

    def _sight(self) -> int:
        return max(1, self.size.height - 1 - len(self._told()))

    def _row(self, at: int | None, width: int) -> Row:
        if at is None:
            return Row()
        return sheet_row(self.look, at, width, self.ink.marks, chosen=at == self._at)

    # Keys

    @property
    def field(self) -> Field:
        """The chosen field."""
        return self.look.fields[self._at]

    def choose(self, name: str) -> None:
        """Choose a field by its name."""
        self.action_move([field.name for field in self.look.fields].index(name) - self._at)

    def action_move(self, rows: int) -> None:
        """Choose another field."""
        self._at = max(0, min(self._at + rows, len(self.look.fields) - 1))
        self.redraw()

    def action_mark(self, mark: int) -> None:
        """Set a mark, and go on to the next one."""
        if not self.field.is_mark:
            self.app.bell()
            return
        self._set(mark)
        if self._at + 1 < len(self.look.fields) and self.look.fields[self._at + 1].is_mark:
            self.action_move(1)

    def on_key(self, event: events.Key) -> None:
        """A figure that is no mark is said to be none."""
        if self.field.is_mark and event.character and event.character.isdecimal():
            try:
                read_mark(event.character)
            except Misread as problem:
                event.stop()
                self.screen.tell(of_problem(str(problem)))  # type: ignore[attr-defined]

    def action_step(self, steps: int) -> None:
        """Another choice, or one mark more or less."""
        if self.field.choices:
            self._set(self.field.beside(self.thing, steps))
        else:
            self.app.bell()

    def action_change(self) -> None:
        """Ask for the field's text; the next one of few choices is taken at once."""
        if self.field.is_mark:
            self._set((self.field.value(self.thing) + 1) % len(MARKS))
        elif not self.field.is_written:
            self.action_step(1)
        else:
            self.screen.call_later(self._owner.ask, self.field)

    def action_leave(self) -> None:
        self.screen.call_later(self._owner.close)

    def _set(self, value: Any) -> None:
        if value != self.field.value(self.thing):
            self.screen.call_later(self._owner.set, self.field, value)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """A click chooses; a click on the chosen field changes it."""
        event.stop()
        rows, row = self._lines(), self._first + event.y
        at = rows[row] if row < len(rows) and event.y < self._sight() else None
        if at is not None and at == self._at:
            self.action_change()
        elif at is not None:
            self.action_move(at - self._at)
