"""How alike a typed word and a name are, for when it was typed in haste.

Names and words come in here already folded: lower case, no accents, split into words.
"""

from __future__ import annotations

from collections.abc import Sequence


def begins(typed: Sequence[str], words: Sequence[str], shortest: int = 1) -> bool:
    """Whether ``typed`` are the first of ``words``; its last one may be cut short, to ``shortest`` letters or more."""
    if not typed or len(typed) > len(words):
        return False
    *whole, last = typed
    if list(words[: len(whole)]) != whole:
        return False
    word = words[len(whole)]
    return word == last or (len(last) >= shortest and word.startswith(last))


def initials_of(typed: str, words: Sequence[str]) -> bool:
    """Whether ``typed`` is made of beginnings of the first words, one after the other: ``lux``, ``lyu`` of Lyon UX."""
    reached = {0}  # how far into ``typed`` the words so far may take us
    for word in words:
        reached = {at + n for at in reached for n in range(1, _shared(typed, at, word) + 1)}
        if len(typed) in reached:
            return True
    return False


def _shared(typed: str, at: int, word: str) -> int:
    """How many letters of ``typed``, from ``at`` on, are the first of ``word``."""
    count = 0
    while count < len(word) and at + count < len(typed) and typed[at + count] == word[count]:
        count += 1
    return count


def scattered_in(typed: str, name: str) -> bool:
    """Whether the letters of ``typed`` stand in ``name`` in this order, the first one first, and are half of it."""
    if len(typed) < 3 or len(typed) * 2 < len(name) or typed[:1] != name[:1]:
        return False
    letters = iter(name)
    return all(letter in letters for letter in typed)


def distance(one: str, other: str, most: int) -> int:
    """How many typing slips (one letter more, less, other, or two swapped) part two words; ``most + 1`` if more.

    Optimal string alignment (Damerau 1964, "A technique for computer detection and correction of spelling errors").
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if earlier and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def slips_allowed(typed: str) -> int:
    """How many slips are forgiven in a word of this length: short words are too easily other words."""
    return 0 if len(typed) < 4 else 1 if len(typed) < 7 else 2
