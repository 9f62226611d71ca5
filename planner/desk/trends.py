"""Trends: the long view over the weeks, and a quarter made of its reviews."""

from __future__ import annotations

from collections.abc import Sequence

from planner.desk.ties import Ties
from planner.domain.entry import Entry
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week

if TYPE_CHECKING:
    from planner.domain.quarter import Quarter
    from planner.domain.trace import Trace
    from planner.domain.weeks.quarter import QuarterPage
    from planner.domain.weeks.strands import WeekStrands
    from planner.domain.weeks.trends import Trends, TrendWeek, View


class Trending(Ties):
    """Looking back over weeks."""

    def trends(self, weeks: int | None = 12, view: View | None = None) -> Trends:
        """The last weeks (None: all there are), the running one among them, of what a view has; none before the first
        one in which anything was planned or logged."""
        from planner.domain.weeks.trends import Trends, View

        view, this_week, first = view or View(), self.this_week(), self._first_week()
        begins = first or this_week
        if weeks is not None:
            begins = max(begins, this_week.plus(1 - weeks))
        return Trends(self._trend_weeks(begins, this_week, view), view, weeks, first)

    def _trend_weeks(self, begins: Week, ends: Week, view: View) -> tuple[TrendWeek, ...]:
        from planner.domain.weeks.trends import Sources, trend_weeks

        weeks = [begins.plus(n) for n in range(ends.minus(begins) + 1)]
        strands = {each.week: each for each in self._strands(weeks)}
        traces, ties = self._traced_ties()
        reached = self._reached(view.objective, weeks, traces) if view.objective else {}
        sources = Sources(strands, traces, ties.rows, self._home.unread_weeks(), self.book().unread, reached)
        return trend_weeks(weeks, self.this_week(), sources, view)

    def _first_week(self) -> Week | None:
        """The first week that is kept, or was before its file was damaged; None for none up to this one."""
        weeks = [*self._home.weeks()[:1], *self._home.unread_weeks()]
        return min((week for week in weeks if week <= self.this_week()), default=None)

    def _strands(self, weeks: Sequence[Week]) -> Sequence[WeekStrands]:
        """What the weeks left behind; this one as it is by now, with its running timer and the plan it goes on by."""
        from planner.domain.weeks.strands import week_strands

        this_week = self.this_week()
        told = list(self._home.strands([week for week in weeks if week != this_week]))
        if this_week in weeks:
            record, now = self._record(this_week), self.now()
            timer = self._counting_timer(now)
            entries = list(record.entries)
            if timer and Week.of(timer.start) == this_week and (ran := timer.elapsed(now)):
                running = Entry("", timer.start, ran, timer.kind, timer.group, timer.form, objectives=timer.objectives)
                entries.append(running._replace(timed=True))
            told.append(week_strands(this_week, entries, record.plan))
        return told

    def _reached(self, objective: str, weeks: Sequence[Week], traces: Sequence[Trace]) -> dict[Week, bool]:
        """Of each week since an objective (id) was set whether its measure was reached; of none without a measure."""
        from planner.domain.trace import Trace, first_contacts
        from planner.domain.weeks.progress import week_progress

        book = self.book()
        aimed = book.objectives.get(objective)
        if aimed is None or not aimed.measure:
            return {}
        firsts, by_week = first_contacts(traces), {trace.week: trace for trace in traces}
        since = min((trace.week for trace in traces if objective in trace.served), default=self.this_week())
        if aimed.since:
            since = min(since, Week.of(aimed.since))
        told = {}
        for week in weeks:
            (progress,) = week_progress([aimed], by_week.get(week, Trace(week)), book, firsts)
            if week >= since and (progress.reached or week < self.this_week()):  # the one that runs is not missed yet
                told[week] = progress.reached
        return told

    def view(self, group: str = "", objective: str = "") -> View:
        """What is looked at by what is typed of a group’s name or an objective’s title.

        Raises Unknown, Ambiguous, and Misread for both at once.
        """
        from planner.domain.errors import Misread
        from planner.domain.grammar.names import find_group, find_objective
        from planner.domain.weeks.trends import View
        from planner.domain.words import say

        if group and objective:
            raise Misread(say("One group or one objective can be looked at, not both: say one of them."))
        book = self.book()
        return View(
            find_group(group, book).id if group else "",
            find_objective(objective.lstrip("#"), book).id if objective else "",
        )

    def quarter(self, quarter: Quarter) -> QuarterPage:
        """A quarter made of its weeks' reviews, as far as it has come. Raises Misread for one that is still to come."""
        from planner.domain.weeks.quarter import quarter_page, refuse_to_come
        from planner.domain.weeks.trends import View

        this_week, first = self.this_week(), self._first_week()
        refuse_to_come(quarter, this_week)
        weeks = [week for week in quarter.weeks if first and first <= week <= this_week]
        told = self._trend_weeks(weeks[0], weeks[-1], View()) if weeks else ()
        records = [self._home.week(week) for week in weeks]
        return quarter_page(quarter, told, records, self.ties().rows, self.book(), self.now().date())
