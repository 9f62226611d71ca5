"""Times of day as people type them, and ranges of them: ``14:30``, ``14 h 30``, ``2:30pm``, ``noon``, ``de 14h à 16h``.

A time that is written like a length (``1h30``, ``6h``) is a time only by what stands around it; :attr:`Clock.is_sure`
tells whether a word before it or its own form makes it one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..errors import Misread
from ..texts import folded, shown
from ..value import NamedTuple
from ..value.dates import time
from ..value.typed import TYPE_CHECKING
from ..words import say
from .lexicon import (
    ABOUT_HOURS,
    AFTER_CLOCK,
    AND,
    BEFORE_CLOCK,
    BETWEEN,
    CLOCK_HOURS,
    DAY_PARTS,
    FROM,
    FROM_ON,
    HOUR_LEADS,
    HOUR_PART_LEADS,
    HOURS,
    MIDNIGHT,
    MINUTE_UNITS,
    NOON,
    NUMBERS,
    OCLOCK,
    ONWARD,
    SINCE,
    SPELLED_LEADS,
    STREETS,
    THIS,
    TO,
    UNTIL,
    any_of,
)
from .tokens import run_of

if TYPE_CHECKING:
    from re import Match

#: Signs for minutes after figures.
_PRIMES = ("'", "′")

_MERIDIEM = r"(?P<{0}half>a\.?m|p\.?m)\.?"
_HOUR = f"(?:[0-9]{{1,4}}|{any_of(HOURS)})"

#: A unit that makes figures after an hour others than its minutes: "14h 25 min", "14 h 16 h".
_OWN_UNIT = f" ?{any_of((*MINUTE_UNITS, *CLOCK_HOURS, *_PRIMES))}(?: |$)"

#: What a figure after an hour counts, where it is no minutes: "14 h 3 articles", "à 17 h 3 rue Hugo".
_COUNTED = rf"[^ ]| (?:[a-z-]+s|{any_of(STREETS)})(?: |$)"

#: What stands before a time: "a" is an "à" in haste; and before a range.
_LEADS = f"(?:(?P<lead>{any_of((*HOUR_LEADS, *ABOUT_HOURS, *SINCE, *FROM, *FROM_ON, *THIS, 'a', '@'))}) )?"
_RANGE_LEADS = f"(?:(?P<lead>{any_of((*FROM, *FROM_ON, *BETWEEN))}) )?"
_TO = f"(?: ?(?:[-–—→]|->) ?| (?P<between>{any_of((*TO, *UNTIL, *AND))}) )"


def _time_shape(side: str) -> str:
    """The shape of one time; ``side`` tells the two of a range apart."""
    meridiem = _MERIDIEM.format(side)
    return (
        rf"(?:(?P<{side}noon>{any_of(NOON)})|(?P<{side}midnight>{any_of(MIDNIGHT)})"
        rf"|(?:(?P<{side}before>{any_of(BEFORE_CLOCK)}) )?(?P<{side}hour>{_HOUR})"
        rf"(?:(?P<{side}colon>[:h]|(?<=[0-9]) h (?![0-9]{{2}}{_OWN_UNIT}))"
        rf"(?P<{side}minute>[0-9]{{2}})(?![0-9])(?::(?P<{side}second>[0-9]{{2}}))?"
        rf"|(?P<{side}unit> ?{any_of(CLOCK_HOURS)})"
        rf"(?: (?P<{side}apart>[0-9]{{2}}|[0-9](?!{_COUNTED}))(?!{_OWN_UNIT})|(?P<{side}digit>[0-9])(?= |$))?"
        rf"| (?P<{side}clock>{any_of(OCLOCK)}))?"
        rf"(?P<{side}dot>\.[0-9]{{2}})?(?: ?{meridiem})?)"
        rf"(?: (?P<{side}after>{any_of(AFTER_CLOCK)}))?"
        rf"(?: {any_of(HOUR_PART_LEADS)} ?(?P<{side}daypart>{any_of(DAY_PARTS)}))?"
    )


@cache
def _shapes() -> tuple[str, str]:
    """The shapes of a time and of a range, made once one is tried."""
    one = _time_shape("")
    return f"{_LEADS}{one}(?P<onward> {any_of(ONWARD)})?(?= |$)", f"{_RANGE_LEADS}{one}{_TO}{_time_shape('to_')}(?= |$)"


#: The words that lead up to a time or a range, and may begin what is read here, beside figures.
_STARTS = (HOUR_LEADS, ABOUT_HOURS, SINCE, FROM, FROM_ON, THIS, BETWEEN, BEFORE_CLOCK, NOON, MIDNIGHT, ("a", "@"))
TIME_STARTS = frozenset(phrase.partition(" ")[0] for phrases in _STARTS for phrase in phrases)
_NAMED = NOON | MIDNIGHT
_NAMED_RANGES = tuple(f"{name}{dash}" for name in sorted(_NAMED) for dash in "-–—→")
_SECONDS = CLOCK_HOURS | OCLOCK | {"am", "pm", "a.m", "p.m"}
_MORE = frozenset(phrase.partition(" ")[0] for phrases in (AFTER_CLOCK, HOUR_PART_LEADS) for phrase in phrases)
_BETWEEN = TO | UNTIL | AND | {"-", "–", "—", "→", "->"}
_AFTER_WORDS = _NAMED.union(
    HOURS, ("a",), *(phrase.split() for phrases in (HOUR_LEADS, FROM_ON, BEFORE_CLOCK) for phrase in phrases)
)
_SURE_LEADS = HOUR_LEADS | SINCE | {"@"}
_SURE = _SURE_LEADS | FROM | FROM_ON | {"a"}
_LONGEST_RUN = 11

#: A bare hour up to this one is a length: "2h".
_LAST_LENGTH = 4

#: A range that passes midnight begins at this hour or later, and lasts under so many minutes.
EVENING, LONGEST_NIGHT = time(18), 12 * 60


class Clock(NamedTuple):
    """A time of day that ``run`` words say, and for a range its ``end``; ``at`` is None where there is no such time.

    ``is_sure`` says that it can be nothing else; ``is_short`` that it was a bare hour before noon (``at 2``), which
    means the afternoon where that has been. A range ``is_loose`` where it begins with a bare figure (``14 à 16h``).
    One ``is_since`` when something has gone on until now; one ``is_end`` when it ended then.
    """

    run: int
    at: time | None
    end: time | None = None
    is_sure: bool = False
    is_short: bool = False
    is_led: bool = False
    is_loose: bool = False
    is_since: bool = False
    is_end: bool = False


def clock_at(keys: Sequence[str], at: int) -> Clock | None:
    """The longest time or range that begins at ``at``; None where none does."""
    first, second = keys[at], keys[at + 1] if at + 1 < len(keys) else ""
    if first[:1].isascii() and first[:1].isdigit():
        if first.isdecimal() and second not in _SECONDS and second not in _BETWEEN:
            return None
    elif not first.startswith(_NAMED_RANGES) and (
        first not in TIME_STARTS or not (first in _NAMED or second[:1].isdigit() or second in _AFTER_WORDS)
    ):
        return None
    import re  # most lines say no time

    run = run_of(keys, at, _LONGEST_RUN)
    if any(key in _BETWEEN for key in keys[at + 1 : at + 6]) or any(dash in run for dash in "-–—→"):
        match = re.match(_shapes()[1], run)
        span = _range(match) if match else None
        if span:
            return span
    return _plain(first, second) or _alone(re.match(_shapes()[0], run))


def _plain(first: str, second: str) -> Clock | None:
    """``14:30`` or ``14h30`` with nothing that belongs to it, which needs no pattern."""
    hour, mark, minute = first.partition(":" if ":" in first else "h")
    if not (mark and hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) < 3):
        return None
    if second in _SECONDS or second in _MORE:
        return None
    is_time = int(hour) < 24 and int(minute) < 60
    return Clock(1, time(int(hour), int(minute)) if is_time else None, is_sure=len(hour) == 2)


def read_time(text: str) -> time | None:
    """The time of day that ``14:30``, ``14 h 30``, ``2pm`` or ``noon`` says; None if it says none.

    Raises Misread for one that does not exist, such as 25:10.
    """
    keys = folded(text).split()
    clock = clock_at(keys, 0) if keys else None
    if clock is None or clock.run != len(keys) or clock.end is not None:
        return None
    if clock.at is None:
        raise no_time(text)
    return clock.at


def no_time(text: str) -> Misread:
    """Says that no day has such a time."""
    return Misread(say("There is no time “{text}”: hours go from 0 to 23, minutes to 59.", text=shown(text)))


def minutes_of(at: time) -> int:
    """The minutes since midnight."""
    return at.hour * 60 + at.minute


def _alone(match: Match[str] | None) -> Clock | None:
    if not match:
        return None
    said, lead = match.groupdict(), match["lead"]
    hour = said["hour"] or ""
    is_named = bool(said["noon"] or said["midnight"] or said["before"])
    is_shaped = is_named or any(said[part] for part in ("colon", "unit", "clock", "half", "daypart"))
    if _is_no_time(match, is_named=is_named, is_shaped=is_shaped):
        return None
    run = match[0].count(" ") + 1 - (match["onward"] is not None and lead not in FROM and lead not in SINCE)
    is_told = bool(said["half"] or said["daypart"])
    is_spelled = not hour.isdecimal() or bool(said["before"] or said["clock"])
    if lead and not is_shaped and _in_figures(hour):  # "at 1430"
        said["hour"], said["minute"] = hour[:2], hour[2:]
    is_english = said["colon"] == ":" and lead in SPELLED_LEADS and len(hour) == 1
    is_sure = is_named or is_told or bool(said["clock"]) or lead in _SURE or len(hour) == 2
    return Clock(
        run,
        _time(said, ""),
        is_sure=is_sure,
        is_short=not is_told and not _in_figures(hour) and (not is_shaped or is_spelled or is_english),
        is_led=lead is not None,
        is_since=lead in SINCE,
    )


def _is_no_time(match: Match[str], *, is_named: bool, is_shaped: bool) -> bool:
    """Whether what was matched only looks like a time."""
    lead, hour, half, dot = match["lead"], match["hour"] or "", match["half"], match["dot"]
    if half and " " in match[0] and _hour(hour) > 23:
        return True  # "25 pm": a length, and the beginning of a name
    if dot and not half and (lead not in _SURE_LEADS or match["unit"] or match["colon"]):
        return True  # "version 2.10"
    if lead == "a" and not is_named and (not is_shaped or _hour(hour) <= _LAST_LENGTH):
        return True  # "a 1h call"
    if is_shaped:
        return False
    if not hour.isdecimal():  # "at ten" ends a line; "at two of them" and "à deux" are none
        return lead not in SPELLED_LEADS or not 2 <= _hour(hour) <= 12 or match.end() < len(match.string)
    return lead not in _SURE_LEADS or (len(hour) > 2 and not _in_figures(hour))


def _in_figures(said: str) -> bool:
    """Whether four figures are a time of day, and no year."""
    return (
        len(said) == 4
        and said.isdecimal()
        and said[:2] not in ("19", "20")
        and int(said[:2]) < 24
        and int(said[2:]) < 60
    )


def _range(match: Match[str]) -> Clock | None:
    """The range that was matched; None where two figures only look like one (``3-4``, ``2026-11-20``)."""
    said = match.groupdict()
    shaped = [
        any(said[side + part] for part in ("noon", "midnight", "colon", "unit", "half", "daypart"))
        for side in ("", "to_")
    ]
    if said["dot"] and said["to_dot"] and _hour(said["hour"] or "") > _LAST_LENGTH:
        shaped = [True, True]  # "14.00-15.00"
    if _is_no_range(said, shaped):
        return None
    for side, other in (("", "to_"), ("to_", "")):  # "2 to 4pm", "4pm to 4:25"
        half = said[other + "half"]
        if half and not said[side + "half"] and 1 <= _hour(said[side + "hour"] or "0") <= 12:
            said[side + "half"] = half
            if (first := _time(said, "")) and (end := _time(said, "to_")) and first >= end:
                said[side + "half"] = "am" if half.startswith("p") else "pm"
    first, end = _time(said, ""), _time(said, "to_")
    is_after_noon = said["noon"] and said["to_hour"] and not said["to_half"]  # "noon to 1:30"
    if first and end and end <= first and (is_after_noon or not any(shaped)):
        end = end.replace(hour=(end.hour + 12) % 24)
    is_loose = bool(said["between"]) and not (shaped[0] or said["lead"])
    if is_loose and first and end and end <= first:
        return None  # "20 à 14h": a length, and a time
    run = match[0].count(" ") + 1
    return Clock(run, first if end else None, end or time(), is_sure=True, is_short=not shaped[1], is_loose=is_loose)


def _is_no_range(said: dict[str, str | None], shaped: Sequence[bool]) -> bool:
    """Whether two times that were matched are no range, by which of them are ``shaped`` like a time."""
    hours = [said[side + "hour"] or "" for side in ("", "to_")]
    if any(said[side + "dot"] and not said[side + "half"] for side in ("", "to_")) and not all(shaped):
        return True
    is_spelled = (hour and not hour.isdecimal() and not is_ for hour, is_ in zip(hours, shaped, strict=True))
    is_noon = bool(said["noon"]) and said["lead"] in BETWEEN  # "entre midi et deux"
    if (any(is_spelled) and not is_noon) or any(len(hour) > 2 and hour.isdecimal() for hour in hours):
        return True  # "from two to five", "2026-11"
    if not (any(shaped) or said["lead"] in FROM or said["lead"] in BETWEEN):
        return True
    if not shaped[1] and not said["lead"] and not said["noon"] and not said["half"]:
        return True  # "14:00 to 3 people"
    if said["to_unit"] and not said["lead"] and all(hour.isdecimal() and int(hour) <= _LAST_LENGTH for hour in hours):
        return True  # "1-2h": so long, about
    is_h = said["unit"] or said["colon"] not in (None, ":")
    is_length = is_h and not said["half"] and _hour(hours[0]) <= _LAST_LENGTH
    return bool(said["between"] and not said["lead"] and is_length)  # "1h à 14h": an hour that began at two


def _hour(said: str) -> int:
    """The hour that figures or a word say."""
    return int(said) if said.isdecimal() else NUMBERS.get(said, 0)


def _time(said: dict[str, str | None], side: str) -> time | None:
    """The time that one side of a match says; None where no day has it."""
    added = BEFORE_CLOCK.get(said[side + "before"] or "", 0) + AFTER_CLOCK.get(said[side + "after"] or "", 0)
    hour = _hour(said[side + "hour"] or "0")
    dot = (said[side + "dot"] or "")[1:]
    minute = int(said[side + "minute"] or said[side + "apart"] or said[side + "digit"] or dot or 0)
    meridiem = (said[side + "half"] or "")[:1]
    if said[side + "noon"] or said[side + "midnight"]:
        hour = 12 if said[side + "noon"] else 0
    elif meridiem:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (meridiem == "p")
    elif DAY_PARTS.get(said[side + "daypart"] or "", "morning") != "morning" and hour < 12:
        hour += 12
    hour, minute = (hour - 1) % 24 if added < 0 else hour, minute + added % 60
    second = int(said[side + "second"] or 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
