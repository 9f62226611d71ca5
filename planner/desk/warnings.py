"""Warnings: the judgement of a week, and which of its signals to speak of now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from planner.desk.base import RHYTHM_WEEKS, done, no_command_words
from planner.desk.ties import Ties
from planner.domain.errors import Misread, Refused, StoreError
from planner.domain.settings import is_quiet
from planner.domain.texts import shown
from planner.domain.value.contexts import suppress
from planner.domain.value.typed import TYPE_CHECKING
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.weeks.report import counted
from planner.domain.weeks.unread_report import UnreadReport
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.domain.drift.drift import Drift, Signal
    from planner.domain.drift.judgement import Day, UnreadDay
    from planner.domain.entry import Entry
    from planner.domain.record import WeekRecord
    from planner.domain.weeks.report import WeekReport


class Warnings(Ties):
    """Drift as judged at any moment, and announcements that do not nag."""

    def drift_at(self, moment: datetime) -> Drift | None:
        """The judgement of the week of ``moment``, by what had begun before it; None where that cannot be read."""
        record, book, settings = self._record(Week.of(moment)), self.book(), self.settings()
        if record.unread:
            return None
        known = self._known(moment, record, book, settings)
        arranged = moment >= self.now()
        return self._judged(record, book, settings, moment, self.timer(), known=known, arranged=arranged)

    def replay(self, first: Week, last: Week) -> Iterator[Day | UnreadDay]:
        """One judgement a day end from ``first`` to ``last``, each by only what was known then; a week that cannot be
        read has none."""
        from planner.domain.drift.judgement import replay

        if last < first:
            raise Misread(say("{first} comes after {last}; write the earlier week first.", first=first, last=last))
        now = self.now()
        weeks, off = [], list[Week]()
        for number in range(-RHYTHM_WEEKS, last.minus(first) + 1):
            record = self._record(first.plus(number))
            planned = record.plan.budget if record.plan else None
            weeks.append((record.week, planned, None if record.unread else counted(record, None, now)))
            if record.plan and record.plan.off:
                off.append(record.week)
        settings = self.settings()
        days = replay(weeks, now.tzinfo, settings.warn, settings.work_days, off)
        return (day for day in days if first <= day.week and day.at <= now)

    def next_line(self, *, reminders: bool = True) -> Signal | None:
        """The one thing to speak of now, remembered as said; without ``reminders`` drift and damage alone."""
        from planner.domain.weeks import queue

        now = self.now()
        week = Week.of(now)
        alerts, earlier = self._home.week(week).alerts, self._home.week(week.plus(-1)).alerts
        report = self.report()
        damage = self._home.damage()  # of all that was read for this
        if isinstance(report, UnreadReport):  # nothing is judged, nor known to wait
            return queue.standing(damage)
        quiet = is_quiet(self.settings().quiet_hours, now)
        others = self._reminders(report) if reminders else ()
        offer = self.offer() if reminders and not quiet else None
        line = queue.next_line(report.drift, others, alerts, earlier, now, damage, offer, quiet=quiet)
        if line and not damage:
            self._remember(line)
        return line

    def offer(self) -> Signal | None:
        """What is offered once and was not yet: to say how the meetings of the last weeks were held."""
        from planner.domain.weeks import queue

        last = self._last(queue.FORM_WEEKS)
        if any(alert.code == "forms" for record in last for alert in record.alerts):
            return None
        return queue.forms_offer(len(self.unsaid_meetings()), self.settings().key("week.settle-forms", "H"))

    def _remember(self, *lines: Signal) -> None:
        """Remember of these that they were said; that is nothing to undo."""
        from planner.domain.drift.announcing import announced

        now = self.now()
        week = Week.of(now)
        with self._changing() as kept:
            kept.undoable = False
            for line in lines:
                kept.put_alert(week, announced(line, kept.week(week).alerts, now))

    def remember(self, *lines: Signal) -> None:
        """Remember of lines that they were said; where that cannot be kept, they are said again."""
        if lines and not self._home.damage():
            with suppress(StoreError):
                self._remember(*lines)

    def tell_outside(self) -> str:
        """Have her own command told what is new of this week, each thing once; returns what kept it from that, in
        words, and "" where nothing did.

        What is told is kept before: a command that fails is not called again for the same. In her quiet hours nothing
        is told; what is still so after them is told then.
        """
        if is_quiet(self.settings().quiet_hours, self.now()):
            return ""
        from planner.domain.grammar.setting_rows import command_words
        from planner.domain.weeks.told_outside import to_tell
        from planner.telling import start

        report = self.report()
        if isinstance(report, UnreadReport) or self._home.damage():
            return ""
        told = self._home.told_outside()
        words, now_told = to_tell(report, told)
        if now_told == told or not self._home.keep_told(now_told) or not words:
            return ""
        if held := self.held_command():
            return held
        command = command_words(self.settings().on_warning)
        return "" if start(command, words) else no_command_words(command[0])

    def unsaid_meetings(self) -> tuple[Entry, ...]:
        """The meetings of the last eight weeks that do not say how they were held, newest first."""
        from planner.domain.weeks.queue import FORM_WEEKS, unsaid_forms

        return unsaid_forms(entry for record in self._last(FORM_WEEKS) for entry in record.entries)

    def _reminders(self, report: WeekReport) -> Iterator[Signal]:
        """What may be reminded of; it is looked up only where the drift judgement has nothing to say."""
        from planner.domain.weeks import queue

        standing = queue.Standing(
            contributions=tuple(self._lately_logged()),
            cold=self._cold(),
            conflicts=self.kept_twice(),
            resting=self._resting(),
            quarter=self._quarter_over(report.today),
            waiting=len(self.waiting()),
            uncopied=self._uncopied(report.now),
            key=self.settings().key,
        )
        yield from queue.reminders(report, self.book(), standing)

    def echo_asked(self) -> Entry | None:
        """The contribution of the last days of which it was asked what came back, or will be; None for none."""
        from planner.domain.weeks.queue import echo_asked

        alerts = (alert for record in self._last(2) for alert in record.alerts)
        return echo_asked(self._lately_logged(), alerts, self.now())

    def _lately_logged(self) -> Iterator[Entry]:
        """What was logged in the weeks in which it may still be asked what came back."""
        return (entry for record in self._last(3) for entry in record.entries)

    def _last(self, count: int) -> list[WeekRecord]:
        """The last ``count`` weeks, this one included, oldest first."""
        return [self._home.week(self.this_week().plus(-back)) for back in reversed(range(count))]

    def _quarter_over(self, today: date) -> bool:
        """Whether a quarter is over since she set out, and since she was last told so."""
        from planner.domain.audit.setting_out import QUARTER_WEEKS, quarter_over

        if not quarter_over(self.book().objectives.values(), today):
            return False
        return not any(alert.code == "quarter" for record in self._last(QUARTER_WEEKS) for alert in record.alerts)

    def _cold(self) -> int:
        from planner.domain.people.tie import Warmth

        return self.ties().counts().warm[Warmth.COLD]

    def _resting(self) -> tuple[str, ...]:
        """The names of those left to rest and not heard of for a quarter, the closest first; none where they were
        offered within it."""
        from planner.domain.audit.setting_out import QUARTER_WEEKS

        least = 7 * QUARTER_WEEKS
        resting = [row for row in self.ties().rows if row.tie.resting and (row.tie.days or 0) >= least]
        if not resting or any(
            alert.code == "resting" for record in self._last(QUARTER_WEEKS) for alert in record.alerts
        ):
            return ()
        resting.sort(key=lambda row: (-row.tie.stage, -(row.tie.days or 0)))
        return tuple(row.person.name for row in resting)

    def _uncopied(self, now: datetime) -> int | None:
        """Days since a backup was proved good, else since the first entry; None where nothing was logged."""
        proved = self._home.last_verified()
        if proved and not proved.wrong:
            return (now - proved.at).days
        first = next(iter(self._home.weeks()), None)
        return (now.date() - first.monday).days if first else None

    def put_off(self, *signals: Signal) -> Change:
        """Not this week: do not speak of the causes of these signals again before the review."""
        from planner.domain.drift.announcing import put_off

        now = self.now()
        week = Week.of(now)
        with self._changing() as kept:
            for signal in signals:
                kept.put_alert(week, put_off(signal, kept.week(week).alerts, now, kept.week(week.plus(-1)).alerts))
            text = " ".join(signal.text for signal in signals)
            return done(kept, say("Not this week: {text}", text=text))

    def not_this_week(self, code: str = "") -> Change:
        """Put off what is spoken of, or all of one ``code``.

        Raises Refused where there is nothing (more) to put off, Misread for a code that there is not.
        """
        report = self.report()
        if isinstance(report, UnreadReport):
            raise StoreError(report.words)
        heard = report.heard()
        if not heard:
            raise Refused(say("There is nothing to put off."))
        if not code:
            return self.put_off(report.spoken or heard[0])
        meant = [signal for signal in heard if signal.code == code]
        if not meant:
            codes = ", ".join(dict.fromkeys(signal.code for signal in heard))
            raise Misread(say("“{code}” is nothing to put off now; there is: {codes}.", code=shown(code), codes=codes))
        return self.put_off(*meant)
