"""An appointment: a meeting that is still to come; once held it becomes an entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from .instants import after, minutes_between
from .value import NamedTuple
from .value.enums import StrEnum
from .value.typed import TYPE_CHECKING


class Outcome(StrEnum):
    """What became of an appointment."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Appointment(NamedTuple):
    """A meeting to come: when, how long in minutes, with whom (person ids), in which group (id), where.

    ``entry`` is the id of the entry it became. One from a calendar keeps the ``uid`` of its event, the ``calendar`` it
    was read from and, in a series, the ``instance`` it is: the time first set for it, in ISO 8601. ``sequence`` counts
    its changes, for calendars.
    """

    id: str
    start: datetime
    minutes: int
    title: str = ""
    people: tuple[str, ...] = ()
    group: str | None = None
    form: str | None = None
    place: str = ""
    outcome: Outcome = Outcome.PLANNED
    entry: str = ""
    uid: str = ""
    instance: str = ""
    calendar: str = ""
    sequence: int = 0
    sources: tuple[str, ...] = ()  # where it was read from (imported.Source)

    @property
    def planned(self) -> bool:
        return self.outcome is Outcome.PLANNED

    @property
    def end(self) -> datetime:
        return after(self.start, self.minutes)

    def overlaps(self, other: Appointment) -> bool:
        """Whether both go on at some one moment."""
        return minutes_between(self.start, other.end) > 0 and minutes_between(other.start, self.end) > 0

    def waits(self, now: datetime) -> bool:
        """Whether its time has passed and nobody has said yet what became of it."""
        return self.planned and minutes_between(self.end, now) >= 0


if TYPE_CHECKING:  # only what is checked needs it
    from typing import TypedDict

    class AppointmentFields(TypedDict, total=False):
        """Fields of an appointment that may be changed, by name."""

        minutes: int
        title: str
        people: tuple[str, ...]
        group: str | None
        form: str | None
        place: str


EVENT_DAYS = 14  #: days before an event in which somebody may be asked whether they come


def near_events(appointments: Iterable[Appointment], today: date) -> Mapping[str, Appointment]:
    """The next event by group (id) of those that are near: who is of that group may be going, too."""
    last, events = today + timedelta(days=EVENT_DAYS), dict[str, Appointment]()
    for each in sorted(appointments, key=lambda each: each.start):
        if each.planned and each.form == "event" and each.group and today <= each.start.date() <= last:
            events.setdefault(each.group, each)
    return events
