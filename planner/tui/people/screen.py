"""The People screen: everybody with the tie that the log says there is, and one of them in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.book import none_words
from planner.domain.people.tie_list import TieFilter, TieList, TieRow
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.people.detail import PersonDetail
from planner.tui.people.draw_columns import PeopleLook, people_shape
from planner.tui.people.draw_detail import PersonLook
from planner.tui.people.draw_room import PeopleRoom, share
from planner.tui.people.table import PeopleTable
from planner.tui.people.title import PeopleTitle
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.keys import Key, bindings
from planner.tui.widgets.masthead import Masthead

from .changes import PersonChanges
from .doubling import Doubling
from .in_touch import KeepingInTouch
from .keys import PAGE_KEYS, TABLE_KEYS
from .reading import LONG, PersonReading


class PeopleScreen(PersonReading, Doubling, PersonChanges, KeepingInTouch):
    """One chosen person among those that are shown of all, in the table or on a page of their own."""

    NAME = "people"
    KEYS = TABLE_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings((*TABLE_KEYS, *PAGE_KEYS))  # type: ignore[assignment]

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._opened = False
        self._room: PeopleRoom | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield PeopleTitle(self.ink)
        yield PeopleTable(self.ink)
        yield PersonDetail(self.ink)

    # Showing

    def refreshed(self) -> None:
        """Ask for this week's report, for the clock and the timer; and for the ties, where they are others now.

        The frame is painted before the ties are read for the first time: ten years of log may stand behind them.
        """
        report = self.desk.report()
        group = self.desk.book().group_name(report.timer.group) if report.timer else ""
        self.query_one(Masthead).show(report, group)
        if not self._opened:
            self._opened = True
            self.call_after_refresh(self.attempt, self._fill)
        else:
            self._fill()

    def _fill(self) -> None:
        ties = self.desk.ties()
        if ties is not self.ties:
            self.take(ties)
            self.read_again()
        self.look_for_doubles()
        self.show_people()

    def show_all(self) -> None:
        self.show_people()

    def show_people(self) -> None:
        ties = self.ties
        if ties is None:
            return
        self._share_room(ties)
        open_ = self.person if self.page or self.sheet else None
        title = self.query_one(PeopleTitle)
        title.show(self.counts, self.wanted, len(self.shown), open_)
        if self.sheet:
            self.show_sheet(self.sheet)
        if open_:
            return
        book = self.desk.book()
        groups = {id_: group.name for id_, group in book.groups.items()}
        shape = people_shape(self.app.size.width, self.longest)
        look = PeopleLook(shape, self.order, groups, ties.today)
        nobody = none_words(book, say("Nobody yet. Log a meeting with @name, or press a to add someone."))
        empty = "" if ties.rows else nobody
        self.query_one(PeopleTable).show(self.shown, self.at, look, doubles=len(self.doubles), empty=empty)
        self.query_one(PersonDetail).show(PersonLook(self.row, book, ties.today) if self.row else None)

    def _share_room(self, ties: TieList) -> None:
        room = share(self.app.size.height, len(ties.rows))
        if room != self._room:
            self._room = room
            self.query_one(PersonDetail).styles.height = room.detail
            self.query_one(PeopleTitle).styles.height = 2 if room.airy else 1

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self.show_people()

    def hide_table(self, *, hidden: bool) -> None:
        for part in (PeopleTable, PersonDetail):
            self.query_one(part).display = not (hidden or self.page)
        if self.page:
            self.page.display = self.sheet is None

    @property
    def row(self) -> TieRow | None:
        """The person whose sheet is open, though they may no longer be among those shown; else the chosen one."""
        row = super().row
        if self.sheet and self.ties and not (row and row.person.id == self.sheet.thing.id):
            return self.ties.row(self.sheet.thing.id)
        return row

    def sheet_closed(self, id_: str) -> None:
        self.choose(id_)
        self.read_again()

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Those of the page that is open, or of the table."""
        return PAGE_KEYS if self.page else TABLE_KEYS

    async def on_table_row_clicked(self, event: PeopleTable.RowClicked) -> None:
        """A click chooses; a click on the chosen person opens their page."""
        self.go(event.row - self.at)
        if event.again:
            await self.action_open()

    def action_move(self, rows: int) -> None:
        """Go so many people down, or rows on the page."""
        self.scroll(rows) if self.page else self.go(rows)

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        part = self.page or self.query_one(PeopleTable)
        self.action_move(pages * max(1, part.size.height - 2))

    def action_end(self, row: int) -> None:
        """To the first (0) or the last (-1)."""
        self.action_move(LONG if row else -LONG)

    def action_growth(self) -> None:
        """Show how the network grew."""
        from planner.tui.people.draw_growth import growth_rows
        from planner.tui.widgets.told import Told

        found, book, marks = self.desk.growth(), self.desk.book(), self.ink.marks

        def page(width: int, _height: int) -> list[Row]:
            return growth_rows(found, book, width, marks)

        self.app.push_screen(Told(self.ink, page, *self.app.size))

    async def action_back(self) -> None:
        """Close the page; show all again; where all is shown, back to the week."""
        if self.page:
            await self.close_page()
        elif self.wanted != TieFilter():
            self.narrow(TieFilter())
        else:
            self.planner.show("week")
