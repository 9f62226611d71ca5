"""Holding an appointment: when it may be said to have been held, in which group, and the entry it becomes."""

from __future__ import annotations

from datetime import datetime

from ..appointment import Appointment, Outcome
from ..book import Book
from ..entry import Entry
from ..errors import Misread, Refused
from ..instants import minutes_between, pinned
from ..kinds import Kind
from ..words import dated_clock, listing, say


def refuse_held(appointment: Appointment) -> None:
    """Raise Refused for one that was held: it can no longer take place at another time."""
    if appointment.outcome is Outcome.HELD:
        raise Refused(
            say(
                "{id} is held already; what was logged is changed with: planner edit {entry} --minutes 30",
                id=appointment.id,
                entry=appointment.entry,
            )
        )


def refuse_closed(appointment: Appointment) -> None:
    """Raise Refused for one of which it was said what became of it."""
    refuse_held(appointment)
    if not appointment.planned:
        raise Refused(
            say(
                "{id} is {what} already; to arrange it again: planner meet move {id} 'fri 14:00'",
                id=appointment.id,
                what=say(appointment.outcome.value),
            )
        )


def group_of(appointment: Appointment, book: Book) -> str | None:
    """The group (id) that a meeting is in: its own, else the one that says itself by its people; None for none.

    That is the only group that all of them have in common with her, else the only one that any of them has.
    """
    if appointment.group in book.groups:
        return appointment.group
    candidates = _groups_of(appointment, book)
    shared = [id_ for id_, count in candidates.items() if count == len(appointment.people)]
    for ids in (shared, list(candidates)):
        if len(ids) == 1:
            return ids[0]
    return None


def entry_of(
    appointment: Appointment,
    book: Book,
    now: datetime,
    id_: str,
    *,
    minutes: int | None = None,
    group: str | None = None,
) -> Entry:
    """The entry of a meeting that was held, of other ``minutes`` or in another ``group`` (id) if so said.

    Raises Refused where it has not begun, Misread where nothing says in which group it was, or it would end after now.
    """
    where = group or group_of(appointment, book)
    _refuse_early(appointment, minutes or appointment.minutes, now)
    if where is None:
        raise Misread(_asked_where(appointment, book))
    return Entry(
        id=id_,
        start=pinned(appointment.start),
        minutes=minutes or appointment.minutes,
        kind=Kind.MEETING,
        group=where,
        form=appointment.form,
        people=appointment.people,
        objectives=tuple(objective.id for objective in book.served_by(book.groups[where])),
        note=appointment.title,
        via="appointment",
        place="" if "://" in appointment.place else appointment.place,  # the address of a video meeting is no place
    )


def _groups_of(appointment: Appointment, book: Book) -> dict[str, int]:
    """The groups (ids) that its people have in common with her, and how many of them have each."""
    counts: dict[str, int] = {}
    for person in appointment.people:
        for id_ in book.people[person].groups if person in book.people else ():
            if id_ in book.groups:
                counts[id_] = counts.get(id_, 0) + 1
    return counts


def _asked_where(appointment: Appointment, book: Book) -> str:
    """Asks in which group it was, with those that may be meant."""
    slugs = [book.groups[id_].slug for id_ in _groups_of(appointment, book)]
    first = slugs[0] if slugs else next((group.slug for group in book.selected()), "lyon-ux")
    if len(slugs) > 1:
        return say(
            "In which group was it, {groups}? planner meet held {id} --group {slug}",
            groups=listing(slugs),
            id=appointment.id,
            slug=first,
        )
    return say("In which group was it? planner meet held {id} --group {slug}", id=appointment.id, slug=first)


def _refuse_early(appointment: Appointment, minutes: int, now: datetime) -> None:
    ends_in = minutes - minutes_between(appointment.start, now)
    if minutes_between(appointment.start, now) <= 0:
        raise Refused(
            say(
                "It begins at {start}, still to come: say that it was held once it was, or “planner meet move {id}” "
                "first.",
                start=dated_clock(appointment.start.astimezone(now.tzinfo), now),
                id=appointment.id,
            )
        )
    if ends_in > 0:
        raise Misread(
            say(
                "It would end in {n} min. If it is over, say how long it was: planner meet held {id} --minutes {most}",
                n=ends_in,
                id=appointment.id,
                most=minutes - ends_in,
            )
        )
