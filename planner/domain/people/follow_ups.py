"""Follow-ups: the next steps that are open, and which of them come first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from ..book import Book
from ..entry import Entry
from ..kinds import Kind
from ..person import Person
from ..step import Owed, Step
from ..words import dated, plural, say
from ..words import day as weekday

SHOWN = 5  #: how many a screen shows


class FollowUp(NamedTuple):
    """An open step with its person; ``late`` are the days since its day, below 0 while it is still to come."""

    step: Step
    person: Person
    late: int

    @property
    def due(self) -> bool:
        return self.late >= 0

    @property
    def urgency(self) -> tuple[bool, float]:
        """Promises are ahead of the rest; among each, who is latest against the person's cadence."""
        return self.step.owed is not None, self.late / max(1, self.person.cadence)


def follow_ups(book: Book, today: date) -> tuple[FollowUp, ...]:
    """All open steps, the most urgent first; of equally urgent ones, the earlier day."""
    found = [
        FollowUp(step, book.people.get(step.person, Person(step.person, step.person)), (today - step.day).days)
        for step in book.steps.values()
        if step.open
    ]
    return tuple(sorted(found, key=lambda each: (*(-part for part in each.urgency), each.step.day, each.step.id)))


def to_ask_about(entry: Entry, book: Book) -> str | None:
    """After a meeting, the person (id) of the one question: what next? Nobody with whom a step is open already."""
    if entry.kind is not Kind.MEETING:
        return None
    busy = {step.person for step in book.steps.values() if step.open}
    return next((id_ for id_ in entry.people if id_ not in busy and id_ in book.people), None)


def due(found: Iterable[FollowUp]) -> int:
    """How many wait today."""
    return sum(each.due for each in found)


def promise_words(step: Step) -> str:
    """A step without its person: ``I owe: the deck``, ``write``."""
    return say("{owed}: {text}", owed=say(step.owed.value), text=step.text) if step.owed else step.text


def step_words(follow_up: FollowUp) -> str:
    """A step as one says it: ``I owe Marie Dupont: the deck``, ``Paul Roy: write``."""
    person, text = follow_up.person.name, follow_up.step.text
    if follow_up.step.owed is None:
        return say("{person}: {text}", person=person, text=text)
    if follow_up.step.owed is Owed.MINE:
        return say("I owe {person}: {text}", person=person, text=text)
    return say("{person} owes me: {text}", person=person, text=text)


def when_words(follow_up: FollowUp) -> str:
    """When it is for: ``due Fri``, ``due today``, ``2 days late``."""
    if follow_up.late > 0:
        return plural(follow_up.late, "{n} day late", "{n} days late")
    if follow_up.late == 0:
        return say("due today")
    due_on, today = follow_up.step.day, follow_up.step.day + timedelta(days=follow_up.late)
    return say("due {day}", day=weekday(due_on) if follow_up.late > -7 else dated(due_on, today))


def when_shortly(follow_up: FollowUp) -> str:
    """As :func:`when_words`, where there is little room: ``6 d late``, ``today``, ``Fri``."""
    if follow_up.late > 0:
        return say("{n} d late", n=follow_up.late)
    due_on, today = follow_up.step.day, follow_up.step.day + timedelta(days=follow_up.late)
    if follow_up.late == 0:
        return say("today")
    return weekday(due_on) if follow_up.late > -7 else dated(due_on, today)
