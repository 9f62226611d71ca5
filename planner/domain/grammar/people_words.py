"""Which words of a line name people: those after ``@``, full names, and first names after "with" or "met"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ..texts import folded, words_of
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from .lexicon import AND, COMPANY, INTRODUCED, MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from .tokens import NO_KEY, Word

if TYPE_CHECKING:
    from ..person import Person


#: The most words before the name of who introduced somebody: "mis en relation par".
_LONGEST_INTRODUCED = 4


def introduces(keys: Sequence[str], at: int) -> bool:
    """Whether who is named at this place is said to have introduced others: "introduced by"."""
    runs = range(2, min(at, _LONGEST_INTRODUCED) + 1)
    return any(" ".join(keys[at - run : at]) in INTRODUCED for run in runs)


class NamePlace(NamedTuple):
    """``run`` words from ``at`` on that are the names of ``people``; several where two answer to it."""

    at: int
    run: int
    people: tuple[Person, ...]
    is_meant: bool  # a full name, or a first name where a person is expected


class NameWords:
    """Every word of every name, in order, and all of them run together; made once for a book."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        named = ((id_, words_of(person.name)) for id_, person in people.items())
        self._words = sorted((word, id_) for id_, words in named for word in {*words, "".join(words)})
        self._found: dict[str, tuple[str, ...]] = {}

    def beginning(self, typed: str) -> tuple[str, ...]:
        """The ids of those of whose names a word begins so, sorted. The same is often asked again within a line."""
        if typed not in self._found:
            from bisect import bisect_left

            at, found = bisect_left(self._words, (typed, "")), set[str]()
            while at < len(self._words) and self._words[at][0].startswith(typed):
                found.add(self._words[at][1])
                at += 1
            self._found[typed] = tuple(sorted(found))
        return self._found[typed]

    def called(self, word: str) -> tuple[str, ...]:
        """The ids of those of whose names this is a word, or all of them run together: "paulroy"."""
        if not self._words:  # who knows nobody yet need not load what looks for them
            return ()
        from bisect import bisect_left

        begun = bisect_left(self._words, (word, ""))
        return tuple(id_ for _, id_ in self._words[begun : bisect_left(self._words, (word + "\0", ""))])


class NamesOfPeople:
    """The people of a book by the first word of their names; made once for a book, whichever line is read."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        by_first: dict[str, list[Person]] = {}
        by_name: dict[tuple[str, ...], list[Person]] = {}
        for person in people.values():
            first, *others = folded(person.name).split() or [""]
            parts = () if first.isalnum() else words_of(first)[:1]  # Jean-Luc is Jean as well
            for word in (first, *parts):
                by_first.setdefault(word, []).append(person)
            if others:
                by_name.setdefault((first, *others), []).append(person)
        self._by_first = {word: tuple(those) for word, those in by_first.items()}
        self._by_name = {name: tuple(those) for name, those in by_name.items()}  # full names of several words
        self._longest = max(map(len, by_name), default=0)
        self._people = people

    @cached_property
    def by_word(self) -> NameWords:
        """The same people by every word of their names, made once a beginning is asked for."""
        return NameWords(self._people)

    def beginning_with(self, first: str) -> Sequence[Person]:
        """The people whose name begins with this folded word."""
        return self._by_first.get(first, ())

    def is_of_any(self, keys: Sequence[str]) -> bool:
        """Whether any of these words begins somebody's name."""
        return not self._by_first.keys().isdisjoint(keys)

    def places(self, words: Sequence[Word], keys: Sequence[str]) -> Iterator[NamePlace]:
        """Where plain words name people, from left to right."""
        at, expected = 0, False
        while at < len(words):
            place = self._place(words, keys, at, expected=expected) if keys[at] != NO_KEY else None
            if place:
                yield place
            is_person = place.is_meant if place else words[at].mark == "@"
            expected = (keys[at] in COMPANY or introduces(keys, at + 1)) and place is None
            at += place.run if place else 1
            if is_person and at < len(words):  # "with Paul, Marie and Émile", "@marie and Paul"
                expected = words[at - 1].text.endswith(",") or keys[at] in AND
                at += keys[at] in AND

    def full(self, keys: Sequence[str], at: int) -> tuple[int, tuple[Person, ...]]:
        """How many words from ``at`` on are the longest full name of several words, and whose it is; 0 where none."""
        for count in range(min(self._longest, len(keys) - at), 1, -1):
            people = self._by_name.get(tuple(keys[at : at + count]))
            if people:
                return count, people
        return 0, ()

    def _place(self, words: Sequence[Word], keys: Sequence[str], at: int, *, expected: bool) -> NamePlace | None:
        known = self._by_first.get(keys[at])
        if known is None:
            return None
        count, people = self.full(keys, at)
        if count:
            return NamePlace(at, count, people, is_meant=True)
        is_name = words[at].text[:1].isupper()
        if not (expected or is_name):
            return None
        is_whole = len(known) == 1 and " " not in known[0].name
        if expected and not is_whole and self._is_surname(words, keys, at + 1):
            expected = False  # "with Marie Martin" is not Marie Dupont
        return NamePlace(at, 1, known, is_meant=expected or is_whole)

    def _is_surname(self, words: Sequence[Word], keys: Sequence[str], at: int) -> bool:
        """Whether the word after a first name looks like another's family name."""
        if at >= len(words) or words[at - 1].text[-1:] in ",.;:" or not words[at].is_plain:
            return False
        is_other = keys[at] in self._by_first or keys[at] in {*WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS}
        return words[at].text[:1].isupper() and words[at].text.isalpha() and not is_other


_latest: tuple[Mapping[str, Person], NamesOfPeople] | None = None


def names_of(people: Mapping[str, Person]) -> NamesOfPeople:
    """The names of these people; those of the latest book are remembered, for a line is read anew at every key."""
    global _latest  # noqa: PLW0603 - one remembered value, of a pure function
    if _latest is None or _latest[0] is not people:
        _latest = (people, NamesOfPeople(people))
    return _latest[1]
