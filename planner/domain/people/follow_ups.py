"""Follow-ups: the next steps that are open, and which of them come first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ..kinds import Kind
from ..person import CADENCE, Person
from ..step import Owed
from ..texts import brief, folded
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..words import dated, plural, say, wordings
from ..words import day as weekday
from .cadence import NO_OTHERS, Cadences

if TYPE_CHECKING:
    from ..book import Book
    from ..entry import Entry
    from ..step import Step

SHOWN = 5  #: how many a screen shows


class FollowUp(NamedTuple):
    """An open step with its person; ``late`` are the days since its day, below 0 while it is still to
    come. ``cadence`` is that of the tie, in days."""

    step: Step
    person: Person
    late: int
    cadence: int = CADENCE

    @property
    def due(self) -> bool:
        return self.late >= 0

    @property
    def urgency(self) -> tuple[bool, bool, float]:
        """Promises are ahead of the rest; among each, what is latest against the cadence, then the soonest."""
        against = self.late / max(1, self.cadence) if self.late > 0 else self.late
        return self.step.owed is not None, self.late > 0, against


def follow_ups(book: Book, today: date, cadences: Cadences = NO_OTHERS) -> tuple[FollowUp, ...]:
    """All open steps, the most urgent first; of equally urgent ones, the earlier day."""
    open_ones = []
    for step in book.steps.values():
        if step.open:
            person = book.people.get(step.person, Person(step.person, step.person))
            open_ones.append(FollowUp(step, person, (today - step.day).days, cadences.cadence(person).days))
    return tuple(sorted(open_ones, key=lambda each: (*(-part for part in each.urgency), each.step.day, each.step.id)))


def to_ask_about(entry: Entry, book: Book) -> tuple[str, ...]:
    """After a meeting, the people (ids) of the one question: what next? Nobody with whom a step stays open."""
    if entry.kind is not Kind.MEETING:
        return ()
    done = closed_by(entry, book)
    busy = {step.person for step in book.steps.values() if step.open and step not in done}
    return tuple(id_ for id_ in entry.people if id_ not in busy and id_ in book.people)


def closed_by(entry: Entry, book: Book) -> tuple[Step, ...]:
    """The open steps that a meeting may have done: with who was met, and named by a word for such a meeting.

    A step “coffee” is done by a meeting in person, or by one of which nobody said how it was held.
    """
    if entry.kind is not Kind.MEETING:
        return ()
    return tuple(
        step
        for step in book.steps.values()
        if step.open and step.person in entry.people and _is_meeting(step.text, entry.form)
    )


def _is_meeting(text: str, form: str | None) -> bool:
    """Whether a step's text has a word for a meeting of this form."""
    from ..grammar.lexicon import kind_of  # only after a meeting

    meant = [meaning for word in text.split() if (meaning := kind_of(word.strip(",.;:!?")))]
    return any(kind is Kind.MEETING and (None in (said, form) or said == form) for kind, said in meant)


def answers(line: str, people: Sequence[Person]) -> tuple[tuple[Person, str], ...]:
    """What was answered to “what next with Marie and Chloé?”: for whom, and the line of a step.

    ``Chloé: send my CV; Marie: the deck fri`` says for whom; what names nobody is for all of them. A semicolon before
    what names nobody parts nothing: it is one of the text.
    """
    said: list[tuple[Sequence[Person], list[str]]] = []
    for part in filter(None, (part.strip() for part in line.split(";"))):
        name, colon, rest = part.partition(":")
        meant = [person for person in people if colon and _is_called(person, name)]
        if meant or not said:
            said.append((meant or people, [rest.strip() if meant else part]))
        else:
            said[-1][1].append(part)
    return tuple((person, "; ".join(parts)) for meant, parts in said for person in meant)


def _is_called(person: Person, name: str) -> bool:
    said = folded(name.strip().lstrip("@"))
    return bool(said) and (said == person.id or said == folded(person.name) or said in folded(person.name).split())


def act_words(follow_up: FollowUp) -> str:
    """What to do about a step, such as ``send Paul Roy what you promised: the deck``."""
    return act_wordings(follow_up)[0]


def act_wordings(follow_up: FollowUp) -> tuple[str, ...]:
    """The same, the fullest first: where there is little room the person is told without what it is."""
    person, text, name = follow_up.person.name, follow_up.step.text, brief(follow_up.person.name)
    if follow_up.step.owed is Owed.THEIRS:
        least = say("ask {person} for what was promised", person=name)
        return wordings(say("ask {person} for {text}", person=person, text=text), least)
    if follow_up.step.owed is Owed.MINE:
        least = say("send {person} what you promised", person=name)
        return wordings(say("send {person} what you promised: {text}", person=person, text=text), least)
    least = say("write to {person}", person=name)
    return wordings(say("write to {person}: {text}", person=person, text=text), least)


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
