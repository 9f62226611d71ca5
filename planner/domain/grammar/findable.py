"""Finding anything by the beginnings of its words: an index that grows step by step, and what a typed text finds in it.

An answer looks at what begins with what was typed, and at nothing else: its work does not grow with what is not found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import Enum

from ..texts import folded, words_of
from ..value import NamedTuple

#: Letters from which on notes are looked in: one alone says nothing among thousands.
NOTES_FROM = 2


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
    """What was found of one sort: the first ``of`` so many."""

    sort: Sort
    things: tuple[Thing, ...]
    of: int


class Index:
    """Things by the words they begin with. What one source has said before gives way to what it says now."""

    def __init__(self) -> None:
        self._things: list[Thing | None] = []
        self._first: list[str] = []  # of each thing the word it begins with, folded
        self._by_word: dict[str, list[int]] = {}
        self._sorted: list[str] = []  # the words, for looking up what begins with a text
        self._from: dict[Hashable, tuple[object, list[int]]] = {}
        self._at: dict[str, int] = {}
        self.looked_at = 0  # things that the last answer was chosen from

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
        """The thing of a name, as it was put last."""
        return self._things[self._at[key]] if key in self._at else None

    def of(self, sort: Sort) -> list[Thing]:
        """All things of a sort that are not only found by typing, in the order they were put."""
        return [thing for thing in self._things if thing and thing.sort is sort and not thing.quiet]

    def find(self, text: str, uses: Mapping[str, int], most: int, only: Sort | None = None) -> tuple[Section, ...]:
        """What has a word for each word of a text that begins with it, ``most`` of each sort at most.

        Of each sort what is used most comes first, then what itself begins with the text; so do the sorts.
        """
        typed = words_of(text)
        rows: set[int] | None = None
        for word in sorted(typed, key=len, reverse=True):  # the longest leaves the fewest
            found = self._beginning_with(word)
            rows = found if rows is None else rows & found
        self.looked_at = len(rows or ())
        by_sort: dict[Sort, list[tuple[int, int, int, int]]] = {}
        notes = len("".join(typed)) >= NOTES_FROM
        for row in rows or ():
            thing = self._things[row]
            if thing is None or (thing.sort is Sort.NOTE and not notes) or only not in {None, thing.sort}:
                continue
            later = 0 if self._first[row].startswith(typed[0]) else 1
            if thing.quiet and thing.sort is Sort.ACTION:  # which is seldom meant, and may be grave
                later = 2
            by_sort.setdefault(thing.sort, []).append((-uses.get(thing.key, 0), later, thing.order, row))
        best = sorted(by_sort, key=lambda sort: (*min(by_sort[sort])[:2], list(Sort).index(sort)))
        return tuple(self._section(sort, by_sort[sort], most) for sort in best)

    def _beginning_with(self, text: str) -> set[int]:
        rows: set[int] = set()
        at = bisect_left(self._sorted, text)
        while at < len(self._sorted) and self._sorted[at].startswith(text):
            rows.update(self._by_word[self._sorted[at]])
            at += 1
        return rows

    def _section(self, sort: Sort, ranked: list[tuple[int, int, int, int]], most: int) -> Section:
        from heapq import nsmallest

        things = (self._things[row] for *_, row in nsmallest(most, ranked))
        return Section(sort, tuple(thing for thing in things if thing), len(ranked))


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
