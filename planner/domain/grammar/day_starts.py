"""Where a day may begin in a line: most lines say none, and then nothing that reads days is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import (
    AGO_BEFORE,
    AWAY,
    COMING,
    DAY_LEADS,
    DAY_PARTS,
    DAY_UNITS,
    LAST,
    MONTH_PARTS,
    MONTH_UNITS,
    MONTHS,
    NAMED_MONTHS,
    NAMED_WEEKS,
    NEAR_DAYS,
    NUMBERS,
    OF,
    PART_OF_TODAY,
    PARTS_TODAY,
    PARTS_YESTERDAY,
    SHORT_WEEKDAYS,
    THIS,
    WEEKDAYS,
    WEEKENDS,
)

#: What is joined to a month: "mi-janvier".
JOINED = tuple(f"{phrase}-" for phrase, part in MONTH_PARTS.items() if part != "in")

_PHRASES = (
    NEAR_DAYS,
    NAMED_WEEKS,
    NAMED_MONTHS,
    MONTH_PARTS,
    PARTS_TODAY,
    PARTS_YESTERDAY,
    PART_OF_TODAY,
    AGO_BEFORE,
    AWAY,
)
_STARTS = frozenset((*DAY_LEADS, *THIS, *LAST, *COMING, *WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS, *DAY_PARTS, *WEEKENDS,
                     *(phrase.partition(" ")[0] for phrases in _PHRASES for phrase in phrases)))  # fmt: skip

#: The words that a day may begin with, beside figures.
DAY_STARTS = _STARTS | NUMBERS.keys()

#: What makes a day of a number alone that stands before it: "5 nov", "5 of november", "two days ago".
_AFTER_NUMBERS = frozenset((*MONTHS, *OF, *DAY_UNITS, *MONTH_UNITS))


def may_begin_day(keys: Sequence[str], at: int) -> bool:
    """Whether a day may begin at ``at``; of a number alone the word after it tells."""
    first = keys[at]
    if first.isdecimal() or (first in NUMBERS and first not in _STARTS):
        return at + 1 < len(keys) and keys[at + 1].rstrip(".") in _AFTER_NUMBERS
    return first[:1].isdigit() or first[:1] in "-−+" or first.rstrip(".") in DAY_STARTS or first.startswith(JOINED)
