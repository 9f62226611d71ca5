"""The Companies screen: what people and pages tell of companies, and the ways in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.book import none_words
from planner.domain.people.companies import Company, searched
from planner.domain.week import Week
from planner.domain.words import say
from planner.tui.companies.draw_companies import CompanyLook, company_page
from planner.tui.companies.table import CompaniesTable, CompaniesTitle, CompanyDetail
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_notice import Notice, notice_height
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.keys import WAYS_BACK, Key, bindings, way_back, where_nothing_is
from planner.tui.widgets.masthead import Masthead

from ..actions.asking import ask_until_taken
from ..actions.browsing import browse
from ..actions.searching import Searching
from ..widgets.chooser import LONG, Chooser
from ..widgets.screen import PlannerScreen
from .keys import PAGE_ABOUT, PAGE_KEYS, TABLE_KEYS

if TYPE_CHECKING:
    from planner.tui.widgets.page import Page

#: Rows that the chosen company takes in words, by the height of the screen.
DETAIL, SMALL_DETAIL, SMALL_BELOW = 7, 5, 30
#: Rows beside those of companies and notices: the masthead and its rule, the title, the footer, a heading and a foot.
FRAME = 6


def companies_chooser() -> Chooser[Sequence[Company], Company, str]:
    """All that people work at or have a page, one of them chosen."""
    return Chooser("", searched, lambda company: company.key)


class CompaniesScreen(PlannerScreen):
    """One chosen company among those that are found of all, in the table or on a page of its own."""

    NAME = "companies"
    KEYS = TABLE_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("companies", (*TABLE_KEYS, *WAYS_BACK, *PAGE_KEYS))
    ABOUT = About(
        lambda: say("The companies"),
        lambda: say(
            "Where the people you know work, and the company pages among your groups. Each tells whom "
            "you know there, and who could introduce you."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self.chooser = self.planner.kept(companies_chooser)
        self.chooser.clear()
        self.acts = (Searching(self, lambda: say("a company’s name"), lambda: self.chooser.view, self._search),)
        self._all: Sequence[Company] | None = None
        self._alike: dict[str, str] = {}
        self._page: Page | None = None
        self._look: CompanyLook | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield CompaniesTitle(self.ink)
        yield CompaniesTable(self.ink)
        yield CompanyDetail(self.ink)

    # Showing

    def refreshed(self) -> None:
        """Ask for the clock's report, and for the companies where they are others now; the frame is painted first."""
        report = self.desk.report()
        group = self.desk.book().group_name(report.timer.group) if report.timer else ""
        self.query_one(Masthead).show(report, group)
        if self._all is None:
            self.call_after_refresh(self.attempt, self._fill)
        else:
            self._fill()

    def _fill(self) -> None:
        self._look = None
        some = tuple(each for each in self.desk.companies() if each.rows or each.page)
        if some != self._all:
            self._all = some
            pairs = self.desk.alike_companies()
            self._alike = {other.key: one.name for one, other in pairs} | {one.key: other.name for one, other in pairs}
            self.chooser.take(some)
        self.show_all()

    def show_all(self) -> None:
        """Draw what is looked at."""
        if self._all is None:
            return
        chooser = self.chooser
        self.query_one(CompaniesTitle).show(self._all, len(chooser.rows), chooser.view)
        self._share_room(len(self._all))
        if self._page:
            self._page.show(self._drawn)
            return
        none = say("No company yet. A person’s company, or a company page among your groups, stands here.")
        empty = none_words(self.desk.book(), none) if not self._all else say("Nothing found. Escape shows all again.")
        self.query_one(CompaniesTable).show(chooser.rows, chooser.at, empty)
        if not self._all:
            self.show_keys()
        self.query_one(CompanyDetail).show(self.look)

    def _share_room(self, companies: int) -> None:
        """The chosen company stands close to the table, however tall the terminal."""
        height = self.app.size.height
        room = (SMALL_DETAIL if height < SMALL_BELOW else DETAIL) if companies else 0
        spare = max(0, height - FRAME - notice_height(height) - companies - room) if companies else 0
        detail = self.query_one(CompanyDetail).styles
        detail.height, detail.margin = room, (0, 0, spare, 0)

    @property
    def look(self) -> CompanyLook | None:
        """The chosen company with the ways in, if any is in sight."""
        company = self.chooser.chosen
        if company is None or (self._look and self._look.company is company):
            return self._look if company else None
        self._look = self._look_at(company)
        return self._look

    def _look_at(self, company: Company) -> CompanyLook:
        ways = self.desk.ways_into(company)
        return CompanyLook(company, ways, self._alike.get(company.key, ""), self.desk.now().date())

    def _drawn(self, width: int, _height: int) -> list[Row]:
        return company_page(self.look, width, self.ink.marks) if self.look else []

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self.show_all()

    # Choosing

    def _search(self, text: str, from_top: bool) -> None:
        self.chooser.look(text, from_top=from_top)
        self.tell(Notice())
        self.show_keys()
        self.show_all()

    def action_show_all(self) -> None:
        """All of them again."""
        self._search("", False)

    def action_move(self, rows: int) -> None:
        """Go so many companies down, or rows on the page."""
        if self._page:
            self._page.action_scroll_rows(rows)
        else:
            self.chooser.move(rows)
            self.show_all()

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        part = self._page or self.query_one(CompaniesTable)
        self.action_move(pages * max(1, part.size.height - 2))

    def action_end(self, row: int) -> None:
        """To the first (0) or the last (-1)."""
        self.action_move(LONG if row else -LONG)

    @property
    def about(self) -> About:
        """What the page that is open is for, or the table."""
        return PAGE_ABOUT if self._page else self.ABOUT

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Those of the page that is open, or of the table."""
        if self._page:
            return PAGE_KEYS
        nothing = self._all is not None and not self._all
        table = where_nothing_is(TABLE_KEYS, "show('people')") if nothing else TABLE_KEYS
        return (*table, way_back(narrowed=bool(self.chooser.view)))

    # The page

    async def action_open(self) -> None:
        """Open the chosen company's page."""
        if self._page or self.chooser.chosen is None:
            return
        from planner.tui.widgets.page import Page

        self._page = Page(self.ink, self._drawn)
        self._page.can_focus = False
        with self.app.batch_update():
            self._hide_table(hidden=True)
            await self.mount(self._page, before=self.foot)
            self.tell(Notice())
        self.show_keys()

    async def action_close_page(self) -> None:
        """Back to the table."""
        page, self._page = self._page, None
        if page:
            with self.app.batch_update():
                await page.remove()
                self._hide_table(hidden=False)
                self.show_all()
            self.show_keys()

    def _hide_table(self, *, hidden: bool) -> None:
        for part in (CompaniesTable, CompanyDetail):
            self.query_one(part).display = not hidden

    def action_turn(self, companies: int) -> None:
        """The page of another company, as the table has them."""
        if self._page:
            self.chooser.move(companies)
            self._page.show(self._drawn, from_top=True)

    # What is done

    async def action_join(self) -> None:
        """Ask which spelling stays, and join the chosen company into it; one key takes it back."""
        gone = self.chooser.chosen
        if gone is None:
            return

        def join(name: str) -> None:
            if name:
                stays = self.desk.company(name)
                change = self.desk.join_companies(stays.name, gone.name)
                self.chooser.choose(stays.key)
                self.made(change)

        question = say("Join {company} into", company=gone.name)
        hint = say("the spelling that stays")
        await ask_until_taken(self, question, hint, join, self._alike.get(gone.key, ""))

    def action_browse(self) -> None:
        """Open the chosen company's page in the browser, if it has one."""
        company = self.chooser.chosen
        if company:
            browse(self, company.name, company.page.address if company.page else "")

    # The mouse

    @on(CompaniesTable.RowClicked)
    async def _row_clicked(self, event: CompaniesTable.RowClicked) -> None:
        """A click chooses; a click on the chosen one opens its page."""
        self.chooser.go(event.row)
        self.show_all()
        if event.again:
            await self.action_open()

    @on(CompaniesTable.Turned)
    def _turned(self, event: CompaniesTable.Turned) -> None:
        """The wheel chooses further on."""
        self.action_move(event.rows)
