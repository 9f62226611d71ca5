"""The line of a next step: what, and on which day; and who owes it, where it is a promise.

``TEXT [DAY]``, and before it ``I owe`` or ``they owe`` for a promise: "send the deck fri", "I owe the deck in 3 days",
"on me doit une introduction 4 dec". Without a day it is in a week. What stands in quotes is text, whatever it says.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from .coming_days import LONGEST_DAY, read_coming_day
from .errors import Misread, PlannerError
from .lexicon import LEADS
from .line_words import Word, quoted, split
from .names import refuse_long
from .step import Owed, Step
from .texts import clean, folded
from .words import dated, say

#: Without a day, a step is for so many days from now.
USUAL_DAYS = 7

_OWED = {
    Owed.MINE: ("i owe", "je dois", "je lui dois", "je leur dois"),
    Owed.THEIRS: ("they owe me", "they owe", "he owes me", "he owes", "she owes me", "she owes", "on me doit",
                  "il me doit", "elle me doit", "ils me doivent", "elles me doivent"),
}  # fmt: skip


class StepReading(NamedTuple):
    """What was understood of a line. ``day_said`` tells whether it says the day; ``problem`` is what is wrong."""

    text: str = ""
    day: date | None = None
    owed: Owed | None = None
    day_said: bool = False
    problem: PlannerError | None = None


def read_step(line: str, now: datetime) -> StepReading:
    """What a line says; never raises."""
    words = list(split(clean(line)))
    owed, words = _take_owed(words)
    try:
        day, words = _take_day(words, now)
        text = " ".join(word.mark + word.text for word in words)
        _refuse(text, day, now)
    except Misread as problem:
        return StepReading(" ".join(word.mark + word.text for word in words), None, owed, problem=problem)
    usual = now.date() + timedelta(days=USUAL_DAYS)
    return StepReading(text, day or usual, owed, day is not None)


def write_step(step: Step, now: datetime) -> str:
    """The line that says this step: reading it back gives the same, as long as its day has not passed."""
    owed = f"{_OWED[step.owed][0]} " if step.owed else ""
    for text in (step.text, quoted(step.text)):
        line = f"{owed}{text} {step.day.isoformat()}"
        reading = read_step(line, now)
        if (reading.text, reading.day, reading.owed) == (step.text, step.day, step.owed):
            return line
    return f"{owed}{quoted(step.text)} {step.day.isoformat()}"


def spell_step(reading: StepReading, now: datetime) -> str:
    """The live reading: ``send the deck, Fri 4 Dec, I owe``; what is wrong is said instead of the day."""
    parts = [reading.text]
    if reading.day:
        day = dated(reading.day, now)
        parts.append(day if reading.day_said else say("{day}, in a week", day=day))
    if reading.owed:
        parts.append(say(reading.owed.value))
    if reading.problem:
        parts.append(str(reading.problem))
    return ", ".join(filter(None, parts))


def _take_owed(words: list[Word]) -> tuple[Owed | None, list[Word]]:
    for owed, phrases in _OWED.items():
        for phrase in phrases:
            said = phrase.split()
            head = words[: len(said)]
            if [folded(word.text) for word in head if not (word.quoted or word.mark)] == said:
                return owed, words[len(said) :]
    return None, words


def _take_day(words: list[Word], now: datetime) -> tuple[date | None, list[Word]]:
    """The day that the last words say, and the words before it. Raises Misread for a date that does not exist."""
    for count in range(min(LONGEST_DAY, len(words)), 0, -1):
        tail = words[-count:]
        if any(word.quoted or word.mark for word in tail):
            continue
        day = read_coming_day(" ".join(word.text for word in tail), now)
        if day:
            return day, _without_lead(words[:-count])
    return None, words


def _without_lead(words: list[Word]) -> list[Word]:
    last = words[-1] if len(words) > 1 else None
    return words[:-1] if last and not last.quoted and folded(last.text) in LEADS else words


def _refuse(text: str, day: date | None, now: datetime) -> None:
    if not text:
        raise Misread(say("Say what comes next, such as “send the deck fri”."))
    refuse_long(text)
    if day:
        refuse_passed(day, now)


def refuse_passed(day: date, now: datetime) -> None:
    """Raise Misread for a day of a next step that has passed."""
    if day < now.date():
        raise Misread(say("{day} has passed; a next step is for today or later.", day=dated(day, now)))
