"""The minutes a week that a pasted list says a group takes: ``Lyon UX, 30 min``, ``PMI | 1h | pmi.example``."""

from __future__ import annotations

import re

from .durations import read_minutes
from .lexicon import HOUR_UNITS, MINUTE_UNITS, any_of

#: Longer than that no group takes a week: it is something else that is told.
MOST = 20 * 60

_LENGTH = (
    rf"\d{{1,2}} ?(?:{any_of(HOUR_UNITS)})(?: ?\d{{2}})?(?![^\W\d_])|\d{{1,3}} ?(?:{any_of(MINUTE_UNITS)})(?![^\W\d_])"
)
#: It stands behind what parts it from a name, which may have hours in it; what follows says of what: ``/semaine``.
_AT_THE_END = re.compile(
    rf"(?:\s*[,;:·•–—]\s*|\s+-\s+|\s*[(\[]\s*)((?:{_LENGTH})(?:(?:\s?/\s?|\s)[^\W\d]+(?:\s[^\W\d]+)?)?)\s*[)\]]?$",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(rf"(?<![\w.,:])(?:{_LENGTH})", re.IGNORECASE)


def without_upkeep(text: str) -> tuple[str, str]:
    """A line without the length of time at its end, and that; "" where there is none."""
    found = _AT_THE_END.search(text)
    return (text[: found.start()].rstrip(), found[1]) if found and found.start() else (text, "")


def said_upkeep(beside: str) -> int | None:
    """The minutes a week that what stood beside a name says; None where it says none, or more than one length."""
    lengths = _ANYWHERE.findall(beside)
    minutes = read_minutes(lengths[0], MOST) if len(lengths) == 1 else None
    return minutes if minutes and minutes <= MOST else None
