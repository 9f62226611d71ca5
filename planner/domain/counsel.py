"""Counsel: what she means to ask her adviser, and what the two decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import takewhile

from .errors import Misread
from .texts import clean
from .value import NamedTuple
from .value.enums import StrEnum
from .words import say

#: The longest text, in characters.
LONGEST = 600

#: The text that takes the latest back.
NONE = "-"


class Voice(StrEnum):
    """Whether something is still to be talked over, or was decided."""

    QUESTION = "question"
    DECIDED = "decided"


class Counsel(NamedTuple):
    """One question, or one decision, and when it was written."""

    id: str
    at: datetime
    voice: Voice
    text: str


class Talk(NamedTuple):
    """The last talk: its day, what was decided, and what had been asked before it."""

    day: date
    decided: tuple[str, ...]
    asked: tuple[str, ...] = ()


def checked(text: str) -> str:
    """A text as it may be kept. Raises Misread for an empty one, and for one that is too long."""
    text = clean(text)
    if not text:
        raise Misread(say("There is nothing in it to keep. Write what you ask, or what was decided."))
    if len(text) > LONGEST:
        raise Misread(
            say(
                "“{start}…” is {n} characters long; a question or a decision has at most {most}.",
                start=text[:30],
                n=len(text),
                most=LONGEST,
            )
        )
    return text


def latest(counsel: Iterable[Counsel], voice: Voice) -> Counsel | None:
    """The newest question, or decision."""
    return next((each for each in reversed(_in_order(counsel)) if each.voice is voice), None)


def last_talk(counsel: Iterable[Counsel]) -> Talk | None:
    """What was decided on the last day on which anything was; None before the first talk."""
    known = _in_order(counsel)
    while known and known[-1].voice is Voice.QUESTION:
        known.pop()
    if not known:
        return None
    day = known[-1].at.date()
    before = [n for n, each in enumerate(known, 1) if each.voice is Voice.DECIDED and each.at.date() < day]
    since = known[before[-1] :] if before else known
    decided, asked = (
        tuple(each.text for each in since if each.voice is voice) for voice in (Voice.DECIDED, Voice.QUESTION)
    )
    return Talk(day, decided, asked)


def open_questions(counsel: Iterable[Counsel]) -> tuple[str, ...]:
    """What she has written since something was decided last, oldest first."""
    newest_first = takewhile(lambda each: each.voice is Voice.QUESTION, reversed(_in_order(counsel)))
    return tuple(each.text for each in newest_first)[::-1]


def _in_order(counsel: Iterable[Counsel]) -> list[Counsel]:
    """Oldest first; of one moment as they are kept."""
    return sorted(counsel, key=lambda each: each.at)
