"""Lengths of time as people type them: ``25``, ``1h30``, ``1 h 30``, ``1,5 heure``, ``an hour and a half``.

They are ours to read: a library for dates takes ``30m`` for half past midnight and ``9`` for the ninth of the month.
A length may stand in one word or in several; :func:`length_at` reads it where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import Misread
from ..texts import folded, shown
from ..words import say
from .lexicon import NUMBERS
from .tokens import run_of

#: The longest entry, in minutes.
LONGEST = 24 * 60

_HOUR = r"(?:h|hrs?|hours?|heures?)"
_MINUTE = r"(?:m|mins?|mn|minutes?|')"
_COUNT = "|".join(sorted(NUMBERS, key=len, reverse=True))

#: What may follow whole hours: minutes, or a part of an hour.
_AFTER = (
    rf"(?: ?(?:and |et )?(?P<rest>[0-9]{{1,2}})(?: ?{_MINUTE})|(?: ?(?P<bare>[0-9]{{2}}))(?! ?{_HOUR}(?: |$))"
    r"| (?P<spelled>cinq|five|dix|ten|quinze|fifteen|vingt|twenty|trente|thirty|quarante|forty|cinquante|fifty)"
    r"| (?:(?P<half>and a half|et demie?)|(?P<quarter>and a quarter|et (?:un )?quart)|(?P<three>et trois quarts)))?"
)

_SHAPES = tuple(
    re.compile(f"(?:{shape})(?= |$)")
    for shape in (
        rf"(?P<hours>[0-9]+|(?:{_COUNT})(?= )) ?(?P<unit>{_HOUR}){_AFTER}",
        rf"(?P<odd>[0-9]+|{_COUNT}) (?:and a half|et demie?) {_HOUR}",
        rf"(?P<whole>[0-9]+)[.,](?P<part>[0-9]+) ?{_HOUR}",
        r"(?P<clock>[0-9]+):(?P<past>[0-9]{2})",
        r"(?P<half>(?:a |an |une )?(?:half(?: an)?[ -]hour|demi[e]?[ -]heure))",
        r"(?P<three>(?:three|trois|3) quarte?r?s (?:of an hour|d'heure)|3/4 (?:of an hour|d'heure|h))",
        r"(?P<quarter>(?:a |un )?(?:quarter(?: of an|-| )hour|quarter of an hour|quart d'heure))",
        rf"(?P<minutes>[0-9]+|(?:{_COUNT})(?= )) ?{_MINUTE}",
        r"(?P<minutes>[0-9]+)",
    )
)

#: The words that a length may begin with, beside figures, and how many it has at most.
LENGTH_STARTS = frozenset((*NUMBERS, "half", "quarter", "quart", "demi-heure", "demie-heure", "demi", "half-hour"))
_LONGEST_RUN = 6

#: A length that is none: negative, or in seconds.
_NEGATIVE = re.compile(r"[-−][0-9]+(?:[.,:h][0-9]*)?(?:m|min|mn|h)?(?= |$)")
_SECONDS = re.compile(r"[0-9]+ ?(?:s|secs?|seconds?|secondes?)(?= |$)")


class Length(NamedTuple):
    """A length that ``run`` words say; ``minutes`` is None where there is no such one.

    ``is_bare`` tells figures without a unit; ``is_clock`` that it may be a time of day as well (``1h30``, ``9:00``).
    """

    run: int
    minutes: int | None
    is_bare: bool = False
    is_clock: bool = False


def length_at(keys: Sequence[str], at: int) -> Length | None:
    """The longest length that begins at ``at``; None where none does. Out of bounds it has no minutes."""
    first = keys[at]
    if not (first[:1].isascii() and first[:1].isdigit()) and first not in LENGTH_STARTS:
        return None
    run = run_of(keys, at, _LONGEST_RUN)
    best: Length | None = None
    for shape in _SHAPES:
        found = shape.match(run)
        if found and (best is None or found[0].count(" ") >= best.run):
            best = _length(found)
    return best


def no_length_at(keys: Sequence[str], at: int) -> int:
    """How many words from ``at`` on are shaped like a length and are none (``90 sec``, ``-25``); 0 where none are."""
    run = run_of(keys, at, 2)
    found = _NEGATIVE.match(run) or _SECONDS.match(run)
    return found[0].count(" ") + 1 if found else 0


def read_minutes(text: str, longest: int = LONGEST) -> int | None:
    """The whole minutes that ``text`` says, 1 to ``longest``; None if it is not shaped like a duration.

    A part of an hour is rounded to the nearest minute. Raises Misread for a duration that is zero, negative, longer
    than ``longest``, or has more than 59 minutes after its hours.
    """
    keys = folded(text).split() or [""]
    if len(keys) > _LONGEST_RUN:
        return None
    if no_length_at(keys, 0) == len(keys):
        raise no_length(text, longest)
    found = length_at(keys, 0)
    if found is None or found.run != len(keys):
        return None
    if found.minutes is None or not 1 <= found.minutes <= longest:
        raise no_length(text, longest)
    return found.minutes


def no_length(text: str, longest: int = LONGEST) -> Misread:
    """Says that there is no such length of time."""
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


def _length(found: re.Match[str]) -> Length:
    said = found.groupdict()
    text, count = found[0], found[0].count(" ") + 1
    minutes: int | None
    if said.get("minutes"):
        return Length(count, _number(said["minutes"]), is_bare=text.isdecimal())
    if said.get("hours"):
        rest = _number(said["rest"] or said["bare"] or said["spelled"] or "0")
        parts = 30 * bool(said["half"]) + 15 * bool(said["quarter"]) + 45 * bool(said["three"])
        minutes = _number(said["hours"]) * 60 + rest + parts if rest < 60 else None
        is_clock = (
            said["hours"].isdecimal() and said["unit"] in ("h", "heure", "heures") and not (said["rest"] or parts)
        )
        return Length(count, minutes, is_clock=is_clock)
    if said.get("clock"):
        past = int(said["past"])
        return Length(count, _number(said["clock"]) * 60 + past if past < 60 else None, is_clock=True)
    if said.get("odd"):
        return Length(count, _number(said["odd"]) * 60 + 30)
    if said.get("whole"):
        return Length(count, round((_number(said["whole"]) + float(f"0.{said['part'][:9]}")) * 60))
    return Length(count, 30 if said.get("half") else 45 if said.get("three") else 15)


def _number(figures: str) -> int:
    """The number that figures or a word say, at most 99999: more is far too long, and ``int`` takes only so many."""
    if figures in NUMBERS:
        return NUMBERS[figures]
    figures = figures.lstrip("0") or "0"
    return int(figures) if len(figures) <= 5 else 99_999
