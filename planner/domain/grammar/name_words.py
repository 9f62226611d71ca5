"""The people of a book by the words of their names, so that a beginning finds its people without asking everybody."""

from __future__ import annotations

from collections.abc import Mapping

from ..person import Person
from ..texts import words_of


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

            at, ids = bisect_left(self._words, (typed, "")), set[str]()
            while at < len(self._words) and self._words[at][0].startswith(typed):
                ids.add(self._words[at][1])
                at += 1
            self._found[typed] = tuple(sorted(ids))
        return self._found[typed]

    def called(self, word: str) -> tuple[str, ...]:
        """The ids of those of whose names this is a word, or all of them run together: "paulroy"."""
        if not self._words:  # who knows nobody yet need not load what looks for them
            return ()
        from bisect import bisect_left

        begun = bisect_left(self._words, (word, ""))
        return tuple(id_ for _, id_ in self._words[begun : bisect_left(self._words, (word + "\0", ""))])
