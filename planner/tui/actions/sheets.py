"""A sheet on a screen: all fields of the chosen group or person, in the table's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.week import Week
from planner.tui.widgets.draw_notice import Notice

from ..widgets.screen import PlannerScreen

if TYPE_CHECKING:
    from planner.tui.widgets.draw_sheet import SheetLook
    from planner.tui.widgets.sheet import Sheet


class Sheets(PlannerScreen):
    """A screen on which a sheet can be opened; while it is open, the keys are its own."""

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self.sheet: Sheet | None = None

    def sheet_look(self, id_: str) -> SheetLook | None:
        """What the sheet of a group or a person shows; None where there is none of that id."""
        raise NotImplementedError

    def hide_table(self, *, hidden: bool) -> None:
        """Make room for what stands in the table's place, or show the table again."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Draw what the screen is about."""
        raise NotImplementedError

    async def open_sheet(self, id_: str) -> None:
        """Open the sheet of a group or a person."""
        look = self.sheet_look(id_)
        if look is None or self.sheet:
            return
        from planner.tui.widgets.sheet import Sheet

        self.sheet = Sheet(self.ink, look)
        with self.app.batch_update():
            self.hide_table(hidden=True)
            await self.mount(self.sheet, before=self.foot)
            self.planner.hand_keys_to(self.sheet)
            self.tell(Notice())
            self.show_all()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what is in it now; it closes where that was undone, or removed elsewhere."""
        look = self.sheet_look(sheet.thing.id)
        if look is None:
            self.call_next(self.on_sheet_left)
        else:
            sheet.show(look)

    async def on_sheet_left(self) -> None:
        """Close the sheet."""
        sheet, self.sheet = self.sheet, None
        if sheet:
            self.sheet_closed(sheet.thing.id)
            with self.app.batch_update():
                await sheet.remove()
                self.hide_table(hidden=False)
                self.show_all()

    def sheet_closed(self, id_: str) -> None:
        """The sheet of a group or a person was closed."""
