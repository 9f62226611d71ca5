"""The Log screen: all entries, newest first, to be looked through, searched, changed and removed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.book import Book
from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.texts import search_words
from planner.domain.unread import without_words
from planner.domain.value import NamedTuple
from planner.domain.week import Week
from planner.domain.weeks.log_filter import LogFilter
from planner.domain.weeks.logbook import has_words
from planner.domain.weeks.unread_report import Report
from planner.domain.words import say
from planner.tui.actions.what_next import WhatNext
from planner.tui.log.draw_list import Item, LogLook, cut_words
from planner.tui.log.draw_title import Shown, log_title
from planner.tui.log.list import LogList
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.draw_row import Row, literal
from planner.tui.widgets.keys import WAYS_BACK, Key, bindings, way_back, where_nothing_is
from planner.tui.widgets.line import LinePicture
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.width import width_of
from planner.tui.widgets.working import named

from ..actions.echoing import Echoing
from ..actions.searching import Searching
from ..actions.settling import ask_what_to_keep
from ..widgets.chooser import Chooser
from ..widgets.screen import PlannerScreen
from .keys import LOG_KEYS
from .line_editing import LineEditing
from .window import LogWindow

KINDS = (None, *Kind)

#: The keys that narrow the log, by their ids.
_NARROW = ("log.kind", "log.search")

#: Rows of the screen from which the title stands apart from the list.
AIRY_FROM = 30


class LogView(NamedTuple):
    """What of the log is shown, and the id of the only group that is."""

    shown: Shown = Shown()
    group: str = ""


def log_chooser() -> Chooser[list[Item], Item, LogView]:
    """The log's entries among their headings; for one that is gone the one before it stands in."""
    return Chooser(
        LogView(),
        lambda items, _view: items,  # the desk is asked for no others
        lambda item: item.id if isinstance(item, Entry) else "",
        lambda item, gone: isinstance(item, Entry) and isinstance(gone, Entry) and item.start <= gone.start,
    )


class LogScreen(PlannerScreen):
    """One chosen entry, in the part of the log that is loaded around it."""

    NAME = "log"
    KEYS = LOG_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("log", (*LOG_KEYS, *WAYS_BACK))
    ABOUT = About(
        lambda: say("The log"),
        lambda: say(
            "Every entry there is, the newest first: what you gave, whom you met, what you read. Here an "
            "entry is found, changed, settled or removed."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._what_next, self._line_editing = WhatNext(self), LineEditing(self, self._follow)
        self.acts = (Searching(self, _search_hint, lambda: self._shown.text, self._search),)
        self._chooser = self.planner.kept(log_chooser)
        if self._chooser.at_top:  # the newest is chosen, whichever that is by now
            self._chooser.forget()
        self._chooser.clear()
        this = Week.of(self.desk.now())
        self._window = LogWindow(self._ask, this, this)
        self._known: object = None  # what it was loaded from
        self._words: tuple[str, ...] = ()  # of a search
        self._book = Book({}, {}, {})
        self._report: Report | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield LinePicture(self.ink, Row(), id="title")
        yield LogList(self.ink)

    # Showing

    def refreshed(self) -> None:
        """Ask for this week's report, for the clock and the timer; and for the log, where it is another now."""
        self._report = self.desk.report()
        known = (self.desk.stamp(), self._chooser.view)
        if known != self._known:
            self._known = known
            self._book = self.desk.book()
            if self.asked_week and not (self._last and self._last.week == self.asked_week):
                self._choose_last_of(self.asked_week)
            self.asked_week = None
            self._load(self._last.week if self._last else self._report.week)
        self._show()

    def _choose_last_of(self, week: Week) -> None:
        entries = self.desk.entries(LogFilter(since=week.monday, until=week.sunday))
        last = max(entries, key=lambda entry: entry.start, default=None)
        if last:
            self._chooser.choose(last.id, last)
        else:
            self._chooser.forget()

    def week_in_front(self) -> Week | None:
        """The chosen entry's week."""
        return self._last.week if self._last and self._last.week != Week.of(self.desk.now()) else None

    def _load(self, week: Week) -> None:
        """Load the log around a week; the chosen entry stays chosen, or the one before it is."""
        this = Week.of(self.desk.now())
        newest = max((entry.week for entry in self.desk.entries(LogFilter(since=this.monday))), default=this)
        oldest = next((entry.week for entry in self.desk.entries(LogFilter())), this)
        self._words = search_words(self._shown.text)
        self._window = LogWindow(self._ask, newest, oldest)
        self._window.around(week)
        self._chooser.take(self._window.items)
        self._fill()

    def _ask(self, since: date, until: date) -> Iterable[Entry]:
        wanted = LogFilter(since, until, self._chooser.view.group, self._shown.kind)
        entries = self.desk.entries(wanted)
        return [entry for entry in entries if has_words(entry, self._words, self._book)] if self._words else entries

    def _fill(self) -> None:
        """Load until there is a screenful on both sides of the chosen row; a slice at a time, so that keys come
        between."""
        height = max(self.app.size.height, 1)
        loaded = False
        if len(self._window.items) - self._chooser.at <= 2 * height:
            loaded = self._window.older()
        if self._chooser.at < height:
            loaded = self._window.newer() or loaded
        if loaded:
            self._chooser.take(self._window.items)
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
        week = self._last.week if self._last else report.week
        self.query_one(Masthead).show(report._replace(week=week), timer_group)
        title = self.query_one("#title", LinePicture)
        title.show(log_title(self._shown, width_of(self.app), self.ink.marks, self._without(), named(self, *_NARROW)))
        title.styles.height = 2 if self.app.size.height >= AIRY_FROM and self._chooser.rows else 1
        names = {id_: known.name for kept in (book.groups, book.people) for id_, known in kept.items()}
        longest = max((cell_len(literal(group.name)) for group in book.groups.values()), default=0)
        look = LogLook(names, longest, report.today, self._words)
        self.query_one(LogList).show(self._chooser.rows, self._chooser.at, look, self._empty())
        chosen = self.chosen
        rest = cut_words(chosen, width_of(self.app), look, self.ink.marks) if chosen else ()
        self.foot.notices.rest_on(*rest)

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self._show()

    def _without(self) -> str:
        """What there is to say of weeks that cannot be read."""
        return without_words(self.desk.unread_weeks())

    def _empty(self) -> str:
        if without := self._without():
            return without
        if not self._shown.all:
            return say("Nothing found. Escape shows all again.")
        return say("Nothing logged yet. On the week, c, m or w logs something.")

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Escape shows all again before it leads away."""
        nothing = self._shown.all and not self._chooser.rows
        return (*(where_nothing_is(LOG_KEYS) if nothing else LOG_KEYS), way_back(narrowed=not self._shown.all))

    # Choosing

    @property
    def chosen(self) -> Entry | None:
        """The chosen entry, if there is any in sight."""
        chosen = self._chooser.chosen
        return chosen if isinstance(chosen, Entry) else None

    @property
    def _last(self) -> Entry | None:
        """The entry that was chosen last, in sight or not."""
        return self._chooser.last if isinstance(self._chooser.last, Entry) else None

    def action_move(self, entries: int) -> None:
        """Go so many entries down."""
        self._chooser.move(entries)
        self._fill_and_show()

    def action_page(self, pages: int) -> None:
        """Go so many pages down."""
        self._chooser.page(pages, max(1, self.query_one(LogList).size.height - 2))
        self._fill_and_show()

    def action_newest(self) -> None:
        """To the newest entry."""
        self._chooser.forget()
        self._load(Week.of(self.desk.now()))
        self._show()

    def action_oldest(self) -> None:
        """To the oldest entry."""
        view = self._chooser.view
        oldest = next(iter(self.desk.entries(LogFilter(group=view.group, kind=view.shown.kind))), None)
        if oldest:
            self._follow(oldest)

    def _follow(self, entry: Entry) -> None:
        """Choose an entry wherever it stands."""
        self._chooser.choose(entry.id, entry)
        self._load(entry.week)
        self._show()

    @on(LogList.EntryClicked)
    async def _clicked(self, event: LogList.EntryClicked) -> None:
        """A click chooses; a click on the chosen entry changes it."""
        self._chooser.choose(event.entry.id, event.entry)
        self._show()
        if event.again:
            await self.action_edit()

    @on(LogList.Turned)
    def _turned(self, event: LogList.Turned) -> None:
        """The wheel chooses further on."""
        self.action_move(event.rows)

    # Narrowing

    def action_kind(self) -> None:
        """Only one kind, the next one, all again."""
        kind = KINDS[(KINDS.index(self._shown.kind) + 1) % len(KINDS)]
        self._narrow(self._chooser.view._replace(shown=self._shown._replace(kind=kind)))

    def action_group(self, number: int) -> None:
        """Only one group, by its number on the Week screen; the same again: all of them."""
        lines = self._report.lines if self._report else ()
        if number >= len(lines):
            self.tell(of_problem(say("There is no group {n} here.", n=number + 1)))
            return
        group, again = lines[number].group, lines[number].group.id == self._chooser.view.group
        shown = self._shown._replace(group="" if again else group.name)
        self._narrow(LogView(shown, "" if again else group.id))

    @property
    def _shown(self) -> Shown:
        return self._chooser.view.shown

    def _narrow(self, view: LogView) -> None:
        self._chooser.view = view
        self.tell(Notice())
        self.renew()

    def _search(self, text: str, from_top: bool) -> None:
        """Look for words, from the newest on as one types."""
        if from_top:
            self._chooser.forget()
        self._chooser.clear()
        self._narrow(self._chooser.view._replace(shown=self._shown._replace(text=text)))

    def action_show_all(self) -> None:
        """Show all entries again."""
        self._narrow(LogView())

    # Changing

    async def action_edit(self) -> None:
        """Change the chosen entry; settle it where nobody has confirmed it."""
        if self.chosen is None:
            return
        if self.chosen.confirmed:
            await self._line_editing.edit(self.chosen)
        else:
            await ask_what_to_keep(self, self.chosen)

    def action_remove(self) -> None:
        """Remove the chosen entry; one key brings it back."""
        entry = self.chosen
        if entry:
            self.change(lambda: self.desk.remove_entry(entry.id))

    async def action_echo(self) -> None:
        """Say what came back from the chosen entry."""
        if self.chosen:
            await Echoing(self).ask(self.chosen)

    async def action_next_step(self) -> None:
        """Ask what comes next with whom the chosen entry was, the first of them."""
        entry = self.chosen
        person = next((id_ for id_ in entry.people if id_ in self._book.people), None) if entry else None
        if person:
            await self._what_next.ask_step(person)
        else:
            self.tell(Notice(say("The entry names nobody; enter adds @name to it."), role="accent"))


def _search_hint() -> str:
    return say("a note, a group, a person")
