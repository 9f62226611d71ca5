"""What makes what another program says of somebody the same person as one she knows.

An address makes the same person only where the name agrees: a family or an office share a mailbox. A name makes the
same person unless the address and the company both say that it is another of that name; where only the address does,
nobody but her can say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..person import Person
from ..texts import folded, words_of


def name_key(name: str) -> str:
    """The same for a name in any order of its words, case and accents: ``Novak, Anna`` is Anna Novak."""
    return " ".join(sorted(words_of(name))) or folded(name)


def names_agree(one: str, other: str) -> bool:
    """Whether two names may be one person's: one of them unknown or an address, the same, or the other's cut short."""
    if not one or not other or "@" in one or "@" in other or name_key(one) == name_key(other):
        return True
    words, others = words_of(one), words_of(other)
    return is_short_for(words, others) or is_short_for(others, words)


def is_another(person: Person, emails: Collection[str], company: str) -> bool | None:
    """Whether somebody of the same name is another person than ``person``; None where it cannot be said."""
    if not person.emails or not emails or shares_address(person, emails):
        return False
    if not person.company or not company:
        return None
    return words_of(person.company) != words_of(company)


def shares_address(person: Person, emails: Collection[str]) -> bool:
    """Whether they have an e-mail address in common."""
    return not {email.casefold() for email in person.emails}.isdisjoint(email.casefold() for email in emails)


def is_short_for(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether ``short`` are words of ``whole`` or their initials, and not all of them in full."""
    rest = list(whole)
    for word in sorted(short, key=len, reverse=True):  # words in full take theirs before an initial does
        match = word if word in rest else next((each for each in rest if len(word) == 1 and each[0] == word), None)
        if match is None:
            return False
        rest.remove(match)
    return sorted(short) != sorted(whole)
