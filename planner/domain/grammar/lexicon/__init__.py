"""The words of a line, as they look once case and accents are gone: what the languages' rows come to together.

English and French are always both understood: she types in the language that comes first. Where another is spoken its
words are, too. What is written for her to read again (an entry as a line, a completion) is in the language she chose: a
row's first word. Each language has a file of rows here; its code is the file's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from ...kinds import Kind
from ...texts import folded
from ...words import language
from . import en, fr

if TYPE_CHECKING:
    from .rows import Namings, Rows

#: The letters of the kinds; ``v`` is the one of *veille*.
_LETTERS = {"c": Kind.CONTRIBUTION, "m": Kind.MEETING, "w": Kind.WATCHING, "v": Kind.WATCHING}

KindWord = tuple[Kind, str | None]


def _in_both_ways(text: str) -> list[str]:
    """The words of a row; one of several parts is known with hyphens as well."""
    return [folded(word.replace("_", part)) for word in text.split() for part in (" ", "-")]


def _words(text: str) -> list[str]:
    """The words of a row; ``à`` keeps the accent that tells it, as it does in a line."""
    if "à" in text:
        return [word if word == "à" else folded(word.replace("_", " ")) for word in text.split()]
    return [word.replace("_", " ") for word in folded(text).split()]


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


def _namings() -> Namings:
    """What kinds and forms are called in the language spoken; in English where that has no words of its own."""
    rows: Rows = _rows_of(language()) or cast("Rows", en)
    return rows.NAMINGS


#: The languages whose words are understood. The door has chosen hers before the first line is read.
_UNDERSTOOD = tuple(filter(None, map(_rows_of, dict.fromkeys(("en", "fr", language())))))


def _set(row: Callable[[Rows], str]) -> frozenset[str]:
    """The words of a row in every language."""
    return frozenset(word for rows in _UNDERSTOOD for word in _words(row(rows)))


def _numbered(row: Callable[[Rows], Iterable[tuple[int, str]]]) -> dict[str, int]:
    """What number each word of a row is, in every language."""
    return {word: number for rows in _UNDERSTOOD for number, words in row(rows) for word in _words(words)}


def _joined(rows: Rows) -> Iterable[tuple[int, str]]:
    """``twenty-two`` of its parts."""
    for ten, words in rows.TENS.items():
        for one, ones in enumerate(rows.ONES[1:9], start=2):
            yield ten + one, f"{words}-{ones}"


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
    **_numbered(_joined),
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
HOUR_UNITS = _set(lambda rows: rows.HOUR_UNITS)
MINUTE_UNITS = _set(lambda rows: rows.MINUTE_UNITS)
NOON = _set(lambda rows: rows.NOON)
MIDNIGHT = _set(lambda rows: rows.MIDNIGHT)

#: The part of a day that each word says.
DAY_PARTS = {word: part for rows in _UNDERSTOOD for part, row in rows.DAY_PARTS.items() for word in _words(row)}

#: Words that only lead up to a day, to a person, and after which a short weekday is somebody: "talk to sam".
DAY_LEADS = _set(lambda rows: rows.DAY_LEADS)
AHEAD_LEADS = _set(lambda rows: rows.AHEAD_LEADS)
PERSON_LEADS = _set(lambda rows: rows.PERSON_LEADS)
NO_DAY_AFTER = _set(lambda rows: rows.NO_DAY_AFTER)

#: Words that lead up to others, and alone name no group: "answered a question" is not Tech à Lyon's.
SMALL_WORDS = ARTICLES | DAY_LEADS | PERSON_LEADS | _set(lambda rows: rows.SMALL_WORDS)

#: After these a known first name is that person.
COMPANY = _set(lambda rows: rows.COMPANY)
AND = _set(lambda rows: rows.BOTH)

#: Weeks counted from this one.
NEAR_WEEKS = _numbered(lambda rows: rows.NEAR_WEEKS.items())

#: Months in every language, 1 to 12.
MONTHS = _numbered(lambda rows: enumerate(rows.MONTHS, start=1))
