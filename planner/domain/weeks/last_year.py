"""Her last year in one sentence, before any chart: what went into reading, and whom she met."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from planner.domain.clock_time import once
from planner.domain.entry import Entry
from planner.domain.kinds import Kind
from planner.domain.value import NamedTuple
from planner.domain.words import plural, say, spell_minutes

#: Days that a year has, today among them.
YEAR = 365

#: Minutes from which on half an hour more or less is nothing.
_IN_HOURS = 600


class LastYear(NamedTuple):
    """Minutes of ``reading``, how many ``meetings``, and how many people she ``met``: None where no meeting names
    anybody, which is not nobody."""

    reading: int = 0
    meetings: int = 0
    met: int | None = None

    @property
    def words(self) -> str:
        """``Your last year: 312 hours of reading, 9 people met.``; "" where the log says nothing of it."""
        parts = [
            _reading_words(self.reading) if self.reading else "",
            _meeting_words(self.meetings, self.met) if self.meetings else "",
        ]
        what = ", ".join(filter(None, parts))
        return say("Your last year: {what}.", what=what) if what else ""


def last_year(entries: Iterable[Entry], today: date) -> LastYear:
    """What the log says of the year up to ``today``; what goes on at the same time counts once, and what nobody has
    confirmed does not."""
    since = today - timedelta(days=YEAR - 1)
    counted = once(entry for entry in entries if since <= entry.day <= today)
    meetings = [entry for entry in counted if entry.kind is Kind.MEETING]
    met = {person for entry in meetings for person in entry.people}
    reading = sum(entry.minutes for entry in counted if entry.kind is Kind.WATCHING)
    return LastYear(reading, len(meetings), len(met) or None)


def _reading_words(minutes: int) -> str:
    if minutes < _IN_HOURS:
        return say("{time} of reading", time=spell_minutes(minutes))
    hours = (minutes + 30) // 60
    return plural(hours, "{n} hour of reading", "{n} hours of reading")


def _meeting_words(meetings: int, met: int | None) -> str:
    if met is None:
        return plural(meetings, "{n} meeting", "{n} meetings")
    return plural(met, "{n} person met", "{n} people met")
