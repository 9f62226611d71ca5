"""The Groups screen: all groups under audit, the checks over them, and what is decided for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.audit.audit import Audit
from planner.domain.audit.words import told
from planner.domain.book import none_words
from planner.domain.group import Group
from planner.domain.told import Told
from planner.domain.week import Week
from planner.domain.weeks.report import WeekReport
from planner.domain.words import say
from planner.tui.groups.checks import GroupsChecks
from planner.tui.groups.detail import GroupDetail
from planner.tui.groups.draw_checks import sentence_rows
from planner.tui.groups.draw_detail import all_told
from planner.tui.groups.draw_room import GroupsRoom, share
from planner.tui.groups.table import GroupsTable
from planner.tui.groups.title import GroupsTitle
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.keys import bindings
from planner.tui.widgets.masthead import Masthead

from ..actions.sheets import Sheets
from .changes import GroupChanges
from .judging import Judging
from .keys import GROUPS_KEYS
from .looking import Looking

if TYPE_CHECKING:
    from planner.tui.widgets.draw_sheet import SheetLook


class GroupsScreen(Sheets, Looking, GroupChanges, Judging):
    """One chosen group, among those that are shown of all."""

    NAME = "groups"
    KEYS = GROUPS_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(GROUPS_KEYS)  # type: ignore[assignment]

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._known: object = None  # what the audit was made from
        self._room: GroupsRoom | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield GroupsTitle(self.ink)
        yield GroupsChecks(self.ink)
        yield GroupsTable(self.ink)
        yield GroupDetail(self.ink)

    # Showing

    def refreshed(self) -> None:
        """Ask for this week's report, for the clock and the timer; and for the audit, where it is another now."""
        report = self.desk.report()
        known = (self.desk.stamp(), self.weeks, report.today)
        if known != self._known:
            self._known = known
            self.audit, self.book = self.desk.audit(self.weeks), self.desk.book()
            self.look_again()
        self._masthead(report)
        self.show_groups()

    def _masthead(self, report: WeekReport) -> None:
        group = self.book.group_name(report.timer.group) if report.timer and self.book else ""
        self.query_one(Masthead).show(report, group)

    def show_groups(self) -> None:
        audit = self.audit
        if audit is None:
            return
        self._share_room(audit)
        self.query_one(GroupsTitle).show(audit, self.view, self.sheet.thing.name if self.sheet else "")
        if self.sheet:
            self.show_sheet(self.sheet)
            return
        room = self._room
        self.query_one(GroupsChecks).show(audit, airy=room.airy if room else False)
        table = self.query_one(GroupsTable)
        table.show(self.shown, self.at, self.view, audit.today, empty=self._empty_words(audit))
        self.query_one(GroupDetail).show(self.judged, self._told())

    def _share_room(self, audit: Audit) -> None:
        width, height = self.app.size
        room = share(height, len(audit.rows), sentence_rows(audit, width))
        if room != self._room:
            self._room = room
            self.query_one(GroupsChecks).styles.height = room.checks
            self.query_one(GroupDetail).styles.height = room.detail

    def _empty_words(self, audit: Audit) -> str:
        """What to say where there are no groups at all; a damaged book is no empty one."""
        if audit.rows or not self.book:
            return ""
        return none_words(self.book, say("No groups yet. Press a to paste your list."))

    def _told(self) -> tuple[Told, ...]:
        row = self.judged
        return told(row, self.book, self.audit.today) if row and self.book and self.audit else ()

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self.show_groups()

    async def on_table_row_clicked(self, event: GroupsTable.RowClicked) -> None:
        """A click chooses; a click on the chosen group opens its sheet."""
        self.action_move(event.row - self.at)
        if event.again:
            await self.action_edit()

    # The sheet, and all of it

    @property
    def group(self) -> Group | None:
        """The group whose sheet is open, though it may no longer be among those shown; else the chosen one."""
        return self.sheet.thing if self.sheet else super().group

    async def action_edit(self) -> None:
        """Open the chosen group's sheet in the table's place."""
        if self.group:
            await self.open_sheet(self.group.id)

    def sheet_look(self, id_: str) -> SheetLook | None:
        from planner.domain.grammar.group_fields import FIELDS, PARTS
        from planner.tui.widgets.draw_sheet import SheetLook

        group = self.book.groups.get(id_) if self.book else None
        return SheetLook(group, self.book, FIELDS, PARTS) if group and self.book else None

    def sheet_closed(self, id_: str) -> None:
        self.choose(id_)
        self.look_again()

    def show_all(self) -> None:
        self.show_groups()

    def hide_table(self, *, hidden: bool) -> None:
        for part in (GroupsChecks, GroupsTable, GroupDetail):
            self.query_one(part).display = not hidden

    def action_why(self) -> None:
        """Show all there is to know of the chosen group, and the checks in full."""
        from planner.tui.widgets.told import Told as ToldPanel

        audit = self.audit
        if audit:
            row, known, marks = self.judged, self._told(), self.ink.marks

            def page(width: int, _height: int) -> list[Row]:
                return all_told(row, known, audit, width, marks)

            self.app.push_screen(ToldPanel(self.ink, page, *self.app.size))

    def on_groups_checks_why_asked(self) -> None:
        """The checks were clicked."""
        self.action_why()
