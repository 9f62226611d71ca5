"""The Groups screen: all groups under audit, the checks over them, and what is decided for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.audit.audit import Audit
from planner.domain.audit.look import LOOK_LASTS
from planner.domain.audit.words import group_facts
from planner.domain.book import Book, none_words
from planner.domain.fact import Fact
from planner.domain.grammar.fields import Field
from planner.domain.group import Group
from planner.domain.week import Week
from planner.domain.weeks.change import Change, offer_words
from planner.domain.weeks.unread_report import Report
from planner.domain.words import say, sentences
from planner.tui.groups.checks import GroupsChecks
from planner.tui.groups.detail import GroupDetail
from planner.tui.groups.draw_checks import sentence_rows
from planner.tui.groups.draw_detail import all_facts
from planner.tui.groups.draw_room import GroupsRoom, share
from planner.tui.groups.table import GroupsTable
from planner.tui.groups.title import GroupsTitle
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_heading import heading
from planner.tui.widgets.draw_notice import of_change
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.keys import WAYS_BACK, Key, bindings, way_back, where_nothing_is
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.width import room_of

from ..actions.adding_groups import AddingGroups
from ..actions.handing_out import HandingOut
from ..actions.searching import Searching
from ..actions.sheets import Sheets
from ..widgets.screen import PlannerScreen
from .changes import GroupChanges
from .judging import Judging
from .keys import GROUPS_KEYS
from .looking import Looking

if TYPE_CHECKING:
    from planner.tui.widgets.draw_sheet import SheetLook


class GroupsScreen(PlannerScreen):
    """One chosen group, among those that are shown of all."""

    NAME = "groups"
    KEYS = GROUPS_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("groups", (*GROUPS_KEYS, *WAYS_BACK))
    ABOUT = About(
        lambda: say("The groups"),
        lambda: say(
            "Every group you belong to, with what it has brought beside the minutes it takes. A verdict "
            "says what becomes of it, and Enter takes the one that is proposed."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self.looking = Looking(self, self.show_all)
        self._sheets = Sheets(self, self, self._sheet_look, self._keep_field, self._typed_field)
        changes = GroupChanges(self, lambda: self.group, self.looking.choose)
        self.acts = (
            self.looking,
            Searching(self, _search_hint, lambda: self.looking.view.text, self.looking.search),
            Judging(self, self.looking),
            changes,
            AddingGroups(self, changes.added),
            HandingOut(self, lambda: self.looking.weeks),
        )
        self.audit: Audit | None = None
        self.book: Book | None = None
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
        known = (self.desk.stamp(), self.looking.weeks, report.today)
        if known != self._known:
            self._known = known
            self.audit, self.book = self.desk.audit(self.looking.weeks), self.desk.book()
            self._look_again()
        self._masthead(report)
        self.show_all()

    def _look_again(self) -> None:
        if self.audit and self.book:
            self.looking.take(self.audit, tuple(self.book.objectives.values()))

    def _masthead(self, report: Report) -> None:
        group = self.book.group_name(report.timer.group) if report.timer and self.book else ""
        self.query_one(Masthead).show(report, group)

    def show_all(self) -> None:
        """Draw what is looked at."""
        audit = self.audit
        if audit is None:
            return
        self._share_room(audit)
        looking, record = self.looking, self._sheets.thing
        self.query_one(GroupsTitle).show(audit, looking.view, record.name if record else "")
        if record:
            self._sheets.renew()
            return
        room = self._room
        self.query_one(GroupsChecks).show(audit, airy=room.airy if room else False)
        table = self.query_one(GroupsTable)
        table.show(looking.shown, looking.at, looking.view, audit.today, empty=self._empty_words(audit))
        self.query_one(GroupDetail).show(looking.chosen, self._facts())

    def _share_room(self, audit: Audit) -> None:
        width, height = room_of(self.app)
        room = share(height, len(audit.rows), sentence_rows(audit, width), unread=bool(audit.without))
        if room != self._room:
            self._room = room
            self.query_one(GroupsChecks).styles.height = room.checks
            detail = self.query_one(GroupDetail).styles
            detail.height, detail.margin = room.detail, (0, 0, room.spare, 0)

    def _empty_words(self, audit: Audit) -> str:
        """What to say where there are no groups at all; a damaged book is no empty one."""
        if audit.rows or not self.book:
            return ""
        key = self.desk.settings().key("groups.add-groups", "a")
        return none_words(self.book, say("No groups yet. Press {key} to paste your list.", key=key))

    def _facts(self) -> tuple[Fact, ...]:
        row = self.looking.chosen
        return group_facts(row, self.book, self.audit.today) if row and self.book and self.audit else ()

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self.show_all()

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Escape shows all again before it leads away."""
        view = self.looking.view
        nothing = view.all and not self.looking.shown
        table = where_nothing_is(GROUPS_KEYS, "add_groups") if nothing else GROUPS_KEYS
        return (*table, way_back(narrowed=not view.all))

    # The mouse

    @on(GroupsTable.RowClicked)
    async def _row_clicked(self, event: GroupsTable.RowClicked) -> None:
        """A click chooses; a click on the chosen group opens its sheet."""
        self.looking.action_move(event.row - self.looking.at)
        if event.again:
            await self.action_edit()

    @on(GroupsTable.Turned)
    def _turned(self, event: GroupsTable.Turned) -> None:
        """The wheel chooses further on."""
        self.looking.action_move(event.rows)

    @on(GroupsTable.HeadingClicked)
    def _heading_clicked(self, event: GroupsTable.HeadingClicked) -> None:
        self.looking.sort_by_clicked(event.column)

    @on(GroupsTitle.StandingClicked)
    def _standing_clicked(self, event: GroupsTitle.StandingClicked) -> None:
        self.looking.only(event.standing)

    # The sheet, and all of it

    @property
    def group(self) -> Group | None:
        """The group whose sheet is open, though it may no longer be among those shown; else the chosen one."""
        if record := self._sheets.thing:
            group: Group = record
            return group
        return self.looking.chosen.group if self.looking.chosen else None

    async def action_edit(self) -> None:
        """Open the chosen group's sheet in the table's place."""
        if self.group:
            await self._sheets.show(self.group.id)

    def _sheet_look(self, id_: str) -> SheetLook | None:
        from planner.domain.grammar.group_fields import FIELDS, PARTS
        from planner.tui.widgets.draw_sheet import SheetLook

        group = self.book.groups.get(id_) if self.book else None
        return SheetLook(group, self.book, FIELDS, PARTS) if group and self.book else None

    def _keep_field(self, group: Group, field: Field, value: Any) -> Change:
        """What is judged at a look makes it one: the group asks for no other for three months."""
        fields = field.changed(group, value)
        return self.desk.look_at_group(group.id, **fields) if field.judged else self.desk.edit_group(group.id, **fields)

    def _typed_field(self, group: Group, field: Field) -> str:
        typed = field.typed(group)
        if field.name == "next_look" and not typed:
            return (self.desk.now().date() + LOOK_LASTS).isoformat()
        return typed

    def sheet_closed(self, id_: str) -> None:
        self.looking.choose(id_)
        self._look_again()

    def hide_table(self, *, hidden: bool) -> None:
        for part in (GroupsChecks, GroupsTable, GroupDetail):
            self.query_one(part).display = not hidden

    def action_why(self) -> None:
        """Show all there is to know of the chosen group, and the checks in full."""
        from planner.tui.widgets.page_panel import PagePanel

        audit = self.audit
        if audit:
            row, known, marks = self.looking.chosen, self._facts(), self.ink.marks

            def page(width: int, _height: int) -> list[Row]:
                return all_facts(row, known, audit, width, marks)

            title = heading(say("ALL THERE IS TO KNOW"))
            self.app.push_screen(PagePanel(self.ink, title, page, *room_of(self.app)))

    @on(GroupsChecks.WhyAsked)
    def _why_asked(self) -> None:
        """The checks were clicked."""
        self.action_why()

    # The plan that follows

    def made(self, change: Change) -> None:
        """Say what a change did; where this week's plan would be another after it, offer that by a key."""
        super().made(change)
        if offer := offer_words(change):
            said = of_change(change)
            then = sentences(said.then, say("P: {offer}", offer=offer))
            self.tell(said._replace(then=then, offers=True))


def _search_hint() -> str:
    return say("selected read>60 people=0 #objective open due, or part of a name")
