"""The time zones that calendars name: those of the tz database, Windows' own, and those that a calendar describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import tzinfo

from icalendar.timezone import tzp

from planner.domain.texts import shown
from planner.domain.words import say

_TZID = re.compile(r';TZID=("[^"]*"|[^;:"]*)', re.IGNORECASE)

#: How the properties begin that name a zone: DTSTART, DTEND, RECURRENCE-ID, EXDATE, RDATE.
_TIMES = ("DTS", "DTE", "REC", "EXD", "RDA")


def known_zone(name: str) -> tzinfo | None:
    """The zone of a name; None where nobody knows it."""
    try:
        return tzp.timezone(name)
    except (ValueError, OSError):  # it names a folder of zones, or no file that there can be
        return None


def with_known_zones(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of an event without the zones that nobody knows, so that their times are local; and those zones."""
    strange: dict[str, None] = {}

    def kept(found: re.Match[str]) -> str:
        name = found[1].strip('"')
        if known_zone(name):
            return found[0]
        strange[name] = None
        return ""

    return [_TZID.sub(kept, line, count=1) if line[:3].upper() in _TIMES else line for line in lines], list(strange)


def unknown_zone(zone: str) -> str:
    """Says that nobody knows it."""
    return say("nobody knows its time zone “{zone}”; its times are taken as local ones", zone=shown(zone))
