"""What a group has brought, a dated line each; of a candidate, what it could bring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .errors import Misread
from .texts import clean
from .value import NamedTuple
from .words import full_date, plural, say

#: The longest line, in characters.
LONGEST = 300

#: The line that takes the latest back.
NONE = "-"

#: How many lines are told where there is little room.
TOLD = 3


class Brought(NamedTuple):
    """One line, and the day it was said on; it ``could`` be brought where the group was a candidate then."""

    day: date
    text: str
    could: bool = False


def with_said(lines: Sequence[Brought], text: str, day: date, *, could: bool) -> tuple[Brought, ...]:
    """Lines with one more; ``-`` takes the latest back, and nothing leaves them as they are. Raises Misread."""
    text = clean(text)
    if text == NONE:
        return (*lines[:-1],)
    if len(text) > LONGEST:
        raise Misread(
            say("“{start}…” is {n} characters long; a line on what it brought has at most {most}.",
                start=text[:30], n=len(text), most=LONGEST)
        )  # fmt: skip
    return (*lines, Brought(day, text, could)) if text else (*lines,)


def latest(lines: Sequence[Brought]) -> Brought | None:
    """The newest of what has been brought, else of what could be."""
    return max(reversed(lines), key=lambda line: (not line.could, line.day), default=None)


def line_words(line: Brought) -> str:
    """``a lead at Alstom (12 Nov)``, or that it could bring it."""
    if line.could:
        return say("could bring {text} ({day})", text=line.text, day=full_date(line.day))
    return say("{text} ({day})", text=line.text, day=full_date(line.day))


def brought_words(line: Brought | None) -> str:
    """What a verdict quotes; "" for nothing."""
    if line is None:
        return ""
    return line_words(line) if line.could else say("brought: {line}", line=line_words(line))


def lines_words(lines: Sequence[Brought]) -> str:
    """The newest lines first, and how many there are before them."""
    newest = sorted(lines, key=lambda line: line.day)[::-1]
    told = [line_words(line) for line in newest[:TOLD]]
    more = len(newest) - TOLD
    return say("; ").join([*told, *([plural(more, "{n} before", "{n} before")] if more > 0 else [])])
