"""What was done there beside what is known of it: deeds, and the appointments that events to come are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b

from planner.desk import Desk
from planner.domain.appointment import Appointment
from planner.domain.deed import Deed, Did
from planner.domain.imported import Source, place_in
from planner.domain.instants import minutes_between, pinned
from planner.domain.kinds import Kind
from planner.domain.words import say
from planner.store.sources import Kept

from .acquainted import CHANGED, FORMAT, NEW, THERE, Acquainted, Became, Outcome, removed
from .contributions import Contribution
from .events import Event
from .letters import Letter
from .places import Places


class Doings:
    """The deeds and appointments that are kept, with those that the archive adds. Times become hers as of now."""

    def __init__(self, desk: Desk, kept: Mapping[str, Kept], by: str, now: datetime) -> None:
        self._desk, self._kept, self._by, self._now = desk, kept, by, now
        self._appointments = desk.book().appointments
        self._deeds = {deed.id: deed for deed in desk.deeds()}
        self._put: dict[str, Deed] = {}
        self._arranged: dict[str, Appointment] = {}
        self._told: set[str] = set()  # of what is told twice, the first counts

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """The deeds that are new or were changed."""
        return tuple(self._put.values())

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """The appointments that are new or were changed."""
        return tuple(self._arranged.values())

    def contribution(self, told: Contribution, places: Places) -> Outcome:
        """Keep one thing done, in its group."""
        if told.at > self._now:
            return _ahead()
        group = places.of_number(told.group) if told.group else None
        if told.group and group is None:
            return Outcome(Became.SKIPPED, say("its group is none of yours: you removed it, or your map skips it"))
        id_ = _id(told.did, told.at, told.link)
        return self._keep(Deed(id_, self._local(told.at), told.did, group, link=told.link))

    def letter(self, told: Letter, people: Acquainted) -> Outcome:
        """Keep an invitation, or a day of messages, with somebody she knows."""
        person = people.id_of(told.name, told.address)
        if person is None:
            return Outcome(Became.SKIPPED, say("it is with nobody you know"))
        if told.at > self._now:
            return _ahead()
        when = told.at.date() if told.did is Did.MESSAGE else told.at
        id_ = _id(told.did, when, told.address or told.name.casefold())
        return self._keep(Deed(id_, self._local(told.at), told.did, person=person, theirs=told.theirs))

    def event(self, told: Event) -> Outcome:
        """Keep an event to come as an appointment; one that is over as something she signed up for."""
        key = f"event/{_id(Did.EVENT, told.link or told.start, told.name)[3:]}"
        known = self._kept.get(f"{FORMAT} {key}")
        if known and known.removed:
            return removed()
        if key in self._told:
            return THERE
        self._told.add(key)
        if known:
            return self._moved(told, known)
        if told.start <= self._now:
            id_ = _id(Did.EVENT, told.start, told.name)
            return self._keep(Deed(id_, self._local(told.start), Did.EVENT, title=told.name, link=told.link))
        id_ = f"li-{key.partition('/')[2]}"
        minutes = told.minutes or self._desk.book().usual("", Kind.MEETING)
        self._arranged[id_] = Appointment(
            id_,
            self._local(told.start),
            minutes,
            told.name,
            form="event",
            sources=(Source(FORMAT, key, by=self._by).text,),
        )
        return NEW

    def _moved(self, told: Event, known: Kept) -> Outcome:
        """An appointment that was moved there moves here, unless she has changed it."""
        there = self._appointments.get(known.id)
        if there is None or not there.planned or not minutes_between(there.start, told.start):
            return THERE
        if not self._desk.is_as_left("appointments", there, known.text):
            return Outcome(Became.KEPT_BACK, say("it changed there, and you edited it here: yours stays as it is"))
        others = tuple(text for text in there.sources if place_in(text) != place_in(known.text))
        source = known.source._replace(mark="")
        self._arranged[there.id] = there._replace(
            start=self._local(told.start), sequence=there.sequence + 1, sources=(*others, source.text)
        )
        return CHANGED

    def _keep(self, deed: Deed) -> Outcome:
        if deed.id in self._told:
            return THERE
        self._told.add(deed.id)
        known = self._deeds.get(deed.id)
        deed = deed._replace(by=known.by if known else self._by)
        if known == deed:
            return THERE
        self._put[deed.id] = deed
        return CHANGED if known else NEW

    def _local(self, at: datetime) -> datetime:
        return pinned(at.astimezone(self._now.tzinfo))


def _ahead() -> Outcome:
    return Outcome(Became.SKIPPED, say("its date is still to come"))


def _id(did: Did, when: object, what: str) -> str:
    said = repr((did.value, str(when), what))
    return f"li-{blake2b(said.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"
