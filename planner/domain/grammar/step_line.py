"""The line of a next step: what, and on which day; and who owes it, where it is a promise.

``TEXT [DAY]`` or ``DAY TEXT``, and before it ``I owe`` or ``they owe`` for a promise: "send the deck fri", "I owe the
deck in 3 days", "on me doit une introduction 4 dec". Without a day it is in a week. A time after the day is text, for a
step has none of its own. What stands in quotes is text, whatever it says.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from ..errors import Misread, PlannerError
from ..settings import EVERY_DAY, in_a_week
from ..step import Owed
from ..texts import clean, folded, shown
from ..value import NamedTuple
from ..week import Week
from ..words import dated, plural, say
from .days import LONGEST_DAY, read_coming_day, read_coming_period
from .lexicon import (
    ABOUT_HOURS,
    ARTICLES,
    BEFORE_AFTER,
    DAY_LEADS,
    END_OF_WEEK,
    EVERY,
    HOUR_LEADS,
    NO_DAY_AFTER,
    OWED,
    OWED_BY_NAME,
    SHORT_WEEKDAYS,
    UNTIL,
    phrase_at,
)
from .line_words import LineWords, Manner
from .reading_parts import Part, Parts, told
from .times import clock_at
from .tokens import Word, split
from .when import NO_NAMES
from .when_candidates import WhenCandidates

#: The longest text of a step, in characters.
LONGEST_TEXT = 300

#: The most words that a time at the end of a line has: "from 14 h to 15 h".
_LONGEST_TIME = 6

_OWED = {"mine": Owed.MINE, "theirs": Owed.THEIRS}
_LONGEST_OWED = max(len(phrase.split()) for phrase in OWED)


#: Words that lead up to about when: "at the end of the month"; "a" is an "à" in haste.
_LEADS = HOUR_LEADS | ABOUT_HOURS | ARTICLES


class StepReading(NamedTuple):
    """What was understood of a line. ``day_said`` tells whether it says the day; ``problem`` is what is wrong.

    ``read_as_text`` are words of the text that look like a time, a length or another day.
    """

    text: str = ""
    day: date | None = None
    owed: Owed | None = None
    day_said: bool = False
    problem: PlannerError | None = None
    read_as_text: tuple[str, ...] = ()


def read_step(line: str, now: datetime, work_days: Collection[int] = EVERY_DAY) -> StepReading:
    """What a line says; without a day it is in a week, on one of her ``work_days``. Never raises."""
    words = list(split(clean(line)))
    owed, words = _take_owed(words)
    try:
        all_of_it = _text(words)
        day, said, words = _take_day(words, now)
        text = _text(words).rstrip(" :,;") if day else _text(words)  # of “the deck: fri” the colon spoke of the day
        _refuse(text, all_of_it)
        looks = _looked_like(words, now) or (() if day else _due(words))
        if day:
            refuse_passed(day, said, now)
    except Misread as problem:
        return StepReading(_text(words), None, owed, problem=problem)
    day_said = day is not None
    return StepReading(text, day or in_a_week(now.date(), work_days), owed, day_said, read_as_text=looks)


def spell_step(reading: StepReading, now: datetime) -> str:
    """The live reading: ``send the deck, Fri 4 Dec, I owe``; what is wrong is said instead of the day."""
    parts = [reading.text]
    if reading.day:
        day = dated(reading.day, now)
        parts.append(day if reading.day_said else _spell_proposed(reading.day, now))
    if reading.owed:
        parts.append(say(reading.owed.value))
    if reading.problem:
        parts.append(str(reading.problem))
    return ", ".join(filter(None, parts))


def _spell_proposed(day: date, now: datetime) -> str:
    days, told = (day - now.date()).days, dated(day, now)
    return (
        say("{day}, in a week", day=told)
        if days == 7
        else plural(days, "{day}, in {n} day", "{day}, in {n} days", day=told)
    )


def step_doubts(reading: StepReading) -> tuple[str, ...]:
    """What is said of the words of a text that look like more."""
    words = ", ".join(say("“{text}”", text=shown(word)) for word in reading.read_as_text)
    return (say("Read as text: {words}", words=words),) if words else ()


def step_parts(reading: StepReading, now: datetime) -> Parts:
    """The live reading as parts to draw, what looks like more than text in doubt."""
    if reading.problem:
        return told(spell_step(reading, now), wrong=True)
    doubts = (Part(f", {doubt}", "doubtful") for doubt in step_doubts(reading))
    return (*told(spell_step(reading, now), wrong=False), *doubts)


def _looked_like(words: Sequence[Word], now: datetime) -> tuple[str, ...]:
    """The words that look like a time, a length or a day, in order, each once; a figure alone is one of many things.

    Raises Misread for those shaped like one, or like an option, that are none.
    """
    line = LineWords(words, now, Manner(is_coming=True), NO_NAMES)
    candidates = WhenCandidates(line)
    for at in line.places():
        for _ in candidates.spans_at(at):
            continue
    for problem in line.problems:
        if not all(text.isdecimal() for text in line.texts[problem.at : problem.at + problem.run]):
            raise problem.why
    likenesses, reached = [], 0
    for at, run in sorted(line.looks, key=lambda look: (look[0], -look[1])):
        text = " ".join(line.texts[at : at + run])
        if at >= reached and not text.isdecimal():
            likenesses.append(text)
            reached = at + run
    return tuple(dict.fromkeys(likenesses))


def _due(words: Sequence[Word]) -> tuple[str, ...]:
    """The words that say when a step is due by no day: "before christmas"."""
    at = next((at for at, word in enumerate(words) if at and (word.key in BEFORE_AFTER or word.key in UNTIL)), None)
    return (_text(list(words[at:])),) if at is not None else ()


def _text(words: list[Word]) -> str:
    return " ".join(text for word in words if (text := word.mark + word.text))


def _take_owed(words: list[Word]) -> tuple[Owed | None, list[Word]]:
    """Whose promise the first words say it is, by the longest phrase, and the words after them."""
    said = [None if word.quoted or word.mark else folded(word.text).rstrip(":") for word in words[:_LONGEST_OWED]]
    for count in range(len(said), 0, -1):
        owed = OWED.get(" ".join(word or "?" for word in said[:count]))
        if owed:
            return _OWED[owed], words[count:]
    by_name = phrase_at([word or "?" for word in said], 1, OWED_BY_NAME, 2) if said and said[0] else 0
    if by_name:  # "Marie owes me the slides"
        return Owed.THEIRS, words[1 + by_name :]
    return None, words


def _take_day(words: list[Word], now: datetime) -> tuple[date | None, str, list[Word]]:
    """The day that the last words say, else the first, these words, and the others. Raises Misread for one that does
    not exist."""
    timed = _time_at_end(words)
    for before, after in ((words, []), (words[:-timed], words[-timed:])) if timed else ((words, []),):
        for count in range(min(LONGEST_DAY, len(before)), 0, -1):
            tail, text = before[-count:], before[:-count]
            if any(word.quoted or word.mark for word in tail) or _is_a_word(tail, text):
                continue
            day = _coming_day(tail, now)
            if day and _is_every(text):
                return day, _text(tail), words
            if day:
                return day, _text(tail), [*_without_leads(text), *after]
    return _take_first_day(words, now)


def _take_first_day(words: list[Word], now: datetime) -> tuple[date | None, str, list[Word]]:
    """The day that a line begins with, "tomorrow call Paul", its words, and those after it.

    One that is cut short is somebody ("sam"), and a day that is the whole line leaves nothing to do.
    """
    every = next((run for run in (2, 1) if _is_every(words[:run])), 0)
    led = every or (1 if words and words[0].key in DAY_LEADS else 0)
    for count in range(min(LONGEST_DAY, len(words) - led - 1), 0, -1):
        head = words[led : led + count]
        if any(word.quoted or word.mark for word in words[: led + count]):
            continue
        if count == 1 and folded(head[0].text).rstrip(",:") in SHORT_WEEKDAYS:
            continue
        day = _coming_day([*head[:-1], head[-1]._replace(text=head[-1].text.rstrip(",:"))], now)
        if day:
            return day, _text(head), words if every else words[led + count :]
    return None, "", words


def _coming_day(words: Sequence[Word], now: datetime) -> date | None:
    """The day that words say; the end of a week is its Friday, or its Sunday once that was."""
    text = " ".join(word.text for word in words)
    keys = [word.key for word in words]
    led = next((at for at, key in enumerate(keys) if key not in _LEADS), 0)
    weeks = END_OF_WEEK.get(" ".join(keys[led:]))
    if weeks is None:
        about = text.partition(" ")[2] if keys and keys[0] in _LEADS and keys[0] not in ARTICLES else text
        return read_coming_day(text, now) or read_coming_period(about, now)
    week = Week.of(now).plus(weeks)
    friday = week.days[4]
    return friday if friday >= now.date() else week.sunday


def _time_at_end(words: Sequence[Word]) -> int:
    """How many of the last words say a time of day, "14:00" or "at 9"."""
    keys = [word.key for word in words]
    for run in range(min(_LONGEST_TIME, len(words)), 0, -1):
        clock = clock_at(keys, len(words) - run)
        if clock and clock.run == run and clock.at:
            return run
    return 0


def _is_a_word(tail: Sequence[Word], text: Sequence[Word]) -> bool:
    """Whether a weekday cut short is somebody or something else: "talk to sam"."""
    last = text[-1] if text else Word("")
    return len(tail) == 1 and folded(tail[0].text) in SHORT_WEEKDAYS and folded(last.text) in NO_DAY_AFTER


def _is_every(words: Sequence[Word]) -> bool:
    """Whether the last of these words say that the day after them is each of its kind: "every", "tous les"."""
    keys = [word.key for word in words[-2:]]
    return any(" ".join(keys[at:]) in EVERY for at in range(len(keys)))


def _without_leads(words: list[Word]) -> list[Word]:
    """The words of the text without those that lead up to the day, and without the comma before it."""
    while words and not words[-1].quoted and folded(words[-1].text) in DAY_LEADS:
        words = words[:-1]
    if words and not words[-1].quoted and words[-1].text.rstrip(",;"):
        words = [*words[:-1], words[-1]._replace(text=words[-1].text.rstrip(",;"))]
    return words


def _refuse(text: str, said: str) -> None:
    """Raise Misread for a text that is none, or too long; ``said`` is all that was typed of it."""
    if not text and said:
        raise Misread(
            say("“{text}” says when and not what; write both, such as “send the deck fri”.", text=shown(said))
        )
    if not text:
        raise Misread(say("Say what comes next, such as “send the deck fri”."))
    if len(text) > LONGEST_TEXT:
        raise Misread(
            say(
                "“{start}…” is {n} characters long; a next step has at most {most}.",
                start=text[:30],
                n=len(text),
                most=LONGEST_TEXT,
            )
        )


def refuse_passed(day: date, said: str, now: datetime) -> None:
    """Raise Misread for a day of a next step, ``said`` in these words, that has passed."""
    if day < now.date():
        raise Misread(
            say(
                "“{text}” ({day}) has passed; a next step is for today or later.", text=shown(said), day=dated(day, now)
            )
        )
