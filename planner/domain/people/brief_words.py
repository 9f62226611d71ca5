"""A brief in words: a line for each thing to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..book import Book
from ..entry import Entry
from ..fact import Fact
from ..step import Step
from ..words import dated, listing, say
from .brief import PersonBrief
from .follow_ups import FollowUp, when_words
from .moved_on import formerly_words
from .person_words import facts
from .tie_words import standing_words


def facts_of(brief: PersonBrief, book: Book, today: date) -> tuple[Fact, ...]:
    """All there is to know of one person, what is asked last; a label stands before the first of its lines."""
    person = brief.row.person
    lines = (
        (say("who"), [", ".join(facts(person))]),
        (say("formerly"), [formerly_words(person, today)]),
        (say("tie"), [standing_words(brief.row.tie)]),
        (say("lately"), [_entry(each, book, today) for each in brief.last]),
        (say("I owe"), _steps(brief, brief.mine, today)),
        (say("they owe"), _steps(brief, brief.theirs, today)),
        (say("next", context="a step"), _steps(brief, brief.meant, today)),
        (say("echo"), brief.echoes(book)),
        (say("introduced by"), [brief.through.name if brief.through else ""]),
        (say("introduced"), [listing([each.name for each in brief.introduced])]),
        (say("both know"), [listing([row.person.name for row in brief.mutual])]),
        (say("how met"), [person.how_met]),
        (say("note"), [person.note]),
        (say("ask"), brief.asks),
    )
    return tuple(_labelled(lines))


def _labelled(lines: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Fact]:
    for label, told in lines:
        for number, words in enumerate(filter(None, told)):
            yield Fact("" if number else label, words)


def _entry(entry: Entry, book: Book, today: date) -> str:
    kind = say(entry.form) if entry.form else entry.kind.title
    return ", ".join(filter(None, (dated(entry.day, today), kind, book.group_name(entry.group), entry.note)))


def _steps(brief: PersonBrief, steps: Sequence[Step], today: date) -> list[str]:
    person = brief.row.person
    return [f"{step.text}, {when_words(FollowUp(step, person, (today - step.day).days))}" for step in steps]
