"""What every side of the desk stands on: the home, the clock, and the week as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from planner.clock import Clock
from planner.domain.book import Book
from planner.domain.drift.judgement import Drift, judge
from planner.domain.entry import Entry
from planner.domain.errors import PlannerError
from planner.domain.kinds import Split
from planner.domain.plan import Plan
from planner.domain.settings import USUAL_WEEK, Settings
from planner.domain.timer import Timer
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.weeks.report import WeekReport, counted, report, standing_words
from planner.store.home import Home

#: Earlier weeks that the forecast learns a rhythm from.
RHYTHM_WEEKS = 12

#: Whole weeks that say what a group takes.
LATELY_WEEKS = 8


class Base:
    """One home, one clock, and the questions that every side asks."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self._home = home
        self._clock = clock

    @property
    def folder(self) -> str:
        """The folder that holds everything."""
        return self._home.path

    @property
    def settings_folder(self) -> str:
        """The folder that holds her settings and themes."""
        return self._home.settings_folder

    def now(self) -> datetime:
        """This moment, in local time."""
        return self._clock.now()

    def this_week(self) -> Week:
        return Week.of(self.now())

    def settings(self) -> Settings:
        return self._home.settings()

    def book(self) -> Book:
        return self._home.book()

    def timer(self) -> Timer | None:
        return self._home.timer()

    def minutes_a_week(self) -> int:
        """The minutes a week has: hers; until she has said so those of the latest plan, else a usual week's."""
        if minutes := self.settings().minutes:
            return minutes
        plan = self.latest_plan()
        return plan.total.total if plan and plan.total.total else USUAL_WEEK

    def lately(self) -> tuple[Mapping[str, Split], ...]:
        """Minutes by group (id) of the last whole weeks, oldest first: what the groups take."""
        return tuple(past.groups for past in self._home.past(self.this_week(), LATELY_WEEKS))

    def latest_plan(self) -> Plan | None:
        """This week's plan, else the last one made before it."""
        this = self.this_week()
        earlier = (week for week in reversed(self._home.weeks()) if week <= this)
        return next((plan for week in earlier if (plan := self._home.week(week).plan)), None)

    def report(self, week: Week | None = None) -> WeekReport:
        """One week (this one, unless said) as it stands now."""
        now = self.now()
        week = week or Week.of(now)
        drift = self._judged(week, now, self.timer())
        return report(self._home.week(week), self.book(), now, self.timer(), drift, self.settings())

    def _judged(self, week: Week, moment: datetime, timer: Timer | None) -> Drift:
        record, book = self._home.week(week), self.book()
        return judge(
            moment,
            week,
            record.plan.total.watching if record.plan else None,
            [stretch for stretch in counted(record, timer, moment, book) if stretch.start <= moment],
            self._home.past(week, RHYTHM_WEEKS),
            book=book,
            settings_off=self.settings().signals_off,
            timer=timer,
            plan=record.plan,
        )

    def _change(self, words: str, entry: Entry, notes: tuple[str, ...] = ()) -> Change:
        """What was done to an entry, and where its group stands now.

        By now it is kept: what bars the view of the week (her settings, a damaged earlier week) is a note beside it, or
        she would log it a second time.
        """
        try:
            report = self.report(entry.week)
        except PlannerError as error:
            return Change(words, "", (*notes, str(error)), entry)
        standing = next((standing_words(line) for line in report.lines if line.group.id == entry.group), "")
        return Change(words, standing, notes, entry, report)
