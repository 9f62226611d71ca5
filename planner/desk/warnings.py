"""Warnings: the judgement of a week, and which of its signals to speak of now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from planner.desk.base import RHYTHM_WEEKS, Base
from planner.domain.errors import Misread, Refused
from planner.domain.texts import shown
from planner.domain.week import Week
from planner.domain.weeks.change import Change
from planner.domain.weeks.report import counted
from planner.domain.words import say

if TYPE_CHECKING:
    from planner.domain.drift.judgement import Day, Drift, Signal


class Warnings(Base):
    """Drift as judged at any moment, and announcements that do not nag."""

    def drift_at(self, moment: datetime) -> Drift:
        """The judgement of the week of ``moment``, by what had begun before it."""
        return self._judged(Week.of(moment), moment, self.timer(), arranged=moment >= self.now())

    def replay(self, first: Week, last: Week) -> Iterator[Day]:
        """One judgement a day end from ``first`` to ``last``, each by only what was known then."""
        from planner.domain.drift.judgement import replay

        if last < first:
            raise Misread(say("{first} comes after {last}; write the earlier week first.", first=first, last=last))
        now = self.now()
        weeks = []
        for number in range(-RHYTHM_WEEKS, last.minus(first) + 1):
            record = self._record(first.plus(number))
            planned = record.plan.total if record.plan else None
            weeks.append((record.week, planned, counted(record, None, now)))
        days = replay(weeks, now.tzinfo, self.settings().warn)
        return (day for day in days if first <= day.week and day.at <= now)

    def announcements(self) -> tuple[Signal, ...]:
        """The signals to speak of now; each is remembered as announced."""
        from planner.domain.drift.alert import announced, to_announce

        now = self.now()
        week = Week.of(now)
        drift = self._judged(week, now, self._counting_timer(now))
        alerts, earlier = self._home.week(week).alerts, self._home.week(week.plus(-1)).alerts
        signals = to_announce(drift, alerts, earlier, now)
        if signals:
            with self._home.change(say("Announced")) as kept:
                kept.undoable = False
                for signal in signals:
                    kept.put_alert(week, announced(signal, kept.week(week).alerts, now))
        return signals

    def put_off(self, *signals: Signal) -> Change:
        """Not this week: do not speak of the causes of these signals again before the review."""
        from planner.domain.drift.alert import put_off

        now = self.now()
        week = Week.of(now)
        with self._home.change("") as kept:
            for signal in signals:
                kept.put_alert(week, put_off(signal, kept.week(week).alerts, now, kept.week(week.plus(-1)).alerts))
            text = " ".join(signal.text for signal in signals)
            kept.label = words = say("Not this week: {text}", text=text)
        return Change(words)

    def not_this_week(self, code: str = "") -> Change:
        """Put off what is spoken of, or all of one ``code``.

        Raises Refused where there is nothing (more) to put off, Misread for a code that there is not.
        """
        report = self.report()
        if not report.spoken:
            raise Refused(say("There is nothing to put off."))
        if not code:
            return self.put_off(report.spoken)
        meant = [signal for signal in report.heard() if signal.code == code]
        if not meant:
            codes = ", ".join(dict.fromkeys(signal.code for signal in report.heard()))
            raise Misread(say("“{code}” is nothing to put off now; there is: {codes}.", code=shown(code), codes=codes))
        return self.put_off(*meant)
