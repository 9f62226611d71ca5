"""Lengths as other programs' tables write them: on a clock, in figures of a known unit, or with their unit."""

from __future__ import annotations

import re
from math import isfinite

from planner.domain.errors import Misread
from planner.domain.texts import shown
from planner.domain.words import say

_CLOCK = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?$")
_UNITS = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|heures?|std|stunden?))?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?|minuten?))?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|secondes?|sekunden?))?$"
)
_HOURS = re.compile(r"(\d{1,4})\s*h\s*([0-5]\d)$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?$")


def seconds_in(text: str, unit: float | None) -> int:
    """The seconds that a cell says; figures alone are of ``unit`` (its seconds). Raises Misread."""
    plain = " ".join(text.casefold().split())
    if _NUMBER.match(plain):
        if unit is None:
            why = say("“{text}” has no unit: say --columns minutes=…, hours=… or seconds=…", text=shown(text))
            raise Misread(why)
        return _whole(float(plain.replace(",", ".")) * unit, text)
    if said := _CLOCK.match(plain):  # hours come first in a column of minutes, too
        return int(said[1]) * 3600 + int(said[2]) * 60 + int(said[3] or 0)
    if said := _HOURS.match(plain):
        return int(said[1]) * 3600 + int(said[2]) * 60
    said = _UNITS.match(plain)
    if plain and said:
        hours, minutes, seconds = (float((said[at] or "0").replace(",", ".")) for at in (1, 2, 3))
        return _whole(hours * 3600 + minutes * 60 + seconds, text)
    raise Misread(say("“{text}” is no length like 00:25:00, 25 min or 0.42 h", text=shown(text)))


def _whole(seconds: float, text: str) -> int:
    if not isfinite(seconds) or seconds > 10**9:
        raise Misread(say("“{text}” is no length like 00:25:00, 25 min or 0.42 h", text=shown(text)))
    return round(seconds)
