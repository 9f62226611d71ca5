"""What calendars come to: the meetings of a window of days, and what was found beside them."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from planner.domain.value import NamedTuple
from planner.domain.words import say
from planner.interop.calendar_uids import OwnUid
from planner.interop.calendar_values import Guest
from planner.interop.problem import Problem


class Window(NamedTuple):
    """From a moment on, before another; ``zone`` is where floating times are."""

    first: datetime
    last: datetime

    @property
    def zone(self) -> tzinfo | None:
        return self.first.tzinfo

    def holds(self, moment: datetime) -> bool:
        """Whether it is in the window, by the instant."""
        moment = moment.astimezone(UTC)
        return self.first.astimezone(UTC) <= moment < self.last.astimezone(UTC)


class Meeting(NamedTuple):
    """One event, or one of several of its UID: the time first set for it, in ISO 8601, is its ``instance``.

    ``minutes`` is None where no end is said. ``version`` is greater for what was written later. ``file`` and ``row``
    say where it stands. It repeats ``by_rule``, or stands there by itself.
    """

    uid: str
    instance: str
    start: datetime
    minutes: int | None
    title: str
    place: str
    guests: tuple[Guest, ...]
    categories: tuple[str, ...]
    cancelled: bool
    version: tuple[int, str]
    file: str = ""
    row: int | None = None
    by_rule: bool = False


class Own(NamedTuple):
    """An event of planner's own making that is no meeting; ``start`` is as the file has it. Where it stands."""

    uid: OwnUid
    start: str
    file: str
    row: int


class Events(NamedTuple):
    """What was found. ``meetings`` has each once; some lie outside of the window: those asked for by their UID.

    ``left_out`` counts the events of the window that are no meetings, ``own`` are planner's own steps and
    reviews, ``twice`` those that say an event of the window once more, ``blocks`` all events there are.
    ``doubtful`` are UIDs of which something could not be read; unless ``whole``, there may be more of them.
    ``calendars`` counts those that were found, ``outside`` the events that have nothing in the window.
    """

    meetings: tuple[Meeting, ...]
    left_out: int
    problems: tuple[Problem, ...]
    broken: int
    doubtful: frozenset[str]
    whole: bool
    calendars: int
    own: tuple[Own, ...] = ()
    blocks: int = 0
    twice: int = 0
    outside: int = 0


def outside() -> str:
    """Why an event that has nothing in the window is skipped."""
    return say("it is not in the days that were looked at, from today on; --days says how many")
