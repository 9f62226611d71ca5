"""A day as it was said, and what is said of one that is none.

A day has a direction where it could be in two places: a log looks back, a next step and a meeting ahead.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import Misread
from ..texts import shown
from ..value import NamedTuple
from ..value.dates import date, datetime, timedelta
from ..words import say

#: Years that a log or a plan can be about; beyond them a date is a slip of the finger.
YEARS = range(1970, 2200)


class Direction:
    """Where a day lies that could be in two places: behind, ahead, or the nearest.

    (Numbers, as an enumeration would cost a command more than reading the day does.)
    """

    PAST = -1
    NEAREST = 0
    AHEAD = 1


class PartOfDay(NamedTuple):
    """A part of a day: the hours from and to which it goes, and the one it usually begins at where only it is said."""

    name: str
    begin: int
    end: int
    usual: int


MORNING = PartOfDay("morning", 5, 12, 9)
AFTERNOON = PartOfDay("afternoon", 12, 18, 14)
EVENING = PartOfDay("evening", 17, 24, 19)
NIGHT = PartOfDay("night", 20, 24, 21)
PARTS_OF_DAY = {part.name: part for part in (MORNING, AFTERNOON, EVENING, NIGHT)}


#: So many hours before and after a part of a day are still called so: "this morning at 12:15".
_ABOUT = {"morning": (5, 1), "afternoon": (0, 1), "evening": (1, 3), "night": (2, 7)}


def is_within(part: PartOfDay, hour: int) -> bool:
    """Whether an hour may be called of a part of a day; after midnight it may be that of the evening before."""
    before, after = _ABOUT[part.name]
    return any(part.begin - before <= each < part.end + after for each in (hour, hour + 24))


class Day(NamedTuple):
    """A day as it was said. A ``weekday`` is today's too, if the time said with it fits."""

    date: date
    weekday: bool = False
    part: PartOfDay | None = None


class DayWords(NamedTuple):
    """A day that ``run`` words say; a Misread where they are shaped like one and there is none.

    ``is_doubtful`` words are others as well ("sun", "mar"), or a whole week in a log, and are no day where they stand;
    an ``is_period`` is longer than a day anywhere.
    """

    run: int
    day: Day | Misread
    is_doubtful: bool = False
    is_period: bool = False


class Place(NamedTuple):
    """Where a day may begin: at the word ``at``, after the small words from ``begin`` on that lead up to it.

    ``words`` are those that follow, ``texts`` the ``keys`` as they were typed. Where it ``is_numbered``, a bare figure
    after a weekday may be its day of the month.
    """

    keys: Sequence[str]
    texts: Sequence[str]
    begin: int
    at: int
    words: Sequence[str]
    now: datetime
    direction: int
    is_numbered: bool

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def rest(self) -> str:
        """The words that follow as one text that a pattern can be tried on."""
        return " ".join(self.words)

    def no_date(self, run: int) -> Misread:
        """Says that the next words are no date; the example lies where one may be meant."""
        away = timedelta(days=7 if self.direction == Direction.AHEAD else -6)
        return no_date(self.typed(run), (self.today + away).isoformat())

    def after(self, run: int) -> Place:
        """The place so many words further on."""
        return self._replace(words=self.words[run:], at=self.at + run)

    def typed(self, run: int) -> str:
        """The next words as they were typed."""
        return " ".join(self.texts[self.at : self.at + run])


def settled(day: Day, now: datetime, direction: int, *, is_past: bool) -> Day:
    """A weekday that names today, a week away where the time said with it ``is_past`` and may not be, or must be."""
    if day.weekday and day.date == now.date():
        if direction == Direction.AHEAD and is_past:
            return day._replace(date=day.date + timedelta(days=7))
        if direction == Direction.PAST and not is_past:
            return day._replace(date=day.date - timedelta(days=7))
    return day


def part_words(part: PartOfDay) -> str:
    """A part of a day as it is said: ``evening``."""
    return {"morning": say("morning"), "afternoon": say("afternoon"), "evening": say("evening"), "night": say("night")}[
        part.name
    ]


class StillToCome(Misread):
    """What was typed of a log lies ahead, or may be a word of its note."""


def to_come(text: str, moment: str) -> StillToCome:
    """Says that what was typed lies ahead, at a ``moment`` in words."""
    return StillToCome(
        say(
            "“{text}” ({moment}) is still to come; only what was done can be logged.",
            text=shown(text),
            moment=moment,
        )
    )


def no_date(text: str, example: str = "2026-11-20") -> Misread:
    """Says that there is no such date."""
    return Misread(say("There is no date “{text}”: write one such as {example}.", text=shown(text), example=example))


def out_of_reach(text: str) -> Misread:
    """Says that a date has a year that nothing here can be about."""
    return Misread(
        say(
            "“{text}” is out of reach: a date has a year from {first} to {last}.",
            text=shown(text),
            first=YEARS[0],
            last=YEARS[-1],
        )
    )


def count_of(text: str) -> int:
    """How many words a text has."""
    return text.count(" ") + 1 if text else 0
