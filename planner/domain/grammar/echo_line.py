"""The line of an echo: what came back from an entry, ``2 replies @marie thanks for the links``.

A number and a word of a way is counted; ``@name`` says from whom; the rest is a word of hers, whole and in order. A way
alone counts once where nothing else is said ("thanks @marie"). ``nothing`` and other words that only deny say that
nothing came back; with "yet" they say that it is not known. What looks like a number of a way and is none is refused,
and what looks like more than a word and stays one is said, so that nothing is counted otherwise than meant in silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..book import Book
from ..echo import Echo, counted, echo_words, way_words
from ..errors import Misread, PlannerError
from ..texts import clean, shown
from ..value import NamedTuple
from ..words import say
from .lexicon import (
    AND,
    ARTICLES,
    MYSELF,
    NUMBERS,
    OF,
    PERSON_LEADS,
    no_echo_word,
    numbers_in,
    said_in,
    words_in,
)
from .names import find_person, refuse_long, refuse_nobody, refuse_time
from .reading_parts import Part, Parts, told
from .tokens import Word, quoted, split

#: How something comes back (echo.WAYS), by the words for it; and the words that say that nothing did.
ECHO_WAYS = said_in("ECHO_WAYS")
NO_ECHO = words_in("NO_ECHO")
NO_ECHO_OF = words_in("NO_ECHO_OF")
NO_ECHO_YET = words_in("NO_ECHO_YET")
ECHO_NUMBERS = numbers_in("ECHO_NUMBERS")

#: The longest word of hers, in characters, and the longest runs of words that name a way, "demande de mise en
#: relation", and that say "yet", "pour le moment".
LONGEST_TEXT = 300
LONGEST_WAY = 5
_LONGEST_YET = 3

#: Nobody has more come back than this; what is larger is a number of something else.
MOST = 9999

#: A number in figures, its thousands parted or not: "1000", "1,000"; and the figures of one parted by a space.
_FIGURES = re.compile(r"\d+|\d{1,3}(?:[,.'’]\d{3})+")
_THOUSANDS = re.compile(r"\d{3}")

#: What comes after an elided "de": "pas d'invitation".
_ELIDED = ("d'", "d’", "l'", "l’")


class EchoReading(NamedTuple):
    """What was understood of a line: an echo of known people, and the names of new ones. ``problem`` is what is wrong.

    ``echo`` is None for what says that it is not known what came back: an empty line, "not yet". ``read_as_note`` are
    words that look like a number or a way, and stayed a word of hers.
    """

    echo: Echo | None = None
    new_people: tuple[str, ...] = ()
    problem: PlannerError | None = None
    read_as_note: tuple[str, ...] = ()


def read_echo(line: str, book: Book) -> EchoReading:
    """What a line says; never raises."""
    words = list(split(clean(line)))
    if not words:
        return EchoReading()
    try:
        return _Line(words, book).read()
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
    reading = read_echo(line, book)
    same = reading.echo == echo._replace(at=None) and not reading.read_as_note
    return line if same or not echo.text else " ".join([*said, quoted(echo.text)])


def echo_doubts(reading: EchoReading) -> str:
    """The words that may not be what was meant, as a sentence; "" for none."""
    words = ", ".join(say("“{text}”", text=word) for word in reading.read_as_note)
    return say("Read as a word: {words}", words=words) if words else ""


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

    parts, doubts = told(echo_words(echo, name_of), wrong=False), echo_doubts(reading)
    return (*parts, Part(f", {doubts}", "doubtful")) if doubts else parts


class _Line:
    """A line while it is read: what was counted so far, from whom, and the words that are left."""

    def __init__(self, words: Sequence[Word], book: Book) -> None:
        self._words = words
        self._people = _People(book)
        self._counts: dict[str, int] = {}
        self._denied = False  # a way was counted as none
        self._way = ""  # the way counted last
        self._end = 0  # where the last number of a way ended
        self._rest: list[Word] = []

    def read(self) -> EchoReading:
        """What it says. Raises Misread and Ambiguous."""
        if all(word.is_plain for word in self._words) and not any(map(_tells, self._words)):
            raise Misread(say("“{text}” says nothing of what came back; write “nothing” if nothing did.",
                              text=shown(" ".join(word.text for word in self._words))))  # fmt: skip
        denied = _denied(self._words)
        if denied:
            return denied
        at = 0
        while at < len(self._words):
            at = self._taken(at)
        self._refuse_denial()
        whole = self._counts or not self._rest
        if not whole and (way := _way(bare := _without_article(self._rest), 0)) and way[0] == len(bare):
            self._counts, self._rest = {way[1]: 1}, []
        return self._reading()

    def _taken(self, at: int) -> int:
        """Take what stands at ``at``; where it ends."""
        word = self._words[at]
        if word.mark == "@":
            self._people.take(word)
            self._drop_lead()
            if self._rest and self._rest[-1].key in NO_ECHO:  # "nothing from @paul"
                raise self._is_both()
            return at + 1
        end = self._number_of_way(at) or self._number_of_before(at)
        if end:
            self._drop_lead()
            self._end = end
            return end
        self._refuse_no_number(at)
        if word.key in MYSELF and at == self._end + 1 and self._end and self._words[at - 1].key in PERSON_LEADS:
            raise _oneself(word.text)
        self._rest.append(word)
        return at + 1

    def _number_of_way(self, at: int) -> int:
        """Where a number of a way that begins at ``at`` ends, which is counted; 0 where none does."""
        number, end, loose = _number(self._words, at)
        if number is None:
            return self._way_of_number(at)
        if loose and end < len(self._words) and self._words[end].key in OF:
            end += 1
        way = _way(self._words, end)
        if way is None or (not number and way[1] == "thanks" and loose):  # "no thanks" is an answer
            return 0
        if loose:
            while self._rest and self._rest[-1].is_plain and self._rest[-1].key in ARTICLES:
                self._rest.pop()
        self._count(way[1], number, at)
        return end + way[0]

    def _way_of_number(self, at: int) -> int:
        """Where a way ends that its number follows, "replies: 2"; 0 where none does."""
        way = _way(self._words, at)
        number, end, _ = _number(self._words, at + way[0]) if way else (None, 0, False)
        if way is None or number is None or not self._words[at + way[0]].text[0].isdecimal():
            return 0
        more = end < len(self._words) and self._words[end].is_plain and not self._words[end - 1].text.endswith(",")
        if more and not self._words[at + way[0] - 1].text.endswith(":"):  # "reply 2 weeks later"
            return 0
        self._count(way[1], number, at + way[0])
        return end

    def _number_of_before(self, at: int) -> int:
        """Where a number ends that is one more of the way before it, "2 replies from @lea and 1 from @paul"."""
        number, end, _ = _number(self._words, at)
        if not (number and self._way):
            return 0
        follows = self._words[end : end + 2]
        from_whom = follows and (follows[0].mark == "@" or (len(follows) > 1 and follows[1].mark == "@"))
        if not from_whom or not (follows[0].mark == "@" or follows[0].key in PERSON_LEADS):
            return 0
        self._count(self._way, number, at)
        return end

    def _count(self, way: str, number: int, at: int) -> None:
        if number + self._counts.get(way, 0) > MOST:
            end = _number(self._words, at)[1]
            text = shown(" ".join(word.text for word in self._words[at:end]))
            raise Misread(say("“{text}” is too much: at most {most} of a way can come back.", text=text, most=MOST))
        self._way, self._denied = way, self._denied or not number
        if number:
            self._counts[way] = self._counts.get(way, 0) + number

    def _refuse_no_number(self, at: int) -> None:
        """Raise Misread for what stands where a number of a way would and is none: "2.5 replies", "2x replies"."""
        word = self._words[at]
        alone = len(self._words) == 1 and word.is_plain and _has_figure(word)
        if alone or (word.is_plain and _has_figure(word) and _way(self._words, at + 1)):
            what = self._words[at + 1].text if not alone else ""
            raise Misread(
                say("“{text}” is no number of what came back; write a whole one and of what, as in “2 replies”.",
                    text=shown(f"{word.text} {what}".strip()))
            )  # fmt: skip

    def _refuse_denial(self) -> None:
        """Raise Misread where words deny that something came back, and others may say that it did."""
        first = next(iter(self._rest), None)
        denies = bool(first and first.is_plain and first.key in NO_ECHO)
        said = self._rest or self._people.any
        if denies or (self._denied and said and not self._counts):
            raise self._is_both()

    def _is_both(self) -> Misread:
        return Misread(
            say("“{text}” may say that nothing came back, or that something did: write “{nothing}”, or only what"
                " came back, your own words in quotes.",
                text=shown(" ".join(word.mark + word.text for word in self._words)), nothing=no_echo_word())
        )  # fmt: skip

    def _reading(self) -> EchoReading:
        text = " ".join(word.mark + word.text for word in self._rest)
        if len(text) > LONGEST_TEXT:
            raise Misread(
                say("“{start}…” is {n} characters long; a word on what came back has at most {most}.",
                    start=text[:30], n=len(text), most=LONGEST_TEXT)
            )  # fmt: skip
        echo = Echo(counted(self._counts), tuple(self._people.known), text)
        return EchoReading(echo, tuple(self._people.new), read_as_note=tuple(self._doubtful()))

    def _doubtful(self) -> list[str]:
        """Words that look like a number; and where nothing was counted, like a way."""
        doubtful = []
        for word in self._rest:
            is_way = not self._counts and _way([word], 0)
            if word.is_plain and (_has_figure(word) or NUMBERS.get(word.key, 0) > 1 or is_way):
                doubtful.append(word.text.rstrip(",;.:!?"))
        return doubtful

    def _drop_lead(self) -> None:
        """Take away the small word before what was taken, "2 replies and a mention from @marie", and a comma."""
        rest = self._rest
        while rest and rest[-1].is_plain and rest[-1].key in AND | PERSON_LEADS | {","}:
            rest.pop()
        if rest and rest[-1].is_plain and rest[-1].text.rstrip(",;"):
            rest[-1] = rest[-1]._replace(text=rest[-1].text.rstrip(",;"))


class _People:
    """From whom it came, none twice."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.known: dict[str, None] = {}
        self.new: dict[str, None] = {}

    @property
    def any(self) -> bool:
        """Whether it came from anybody."""
        return bool(self.known or self.new)

    def take(self, word: Word) -> None:
        """Take one of them. Raises Misread for oneself and for nobody, Ambiguous for one of several."""
        name = word.text if word.quoted else word.text.rstrip(",;.:!?)")
        if word.is_open:
            raise Misread(say("The quote of “{text}” is not closed; close it, as in @\"Marie Dupont\".",
                              text=shown(f'@"{name}')))  # fmt: skip
        refuse_nobody(name)
        refuse_time(name)
        refuse_long(name)
        if Word(name).key in MYSELF:
            raise _oneself(f"@{name}")
        person = find_person(name, self._book)
        if person:
            self.known[person.id] = None
        else:
            self.new[clean(name)] = None


def _oneself(text: str) -> Misread:
    return Misread(say("“{text}” is you: an echo comes from others.", text=shown(text)))


def _tells(word: Word) -> bool:
    return any(sign.isalnum() for sign in word.text)


def _has_figure(word: Word) -> bool:
    return any(sign.isdigit() for sign in word.text)


def _denied(words: Sequence[Word]) -> EchoReading | None:
    """What a line says that only denies: that nothing came back, or that it is not known yet. None for another."""
    keys, denies, is_open, at = [word.key for word in words], False, False, 0
    while at < len(keys):
        yet = next((run for run in range(_LONGEST_YET, 0, -1) if " ".join(keys[at : at + run]) in NO_ECHO_YET), 0)
        way = _way(words, at)
        if (way and way[1] == "thanks") or (at and keys[at] in NUMBERS and words[at - 1].text.endswith(",")):
            return None  # "no thanks" is an answer, and so is "no, one reply"
        if yet:
            is_open = True
        elif keys[at] in NO_ECHO or keys[at] == "0":
            denies = True
        elif not (way or _without_elision(keys[at]) in NO_ECHO_OF or keys[at] in NO_ECHO_OF):
            return None
        at += yet or (way[0] if way else 1)
    if not denies:
        return None
    return EchoReading() if is_open else EchoReading(Echo())


def _number(words: Sequence[Word], at: int) -> tuple[int | None, int, bool]:
    """The number at ``at``, where it ends, and whether it takes "of" after it; None for none."""
    if at >= len(words):
        return None, at, False
    key = words[at].key
    if key in ECHO_NUMBERS:
        return ECHO_NUMBERS[key], at + 1, True
    if not (_FIGURES.fullmatch(key) and words[at].text[:1].isdecimal()):
        return NUMBERS.get(key), at + 1, False
    end = at + 1
    while len(key) <= 3 and end < len(words) and _THOUSANDS.fullmatch(words[end].key):  # "12 000"
        end += 1
    figures = re.sub(r"\D", "", "".join(word.key for word in words[at:end]))
    return (int(figures) if len(figures) <= 12 else 10**12), end, False


def _way(words: Sequence[Word], at: int) -> tuple[int, str] | None:
    """How many words from ``at`` on name a way, the longest run of them, and which."""
    keys = [word.key for word in words[at : at + LONGEST_WAY]]
    if keys:
        keys[0] = _without_elision(keys[0])
    for run in range(len(keys), 0, -1):
        way = ECHO_WAYS.get(" ".join(keys[:run]))
        if way:
            return run, way
    return None


def _without_elision(key: str) -> str:
    return key[2:] if key.startswith(_ELIDED) and len(key) > 2 else key


def _without_article(words: Sequence[Word]) -> Sequence[Word]:
    return words[1:] if words and words[0].key in ARTICLES | {"des", "some"} else words
