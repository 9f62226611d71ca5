"""What every side of the desk stands on: the home, the clock, and the week as it stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial

from planner.domain.clock_time import overlap_words, overlaps
from planner.domain.drift.judgement import judge
from planner.domain.drift.past_week import last_seen
from planner.domain.entry import Stretch
from planner.domain.errors import Incomplete, PlannerError, StoreError
from planner.domain.instants import pinned
from planner.domain.plan import whole
from planner.domain.record import refuse_unread_week
from planner.domain.settings import USUAL_WEEK
from planner.domain.texts import shown
from planner.domain.value.dates import datetime, timedelta
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.weeks.report import WeekReport, arranged_minutes, counted, report, standing_words
from planner.domain.words import say
from planner.store.contents import FEEDS

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import Self, TypedDict, Unpack

    from planner.clock import Clock
    from planner.domain.book import Book
    from planner.domain.clock_time import Lasting
    from planner.domain.drift.advice import Known
    from planner.domain.drift.drift import Drift, Signal
    from planner.domain.entry import Entry
    from planner.domain.kinds import Split
    from planner.domain.people.cadence import Cadences
    from planner.domain.plan import Plan
    from planner.domain.record import WeekRecord
    from planner.domain.settings import Settings
    from planner.domain.timer import Doubt, Timer
    from planner.domain.weeks.bars import Bar
    from planner.domain.weeks.unread_report import Report
    from planner.store.home import Home
    from planner.store.transaction import Transaction

    class About(TypedDict, total=False):
        """What a change was done to: an entry, or the id of something else; and what of a line was kept as note."""

        entry: Entry
        person: str
        step: str
        appointment: str
        read_as_note: tuple[str, ...]


#: Earlier weeks that the forecast learns a rhythm from.
RHYTHM_WEEKS = 12

#: Earlier weeks in which it is looked up when somebody was last seen.
SEEN_WEEKS = 16
#: Hours from a week's edge within which a stretch may meet one of the week beside it.
EDGE = 24

#: Whole weeks that say what a group takes.
LATELY_WEEKS = 8


class Base:
    """One home, one clock, and the questions that every side asks."""

    #: The last report and what it was made from.
    _made_report: tuple[tuple[object, ...], Report] | None = None

    def __init__(self, home: Home, clock: Clock) -> None:
        self._home = home
        self._clock = clock
        home.after_book = self._follow

    def beside(self) -> Self:
        """The same desk for another thread, which may go on for long; what one keeps is news to the other."""
        return type(self)(self._home.beside(), self._clock)

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

    def held_command(self) -> str:
        """That her command for warnings came from elsewhere and is not run, in words; "" where it is not so."""
        command = self.settings().on_warning
        if not command or self._home.told_outside().held != command:
            return ""
        import shlex

        return say(
            "on_warning came from elsewhere and is not run; this lets it: planner config on_warning {command}",
            command=shlex.quote(command),
        )

    @property
    def notices(self) -> tuple[str, ...]:
        """What is off in her settings, once something has asked for them: it is as usual until it is mended."""
        return self._home.notices

    def standing_line(self) -> Signal | None:
        """The line that stands longer than others, as that of a damaged file does; None where there is none."""
        damage = self._home.damage()
        if not damage:
            return None
        from planner.domain.weeks.queue import standing

        return standing(damage)

    def book(self) -> Book:
        return self._home.book()

    def unread_weeks(self) -> frozenset[Week]:
        """The weeks of all that were read whose file is damaged and not mended yet: more was in them than is known."""
        return self._home.unread_weeks()

    def lacks_book(self) -> bool:
        """Whether the book is damaged and not mended yet, so that more was in it than is known."""
        return self._home.lacks_book()

    def damage(self) -> list[str]:
        """What is to be said of every damaged file until it is mended: what is read is without it."""
        return self._home.damage()

    def waiting(self) -> tuple[str, ...]:
        """The names of another machine's copies in the home, and of files that git has left both sides in."""
        return self._home.waiting()

    def kept_twice(self) -> int:
        """Of how many things two machines said something else, and both are kept until she has chosen."""
        return len(self._home.conflicts(of_all=False))

    @property
    def has_changed(self) -> bool:
        """Whether anything was kept through this desk."""
        return self._home.has_changed

    def timer(self) -> Timer | None:
        return self._home.timer()

    def minutes_a_week(self) -> int:
        """The minutes a week has: hers; until she has said so those of the latest plan, else a usual week's."""
        if minutes := self.settings().minutes:
            return minutes
        plan = self.latest_plan()
        total = whole(plan).total.total if plan else 0
        return total or USUAL_WEEK

    def cadences(self) -> Cadences:
        """The days after which ties cool, as her groups and her settings say."""
        return _cadences(self.book(), self.settings())

    def lately(self) -> tuple[Mapping[str, Split], ...]:
        """Minutes by group (id) of the last whole weeks, those off aside, oldest first: what the groups take."""
        return tuple(past.groups for past in self._home.past(self.this_week(), LATELY_WEEKS) if not past.off)

    def latest_plan(self) -> Plan | None:
        """This week's plan, else the last one made before it."""
        this_week = self.this_week()
        earlier = (week for week in reversed(self._home.weeks()) if week <= this_week)
        return next((plan for week in earlier if (plan := self._home.week(week).plan)), None)

    def plan_in_force(self, week: Week) -> Plan | None:
        """The plan that a week is judged by: its own, else the one it carries on; None without any. Raises StoreError
        where it cannot be read."""
        record = self._record(week)
        refuse_unread_week(record)
        return record.plan

    def report(self, week: Week | None = None) -> Report:
        """One week (this one, unless said) as it stands now.

        Within a second in which nothing changes it is made once: what is answered to a log, shown of it and spoken of
        after it is one judgement.
        """
        now = self.now()
        week = week or Week.of(now)
        record = self._home.week(week)
        made_from = week, now.replace(microsecond=0), record, self._home.stamp()
        if self._made_report is None or self._made_report[0] != made_from:
            self._made_report = made_from, self._report(self._planned(record), now)
        return self._made_report[1]

    def _report(self, record: WeekRecord, now: datetime) -> Report:
        timer = self.timer()
        counting = self._counting(timer, now)
        book, settings = self.book(), self.settings()
        if record.unread:
            from planner.domain.weeks.unread_report import unread_report

            return unread_report(record, book, now, timer, doubtful=timer is not counting)
        known = self._known(now, record, book, settings)
        drift = self._judged(record, book, settings, now, counting, known=known)
        return report(
            record,
            book,
            now,
            timer,
            drift,
            settings,
            self._firsts(book),
            doubtful=timer is not counting,
            known=known,
        )

    def last_bars(self, report: WeekReport) -> tuple[Bar, ...]:
        """A week and those before it, eight at most, as bars; only what it was judged by is read for them."""
        from planner.domain.weeks.bars import LAST, last_bars

        return last_bars(report, self._home.past(report.week, LAST - 1), self._home.unread_weeks())

    def _record(self, week: Week) -> WeekRecord:
        """A week with the plan that it is judged by; one that cannot be read has had its own."""
        return self._planned(self._home.week(week))

    def _planned(self, record: WeekRecord) -> WeekRecord:
        if record.plan or record.unread:
            return record
        return record._replace(plan=self._home.carried_plan(record.week))

    def _firsts(self, book: Book) -> Mapping[str, str]:
        """The entries (ids) that first were with people (ids); asked of all weeks only where a measure counts them."""
        active = book.active_objectives()
        if not active:
            return {}
        from planner.domain.trace import first_contacts
        from planner.domain.weeks.progress import counts_new_people

        return first_contacts(self._home.traces()) if counts_new_people(active) else {}

    @property
    def feeds_path(self) -> str:
        """Where the list of her feeds is, for a feed reader to be pointed at."""
        return os.path.join(self.folder, FEEDS)

    def _follow(self, before: Book, after: Book) -> None:
        """Write the list of feeds anew where a change of the book made it another. Raises Incomplete.

        The one that there is stays while the book cannot be read: it holds more than is known.
        """
        from planner.domain.feeds import feed_list, feeds_of

        if after.unread:
            return

        feeds = feeds_of(after)
        if feeds == feeds_of(before) and (not feeds or os.path.lexists(self.feeds_path)):
            return
        try:
            document = feed_list(feeds, say("Followed by planner"), self.now())
            self._home.hand_out(FEEDS, document.encode())
        except StoreError as error:
            raise Incomplete(say("It is done, but the list of feeds is not: {reason}", reason=error)) from None

    def longest_run(self, timer: Timer) -> int:
        """The minutes up to which a run like this one is believed, by her usual ones and those of the last weeks."""
        from planner.domain.timer import longest_run  # only while one runs

        this_week = self.this_week()
        past = self._home.past(this_week, RHYTHM_WEEKS)
        mine = [
            entry.minutes
            for entry in self._home.week(this_week).entries
            if entry.confirmed and entry.kind is timer.kind
        ]
        confirmed = max([*mine, *(week.longest.of(timer.kind) for week in past)], default=0)
        return longest_run(self.book().usual(timer.group, timer.kind), confirmed)

    def doubt_of(self, timer: Timer, now: datetime) -> Doubt | None:
        """What cannot be right about a timer that has run until ``now``."""
        from planner.domain.timer import doubt

        return doubt(timer, self.longest_run(timer), now, self.settings().night_hour)

    def _counting_timer(self, now: datetime) -> Timer | None:
        """The running timer, whose minutes count at once; None where it cannot be right until she has answered."""
        return self._counting(self.timer(), now)

    def _counting(self, timer: Timer | None, now: datetime) -> Timer | None:
        return timer if timer and not self.doubt_of(timer, now) else None

    def _known(self, now: datetime, record: WeekRecord, book: Book, settings: Settings) -> Callable[[], Known]:
        """What the next act is chosen by, beside the plan: this week's objectives, and whom she saw of late.

        All that it takes is read by now: whenever it is asked for, it is of this moment and meets no file. ``record``
        is of this week or of another.
        """
        until = pinned(now)  # the zone is asked once, not for every entry
        week = Week.of(now)
        this = record if record.week == week else self._home.week(week)
        entries = [entry for entry in this.entries if entry.confirmed and entry.start <= until]
        served = self._served(week, entries, book)
        past = self._home.past(week, SEEN_WEEKS) if book.people else ()
        lately = [unread for unread in self._home.unread_weeks() if 0 <= week.minus(unread) <= SEEN_WEEKS]
        unread_until = max(lately).sunday if lately else None

        def seen() -> dict[str, Stretch]:
            last: dict[str, Stretch] = {}
            for earlier in past:
                last |= earlier.seen
            return last | last_seen((Stretch(e.start, e.minutes, e.kind, e.group), e.people) for e in entries)

        def known() -> Known:
            from planner.domain.drift.advice import Known  # only who tells of an act pays for it

            cadences = partial(_cadences, book, settings)
            return Known(now, served, cache(seen), SEEN_WEEKS, unread_until, cadences=cadences)

        return cache(known)

    def _served(self, week: Week, entries: list[Entry], book: Book) -> Mapping[str, tuple[int, ...]]:
        """What was done for the active objectives (ids), as their measures count it."""
        active = book.active_objectives()
        if not active:
            return {}
        from planner.domain.trace import trace_of
        from planner.domain.weeks.progress import week_progress

        progress = week_progress(active, trace_of(week, entries), book, self._firsts(book))
        return {each.objective.id: each.counts for each in progress}

    def _judged(
        self,
        record: WeekRecord,
        book: Book,
        settings: Settings,
        moment: datetime,
        timer: Timer | None,
        *,
        known: Callable[[], Known],
        arranged: bool = True,
    ) -> Drift:
        """The judgement of a week; without ``arranged`` meetings for a moment of which it is not known what was."""
        until = pinned(moment)  # the zone is asked once, not for every stretch
        return judge(
            moment,
            record.week,
            record.plan,
            [stretch for stretch in counted(record, timer, moment) if stretch.start <= until],
            self._home.past(record.week, RHYTHM_WEEKS),
            unread=self._home.unread_weeks(),
            book=book,
            settings_off=settings.signals_off,
            timer=timer,
            known=known,
            arranged=arranged_minutes(record.week, book, moment) if arranged else 0,
            warn=settings.warn,
            work_days=settings.work_days,
        )

    def overlaps(self, stretch: Lasting) -> tuple[Entry, ...]:
        """The entries that go on at some moment of a stretch, by start; only the weeks that it can touch are read."""
        near = {Week.of(stretch.start + timedelta(hours=hours)) for hours in (-EDGE, EDGE)}
        return overlaps(stretch, (entry for week in sorted(near) for entry in self._home.week(week).entries))

    def _refuse_unread_weeks(self) -> None:
        """Raises StoreError while a week cannot be read: whom and what it names is not known, so that nothing of that
        may go."""
        for week in self._home.weeks():
            self._home.week_once(week)
        if unread := self._home.unread_weeks():
            from planner.domain.unread import unread_file_words

            raise StoreError(unread_file_words(min(unread).file))

    def _changing(self) -> AbstractContextManager[Transaction]:
        """A change: what is put is kept together once it ends well, which is with :func:`done`; else nothing is."""
        return self._home.change("")

    def _beside(self, change: Change) -> Change:
        """A change to an entry with what went on at the same time."""
        entry = change.entry
        assert entry
        others = self.overlaps(entry)
        notes = overlap_words(entry, others, self.book())
        return change._replace(notes=(*change.notes, *notes), overlaps=others)

    def entry_words(self, entry: Entry) -> str:
        """An entry in words: day, times, length, kind, group, people."""
        return self._spelled(entry, self.book())

    def _spelled(self, entry: Entry, book: Book) -> str:
        from planner.domain.grammar.quickline import spell
        from planner.domain.grammar.reading import reading_of

        return spell(reading_of(entry, book), self.now())

    def _standing(self, change: Change) -> Change:
        """A change to an entry with where its group stands now.

        By now it is kept: what bars the view of the week (a damaged earlier week) is a note beside it, or
        she would log it a second time.
        """
        entry, notes = change.entry, (*change.notes, *self._home.troubles)
        assert entry
        try:
            report = self.report(entry.week)
        except PlannerError as error:
            return change._replace(notes=(*notes, str(error)))
        if not isinstance(report, WeekReport):  # which the report itself says
            return change._replace(notes=notes, report=report)
        standing = next((standing_words(line) for line in report.lines if line.group.id == entry.group), "")
        this_week = self.this_week()
        if standing and entry.week != this_week:
            number = str(entry.week.number if entry.week.year == this_week.year else entry.week)
            standing = say("In week {n}, {standing}", n=number, standing=standing)
        return change._replace(standing=standing, notes=notes, report=report)


def done(
    kept: Transaction, words: str, standing: str = "", notes: Iterable[str] = (), **about: Unpack[About]
) -> Change:
    """End a change: ``words`` say what was done, here and wherever it can be undone; ``about`` what it was done to.

    Where all was so before it is said, for no undo takes that back.
    """
    kept.label = words
    undoable = kept.leaves_step
    as_before = (say("It was so already."),) if kept.undoable and not undoable else ()
    return Change(words, standing, (*as_before, *notes), undoable=undoable, **about)


def _cadences(book: Book, settings: Settings) -> Cadences:
    from planner.domain.people.cadence import cadences_of  # only who knows somebody pays for it

    return cadences_of(book.groups.values(), settings)


def no_command_words(program: str) -> str:
    """That there is nothing to run by the name of her command."""
    return say("on_warning: there is no command “{command}” to run.", command=shown(program))
