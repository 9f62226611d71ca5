"""The line of an appointment: the quick-log line turned to what is still to come.

``WHEN [MINUTES] [@person]... [GROUP] [title words]``, in any order: "thu 12:30 45m @marie lyon-ux coffee". A time is
needed; a weekday is the coming one. A title word that names a form of meeting (coffee, call, video) says the form.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from .book import Book
from .coming_days import read_coming_day
from .errors import Misread
from .group import USUAL
from .group_words import find_certain
from .kinds import Kind
from .lexicon import SHORT_WEEKDAYS, kind_of
from .line_reader import LineReader
from .line_words import Word
from .moments import Day, find_day, is_after, placed, read_exact, read_time
from .reading import Reading, Unfinished
from .texts import folded, shown
from .words import clock, day_month, say


def read_appointment(text: str, book: Book, now: datetime) -> Reading:
    """What a line says, as far as it goes; never raises. The note of the reading is the title."""
    return ComingReader(book, now).read(text)


def read_coming_moment(text: str, now: datetime) -> datetime:
    """The moment to come that ``text`` means: a time of today, or a day and a time. Raises Misread."""
    said = text.strip()
    exact = read_exact(said, now)
    if exact is None:
        head, _, tail = said.rpartition(" ")
        at = read_time(tail)
        day = find_day(folded(head), now, past=False) if head else None
        if at is None or (head and day is None and (day := _coming(head, now)) is None):
            raise Misread(say("“{text}” is no moment to come: write fri 14:00 or 2026-12-04 14:00.", text=shown(text)))
        exact = _moment(day, at, now)
    refuse_past(exact, said, now)
    return exact


def refuse_past(moment: datetime, said: str, now: datetime) -> None:
    """Raise Misread for a moment that has passed."""
    if not is_after(moment, now):
        raise Misread(
            say(
                "“{text}” ({moment}) has passed; log what was held: planner log m 45 lyon-ux @marie.",
                text=shown(said),
                moment=f"{day_month(moment)} {clock(moment)}",
            )
        )


class ComingReader(LineReader):
    """Reads a meeting that is still to come; its group may be left out."""

    def __init__(self, book: Book, now: datetime) -> None:
        super().__init__(book, now, Kind.MEETING, None, timing=False)

    def _take_kind(self, words: Sequence[Word]) -> int:
        forms = (kind_of(word.text) for word in words if not (word.quoted or word.mark))
        self._form = next((found[1] for found in forms if found and found[0] is Kind.MEETING and found[1]), None)
        return 0

    def _read_day(self, words: Sequence[Word], at: int) -> Day | None:
        text = words[at].text
        if folded(text).removesuffix(".") in SHORT_WEEKDAYS and self._day is None:
            return find_day(folded(text), self._now, past=False)
        if text[:1] in "+" or not text[:1].isdigit() or "-" in text:
            day = find_day(folded(text), self._now, past=False)
            return day or (_coming(text, self._now) if text[:1] == "+" else None)
        return None

    def _take_group(self, *, unfinished: bool) -> None:  # noqa: ARG002 - as in LineReader
        texts = [word.text if word and not word.quoted else None for word in self._free]
        found = find_certain(texts, self._names)
        if found:
            self._group = found.groups[0]
            del self._free[found.at : found.at + found.length]

    def _usual_minutes(self) -> int:
        return (self._group.usual.meeting if self._group else 0) or USUAL.meeting

    def _start(self) -> datetime | None:
        if self._is_misread:
            return None
        start = self._exact
        if start is None:
            if self._time is None:
                raise Unfinished(say("Say when, with a time: fri 14:00."), say("when?"))
            start = _moment(self._day, self._time, self._now)
        refuse_past(start, " ".join(self._when), self._now)
        return start


def _coming(text: str, now: datetime) -> Day | None:
    day = read_coming_day(text, now)
    return Day(day) if day else None


def _moment(day: Day | None, at: time, now: datetime) -> datetime:
    """A time on a day (today, if None); a weekday is today's only while the time is still to come."""
    moment = placed(day.date if day else now.date(), at, now)
    if day and day.weekday and not is_after(moment, now):
        return placed(day.date + timedelta(days=7), at, now)
    return moment
