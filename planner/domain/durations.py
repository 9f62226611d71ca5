"""Durations as people type them: ``25``, ``25m``, ``90min``, ``1h``, ``1h30``, ``1:30``, ``1.5h``, ``1,5h``.

They are ours to read: a library for dates takes ``30m`` for half past midnight and ``9`` for the ninth of the month.
"""

from __future__ import annotations

import re

from .errors import Misread
from .texts import shown
from .words import say

#: The longest entry, in minutes.
LONGEST = 24 * 60

_SHAPE = (
    r"(?P<minus>[-−])?(?:"
    r"(?P<minutes>[0-9]+)(?:m|min|mn)?"
    r"|(?P<hours>[0-9]+)(?:h(?:(?P<rest>[0-9]{1,2})(?:m|min|mn)?)?|:(?P<colon>[0-9]{2}))"
    r"|(?P<whole>[0-9]+)[.,](?P<part>[0-9]+)h"
    r")"
)


def read_minutes(text: str) -> int | None:
    """The whole minutes that ``text`` says, 1 to 1440; None if it is not shaped like a duration.

    A part of an hour is rounded to the nearest minute. Raises Misread for a duration that is zero, negative, longer
    than 24 hours, or has more than 59 minutes after its hours.
    """
    if not text[:1] or text[0] not in "-−0123456789":
        return None
    found = re.fullmatch(_SHAPE, text.casefold())
    if not found:
        return None
    if found["minus"]:
        raise _refused(text)
    minutes = _counted(found)
    if minutes is None or not 1 <= minutes <= LONGEST:
        raise _refused(text)
    return minutes


def _counted(found: re.Match[str]) -> int | None:
    """The minutes of a matched shape; None where they cannot be a duration."""
    if any(part and len(part.lstrip("0")) > 5 for part in (found["minutes"], found["hours"], found["whole"])):
        return None  # far too long, and perhaps longer than int() takes
    if found["minutes"]:
        return int(found["minutes"])
    if found["hours"]:
        rest = int(found["rest"] or found["colon"] or 0)
        return int(found["hours"]) * 60 + rest if rest < 60 else None
    return round(float(f"{found['whole'].lstrip('0')[-6:] or 0}.{found['part'][:9]}") * 60)


def _refused(text: str) -> Misread:
    return Misread(
        say(
            "“{text}” is no length of time to log: give between 1 minute and 24 h, such as 25 or 1h30.",
            text=shown(text),
        )
    )
