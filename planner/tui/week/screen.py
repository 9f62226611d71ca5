"""The Week screen: the balance, the cloth, what was done today; and the keys that log, time and plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.geometry import Size
from textual.widget import Widget

from planner.domain.book import Book, none_words
from planner.domain.drift.drift import Signal
from planner.domain.errors import PlannerError
from planner.domain.group import Group, standing_of_new
from planner.domain.kinds import Kind
from planner.domain.settings import Settings
from planner.domain.week import Week
from planner.domain.weeks.report import WeekReport
from planner.domain.weeks.unread_report import Report, UnreadReport
from planner.domain.words import full_day, plural, say
from planner.tui.actions.draw_balance import objectives_height, words_rows
from planner.tui.actions.draw_cloth import Spot
from planner.tui.week.balance import Balance
from planner.tui.week.cloth import ClothView
from planner.tui.week.day_lists import DayLists
from planner.tui.week.draw_day_items import Names
from planner.tui.week.draw_day_list import COUNTED_FROM, TWO_FROM, Place, Way, counts
from planner.tui.week.draw_room import BARS_LEAST, Room, share
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_footer import Hint
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.draw_row import Row
from planner.tui.widgets.keys import bindings
from planner.tui.widgets.masthead import Masthead
from planner.tui.widgets.notice import NoticeLine
from planner.tui.widgets.width import room_of, width_of

from ..actions.adding_groups import AddingGroups
from ..actions.briefing import Briefing
from ..actions.echoing import Echoing
from ..actions.quick_logging import QuickLogging
from ..actions.what_next import WhatNext
from ..widgets.screen import PlannerScreen
from ..widgets.working import ways_on, working
from .cells import Cells, open_item
from .keys import WEEK_KEYS
from .plan import WeekPlan
from .timing import TimerKeys

if TYPE_CHECKING:
    from planner.domain.weeks.bars import Bar
    from planner.domain.weeks.change import Change


#: Keys of which this screen has others to say first: what a week ends with stays where it is narrow, and where there is
#: room the ways to groups and people come next. The plan is named by the heading over the groups, the log by that over
#: today, and what is logged again is found where it was logged.
_RANKS = {
    **{"show('review')": 7, "find": 8, "undo": 9, "show('groups')": 10},
    **{"plan": 13, "again": 14, "show('log')": 15},
}


#: What a week without groups may begin with.
_BEGINNINGS = ("add_groups", "show('begin')", "show('imports')", "help")


class WeekScreen(PlannerScreen):
    """Home: one week at a time, this week unless another was asked for."""

    NAME = "week"
    KEYS = WEEK_KEYS
    WAITS_FOR_TEXT = True
    BINDINGS: ClassVar[list[Binding]] = bindings("week", WEEK_KEYS)
    ABOUT = About(
        lambda: say("The week"),
        lambda: say(
            "Your week as a cloth: groups run along, days cross them, and what you did is the weave. On "
            "top stands the balance of hands and eyes, and under it the one next act."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._what_next = WhatNext(self)
        self._quick_log = QuickLogging(self, group=self._chosen_group, proposed=self._proposed_day, logged=self._logged)
        self.acts = (
            self._quick_log,
            TimerKeys(self, self._chosen_group),
            WeekPlan(self, lambda: self.report, lambda: self._room(self.report).lists),
            AddingGroups(self, self._groups_added, standing_of_new),
            self._what_next,
            Echoing(self),
            Briefing(self, str),
            Cells(self, self._chosen_group, lambda: self.report.week.days[self.spot.day], self._quick_log),
        )
        self._report: Report | None = None
        self._shared_for = Size(0, 0)  # the size that the room was shared out for
        self._shared: Room | None = None
        self._group = ""  # the chosen group's id
        self._day: int | None = None  # None: today
        self._counted: Sequence[Place] = ()  # where what is counted in the foot stands
        self._told: tuple[str, str] | None = None  # the reason that the queue told of last

    def compose_body(self) -> Iterable[Widget]:
        """Read and filled in at once, so that the first paint is the whole screen."""
        parts = Masthead(self.ink, demo=self.planner.demo), Balance(self.ink), ClothView(self.ink), DayLists(self.ink)
        try:
            self._show(self.desk.report(self.asked_week), *parts)
        except PlannerError as problem:  # said once there is a row to say it in
            self.call_after_refresh(self.tell, of_problem(str(problem)))
        return parts

    def footer_hints(self) -> list[Hint]:
        """The keys that work now: without groups few do, the timer can be stopped while one runs, and a review that is
        due is said to be."""
        shown = [each.hint._replace(rank=_RANKS.get(each.key.action, each.rank)) for each in working(self) if each.rank]
        if self._report is None or self.focused is not None:
            return shown
        if isinstance(self._report, UnreadReport):
            return shown
        if not self._report.lines:
            first = ("add_groups", "show('begin')", "undo", "help", "quit")
            return [each.hint for each in working(self) if each.key.action in first]
        if self._report.review_due:
            shown = self._first("show('review')", say("review is due"), shown)
        timer = self._report.timer
        if timer and timer.paused:
            shown = self._first("pause", say("go on", context="of a timer"), shown)
        return self._first("stop", say("stop"), shown) if timer else shown

    def _first(self, action: str, label: str, hints: list[Hint]) -> list[Hint]:
        """The footer with one action before all others."""
        there = [Hint(each.shown, label, 1, each.name) for each in working(self) if each.key.action == action]
        return [*there, *(hint for hint in hints if hint.key not in {each.key for each in there})]

    # Showing

    def refreshed(self) -> None:
        """Ask for one report, and show it where it looks other than before."""
        report = self.desk.report(self.asked_week)
        shown = self._report is not None and _on_the_minute(report) == _on_the_minute(self._report)
        if not shown or not report.lines:  # without lines it tells of groups that are in no report
            self._show_all(report)

    def _show_all(self, report: Report) -> None:
        parts = (
            self.query_one(Masthead),
            self.query_one(Balance),
            self.query_one(ClothView),
            self.query_one(DayLists),
        )
        self._show(report, *parts)

    def _show(self, report: Report, masthead: Masthead, balance: Balance, cloth: ClothView, lists: DayLists) -> None:
        self._report = report
        self._shared_for = self.app.size
        self._shared = room = self._room(report)
        _set_height(balance, room.balance)
        listed = room.lists > 0 and bool(report.lines if isinstance(report, WeekReport) else report.groups)
        _set_height(cloth, room.cloth if listed else "1fr")  # without lists it is the cloth that gives way
        lists.display = listed
        book = self.desk.book()
        names = {id_: known.name for kept in (book.groups, book.people) for id_, known in kept.items()}
        masthead.show(report, book.group_name(report.timer.group) if report.timer else "")
        balance.show(report, self.signal, silent=self._line is not None)
        lists.show(report, names, self._bars(report, room))
        self.foot.notices.rest_on(self._counts(report, names, room.lists, lists.title))
        if not (report.lines or isinstance(report, UnreadReport)):
            cloth.begin(_empty_words(book, self.desk.settings()), ways_on(self, *_BEGINNINGS))
        cloth.show(report, self.spot, airy=room.airy, with_detail=room.detail)

    def _counts(self, report: Report, names: Names, rows: int, title: str) -> Row:
        """What the lists have no room for but the one of a ``title``, in one row that stands where nothing is said;
        nothing where they count it themselves."""
        width = width_of(self.app)
        self._counted = ()
        if isinstance(report, UnreadReport) or not report.lines or rows >= COUNTED_FROM or (rows and width >= TWO_FROM):
            return Row()
        row, self._counted = counts(report, names, (title,) if rows else (), width)
        return row

    def _bars(self, report: Report, room: Room) -> Sequence[Bar]:
        """The last weeks, where the lists may leave room for them; none before the first group."""
        if isinstance(report, UnreadReport) or not report.lines:
            return ()
        return self.desk.last_bars(report) if room.lists > BARS_LEAST else ()

    @property
    def report(self) -> Report:
        """The week as it was last read."""
        if self._report is None:
            self._report = self.desk.report(self.asked_week)
        return self._report

    @property
    def signal(self) -> Signal | None:
        """The reason to speak of: the one that the queue told of last; none while it says something else."""
        if self._line or isinstance(self.report, UnreadReport):
            return None
        told = next((signal for signal in self.report.heard() if signal.about == self._told), None)
        return told or self.report.spoken

    @property
    def _line(self) -> Signal | None:
        """The queue's line that the notice says."""
        return self.foot.notices.said.line

    def takes_into_sight(self, line: Signal) -> bool:
        """The balance speaks of its reasons itself."""
        if isinstance(self.report, UnreadReport) or line not in self.report.heard():
            return False
        self._told = line.about
        return True

    def tell(self, said: Notice) -> None:
        """Say it; the balance is silent while it is a line of the queue, which can be put off."""
        super().tell(said._replace(later=True))
        balance = self.query(Balance)
        if not balance or self._report is None:
            return
        if self._room(self._report) == self._shared:
            balance.first().show(self._report, self.signal, silent=self._line is not None)
        else:  # what is seen now is longer or shorter than what was
            self._show_all(self._report)

    @property
    def spot(self) -> Spot:
        """The chosen cell."""
        ids = [group.id for group in self._groups]
        row = ids.index(self._group) if self._group in ids else 0
        return Spot(row, self._today if self._day is None else self._day)

    @property
    def _groups(self) -> Sequence[Group]:
        """The groups to choose from: those of the week's lines, or of one that cannot be read, those selected today."""
        report = self.report
        return report.groups if isinstance(report, UnreadReport) else [line.group for line in report.lines]

    @property
    def _today(self) -> int:
        """Today's place in the week shown; its last day, if today is after it, else its first."""
        return min(6, max(0, (self.report.today - self.report.week.monday).days))

    def _show_cloth(self) -> None:
        room = self._room(self.report)
        self.query_one(ClothView).show(self.report, self.spot, airy=room.airy, with_detail=room.detail)

    def _room(self, report: Report) -> Room:
        """The rows that each part gets."""
        width, height = room_of(self.app)
        words = words_rows(report, width, report.spoken, self.signal)
        threads = len(report.groups if isinstance(report, UnreadReport) else report.lines)
        return share(width, height, threads, objectives_height(report, width), words)

    def on_resize(self, _event: events.Resize, /) -> None:
        """Share the room out anew (beside what every screen does then)."""
        if self.app.size != self._shared_for:
            self._report = None
            self.renew()

    # Choosing

    def action_pick(self, row: int) -> None:
        """Choose a group by its number."""
        if row < len(self._groups):
            self._choose(row, self._day)
        else:
            self.tell(of_problem(say("There is no group {n} here.", n=row + 1)))

    def action_move(self, rows: int, days: int) -> None:
        """Move the chosen cell."""
        spot = self.spot
        row = min(max(spot.row + rows, 0), max(0, len(self._groups) - 1))
        self._choose(row, min(max(spot.day + days, 0), 6) if days else self._day)

    def _choose(self, row: int, day: int | None) -> None:
        if self._groups:
            self._group, self._day = self._groups[row].id, day
            self._show_cloth()

    @on(ClothView.CellClicked)
    async def _cell_clicked(self, event: ClothView.CellClicked) -> None:
        """A click chooses; a click on the chosen cell logs there."""
        self._choose(event.row, self._day if event.day is None else event.day)
        if event.again:
            await self._quick_log.action_quick_log(Kind.CONTRIBUTION.value)

    @on(DayLists.Clicked)
    async def _item_clicked(self, event: DayLists.Clicked) -> None:
        """A click on a line of a list opens what it is about."""
        await open_item(self, self._what_next, event.about)

    @on(ClothView.Turned)
    def _turned(self, event: ClothView.Turned) -> None:
        """The wheel chooses further on, on the same day."""
        self.action_move(event.rows, 0)

    def action_week(self, step: int) -> None:
        """Turn to another week."""
        self.turn_to(self.report.week.plus(step))

    def action_this_week(self) -> None:
        """Back to this week."""
        self.turn_to(Week.of(self.desk.now()))

    def turn_to(self, week: Week) -> None:
        """Show another week."""
        self.asked_week = None if week == Week.of(self.desk.now()) else week
        self._day = None
        self.tell(Notice())
        self.renew()

    def action_turn(self) -> None:
        """Turn to the other list."""
        self.query_one(DayLists).turn()
        self._list_turned()

    @on(DayLists.Turned)
    def _list_turned(self) -> None:
        """What is counted beside the lists is what another one of them has."""
        report, lists = self.report, self.query_one(DayLists)
        self.foot.notices.rest_on(self._counts(report, lists.names, self._room(report).lists, lists.title))

    @on(NoticeLine.RestClicked)
    async def _count_clicked(self, event: NoticeLine.RestClicked) -> None:
        """What is counted leads to its list; where there is no room for one, to the first item of it."""
        way = next((place.about for place in self._counted if place.has(event.x, event.y)), None)
        if not isinstance(way, Way):
            return
        lists = self.query_one(DayLists)
        if lists.display:
            lists.turn_to(way.title)
            self._list_turned()
        elif about := lists.first_of(way.title):
            await open_item(self, self._what_next, about)

    # What the keys act on

    def _chosen_group(self) -> Group | None:
        """The group of the chosen row."""
        groups = self._groups
        return groups[self.spot.row] if groups else None

    def _proposed_day(self) -> str:
        """The chosen day as one types it, where it is over; "" for now."""
        day = self.report.week.days[self.spot.day]
        if not self._groups or day >= self.report.today:
            return ""
        ago = (self.desk.now().date() - day).days
        return f"{full_day(day).lower()} " if ago < 7 else f"{day.isoformat()} "

    async def take_paste(self, text: str) -> None:
        """What is pasted is a line to log."""
        if not await self._quick_log.take_paste(text):
            await super().take_paste(text)

    def _logged(self, change: Change) -> None:
        """Go back to today, so that the next entry is not of the past by mistake; after a meeting, ask what next."""
        self._day = None
        self._show_cloth()
        self.call_later(self._what_next.ask_what_next, change)

    # Groups and advice

    def _groups_added(self, change: Change, new: list[str]) -> None:  # noqa: ARG002 - it is told already
        """What is done next is done in the first of them that the week shows."""
        shown = [row for row, group in enumerate(self._groups) if group.id in new]
        if shown:
            self._choose(shown[0], None)

    def action_put_off(self) -> None:
        """Not this week."""
        signal = self._line or self.signal
        self.change(self.desk.not_this_week if signal is None else lambda: self.desk.put_off(signal))

    def action_why(self) -> None:
        """Show every reason behind the gauge."""
        from planner.tui.week.why import Why

        self.app.push_screen(Why(self.ink, self.report, *room_of(self.app)))

    @on(Balance.PutOff)
    def _put_off_clicked(self) -> None:
        """What puts the advice off was clicked."""
        self.action_put_off()

    @on(Balance.WhyAsked)
    def _why_asked(self) -> None:
        """The gauge was clicked."""
        self.action_why()


def _empty_words(book: Book, settings: Settings) -> str:
    """Why a week has no group: none waits to be selected, or some do."""
    waiting = len(book.in_question())
    if not waiting:
        key = settings.key("week.add-groups", "a")
        return none_words(book, say("No groups yet. Press {key} to paste your list.", key=key))
    return plural(
        waiting,
        "{n} group waits to be selected. Press {key} to go on.",
        "{n} groups wait to be selected. Press {key} to go on.",
        key=settings.key("week.show.begin", "b"),
    )


def _set_height(widget: Widget, height: int | str) -> None:
    """Set a height in rows, or a share of what is left, and lay out anew only where it changes."""
    if str(widget.styles.height) != str(height):
        widget.styles.height = height


def _on_the_minute(report: Report) -> Report:
    """The report but for its seconds, which no screen shows."""
    return report._replace(now=report.now.replace(second=0))
