"""Which words of a line name the group.

The word where a group is expected, the first free one, counts most; then whatever names a group in full; only then a
beginning elsewhere, and last a hasty spelling. So a note may speak of other groups, and small words name none.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..group import Group
from ..texts import words_of
from ..value import NamedTuple
from .group_names import GroupNames
from .lexicon import SMALL_WORDS

#: Fewer letters may be any small word; they name a group only where one is expected and nothing else does.
_TELLING = 3

#: A group is named early in a line or not at all; this also keeps a very long note cheap.
_REACH = 40


class Naming(NamedTuple):
    """Groups that ``length`` words from ``at`` on may mean."""

    groups: list[Group]
    at: int
    length: int


def named_in_full(words: Sequence[str | None], at: int, names: GroupNames) -> Naming | None:
    """The group whose whole name, slug or id begins at ``at``: the longest one."""
    for run in _runs(words, at, names.longest):
        groups = names.called(" ".join(run))
        if groups:
            return Naming(groups, at, len(run))
    return None


def begun_at(words: Sequence[str | None], at: int, names: GroupNames) -> Naming | None:
    """The groups whose name begins with the words at ``at``, by letters enough to tell."""
    return _begun(words, at, names, _TELLING)


def find_among(words: Sequence[str | None], names: GroupNames) -> Naming | None:
    """The group that some of ``words`` name; None in the list stands for a word that can name none."""
    places = [at for at, word in enumerate(words[:_REACH]) if word]
    if not places:
        return None
    first = places[0]
    here = named_in_full(words, first, names) or _begun(words, first, names, _TELLING)
    if here:
        return here
    for at in places[1:]:
        naming = named_in_full(words, at, names)
        if naming:
            return naming
    for at in places[1:]:
        naming = _begun(words, at, names, _TELLING)
        if naming:
            return naming
    return _begun(words, first, names, 1) or _hasty(words, first, names)


def find_certain(words: Sequence[str | None], names: GroupNames) -> Naming | None:
    """The one group that some of ``words`` name beyond doubt, in full or where the first one begins it; else None."""
    places = [at for at, word in enumerate(words[:_REACH]) if word]
    namings = [named_in_full(words, at, names) for at in places]
    if places:
        namings.append(_begun(words, places[0], names, _TELLING))
    return next((each for each in namings if each and len(each.groups) == 1), None)


def _begun(words: Sequence[str | None], at: int, names: GroupNames, shortest: int) -> Naming | None:
    """The groups whose name begins with the words at ``at``; a further one counts whole, or cut if it decides."""
    several: Naming | None = None
    for cut in (_TELLING, 1):
        for run in _runs(words, at, names.longest):
            if not (words_of(run[0]) and words_of(run[-1])):
                continue  # a sign that stands alone begins or ends no name, and is hers to keep
            typed = tuple(part for word in run for part in words_of(word))
            if SMALL_WORDS.issuperset(typed):
                continue
            groups = names.beginning(typed, shortest if len(run) == 1 else cut) if typed else []
            if len(groups) == 1:
                return Naming(groups, at, len(run))
            if groups:
                several = Naming(groups, at, len(run))
        if not several:
            return None
    return several


def _hasty(words: Sequence[str | None], at: int, names: GroupNames) -> Naming | None:
    for run in _runs(words, at, min(2, names.longest)):
        if run[0][:1].isdigit():
            continue  # a figure and a name typed together: neither may be guessed
        groups = names.like([part for word in run for part in words_of(word)])
        if groups:
            return Naming(groups, at, len(run))
    return None


def _runs(words: Sequence[str | None], at: int, longest: int) -> list[list[str]]:
    """The runs of words that begin at ``at``, longest first."""
    run: list[str] = []
    for word in words[at : at + max(1, longest)]:
        if not word:
            break
        run.append(word)
    return [run[:count] for count in range(len(run), 0, -1)]
