"""Lengths of time as people type them: ``25``, ``1h30``, ``1 h 30``, ``1,5 heure``, ``an hour and a half``.

They are ours to read: a library for dates takes ``30m`` for half past midnight and ``9`` for the ninth of the month.
A length may stand in one word or in several; :func:`length_at` reads it where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import Misread
from ..texts import folded, shown
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..words import say
from .lexicon import (
    AFTER_HOURS,
    AND,
    CLOCK_HOURS,
    COUPLE,
    HOUR_UNITS,
    LESS,
    LESS_QUARTER,
    MINUTE_UNITS,
    NUMBERS,
    OF,
    OF_HOUR,
    PARTS_OF_HOUR,
    ROUNDING,
    SECOND_UNITS,
    any_of,
    phrase_at,
    written_to,
)
from .tokens import run_of

if TYPE_CHECKING:
    from re import Match

#: The longest entry, in minutes.
LONGEST = 24 * 60

#: Signs for minutes after figures.
_PRIMES = ("'", "′")
_HOUR = any_of(HOUR_UNITS)
_MINUTE = any_of((*MINUTE_UNITS, *_PRIMES))
_AND = f"(?:{any_of(AND)} )?"

#: What may follow whole hours: minutes, or a part of an hour.
_AFTER = (
    rf"(?: ?{_AND}(?P<rest>[0-9]{{1,2}})(?: ?{_MINUTE})|(?: ?(?P<bare>[0-9]{{2}}))(?! ?{_HOUR}(?: |$))"
    rf"| (?P<digit>[5-9])(?! (?:{_HOUR}|[a-z-]+s)(?: |$))|(?P<fraction>[13][/⁄][24]| 1[/⁄]2)(?= |$)"
    rf"| (?P<added>{any_of(AFTER_HOURS)})(?= |$)"
    rf"| {any_of(LESS)} (?P<less>{any_of(LESS_QUARTER)}|[a-z-]{{3,8}}|[0-9]{{1,2}})(?: {_MINUTE})?(?= |$)"
    rf"| {_AND}(?P<spelled>[a-z-]{{2,16}}) {_MINUTE}| (?P<short>[a-z-]{{3,16}}))?"
)

#: The shapes of a length. Each is compiled when it is first tried, and tried only where its first words call for it.
_HOURS_SHAPE = rf"(?P<hours>[0-9]+|[a-z]+) ?(?P<unit>{_HOUR}){_AFTER}(?= |$)"
_WHOLE_HOURS = rf"(?P<hours>[0-9]+|[a-z]+) ?(?P<unit>{_HOUR})(?= |$)"
_ODD = rf"(?P<odd>[0-9]+|[a-z]+) (?P<added>{any_of(AFTER_HOURS)}) {_HOUR}(?= |$)"
_DECIMAL = rf"(?P<whole>[0-9]*)[.,](?P<part>[0-9]+) ?{_HOUR}(?= |$)"
_CLOCK = r"(?P<clock>[0-9]+):(?P<past>[0-9]{2})(?= |$)"
#: ``3/4 hour``, ``1 1/2 h``; and the signs ``¾ h`` and ``1½h``, which fold to figures around a stroke of their own.
_OF_HOUR = f"{written_to(OF_HOUR)}?{_HOUR}"
_FRACTION = rf"(?:(?P<odd>[0-9]+) )?(?P<fraction>[13]/[24]) ?{_OF_HOUR}(?= |$)"
_SIGN = rf"(?P<odd>[0-9]*?)(?P<fraction>[13]⁄[24]) ?{_OF_HOUR}(?= |$)"
_MINUTES_SHAPE = rf"(?P<minutes>[0-9]+|[a-z-]+(?: [a-z]+)?) ?{_MINUTE}(?= |$)"

#: Minutes in words right after an hour are so many at least: "an hour twenty" is a length, "an hour two" is none.
_LEAST_SHORT = 5

#: The words that a length may begin with, beside figures, those that may follow the first, and how many it has.
LENGTH_STARTS = frozenset((*NUMBERS, *COUPLE, *(phrase.partition(" ")[0] for phrase in PARTS_OF_HOUR)))
_FRACTION_STARTS = ("1/2", "1/4", "3/4")
_SECONDS = frozenset(
    (*HOUR_UNITS, *MINUTE_UNITS, *_PRIMES, *AND, *LESS, *_FRACTION_STARTS, *(f"{each}h" for each in _FRACTION_STARTS),
     *(word for phrases in (PARTS_OF_HOUR, AFTER_HOURS, OF_HOUR) for phrase in phrases for word in phrase.split()))
)  # fmt: skip
_MINUTE_WORDS = MINUTE_UNITS.union(_PRIMES)
_DIGITS = "0123456789"
_FIGURES = frozenset(_DIGITS)
_LONGEST_RUN = 6

#: A length that is none: negative, or in seconds.
_IN_SECONDS_TOO = tuple(SECOND_UNITS)
_NEGATIVE = rf"[-−][0-9]+(?:[.,:h][0-9]*)?{any_of((*HOUR_UNITS, *MINUTE_UNITS))}?(?= |$)"
_IN_SECONDS = rf"(?:[0-9]+{_HOUR})?(?:[0-9]+{_MINUTE})?[0-9]+ ?{any_of(SECOND_UNITS)}(?= |$)"


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
    first, second = keys[at], keys[at + 1] if at + 1 < len(keys) else ""
    if second in ROUNDING or second in COUPLE or first in COUPLE:
        return _said_loosely(keys, at)
    is_figure = (first[1:2] if first[:1] == "." else first[:1]) in _FIGURES
    if not is_figure and not (
        first in LENGTH_STARTS
        and (second in _SECONDS or "-" in first or first in PARTS_OF_HOUR or f"{first}-{second}" in NUMBERS)
    ):
        return None
    bare = Length(1, _number(first), is_bare=True) if is_figure and first.isdecimal() else None
    if bare and second not in _SECONDS:  # the usual case needs no pattern
        return bare
    plain = _plain(first, second)
    if plain:
        return plain
    import re

    run = run_of(keys, at, _LONGEST_RUN)
    lengths = (_length(match) for shape in _shapes(first, second) if (match := re.match(shape, run)))
    return max(filter(None, (bare, _named(keys, at), *lengths)), key=lambda length: length.run, default=None)


def _named(keys: Sequence[str], at: int) -> Length | None:
    """A part of an hour that has a name: "half an hour", "un quart d'heure"."""
    article = 1 if NUMBERS.get(keys[at]) == 1 else 0
    run = phrase_at(keys, at + article, PARTS_OF_HOUR, 5)
    return Length(article + run, PARTS_OF_HOUR[run_of(keys, at + article, run)]) if run else None


def _said_loosely(keys: Sequence[str], at: int) -> Length | None:
    """The length that begins at ``at`` with a word that only rounds it: "une bonne heure", "a couple of hours"."""
    begin = at + 1
    number = keys[at]
    if number in COUPLE or keys[begin] in COUPLE:
        begin += number not in COUPLE
        begin += begin < len(keys) and keys[begin] in OF
        number = "2"
    else:
        begin += 1
    length = length_at([number, *keys[begin : begin + _LONGEST_RUN]], 0) if keys[begin : begin + 1] else None
    if length is None or length.is_bare or length.run == 1:
        return None
    return length._replace(run=length.run + begin - at - 1)


def _plain(first: str, second: str) -> Length | None:
    """``1h30``, ``2h`` or ``1:30`` with nothing after it that could belong to it, which needs no pattern."""
    hours, mark, rest = first.partition(":" if ":" in first else "h")
    is_shaped = mark and hours.isdecimal() and (rest.isdecimal() or not rest)
    if not is_shaped or len(rest) not in ((2,) if mark == ":" else (0, 1, 2)):
        return None
    if not rest and (mark == ":" or second[:1].isdigit() or second in ("and", "et") or second in NUMBERS):
        return None
    minutes = _number(hours) * 60 + int(rest or 0)
    return Length(1, minutes if int(rest or 0) < 60 else None, is_clock=True)


def _shapes(first: str, second: str) -> Iterator[str]:
    """The shapes that a length that begins with these two words may have."""
    letters = first.lstrip(_DIGITS)
    if letters[:1] == ":":
        yield _CLOCK
    elif letters[:1] in (".", ",") and letters:
        yield _DECIMAL
    elif letters[:1] == "/" or second[:3] in _FRACTION_STARTS:
        yield _FRACTION
    elif letters[:1] == "⁄":
        yield _SIGN
    elif letters in HOUR_UNITS or letters[:1] == "h" or second in HOUR_UNITS:
        yield _HOURS_SHAPE
        yield _WHOLE_HOURS
    elif letters[:1] in ("m", *_PRIMES) or second in _MINUTE_WORDS or f"{first}-{second}" in NUMBERS:
        yield _MINUTES_SHAPE
    elif second in AND:
        yield _ODD


def no_length_at(keys: Sequence[str], at: int) -> int:
    """How many words from ``at`` on are shaped like a length and are none (``90 sec``, ``-25``); 0 where none are."""
    first, second = keys[at], keys[at + 1] if at + 1 < len(keys) else ""
    if first[:1] in "-−" and first[1:2].isdigit():
        import re

        return int(re.match(_NEGATIVE, first) is not None)
    unit = second if first.isdecimal() else first.lstrip(_DIGITS)
    if not first[:1].isdigit() or (unit not in SECOND_UNITS and not unit.endswith(_IN_SECONDS_TOO)):
        return 0
    import re

    seconds = re.match(_IN_SECONDS, f"{first} {second}")
    return seconds[0].count(" ") + 1 if seconds else 0


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
    length = length_at(keys, 0)
    if length is None or length.run != len(keys):
        return None
    if length.minutes is None or not 1 <= length.minutes <= longest:
        raise no_length(text, longest)
    return length.minutes


def no_length(text: str, longest: int = LONGEST) -> Misread:
    """Says that there is no such length of time."""
    if longest == LONGEST:
        return Misread(
            say(
                "“{text}” is no length of time: give between 1 minute and 24 h, such as 25 or 1h30.",
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


def _length(match: Match[str]) -> Length | None:
    """What a shape says; None where a word of it is no number."""
    said = match.groupdict()
    run = match[0].count(" ") + 1
    less = said.get("less") or ""
    less = "15" if less in LESS_QUARTER else less
    numbers = [less, *(said.get(name) for name in ("hours", "odd", "minutes", "spelled", "short"))]
    if any(number and not number.isdecimal() and number.replace(" ", "-") not in NUMBERS for number in numbers):
        return None
    if said.get("short") and NUMBERS[said["short"]] < _LEAST_SHORT:
        return None
    if said.get("minutes"):
        return Length(run, _number(said["minutes"]))
    if said.get("hours"):
        minutes_ = (said.get(name) for name in ("rest", "bare", "digit", "spelled", "short"))
        rest = _number(next(filter(None, minutes_), "0"))
        parts = AFTER_HOURS.get(said.get("added") or "", 0) + _fraction((said.get("fraction") or "").strip())
        minutes = _number(said["hours"]) * 60 + rest + parts - _number(less or "0") if rest < 60 else None
        is_whole = not (said.get("rest") or said.get("spelled") or said.get("short") or parts)
        is_clock = is_whole and said["hours"].isdecimal() and said["unit"] in CLOCK_HOURS
        return Length(run, minutes, is_clock=is_clock)
    if said.get("clock"):
        past = int(said["past"])
        return Length(run, _number(said["clock"]) * 60 + past if past < 60 else None, is_clock=True)
    if said.get("fraction"):
        minutes = _number(said["odd"] or "0") * 60 + _fraction(said["fraction"])
    elif said.get("odd"):
        minutes = _number(said["odd"]) * 60 + AFTER_HOURS[said["added"]]
    else:
        minutes = round((_number(said["whole"] or "0") + float(f"0.{said['part'][:9]}")) * 60)
    return Length(run, minutes)


def _fraction(said: str) -> int:
    """The minutes of a fraction of an hour; 0 where none is said."""
    return 60 * int(said[0]) // int(said[-1]) if said else 0


def _number(figures: str) -> int:
    """The number that figures or a word say, at most 99999: more is far too long, and ``int`` takes only so many."""
    word = figures.replace(" ", "-")
    if word in NUMBERS:
        return NUMBERS[word]
    figures = figures.lstrip("0") or "0"
    return int(figures) if len(figures) <= 5 else 99_999
