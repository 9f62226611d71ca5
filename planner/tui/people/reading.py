"""Reading a person's page on a screen: the thread of everything that passed, in the table's place."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from planner.domain.book import Book
from planner.domain.people.tie_list import TieRow
from planner.domain.person import Person
from planner.domain.week import Week
from planner.tui.widgets.draw_notice import Notice
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.ink import Ink

from .finding import Finding

if TYPE_CHECKING:
    from planner.domain.people.thread import Thread
    from planner.tui.widgets.page import Page

#: Entries of a thread that are read at first; the others as one scrolls on.
ENTRIES = 60


class PersonReading(Finding):
    """A screen on which the chosen person's page can be opened."""

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._page: Page | None = None
        self._thread: Thread | None = None
        self._entries = ENTRIES

    @property
    def row(self) -> TieRow | None:
        """The person whose page is open, though they may no longer be among those shown; else the chosen one."""
        return self._thread.row if self._page and self._thread else super().row

    @property
    def page(self) -> Page | None:
        """The open page."""
        return self._page

    def hide_table(self, *, hidden: bool) -> None:
        """Make room for what stands in the table's place."""
        raise NotImplementedError

    async def action_open(self) -> None:
        """Open the chosen person's page."""
        person = self.person
        if person is None or self._page:
            return
        from planner.tui.widgets.page import Page

        self._read_thread(person, ENTRIES)
        self._page = Page(self.ink, self._drawing())
        self._page.can_focus = False
        with self.app.batch_update():
            self.hide_table(hidden=True)
            await self.mount(self._page, before=self.foot)
            self.tell(Notice())
            self.show_people()
        self.show_keys()

    async def close_page(self) -> None:
        """Back to the table, where the person is the chosen one."""
        page, self._page = self._page, None
        if page and self._thread:
            self.choose(self._thread.row.person.id)
            with self.app.batch_update():
                await page.remove()
                self.hide_table(hidden=False)
                self.show_people()
            self.show_keys()

    def read_again(self) -> None:
        """Show the page as it is now; it closes where the person is gone."""
        page, read = self._page, self._thread
        if page is None or read is None:
            return
        person = self.desk.book().people.get(read.row.person.id)
        if person is None:
            self.call_next(self.close_page)
        else:
            self._read_thread(person, self._entries)
            page.show(self._drawing())

    def _read_thread(self, person: Person, entries: int) -> None:
        self._entries = entries
        self._thread = self.desk.thread(person.id, entries)

    def _drawing(self) -> partial[list[Row]]:
        assert self._thread
        return partial(_drawn, self._thread, self.desk.book(), self.ink, self.desk.now().date())

    def scroll(self, rows: int) -> None:
        """Scroll the page, and read on where it ends."""
        page, read = self._page, self._thread
        if page and read:
            if rows > 0 and page.at_end and read.earlier:
                self._read_thread(read.row.person, 2 * self._entries if rows < LONG else LONG)
                page.show(self._drawing())
            page.action_scroll_rows(rows)

    def action_turn(self, people: int) -> None:
        """The page of another person, as the table has them."""
        if self._page and self._thread:
            self.choose(self._thread.row.person.id)
            self.go(people)
            row = Finding.row.fget(self)  # type: ignore[attr-defined]
            if row:
                self._read_thread(row.person, ENTRIES)
                self._page.show(self._drawing(), from_top=True)
                self.tell(Notice())
                self.show_people()


#: More rows than any thread has.
LONG = 100_000


def _drawn(thread: Thread, book: Book, ink: Ink, today: date, width: int, _height: int) -> list[Row]:
    from planner.tui.people.draw_page import PageLook, person_page

    return person_page(PageLook(thread, book, today, width, ink.marks))
