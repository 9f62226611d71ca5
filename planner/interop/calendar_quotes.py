"""Quotes and colons that stand loose in the parameters of a calendar's line, as in a name that somebody typed.

``CN=Marie "Mimi" Dupont`` is no parameter by the standard, and a reader that keeps to it loses the guest. What stands
there is plain all the same: a parameter goes on until the next one or the value begins.
Sources: RFC 5545, 3.1 and 3.2 (the form), RFC 6868 (a quote within a parameter).
"""

from __future__ import annotations

import re

from planner.interop.calendar_zones import TIMES

#: A line whose parameters are as they should be.
_SOUND = re.compile(
    r'[A-Z0-9-]+(?:;[A-Z0-9-]+=(?:"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*)*:(?P<value>.*)',
    re.IGNORECASE | re.DOTALL,
)
_PARAMETER = re.compile(r";([A-Z0-9-]+)=", re.IGNORECASE)

#: Where an address begins, which is what a line of somebody invited says.
_ADDRESS = re.compile(r":(?=(?:mailto|invalid|urn|https?):|[^\s:;\"]+@[^\s:;\"]+$)", re.IGNORECASE)

#: Where a time begins, which is what a line of a date says: a zone's name may have a colon, "(GMT+05:30) Mumbai".
_TIME = re.compile(r":(?=[0-9]{8}(?:T|$|,|/))")


def mended(line: str) -> str:
    """An unfolded line as it should be written; one that is, or that nothing can be made of, stays as it is."""
    if ";" not in line:
        return line
    invites = line[:9].upper() in ("ATTENDEE;", "ORGANIZER")
    sound = _SOUND.fullmatch(line)
    begins = _ADDRESS if invites else _TIME if line[:3].upper() in TIMES else None
    if sound and not (begins and not begins.match(":" + sound["value"]) and begins.search(sound["value"])):
        return line
    at = _value_at(line, invites=invites)
    if begins is _TIME and (time := _TIME.search(line)):
        at = time.start()
    if at < 0:
        return line
    name, *rest = _PARAMETER.split(line[:at])
    return (
        name + "".join(f";{key}={_quoted(said)}" for key, said in zip(rest[::2], rest[1::2], strict=True)) + line[at:]
    )


def _value_at(line: str, *, invites: bool) -> int:
    """Where the value's colon is: before an address the last there is, else the first; -1 without one."""
    if invites and (addresses := list(_ADDRESS.finditer(line))):
        first = addresses[0].start()
        return addresses[-1].start() if line[first + 1 : first + 8].casefold() != "mailto:" else first
    return line.find(":")


def _quoted(said: str) -> str:
    """What a parameter says, its outer quotes taken off, and those within written as the standard has them."""
    said = said.strip()
    while len(said) > 1 and said[0] == said[-1] == '"':
        said = said[1:-1]
    if said.count('"') == 1:  # one that was opened and never closed, or the other way round
        said = said.strip('"')
    return '"' + said.replace('\\"', "^'").replace('"', "^'") + '"'
