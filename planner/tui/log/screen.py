"""The Log screen: all entries, newest first, to be looked through, searched, changed and removed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.texts import search_words
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from planner.domain.weeks.logbook import has_words
from planner.domain.weeks.report import WeekReport
from planner.domain.words import say
from planner.tui.log.draw_list import LogLook
from planner.tui.log.draw_title import Shown, log_title
from planner.tui.log.list import LogList
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.draw_row import Row, literal
from planner.tui.widgets.keys import bindings
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.search_line import SearchLine

from ..actions.following import Following
from ..actions.settling import ask_what_to_keep
from .keys import LOG_KEYS
from .line_editing import LineEditing
from .window import LogWindow

KINDS = (None, *Kind)

#: Rows of the screen from which the title stands apart from the list.
AIRY_FROM = 30


class LogScreen(LineEditing):
    """One chosen entry, in the part of the log that is loaded around it."""

    NAME = "log"
    KEYS = LOG_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(LOG_KEYS)  # type: ignore[assignment]

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._following = Following(self)
        self._shown = Shown()
        self._group = ""  # the id of the only group shown
        self._chosen: Entry | None = None
        self._at = 0  # its row in the window
        self._known: object = None  # what the window was loaded from
        self._report: WeekReport | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield LinePicture(self.ink, Row(), id="title")
        yield LogList(self.ink)

    # Showing

    def refreshed(self) -> None:
        """Ask for this week's report, for the clock and the timer; and for the log, where it is another now."""
        self._report = self.desk.report()
        known = (self.desk.stamp(), self._shown, self._group)
        if known != self._known:
            self._known = known
            self._book = self.desk.book()
            if self.asked_week:
                self._chosen, self.asked_week = self._last_of(self.asked_week), None
            self._load(self._chosen.week if self._chosen else self._report.week)
        self._show()

    def _last_of(self, week: Week) -> Entry | None:
        entries = self.desk.entries(LogFilter(since=week.monday, until=week.sunday))
        return max(entries, key=lambda entry: entry.start, default=None)

    def week_in_front(self) -> Week | None:
        """The chosen entry's week."""
        return self._chosen.week if self._chosen and self._chosen.week != Week.of(self.desk.now()) else None

    def _load(self, week: Week) -> None:
        """Load the log around a week; the chosen entry stays chosen, or the one before it is."""
        this = Week.of(self.desk.now())
        newest = max((entry.week for entry in self.desk.entries(LogFilter(since=this.monday))), default=this)
        oldest = next((entry.week for entry in self.desk.entries(LogFilter())), this)
        self._words = search_words(self._shown.text)
        self._window = LogWindow(self._ask, newest, oldest)
        self._window.around(week)
        self._place()
        self._fill()

    def _ask(self, since: date, until: date) -> Iterable[Entry]:
        wanted = LogFilter(since, until, self._group, self._shown.kind)
        entries = self.desk.entries(wanted)
        return [entry for entry in entries if has_words(entry, self._words, self._book)] if self._words else entries

    def _place(self) -> None:
        """Find the chosen entry's row; where it is gone the entry before it is chosen, else the oldest there is."""
        rows = [(n, item) for n, item in enumerate(self._window.items) if isinstance(item, Entry)]
        if not rows:
            self._at = 0
            return
        chosen = self._chosen or rows[0][1]
        same = (row for row in rows if row[1].id == chosen.id)
        before = (row for row in rows if row[1].start <= chosen.start)
        self._at, self._chosen = next(same, None) or next(before, rows[-1])

    def _fill(self) -> None:
        """Load until there is a screenful on both sides of the chosen row; a slice at a time, so that keys come
        between."""
        height = max(self.app.size.height, 1)
        loaded = False
        if len(self._window.items) - self._at <= 2 * height:
            loaded = self._window.older()
        if self._at < height:
            loaded = self._window.newer() or loaded
        if loaded:
            self._place()
            self.call_later(self._fill_and_show)

    def _fill_and_show(self) -> None:
        self._fill()
        self._show()

    def _show(self) -> None:
        report = self._report
        if report is None:
            return
        book = self._book
        timer_group = book.group_name(report.timer.group) if report.timer else ""
        week = self._chosen.week if self._chosen else report.week
        self.query_one(Masthead).show(report._replace(week=week), timer_group)
        title = self.query_one("#title", LinePicture)
        title.show(log_title(self._shown, self.app.size.width, self.ink.marks))
        title.styles.height = 2 if self.app.size.height >= AIRY_FROM else 1
        names = {id_: known.name for kept in (book.groups, book.people) for id_, known in kept.items()}
        longest = max((cell_len(literal(group.name)) for group in book.groups.values()), default=0)
        look = LogLook(names, longest, report.today)
        self.query_one(LogList).show(self._window.items, self._at, look, self._empty())

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self._show()

    def _empty(self) -> str:
        if not self._shown.all:
            return say("Nothing found. Escape shows all again.")
        return say("Nothing logged yet. On the week, c, m or w logs something.")

    # Choosing

    @property
    def chosen(self) -> Entry | None:
        """The chosen entry, if there is any in sight."""
        return self._chosen if self._window.items else None

    def action_move(self, entries: int) -> None:
        """Go so many entries down."""
        items, at, step = self._window.items, self._at, 1 if entries > 0 else -1
        for _ in range(abs(entries)):
            row = next((n for n in self._rows(at + step, step) if isinstance(items[n], Entry)), at)
            at = row
        self._choose(at)

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        page = max(1, self.query_one(LogList).size.height - 2)
        items = self._window.items
        at = min(max(self._at + pages * page, 0), len(items) - 1)
        step = 1 if pages < 0 else -1
        rows = [*self._rows(at, step), *self._rows(at, -step)] if items else []
        self._choose(next((n for n in rows if isinstance(items[n], Entry)), self._at))

    def _rows(self, at: int, step: int) -> range:
        return range(at, len(self._window.items) if step > 0 else -1, step)

    def _choose(self, row: int) -> None:
        item = self._window.items[row] if row < len(self._window.items) else None
        if isinstance(item, Entry):
            self._at, self._chosen = row, item
            self._fill()
            self._show()

    def action_newest(self) -> None:
        """To the newest entry."""
        self._chosen = None
        self._load(Week.of(self.desk.now()))
        self._show()

    def action_oldest(self) -> None:
        """To the oldest entry."""
        oldest = next(iter(self.desk.entries(LogFilter(group=self._group, kind=self._shown.kind))), None)
        if oldest:
            self._chosen = oldest
            self._load(oldest.week)
            self._show()

    async def on_log_list_entry_clicked(self, event: LogList.EntryClicked) -> None:
        """A click chooses; a click on the chosen entry changes it."""
        self._chosen = event.entry
        self._place()
        self._show()
        if event.again:
            await self.action_edit()

    def on_table_turned(self, event: LogList.Turned) -> None:
        """The wheel chooses further on."""
        self.action_move(event.rows)

    # Narrowing

    def action_kind(self) -> None:
        """Only one kind, the next one, all again."""
        self._narrow(self._shown._replace(kind=KINDS[(KINDS.index(self._shown.kind) + 1) % len(KINDS)]))

    def action_group(self, number: int) -> None:
        """Only one group, by its number on the Week screen; the same again: all of them."""
        lines = self._report.lines if self._report else ()
        if number >= len(lines):
            self.tell(of_problem(say("There is no group {n} here.", n=number + 1)))
            return
        group = lines[number].group
        self._group = "" if self._group == group.id else group.id
        self._narrow(self._shown._replace(group=group.name if self._group else ""))

    def _narrow(self, shown: Shown) -> None:
        self._shown = shown
        self.tell(Notice())
        self.renew()

    async def action_search(self) -> None:
        """Open the search line."""
        await self.foot.open(SearchLine(self.ink, self._shown.text, say("a note, a group, a person")))

    def on_search_line_typed(self, event: SearchLine.Typed) -> None:
        """Search as one types, from the newest on."""
        self._chosen = None
        self._narrow(self._shown._replace(text=" ".join(event.text.split())))

    def on_search_line_taken(self) -> None:
        """Keep what was found, and go on in the list."""
        self.foot.close()

    def on_search_line_cleared(self) -> None:
        """Show all again."""
        self.foot.close()
        self._narrow(self._shown._replace(text=""))

    def action_back(self) -> None:
        """Show all again; where all is shown, back to the week."""
        if self._shown.all:
            self.planner.show("week")
        else:
            self._group = ""
            self._narrow(Shown())

    # Changing

    async def action_edit(self) -> None:
        """Change the chosen entry; settle it where nobody has confirmed it."""
        if self.chosen is None:
            return
        if self.chosen.confirmed:
            await self.edit(self.chosen)
        else:
            await ask_what_to_keep(self, self.chosen)

    def changed(self, entry: Entry) -> None:
        """Follow the entry to where it stands now."""
        self._chosen = entry
        self._load(entry.week)
        self._show()

    def action_remove(self) -> None:
        """Remove the chosen entry; one key brings it back."""
        entry = self.chosen
        if entry:
            self.change(lambda: self.desk.remove_entry(entry.id))

    async def action_next_step(self) -> None:
        """Ask what comes next with whom the chosen entry was, the first of them."""
        known = self._book.people
        person = next((id_ for id_ in self.chosen.people if id_ in known), None) if self.chosen else None
        if person:
            await self._following.ask_step(person)
        else:
            self.tell(Notice(say("The entry names nobody; enter adds @name to it."), role="accent"))
