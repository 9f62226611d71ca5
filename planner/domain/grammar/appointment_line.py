"""The line of an appointment: the quick-log line turned to what is still to come.

``WHEN [MINUTES] [@person]... [GROUP] [title words]``, in any order: "thu 12:30 45m @marie lyon-ux coffee". A time is
needed, and may say the end too ("14:00-15:30"); a weekday is the coming one, today as long as its time is to come.
Small words before a day, a time or a person are no part of the title ("on friday at 14h with @marie"). A title that
begins with a form of meeting (coffee, call, video) says the form.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from ..book import Book
from ..errors import Misread
from ..group import USUAL
from ..kinds import Kind
from ..texts import folded, shown
from ..words import clock, dated, say
from .coming_days import LONGEST_DAY, read_coming_day
from .group_words import find_certain
from .lexicon import AT, LEADS, SHORT_WEEKDAYS, WITH, kind_of
from .line_reader import LineReader
from .moments import Day, find_day, is_after, looks_like_when, placed, read_time
from .reading import Reading, Unfinished
from .tokens import Word


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
        if _is_plain(words[at]) and not self._long_name(words, at):
            taken = self._take_lead(words, at) or self._take_long_day(words, at) or self._take_span(words[at].text)
            if taken:
                self._free.append(None)
                return taken
        return super()._take(_without_comma(words, at), at)

    def _take_lead(self, words: Sequence[Word], at: int) -> int:
        """A small word that only leads up to a day, a time or a person; "at 9" says a time, and nothing else does."""
        said, after = folded(words[at].text), _without_comma(words, at + 1)[at + 1 : at + 2]
        if not after or after[0].quoted:
            return 0
        if said in WITH:
            return int(after[0].mark == "@")
        if said in AT and _is_plain(after[0]) and self._time is None:
            text = after[0].text
            hour = f"{text}h" if text.isdecimal() and len(text) < 3 else ""
            if hour:
                self._time = read_time(hour)
                self._when.append(text)
                return 2
            return int(looks_like_when(text) and read_time(text) is not None)
        return int(said in LEADS and self._begins_day(words, at + 1))

    def _begins_day(self, words: Sequence[Word], at: int) -> bool:
        text = folded(words[at].text).rstrip(",.")
        is_day = looks_like_when(text) or text in SHORT_WEEKDAYS
        return _is_plain(words[at]) and not self._when_is_full and (is_day or self._long_day(words, at)[0] > 0)

    @property
    def _when_is_full(self) -> bool:
        return self._day is not None or self._exact is not None

    def _take_long_day(self, words: Sequence[Word], at: int) -> int:
        """A day of several words ("fri 4 dec", "in 3 days"), before its figure is taken for minutes."""
        count, day = (0, None) if self._when_is_full else self._long_day(words, at)
        if day:
            self._day = day
            self._when += [word.text for word in words[at : at + count]]
        return count

    def _long_day(self, words: Sequence[Word], at: int) -> tuple[int, Day | None]:
        """The day that several words from ``at`` on say, and how many they are; none is 0."""
        for count in range(min(LONGEST_DAY, len(words) - at), 1, -1):
            run = words[at : at + count]
            day = _coming(" ".join(word.text for word in run), self._now) if all(map(_is_plain, run)) else None
            if day:
                return count, day
        return 0, None

    def _take_span(self, text: str) -> int:
        """A time with its end, "14:00-15:30", which says the minutes as well."""
        first, dash, last = text.replace("–", "-").partition("-")
        if not dash or self._minutes is not None or self._time is not None or self._exact:
            return 0
        begin, end = (read_time(part) if looks_like_when(part) else None for part in (first, last))
        if begin is None or end is None or begin == end:
            return 0
        self._time, self._minutes = begin, (_of_day(end) - _of_day(begin)) % (24 * 60)
        self._when.append(text)
        return 1

    def _take_marked(self, word: Word) -> int:
        """A person; what an appointment serves is said once it is held, so ``#3`` is a word of its title."""
        if word.mark != "#":
            return super()._take_marked(word)
        self._free.append(Word(word.mark + word.text, quoted=True))
        return 1

    def _read_day(self, words: Sequence[Word], at: int) -> Day | None:
        """As in LineReader, of days to come."""
        text = words[at].text
        if text[:1] == "+" or "/" in text:
            return _coming(text, self._now)
        said = folded(text)
        if said.removesuffix(".") in SHORT_WEEKDAYS and not self._is_meant(words, at):
            return None
        return find_day(said, self._now, past=False) if not said[:1].isdigit() or "-" in said else None

    def _is_meant(self, words: Sequence[Word], at: int) -> bool:
        """Whether a weekday cut short, which may be another word too, is one.

        It begins the line, is by a time, or stands between small words that say so ("on fri at 14:00").
        """
        before = words[at - 1] if at else Word("by")
        after = words[at + 1] if at + 1 < len(words) else Word("")
        if folded(after.text) in AT and at + 2 < len(words):
            after = words[at + 2]
        by_time = any(_is_plain(word) and read_time(word.text) for word in (before, after))
        return by_time or (_is_plain(before) and folded(before.text) in LEADS and folded(before.text) != "la")

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


def _is_plain(word: Word) -> bool:
    return not (word.quoted or word.mark)


def _without_comma(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words, where the one at ``at`` says a day or a time without the comma after it ("fri, 14:00")."""
    word = words[at] if at < len(words) else Word("")
    text = word.text.rstrip(",")
    says = text != word.text and _is_plain(word) and (looks_like_when(text) or folded(text) in SHORT_WEEKDAYS)
    return [*words[:at], word._replace(text=text), *words[at + 1 :]] if says else words


def _of_day(at: time) -> int:
    """The minutes since midnight."""
    return at.hour * 60 + at.minute


def _coming(text: str, now: datetime) -> Day | None:
    day = read_coming_day(text, now)
    return Day(day) if day else None


def _moment(day: Day | None, at: time, now: datetime) -> datetime:
    """A time on a day (today, if None); a weekday is today's only while the time is still to come."""
    moment = placed(day.date if day else now.date(), at, now)
    if day and day.weekday and not is_after(moment, now):
        return placed(day.date + timedelta(days=7), at, now)
    return moment
