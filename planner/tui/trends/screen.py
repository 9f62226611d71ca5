"""The Trends screen: where the weeks go and what they bring, and a quarter made of their reviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.widget import Widget

from planner.domain.quarter import Quarter
from planner.domain.week import Week
from planner.domain.weeks.stretches import Stretch, Unit
from planner.domain.weeks.trend_words import view_words
from planner.domain.weeks.trends import SPANS, Trends, TrendWeek, View
from planner.domain.words import say
from planner.tui.trends.draw_trends import YEAR, TrendsLook, columns_of
from planner.tui.trends.view import TrendsTitle, TrendsView
from planner.tui.widgets.about import About
from planner.tui.widgets.draw_notice import Notice, of_problem
from planner.tui.widgets.keys import WAYS_BACK, Key, bindings, way_back, where_nothing_is
from planner.tui.widgets.masthead import Masthead

from ..widgets.screen import PlannerScreen
from ..widgets.width import width_of
from ..widgets.working import ways_on
from .keys import CLOSER, OPEN, QUARTER_KEYS, TREND_KEYS

if TYPE_CHECKING:
    from planner.tui.widgets.page import Page


#: What leads on where there is no week yet.
_BEGINNINGS = ("show('week')", "show('imports')")


class Looked:
    """How far it is looked back and at what, whether so ``near`` that each week stands alone where not all of them have
    room, and the chosen week; it is there again when one comes back."""

    def __init__(self) -> None:
        self.asked: int | None = SPANS[0]
        self.view = View()
        self.near = False
        self.week: Week | None = None  # None: the one that runs


class TrendsScreen(PlannerScreen):
    """Weeks from left to right, one of them chosen; or a quarter to read."""

    NAME = "trends"
    KEYS = TREND_KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings("trends", (*TREND_KEYS, *WAYS_BACK, *QUARTER_KEYS))
    ABOUT = About(
        lambda: say("Trends"),
        lambda: say(
            "Where your weeks go and what they bring: the hands stand up, the eyes hang down against their cap. "
            "Enter opens a week as cloth, Tab reads a quarter made of its reviews, and many weeks are gathered, a bar "
            "being a mean one."
        ),
    )

    def __init__(self, week: Week | None = None) -> None:
        super().__init__(week)
        self._looked = self.planner.kept(Looked)
        self._looked.week = week or self._looked.week
        self._trends: Trends | None = None
        self._columns: Sequence[Stretch] = ()
        self._made_of: tuple[Trends, int, bool] | None = None  # what the columns are of
        self._year: Sequence[TrendWeek] = ()
        self._quarter: Quarter | None = None
        self._page: Page | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Masthead(self.ink, demo=self.planner.demo)
        yield TrendsTitle(self.ink)
        yield TrendsView(self.ink)

    # Showing

    def refreshed(self) -> None:
        """Ask for the clock's report, and for the weeks; the frame is painted before they are read first."""
        report = self.desk.report()
        group = self.desk.book().group_name(report.timer.group) if report.timer else ""
        self.query_one(Masthead).show(report, group)
        if self._trends is None:
            self._show_title()
            self.call_after_refresh(self.attempt, self._fill)
        else:
            self._fill()

    def _fill(self) -> None:
        asked = self._looked.asked
        whole = self.desk.trends(asked and max(asked, YEAR), self._looked.view)
        self._year = whole.weeks[-YEAR:]
        self._trends = whole._replace(weeks=whole.weeks[-asked:] if asked else whole.weeks, asked=asked)
        if self._page:
            self._show_quarter()
        else:
            self._show()

    def _show_title(self) -> None:
        only = view_words(self._looked.view, self.desk.book())
        self.query_one(TrendsTitle).show(self._looked.asked, only)

    def _show(self) -> None:
        self._show_title()
        if self._trends is not None:
            made_of = (self._trends, width_of(self.app), self._looked.near)
            if made_of != self._made_of:
                self._made_of, self._columns = made_of, columns_of(*made_of[:2], near=made_of[2])
            ways = () if self._trends.first else ways_on(self, *_BEGINNINGS)
            look = TrendsLook(self._trends, self._columns, self._at, 0, self._year, self.desk.now().date(), ways)
            self.query_one(TrendsView).show(look)
            if ways:
                self.show_keys()

    @property
    def _at(self) -> int:
        """The place of the column that the chosen week is in; the nearest one, where it is not among those looked
        at."""
        wanted = self._looked.week
        if wanted is None:
            return max(0, len(self._columns) - 1)
        return max(0, sum(each.weeks[0].week <= wanted for each in self._columns) - 1)

    @property
    def _gathered(self) -> bool:
        """Whether a column is more than a week."""
        return bool(self._columns) and self._columns[0].unit is not Unit.WEEK

    @property
    def _week(self) -> Week:
        """The chosen week; of several that are gathered the first."""
        if not self._columns or self._looked.week is None:
            return self.desk.this_week()
        weeks = [each.week for each in self._columns[self._at].weeks]
        return self._looked.week if self._looked.week in weeks else weeks[0]

    def week_in_front(self) -> Week | None:
        """Another screen is opened for the chosen week; for this one, whichever that is."""
        return None if self._week == self.desk.this_week() else self._week

    @property
    def own_keys(self) -> tuple[Key, ...]:
        """Those of the quarter that is read, or of the weeks."""
        if self._page:
            return QUARTER_KEYS
        if self._trends and not self._trends.first:
            return (*where_nothing_is(TREND_KEYS), way_back(narrowed=not self._looked.view.is_whole))
        keys = (CLOSER if self._gathered and key is OPEN else key for key in TREND_KEYS)
        near = self._looked.near
        back = way_back(narrowed=near or not self._looked.view.is_whole)
        return (*keys, back._replace(rank=3) if near else back)

    # Moving in time

    def action_move(self, columns: int) -> None:
        """Choose a week, or a stretch of them, so many further on."""
        self._choose(self._at + columns)

    def action_quarters(self, quarters: int) -> None:
        """Choose one so many quarters further on."""
        if self._columns:
            self._choose(self._at + quarters * self._columns[0].unit.in_quarter)

    def action_end(self, place: int) -> None:
        """Choose the first week there is (0), or the one that runs (-1)."""
        self._choose(len(self._columns) - 1 if place else 0)

    def _choose(self, place: int) -> None:
        if self._columns:
            last = len(self._columns) - 1
            at = max(0, min(last, place))
            self._looked.week = None if at == last else self._columns[at].weeks[0].week
            self._show()

    @on(TrendsView.ColumnClicked)
    def _column_clicked(self, event: TrendsView.ColumnClicked) -> None:
        """A click chooses; a click on the chosen one opens it."""
        if event.place == self._at:
            self.action_open()
        else:
            self._choose(event.place)

    @on(TrendsView.Turned)
    def _turned(self, event: TrendsView.Turned) -> None:
        self.action_move(event.rows)

    def action_open(self) -> None:
        """The chosen week as cloth, on the Week screen; of several that are gathered each alone."""
        if self._gathered:
            self._look_near(near=True)
        else:
            self.planner.show_week(self._week)

    def _look_near(self, *, near: bool) -> None:
        self._looked.near = near
        self._show()
        self.show_keys()

    # What is looked at

    def action_span(self, steps: int) -> None:
        """Look back over another number of weeks."""
        self._span(SPANS[(SPANS.index(self._looked.asked) + steps) % len(SPANS)])

    @on(TrendsTitle.SpanClicked)
    def _span_clicked(self, event: TrendsTitle.SpanClicked) -> None:
        self._span(event.span)

    @on(TrendsTitle.OnlyClicked)
    def _only_clicked(self) -> None:
        """All again where something alone is looked at; else the first group alone."""
        if self._looked.view.is_whole:
            self.action_only(1)
        else:
            self._look(View())

    def _span(self, asked: int | None) -> None:
        self._looked.asked, self._looked.near = asked, False
        self.attempt(self._fill)
        self.show_keys()

    def action_only(self, steps: int) -> None:
        """Only the next group, or objective; after the last of them all again."""
        views = [View(), *self._views()]
        at = views.index(self._looked.view) if self._looked.view in views else 0
        self._look(views[(at + steps) % len(views)])

    def action_pick(self, number: int) -> None:
        """Only one group, by its number on the Week screen."""
        groups = self.desk.book().selected()
        if number < len(groups):
            self._look(View(groups[number].id))
        else:
            self.tell(of_problem(say("There is no group {n} here.", n=number + 1)))

    def action_show_all(self) -> None:
        """All weeks again, then all groups and objectives."""
        if self._looked.near:
            self._look_near(near=False)
        else:
            self._look(View())

    def _views(self) -> list[View]:
        """The groups that are selected, and the objectives that count, each alone."""
        book = self.desk.book()
        groups = [View(group.id) for group in book.selected()]
        return [*groups, *(View(objective=each.id) for each in book.active_objectives())]

    def _look(self, view: View) -> None:
        self._looked.view = view
        self.tell(Notice())
        self.attempt(self._fill)
        self.show_keys()

    # The quarter

    async def action_turn(self) -> None:
        """Read the quarter of the chosen week; again: back to the weeks."""
        if self._page:
            await self.action_close_quarter()
            return
        from planner.tui.widgets.page import Page

        self._quarter = Quarter.of(self._week)
        self._page = Page(self.ink, lambda _width, _height: [])
        self._page.can_focus = False
        with self.app.batch_update():
            self._hide_weeks(hidden=True)
            await self.mount(self._page, before=self.foot)
            self.tell(Notice())
            self.attempt(self._show_quarter)
        self.show_keys()

    async def action_close_quarter(self) -> None:
        """Back to the weeks."""
        page, self._page = self._page, None
        assert page
        with self.app.batch_update():
            await page.remove()
            self._hide_weeks(hidden=False)
            self._show()
        self.show_keys()

    def _hide_weeks(self, *, hidden: bool) -> None:
        self.query_one(TrendsTitle).display = self.query_one(TrendsView).display = not hidden

    def _show_quarter(self) -> None:
        from planner.interop.trends_document import quarter_sections, quarter_title
        from planner.tui.actions.draw_document import document

        assert self._quarter and self._page
        page, title = self.desk.quarter(self._quarter), quarter_title(self._quarter)
        sections = list(quarter_sections(page, self.desk.book()))
        self._page.show(lambda width, _height: document(title, sections, width), from_top=True)

    def action_quarter(self, quarters: int) -> None:
        """The quarter before or after; none that is still to come, nor before the first week there is."""
        assert self._quarter
        wanted = self._quarter.plus(quarters)
        first = self._trends.first if self._trends else None
        earliest = Quarter.of(first or self.desk.this_week())
        if earliest <= wanted <= Quarter.of(self.desk.this_week()):
            self._quarter = wanted
            self.attempt(self._show_quarter)
        else:
            self.app.bell()

    def action_scroll(self, rows: int) -> None:
        """Scroll so many rows down."""
        if self._page:
            self._page.action_scroll_rows(rows)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll so many pages down."""
        if self._page:
            self._page.action_page(pages)

    def on_resize(self, event: events.Resize, /) -> None:
        super().on_resize(event)
        self._show()
