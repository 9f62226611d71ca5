"""What makes two spellings one company."""

from __future__ import annotations

from collections.abc import Sequence

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
    return " ".join(without_form(words_of(name))) or folded(name)


def without_form(words: Sequence[str]) -> Sequence[str]:
    """The words of a company's name, folded, without its form in law; ``L’Oréal S.A.`` has one, too."""
    end = len(words)
    while end > 1:
        if words[end - 1] in _LEGAL_FORMS:
            end -= 1
        elif end > 2 and "".join(words[end - 2 : end]) in _LEGAL_FORMS and len(words[end - 1]) == 1:
            end -= 2
        else:
            break
    return words[:end]
