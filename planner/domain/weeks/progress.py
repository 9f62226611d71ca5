"""Progress: how far the weeks serve an objective, this week and over its life."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..clock_time import sittings
from ..kinds import TOGETHER, Kind, is_in_person
from ..objective import Aim, Counts, Served, goal_words
from ..texts import folded
from ..trace import Trace
from ..value import NamedTuple
from ..value.typed import TYPE_CHECKING
from ..week import Week
from ..words import listing, plural, say, spell_minutes

if TYPE_CHECKING:
    from ..book import Book
    from ..objective import Goal, Objective
    from ..trace import Contact


class WeekProgress(NamedTuple):
    """One objective in one week: what was done for it, and of each goal of its measure so much.

    ``unplaced`` are the meetings of which nobody knows where they were: they count for no goal of a place.
    """

    objective: Objective
    done: Served
    counts: tuple[int, ...] = ()
    unplaced: int = 0

    @property
    def reached(self) -> bool:
        """Whether each goal of the measure is reached; nothing is ever reached without a measure."""
        goals = self.objective.measure
        return bool(goals) and all(done >= goal.number for done, goal in zip(self.counts, goals, strict=True))


class LifeProgress(NamedTuple):
    """One objective over its life: all that was done for it, the weeks so far, and those that reached its measure.

    ``without`` are weeks of it that cannot be read: they are none of these. ``week`` is None where this week is one.
    """

    objective: Objective
    week: WeekProgress | None
    done: Served
    weeks: int
    reached: int
    without: tuple[Week, ...] = ()


def counts_new_people(objectives: Iterable[Objective]) -> bool:
    """Whether any measure counts new people, for which all weeks have to be asked."""
    return any(goal.counts is Counts.NEW_PEOPLE for each in objectives for goal in each.measure)


def week_progress(
    objectives: Iterable[Objective], trace: Trace, book: Book, firsts: Mapping[str, str] | None = None
) -> tuple[WeekProgress, ...]:
    """What a week did for each of ``objectives``.

    ``firsts`` are the entries (ids) that first were with people (ids): new people are counted by them.
    """
    return tuple(_progress(each, trace, book, firsts or {}) for each in objectives)


def life_progress(  # noqa: PLR0917 - a life in its surroundings
    objective: Objective,
    traces: Sequence[Trace],
    week: Week,
    book: Book,
    firsts: Mapping[str, str] | None = None,
    unread: Iterable[Week] = (),
) -> LifeProgress:
    """What all weeks up to ``week`` did for an objective, but for those that are ``unread``.

    Its life begins in the week it was set, or first served where that was earlier or is not known.
    """
    unread = frozenset(unread)
    served = {
        trace.week: _progress(objective, trace, book, firsts or {})
        for trace in traces
        if objective.id in trace.served and trace.week not in unread
    }
    known = [when for when in (*served, *([Week.of(objective.since)] if objective.since else ())) if when <= week]
    total, reached = Served(), 0
    for when, progress in served.items():
        if when <= week:
            total = total.and_(progress.done)
            reached += progress.reached
    began = min(known, default=week)
    without = tuple(sorted(each for each in unread if began <= each <= week))
    weeks = week.minus(began) + 1 - len(without)
    this = None if week in unread else served.get(week) or _progress(objective, Trace(week), book, {})
    return LifeProgress(objective, this, total, weeks, reached, without)


def _progress(objective: Objective, trace: Trace, book: Book, firsts: Mapping[str, str]) -> WeekProgress:
    done = trace.served.get(objective.id, Served())
    if objective.aim is not Aim.KNOWLEDGE:  # watching serves knowledge, and nothing else
        done = done._replace(watchings=0, watched=0)
    contacts = [contact for contact in trace.contacts if objective.id in contact.objectives]
    counts = tuple(_done(goal, done, contacts, book, firsts) for goal in objective.measure)
    return WeekProgress(objective, done, counts, _unplaced(objective.measure, contacts, book))


def _unplaced(measure: Sequence[Goal], contacts: Sequence[Contact], book: Book) -> int:
    """The meetings that a goal of a place would count, were it known where they were."""
    placed = [goal for goal in measure if goal.place and goal.counts in (Counts.MEETINGS, Counts.IN_PERSON)]
    if not placed:
        return 0
    near = all(goal.counts is Counts.IN_PERSON for goal in placed)
    met = [each for each in contacts if each.kind is Kind.MEETING and (not near or is_in_person(each.form) is True)]
    towns = {folded(goal.place) for goal in placed} | _towns(book)
    return len(sittings(each for each in met if not _is_placed(each, towns, book)))


def _is_placed(contact: Contact, towns: Iterable[str], book: Book) -> bool:
    """Whether it is known in which town a meeting was: "Café Bellecour" alone does not say."""
    if any(_beside(id_, contact, book) for id_ in contact.people or ("",)):
        return True
    return any(town in folded(contact.place) for town in towns)


def _towns(book: Book) -> set[str]:
    """The towns that she knows: where groups meet and people are."""
    groups = {folded(group.place) for group in book.groups.values()}
    return groups.union(folded(person.place) for person in book.people.values()).difference(_NOWHERE)


def _done(goal: Goal, done: Served, contacts: Sequence[Contact], book: Book, firsts: Mapping[str, str]) -> int:
    """How much of a goal is done. Only a contact tells of people: what names nobody counts for no circle or place."""
    if goal.counts is Counts.MINUTES:
        return done.minutes + done.watched
    if goal.counts is Counts.WATCHINGS:
        return done.watchings
    if not goal.of_some and goal.counts in _PLAIN:
        return int(getattr(done, _PLAIN[goal.counts]))
    if goal.counts is Counts.REPLIES:
        return sum(_replies_meant(goal, contact, book) for contact in contacts if contact.kind.is_hands)
    if goal.counts is Counts.NEW_PEOPLE:
        new = ((id_, contact) for contact in contacts for id_ in contact.everybody if firsts.get(id_) == contact.entry)
        return len({id_ for id_, contact in new if _is_meant(goal, id_, contact, book)})
    nobody = () if goal.circle else ("",)  # of whom nothing is known but that they met there
    counted = [
        (contact, [id_ for id_ in contact.people or nobody if _is_meant(goal, id_, contact, book)])
        for contact in contacts
    ]
    kind = Kind.CONTRIBUTION if goal.counts in (Counts.CONTRIBUTIONS, Counts.TOGETHER) else Kind.MEETING
    near = goal.counts is Counts.IN_PERSON
    meant = [contact for contact, people in counted if people and contact.kind is kind]
    if goal.counts is Counts.TOGETHER:
        meant = [contact for contact in meant if contact.form == TOGETHER]
    return len(sittings(contact for contact in meant if not near or is_in_person(contact.form) is True))


def _replies_meant(goal: Goal, contact: Contact, book: Book) -> int:
    """The replies to a contact that count for a goal: all of them where all who wrote are meant, else one each."""
    wrote = contact.wrote or contact.people
    meant = sum(_is_meant(goal, id_, contact, book) for id_ in wrote)
    return contact.replies if meant == len(wrote) else min(meant, contact.replies)


#: What a measure counts that no names are needed for.
_PLAIN = {
    Counts.CONTRIBUTIONS: "contributions",
    Counts.MEETINGS: "meetings",
    Counts.IN_PERSON: "in_person",
    Counts.REPLIES: "replies",
    Counts.TOGETHER: "together",
}

#: Where a group is that is in no place.
_NOWHERE = ("", "online", "en ligne", "remote", "a distance")


def _is_meant(goal: Goal, person: str, contact: Contact, book: Book) -> bool:
    """Whether somebody is of the goal's circle, and it was in its place."""
    known = book.people.get(person)
    if goal.circle and (known is None or known.circle is not goal.circle):
        return False
    return not goal.place or folded(goal.place) in folded(_place(person, contact, book))


def _place(person: str, contact: Contact, book: Book) -> str:
    """Where a contact with somebody was: where she said, and what goes without saying beside it unless that names a
    town. "" where nobody has said."""
    beside = _beside(person, contact, book)
    if not contact.place or is_in_person(contact.form) is False:
        return beside
    if not beside or any(town in folded(contact.place) for town in _towns(book)):
        return contact.place
    return f"{contact.place}, {beside}"


def _beside(person: str, contact: Contact, book: Book) -> str:
    """Where it was where nothing is said: a meeting in person where its group meets, else where the person is; all else
    where the person is, else where the group meets. "" where nobody has said."""
    known, group = book.people.get(person), book.groups.get(contact.group)
    theirs, there = known.place if known else "", group.place if group else ""
    there = "" if folded(there) in _NOWHERE else there
    return there or theirs if contact.kind is Kind.MEETING and is_in_person(contact.form) else theirs or there


def progress_words(progress: WeekProgress) -> str:
    """A week in words: ``1 of 2 meetings, 40 min of 1h``; without a measure, what was done."""
    goals = progress.objective.measure
    if not goals:
        return listing(_parts(progress.done)) or say("nothing yet")
    parts = []
    for goal, count in zip(goals, progress.counts, strict=True):
        done = spell_minutes(count) if goal.counts is Counts.MINUTES else str(count)
        parts.append(say("{done} of {goal}", done=done, goal=goal_words(goal)))
    if progress.unplaced:
        parts.append(plural(progress.unplaced, "{n} meeting nobody knows where", "{n} meetings nobody knows where"))
    return ", ".join(parts)


def life_words(life: LifeProgress) -> str:
    """A life in words: ``this week 1 of 2 meetings; in all 12 meetings and 9h; measure reached in 6 of 20 weeks``."""
    parts = [say("this week {done}", done=progress_words(life.week) if life.week else say("not known"))]
    if any(life.done):
        parts.append(say("in all {done}", done=listing(_parts(life.done))))
    weeks = life.weeks - (life.week is not None and not life.week.reached)  # the one that runs is not missed yet
    if life.objective.measure and weeks:
        parts.append(
            plural(
                weeks,
                "measure reached in {reached} of {n} week",
                "measure reached in {reached} of {n} weeks",
                reached=life.reached,
            )
            if life.reached
            else plural(weeks, "measure not reached yet in {n} week", "measure not reached yet in {n} weeks")
        )
    return say("; ").join(parts)


def _parts(served: Served) -> list[str]:
    parts = []
    if served.meetings:
        parts.append(plural(served.meetings, "{n} meeting", "{n} meetings"))
    if served.contributions:
        parts.append(plural(served.contributions, "{n} contribution", "{n} contributions"))
    if served.watchings:
        parts.append(plural(served.watchings, "{n} watching", "{n} watchings"))
    if minutes := served.minutes + served.watched:
        parts.append(spell_minutes(minutes))
    return parts
