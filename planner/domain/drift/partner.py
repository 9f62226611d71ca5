"""The person whom the next act names: one of its group who is cooling, to whom or by whom something was promised, or
who is wanted; for a meeting else the one not seen for longest, and last one who was never met.

To whom something is owed nothing is asked of: it is sent first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..book import Book
from ..entry import Stretch
from ..group import Group
from ..kinds import Kind
from ..people.cadence import NO_OTHERS, Cadences
from ..people.tie import Warmth, warmth_after
from ..person import CADENCE, Circle, Person
from ..step import Owed, Step
from ..texts import brief, folded, shown, words_of
from ..value import NamedTuple
from ..value.enums import IntEnum
from ..value.typed import TYPE_CHECKING
from ..words import dated_in_words, plural, say, wordings

if TYPE_CHECKING:
    from ..appointment import Appointment

LONG_AGO = 21  #: days from which on, and from half the cadence, somebody warm may be met again
SOON = 7  #: days before its day in which a step is reason enough; and after a contact, in which nobody is bothered

#: Those she means to meet, the more wanted first.
_WANTED = (Circle.DECISION_MAKER, Circle.PRESCRIBER)


class Reason(IntEnum):
    """Why somebody is named, the best reason first. For a meeting, what she owes comes after all who were met: it is
    sent first."""

    OWED = 0
    COOLING = 1
    PROMISED = 2
    MEANT = 3
    EVENT = 4
    MOVED = 5
    WANTED = 6
    COLD = 7
    LONG_AGO = 8
    UNMET = 9


#: Reasons to meet somebody, and none to write to them.
_ONLY_MET = (Reason.LONG_AGO, Reason.UNMET)


class Partner(NamedTuple):
    """Somebody to act with, and why.

    ``days`` since the last exchange or meeting, and whether that was a meeting (``met``); None where nothing is known
    of it. ``step`` is what was promised, or meant to come next, ``event`` one to come that both may go to; ``cadence``
    is that of the tie, in days.
    """

    person: Person
    reason: Reason
    days: int | None = None
    met: bool = False
    step: Step | None = None
    cadence: int = CADENCE
    event: Appointment | None = None

    def urgency(self, kind: Kind) -> tuple[int, int, float]:
        is_sent = self.reason is Reason.OWED and kind is Kind.MEETING
        reason = 2 * Reason.LONG_AGO + 1 if is_sent else 2 * self.reason
        circle = _WANTED.index(self.person.circle) if self.person.circle in _WANTED else len(_WANTED)
        if self.reason is Reason.LONG_AGO:
            circle = int(not self.met)
        return reason, circle, -(self.days or 0) / self.cadence


def find_partner(  # noqa: PLR0917 - a person in their surroundings
    book: Book,
    group: Group,
    kind: Kind,
    seen: Mapping[str, Stretch],
    today: date,
    unknown_until: date | None = None,
    cadences: Cadences = NO_OTHERS,
) -> Partner | None:
    """The person of a group with whom an act of a kind does most; None where nobody there waits.

    ``seen`` is the last exchange or meeting of late with each person (id). Of what was up to the day ``unknown_until``
    not all can be read: nobody is said to wait since a day before it.
    """
    waiting = _partners(book, group, seen, today, unknown_until, cadences)
    asked = (each for each in waiting if kind is Kind.MEETING or each.reason not in _ONLY_MET)
    return min(asked, key=lambda each: each.urgency(kind), default=None)


def _partners(  # noqa: PLR0917 - a group in its surroundings
    book: Book,
    group: Group,
    seen: Mapping[str, Stretch],
    today: date,
    unknown_until: date | None,
    cadences: Cadences,
) -> Iterator[Partner]:
    """Those of a group who wait, each with the best reason; none whom she is to meet anyway."""
    arranged = {id_ for each in book.appointments.values() if each.planned for id_ in each.people}
    steps: dict[str, list[Step]] = {}
    for step in book.steps.values():
        if step.open:
            steps.setdefault(step.person, []).append(step)
    there = {id_ for id_, last in seen.items() if last.group == group.id}
    event = None
    if book.appointments:
        from ..appointment import near_events

        event = near_events(book.appointments.values(), today).get(group.id)
    for person in [each for each in book.people.values() if group.id in each.groups or each.id in there]:
        last = seen.get(person.id)
        since_known = unknown_until is None or (last is not None and last.day > unknown_until)
        cadence = cadences.cadence(person, (last.group,) if last else ()).days
        partner = _partner(person, last, steps.get(person.id, ()), today, cadence, event, since_known=since_known)
        if partner and person.id not in arranged:
            yield partner._replace(cadence=cadence)


def _partner(  # noqa: PLR0917 - a person in their surroundings
    person: Person,
    last: Stretch | None,
    steps: Sequence[Step],
    today: date,
    cadence: int,
    event: Appointment | None,
    *,
    since_known: bool,
) -> Partner | None:
    days, met = (max(0, (today - last.day).days), last.kind is Kind.MEETING) if last else (None, False)
    by_owed = {step.owed: step for step in sorted(steps, key=lambda step: step.day, reverse=True)}  # the soonest stays
    if Owed.MINE in by_owed:
        return Partner(person, Reason.OWED, days, met, by_owed[Owed.MINE])
    if person.dormant or (days is not None and days < SOON):
        return None
    warmth = warmth_after(days, cadence) if since_known and days is not None else None
    if warmth is Warmth.COOLING:
        return Partner(person, Reason.COOLING, days, met)
    for owed, reason in ((Owed.THEIRS, Reason.PROMISED), (None, Reason.MEANT)):
        step = by_owed.get(owed)
        if step and (step.day - today).days <= SOON:
            return Partner(person, reason, days, met, step)
    if event and met:
        return Partner(person, Reason.EVENT, days, met, event=event)
    by_time = _reason_of_time(person, last, today, warmth, cadence) if since_known else None
    is_named = by_time is not None and not (steps and by_time in _ONLY_MET)  # what is to come with them has its day
    return Partner(person, by_time, days, met) if by_time is not None and is_named else None


def _reason_of_time(
    person: Person, last: Stretch | None, today: date, warmth: Warmth | None, cadence: int
) -> Reason | None:
    """Why somebody is named of whom nothing is promised, by the day they were last seen on."""
    if last is None:
        return Reason.WANTED if person.circle in _WANTED else Reason.UNMET
    if person.formerly:  # few have moved
        from ..people.moved_on import moved_lately

        if moved_lately(person, last.day, today):
            return Reason.MOVED
    if warmth is Warmth.COLD:
        return Reason.COLD
    return Reason.LONG_AGO if (today - last.day).days >= max(LONG_AGO, cadence / 2) else None


def partner_wordings(chosen: Partner, group: Group, kind: Kind, today: date, weeks: int) -> tuple[str, ...]:
    """What to do with them, and why, the fullest first; nothing is known of anybody from before the last ``weeks``.

    Where there is less room the group goes first, which the act's keys tell, then the reason.
    """
    person, name = chosen.person.name, brief(chosen.person.name)
    whom = {"person": person, "group": group.name}
    if chosen.step and chosen.step.owed is Owed.MINE:
        return _owed_wordings(chosen.step, kind, whom, name)
    if chosen.step and chosen.step.owed:
        return _promised_wordings(chosen.step, kind, whom, name)
    if chosen.event:
        title, day = shown(chosen.event.title) or say("event"), dated_in_words(chosen.event.start.date(), today)
        return wordings(
            say("ask {person}, {group}, whether they come to “{event}” on {day}", **whom, event=title, day=day),
            say("ask {person} whether they come to “{event}” on {day}", person=person, event=title, day=day),
            say("ask {person} whether they come on {day}", person=name, day=day),
        )
    why = say("“{text}”", text=shown(chosen.step.text)) if chosen.step else _since(chosen, today, weeks)
    if chosen.reason is Reason.MOVED:
        from ..people.moved_on import post_words

        why = say("moved on from {post}", post=post_words(chosen.person.formerly[-1]))
    if kind is Kind.MEETING:
        return wordings(
            say("ask {person}, {group}, for a coffee: {why}", **whom, why=why),
            say("ask {person} for a coffee: {why}", person=person, why=why),
            say("ask {person} for a coffee", person=name),
        )
    return wordings(
        say("write to {person}, {group}: {why}", **whom, why=why),
        say("write to {person}: {text}", person=person, text=why),
        say("write to {person}", person=name),
    )


def _owed_wordings(step: Step, kind: Kind, whom: Mapping[str, str], name: str) -> tuple[str, ...]:
    """How to keep a promise of hers, to somebody who is called by their ``name`` where there is little room."""
    text, person = shown(step.text), whom["person"]
    least = say("send {person} what you promised", person=name)
    if kind is Kind.MEETING:
        return wordings(
            say("send {person}, {group}, what you promised ({text}), then propose a coffee", **whom, text=text),
            say("send {person} what you promised ({text}), then propose a coffee", person=person, text=text),
            say("send {person} what you promised, then propose a coffee", person=name),
            least,
        )
    return wordings(
        say("send {person}, {group}, what you promised: {text}", **whom, text=text),
        say("send {person} what you promised: {text}", person=person, text=text),
        least,
    )


def _promised_wordings(step: Step, kind: Kind, whom: Mapping[str, str], name: str) -> tuple[str, ...]:
    """How to come back to a promise of theirs."""
    text, person = shown(step.text), whom["person"]
    if kind is Kind.MEETING:
        return wordings(
            say("ask {person}, {group}, for a coffee, and about what was promised: {text}", **whom, text=text),
            say("ask {person} for a coffee, and about what was promised: {text}", person=person, text=text),
            say("ask {person} for a coffee, and about what was promised", person=name),
            say("ask {person} for a coffee", person=name),
        )
    return wordings(
        say("write to {person}, {group}, about what was promised: {text}", **whom, text=text),
        say("write to {person} about what was promised: {text}", person=person, text=text),
        say("write to {person} about what was promised", person=name),
        say("write to {person}", person=name),
    )


def _since(chosen: Partner, today: date, weeks: int) -> str:
    """How long ago they were in touch; of whom nothing is known of late, that."""
    if chosen.days is not None and chosen.met:
        return plural(chosen.days, "last seen {n} day ago", "last seen {n} days ago")
    if chosen.days is not None:
        return plural(chosen.days, "last in touch {n} day ago", "last in touch {n} days ago")
    since = chosen.person.since
    is_new = since and (today - since).days <= 7 * weeks
    if not chosen.person.circle:
        return say("not met yet") if is_new else say("not in touch for {weeks} weeks", weeks=weeks)
    circle = say(chosen.person.circle.value)
    if is_new:
        return say("{circle}, not met yet", circle=circle)
    return say("{circle}, not in touch for {weeks} weeks", circle=circle, weeks=weeks)


def called(person: Person, book: Book) -> str:
    """The shortest that a line may call a person: the first name where nobody else has it, else the id."""
    first = next(iter(words_of(person.name)), person.id)
    alike = (other for other in book.people.values() if other.id == first or _begins_with(first, other.name))
    return first if all(other is person for other in alike) else person.id


def _begins_with(first: str, name: str) -> bool:
    """Whether a name begins so, folded; most names of a long list are told apart by their first letter."""
    return (name[:1].lower() == first[0] or not name[:1].isascii()) and folded(name).startswith(first)
