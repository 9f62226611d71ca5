"""What the meetings of a calendar do to the appointments that are kept: new ones, moved ones, cancelled ones.

An appointment's id is made from the UID of its event and the time first set for its instance, so that reading a
calendar twice adds nothing, and the same event in two files is one.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from planner.domain.appointment import Appointment, Outcome
from planner.domain.book import Book
from planner.domain.imported import Source
from planner.domain.instants import minutes_between
from planner.domain.kinds import Kind
from planner.domain.people.sameness import shares_address
from planner.domain.person import Person, all_emails
from planner.domain.settings import Settings
from planner.domain.texts import folded, fresh_id
from planner.domain.value import NamedTuple
from planner.domain.words import clock, day_in_words, say
from planner.interop.account import Account, Beside
from planner.interop.acquaintances import Acquaintances
from planner.interop.calendar_export import is_there, title_of
from planner.interop.calendar_meetings import Events, Meeting, Own, Window, outside
from planner.interop.calendar_uids import REVIEW, STEP, own_uid, uids_of
from planner.interop.calendar_values import Guest
from planner.interop.problem import Problem

#: Minutes that one of several events of a UID was moved by at most; what is further away is another one.
MOST_MOVED = 14 * 24 * 60


class Wishes(NamedTuple):
    """How meetings are to be taken: from which ``calendar`` (its path), on which day, for which window of days.

    ``group`` (id) is that of new ones; ``people`` says whether their guests become people. ``by`` is the import (id),
    ``removed`` the sources (format and key) of the appointments that she removed, ``removed_own`` their ids.
    """

    calendar: str
    today: date
    window: Window
    group: str | None = None
    people: bool = False
    by: str = ""
    removed: Container[str] = ()
    removed_own: Container[str] = ()
    taken_out: Container[str] = ()  # ids of those that planner gave into the calendar, and that are in it no more


class CalendarImport(NamedTuple):
    """What a calendar came to in the window. What is no longer in it (``gone``) was not read; it is cancelled, too.

    ``events`` is how many stand in the files at all, ``outside`` how many of them have nothing in the window; those
    count as skipped. ``overlaps`` are new ones, each with what else goes on then:
    another appointment, new or known, or what is logged.
    """

    added: tuple[Appointment, ...]
    moved: tuple[Appointment, ...]
    cancelled: tuple[Appointment, ...]
    gone: tuple[Appointment, ...]
    people: tuple[Person, ...]
    without_end: int
    events: int
    account: Account
    overlaps: tuple[Beside, ...] = ()
    outside: int = 0
    told: tuple[str, ...] = ()  # of those that were changed, what of them
    by: str = ""  # the import

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """All that are to be kept."""
        return (*self.added, *self.moved, *self.cancelled, *self.gone)


def appointment_id(uid: str, instance: str) -> str:
    """The id of the appointment that an event, or an instance of a series, becomes."""
    return f"ics-{blake2b(repr((uid, instance)).encode(), digest_size=6).hexdigest()}"


def taken(events: Events, book: Book, settings: Settings, wishes: Wishes, files: int = 1) -> CalendarImport:
    """What ``events`` of so many ``files`` become beside what is in ``book``.

    One that was held or missed stays as it is. One that was planned from the same calendar for a day of the window
    and is no longer in it is cancelled, unless something of the calendar could not be read and it may be in that.
    """
    made = _Made(book, wishes)
    for meeting in events.meetings:
        made.take(meeting, new=wishes.window.holds(meeting.start))
    outside_ = events.outside + made.outside
    made.take_unknown(events)
    if events.whole:
        made.cancel_gone(events)
    hers = _is_hers(events, book)
    own = [
        _passed_over(each)
        for each in events.own
        if not ((hers or each.uid.home) and each.uid.may_be_of(book) and is_there(each.uid, each.start, book, settings))
    ]
    people = made.acquaintances.changed
    account = Account(
        "ics",
        files,
        added=len(made.added),
        changed=len(made.moved) + len(made.cancelled),
        already_there=made.already_there + len(events.own) - len(own) + events.twice,
        skipped=outside_ + events.left_out + events.broken + len(made.passed_over) - made.outside + len(own),
        unreadable=events.broken,
        new_people=tuple(person.id for person in people if person.id not in book.people),
        problems=(*events.problems, *made.passed_over, *own),
    )
    return CalendarImport(
        tuple(made.added),
        tuple(made.moved),
        tuple(made.cancelled),
        tuple(made.gone),
        people,
        made.without_end,
        events.blocks,
        account,
        outside=outside_,
        told=tuple(made.told),
    )


def called_with_time(appointment: Appointment) -> str:
    """An appointment as the answer names it."""
    title = appointment.title or say("Meeting")
    return say(
        "{title} on {day} {time}", title=title, day=day_in_words(appointment.start), time=clock(appointment.start)
    )


def _told(before: Appointment, now: Appointment) -> str:
    """Which appointment was changed, and what of it: ``Lunch on Thu 3 Dec 12:30 (time, place)``."""
    fields = (
        (say("time"), minutes_between(before.start, now.start) != 0),
        (say("length"), before.minutes != now.minutes),
        (say("title"), before.title != now.title),
        (say("people"), before.people != now.people),
        (say("group"), before.group != now.group),
        (say("place"), before.place != now.place),
        (say("it takes place again"), before.outcome != now.outcome),
    )
    what = ", ".join(name for name, differs in fields if differs)
    called = called_with_time(now)
    return say("{name} ({what})", name=called, what=what) if what else called


def _is_hers(events: Events, book: Book) -> bool:
    """Whether what planner 0.2 made of the events, which said no home, is of this one: a meeting or a step of it is
    known, or there is none.
    """
    steps = {own.uid.id for own in events.own if own.uid.what == STEP}
    meetings = {own.id for meeting in events.meetings if (own := own_uid(meeting.uid))}
    return not (steps or meetings) or not (
        book.steps.keys().isdisjoint(steps) and book.appointments.keys().isdisjoint(meetings)
    )


def _passed_over(own: Own) -> Problem:
    """Why a step or a review of another home becomes nothing here."""
    if own.uid.what == REVIEW:
        why = say("it is the hour of planner's review, which is set by review_day and review_hour")
    else:
        why = say("it is a next step of planner's and no meeting; “planner import json” brings those")
    return Problem(own.file, own.row, why)


class _Made:
    """The appointments that were made so far."""

    def __init__(self, book: Book, wishes: Wishes) -> None:
        self._book, self._wishes = book, wishes
        self.acquaintances = Acquaintances(book.people.values())
        self._known = {(kept.uid, kept.instance): kept for kept in book.appointments.values() if kept.uid}
        self._at = {(kept.uid, kept.start, not kept.instance): kept for kept in self._known.values()}
        self._groups = _groups(book)
        self._ids = set(book.appointments)
        self._seen: set[str] = set()
        self._unknown: list[Meeting] = []
        self.added: list[Appointment] = []
        self.moved: list[Appointment] = []
        self.cancelled: list[Appointment] = []
        self.gone: list[Appointment] = []
        self.passed_over: list[Problem] = []
        self.told: list[str] = []
        self.already_there = self.without_end = self.outside = 0

    def take(self, meeting: Meeting, *, new: bool) -> None:
        """Make of a meeting what it becomes; one that is not known yet only if it is to be a ``new`` one."""
        changed = len(self.moved) + len(self.cancelled)
        self._take(meeting, new=new)
        stays = len(self.moved) + len(self.cancelled) == changed
        if stays and not new:
            self.outside += 1
            self.passed_over.append(Problem(meeting.file, meeting.row, outside()))

    def _take(self, meeting: Meeting, *, new: bool) -> None:
        kept = self._kept(meeting)
        if kept is None:
            if meeting.cancelled and new:
                self.passed_over.append(Problem(meeting.file, meeting.row, say("it is cancelled")))
            elif new and self._was_removed(meeting):
                why = say("you removed it here, and it stays removed")
                self.passed_over.append(Problem(meeting.file, meeting.row, why))
            elif new:
                self._unknown.append(meeting)
            return
        self._seen.add(kept.id)
        if kept.outcome in (Outcome.HELD, Outcome.MISSED) or not (new or kept.planned):
            self.already_there += new
        elif meeting.cancelled:
            self._cancel(kept)
        else:
            self._update(kept, meeting, counts=new)

    def _was_removed(self, meeting: Meeting) -> bool:
        """Whether it was an appointment that she removed here: one that was read, or one of planner's own."""
        own = self._own_id(meeting)
        if own and own in self._wishes.removed_own:
            return True
        return _source(meeting).place in self._wishes.removed

    def _kept(self, meeting: Meeting) -> Appointment | None:
        """The appointment that a meeting is known as: planner's own by its id.

        Where a single event has become a series, or a series a single one, its time tells which of them it is.
        """
        return (
            self._book.appointments.get(self._own_id(meeting))
            or self._known.get((meeting.uid, meeting.instance))
            or self._at.get((meeting.uid, meeting.start, bool(meeting.instance)))
        )

    def _own_id(self, meeting: Meeting) -> str:
        """The id of the appointment of this home that a meeting says it is; "" for any other."""
        own = own_uid(meeting.uid)
        return own.id if own and own.may_be_of(self._book) else ""

    def take_unknown(self, events: Events) -> None:
        """Make of the meetings that are not known what they become: one of several that was moved is no new one."""
        missing = self._missing(events) if events.whole else []
        there = {kept.uid for kept in self._known.values() if kept.id in self._seen}
        for meeting in self._unknown:
            # Where others by its rule are as they were, a missing one is taken out, and this is only a later day.
            kept = None if meeting.by_rule and meeting.uid in there else _nearest(meeting, missing)
            if kept:
                missing.remove(kept)
                self._seen.add(kept.id)
                self._update(kept, meeting, counts=True)
            else:
                self.added.append(self._new(meeting))

    def _missing(self, events: Events) -> list[Appointment]:
        """What was planned for a day of the window, and no meeting was known as."""
        return [
            kept
            for kept in self._book.appointments.values()
            if kept.uid and kept.planned and kept.id not in self._seen and kept.uid not in events.doubtful
            and self._wishes.window.holds(kept.start)
        ]  # fmt: skip

    def cancel_gone(self, events: Events) -> None:
        """Cancel what is no longer in the calendar."""
        for kept in self._missing(events):
            if kept.calendar == self._wishes.calendar:
                self.gone.append(_cancelled(kept))
        for kept in self._book.appointments.values():
            if kept.id in self._wishes.taken_out and kept.planned and kept.id not in self._seen:
                self.gone.append(_cancelled(kept))

    def _cancel(self, kept: Appointment) -> None:
        if kept.outcome is Outcome.CANCELLED:
            self.already_there += 1
        else:
            self.cancelled.append(_cancelled(kept))

    def _new(self, meeting: Meeting) -> Appointment:
        group = self._wishes.group or next(
            (self._groups[n] for n in map(folded, meeting.categories) if n in self._groups), None
        )
        id_ = fresh_id(appointment_id(meeting.uid, meeting.instance), self._ids)  # one that was moved may have it
        self._ids.add(id_)
        return Appointment(
            id_,
            meeting.start,
            self._minutes(meeting, group),
            meeting.title,
            self._people(meeting.guests),
            group,
            place=meeting.place,
            uid=meeting.uid,
            instance=meeting.instance,
            calendar=self._wishes.calendar,
            sources=(_source(meeting, self._wishes.by).text,),
        )

    def _update(self, kept: Appointment, meeting: Meeting, *, counts: bool) -> None:
        people = dict.fromkeys((*kept.people, *self._people(meeting.guests)))
        as_told = meeting.title == title_of(kept, self._book)
        now = kept._replace(
            start=meeting.start,
            minutes=self._minutes(meeting, kept.group),
            title=kept.title if as_told else meeting.title,
            people=tuple(people),
            group=kept.group or self._wishes.group,
            place=meeting.place,
            outcome=Outcome.PLANNED,
            instance=meeting.instance if meeting.uid == kept.uid else kept.instance,
        )
        if now == kept and minutes_between(now.start, kept.start) == 0:
            self.already_there += counts
        else:
            self.moved.append(now._replace(sequence=kept.sequence + 1))
            self.told.append(_told(kept, now))

    def _minutes(self, meeting: Meeting, group: str | None) -> int:
        """Its length; without an end, that of a usual meeting."""
        if meeting.minutes is not None:
            return meeting.minutes
        self.without_end += 1
        return self._book.usual(group or "", Kind.MEETING)

    def _people(self, guests: Sequence[Guest]) -> tuple[str, ...]:
        """The ids of those who are known; and of the others, where they are to become people.

        Two guests of one name are two: who is known by an address already is not the other one, too.
        """
        known = self.acquaintances
        reached = (known.reached_at(guest.name, guest.email) for guest in guests if guest.email)
        taken = {person.id for person in reached if person}
        ids = []
        for guest in guests:
            person = known.reached_at(guest.name, guest.email) if guest.email else None
            called = [] if person else known.called(guest.name, but=taken)
            person = person or (called[0] if len(called) == 1 else None)
            if self._wishes.people:
                person = self._made_of(guest, person, nobody=not called)
            if person:
                taken.add(person.id)
                ids.append(person.id)
        return tuple(dict.fromkeys(ids))

    def _made_of(self, guest: Guest, person: Person | None, *, nobody: bool) -> Person | None:
        """A guest as a person: one who is known, completed; or somebody new where ``nobody`` is called so."""
        emails = all_emails(guest.email)
        if person is None:
            new = Person(
                "",
                guest.name or guest.email,
                emails=emails,
                since=self._wishes.today,
                sources=(_guest(guest, self._wishes.by).text,),
            )
            return self.acquaintances.add(new) if nobody else None
        is_theirs = not person.emails or shares_address(person, emails)
        return self.acquaintances.complete(person, guest.name, emails if is_theirs else ())


def _source(meeting: Meeting, by: str = "") -> Source:
    """What makes a meeting the same at the next reading: its UID and the time first set for it."""
    return Source("ics", appointment_id(meeting.uid, meeting.instance).removeprefix("ics-"), by=by)


def _guest(guest: Guest, by: str) -> Source:
    """Where somebody who is invited was read."""
    said = repr((guest.email.casefold(), guest.name)).encode("utf-8", "surrogatepass")
    return Source("ics", f"guest/{blake2b(said, digest_size=6).hexdigest()}", by=by)


def _cancelled(kept: Appointment) -> Appointment:
    return kept._replace(outcome=Outcome.CANCELLED, sequence=kept.sequence + 1)


def _nearest(meeting: Meeting, missing: Sequence[Appointment]) -> Appointment | None:
    """The missing one of its UID that a meeting was, whichever file that stood in."""
    away = {abs(minutes_between(kept.start, meeting.start)): kept for kept in missing if kept.uid == meeting.uid}
    return away[min(away)] if away and min(away) <= MOST_MOVED else None


def _groups(book: Book) -> Mapping[str, str]:
    """The ids of the groups by what a category may call them."""
    named: dict[str, str] = {}
    for group in book.groups.values():
        for name in (group.slug, group.name):
            named.setdefault(folded(name), group.id)
    return named


def uids(book: Book) -> frozenset[str]:
    """The events that are known already, whatever calendar they are from."""
    still = [kept for kept in book.appointments.values() if kept.outcome in (Outcome.PLANNED, Outcome.CANCELLED)]
    own = (uid for kept in still for uid in uids_of(kept.id, book))
    return frozenset((*(kept.uid for kept in still if kept.uid), *own))
