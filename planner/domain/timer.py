"""The timer: an entry that is still running."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from .errors import Misread
from .instants import minutes_between
from .kinds import Kind
from .words import clock, day_month, say


class Timer(NamedTuple):
    """A running entry. ``beat`` is the last sign of life of a screen that watches it; None when none does."""

    start: datetime
    kind: Kind
    group: str
    form: str | None = None
    people: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    note: str = ""
    beat: datetime | None = None

    def elapsed(self, now: datetime) -> int:
        """Whole minutes since it started, never negative."""
        return max(0, minutes_between(self.start, now))


SILENCE = 10  #: minutes without a beat, while a screen watches, after which nobody is there


def forgotten(timer: Timer, usual: int, now: datetime) -> bool:
    """Whether nobody may be at it any more: twice the ``usual`` minutes have passed, or its heartbeat is silent."""
    silent = timer.beat is not None and minutes_between(timer.beat, now) >= SILENCE
    return silent or 0 < 2 * usual <= timer.elapsed(now)


def certain_minutes(timer: Timer, usual: int, now: datetime) -> int:
    """The minutes of a running timer that count at once; what a forgotten one ran beyond them waits for an answer.

    Up to twice the ``usual`` minutes, or up to the last beat of a heartbeat that has fallen silent.
    """
    if not forgotten(timer, usual, now):
        return timer.elapsed(now)
    until = now if timer.beat is None else timer.beat
    return min(timer.elapsed(until), 2 * usual or timer.elapsed(until))


def kept_minutes(keep: str, start: datetime, ran: int, usual: int, now: datetime) -> int | None:
    """The minutes to keep of a forgotten timer that ``ran`` from ``start``; None for none.

    ``keep`` is ``usual``, ``all``, ``until 18:40`` (the first such time after the start) or ``drop``. Raises Misread
    for any other answer, and for a time that is still to come.
    """
    answer, _, moment = keep.strip().lower().partition(" ")
    if answer == "until":
        return _minutes_until(moment.strip(), start, now)
    if moment or answer not in ("usual", "all", "drop"):
        raise Misread(say("“{text}” is no answer; say usual, all, until 18:40, or drop.", text=keep))
    return {"usual": min(usual, ran), "all": ran, "drop": None}[answer]


def _minutes_until(text: str, start: datetime, now: datetime) -> int:
    hour, _, minute = text.replace("h", ":").partition(":")
    if not (hour.isdecimal() and (minute or "0").isdecimal() and int(hour) < 24 and int(minute or 0) < 60):
        raise Misread(say("“{text}” is no time of day; write it as 18:40.", text=text))
    local = start.astimezone(now.tzinfo)
    end = local.replace(hour=int(hour), minute=int(minute or 0), second=0, microsecond=0)
    if minutes_between(start, end) <= 0:
        end += timedelta(days=1)
    if minutes_between(end, now) < 0:
        raise Misread(
            say(
                "It began {day} at {start}, and “{text}” after that is still to come; say until when it went on.",
                day=day_month(local),
                start=clock(local),
                text=text,
            )
        )
    return minutes_between(start, end)
