"""Whom to write to next, and why now: at most a few people, each with the best reason there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ..appointment import Appointment, near_events
from ..book import Book
from ..person import Circle
from ..step import Owed, Step
from ..value import NamedTuple
from ..value.enums import IntEnum
from ..words import dated_in_words, say
from .follow_ups import FollowUp, promise_words, when_words
from .moved_on import moved_lately, post_words
from .tie import Stage, Warmth
from .tie_list import TieList, TieRow
from .tie_words import ago, warmth_word

MOST = 5  #: people at once: more is a list, and no advice

SOON = 7  #: days before its day from which on a promise is a reason
ECHO_DAYS = 60  #: days after which what came back is no longer waited for to be answered
MET_ONCE_DAYS = (14, 180)  #: days after an only meeting in which it can be taken up


class Because(IntEnum):
    """Why somebody is to be written to now, the best reason first."""

    PROMISED = 0
    COOLING = 1
    ECHO = 2
    MET_ONCE = 3
    EVENT = 4
    MOVED = 5

    @property
    def word(self) -> str:
        """The reason's stable name: ``promised``, ``met once``."""
        return self.name.lower().replace("_", " ")


class WhyNow(NamedTuple):
    """Somebody to write to, and why: the ``step`` that was promised, or the ``event`` that both may go to."""

    row: TieRow
    because: Because
    weight: float = 0.0  # of equal reasons the heaviest first
    step: Step | None = None
    event: Appointment | None = None

    @property
    def order(self) -> tuple[int, float, str]:
        return self.because, -self.weight, self.row.person.name


def why_now(ties: TieList, book: Book, most: int | None = MOST) -> tuple[WhyNow, ...]:
    """Whom to write to next, the best reason first; nobody twice, nobody whose tie is left to rest, and of those whom
    she is to meet anyway only whom she owes something."""
    arranged = {id_ for each in book.appointments.values() if _is_to_come(each, ties.today) for id_ in each.people}
    events = near_events(book.appointments.values(), ties.today)
    found = []
    for row in ties.rows:
        if not row.tie.resting and (row.tie.stage or row.steps):
            reasons = _reasons(row, ties.today, events, is_arranged=row.person.id in arranged)
            first = min(reasons, key=lambda each: each.order, default=None)
            if first:
                found.append(first)
    return tuple(sorted(found, key=lambda each: each.order)[:most])


def _is_to_come(appointment: Appointment, today: date) -> bool:
    """Whether it is arranged still: one that is past and waits for an answer is not."""
    return appointment.planned and appointment.start.date() >= today


def _reasons(row: TieRow, today: date, events: Mapping[str, Appointment], *, is_arranged: bool) -> Iterator[WhyNow]:
    person, tie = row.person, row.tie
    for step in row.steps:
        late = (today - step.day).days
        if step.owed and late >= -SOON and not (is_arranged and step.owed is Owed.THEIRS):
            yield WhyNow(row, Because.PROMISED, late / tie.cadence.days, step)
            break
    if is_arranged or tie.days is None or tie.last is None:
        return
    if person.circle is Circle.DECISION_MAKER and tie.warmth in (Warmth.COOLING, Warmth.COLD):
        # the later, the sooner; once it is cold, the longer ago the less there is to keep warm
        yield WhyNow(row, Because.COOLING, tie.overdue if tie.warmth is Warmth.COOLING else -tie.overdue)
    if tie.last.echoed_by(person.id) and 0 < tie.days <= ECHO_DAYS:
        yield WhyNow(row, Because.ECHO, tie.days)
    least, most = MET_ONCE_DAYS
    if tie.meetings.times == 1 and tie.last == tie.meetings.last and least <= tie.days <= most:
        yield WhyNow(row, Because.MET_ONCE, tie.days)
    event = next((events[id_] for id_ in row.groups if id_ in events), None) if events else None
    if event and tie.stage >= Stage.MET and tie.days >= SOON:
        yield WhyNow(row, Because.EVENT, -(event.start.date() - today).days, event=event)
    if post := moved_lately(person, tie.last.day, today):
        yield WhyNow(row, Because.MOVED, -(today - post.until).days)


def why_now_words(each: WhyNow, today: date) -> str:
    """The reason in words: ``I owe: the deck, 2 days late``, ``met once, 24 days ago``."""
    tie, days = each.row.tie, each.row.tie.days or 0
    if each.step:
        follow_up = FollowUp(each.step, each.row.person, (today - each.step.day).days)
        return say("{step}, {when}", step=promise_words(each.step), when=when_words(follow_up))
    if each.because is Because.COOLING:
        return say("decision-maker, {warmth}: last contact {ago}", warmth=warmth_word(tie), ago=ago(days))
    if each.because is Because.ECHO:
        return say("what passed {ago} was answered, and you have not written since", ago=ago(days))
    if each.because is Because.MET_ONCE:
        return say("met once, {ago}, and not since", ago=ago(days))
    if each.event:
        event = each.event.title or say("event")
        return say(
            "“{event}” on {day} is of your group in common",
            event=event,
            day=dated_in_words(each.event.start.date(), today),
        )
    post = each.row.person.formerly[-1]
    return say("moved on from {post} on {day}", post=post_words(post), day=dated_in_words(post.until, today))
