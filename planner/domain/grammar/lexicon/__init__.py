"""The words of a line, as they look once case and accents are gone: what the languages' rows come to together.

English and French are always both understood: she types in the language that comes first. Where another is spoken its
words are, too. What is written for her to read again (an entry as a line, a completion) is in the language she chose: a
row's first word. Each language has a file of rows here; its code is the file's name.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
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


def _in_both_ways(text: str) -> Iterator[str]:
    """The words of a row; one of several parts is known with hyphens as well."""
    for word in _words(folded(text)):
        yield word
        yield word.replace(" ", "-")


def _words(text: str) -> list[str]:
    """The words of a row without accents; ``à`` keeps the one that tells it, as it does in a line."""
    words = (folded(text) if "à" not in text else _folded_but_alone(text)).split()
    return "\n".join(words).replace("_", " ").split("\n") if "_" in text else words


def _folded_but_alone(text: str) -> str:
    return " ".join(
        "_".join(part if part == "à" else folded(part) for part in said.split("_")) for said in text.split()
    )


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


def words_in(row: str) -> frozenset[str]:
    """The words of a row (by its name) in every language."""
    return frozenset([word for rows in _UNDERSTOOD for word in _words(getattr(rows, row))])


def numbers_in(row: str, first: int = 0) -> dict[str, int]:
    """What number each word of a row is, in every language; one that has no numbers is counted from ``first`` on."""
    numbers: dict[str, int] = {}
    for rows in _UNDERSTOOD:
        texts = getattr(rows, row)
        for number, text in texts.items() if isinstance(texts, dict) else enumerate(texts, first):
            numbers.update(dict.fromkeys(_words(text), number))
    return numbers


def said_in(row: str) -> dict[str, str]:
    """What each word of a row says, in every language."""
    return {word: said for rows in _UNDERSTOOD for said, text in getattr(rows, row).items() for word in _words(text)}


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
PLAIN_FORMS = words_in("PLAIN_FORMS")

#: Days counted from today.
NEAR_DAYS = numbers_in("NEAR_DAYS")

#: Weekdays in full, Monday 0, and cut short.
WEEKDAYS = {word: number for rows in _UNDERSTOOD for number, word in enumerate(_words(rows.WEEKDAYS))}
SHORT_WEEKDAYS = numbers_in("SHORT_WEEKDAYS")

#: Those of them that are other words, too: they are days only where a day would stand.
DOUBTFUL_WEEKDAYS = words_in("DOUBTFUL_WEEKDAYS")

#: Months that are other words, too, and weekdays that are after "la" or "le".
DOUBTFUL_MONTHS = words_in("DOUBTFUL_MONTHS")
NOUNS = words_in("NOUNS")
NOUN_LEADS = words_in("NOUN_LEADS")

#: What says that a weekday is the coming one, this week's, or the last one, before or after it.
COMING = words_in("COMING")
THIS = words_in("THIS")
LAST = words_in("LAST")

#: Numbers in words, up to fifty-nine, and ninety.
NUMBERS = {
    **numbers_in("ONES", 1),
    **numbers_in("TENS"),
    **_joined(),
    **numbers_in("NUMBERS"),
}

#: After these a figure is a number of something (not with an article: "un article 30"), before
#: these a bare hour is one of a house.
NUMBERED = words_in("NUMBERED")
ARTICLES = words_in("ARTICLES")
#: What lasts: after these an hour is how long, "journée de 8h", and no time.
LASTING = words_in("LASTING")
STREETS = words_in("STREETS")

#: Units that days are counted in, in days; months are counted by the calendar.
DAY_UNITS = numbers_in("DAY_UNITS")
MONTH_UNITS = words_in("MONTH_UNITS")

#: Words that before a day or a time may say that it is no beginning: "since yesterday", "before 10:30".
OF_ENDS = words_in("ENDS")

#: Meals, which have no hour: "since lunch".
MEALS = words_in("MEALS")

#: Words that right beside a day may say another one with it: "tomorrow week".
OF_DAYS = {*DAY_UNITS, *MONTH_UNITS, *COMING, *LAST, *words_in("BESIDE_DAYS")} - {"d", "j", "s", "w"}

#: Units of a length, and times of day that have a name.
SECOND_UNITS = words_in("SECOND_UNITS")
HOUR_UNITS = words_in("HOUR_UNITS")
MINUTE_UNITS = words_in("MINUTE_UNITS")
NOON = words_in("NOON")
MIDNIGHT = words_in("MIDNIGHT")

#: Parts of an hour, in minutes, alone and after hours; what is taken from hours; and what stands before "hour".
PARTS_OF_HOUR = numbers_in("PARTS_OF_HOUR")
AFTER_HOURS = numbers_in("AFTER_HOURS")
LESS = words_in("LESS")
LESS_QUARTER = words_in("LESS_QUARTER")
OF_HOUR = words_in("OF_HOUR")

#: Words that round a length, count two of a unit, and lead up to a length.
ROUNDING = words_in("ROUNDING")
COUPLE = words_in("COUPLE")
LENGTH_LEADS = words_in("LENGTH_LEADS")
LATELY = words_in("LATELY")
ABOUT_HOURS = words_in("ABOUT_HOURS")
ABOUT_AFTER = words_in("ABOUT_AFTER")
ABOUT = ABOUT_HOURS | words_in("ABOUT")

#: What counts units without a number, and stretches of a day with what makes a length of them: "half a day".
COUNTING = NUMBERS.keys() | words_in("COUNTING")
STRETCHES = words_in("STRETCHES")
WHOLE = words_in("WHOLE")

#: What makes figures an hour of the day, hours in words, and what is added to them before or after.
CLOCK_HOURS = words_in("CLOCK_HOURS")
OCLOCK = words_in("OCLOCK")
HOURS = {word for word, number in NUMBERS.items() if 2 <= number <= 23} | words_in("ONE_OCLOCK")
BEFORE_CLOCK = numbers_in("BEFORE_CLOCK")
AFTER_CLOCK = numbers_in("AFTER_CLOCK")
HOUR_PART_LEADS = words_in("HOUR_PART_LEADS")

#: The part of a day that each word says, and each of today in a word.
DAY_PARTS = said_in("DAY_PARTS")
PARTS_TODAY = said_in("PARTS_TODAY")
PART_LEADS = words_in("PART_LEADS")
PARTS_YESTERDAY = said_in("PARTS_YESTERDAY")
PART_OF_TODAY = words_in("PART_OF_TODAY")

#: Words that lead up to a time, make a figure an hour, or say since when and until when something went on.
TIME_LEADS = words_in("TIME_LEADS")
HOUR_LEADS = words_in("HOUR_LEADS")
SPELLED_LEADS = words_in("SPELLED_LEADS")
FROM = words_in("FROM")
FROM_ON = words_in("FROM_ON")
ONWARD = words_in("ONWARD")
BETWEEN = words_in("BETWEEN")
TO = words_in("TO")
SINCE = words_in("SINCE")
UNTIL = words_in("UNTIL")
STARTED = words_in("STARTED")
ENDED = words_in("ENDED")

#: Words that only lead up to a day, to a person, and after which a short weekday is somebody: "talk to sam".
DAY_LEADS = words_in("DAY_LEADS")
AHEAD_LEADS = words_in("AHEAD_LEADS")
PERSON_LEADS = words_in("PERSON_LEADS")
NO_DAY_AFTER = words_in("NO_DAY_AFTER")

#: Words that lead up to a form, a group, a phrase that may be a place, and a weekday in a phrase.
FORM_LEADS = words_in("FORM_LEADS")
GROUP_LEADS = words_in("GROUP_LEADS")
PHRASE_LEADS = words_in("PHRASE_LEADS")
OF_PHRASES = ARTICLES | words_in("OF_PHRASES")
EVERY = words_in("EVERY")
FOR = words_in("FOR")

#: Words that lead up to others, and alone name no group: "answered a question" is not Tech à Lyon's.
SMALL_WORDS = ARTICLES | DAY_LEADS | PERSON_LEADS | words_in("SMALL_WORDS")

#: After these a known first name is that person.
COMPANY = words_in("COMPANY")
INTRODUCED = words_in("INTRODUCED")
AND = words_in("BOTH")

#: Weeks counted from this one.
NEAR_WEEKS = numbers_in("NEAR_WEEKS")

#: One week, one month, the ends of weeks, and weeks counted from a day.
WEEK = words_in("WEEK")
MONTH = words_in("MONTH")
NAMED_WEEKS = numbers_in("NAMED_WEEKS")
NAMED_MONTHS = numbers_in("NAMED_MONTHS")
END_OF_WEEK = numbers_in("END_OF_WEEK")
WEEKENDS = words_in("WEEKENDS")
WEEKS_ON = numbers_in("WEEKS_ON")
WEEKS_FROM = words_in("WEEKS_FROM")
OF = words_in("OF")

#: What says that days have passed, before or after them, and that they are to come.
AGO_BEFORE = words_in("AGO_BEFORE")
AGO_AFTER = words_in("AGO_AFTER")
AWAY = words_in("AWAY")

#: What makes a figure a day of the month, and the parts of a month: "early" of "early", "beginning of" or "début".
ORDINALS = tuple(words_in("ORDINALS"))
DATE_LEADS = words_in("DATE_LEADS")
MONTH_PARTS = said_in("MONTH_PARTS")
OF_MONTH = words_in("OF_MONTH")

#: What says about when, and no day.
SOON = words_in("SOON")
BEFORE_AFTER = words_in("BEFORE_AFTER")

#: How a promise begins, "mine" and "theirs"; and after a name.
OWED = said_in("OWED")
OWED_BY_NAME = words_in("OWED_BY_NAME")

#: Months in every language, 1 to 12.
MONTHS = numbers_in("MONTHS", 1)

#: What a group is for (group.Role), by the words for it.
ROLES = said_in("ROLES")

#: What watching is done with (group.Tool), by the words for it.
TOOLS = said_in("TOOLS")

#: What one calls oneself.
MYSELF = words_in("MYSELF")


def no_echo_word() -> str:
    """The word that says, in the language spoken, that nothing came back."""
    return _rows_spoken().NO_ECHO.split()[0]
