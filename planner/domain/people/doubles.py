"""Likely doubles: two records that may be one person. They are pointed out, and merged only when she says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..grammar.addresses import same_address
from ..person import Person
from ..texts import folded, words_of
from ..value import NamedTuple
from ..value.enums import StrEnum
from .sameness import is_short_for

#: How alike two names must be, of 100: one slip in a name of ten letters or more.
#: Normalised Indel similarity, https://rapidfuzz.github.io/RapidFuzz/Usage/fuzz.html#ratio
ALIKE = 90

#: How many others one name is set beside at most, lest a list of test names fill the screen.
_MOST_ALIKE = 9


class Likeness(StrEnum):
    """Why two records may be one person, the surest first."""

    EMAIL = "same e-mail"
    NAME = "same name"
    SPELLING = "alike names"
    SHORT = "a name cut short"


class Double(NamedTuple):
    """Two records that may be one person; ``one`` came into the book first."""

    one: Person
    other: Person
    why: Likeness


def doubles(people: Iterable[Person]) -> tuple[Double, ...]:
    """Pairs that may be one person, the surest first.

    They have an e-mail address in common; the same name, whatever its order, case and accents; names that a slip or
    two part, unless they are known to work for different companies; or a name of which the other's is a shorter form:
    ``M. Dupont`` or ``Marie`` for Marie Dupont, with the same company, or ``Marie`` where there is no other. Pairs that
    she has told apart are left out, and those who are connected under two addresses.
    """
    known = [_Known(number, person) for number, person in enumerate(people)]
    likeness_of: dict[tuple[int, int], Likeness] = {}
    for pairs, why in (
        (_same(known, lambda each: map(folded, each.person.emails)), Likeness.EMAIL),
        (_same(known, lambda each: (each.sorted_name,)), Likeness.NAME),
        (_alike(known), Likeness.SPELLING),
        (_shortened(known), Likeness.SHORT),
    ):
        for one, other in pairs:
            if one.person.id in other.person.apart or other.person.id in one.person.apart:
                continue
            if _connected_apart(one.person, other.person):
                continue
            likeness_of.setdefault((min(one.number, other.number), max(one.number, other.number)), why)
    order = list(Likeness)
    return tuple(
        Double(known[one].person, known[other].person, why)
        for (one, other), why in sorted(likeness_of.items(), key=lambda item: (order.index(item[1]), item[0]))
    )


def _connected_apart(one: Person, other: Person) -> bool:
    """Whether a network knows them as two: each is connected, under an address of their own."""
    both = one.known and other.known and one.address and other.address
    return bool(both) and same_address(one.address) != same_address(other.address)


class _Known:
    """A person with their place in the book, and the words of their name and of their company, folded."""

    __slots__ = ("company", "has_initial", "number", "person", "sorted_name", "words")

    def __init__(self, number: int, person: Person) -> None:
        self.number = number
        self.person = person
        self.words = words_of(person.name)
        self.sorted_name = " ".join(sorted(self.words)) or folded(person.name)
        self.company = " ".join(words_of(person.company))
        self.has_initial = any(len(word) == 1 for word in self.words)


_Pair = tuple[_Known, _Known]


def _same(known: Iterable[_Known], keys: Callable[[_Known], Iterable[str]]) -> Iterator[_Pair]:
    """Each beside the first one that has a key in common; who has none is beside nobody."""
    first: dict[str, _Known] = {}
    for each in known:
        for text in filter(None, keys(each)):
            other = first.setdefault(text, each)
            if other is not each:
                yield other, each


def _alike(known: Sequence[_Known]) -> Iterator[_Pair]:
    """Those whose names a slip or two part. A figure is no slip: Agent 7 is not Agent 8."""
    by_figures: dict[str, dict[str, _Known]] = {}
    for each in known:
        figures = "".join(sign for sign in each.sorted_name if sign.isdigit())
        by_figures.setdefault(figures, {}).setdefault(each.sorted_name, each)
    for names in by_figures.values():
        for one, other in _alike_names(sorted(names, key=len)):
            if not _work_apart(names[one], names[other]):
                yield names[one], names[other]


def _alike_names(names: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of ``names``, sorted by length, that are alike: one too long to be so is not even looked at."""
    from rapidfuzz import fuzz, process  # costs as much as starting Python does

    lengths = [len(name) for name in names]
    for at, name in enumerate(names):
        end = bisect_right(lengths, len(name) * (200 - ALIKE) / ALIKE)
        for other, _, _ in process.extract(
            name, names[at + 1 : end], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=_MOST_ALIKE
        ):
            yield name, other


def _work_apart(one: _Known, other: _Known) -> bool:
    return bool(one.company and other.company and one.company != other.company)


def _shortened(known: Sequence[_Known]) -> Iterator[_Pair]:
    """Those of whom one has a shorter form of the other's name."""
    colleagues: dict[tuple[str, str], list[_Known]] = {}
    for each in known:
        for word in set(each.words):
            if each.company and len(word) > 1:
                colleagues.setdefault((each.company, word), []).append(each)
    for some in colleagues.values():
        yield from _short_among(list({each.words: each for each in reversed(some)}.values()))
    called: dict[str, list[_Known]] = {}
    for each in known:
        if len(each.words) > 1:
            called.setdefault(each.words[0], []).append(each)
    for each in known:
        others = called.get(each.words[0], []) if len(each.words) == 1 else []
        if len(others) == 1 and not _work_apart(each, others[0]):
            yield each, others[0]


def _short_among(some: Sequence[_Known]) -> Iterator[_Pair]:
    """The pairs of one company, and with a word in common, of whom one's name is the other's cut short."""
    by_length: dict[int, list[_Known]] = {}
    for each in some:
        by_length.setdefault(len(each.words), []).append(each)
    for short in some:
        shortest = len(short.words) + (not short.has_initial)
        for length, wholes in by_length.items():
            if length >= shortest:
                yield from ((short, whole) for whole in wholes if is_short_for(short.words, whole.words))
