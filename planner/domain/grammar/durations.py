"""Durations as people type them: ``25``, ``25m``, ``90min``, ``1h``, ``1h30``, ``1:30``, ``1.5h``, ``1,5h``.

They are ours to read: a library for dates takes ``30m`` for half past midnight and ``9`` for the ninth of the month.
"""

from __future__ import annotations

import re

from ..errors import Misread
from ..texts import shown
from ..words import say

#: The longest entry, in minutes.
LONGEST = 24 * 60

#: What a duration begins with.
_FIRST = frozenset("-−0123456789")

_SHAPE = (
    r"(?P<minus>[-−])?(?:"
    r"(?P<minutes>[0-9]+)(?:m|min|mn)?"
    r"|(?P<hours>[0-9]+)(?:h(?:(?P<rest>[0-9]{1,2})(?:m|min|mn)?)?|:(?P<colon>[0-9]{2}))"
    r"|(?P<whole>[0-9]+)[.,](?P<part>[0-9]+)h"
    r")"
)


def read_minutes(text: str, longest: int = LONGEST) -> int | None:
    """The whole minutes that ``text`` says, 1 to ``longest``; None if it is not shaped like a duration.

    A part of an hour is rounded to the nearest minute. Raises Misread for a duration that is zero, negative, longer
    than ``longest``, or has more than 59 minutes after its hours.
    """
    if text[:1] not in _FIRST:
        return None
    if text.isdecimal():  # the usual case needs no pattern
        minutes: int | None = _number(text)
    else:
        found = re.fullmatch(_SHAPE, text.casefold())
        if not found:
            return None
        minutes = None if found["minus"] else _counted(found)
    if minutes is None or not 1 <= minutes <= longest:
        raise _refused(text, longest)
    return minutes


def _counted(found: re.Match[str]) -> int | None:
    """The minutes of a matched shape; None where more than 59 follow the hours."""
    if found["minutes"]:
        return _number(found["minutes"])
    if found["hours"]:
        rest = int(found["rest"] or found["colon"] or 0)
        return _number(found["hours"]) * 60 + rest if rest < 60 else None
    return round((_number(found["whole"]) + float(f"0.{found['part'][:9]}")) * 60)


def _number(figures: str) -> int:
    """The number that figures write, at most 99999: more is far too long anyway, and ``int`` takes only so many."""
    figures = figures.lstrip("0") or "0"
    return int(figures) if len(figures) <= 5 else 99_999


def _refused(text: str, longest: int) -> Misread:
    if longest == LONGEST:
        return Misread(
            say(
                "“{text}” is no length of time to log: give between 1 minute and 24 h, such as 25 or 1h30.",
                text=shown(text),
            )
        )
    return Misread(
        say(
            "“{text}” is no length of time to plan: give between 1 minute and {hours} h, such as 45 or 1h30.",
            text=shown(text),
            hours=longest // 60,
        )
    )
