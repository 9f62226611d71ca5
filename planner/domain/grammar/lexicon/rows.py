"""What a language has to have for its lines to be understood: its words, as rows.

Words of one row are parted by spaces; ``_`` stands for a space within one. They are written as people write them, for
they are compared once case and accents are gone. A row that a language has no words for is empty.

This is for who writes rows and who checks them: a language's file has the rows as its names, and imports nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ...kinds import Kind

#: The words for each kind or form; the first one is the one written. None is the kind itself.
Namings = Mapping[tuple[Kind, str | None], str]


class Rows(Protocol):
    """The file of one language."""

    NAMINGS: Namings
    PLAIN_FORMS: str  #: words that name only a form; one like "coffee" says more, and stays in a note where it does

    NEAR_DAYS: Mapping[int, str]  #: days counted from today
    WEEKDAYS: str  #: seven, Monday first
    SHORT_WEEKDAYS: Sequence[str]  #: the same cut short, each in all its ways
    MONTHS: Sequence[str]  #: twelve, each in all its ways
    DOUBTFUL_WEEKDAYS: str  #: short ones that are other words, too: they are days only where a day would stand
    DOUBTFUL_MONTHS: str
    NOUNS: str  #: short weekdays that are no days after one of NOUN_LEADS: "la mer"
    NOUN_LEADS: str

    COMING: str  #: before or after a weekday: the coming one,
    THIS: str  #: this week's,
    LAST: str  #: or the last one
    NEAR_WEEKS: Mapping[int, str]  #: weeks counted from this one
    DAY_UNITS: Mapping[int, str]  #: units that days are counted in, in days
    MONTH_UNITS: str
    HOUR_UNITS: str
    MINUTE_UNITS: str
    NOON: str
    MIDNIGHT: str
    DAY_PARTS: Mapping[str, str]  #: morning, afternoon, evening and night

    ONES: Sequence[str]  #: one to nineteen, each in all its ways
    TENS: Mapping[int, str]  #: twenty to fifty, to which the first nine are joined with a hyphen
    NUMBERS: Mapping[int, str]  #: numbers that are made in no such way

    ARTICLES: str
    DAY_LEADS: str  #: words that only lead up to a day,
    AHEAD_LEADS: str  #: those of them that lead up to a day to come; before one of a log they are others
    ENDS: str  #: words that before a day or a time may say that it is no beginning: "since yesterday"
    MEALS: str  #: what people reckon a day by, though it has no hour: "since lunch"
    BESIDE_DAYS: str  #: words that right beside a day may say another one with it: "lundi en huit"
    PERSON_LEADS: str  #: or to a person
    NO_DAY_AFTER: str  #: after these a short weekday is somebody: "talk to sam"
    SMALL_WORDS: str  #: further words that lead up to others, and alone name no group
    COMPANY: str  #: after these a known first name is that person
    BOTH: str  #: what stands between two of a kind: "and"
    NUMBERED: str  #: after these a figure is a number of something, before these a bare hour is one of a house
    LASTING: str  #: what lasts: after these an hour is how long, "journée de 8h", and no time
    STREETS: str

    ECHO_WAYS: Mapping[str, str]  #: how something comes back (echo.WAYS), one and many of each
    NO_ECHO: str  #: nothing did
    MYSELF: str  #: what one calls oneself
