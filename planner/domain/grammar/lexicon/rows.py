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
    WEEK: str  #: one week
    MONTH: str
    NAMED_WEEKS: Mapping[int, str]  #: weeks counted from this one, as they are called: "next week"
    NAMED_MONTHS: Mapping[int, str]
    WEEKS_ON: Mapping[int, str]  #: so many weeks after the day before it, if it is to come: "friday week"
    WEEKS_FROM: str  #: between so many weeks and the day they are counted from: "a week from friday"
    OF: str  #: between a part and what it is of: "friday of last week"
    AGO_BEFORE: str  #: before so many days that have passed,
    AGO_AFTER: str  #: or after them
    AWAY: str  #: before so many days to come
    ORDINALS: str  #: ends of a figure that is a day of the month: "20th"
    DATE_LEADS: str  #: after these a bare figure is one, too: "le 20"
    MONTH_PARTS: Mapping[str, str]  #: what stands before a month for "in" it, its "early", "mid" and "late" days
    OF_MONTH: str  #: between these and the month; one that ends with an apostrophe is written to it
    WEEKENDS: str
    END_OF_WEEK: Mapping[int, str]  #: the end of this week (0) and of the next (1)
    DAY_UNITS: Mapping[int, str]  #: units that days are counted in, in days
    MONTH_UNITS: str
    HOUR_UNITS: str
    MINUTE_UNITS: str
    SECOND_UNITS: str  #: in these nothing is counted, which is said
    PARTS_OF_HOUR: Mapping[int, str]  #: parts of an hour, in minutes, as they are called without an article
    AFTER_HOURS: Mapping[int, str]  #: what is added to hours after them, in minutes: "and a half"
    LESS: str  #: between hours and minutes that are taken from them: "deux heures moins dix",
    LESS_QUARTER: str  #: or the quarter that is
    OF_HOUR: str  #: between a fraction and "hour"; one that ends with an apostrophe is written to it
    ROUNDING: str  #: between a number and its unit, which it only rounds: "une bonne heure"
    COUPLE: str  #: two of a unit
    LENGTH_LEADS: str  #: before a length: "for"
    LATELY: str  #: before a length up to now: "the last hour"
    ABOUT_HOURS: str  #: before a length or a time that is about right,
    ABOUT: str  #: or a length alone
    ABOUT_AFTER: str  #: the same, after it: "an hour or so"
    COUNTING: str  #: what counts units without a number: "a few hours"
    STRETCHES: str  #: how long, as long as no word of WHOLE stands before it: "half a day"
    WHOLE: str
    NOON: str
    MIDNIGHT: str
    DAY_PARTS: Mapping[str, str]  #: morning, afternoon, evening and night
    PART_LEADS: str  #: between a day and a part of it: "in the"
    PARTS_TODAY: Mapping[str, str]  #: parts of today in a word: "tonight"
    PARTS_YESTERDAY: Mapping[str, str]  #: parts of yesterday: "last night"
    PART_OF_TODAY: str  #: before a part of today: "this morning"

    ONES: Sequence[str]  #: one to nineteen, each in all its ways
    TENS: Mapping[int, str]  #: twenty to fifty, to which the first nine are joined with a hyphen
    NUMBERS: Mapping[int, str]  #: numbers that are made in no such way

    ARTICLES: str
    DAY_LEADS: str  #: words that only lead up to a day,
    AHEAD_LEADS: str  #: those of them that lead up to a day to come; before one of a log they are others
    ENDS: str  #: words that before a day or a time may say that it is no beginning: "since yesterday"
    SINCE: str  #: before when something began that has gone on until now,
    UNTIL: str  #: and before when it ended,
    STARTED: str  #: before when it began: "started at 9"
    ENDED: str  #: and before when it ended
    TIME_LEADS: str  #: before a time of day, right after a day,
    HOUR_LEADS: str  #: and before a bare hour, which they make one,
    SPELLED_LEADS: str  #: or one in a word, at the line's end: "at ten"
    FROM: str  #: before the beginning of a range,
    FROM_ON: str  #: or of what has no end said
    ONWARD: str  #: after a time with one of these: "from 9 on"
    BETWEEN: str  #: the same, where "and" stands before its end
    TO: str  #: before its end
    CLOCK_HOURS: str  #: what figures have after them that are an hour of the day: "14 h"
    OCLOCK: str  #: and what a bare hour has
    ONE_OCLOCK: str  #: the number of one hour, where that is no article
    BEFORE_CLOCK: Mapping[int, str]  #: minutes added to an hour, said before it: "quarter to"
    AFTER_CLOCK: Mapping[int, str]  #: or after it: "et demie"
    HOUR_PART_LEADS: str  #: between an hour and the part of a day: "9 in the evening"
    MEALS: str  #: what people reckon a day by, though it has no hour: "since lunch"
    BESIDE_DAYS: str  #: words that right beside a day may say another one with it: "lundi en huit"
    FORM_LEADS: str  #: to the form of a meeting: "by phone",
    GROUP_LEADS: str  #: to a group,
    PERSON_LEADS: str  #: or to a person
    PHRASE_LEADS: str  #: after these a beginning of a group's name may be a place, or what is spoken of
    OF_PHRASES: str  #: before a weekday in a phrase, beside articles: "every monday"
    EVERY: str  #: before a weekday, which then is no day: "every monday"
    FOR: str  #: after this a weekday may be what something is for
    NO_DAY_AFTER: str  #: after these a short weekday is somebody: "talk to sam"
    SMALL_WORDS: str  #: further words that lead up to others, and alone name no group
    COMPANY: str  #: after these a known first name is that person
    INTRODUCED: str  #: and after these they are who brought her together with those of the line
    BOTH: str  #: what stands between two of a kind: "and"
    NUMBERED: str  #: after these a figure is a number of something, before these a bare hour is one of a house
    LASTING: str  #: what lasts: after these an hour is how long, "journée de 8h", and no time
    STREETS: str

    ROLES: Mapping[str, str]  #: what a group is for
    TOOLS: Mapping[str, str]  #: what watching is done with
    ECHO_WAYS: Mapping[str, str]  #: how something comes back (echo.WAYS), one and many of each
    NO_ECHO: str  #: nothing did: these alone, or with what they are said of and no other word,
    NO_ECHO_OF: str
    NO_ECHO_YET: str  #: and with one of these it is not known
    ECHO_NUMBERS: Mapping[int, str]  #: further numbers of a way: "no replies", "a dozen replies"
    MYSELF: str  #: what one calls oneself
    OWED: Mapping[str, str]  #: how a promise begins, "mine" and "theirs"
    OWED_BY_NAME: str  #: and after a name: "Marie owes me"
    SOON: str  #: what says about when a step is due, and no day
    BEFORE_AFTER: str  #: before what a step is due before or after: "before christmas"
