"""The People screen: everybody with the tie that the log says there is, and one of them in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.book import none_words
from planner.domain.grammar.fields import Field
from planner.domain.people.tie_list import TieList, TieRow
from planner.domain.person import Person
from planner.domain.unread import without_words
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.words import say
from planner.tui.people.detail import PersonDetail
from planner.tui.people.draw_columns import PeopleLook, people_shape
from planner.tui.people.draw_detail import PersonLook
from planner.tui.people.draw_room import PeopleRoom, share
from planner.tui.people.table import PeopleTable
from planner.tui.people.title import PeopleTitle
from planner.tui.widgets.about import About
from planner.tui.widgets.keys import WAYS_BACK, Key, bindings, way_back, where_nothing_is
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.width import width_of

from ..actions.briefing import Briefing
from ..actions.searching import Searching
from ..actions.sheets import Sheets
from ..widgets.chooser import LONG
from ..widgets.screen import PlannerScreen
from .changes import PersonChanges
from .doubling import Doubling
from .finding import Finding
from .in_touch import KeepingInTouch
from .keys import PAGE_ABOUT, PAGE_KEYS, TABLE_KEYS
from .reading import PersonReading

if TYPE_CHECKING:
    from planner.tui.widgets.draw_sheet import SheetLook


class PeopleScreen(PlannerScreen):
    """One chosen person among those that are shown of all, in the table or on a page of their own."""

    NAME = "people"
    KEYS = TABLE_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("people", (*TABLE_KEYS, *WAYS_BACK, *PAGE_KEYS))
    ABOUT = About(
        lambda: say("The people"),
        lambda: say(
            "Everybody you have met or mean to meet, with how close and how warm the tie is. Ties come "
            "from the log alone: in touch after an exchange, met after a meeting, tied after more."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self.finding = Finding(self, self.show_all)
        self.reading = PersonReading(self, self.finding, self)
        self._doubling = Doubling(self, self.finding, self.show_all)
        self._sheets = Sheets(self, self, self._sheet_look, self._keep_field)
        self._in_touch = KeepingInTouch(self, lambda: self.row)
        self.acts = (
            self.finding,
            Searching(self, _search_hint, lambda: self.finding.wanted.text, self.finding.search),
            self.reading,
            self._doubling,
            PersonChanges(self, lambda: self.person, self.finding.choose),
            self._in_touch,
            self._in_touch.quick_log,
            Briefing(self, lambda: f"@{self.person.id}" if self.person else ""),
        )
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
        if ties is not self.finding.ties:
            self.finding.take(ties)
            self.reading.read_again()
        self._doubling.look()
        self.show_all()

    def show_all(self) -> None:
        """Draw who is looked at."""
        finding, ties = self.finding, self.finding.ties
        if ties is None:
            return
        self._share_room(ties)
        open_ = self.person if self.reading.page or self._sheets.open else None
        title = self.query_one(PeopleTitle)
        title.show(finding.counts, finding.wanted, len(finding.shown), open_, without_words(ties.without))
        self._sheets.renew()
        if open_:
            return
        book = self.desk.book()
        groups = {id_: group.name for id_, group in book.groups.items()}
        shape = people_shape(width_of(self.app), finding.longest)
        look = PeopleLook(shape, finding.order, groups, ties.today)
        nobody = none_words(book, say("Nobody yet. Log a meeting with @name, or press a to add someone."))
        empty = "" if ties.rows else nobody
        self.query_one(PeopleTable).show(
            finding.shown, finding.at, look, doubles=len(self._doubling.doubles), empty=empty
        )
        self.query_one(PersonDetail).show(PersonLook(self.row, book, ties.today) if self.row else None)
        if not ties.rows:
            self.show_keys()

    def _share_room(self, ties: TieList) -> None:
        room = share(self.app.size.height, len(ties.rows))
        if room != self._room:
            self._room = room
            detail = self.query_one(PersonDetail).styles
            detail.height, detail.margin = room.detail, (0, 0, room.spare, 0)
        self.query_one(PeopleTitle).styles.height = 2 if room.airy or ties.without else 1

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self.show_all()

    def hide_table(self, *, hidden: bool) -> None:
        for part in (PeopleTable, PersonDetail):
            self.query_one(part).display = not (hidden or self.reading.page)
        if self.reading.page:
            self.reading.page.display = self._sheets.open is None

    # Who is acted on

    @property
    def row(self) -> TieRow | None:
        """The person whose sheet or page is open, though they may no longer be among those shown; else the chosen
        one."""
        row, record, ties = self.reading.row or self.finding.chosen, self._sheets.thing, self.finding.ties
        return ties.row(record.id) if record and ties and not (row and row.person.id == record.id) else row

    @property
    def person(self) -> Person | None:
        """That person."""
        return self.row.person if self.row else None

    # The sheet

    async def action_edit(self) -> None:
        """Open the chosen person's sheet."""
        if self.person:
            await self._sheets.show(self.person.id)

    def _sheet_look(self, id_: str) -> SheetLook | None:
        from planner.domain.grammar.person_fields import FIELDS, PARTS
        from planner.tui.widgets.draw_sheet import SheetLook

        book = self.desk.book()
        return SheetLook(book.people[id_], book, FIELDS, PARTS) if id_ in book.people else None

    def _keep_field(self, person: Person, field: Field, value: Any) -> Change:
        return self.desk.edit_person(person.id, **field.changed(person, value))

    def sheet_closed(self, id_: str) -> None:
        self.finding.choose(id_)
        self.reading.read_again()

    # Keys

    @property
    def about(self) -> About:
        """What the page that is open is for, or the table."""
        return PAGE_ABOUT if self.reading.page else self.ABOUT

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Those of the page that is open, or of the table."""
        if self.reading.page:
            return PAGE_KEYS
        nobody = self.finding.ties is not None and not self.finding.ties.rows
        table = where_nothing_is(TABLE_KEYS, "add", "show('companies')") if nobody else TABLE_KEYS
        return (*table, way_back(narrowed=self.finding.narrowed))

    async def take_paste(self, text: str) -> None:
        """What is pasted is a line to log."""
        if not await self._in_touch.quick_log.take_paste(text):
            await super().take_paste(text)

    def action_move(self, rows: int) -> None:
        """Go so many people down, or rows on the page."""
        self.reading.scroll(rows) if self.reading.page else self.finding.go(rows)

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        part = self.reading.page or self.query_one(PeopleTable)
        self.action_move(pages * max(1, part.size.height - 2))

    def action_end(self, row: int) -> None:
        """To the first (0) or the last (-1)."""
        self.action_move(LONG if row else -LONG)

    # The mouse

    @on(PeopleTable.RowClicked)
    async def _row_clicked(self, event: PeopleTable.RowClicked) -> None:
        """A click chooses; a click on the chosen person opens their page."""
        self.finding.go(event.row - self.finding.at)
        if event.again:
            await self.reading.action_open()

    @on(PeopleTable.Turned)
    def _turned(self, event: PeopleTable.Turned) -> None:
        """The wheel chooses further on."""
        self.finding.go(event.rows)

    @on(PeopleTable.HeadingClicked)
    def _heading_clicked(self, event: PeopleTable.HeadingClicked) -> None:
        self.finding.sort_by_clicked(event.column)

    @on(PeopleTitle.StageClicked)
    def _stage_clicked(self, event: PeopleTitle.StageClicked) -> None:
        self.finding.only(event.stage)


def _search_hint() -> str:
    return say("a name, a company, a place, a word of a note")
