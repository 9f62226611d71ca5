"""The parts of a name as cards have them: what stands before it and after it is neither given nor family name."""

from __future__ import annotations

from planner.domain.texts import folded
from planner.domain.value import NamedTuple

#: Titles before a name and after it, without their full stops.
_BEFORE = frozenset((
    "dr", "prof", "professeur", "me", "maitre", "mme", "mlle", "mr", "mrs", "ms", "m", "herr", "frau", "ing",
))  # fmt: skip
_AFTER = frozenset((
    "phd", "dphil", "md", "mba", "emba", "msc", "bsc", "ma", "ba", "meng", "llm", "llb", "jd", "esq", "jr", "sr",
    "ii", "iii", "iv", "cfa", "cpa", "pmp", "pmi-acp", "prince2", "acca", "fca", "fcca", "cissp", "csm", "pe",
    "rn", "obe", "mbe", "cbe", "dba", "edd", "pharmd", "dds", "dvm",
))  # fmt: skip

#: Small words that a family name begins with.
_PARTICLES = frozenset((
    "de", "du", "des", "d", "van", "von", "der", "den", "ter", "la", "le", "di", "da", "dos", "del", "della", "al",
    "el", "bin", "ben",
))  # fmt: skip


class NameParts(NamedTuple):
    """A name in the parts that RFC 6350, 6.2.2 has."""

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""


def name_parts(name: str) -> NameParts:
    """``Dr Marie van Dyck, PhD`` in its parts. Of one word alone nobody knows whose it is: it is the given name."""
    plain, comma, rest = name.partition(",")
    words, after = plain.split(), rest.split() if comma else []
    before: list[str] = []
    while len(words) > 1 and _bare(words[0]) in _BEFORE:
        before.append(words.pop(0))
    while len(words) > 2 and _stands_after(words[-1]):
        after.insert(0, words.pop())
    at = next((n for n, word in enumerate(words[:-1]) if n and word.islower() and folded(word) in _PARTICLES), 0)
    at = at or max(1, len(words) - 1)
    return NameParts(" ".join(words[at:]), " ".join(words[:at]), " ".join(before), " ".join(after))


def _stands_after(word: str) -> bool:
    """Whether a word is a title after a name; Ma and Pe are families' names, too, so that it is not written as they."""
    bare = _bare(word)
    return bare in _AFTER and (bare in ("jr", "sr", "esq") or "." in word or not word.istitle())


def _bare(word: str) -> str:
    return folded(word).replace(".", "").strip(",")
