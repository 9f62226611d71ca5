"""A sheet on a screen: all fields of the chosen group or person, in the table's place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from planner.domain.grammar.fields import Field
from planner.domain.weeks.change import Change
from planner.domain.words import say
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen
from .asking import ask_until_taken

if TYPE_CHECKING:
    from planner.tui.widgets.draw_sheet import SheetLook
    from planner.tui.widgets.sheet import Sheet


class TableHolder(Protocol):
    """What a sheet stands in the place of."""

    def hide_table(self, *, hidden: bool) -> None:
        """Make room for what stands in the table's place, or show the table again."""

    def show_all(self) -> None:
        """Draw what the screen is about."""

    def sheet_closed(self, id_: str) -> None:
        """The sheet of a group or a person was closed."""


class Sheets:
    """Opens a sheet on a screen; while it is open, the keys are its own.

    ``look`` says what the sheet of an id shows, None where there is none; ``keep`` changes a field of a group or a
    person to a value, and ``typed`` is the text that one begins with where a field is written anew.
    """

    def __init__(
        self,
        screen: PlannerScreen,
        table: TableHolder,
        look: Callable[[str], SheetLook | None],
        keep: Callable[[Any, Field, Any], Change],
        typed: Callable[[Any, Field], str] = lambda thing, field: field.typed(thing),
    ) -> None:
        self._screen, self._table = screen, table
        self._look, self._keep, self._typed = look, keep, typed
        self.open: Sheet | None = None

    @property
    def thing(self) -> Any:
        """The group or the person whose sheet is open; None where none is."""
        return self.open.thing if self.open else None

    async def show(self, id_: str) -> None:
        """Open the sheet of a group or a person."""
        look, screen = self._look(id_), self._screen
        if look is None or self.open:
            return
        from planner.tui.widgets.sheet import Sheet

        self.open = Sheet(screen.ink, self, look)
        with screen.app.batch_update():
            self._table.hide_table(hidden=True)
            await screen.mount(self.open, before=screen.foot)
            screen.planner.hand_keys_to(self.open)
            screen.tell(Notice())
            self._table.show_all()

    def renew(self) -> None:
        """Show what is in it now; it closes where that was undone, or removed elsewhere."""
        if self.open is None:
            return
        look = self._look(self.thing.id)
        if look is None:
            self._screen.call_next(self.close)
        else:
            self.open.show(look)

    # What the sheet asks

    async def close(self) -> None:
        """Close the sheet."""
        sheet, self.open = self.open, None
        if sheet:
            self._table.sheet_closed(sheet.thing.id)
            with self._screen.app.batch_update():
                await sheet.remove()
                self._table.hide_table(hidden=False)
                self._table.show_all()

    def set(self, field: Field, value: Any) -> None:
        """Keep a mark or a choice."""
        record = self.thing
        if record:
            self._screen.change(lambda: self._keep(record, field, value))

    async def ask(self, field: Field) -> None:
        """Ask for a field's text, and keep it where it is another."""
        record, desk = self.thing, self._screen.desk
        if record is None:
            return

        def keep(text: str) -> None:
            value = field.read(text, desk.book(), desk.now())
            if value != field.value(record):
                self._screen.made(self._keep(record, field, value))

        question = say("{group}, {field}", group=record.name, field=field.label())
        await ask_until_taken(self._screen, question, field.hint(), keep, self._typed(record, field))
