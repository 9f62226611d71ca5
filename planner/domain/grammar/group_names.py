"""The names of all groups, ready to be found by what was typed of them.

A line that names its group as it is called needs nothing of what tells how near a name is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..book import Book
from ..errors import Ambiguous, Unknown
from ..group import Group
from ..texts import folded, shown, words_of
from ..words import say

#: So many letters of a word tell that it may begin a name.
_BEGUN = 3

#: How many letters of a name count when the nearest to an unknown one are sought.
_NEAR = 24


#: How many answers are remembered at most.
_REMEMBERED = 500


class _Known:
    """A group with the words of its name and of its slug, and the ways to type it as one word."""

    __slots__ = ("group", "name", "slug", "spellings")

    def __init__(self, group: Group) -> None:
        self.group = group
        self.name = words_of(group.name)
        self.slug = words_of(group.slug)
        long_words = (word for word in self.name if len(word) > 3)
        self.spellings = {"".join(self.name), "".join(self.slug), *long_words} - {""}


class GroupNames:
    """Finds groups: exactly, by the beginning of a name, or by one typed in haste."""

    def __init__(self, book: Book) -> None:
        self._slugs: dict[str, Group] = {}
        self._names: dict[str, list[Group]] = {}
        self._known: list[_Known] = []
        for group in book.groups.values():
            self._slugs.setdefault(group.id.casefold(), group)
            self._names.setdefault(folded(group.name), []).append(group)
            self._known.append(_Known(group))
        self._slugs.update((group.slug.casefold(), group) for group in book.groups.values())
        #: The groups by how the words of their names begin: a word that begins otherwise is no beginning of one.
        self._by_beginning: dict[str, list[_Known]] = {}
        for known in self._known:
            for beginning in {word[:_BEGUN] for word in (*known.name, *known.slug)}:
                self._by_beginning.setdefault(beginning, []).append(known)
        self._begun: dict[tuple[tuple[str, ...], int], list[Group]] = {}  # the same is asked again within a line
        #: How many typed words a name may have, at most.
        self.longest = max((len(name.split()) for name in self._names), default=0)

    def __bool__(self) -> bool:
        return bool(self._known)

    @property
    def slugs(self) -> list[str]:
        """How the groups are typed, in their order."""
        return [known.group.slug for known in self._known]

    def may_begin(self, text: str) -> bool:
        """Whether some name may begin with these letters, three or more of a word or a whole one; quick to tell."""
        word = (*words_of(text), "")[0]
        return word[:_BEGUN] in self._by_beginning

    def called(self, text: str) -> list[Group]:
        """The group of exactly this slug or id, else those of this name, whatever its case and accents."""
        group = self._slugs.get(text.casefold())
        return [group] if group else self._names.get(folded(text), [])

    def beginning(self, typed: Sequence[str], shortest: int = 1) -> list[Group]:
        """The groups whose name or slug begins with these words, else those with a later word that begins so.

        The last word typed may be cut short, to ``shortest`` letters or more.
        """
        asked = (tuple(typed), shortest)
        if asked not in self._begun:
            if len(self._begun) >= _REMEMBERED:
                self._begun.clear()
            self._begun[asked] = self._beginning(typed, shortest) if typed else []
        return self._begun[asked]

    def _beginning(self, typed: Sequence[str], shortest: int) -> list[Group]:
        is_told = shortest >= _BEGUN or len(typed[0]) >= _BEGUN
        among = self._by_beginning.get(typed[0][:_BEGUN], []) if is_told else self._known
        if not among:
            return []
        from .likeness import begins

        first = [
            known.group for known in among if begins(typed, known.name, shortest) or begins(typed, known.slug, shortest)
        ]
        return first or [
            known.group
            for known in among
            if any(begins(typed, known.name[n:], shortest) for n in range(1, len(known.name)))
        ]

    def like(self, typed: Sequence[str]) -> list[Group]:
        """The groups that these words may be a hasty spelling of: the nearest, by slips, else by letters left out."""
        word = "".join(typed)
        if len(word) < 2:
            return []
        from .likeness import distance, initials_of, scattered_in, slips_allowed

        most = slips_allowed(word)
        slips = [min((distance(word, name, most) for name in k.spellings), default=most + 1) for k in self._known]
        nearest = min(slips, default=most + 1)
        if nearest <= most:
            return [known.group for known, count in zip(self._known, slips, strict=True) if count == nearest]
        return [
            known.group
            for known in self._known
            if initials_of(word, known.name) or any(scattered_in(word, name) for name in known.spellings)
        ]

    def several(self, text: str, groups: Sequence[Group]) -> Ambiguous:
        """Says which groups a short name may mean."""
        slugs = sorted(group.slug for group in groups)
        words = say(
            "“{text}” may mean {candidates}. Type more of its name.", text=shown(text), candidates=", ".join(slugs)
        )
        return Ambiguous(words, slugs)

    def unknown(self, text: str) -> Unknown:
        """Says that no group is called so, and which names come nearest."""
        if not self._known:
            return Unknown(
                say("There is no group “{text}”, nor any yet. Add it: planner group add '{text}'.", text=shown(text))
            )
        from .likeness import distance

        typed = "".join(words_of(shown(text)))[:_NEAR]

        def apart(known: _Known) -> int:
            return min((distance(typed, name[:_NEAR], _NEAR) for name in known.spellings), default=_NEAR)

        nearest = sorted(self._known, key=apart)[:3]
        return Unknown(
            say(
                "There is no group “{text}”. Nearest: {candidates}; or add it: planner group add '{text}'.",
                text=shown(text),
                candidates=", ".join(known.group.slug for known in nearest),
            )
        )


_latest: tuple[Mapping[str, Group], GroupNames] | None = None


def group_names_of(book: Book) -> GroupNames:
    """The names of a book's groups; those of the latest one are remembered, for a line is read anew at every key."""
    global _latest  # noqa: PLW0603 - one remembered value, of a pure function
    if _latest is None or _latest[0] is not book.groups:
        _latest = (book.groups, GroupNames(book))
    return _latest[1]
