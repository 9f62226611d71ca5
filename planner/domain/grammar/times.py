"""Times of day as people type them, and ranges of them: ``14:30``, ``14 h 30``, ``2:30pm``, ``noon``, ``de 14h à 16h``.

A time that is written like a length (``1h30``, ``6h``) is a time only by what stands around it; :attr:`Clock.is_sure`
tells whether a word before it or its own form makes it one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from ..errors import Misread
from ..texts import folded, shown
from ..value import NamedTuple
from ..words import say
from .tokens import run_of

_NOON = r"(?:noon|midday|midi)"
_MIDNIGHT = r"(?:midnight|minuit)"
_MERIDIEM = r"(?P<{0}half>a\.?m|p\.?m)\.?"

#: One time; ``{0}`` tells the two of a range apart.
_TIME = (
    rf"(?:(?P<{{0}}noon>{_NOON})|(?P<{{0}}midnight>{_MIDNIGHT})"
    r"|(?:(?P<{0}part>half past|quarter past|quarter to) )?(?P<{0}hour>[0-9]{{1,4}})"
    r"(?:(?P<{0}colon>[:h]|(?<=[0-9]) h )(?P<{0}minute>[0-9]{{2}})(?![0-9])(?::(?P<{0}second>[0-9]{{2}}))?"
    r"|(?P<{0}unit> ?heures?|h| h)(?: (?P<{0}apart>[0-9]{{2}}))?|(?P<{0}clock> o'clock))?"
    r"(?:(?P<{0}dot>\.[0-9]{{2}})?(?: ?" + _MERIDIEM + r"))?)"
    r"(?P<{0}demi> et demie?)?"
)

_LEADS = r"(?:(?P<lead>at about|around|about|at|vers|à|a|ce|depuis|since|from|de|des|@) )?"
_ALONE = _LEADS + _TIME.format("") + r"(?= |$)"
_RANGE = (
    r"(?:(?P<lead>from|between|de|entre|à partir de) )?"
    + _TIME.format("")
    + r"(?: ?[-–—] ?| (?:to|until|till|and|à|a|et|jusqu'à|jusqu'a) )"
    + _TIME.format("to_")
    + r"(?= |$)"
)

#: The words that lead up to a time or a range, and may begin what is read here, beside figures.
TIME_STARTS = frozenset(
    ("at", "around", "about", "vers", "à", "a", "ce", "depuis", "since", "from", "de", "des", "@", "between", "entre",
     "noon",
     "midday", "midi", "midnight", "minuit", "half", "quarter")
)  # fmt: skip
_NAMED = frozenset(("noon", "midday", "midi", "midnight", "minuit"))
_SECONDS = frozenset(("h", "heure", "heures", "am", "pm", "a.m", "p.m", "o'clock"))
_BETWEEN = frozenset(("-", "–", "—", "to", "until", "till", "and", "à", "a", "et", "jusqu'à", "jusqu'a"))
_AFTER_WORDS = _NAMED | {"past", "to", "about", "half", "quarter"}
_SURE = frozenset(("at about", "around", "at", "vers", "à", "a", "depuis", "since", "from", "de", "des", "@"))
_HOUR_LEADS = frozenset(("at about", "around", "at", "vers", "à", "@", "since", "depuis"))
_LONGEST_RUN = 11

#: A range that passes midnight begins at this hour or later, and lasts under so many minutes.
EVENING, LONGEST_NIGHT = time(18), 12 * 60


class Clock(NamedTuple):
    """A time of day that ``run`` words say, and for a range its ``end``; ``at`` is None where there is no such time.

    ``is_sure`` says that it can be nothing else; ``is_short`` that it was a bare hour before noon (``at 2``), which
    means the afternoon where that has been.
    """

    run: int
    at: time | None
    end: time | None = None
    is_sure: bool = False
    is_short: bool = False
    is_led: bool = False


def clock_at(keys: Sequence[str], at: int) -> Clock | None:
    """The longest time or range that begins at ``at``; None where none does."""
    first, second = keys[at], keys[at + 1] if at + 1 < len(keys) else ""
    if first[:1].isascii() and first[:1].isdigit():
        if first.isdecimal() and second not in _SECONDS and second not in _BETWEEN:
            return None
    elif first not in TIME_STARTS or not (first in _NAMED or second[:1].isdigit() or second in _AFTER_WORDS):
        return None
    run = run_of(keys, at, _LONGEST_RUN)
    if any(key in _BETWEEN for key in keys[at + 1 : at + 6]) or any(dash in run for dash in "-–—"):
        found = re.match(_RANGE, run)
        span = _range(found) if found else None
        if span:
            return span
    return _plain(first, second) or _alone(re.match(_ALONE, run))


def _plain(first: str, second: str) -> Clock | None:
    """``14:30`` or ``14h30`` with nothing that belongs to it, which needs no pattern."""
    hour, mark, minute = first.partition(":" if ":" in first else "h")
    if not (mark and hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) < 3):
        return None
    if second in _SECONDS or second == "et":
        return None
    is_time = int(hour) < 24 and int(minute) < 60
    return Clock(1, time(int(hour), int(minute)) if is_time else None, is_sure=len(hour) == 2)


def read_time(text: str) -> time | None:
    """The time of day that ``14:30``, ``14 h 30``, ``2pm`` or ``noon`` says; None if it says none.

    Raises Misread for one that does not exist, such as 25:10.
    """
    keys = folded(text).split()
    found = clock_at(keys, 0) if keys else None
    if found is None or found.run != len(keys) or found.end is not None:
        return None
    if found.at is None:
        raise no_time(text)
    return found.at


def no_time(text: str) -> Misread:
    """Says that no day has such a time."""
    return Misread(say("There is no time “{text}”: hours go from 0 to 23, minutes to 59.", text=shown(text)))


def minutes_of(at: time) -> int:
    """The minutes since midnight."""
    return at.hour * 60 + at.minute


def _alone(found: re.Match[str] | None) -> Clock | None:
    if not found:
        return None
    said, lead = found.groupdict(), found["lead"]
    if said["half"] and " " in found[0] and int(said["hour"] or 0) > 23:
        return None  # "25 pm": a length, and the beginning of a name
    is_word = bool(said["noon"] or said["midnight"] or said["part"])
    is_shaped = is_word or any(said[part] for part in ("colon", "unit", "clock", "half"))
    if not is_shaped and not (lead in _HOUR_LEADS and len(said["hour"]) < 3):
        return None
    if lead == "a" and said["noon"] is None and not is_shaped:
        return None
    is_short = not is_shaped or (bool(said["part"] or said["clock"]) and not said["half"])
    is_sure = is_word or bool(said["half"] or said["clock"]) or lead in _SURE or len(said["hour"] or "") == 2
    return Clock(found[0].count(" ") + 1, _time(said, ""), is_sure=is_sure, is_short=is_short, is_led=lead is not None)


def _range(found: re.Match[str]) -> Clock | None:
    """The range that was matched; None where two figures only look like one (``3-4``, ``2026-11-20``)."""
    said = found.groupdict()
    shaped = [any(said[side + part] for part in ("noon", "midnight", "colon", "unit", "half")) for side in ("", "to_")]
    short = [
        not said[side + "noon"] and not said[side + "midnight"] and len(said[side + "hour"]) > 2 for side in ("", "to_")
    ]
    if any(short) or not (any(shaped) or said["lead"] in ("from", "between", "entre", "de")):
        return None
    if not shaped[1] and not said["lead"]:
        return None  # "14:00 to 3 people"
    if said["to_half"] and not said["half"]:
        said["half"] = said["to_half"] if said["hour"] else None
        if said["hour"] and (first := _time(said, "")) and (end := _time(said, "to_")) and first >= end:
            said["half"] = "am" if said["to_half"].startswith("p") else "pm"
    first, end = _time(said, ""), _time(said, "to_")
    is_short = not any(shaped)
    if is_short and first and end and end <= first:
        end = end.replace(hour=(end.hour + 12) % 24)
    return Clock(found[0].count(" ") + 1, first if end else None, end or time(), is_sure=True, is_short=is_short)


def _time(said: dict[str, str | None], side: str) -> time | None:
    """The time that one side of a match says; None where no day has it."""
    half_hour = 30 if said[side + "demi"] else 0
    if said[side + "noon"] or said[side + "midnight"]:
        return time(12 if said[side + "noon"] else 0, half_hour)
    hour = int(said[side + "hour"] or 0)
    dot = (said[side + "dot"] or "")[1:]
    minute = int(said[side + "minute"] or said[side + "apart"] or dot or half_hour)
    meridiem = (said[side + "half"] or "")[:1]
    if meridiem:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (meridiem == "p")
    part = said[side + "part"]
    if part:
        minute = 30 if part == "half past" else 15
        if part == "quarter to":
            hour, minute = (hour - 1) % 24, 45
    second = int(said[side + "second"] or 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
