"""The time zones that calendars name: those of the tz database, Windows' own, and those that a calendar describes.

A zone that nobody knows by name may still say its offset in it, as Outlook's "(UTC-05:00) Eastern Time" does: it is
taken at its word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import tzinfo

from icalendar import Timezone
from icalendar.timezone import tzp

from planner.domain.texts import clean, shown
from planner.domain.words import say

_TZID = re.compile(r';TZID=("[^"]*"|[^;:"]*)', re.IGNORECASE)

#: How the properties begin that name a zone: DTSTART, DTEND, RECURRENCE-ID, EXDATE, RDATE.
TIMES = ("DTS", "DTE", "REC", "EXD", "RDA")

#: A moment in UTC, which says so with its last letter: no zone beside it has a say.
_UTC = re.compile(r":[0-9]{8}T[0-9]{6}Z(?:[,/]\S*)?\s*$", re.IGNORECASE)

#: The offset at the beginning of a name: ``GMT-0500``, ``UTC+01``, ``(GMT+10:00) Canberra``, ``(UTC) Dublin``.
_OFFSET = re.compile(
    r"\(?(?:UTC|GMT)(?: ?([+\u2212-])([01]?[0-9])[:.]?([0-5][0-9])?)?(?![0-9A-Za-z:+-])", re.IGNORECASE
)
_BARE_OFFSET = re.compile(r"([+\u2212-])([01][0-9]):?([0-5][0-9])?")


def known_zone(name: str) -> tzinfo | None:
    """The zone of a name, or of the offset it carries; None where neither is known."""
    try:
        zone = tzp.timezone(name)
    except (ValueError, OSError):  # it names a folder of zones, or no file that there can be
        zone = None
    return zone or _learned(name)


def _learned(name: str) -> tzinfo | None:
    """The zone that a name's offset makes, known to icalendar by that name from now on."""
    written = _OFFSET.match(clean(name)) or _BARE_OFFSET.fullmatch(clean(name))
    if written is None or any(sign in name for sign in "\r\n"):
        return None
    sign, hours, minutes = written.groups()
    offset = f"{'+' if sign in (None, '+') else '-'}{int(hours or 0):02}{minutes or '00'}"
    Timezone.from_ical(
        "\r\n".join(
            [
                "BEGIN:VTIMEZONE",
                f"TZID:{name}",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                f"TZOFFSETFROM:{offset}",
                f"TZOFFSETTO:{offset}",
                "END:STANDARD",
                "END:VTIMEZONE",
            ]
        )
    )
    return tzp.timezone(name)


def with_known_zones(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of an event without the zones that nobody knows, so that their times are local; and those zones.

    A zone beside a time that is in UTC is left out, too.
    """
    strange: dict[str, None] = {}

    def kept(zone: re.Match[str]) -> str:
        name = zone[1].strip('"')
        if known_zone(name):
            return zone[0]
        strange[name] = None
        return ""

    def read(line: str) -> str:
        if line[:3].upper() not in TIMES:
            return line
        return _TZID.sub("" if _UTC.search(line) else kept, line, count=1)

    return [read(line) for line in lines], list(strange)


def unknown_zone(zone: str) -> str:
    """Says that nobody knows it."""
    return say("nobody knows its time zone “{zone}”; its times are taken as local ones", zone=shown(zone))
