"""An objective: why she networks, and the weekly measure that shows whether she does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .person import Circle
from .value import NamedTuple
from .value.enums import StrEnum
from .value.typed import TYPE_CHECKING
from .words import listing, plural, say, spell_minutes

MOST = 3  #: active ones; a fourth is allowed and warned about


class Aim(StrEnum):
    """What an objective is after."""

    VISIBILITY = "visibility"
    RELATIONSHIPS = "relationships"
    KNOWLEDGE = "knowledge"
    COOPERATION = "cooperation"


class Pursuit(StrEnum):
    """Where an objective stands with her. Only active ones count."""

    ACTIVE = "active"
    REACHED = "reached"
    DROPPED = "dropped"


class Counts(StrEnum):
    """What a measure counts in a week, of what serves its objective.

    ``NEW_PEOPLE`` are those with whom there was no exchange or meeting before; ``REPLIES`` what came back; ``TOGETHER``
    how often she worked with somebody.
    """

    CONTRIBUTIONS = "contributions"
    MEETINGS = "meetings"
    IN_PERSON = "meetings in person"
    NEW_PEOPLE = "new people"
    REPLIES = "replies"
    TOGETHER = "times together"
    WATCHINGS = "watchings"
    MINUTES = "minutes"


class Goal(NamedTuple):
    """One part of a weekly measure: so many of something, where she likes of one circle and of one place only."""

    counts: Counts
    number: int
    circle: Circle | None = None
    place: str = ""

    @property
    def of_some(self) -> bool:
        """Whether only people of a circle or a place count for it."""
        return self.circle is not None or bool(self.place)


class Served(NamedTuple):
    """What serves an objective: how often she met (in person, where that was said), gave and watched; and minutes.

    Minutes of watching are kept apart: they serve knowledge, and nothing else.
    """

    meetings: int = 0
    contributions: int = 0
    minutes: int = 0  # of the hands
    in_person: int = 0
    watchings: int = 0
    watched: int = 0  # minutes
    replies: int = 0
    together: int = 0  # contributions in which she worked with somebody

    def and_(self, other: Served) -> Served:
        """The sum of two."""
        return Served(*(a + b for a, b in zip(self, other, strict=True)))


class Objective(NamedTuple):
    """Why she networks. Rank 1 comes first; ``measure`` are a week's goals, none where none was set.

    ``since`` is the day it was set, ``until`` the day it is for; ``reason`` says why it was dropped.
    """

    id: str
    title: str
    aim: Aim = Aim.RELATIONSHIPS
    rank: int = 1
    pursuit: Pursuit = Pursuit.ACTIVE
    measure: tuple[Goal, ...] = ()
    since: date | None = None
    until: date | None = None
    reason: str = ""

    @property
    def active(self) -> bool:
        return self.pursuit is Pursuit.ACTIVE


def too_many_words(active: int) -> str:
    """The warning that comes with a fourth active objective; "" where there are no more than can be kept up."""
    if active <= MOST:
        return ""
    return say(
        "{active} objectives are active; more than {most} at a time pull in different directions.",
        active=active,
        most=MOST,
    )


def with_goal(measure: tuple[Goal, ...], goal: Goal) -> tuple[Goal, ...]:
    """A measure with one goal in the place of the one that counts the same; of a count of 0, without it."""
    same = [(each.counts, each.circle, each.place) == (goal.counts, goal.circle, goal.place) for each in measure]
    if not any(same):
        return (*measure, goal) if goal.number else measure
    replaced = (goal if is_same else each for each, is_same in zip(measure, same, strict=True))
    return tuple(each for each in replaced if each.number)


def goal_words(goal: Goal) -> str:
    """A goal in words: ``2 meetings in person with decision-makers in Lyon``. Reading it back gives the same."""
    words = _counted(goal.counts, goal.number)
    if goal.circle:
        circle = circle_words(goal.circle)
        if goal.counts is Counts.REPLIES:
            words = say("{goal} from {circle}", goal=words, circle=circle)
        elif goal.counts is Counts.NEW_PEOPLE:
            words = say("{goal} among {circle}", goal=words, circle=circle)
        else:
            words = say("{goal} with {circle}", goal=words, circle=circle)
    return say("{goal} in {place}", goal=words, place=goal.place) if goal.place else words


def measure_words(measure: Iterable[Goal]) -> str:
    """A weekly measure in words: ``2 meetings and 1h a week``; "" for none."""
    goals = [goal_words(goal) for goal in measure]
    return say("{parts} a week", parts=listing(goals)) if goals else ""


def where_words() -> str:
    """How it is known where a meeting was, for a measure of a place."""
    return say("a meeting in person counts where its group meets, else where the person is; unknown counts nowhere")


def circle_words(circle: Circle) -> str:
    """The people of a circle: ``decision-makers``."""
    return {
        Circle.DECISION_MAKER: say("decision-makers"),
        Circle.PRESCRIBER: say("prescribers"),
        Circle.PEER: say("peers"),
        Circle.FRIEND: say("friends"),
    }[circle]


def _counted(counts: Counts, n: int) -> str:
    return {
        Counts.CONTRIBUTIONS: plural(n, "{n} contribution", "{n} contributions"),
        Counts.MEETINGS: plural(n, "{n} meeting", "{n} meetings"),
        Counts.IN_PERSON: plural(n, "{n} meeting in person", "{n} meetings in person"),
        Counts.NEW_PEOPLE: plural(n, "{n} new person", "{n} new people"),
        Counts.REPLIES: plural(n, "{n} reply", "{n} replies"),
        Counts.TOGETHER: plural(n, "{n} time together", "{n} times together"),
        Counts.WATCHINGS: plural(n, "{n} watching", "{n} watchings"),
        Counts.MINUTES: spell_minutes(n),
    }[counts]


if TYPE_CHECKING:  # only what is checked needs them
    from typing import TypedDict

    class ObjectiveFields(TypedDict, total=False):
        """Fields of an objective, by name, beside the title."""

        aim: Aim
        rank: int
        pursuit: Pursuit
        measure: tuple[Goal, ...]
        until: date | None

    class ObjectiveChanges(ObjectiveFields, total=False):
        """Fields of an objective that may be changed, its title among them."""

        title: str
