"""The timer: an entry that is still running, and what of it cannot be right.

What she times counts, whole. Only a run that nobody can mean is asked about: one that is far too long, one through the
night, one whose screen fell silent long ago.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum, auto

from .instants import after, minutes_between
from .kinds import Kind
from .settings import USUAL_NIGHT
from .value import NamedTuple
from .words import clock, say, spell_minutes


class Timer(NamedTuple):
    """A running entry. ``beat`` is the last sign of life of a screen that watches it; None when none does.

    ``said`` is when she typed its start herself, or had it go on: what lies before that moment is her word. It stands
    still since ``paused``, and did before for so many minutes (``away``); neither counts.
    """

    start: datetime
    kind: Kind
    group: str
    form: str | None = None
    people: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    note: str = ""
    beat: datetime | None = None
    said: datetime | None = None
    paused: datetime | None = None
    away: int = 0

    def elapsed(self, now: datetime) -> int:
        """Whole minutes since it started in which it did not stand still, never negative."""
        return max(0, minutes_between(self.start, self.paused or now) - self.away)

    def lately(self, now: datetime) -> datetime:
        """When it would have started, had it run on end up to ``now``, or to where it stands still."""
        return after(self.start, self.away) if self.elapsed(now) else self.start

    def is_ahead(self, now: datetime) -> bool:
        """Whether it starts after ``now``, as it does once the clock was put back under it."""
        return minutes_between(now, self.start) > 0

    @property
    def vouched(self) -> datetime:
        """The last moment up to which she herself has said that it ran: its start, or when she typed that."""
        return max(self.start, self.said or self.start)


class Doubt(Enum):
    """Why a run cannot be right."""

    LENGTH = auto()
    NIGHT = auto()
    SILENCE = auto()


LONG = 120  #: minutes that no run is too long for
TIMES_USUAL = 3  #: how often the usual length a run may last
SILENCE = 60  #: minutes since the last beat of a screen, after which nobody is believed to be there


def longest_run(usual: int, confirmed: int) -> int:
    """The minutes up to which a run is believed, from the usual length and the longest she has confirmed."""
    return max(LONG, TIMES_USUAL * usual, confirmed)


def doubt(timer: Timer, longest: int, now: datetime, night: int = USUAL_NIGHT) -> Doubt | None:
    """What cannot be right about a timer that has run until ``now``, by whose wall clock the night is told.

    ``longest`` are the minutes up to which a run is believed, ``night`` the hour that she sleeps through. A start that
    she typed is hers: only what ran since then is asked about. One that stands still is as it was when it was paused.
    """
    since, now = timer.vouched, (timer.paused or now).astimezone(now.tzinfo)
    if timer.beat is not None and minutes_between(max(timer.beat, since), now) > SILENCE:
        return Doubt.SILENCE
    if _through_the_night(since.astimezone(now.tzinfo), now, night):
        return Doubt.NIGHT
    return Doubt.LENGTH if minutes_between(since, now) > longest else None


def doubt_words(why: Doubt, timer: Timer, longest: int, now: datetime) -> str:
    """Why a run is asked about, in figures."""
    ran = spell_minutes(timer.elapsed(now))
    if why is Doubt.NIGHT:
        return say("It ran for {time}, through the night.", time=ran)
    if why is Doubt.SILENCE and timer.beat:
        beat = clock(timer.beat.astimezone(now.tzinfo))
        return say("It ran for {time}, and its screen was last there at {beat}.", time=ran, beat=beat)
    return say("It ran for {time}, longer than {longest}.", time=ran, longest=spell_minutes(longest))


def beaten(timer: Timer, moment: datetime | None) -> Timer:
    """The timer with a new sign of life; one that comes after a long silence does not tell what went on in it."""
    if timer.paused:
        return timer
    silent = timer.beat is not None and moment is not None and minutes_between(timer.beat, moment) > SILENCE
    return timer if silent else timer._replace(beat=moment)


def paused_at(timer: Timer, now: datetime) -> Timer:
    """The timer as it stands still from ``now`` on; no screen need watch it."""
    return timer._replace(paused=now, beat=None)


def gone_on(timer: Timer, now: datetime) -> Timer:
    """The timer that stood still, running on from ``now``: the minutes between count nowhere."""
    assert timer.paused
    stood = max(0, minutes_between(timer.paused, now))
    return timer._replace(paused=None, away=timer.away + stood, said=now, beat=None)


def away_since(timer: Timer, start: datetime, now: datetime) -> int:
    """The minutes in which a timer stood still, said to run since ``start``: none where that lies after them."""
    begins_after = timer.said is not None and start >= timer.said
    return 0 if begins_after or minutes_between(start, timer.paused or now) <= timer.away else timer.away


def run_until(timer: Timer, now: datetime) -> tuple[datetime, int]:
    """The start and the minutes, at least one, of a timer that is stopped ``now``; never any of the future."""
    ran = max(1, timer.elapsed(now))
    return (after(now, -ran) if timer.is_ahead(now) else timer.start), ran


def _through_the_night(since: datetime, now: datetime, hour: int) -> bool:
    night = since.replace(hour=hour, minute=0, second=0, microsecond=0, fold=0)
    if night <= since:
        night += timedelta(days=1)
    return minutes_between(night, now) > 0
