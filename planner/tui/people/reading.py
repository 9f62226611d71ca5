"""Reading a person's page on a screen: the thread of everything that passed, in the table's place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from planner.domain.book import Book
from planner.domain.people.tie_list import TieRow
from planner.domain.person import Person
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink
from planner.tui.widgets.working import named

from ..actions.sheets import TableHolder
from ..widgets.chooser import LONG
from ..widgets.screen import PlannerScreen
from .finding import Finding

if TYPE_CHECKING:
    from planner.domain.people.thread import Thread
    from planner.domain.people.ways import Way
    from planner.tui.widgets.page import Page

#: The keys that add to what passed, by their ids.
_PASSED = ("people.quick-log.meeting", "people.quick-log.contribution")

#: The keys that the page's headings name: those that add to what passed, and those that change what is known.
PageKeys = tuple[list[Hint], list[Hint]]

#: Entries of a thread that are read at first; the others as one scrolls on.
ENTRIES = 60


class PersonReading:
    """Opens the chosen person's page on a screen, in the place of its table."""

    def __init__(self, screen: PlannerScreen, finding: Finding, table: TableHolder) -> None:
        self._screen, self._finding, self._table = screen, finding, table
        self.page: Page | None = None
        self._thread: Thread | None = None
        self._ways: Sequence[Way] = ()
        self._entries = ENTRIES

    @property
    def row(self) -> TieRow | None:
        """The person whose page is open, though they may no longer be among those shown; None where none is."""
        return self._thread.row if self.page and self._thread else None

    async def action_open(self) -> None:
        """Open the chosen person's page."""
        row, screen = self._finding.chosen, self._screen
        if row is None or self.page:
            return
        from planner.tui.widgets.page import Page

        self._read_thread(row.person, ENTRIES)
        self.page = Page(screen.ink, self._drawing())
        self.page.can_focus = False
        with screen.app.batch_update():
            self._table.hide_table(hidden=True)
            await screen.mount(self.page, before=screen.foot)
            screen.tell(Notice())
            self._table.show_all()
        screen.show_keys()

    async def action_close_page(self) -> None:
        """As the key does."""
        await self.close()

    async def close(self) -> None:
        """Back to the table, where the person is the chosen one."""
        page, self.page = self.page, None
        if page and self._thread:
            self._finding.choose(self._thread.row.person.id)
            with self._screen.app.batch_update():
                await page.remove()
                self._table.hide_table(hidden=False)
                self._table.show_all()
            self._screen.show_keys()

    def read_again(self) -> None:
        """Show the page as it is now; it closes where the person is gone."""
        page, read = self.page, self._thread
        if page is None or read is None:
            return
        person = self._screen.desk.book().people.get(read.row.person.id)
        if person is None:
            self._screen.call_next(self.close)
        else:
            self._read_thread(person, self._entries)
            page.show(self._drawing())

    def _read_thread(self, person: Person, entries: int) -> None:
        self._entries = entries
        self._thread = self._screen.desk.thread(person.id, entries)
        self._ways = self._screen.desk.ways_to(person.id)

    def _drawing(self) -> partial[list[Row]]:
        assert self._thread
        screen = self._screen
        keys = named(screen, *_PASSED), named(screen, "people.edit")
        return partial(_drawn, self._thread, self._ways, screen.desk.book(), screen.ink, screen.desk.now().date(), keys)

    def scroll(self, rows: int) -> None:
        """Scroll the page, and read on where it ends."""
        page, read = self.page, self._thread
        if page and read:
            if rows > 0 and page.at_end and read.earlier:
                self._read_thread(read.row.person, 2 * self._entries if rows < LONG else LONG)
                page.show(self._drawing())
            page.action_scroll_rows(rows)

    def action_turn(self, people: int) -> None:
        """The page of another person, as the table has them."""
        if self.page and self._thread:
            self._finding.choose(self._thread.row.person.id)
            self._finding.go(people)
            row = self._finding.chosen
            if row:
                self._read_thread(row.person, ENTRIES)
                self.page.show(self._drawing(), from_top=True)
                self._screen.tell(Notice())
                self._table.show_all()


def _drawn(  # noqa: PLR0917 - a thread in its surroundings
    thread: Thread, ways: Sequence[Way], book: Book, ink: Ink, today: date, keys: PageKeys, width: int, _height: int
) -> list[Row]:
    from planner.tui.people.draw_page import PageLook, person_page

    return person_page(PageLook(thread, ways, book, today, width, ink.marks, *keys))
