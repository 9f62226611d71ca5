"""Finding anything by the beginnings of its words: an index that grows step by step, and what a typed text finds in it.

An answer looks at what begins with what was typed, and at nothing else: its work does not grow with what is not found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import Enum
from heapq import nsmallest

from ..texts import folded, words_of
from ..value import NamedTuple
from ..week import Week

#: Letters from which on notes are looked in: one alone says nothing among thousands.
NOTES_FROM = 2
#: More uses than anything has.
FIRST = 10**9
#: Notes that are enough: who wants an older one types on.
ENOUGH = 200


class Sort(Enum):
    """What can be found, in the order in which it is shown."""

    ACTION = "action"
    GROUP = "group"
    PERSON = "person"
    COMPANY = "company"
    WEEK = "week"
    NOTE = "note"
    SETTING = "setting"
    THEME = "theme"


class Thing(NamedTuple):
    """Something to find. ``words`` are shown and looked in, ``beside`` only shown, ``also`` only looked in; ``right``
    stands at the right, an action’s key. ``quiet`` is what is only found by typing; of what is found alike the lowest
    ``order`` comes first."""

    sort: Sort
    id: str
    words: str
    beside: str = ""
    also: str = ""
    right: str = ""
    quiet: bool = False
    order: int = 0

    @property
    def key(self) -> str:
        """Its name among all that can be found."""
        return f"{self.sort.value}:{self.id}"


class Section(NamedTuple):
    """What was found of one sort: the first ``of`` so many, or of ``more`` than were looked at."""

    sort: Sort
    things: tuple[Thing, ...]
    of: int
    more: bool = False


class Index:
    """Things by the words they begin with. What one source has said before gives way to what it says now.

    Notes, of which there are ten thousands, stand by their week: they are looked through from the newest on, until
    enough is found.
    """

    def __init__(self) -> None:
        self._things: list[Thing | None] = []
        self._first: list[str] = []  # of each thing the word it begins with, folded
        self._by_word: dict[str, list[int]] = {}
        self._sorted: list[str] = []  # the words, for looking up what begins with a text
        self._from: dict[Hashable, tuple[object, list[int]]] = {}
        self._at: dict[str, int] = {}
        self._notes: dict[Week, _Notes] = {}
        self._weeks: list[Week] = []  # of the notes, the oldest first
        self.looked_at = 0  # things that the last answer was chosen from

    # What there is

    def knows(self, source: Hashable, made_of: object) -> bool:
        """Whether it has what a source says, as it was when it was ``made_of`` this."""
        return source in self._from and self._from[source][0] == made_of

    def highest(self, name: str) -> int:
        """The highest number of the sources of a name that come in parts; -1 without any."""
        return max((source[1] for source in self._from if isinstance(source, tuple) and source[0] == name), default=-1)

    def put(self, source: Hashable, things: Iterable[Thing], made_of: object = None) -> None:
        """Take what a source says, in the place of what it said before."""
        _, before = self._from.get(source, (None, []))
        for row in before:
            gone = self._things[row]
            if gone and self._at.get(gone.key) == row:
                del self._at[gone.key]
            self._things[row] = None
        self._from[source] = made_of, [self._add(thing) for thing in things]

    def put_notes(self, week: Week, notes: Sequence[Thing], made_of: object = None) -> None:
        """Take the notes of a week, the newest first, in the place of those it had."""
        if week not in self._notes:
            insort(self._weeks, week)
        self._notes[week] = _notes(notes)
        self._from[week] = made_of, []

    def _add(self, thing: Thing) -> int:
        row = len(self._things)
        words = words_of(thing.words)
        self._things.append(thing)
        self._first.append(words[0] if words else "")
        self._at[thing.key] = row
        for word in {*words, *words_of(thing.also)}:
            if word in self._by_word:
                self._by_word[word].append(row)
            else:
                self._by_word[word] = [row]
                insort(self._sorted, word)
        return row

    def thing(self, key: str) -> Thing | None:
        """The thing of a name, as it was put last; notes are not kept by name."""
        return self._things[self._at[key]] if key in self._at else None

    def of(self, sort: Sort) -> list[Thing]:
        """All things of a sort that are not only found by typing, in the order they were put."""
        return [thing for thing in self._things if thing and thing.sort is sort and not thing.quiet]

    # What is found

    def find(
        self, text: str, uses: Mapping[str, int], most: int, only: Sort | None = None, meant: str = ""
    ) -> tuple[Section, ...]:
        """What has a word for each word of a text that begins with it, ``most`` of each sort at most.

        Of each sort what is used most comes first, then what itself begins with the text; so do the sorts. A figure is
        meant whole before it is meant as a beginning: ``2 nov`` is the second before it is the twenty-third. First of
        all comes what is ``meant`` (by its key) whatever its words are, a week by a date in it.
        """
        typed = words_of(text)
        rows = self._rows(typed)
        if meant in self._at:
            rows = {*rows, self._at[meant]}
        self.looked_at = len(rows)
        used = {self._at[key]: -times for key, times in uses.items() if key in self._at}
        if meant in self._at:
            used[self._at[meant]] = -FIRST
        figures = [set(self._by_word.get(word, ())) for word in typed if word.isdecimal()]
        whole = rows.intersection(*figures)
        by_sort: dict[Sort, list[_Rank]] = {}
        for row in rows:
            thing = self._things[row]
            if thing is not None and (only is None or only is thing.sort):
                later = 0 if self._first[row].startswith(typed[0]) else 1
                if thing.quiet and thing.sort is Sort.ACTION:  # which is seldom meant, and may be grave
                    later = 2
                ranked = (used.get(row, 0), later, row not in whole, thing.order, row)
                by_sort.setdefault(thing.sort, []).append(ranked)
        sections = [self._section(sort, ranked, most) for sort, ranked in by_sort.items()]
        wanted = only in {None, Sort.NOTE} and len("".join(typed)) >= NOTES_FROM
        if wanted and (found := self._found_notes(typed, most)):
            sections.append((0, 1, found))
        sections.sort(key=lambda ranked: (*ranked[:2], list(Sort).index(ranked[2].sort)))
        return tuple(section for *_, section in sections)

    def _rows(self, typed: Sequence[str]) -> set[int]:
        found: set[int] | None = None
        for word in sorted(typed, key=len, reverse=True):  # the longest leaves the fewest
            rows: set[int] = set()
            for at in range(*_range(self._sorted, word)):
                rows.update(self._by_word[self._sorted[at]])
            found = rows if found is None else found & rows
        return found or set()

    def _section(self, sort: Sort, ranked: list[_Rank], most: int) -> tuple[int, int, Section]:
        first = nsmallest(most, ranked)
        things = tuple(thing for *_, row in first if (thing := self._things[row]))
        return *first[0][:2], Section(sort, things, len(ranked))

    def _found_notes(self, typed: Sequence[str], most: int) -> Section | None:
        """The newest notes that have them all; no more are looked at once enough are found."""
        enough, found = max(most, ENOUGH), list[Thing]()
        for week in reversed(self._weeks):
            notes = self._notes[week]
            places: set[int] | None = None
            for word in typed:
                there = {notes.places[at] for at in range(*_range(notes.words, word))}
                places = there if places is None else places & there
            found += [notes.things[place] for place in sorted(places or ())]
            if len(found) >= enough:
                break
        self.looked_at += len(found)
        more = len(found) >= enough and week != self._weeks[0]
        return Section(Sort.NOTE, tuple(found[:most]), len(found), more) if found else None


#: How a thing ranks among those found: by its uses, by how it matches, by whether a figure is only a beginning, by its
#: order, and by its row.
_Rank = tuple[int, int, bool, int, int]


class _Notes(NamedTuple):
    """A week's notes, and their words in order, each with the place of the note it is of."""

    things: tuple[Thing, ...]
    words: list[str]
    places: list[int]


def _notes(things: Sequence[Thing]) -> _Notes:
    words = sorted((word, place) for place, thing in enumerate(things) for word in words_of(thing.words))
    return _Notes(tuple(things), [word for word, _ in words], [place for _, place in words])


def _range(words: Sequence[str], text: str) -> tuple[int, int]:
    """Where in sorted words those stand that begin with a text."""
    at = bisect_left(words, text)
    return at, bisect_left(words, f"{text}\U0010ffff", at)


def matched(words: str, typed: str) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is what was typed: the beginnings of words that a find goes by."""
    wanted = words_of(typed)
    pieces: list[tuple[str, bool]] = []
    at = 0
    for found in re.finditer(r"[^\W_]+", words):
        length = max((_length(found[0], each) for each in wanted), default=0)
        if length:
            pieces += [(words[at : found.start()], False), (found[0][:length], True)]
            at = found.start() + length
    return [piece for piece in (*pieces, (words[at:], False)) if piece[0]]


def _length(word: str, typed: str) -> int:
    """How many letters of a word are what was typed; 0 where it does not begin so."""
    if not folded(word).startswith(typed):
        return 0
    return next(n for n in range(1, len(word) + 1) if len(folded(word[:n])) >= len(typed))


def by_use(keys: Sequence[str], uses: Mapping[str, int]) -> list[str]:
    """Keys, the most used first."""
    return sorted(keys, key=lambda key: -uses.get(key, 0))
