"""The ways in which a known name is written in a sentence: whole, run together, in parts, as a name to log in with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..texts import clean, folded
from ..value import NamedTuple
from .company_names import without_form

#: Words of names that many names have, and that are words of every sentence.
PARTICLES = frozenset((
    "al", "am", "an", "and", "bin", "da", "das", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "et", "la",
    "las", "le", "les", "los", "of", "st", "ste", "the", "und", "van", "von", "y", "zu",
))  # fmt: skip

#: What is said for the sign that joins two names.
_ANDS = ("and", "et", "und", "y")

#: A hyphen that is only seen where a line breaks there.
SOFT_HYPHEN = "\u00ad"

#: What parts one name of a company from another one of it.
_BESIDE = re.compile(r"[,;/()]| [-–—] ")

#: What parts the names of a person from each other.
_APART = re.compile(r"[\s‐-]+")


class Word(NamedTuple):
    """A word of a text, folded, and where it stands."""

    text: str
    start: int
    end: int


class Spelling(NamedTuple):
    """Words that stand for a name, folded, what is put in their place, and whether they are the ``whole`` of it."""

    words: tuple[str, ...]
    short: str
    whole: bool = True


def words_in(text: str) -> Iterator[Word]:
    """The words of a text, folded; whatever is neither letter nor figure parts them, as in a name."""
    word, start = "", 0
    for at, sign in enumerate(text):
        plain = folded(sign)
        if plain.isalnum():
            if not word:
                start = at
            word += plain
        elif plain and word and sign != SOFT_HYPHEN:  # an accent on its own belongs to the letter before it
            yield Word(word, start, at)
            word = ""
    if word:
        yield Word(word, start, len(text))


def initials(name: str, withheld: str = "…") -> str:
    """``M. D.`` of Marie Dupont; of an address those of what stands before the @, and ``withheld`` of mere signs."""
    name = clean(name).partition("@")[0] if "@" in name else clean(name)
    return " ".join(f"{name[word.start].upper()}." for word in words_in(name)) or (withheld if name else "")


def person_spellings(name: str) -> Iterator[Spelling]:
    """The ways in which a person is called: ``Jean-Marc Le Goff``, ``jeanmarc``, ``LeGoff``, ``Goff``, ``jmlegoff``."""
    name, short = clean(name), initials(name)
    words = [word.text for word in words_in(name)]
    yield from _whole(words, short)
    first = _joined_words(name.partition(" ")[0])
    last = words[len(first) :]
    if first and last:
        letters = {"".join(word[0] for word in first), first[0][0]}
        for letter in letters:
            for family in {"".join(last), last[-1]}:
                yield from (Spelling((run,), short, whole=False) for run in (letter + family, family + letter))
    if len(last) > 1:  # Le Goff
        yield Spelling(("".join(last),), initials(" ".join(last)), whole=False)
    for part in dict.fromkeys((*name.split(), *_APART.split(name))):
        if len(joined := _joined_words(part)) > 1:  # Jean-Marc, O'Neill, d'Arc-Lys
            yield Spelling(("".join(joined),), initials(part), whole=False)
    for word in words_in(name):
        is_particle = word.text in PARTICLES and (word.start or name[:1].islower())  # Al Gore is no particle's
        if len(word.text) > 1 and not is_particle:
            yield Spelling((word.text,), initials(name[word.start : word.end]), whole=False)


def company_spellings(name: str) -> Iterator[Spelling]:
    """The ways in which a company is called: with its form in law and without it, ``&`` or ``and``, and each of several
    names that stand beside each other."""
    name = clean(name)
    for each in dict.fromkeys((name, *(part.strip() for part in _BESIDE.split(name)))):
        words = [word.text for word in words_in(each)]
        shorter = list(without_form(words))
        if not any(word for word in shorter if word not in PARTICLES):
            continue
        yield from _whole(words, initials(each))
        short = " ".join(initials(each).split()[: len(shorter)])
        yield from _whole(shorter, short)
        before, sign, after = each.partition("&")
        if sign:
            one, other = ([word.text for word in words_in(half)] for half in (before, after))
            for said in _ANDS:
                yield Spelling((*one, said, *without_form(other)), short)


def _whole(words: list[str], short: str) -> Iterator[Spelling]:
    if words:
        yield Spelling(tuple(words), short)
        yield Spelling(("".join(words),), short)


def _joined_words(part: str) -> list[str]:
    return [word.text for word in words_in(part)]
