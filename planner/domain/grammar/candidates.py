"""Candidates: for every word of a line, the spans that may begin there.

Each reader knows one thing: lengths, times, days, kinds, groups, people. None decides; :mod:`spans` chooses. What is
shaped like one of these and is none is kept as a problem, what merely looks like one as a likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from ..errors import Misread
from ..group import Group
from ..kinds import Kind
from ..person import Person
from ..texts import shown
from ..value import NamedTuple
from ..words import say
from .days import DAY_STARTS, Direction, day_at
from .durations import LENGTH_STARTS, LONGEST, Length, length_at, no_length, no_length_at
from .group_names import GroupNames
from .group_words import begun_at, named_in_full
from .lexicon import (
    DAY_UNITS,
    LONGEST_KIND,
    MONTH_UNITS,
    NEAR_DAYS,
    PERSON_LEADS,
    WEEKDAYS,
    KindWord,
    is_letter,
    kind_of,
)
from .moments import read_exact
from .people_words import NamePlace, NamesOfPeople
from .spans import Part, Span
from .times import TIME_STARTS, Clock, clock_at, no_time
from .tokens import NO_KEY, Word, run_of

#: A line says its parts near its beginning or its end; between them, so many words from either, all is note.
REACH = 60

_OPTION = r"--[a-z].*|-[a-z]"
_AGO = r"[-−]([0-9]{1,4}(?:m|min|mn)|[0-9]{1,2}h(?:[0-9]{2})?)"

#: Words without figures that say a day or a time alone, and those that do beside others or lead up to them.
_TELLING = frozenset((*NEAR_DAYS, *WEEKDAYS, "noon", "midi", "midnight", "minuit", "tonight"))
_BESIDE = LENGTH_STARTS | TIME_STARTS | DAY_STARTS | PERSON_LEADS | {"ago"}

#: Words that lead up to a length: "for 25 minutes".
_LENGTH_LEADS = frozenset(("for", "during", "pendant", "durant"))

#: What looks like a time or a length and is read as neither.
_LIKENESS = r"[0-9]{1,2}(?:\.[0-5][0-9]|:[0-9])"

_WHEN = Part.DAY | Part.TIME


class Manner(NamedTuple):
    """How a line is to be read: a log, unless said otherwise.

    ``is_timer``: it counts its own minutes. ``is_coming``: days and times lie ahead, the group may be left out, and
    what it serves is not said.
    """

    is_timer: bool = False
    is_coming: bool = False

    @property
    def direction(self) -> Direction:
        return Direction.AHEAD if self.is_coming else Direction.PAST


class Ago(NamedTuple):
    """It ended so many minutes ago."""

    minutes: int


class Looks(NamedTuple):
    """``run`` words from ``at`` on that look like a figure, a time or a day."""

    at: int
    run: int


class Problem(NamedTuple):
    """``run`` words from ``at`` on shaped like one of these that are none, unless others explain all of them."""

    at: int
    run: int
    why: Misread


def _is_option(key: str) -> bool:
    return key[:1] == "-" and re.fullmatch(_OPTION, key) is not None


def may_say_more(word: str) -> bool:
    """Whether a word of a note may be read as something else, alone or with those beside it."""
    key = Word(word).key
    return any(sign.isdigit() for sign in key) or key in _TELLING or _is_option(key)


def may_say_more_by_others(word: str) -> bool:
    """Whether a word of a note may be read as something else by those beside it."""
    return may_say_more(word) or Word(word).key in _BESIDE


class Candidates:
    """What the words of one line may say; its ``problems`` and ``looks`` come with what is asked for."""

    def __init__(self, words: Sequence[Word], now: datetime, manner: Manner, names: GroupNames) -> None:
        self.words = words
        self.keys = [word.key for word in words]
        self.texts = [word.text for word in words]
        self.problems: list[Problem] = []
        self.looks: list[Looks] = []
        self._now, self._manner, self._names = now, manner, names

    def places(self) -> Iterator[int]:
        """The words, from first to last, at which anything is looked for."""
        count = len(self.words)
        if count <= 2 * REACH:
            yield from range(count)
        else:
            yield from range(REACH)
            yield from range(count - REACH, count)

    # Lengths, times and days ------------------------------------------------------------------------------------

    def when(self, at: int) -> Iterator[Span]:
        """The lengths, times and days that begin at ``at``."""
        key = self.keys[at]
        if key == NO_KEY:
            return
        if _is_option(key):
            message = say(
                "“{text}” is no option here; put it in quotes to keep it in the note.", text=shown(self.texts[at])
            )
            self.problems.append(Problem(at, 1, Misread(message)))
            return
        try:
            exact = read_exact(self.words[at].text, self._now)
        except Misread as problem:
            self.problems.append(Problem(at, 1, problem))
            return
        if exact:
            yield Span(at, 1, _WHEN, exact, 60)
            return
        ago = self._ago(at)
        if ago:
            yield ago
        yield from self._days(at)
        yield from self._lengths_and_times(at)

    def _ago(self, at: int) -> Span | None:
        """``1h ago``, ``il y a une heure``, ``-30m``."""
        keys = self.keys
        is_past = self._manner.direction is Direction.PAST
        minus = re.fullmatch(_AGO, keys[at]) if is_past and keys[at][0] in "-−" else None
        if minus:
            length = length_at([minus[1]], 0)
            return self._ended(at, 1, length)
        if keys[at : at + 3] == ["il", "y", "a"] and at + 3 < len(keys):
            length = length_at(keys, at + 3)
            return self._ended(at, 3 + length.run, length) if length and not length.is_bare else None
        length = length_at(keys, at)
        if length and not length.is_bare and keys[at + length.run : at + length.run + 1] == ["ago"]:
            return self._ended(at, length.run + 1, length)
        return None

    def _ended(self, at: int, run: int, length: Length | None) -> Span | None:
        if length is None or length.minutes is None:
            return None
        return Span(at, run, _WHEN | Part.END, Ago(length.minutes), 50 + run)

    def _days(self, at: int) -> Iterator[Span]:
        found = day_at(self.keys, at, self._now, self._manner.direction, self.texts)
        if found is None:
            return
        if isinstance(found.day, Misread):
            self.problems.append(Problem(at, found.run, found.day))
        elif not found.is_doubtful:
            self.looks.append(Looks(at, found.run))
            yield Span(at, found.run, Part.DAY, found.day, 30 + found.run)
        elif found.run > 1:
            self.looks.append(Looks(at, found.run))

    def _lengths_and_times(self, at: int) -> Iterator[Span]:
        if self.keys[at] in _LENGTH_LEADS and at + 1 < len(self.keys):
            led = length_at(self.keys, at + 1)
            if led and not led.is_bare and led.minutes and led.minutes <= LONGEST:
                yield Span(at, 1 + led.run, Part.LENGTH, led.minutes, 25 + led.run)
            return
        length, clock = length_at(self.keys, at), clock_at(self.keys, at)
        if clock and clock.at is None and length and length.is_clock and ":" not in self.keys[at]:
            clock = None  # 24h is a length, and 25h one that is too long
        if self.keys[at][:1].isdigit() and not self.keys[at].isdecimal() and re.fullmatch(_LIKENESS, self.keys[at]):
            self.looks.append(Looks(at, 1))
        none = no_length_at(self.keys, at)
        if none:
            self.problems.append(Problem(at, none, no_length(self._text(at, none))))
            return
        if clock:
            yield from self._times(at, clock, length)
        if length:
            yield from self._lengths(at, length, clock)

    def _times(self, at: int, clock: Clock, length: Length | None) -> Iterator[Span]:
        if clock.at is None:
            self.problems.append(Problem(at, clock.run, no_time(self._text(at, clock.run))))
            return
        if clock.end is not None:
            yield Span(at, clock.run, Part.TIME | Part.END, clock, 60 + clock.run)
        elif clock.is_sure:
            if clock.is_short and clock.is_led and self._counts_things(at + clock.run):
                self.looks.append(Looks(at, clock.run))
                return
            yield Span(at, clock.run, Part.TIME, clock, 30 + clock.run)
        elif length is None or length.run <= clock.run:  # else it is the beginning of a length: "1h 15m"
            weight = 26 if clock.at.hour > 4 or self._manner.is_timer else 8
            yield Span(at, clock.run, Part.TIME, clock, weight + clock.run)
        self.looks.append(Looks(at, clock.run))

    def _lengths(self, at: int, length: Length, clock: Clock | None) -> Iterator[Span]:
        if length.minutes is None or not 1 <= length.minutes <= LONGEST:
            is_year = length.is_bare and at > 1
            if is_year:
                self.looks.append(Looks(at, length.run))
            elif not (clock and clock.run >= length.run):
                self.problems.append(Problem(at, length.run, no_length(self._text(at, length.run))))
            return
        self.looks.append(Looks(at, length.run))
        counted = self.keys[at + 1] if length.is_bare and at + 1 < len(self.keys) else ""
        if counted in DAY_UNITS or counted in MONTH_UNITS:
            if at < 2:
                self.problems.append(Problem(at, 2, no_length(self._text(at, 2))))
            return
        if length.is_bare and at > 1 and self._counts_things(at + 1):
            return
        is_time = (
            length.is_clock and clock and clock.at and (clock.at.hour > 4 or clock.is_sure or self._manner.is_timer)
        )
        yield Span(
            at,
            length.run,
            Part.LENGTH,
            length.minutes,
            (6 if is_time else 24) + length.run,
            needs_room=length.is_bare,
        )

    def _counts_things(self, after: int) -> bool:
        """Whether a figure is followed by a plural: "3 articles", "10 tips"."""
        key = self.keys[after].removesuffix("'s") if after < len(self.keys) else ""
        is_plural = key == "people" or (len(key) > 2 and key.endswith("s") and key.isalpha())
        return is_plural and not self._names.called(self.texts[after])

    def _text(self, at: int, run: int) -> str:
        return " ".join(self.texts[at : at + run])

    # Kinds ------------------------------------------------------------------------------------------------------

    def kinds(self, given: Kind | None) -> list[Span]:
        """The word of the kind: the first one, else the only one there is, or several of one kind.

        Where the kind is ``given`` beside the line, only a single letter says another, and the words of that kind its
        form; elsewhere than first they are note.
        """
        first = self._kind_at(0) if self.words else None
        if given:
            fits = first and (first.value[0] is given or is_letter(self.keys[0]))
            return [first] if first and fits else []
        if first:
            return [first._replace(weight=100)]
        found = [span for at in self.places() if (span := self._kind_at(at))]
        kinds = {span.value[0] for span in found}
        inside = [span for span in found if not self._is_left(span.at - 1)]
        return (inside or found)[:1] if len(kinds) == 1 else []

    def _kind_at(self, at: int) -> Span | None:
        for run in range(min(LONGEST_KIND, len(self.keys) - at), 0, -1):
            said: KindWord | None = kind_of(run_of(self.keys, at, run))
            if said:
                return Span(at, run, Part.KIND, said, 12)
        return None

    def _is_left(self, at: int) -> bool:
        """Whether a word says nothing by its looks."""
        return at >= 0 and not any(look.at <= at < look.at + look.run for look in self.looks)

    # Groups -----------------------------------------------------------------------------------------------------

    def groups(self, at: int, given: Group | None) -> Iterator[Span]:
        """The groups that words from ``at`` on name in full or begin; several where that is not enough to tell."""
        if self.keys[at] == NO_KEY:
            return
        plain = [word.text if word.is_plain else None for word in self.words[at : at + max(2, self._names.longest)]]
        full = named_in_full(plain, 0, self._names)
        if full:
            weight = 50 + 4 * full.length
            yield Span(at, full.length, Part.GROUP, full.groups, 12 + weight, later=-1 if given else weight)
        elif not given and self._names.may_begin(self.texts[at]):
            begun = begun_at(plain, 0, self._names)
            if begun:
                is_one = len(begun.groups) == 1
                later = 30 if is_one and not self._manner.is_coming else -1
                yield Span(at, begun.length, Part.GROUP, begun.groups, (55 if is_one else 52) + begun.length, later)

    # People and objectives --------------------------------------------------------------------------------------

    def marked(self, at: int, names: NamesOfPeople) -> Iterator[Span]:
        """``@name`` or ``#objective`` at ``at``, or a small word there that leads up to a name after it."""
        word = self.words[at]
        if word.mark and word.text:
            run, value = self._marked(at, names)
            yield Span(at, run, Part.NONE, value, 70)
        elif self.keys[at] in PERSON_LEADS:
            run, value = self._marked(at + 1, names)
            yield Span(at, 1 + run, Part.NONE, value, 71)

    def _marked(self, at: int, names: NamesOfPeople) -> tuple[int, Word | Person]:
        """What a marked word says: a full name that goes on after it is one person's."""
        word = self.words[at]
        if word.mark == "@" and not word.quoted:
            key = Word(word.text).key
            run, people = names.full([key, *self.keys[at + 1 : at + 5]], 0)
            if len(people) == 1:
                return run, people[0]
        return 1, word

    def names(self, places: Sequence[NamePlace]) -> Iterator[Span]:
        """Names without a mark that are meant so; they stay in the note."""
        for place in places:
            if place.is_meant and len(place.people) == 1:
                weight = 45 if place.run > 1 else 20
                yield Span(place.at, place.run, Part.NONE, place.people[0], weight, kept=True)
