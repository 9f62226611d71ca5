"""The line of an appointment: the quick-log line turned to what is still to come.

``WHEN [MINUTES] [@person]... [GROUP] [title words]``, in any order: "thu 12:30 45m @marie lyon-ux coffee". A time is
needed; a weekday is the coming one, today as long as its time is still to come. A title that begins with a form of
meeting (coffee, call, video) says the form.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from .book import Book
from .coming_days import LONGEST_DAY, read_coming_day
from .errors import Misread
from .group import USUAL
from .group_words import find_certain
from .kinds import Kind
from .lexicon import SHORT_WEEKDAYS, kind_of
from .line_reader import LineReader
from .line_words import Word
from .moments import Day, find_day, is_after, placed, read_time
from .reading import Reading, Unfinished
from .texts import folded, shown
from .words import clock, dated, say


def read_appointment(text: str, book: Book, now: datetime) -> Reading:
    """What a line says, as far as it goes; never raises. The note of the reading is the title."""
    return ComingReader(book, now).read(text)


def read_coming_moment(text: str, now: datetime) -> datetime:
    """The moment to come that ``text`` means and nothing else: a time of today, or a day and a time. Raises Misread."""
    reading = read_appointment(text, Book({}, {}, {}), now)
    said_more = reading.note or reading.new_people or not reading.usual
    if reading.problem and not isinstance(reading.problem, Unfinished):
        raise reading.problem
    if reading.start is None or said_more:
        raise Misread(say("“{text}” is no moment to come: write fri 14:00 or 2026-12-04 14:00.", text=shown(text)))
    return reading.start


def refuse_past(moment: datetime, said: str, now: datetime) -> None:
    """Raise Misread for a moment that has passed."""
    if not is_after(moment, now):
        raise Misread(
            say(
                "“{text}” ({moment}) has passed; log what was held: planner log m 45 lyon-ux @marie.",
                text=shown(said),
                moment=f"{dated(moment, now)} {clock(moment)}",
            )
        )


class ComingReader(LineReader):
    """Reads a meeting that is still to come; its group may be left out."""

    def __init__(self, book: Book, now: datetime) -> None:
        super().__init__(book, now, Kind.MEETING, None, timing=False)

    def _take_kind(self, words: Sequence[Word]) -> int:
        """A meeting it is anyway: ``m`` or ``rdv`` may be said, a word with a form is the title's."""
        first = words[0] if words else Word("")
        return int(not (first.quoted or first.mark) and kind_of(first.text) == (Kind.MEETING, None))

    def _take(self, words: Sequence[Word], at: int) -> int:
        taken = 0 if self._long_name(words, at) else self._take_long_day(words, at)
        return taken or super()._take(words, at)

    def _take_long_day(self, words: Sequence[Word], at: int) -> int:
        """A day of several words ("fri 4 dec", "in 3 days"), before its figure is taken for minutes."""
        if self._day or self._exact:
            return 0
        for count in range(min(LONGEST_DAY, len(words) - at), 1, -1):
            run = words[at : at + count]
            said = " ".join(word.text for word in run)
            day = None if any(word.quoted or word.mark for word in run) else _coming(said, self._now)
            if day:
                self._day = day
                self._when.append(said)
                self._free.append(None)
                return count
        return 0

    def _take_marked(self, word: Word) -> int:
        """A person; what an appointment serves is said once it is held, so ``#3`` is a word of its title."""
        if word.mark != "#":
            return super()._take_marked(word)
        self._free.append(Word(word.mark + word.text, quoted=True))
        return 1

    def _read_day(self, words: Sequence[Word], at: int) -> Day | None:
        text = words[at].text
        if text[:1] == "+" or "/" in text:
            return _coming(text, self._now)
        said = folded(text)
        if said.removesuffix(".") in SHORT_WEEKDAYS and not self._is_meant(words, at):
            return None
        return find_day(said, self._now, past=False) if not said[:1].isdigit() or "-" in said else None

    def _is_meant(self, words: Sequence[Word], at: int) -> bool:
        """Whether a weekday cut short, which may be another word too, is one: it begins the line, or is by a time."""
        beside = [words[near] for near in (at - 1, at + 1) if 0 <= near < len(words)]
        return at == 0 or any(read_time(word.text) for word in beside if not (word.quoted or word.mark))

    def _take_group(self, *, unfinished: bool) -> None:  # noqa: ARG002 - as in LineReader
        texts = [word.text if word and not word.quoted else None for word in self._free]
        found = find_certain(texts, self._names)
        if found:
            self._group = found.groups[0]
            del self._free[found.at : found.at + found.length]
        first = next((word for word in self._free if word and word.text), Word(""))
        kind = None if first.quoted else kind_of(first.text)
        self._form = kind[1] if kind and kind[0] is Kind.MEETING else None

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
