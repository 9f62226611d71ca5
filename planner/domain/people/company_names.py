"""What makes two spellings one company."""

from __future__ import annotations

from ..texts import folded, words_of

#: What a company is in law, which nobody says each time: it tells no two apart.
_LEGAL_FORMS = frozenset(
    (
        *("sa", "sas", "sasu", "sarl", "eurl", "snc", "scop", "gmbh", "ag", "kg", "ug", "ltd", "limited"),
        *(
            "inc",
            "incorporated",
            "llc",
            "llp",
            "plc",
            "corp",
            "corporation",
            "bv",
            "nv",
            "srl",
            "spa",
            "ab",
            "oy",
            "aps",
        ),
    )
)


def company_key(name: str) -> str:
    """The same for a company in any case, with or without accents, signs and its form in law: ``ACME, Inc.``."""
    words = list(words_of(name))
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words) or folded(name)
