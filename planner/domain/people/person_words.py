"""A person in words: who they are, where the tie stands and why, and what comes next."""

from __future__ import annotations

from datetime import date

from ..book import Book
from ..fact import Fact
from ..grammar.addresses import site_of
from ..grammar.fields import Field, fact_fields
from ..grammar.person_fields import FIELDS
from ..person import Person
from ..words import dated_in_words, say
from .follow_ups import FollowUp, promise_words, when_words
from .moved_on import formerly_words
from .tie_list import TieRow
from .tie_words import evidence, standing_words


def facts(person: Person) -> tuple[str, ...]:
    """Who a person is, a word or two each: position, company, place and circle."""
    words = (person.position, person.company, person.place, say(person.circle.value) if person.circle else "")
    return tuple(word for word in words if word)


def why(row: TieRow, today: date) -> tuple[Fact, ...]:
    """Where the tie stands, and the evidence for it."""
    facts = [Fact(say("tie"), standing_words(row.tie))]
    facts += [Fact(say("why") if number == 0 else "", line) for number, line in enumerate(evidence(row.tie, today))]
    return tuple(facts)


def coming(row: TieRow, today: date) -> tuple[Fact, ...]:
    """The open next steps, the soonest first."""
    steps = [FollowUp(step, row.person, (today - step.day).days) for step in row.steps]
    return tuple(
        Fact(say("next", context="a step") if number == 0 else "", f"{promise_words(each.step)}, {when_words(each)}")
        for number, each in enumerate(steps)
    )


def known(row: TieRow, book: Book, today: date) -> tuple[Fact, ...]:
    """What is known of a person beside the tie."""
    person = row.person._replace(groups=row.groups)
    facts = [Fact(field.label(), _shortly(field, person, book)) for field in fact_fields(FIELDS)]
    facts.append(Fact(say("formerly"), formerly_words(person, today)))
    facts.append(Fact(say("connected"), connected_words(person, today)))
    facts.append(
        Fact(say("known"), say("since {day}", day=dated_in_words(person.since, today)) if person.since else "")
    )
    return tuple(each for each in facts if each.words)


def connected_words(person: Person, today: date) -> str:
    """Since when they are connected in a network; nothing where nobody says so."""
    return say("since {day}", day=dated_in_words(person.known, today)) if person.known else ""


def _shortly(field: Field, person: Person, book: Book) -> str:
    """What a field holds; of an address, where it leads."""
    return site_of(person.address) if field.name == "address" else field.said(person, book)
