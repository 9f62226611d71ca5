"""The dates of the archive: each of its files writes them in its own way, and a spreadsheet in another. All are UTC."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache

from planner.domain.texts import folded

#: LinkedIn opened in May 2003; what is said to be before is no date, but a zero that was taken for one.
FIRST_YEAR = 2003
LAST_YEAR = 2199

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan janv january janvier",
            "feb fev fevr february fevrier",
            "mar mars march",
            "apr avr april avril",
            "may mai",
            "jun june juin",
            "jul juil july juillet",
            "aug aout august",
            "sep sept september septembre",
            "oct october octobre",
            "nov november novembre",
            "dec december decembre",
        ),
        1,
    )
    for name in names.split()
}

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
_TIME = rf"(?:(?:,?\s+|T){_CLOCK}(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?)?"
_ZONE = r"(?:\s*(?:UTC|GMT|Z))?"

_FORMS = tuple(
    re.compile(form.replace(" ", r"\s+") + r"\Z")
    for form in (
        # 2023-06-25 12:34:56 UTC
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)" + _TIME + _ZONE,
        # 07 Dec 2025, 9-Jan-23
        r"(?P<day>\d{1,2})[\s.-]+(?P<name>[^\W\d]+)\.?[\s-]+(?P<year>\d{4}|\d\d)" + _TIME + _ZONE,
        # Mar 13, 2026 6:30 PM
        r"(?P<name>[^\W\d]+)\.?\s*(?P<day>\d{1,2}),?\s+(?P<year>\d{4})" + _TIME + _ZONE,
        # Mon Jan 01 00:00:00 UTC 2023
        r"[^\W\d]+\.? (?P<name>[^\W\d]+)\.? (?P<day>\d{1,2}) (?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
        r" (?:UTC|GMT) (?P<year>\d{4})",
        # 6/25/23, 9:02 PM
        r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d\d)" + _TIME + _ZONE,
    )
)  # fmt: skip


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime | None:
    """The moment of a text, in UTC; None for what is no date. One without a time is midnight."""
    for form in _FORMS:
        if read := form.match(" ".join(text.split())):
            try:
                return _moment(read.groupdict())
            except (ValueError, KeyError):
                return None
    return None


def day(text: str) -> date | None:
    """The day of a text; None for what is no date."""
    at = moment(text)
    return at.date() if at else None


def _moment(parts: dict[str, str | None]) -> datetime:
    figure: Callable[[str], int] = lambda name: int(parts.get(name) or 0)  # noqa: E731
    name = parts.get("name")
    month = _MONTHS[folded(name)] if name else figure("month")
    year = figure("year")
    year += 2000 if year < 100 else 0
    hour, half = figure("hour"), parts.get("half")
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + 12 * (half in "pP")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    return datetime(year, month, figure("day"), hour, figure("minute"), figure("second"), tzinfo=UTC)
