"""The line of an echo: what came back from an entry, ``2 replies @marie thanks for the links``.

A number and a word of a way is counted; ``@name`` says from whom; the rest is a word of hers, whole and in order. A way
alone counts once where nothing else is said ("thanks @marie"). ``nothing`` says that nothing came back. A figure that
counts no way ("3 bananas") stays a word, and is said to; one that cannot be counted ("-3 replies") is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..book import Book
from ..echo import Echo, counted, echo_words, way_words
from ..errors import Misread, PlannerError
from ..texts import clean, shown
from ..value import NamedTuple
from ..words import say
from .lexicon import AND, ECHO_WAYS, MYSELF, NO_ECHO, NUMBERS, PERSON_LEADS, no_echo_word
from .names import find_person, refuse_long, refuse_nobody, refuse_time
from .reading_parts import Parts, told
from .tokens import Word, quoted, split

#: The longest word of hers, in characters, and the longest run of words that names a way: "demande de contact".
LONGEST_TEXT = 300
LONGEST_WAY = 3

#: Nobody has more come back than this; what is larger is a number of something else.
MOST = 9999

#: What is written as a figure, be it one that counts or not.
_FIGURE = re.compile(r"[-−+]?\d+(?:[.,]\d+)?%?")


class EchoReading(NamedTuple):
    """What was understood of a line: an echo of known people, and the names of new ones. ``problem`` is what is wrong;
    ``read_as_note`` are words with a figure that look like a count, and were kept as words.

    ``echo`` is None for an empty line, which says that it is not known what came back.
    """

    echo: Echo | None = None
    new_people: tuple[str, ...] = ()
    problem: PlannerError | None = None
    read_as_note: tuple[str, ...] = ()

    @property
    def doubt(self) -> str:
        """What of it may be meant otherwise, in words; "" for nothing."""
        if not self.read_as_note:
            return ""
        words = ", ".join(say("“{text}”", text=word) for word in self.read_as_note)
        return say("Read as a word, not counted: {words}", words=words)


def read_echo(line: str, book: Book) -> EchoReading:
    """What a line says; never raises."""
    words = list(split(clean(line)))
    if not words:
        return EchoReading()
    try:
        return _read(words, book)
    except PlannerError as problem:
        return EchoReading(problem=problem)


def write_echo(echo: Echo | None, book: Book) -> str:
    """The line that says this echo: reading it back gives the same, but for when it was said."""
    if echo is None:
        return ""
    if not echo.came:
        return no_echo_word()
    said = [way_words(way, count) for way, count in echo.counts]
    said += [f"@{id_}" for id_ in echo.people]
    line = " ".join([*said, echo.text] if echo.text else said)
    same = read_echo(line, book).echo == echo._replace(at=None)
    return line if same or not echo.text else " ".join([*said, quoted(echo.text)])


def echo_parts(line: str, book: Book) -> Parts:
    """The live reading of a line, as parts to draw."""
    reading = read_echo(line, book)
    if reading.problem:
        return told(str(reading.problem), wrong=True)
    if reading.echo is None:
        return told(say("not known"), wrong=False)
    echo = reading.echo._replace(people=(*reading.echo.people, *reading.new_people))

    def name_of(id_: str) -> str:
        return say("{name} (new)", name=id_) if id_ in reading.new_people else book.person_name(id_)

    words = echo_words(echo, name_of)
    return told(say("{words}. {more}", words=words, more=reading.doubt) if reading.doubt else words, wrong=False)


def _read(words: Sequence[Word], book: Book) -> EchoReading:
    if len(words) == 1 and words[0].key in NO_ECHO:
        return EchoReading(Echo())
    counts: dict[str, int] = {}
    people, rest = _People(book), list[Word]()
    at = 0
    while at < len(words):
        word = words[at]
        if word.mark == "@":
            people.take(word)
            _drop_lead(rest)
            at += 1
        elif run := _counted(words, at, counts):
            _drop_lead(rest)
            at += run
        else:
            _refuse_uncountable(words, at)
            _refuse_myself(words, at)
            rest.append(word)
            at += 1
    if not counts and (way := _way(rest, 0)) and way[0] == len(rest):
        counts, rest = {way[1]: 1}, []
    text = " ".join(word.mark + word.text for word in rest)
    if len(text) > LONGEST_TEXT:
        raise Misread(
            say("“{start}…” is {n} characters long; a word on what came back has at most {most}.",
                start=text[:30], n=len(text), most=LONGEST_TEXT)
        )  # fmt: skip
    echo = Echo(counted(counts), tuple(people.known), text)
    return EchoReading(echo, tuple(people.new), read_as_note=tuple(_figures(rest)))


def _refuse_uncountable(words: Sequence[Word], at: int) -> None:
    """Raise Misread for a figure before a way that no way comes back as often as."""
    way = _way(words, at + 1) if words[at].is_plain and _FIGURE.fullmatch(words[at].text) else None
    if way:
        text = " ".join(word.text for word in words[at : at + 1 + way[0]])
        raise Misread(say("“{text}” cannot be counted: write a number from 0 to {most}.", text=shown(text), most=MOST))


def _refuse_myself(words: Sequence[Word], at: int) -> None:
    """Raise Misread where it is said to be from herself: "1 reply from me"."""
    last = at + 1 == len(words)
    if last and at and words[at].key in MYSELF and words[at - 1].is_plain and words[at - 1].key in PERSON_LEADS:
        raise _from_herself(f"{words[at - 1].text} {words[at].text}")


def _from_herself(text: str) -> Misread:
    return Misread(say("“{text}” is you: an echo comes from others.", text=shown(text)))


def _figures(rest: Sequence[Word]) -> Iterator[str]:
    """The figures of what is left that look like a count: the first or the last word, each with the one beside it."""
    plain = [word.text if word.is_plain else "" for word in rest]
    if plain and _FIGURE.fullmatch(plain[0]):
        yield " ".join(filter(None, plain[:2]))
    elif len(plain) > 1 and _FIGURE.fullmatch(plain[-1]):
        yield " ".join(filter(None, plain[-2:]))


class _People:
    """From whom it came, none twice."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.known: dict[str, None] = {}
        self.new: dict[str, None] = {}

    def take(self, word: Word) -> None:
        """Take one of them. Raises Misread for oneself and for nobody, Ambiguous for one of several."""
        name = word.text if word.quoted else word.text.rstrip(",;.:!?)")
        if Word(name).key in MYSELF:
            raise _from_herself(f"@{name}")
        refuse_nobody(name)
        refuse_time(name)
        refuse_long(name)
        person = find_person(name, self._book)
        if person:
            self.known[person.id] = None
        else:
            self.new[clean(name)] = None


def _counted(words: Sequence[Word], at: int, counts: dict[str, int]) -> int:
    """How many words from ``at`` on are a number of a way, which is counted; 0 for none."""
    key = words[at].key
    number = int(key) if key.isdecimal() and len(key) <= len(str(MOST)) else NUMBERS.get(key)
    way = _way(words, at + 1) if number is not None else None
    if number is None or way is None:
        return 0
    counts[way[1]] = counts.get(way[1], 0) + number
    if counts[way[1]] > MOST:
        raise Misread(
            say("“{text}” cannot be counted: write a number from 0 to {most}.", text=counts[way[1]], most=MOST)
        )
    return way[0] + 1


def _way(words: Sequence[Word], at: int) -> tuple[int, str] | None:
    """How many words from ``at`` on name a way, the longest run of them, and which."""
    for run in range(min(LONGEST_WAY, len(words) - at), 0, -1):
        way = ECHO_WAYS.get(" ".join(word.key for word in words[at : at + run]))
        if way:
            return run, way
    return None


def _drop_lead(rest: list[Word]) -> None:
    """Take away the small word before what was taken: "2 replies and a mention from @marie"."""
    while rest and rest[-1].is_plain and rest[-1].key in AND | PERSON_LEADS | {","}:
        rest.pop()
