"""The words of a line, as they look once case and accents are gone: what the languages' rows come to together.

English and French are always both understood: she types in the language that comes first. Where another is spoken its
words are, too. What is written for her to read again (an entry as a line, a completion) is in the language she chose: a
row's first word. Each language has a file of rows here; its code is the file's name.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache

from ...kinds import Kind
from ...texts import folded
from ...value.typed import TYPE_CHECKING, cast
from ...words import language
from . import en, fr

if TYPE_CHECKING:
    from .rows import Namings, Rows

#: The letters of the kinds; ``r`` is the one of *rencontre*, ``v`` of *veille*.
_LETTERS = {
    **{"c": Kind.CONTRIBUTION, "m": Kind.MEETING, "w": Kind.WATCHING},
    **{"r": Kind.MEETING, "v": Kind.WATCHING},
}

KindWord = tuple[Kind, str | None]


def _in_both_ways(text: str) -> list[str]:
    """The words of a row; one of several parts is known with hyphens as well."""
    return [folded(word.replace("_", part)) for word in text.split() for part in (" ", "-")]


def _words(text: str) -> list[str]:
    """The words of a row without accents; ``à`` keeps the one that tells it, as it does in a line."""
    words = folded(text)
    if "_" not in text and "à" not in text:
        return words.split()
    return [
        word.replace("_", " ") if "à" not in said else " ".join(map(_folded, said.split("_")))
        for word, said in zip(words.split(), text.split(), strict=True)
    ]


def _folded(part: str) -> str:
    return part if part == "à" else folded(part)


@cache
def _rows_of(code: str) -> Rows | None:
    """The rows of a language; None where it has none."""
    if code in ("en", "fr"):
        return cast("Rows", en if code == "en" else fr)
    try:
        return cast("Rows", __import__(f"{__name__}.{code}", fromlist=["KINDS"]))
    except ModuleNotFoundError:
        return None


@cache
def _kinds_in(spoken: str) -> dict[str, KindWord]:
    """What each word says where a language is spoken: its own words come before the others'."""
    known: dict[str, KindWord] = {letter: (kind, None) for letter, kind in _LETTERS.items()}
    for rows in filter(None, map(_rows_of, dict.fromkeys((spoken, "en", "fr")))):
        for said, words in rows.NAMINGS.items():
            for word in _in_both_ways(words):
                known.setdefault(word, said)
    return known


#: The longest run of words that says a kind or a form: "mise en relation".
LONGEST_KIND = 3


def kind_of(word: str) -> KindWord | None:
    """The kind that a word, or a run of words, names, and the form if it names one; None for any other."""
    return _kinds_in(language()).get(folded(word))


def kind_at(keys: Sequence[str], at: int) -> tuple[int, KindWord] | None:
    """How many words from ``at`` on are the longest that name a kind, and what they name."""
    for run in range(min(LONGEST_KIND, len(keys) - at), 0, -1):
        said = kind_of(" ".join(keys[at : at + run]))
        if said:
            return run, said
    return None


def is_letter(word: str) -> bool:
    """Whether a word is just a kind's letter."""
    return word in _LETTERS


def word_for(kind: Kind, form: str | None) -> str:
    """The word that says this kind and form in the language spoken; the kind's letter where no word says the form."""
    if form is None:
        return kind.letter
    words = _namings().get((kind, form))
    return words.split()[0].replace("_", "-") if words else kind.letter


def kinds_begun(typed: str, kind: Kind | None = None) -> list[str]:
    """The words for kinds and forms that begin so, in the language spoken; of each kind and form the first one.

    Where the ``kind`` is known they are those for its forms.
    """
    begun = []
    for (named, form), row in _namings().items():
        if kind is None or (form and named is kind):
            words = (word.replace("_", "-") for word in row.split())
            begun += [word for word in words if folded(word).startswith(typed)][:1]
    return begun


def _rows_spoken() -> Rows:
    """The rows of the language spoken; those of English where that has no words of its own."""
    return _rows_of(language()) or cast("Rows", en)


def _namings() -> Namings:
    """What kinds and forms are called in the language spoken."""
    return _rows_spoken().NAMINGS


#: The languages whose words are understood. The door has chosen hers before the first line is read.
_UNDERSTOOD = tuple(filter(None, map(_rows_of, dict.fromkeys(("en", "fr", language())))))


def _set(row: Callable[[Rows], str]) -> frozenset[str]:
    """The words of a row in every language."""
    return frozenset().union(*(_words(row(rows)) for rows in _UNDERSTOOD))


def _numbered(row: Callable[[Rows], Iterable[tuple[int, str]]]) -> dict[str, int]:
    """What number each word of a row is, in every language."""
    return {word: number for rows in _UNDERSTOOD for number, words in row(rows) for word in _words(words)}


def _named(row: Callable[[Rows], Mapping[str, str]]) -> dict[str, str]:
    """What each word of a row says, in every language."""
    return {word: said for rows in _UNDERSTOOD for said, words in row(rows).items() for word in _words(words)}


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches one of these words, the longest first; nothing where there are none."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True)) or '(?!)'})"


def written_to(words: Iterable[str]) -> str:
    """A pattern for words before another one, with the space after each; one with an apostrophe is written to it."""
    return any_of(word if word.endswith("'") else f"{word} " for word in words)


def phrase_at(keys: Sequence[str], at: int, phrases: Container[str], longest: int = 4) -> int:
    """How many words from ``at`` on are the longest of these phrases; 0 where none is."""
    for run in range(min(longest, len(keys) - at), 0, -1):
        if (keys[at] if run == 1 else " ".join(keys[at : at + run])) in phrases:
            return run
    return 0


def _joined() -> dict[str, int]:
    """``twenty-two`` of its parts, in every language."""
    joined: dict[str, int] = {}
    for rows in _UNDERSTOOD:
        units = [(word, unit) for unit, words in enumerate(rows.ONES[1:9], start=2) for word in _words(words)]
        for ten, words in rows.TENS.items():
            for tens in _words(words):
                joined.update((f"{tens}-{word}", ten + unit) for word, unit in units)
    return joined


#: Forms of a meeting that name only the form; one like "coffee" says more, and stays in a note where it stands in one.
PLAIN_FORMS = _set(lambda rows: rows.PLAIN_FORMS)

#: Days counted from today.
NEAR_DAYS = _numbered(lambda rows: rows.NEAR_DAYS.items())

#: Weekdays in full, Monday 0, and cut short.
WEEKDAYS = _numbered(lambda rows: enumerate(rows.WEEKDAYS.split()))
SHORT_WEEKDAYS = _numbered(lambda rows: enumerate(rows.SHORT_WEEKDAYS))

#: Those of them that are other words, too: they are days only where a day would stand.
DOUBTFUL_WEEKDAYS = _set(lambda rows: rows.DOUBTFUL_WEEKDAYS)

#: Months that are other words, too, and weekdays that are after "la" or "le".
DOUBTFUL_MONTHS = _set(lambda rows: rows.DOUBTFUL_MONTHS)
NOUNS = _set(lambda rows: rows.NOUNS)
NOUN_LEADS = _set(lambda rows: rows.NOUN_LEADS)

#: What says that a weekday is the coming one, this week's, or the last one, before or after it.
COMING = _set(lambda rows: rows.COMING)
THIS = _set(lambda rows: rows.THIS)
LAST = _set(lambda rows: rows.LAST)

#: Numbers in words, up to fifty-nine, and ninety.
NUMBERS = {
    **_numbered(lambda rows: enumerate(rows.ONES, start=1)),
    **_numbered(lambda rows: rows.TENS.items()),
    **_joined(),
    **_numbered(lambda rows: rows.NUMBERS.items()),
}

#: After these a figure is a number of something (not with an article: "un article 30"), before
#: these a bare hour is one of a house.
NUMBERED = _set(lambda rows: rows.NUMBERED)
ARTICLES = _set(lambda rows: rows.ARTICLES)
#: What lasts: after these an hour is how long, "journée de 8h", and no time.
LASTING = _set(lambda rows: rows.LASTING)
STREETS = _set(lambda rows: rows.STREETS)

#: Units that days are counted in, in days; months are counted by the calendar.
DAY_UNITS = _numbered(lambda rows: rows.DAY_UNITS.items())
MONTH_UNITS = _set(lambda rows: rows.MONTH_UNITS)

#: Words that before a day or a time may say that it is no beginning: "since yesterday", "before 10:30".
OF_ENDS = _set(lambda rows: rows.ENDS)

#: Meals, which have no hour: "since lunch".
MEALS = _set(lambda rows: rows.MEALS)

#: Words that right beside a day may say another one with it: "tomorrow week".
OF_DAYS = {*DAY_UNITS, *MONTH_UNITS, *COMING, *LAST, *_set(lambda rows: rows.BESIDE_DAYS)} - {"d", "j", "s", "w"}

#: Units of a length, and times of day that have a name.
SECOND_UNITS = _set(lambda rows: rows.SECOND_UNITS)
HOUR_UNITS = _set(lambda rows: rows.HOUR_UNITS)
MINUTE_UNITS = _set(lambda rows: rows.MINUTE_UNITS)
NOON = _set(lambda rows: rows.NOON)
MIDNIGHT = _set(lambda rows: rows.MIDNIGHT)

#: Parts of an hour, in minutes, alone and after hours; what is taken from hours; and what stands before "hour".
PARTS_OF_HOUR = _numbered(lambda rows: rows.PARTS_OF_HOUR.items())
AFTER_HOURS = _numbered(lambda rows: rows.AFTER_HOURS.items())
LESS = _set(lambda rows: rows.LESS)
LESS_QUARTER = _set(lambda rows: rows.LESS_QUARTER)
OF_HOUR = _set(lambda rows: rows.OF_HOUR)

#: Words that round a length, count two of a unit, and lead up to a length.
ROUNDING = _set(lambda rows: rows.ROUNDING)
COUPLE = _set(lambda rows: rows.COUPLE)
LENGTH_LEADS = _set(lambda rows: rows.LENGTH_LEADS)
LATELY = _set(lambda rows: rows.LATELY)
ABOUT_HOURS = _set(lambda rows: rows.ABOUT_HOURS)
ABOUT_AFTER = _set(lambda rows: rows.ABOUT_AFTER)
ABOUT = ABOUT_HOURS | _set(lambda rows: rows.ABOUT)

#: What counts units without a number, and stretches of a day with what makes a length of them: "half a day".
COUNTING = NUMBERS.keys() | _set(lambda rows: rows.COUNTING)
STRETCHES = _set(lambda rows: rows.STRETCHES)
WHOLE = _set(lambda rows: rows.WHOLE)

#: What makes figures an hour of the day, hours in words, and what is added to them before or after.
CLOCK_HOURS = _set(lambda rows: rows.CLOCK_HOURS)
OCLOCK = _set(lambda rows: rows.OCLOCK)
HOURS = {word for word, number in NUMBERS.items() if 2 <= number <= 23} | _set(lambda rows: rows.ONE_OCLOCK)
BEFORE_CLOCK = _numbered(lambda rows: rows.BEFORE_CLOCK.items())
AFTER_CLOCK = _numbered(lambda rows: rows.AFTER_CLOCK.items())
HOUR_PART_LEADS = _set(lambda rows: rows.HOUR_PART_LEADS)

#: The part of a day that each word says, and each of today in a word.
DAY_PARTS = _named(lambda rows: rows.DAY_PARTS)
PARTS_TODAY = _named(lambda rows: rows.PARTS_TODAY)
PART_LEADS = _set(lambda rows: rows.PART_LEADS)
PARTS_YESTERDAY = _named(lambda rows: rows.PARTS_YESTERDAY)
PART_OF_TODAY = _set(lambda rows: rows.PART_OF_TODAY)

#: Words that lead up to a time, make a figure an hour, or say since when and until when something went on.
TIME_LEADS = _set(lambda rows: rows.TIME_LEADS)
HOUR_LEADS = _set(lambda rows: rows.HOUR_LEADS)
SPELLED_LEADS = _set(lambda rows: rows.SPELLED_LEADS)
FROM = _set(lambda rows: rows.FROM)
FROM_ON = _set(lambda rows: rows.FROM_ON)
ONWARD = _set(lambda rows: rows.ONWARD)
BETWEEN = _set(lambda rows: rows.BETWEEN)
TO = _set(lambda rows: rows.TO)
SINCE = _set(lambda rows: rows.SINCE)
UNTIL = _set(lambda rows: rows.UNTIL)
STARTED = _set(lambda rows: rows.STARTED)
ENDED = _set(lambda rows: rows.ENDED)

#: Words that only lead up to a day, to a person, and after which a short weekday is somebody: "talk to sam".
DAY_LEADS = _set(lambda rows: rows.DAY_LEADS)
AHEAD_LEADS = _set(lambda rows: rows.AHEAD_LEADS)
PERSON_LEADS = _set(lambda rows: rows.PERSON_LEADS)
NO_DAY_AFTER = _set(lambda rows: rows.NO_DAY_AFTER)

#: Words that lead up to a form, a group, a phrase that may be a place, and a weekday in a phrase.
FORM_LEADS = _set(lambda rows: rows.FORM_LEADS)
GROUP_LEADS = _set(lambda rows: rows.GROUP_LEADS)
PHRASE_LEADS = _set(lambda rows: rows.PHRASE_LEADS)
OF_PHRASES = ARTICLES | _set(lambda rows: rows.OF_PHRASES)
EVERY = _set(lambda rows: rows.EVERY)
FOR = _set(lambda rows: rows.FOR)

#: Words that lead up to others, and alone name no group: "answered a question" is not Tech à Lyon's.
SMALL_WORDS = ARTICLES | DAY_LEADS | PERSON_LEADS | _set(lambda rows: rows.SMALL_WORDS)

#: After these a known first name is that person.
COMPANY = _set(lambda rows: rows.COMPANY)
INTRODUCED = _set(lambda rows: rows.INTRODUCED)
AND = _set(lambda rows: rows.BOTH)

#: Weeks counted from this one.
NEAR_WEEKS = _numbered(lambda rows: rows.NEAR_WEEKS.items())

#: One week, one month, the ends of weeks, and weeks counted from a day.
WEEK = _set(lambda rows: rows.WEEK)
MONTH = _set(lambda rows: rows.MONTH)
NAMED_WEEKS = _numbered(lambda rows: rows.NAMED_WEEKS.items())
NAMED_MONTHS = _numbered(lambda rows: rows.NAMED_MONTHS.items())
END_OF_WEEK = _numbered(lambda rows: rows.END_OF_WEEK.items())
WEEKENDS = _set(lambda rows: rows.WEEKENDS)
WEEKS_ON = _numbered(lambda rows: rows.WEEKS_ON.items())
WEEKS_FROM = _set(lambda rows: rows.WEEKS_FROM)
OF = _set(lambda rows: rows.OF)

#: What says that days have passed, before or after them, and that they are to come.
AGO_BEFORE = _set(lambda rows: rows.AGO_BEFORE)
AGO_AFTER = _set(lambda rows: rows.AGO_AFTER)
AWAY = _set(lambda rows: rows.AWAY)

#: What makes a figure a day of the month, and the parts of a month: "early" of "early", "beginning of" or "début".
ORDINALS = tuple(_set(lambda rows: rows.ORDINALS))
DATE_LEADS = _set(lambda rows: rows.DATE_LEADS)
MONTH_PARTS = _named(lambda rows: rows.MONTH_PARTS)
OF_MONTH = _set(lambda rows: rows.OF_MONTH)

#: What says about when, and no day.
SOON = _set(lambda rows: rows.SOON)
BEFORE_AFTER = _set(lambda rows: rows.BEFORE_AFTER)

#: How a promise begins, "mine" and "theirs"; and after a name.
OWED = _named(lambda rows: rows.OWED)
OWED_BY_NAME = _set(lambda rows: rows.OWED_BY_NAME)

#: Months in every language, 1 to 12.
MONTHS = _numbered(lambda rows: enumerate(rows.MONTHS, start=1))

#: What a group is for (group.Role), by the words for it.
ROLES = _named(lambda rows: rows.ROLES)

#: What watching is done with (group.Tool), by the words for it.
TOOLS = _named(lambda rows: rows.TOOLS)

#: How something comes back (echo.WAYS), by the words for it; the words that say that nothing did, and oneself.
ECHO_WAYS = {word: way for rows in _UNDERSTOOD for way, row in rows.ECHO_WAYS.items() for word in _words(row)}
NO_ECHO = _set(lambda rows: rows.NO_ECHO)
NO_ECHO_OF = _set(lambda rows: rows.NO_ECHO_OF)
NO_ECHO_YET = _set(lambda rows: rows.NO_ECHO_YET)
ECHO_NUMBERS = _numbered(lambda rows: rows.ECHO_NUMBERS.items())
MYSELF = _set(lambda rows: rows.MYSELF)


def no_echo_word() -> str:
    """The word that says, in the language spoken, that nothing came back."""
    return _rows_spoken().NO_ECHO.split()[0]
