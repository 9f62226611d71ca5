"""The dates of the archive: each of its files writes them in its own way, and a spreadsheet in another. All are UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

from planner.domain.errors import Misread
from planner.interop.intake.dates import MDY, moment_in

#: LinkedIn opened in May 2003; what is said to be before is no date, but a zero that was taken for one.
FIRST_YEAR = 2003

#: ``Mon Jan 01 00:00:00 UTC 2023``, as Java prints a moment: the year stands last.
_YEAR_LAST = re.compile(r"[^\W\d_]+\.? ([^\W\d_]+)\.? (\d{1,2}) (\d\d:\d\d:\d\d) (?:UTC|GMT) (\d{4})\Z")


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime | None:
    """The moment of a text, in UTC; None for what is no date. One without a time is midnight."""
    plain = _YEAR_LAST.sub(r"\1 \2 \4 \3", " ".join(text.split()))
    try:
        at, _ = moment_in(plain, MDY)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (Misread, OverflowError):
        return None
    return at if at.year >= FIRST_YEAR else None


def day(text: str) -> date | None:
    """The day of a text; None for what is no date."""
    at = moment(text)
    return at.date() if at else None
