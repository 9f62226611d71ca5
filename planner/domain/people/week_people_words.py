"""A week's people in words: what screen, text and Markdown tell alike."""

from __future__ import annotations

from datetime import date

from ..book import Book
from ..person import Person
from ..step import Step, StepState
from ..words import day, plural, say
from .follow_ups import FollowUp, step_words, when_words
from .tie_words import ago
from .week_people import Closer, Cooling, Met, ToSee, WeekPeople


def met_counts(people: WeekPeople) -> str:
    """How many were met, each way apart: ``in person 2, afar 1, not said 1``; "" where nobody was."""
    near, afar, unsaid = (sum(each.in_person is how for each in people.met) for how in (True, False, None))
    told = (
        say("in person {n}", n=near) if near else "",
        say("afar {n}", n=afar) if afar else "",
        say("not said {n}", n=unsaid) if unsaid else "",
    )
    return ", ".join(filter(None, told))


def met_words(met: Met) -> str:
    """How somebody was met, and on which day: ``coffee, Thu``; the form where it was said, else that it was not."""
    how = say(met.last.form) if met.last and met.last.form else say(met.how)
    return f"{how}, {day(met.last.day)}" if met.last else how


def closer_words(closer: Closer) -> str:
    """The stages that a tie went through: ``in touch -> met``."""
    return f"{closer.before.title} -> {closer.after.title}"


def cooling_words(cooling: Cooling) -> str:
    """How warm a tie still is, and by what it is said: ``cooling, 82 days``."""
    days = plural(cooling.days, "{n} day", "{n} days")
    return f"{say(cooling.warmth.value)}, {days}"


def why_words(to_see: ToSee) -> str:
    """Why somebody is to be seen: ``decision-maker, cooling: last contact 82 days ago``."""
    person = to_see.person
    parts = [say(person.circle.value) if person.circle else "", say(to_see.warmth.value) if to_see.warmth else ""]
    head = ", ".join(filter(None, parts))
    if to_see.days is None:
        return say("{circle}, not met yet", circle=head) if head else say("not met yet")
    return say("{standing}: last contact {ago}", standing=head, ago=ago(to_see.days))


def promise_standing(step: Step, until: date) -> str:
    """What became of a promise: ``kept``, else when it is for."""
    if step.state is StepState.DONE:
        return say("kept")
    return when_words(FollowUp(step, Person(step.person, step.person), (until - step.day).days))


def promise_of(step: Step, book: Book) -> str:
    """A promise with whom it is to or of: ``I owe Marie Dupont: the slides``."""
    person = book.people.get(step.person, Person(step.person, step.person))
    return step_words(FollowUp(step, person, 0))
