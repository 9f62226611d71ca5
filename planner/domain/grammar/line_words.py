"""The words of one line, and what is known of each before anything is read: what stands beside it, whose name it is.

What readers find on their way is kept here, too: what is shaped like a length, a time or a day and is none as a
problem, what merely looks like one as a likeness.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from ..errors import Misread
from ..value import NamedTuple
from ..value.dates import datetime
from .day import Direction
from .durations import Length, length_at
from .group_names import GroupNames
from .group_words import Naming, named_in_full
from .lexicon import (
    ARTICLES,
    DOUBTFUL_MONTHS,
    HOUR_UNITS,
    LASTING,
    MINUTE_UNITS,
    MONTHS,
    NUMBERED,
    OF,
    SHORT_WEEKDAYS,
)
from .tokens import NO_KEY, Word

#: A line says its parts near its beginning or its end; between them, so many words from either, all is note.
REACH = 60

#: A bare hour up to this one is a length: "2h".
LAST_LENGTH = 4

#: Up to so many, figures before "hr" are hours, whatever group's name begins so.
_MOST_HOURS = 12


class Manner(NamedTuple):
    """How a line is to be read: a log, unless said otherwise.

    ``is_timer``: it counts its own minutes. ``is_moment``: it says nothing but a moment, so that ``3h`` is no length.
    ``is_coming``: days and times lie ahead, the group may be left out, and what it serves is not said.
    """

    is_timer: bool = False
    is_coming: bool = False
    is_moment: bool = False

    @property
    def direction(self) -> int:
        return Direction.AHEAD if self.is_coming else Direction.PAST


class Looks(NamedTuple):
    """``run`` words from ``at`` on that look like a figure, a time or a day."""

    at: int
    run: int


class Problem(NamedTuple):
    """``run`` words from ``at`` on shaped like one of these that are none, unless others explain all of them."""

    at: int
    run: int
    why: Misread


class LineWords:
    """The words of one line, read in one manner, and the names of the groups there are."""

    def __init__(self, words: Sequence[Word], now: datetime, manner: Manner, names: GroupNames) -> None:
        self.words = words
        self.keys = [word.key for word in words]
        self.texts = [word.text for word in words]
        self.problems: list[Problem] = []
        self.looks: list[Looks] = []
        self.now, self.manner, self.names = now, manner, names
        #: The groups whose names or slugs stand in full, by where they begin; and the keys without those of a name of
        #: several words, which say nothing else: "20 HR Circle" is no 20 hours.
        self.full = self._named_in_full()
        self.free = list(self.keys)
        for naming in self.full.values():
            if naming.length > 1:
                self.free[naming.at : naming.at + naming.length] = [NO_KEY] * naming.length

    def _named_in_full(self) -> dict[int, Naming]:
        named: dict[int, Naming] = {}
        for at in self.places() if self.names else ():
            if self.names.may_begin(self.texts[at]):
                name = named_in_full(self.plain(at), 0, self.names)
                if name:
                    named[at] = name._replace(at=at)
        return named

    def plain(self, at: int) -> list[str | None]:
        """So many words from ``at`` on as a group's name may have; None for one that is none of a name."""
        return [word.text if word.is_plain else None for word in self.words[at : at + max(2, self.names.longest)]]

    def places(self) -> Iterator[int]:
        """The words, from first to last, at which anything is looked for."""
        count = len(self.words)
        if count <= 2 * REACH:
            yield from range(count)
        else:
            yield from range(REACH)
            yield from range(count - REACH, count)

    def after(self, at: int) -> str:
        return self.free[at].rstrip(".") if at < len(self.free) else ""

    def text(self, at: int, run: int) -> str:
        return " ".join(self.texts[at : at + run])

    def ends(self, at: int) -> bool:
        """Whether nothing but people, objectives, a group and a length follows."""
        return at >= self._end_of_note

    @cached_property
    def _end_of_note(self) -> int:
        """The place after the last word that is neither marked, quoted, a figure nor perhaps a group's."""
        for at in range(len(self.free) - 1, -1, -1):
            key = self.free[at]
            if not (key == NO_KEY or key.isdecimal() or self.names.may_begin(self.texts[at])):
                return at + 1
        return 0

    def is_unit(self, at: int) -> bool:
        """Whether a word is the unit of the figure before it, and so no beginning of a group's name: "25 min".

        Nobody logs so many hours as "20 hr" would be.
        """
        figure, unit = (self.free[at - 1] if at else "", self.free[at])
        if not figure.isdecimal():
            return False
        return unit in MINUTE_UNITS or (unit in HOUR_UNITS and len(figure) < 3 and int(figure) <= _MOST_HOURS)

    def is_word(self, at: int) -> bool:
        """Whether a word of letters stands here that is marked in no way, and no group's."""
        return at < len(self.free) and self.free[at][:1].isalpha() and not self.names.may_begin(self.texts[at])

    def is_numbered(self, at: int) -> bool:
        """Whether a figure is the number of what stands before it: "room 12"."""
        return at > 1 and self.free[at - 1] in NUMBERED and self.free[at - 2] not in ARTICLES

    def lasts(self, at: int) -> bool:
        """Whether the "of" of what lasts stands here: "a session of", "journée de"."""
        return at > 0 and self.free[at] in OF and self.free[at - 1] in LASTING

    def begins_date(self, at: int) -> bool:
        """Whether a figure and a month stand here, and the month is no other word."""
        month = self.after(at + 1)
        is_word = month in DOUBTFUL_MONTHS and self.after(at + 2)[:1].isalpha()
        return self.free[at].isdecimal() and month in MONTHS and month not in SHORT_WEEKDAYS and not is_word

    def has_length_beside(self, at: int, run: int, *, is_date: bool = False) -> bool:
        """Whether the line has another length: one with its unit, or before it one without or like a time as well.

        Beside what may be a date, one like a time may follow, too: "tue 24 1h".
        """
        for other in self.places():
            if at <= other < at + run:
                continue
            length = length_at(self.free, other)
            if (
                not length
                or not length.minutes
                or other < at < other + length.run
                or self.begins_date(other + length.run - 1)
            ):
                continue
            if not is_hour_like(length) and (other < at or not (length.is_bare or (length.is_clock and not is_date))):
                return True
        return False


def is_hour_like(length: Length) -> bool:
    """Whether a length is rather a time of day: "9h"."""
    return length.is_clock and (length.minutes or 0) >= 60 * (LAST_LENGTH + 1)
