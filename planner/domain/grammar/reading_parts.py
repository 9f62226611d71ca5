"""A live reading as parts to draw: what was understood, what looks like something and was not, and what is wrong.

A drawing gives each part the colour of its role; what a doubtful part is must be said without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..instants import after
from ..value import NamedTuple
from ..value.dates import datetime
from ..value.typed import Literal
from ..words import clock, dated, dated_clock, dated_in_words, say, spell_minutes
from .day import part_words
from .reading import Reading, Unfinished

#: ``doubtful``: it looks like a figure, a time, a day or a name, and stays in the note. ``striking``: a fact that she
#: may not expect. ``wrong``: it cannot be taken.
PartRole = Literal["plain", "doubtful", "striking", "wrong"]


class Part(NamedTuple):
    """Some words of a reading; parts follow each other without a blank of their own."""

    text: str
    role: PartRole = "plain"


Parts = tuple[Part, ...]


def reading_parts(reading: Reading, now: datetime, beside: Sequence[str] = ()) -> Parts:
    """What was understood of a line of the log or of an appointment, as it will be stored: when, how long, what, where.

    What looks like more and stayed note is doubtful; what goes on ``beside`` it is a fact; what is missing is asked for
    at the end; what is wrong is said in full.
    """
    said = [Part(words) for words in _understood(reading, now) if words]
    said += [Part(doubt.rstrip("."), "doubtful") for doubt in doubts(reading)]
    said += [Part(fact.rstrip("."), "striking") for fact in beside]
    if isinstance(reading.problem, Unfinished):
        said.append(Part(reading.problem.prompt))
    elif reading.problem:
        said.append(Part(str(reading.problem), "wrong"))
    return (*said[:1], *(part._replace(text=f"{_between(before, part)}{part.text}") for before, part in pairwise(said)))


def _between(before: Part, part: Part) -> str:
    """What parts it from the one before it: a fact is a sentence of its own, and so is what follows a question."""
    if before.text.endswith(("?", "!")):
        return " "
    return ". " if part.role == "striking" else ", "


def doubts(reading: Reading) -> tuple[str, ...]:
    """What may not be what was meant: another way to take a figure, and words that look like more than note."""
    remarks = [reading.remark] if reading.remark else []
    if reading.read_as_note:
        words = ", ".join(say("“{text}”", text=word) for word in reading.read_as_note)
        remarks.append(say("Read as note: {words}", words=words))
    return tuple(remarks)


def told(words: str, *, wrong: bool) -> Parts:
    """A reading that is one sentence, wrong as a whole or not at all; without words it has no parts."""
    return (Part(words, "wrong" if wrong else "plain"),) if words else ()


def _understood(reading: Reading, now: datetime) -> Iterator[str]:
    yield when_words(reading, now)
    if reading.minutes is not None:
        length = spell_minutes(reading.minutes)
        yield say("{length} as usual", length=length) if reading.usual else length
    if reading.kind:
        yield f"{reading.kind.title} ({say(reading.form)})" if reading.form else reading.kind.title
    if reading.group:
        yield reading.group.name
    yield from (person.name for person in reading.people)
    yield from (say("{name} (new)", name=name) for name in reading.new_people)
    if reading.through:
        yield say("introduced by {person}", person=reading.through.name)
    yield from (f"#{objective.id}" for objective in reading.objectives)
    if reading.note:
        yield say("“{text}”", text=reading.note)


def when_words(reading: Reading, now: datetime) -> str:
    """When it was, or since when it has been running: ``since Thu 26 Nov 18:10``; "" where nothing says so."""
    if reading.start is None:
        return ""
    start = _as_told_here(reading.start, now)
    day = dated_in_words(start, now) if reading.minutes is None else dated(start, now)
    if reading.part:
        day = say("{day}, {part}", day=day, part=part_words(reading.part))
    if reading.minutes is None:
        when = say("since {day} {start}", day=day, start=clock(start))
    else:
        end = clock(after(start, reading.minutes))
        if reading.paused:
            when = say("{day} from {start}, with a pause", day=day, start=clock(start))
        elif reading.time_said or reading.part:
            when = say("{day} {start} to {end}", day=day, start=clock(start), end=end)
        else:  # nobody said so: it ended about when it was logged
            when = say("{day}, about {start} to {end}", day=day, start=clock(start), end=end)
    here = start.astimezone(now.tzinfo)
    if here.utcoffset() == start.utcoffset():
        return when
    return say("{when} ({offset}; {here} here)", when=when, offset=start.isoformat()[-6:], here=dated_clock(here, now))


def _as_told_here(moment: datetime, now: datetime) -> datetime:
    """A moment in the zone of ``now`` where its offset is the one of then, so that its end crosses a clock change."""
    here = moment.astimezone(now.tzinfo)
    return here if here.utcoffset() == moment.utcoffset() else moment
