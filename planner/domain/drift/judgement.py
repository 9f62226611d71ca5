"""Drift: how far the week is moving, or has moved, from plan toward watching."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta, tzinfo
from typing import NamedTuple

from ..book import Book
from ..entry import Stretch
from ..instants import after, minutes_between, pinned
from ..kinds import Kind, Split
from ..plan import Plan
from ..timer import Timer
from ..week import Week
from .advice import Known
from .forecast import Prediction, predict_by
from .level import Forecast, Level, Signal
from .past_week import PastWeek, past_week
from .rhythm import Rhythm, rhythm_of
from .signals import Look, signals

__all__ = ["Day", "Drift", "Forecast", "Level", "Signal", "judge", "replay"]

FIRST_QUARTER = 15  #: minutes of watching that say nothing yet
HISTORY = 12  #: earlier weeks that a rhythm is learned from

#: A level, the chance of passing the cap at which it is reached, and the one under which it is left again.
BANDS = ((Level.DRIFTING, 0.7, 0.6), (Level.LEANING, 0.4, 0.3))


class Drift(NamedTuple):
    """The judgement of one week at one moment.

    ``level`` comes from the cap and the forecast alone; the other signals stand beside it with a level of
    their own. ``cap`` is None for a week without a plan; ``probability`` is the chance, 0 to 1, that the week
    ends over its cap (0 without one, 1 once it is passed).
    """

    level: Level
    probability: float
    forecast: Forecast
    cap: int | None
    signals: tuple[Signal, ...] = ()


class Day(NamedTuple):
    """The judgement at one day's end: ``at`` is the local midnight that ends it. Minutes; ``probability`` 0 to 1."""

    at: datetime
    week: Week
    watching: int
    cap: int | None
    probability: float
    level: Level
    forecast: Forecast


def judge(
    now: datetime,
    week: Week,
    cap: int | None,
    so_far: Sequence[Stretch],
    past: Sequence[PastWeek],
    *,
    book: Book,
    settings_off: Sequence[str] = (),
    timer: Timer | None = None,
    plan: Plan | None = None,
    known: Known | None = None,
) -> Drift:
    """The judgement of ``week`` at ``now``.

    ``so_far`` are this week's stretches that count, a running timer's included; what of them lies after ``now`` is not
    looked at. ``past`` are up to 12 earlier weeks, oldest first. ``settings_off`` are codes of signals not to speak of.
    ``known`` is what the advised acts are chosen by, beside the plan.
    """
    course = _Course(week, cap, rhythm_of(week, past), so_far, timer)
    prediction, level = course.prediction(now), course.level(now)
    forecast = prediction.forecast()
    look = Look(now, week, cap, level, prediction, forecast, until(so_far, now, week), past, book, timer, plan, known)
    found = tuple(signals(look, settings_off))
    return Drift(level, _chance(prediction, cap), forecast, cap, found)


def replay(weeks: Sequence[tuple[Week, int | None, Sequence[Stretch]]], zone: tzinfo | None) -> Iterator[Day]:
    """One judgement for each day end of ``weeks`` (week, cap, stretches; oldest first), by only what was known then.

    Weeks that hold neither a cap nor a stretch are no history, as a week without a file is none.
    """
    past: list[PastWeek] = []
    for week, cap, stretches in weeks:
        known = [one for one in past if 0 < week.minus(one.week) <= HISTORY]
        course = _Course(week, cap, rhythm_of(week, known), stretches, None)
        for day in week.days:
            at = datetime.combine(day + timedelta(days=1), time(), zone)
            prediction = course.prediction(at)
            chance = _chance(prediction, cap)
            yield Day(at, week, prediction.logged, cap, chance, course.level(at), prediction.forecast())
        if stretches or cap is not None:
            past.append(past_week(week, None if cap is None else Split(watching=cap), stretches))


def until(stretches: Sequence[Stretch], now: datetime, week: Week) -> list[Stretch]:
    """What of a week's stretches was known at ``now``: one that was under way counts up to then."""
    if minutes_between(now, week.ends(now.tzinfo)) <= 0:
        return list(stretches)
    moment = pinned(now)  # the zone is asked once, not for every stretch
    lasted = [(stretch, minutes_between(stretch.start, moment)) for stretch in stretches]
    return [stretch._replace(minutes=min(stretch.minutes, minutes)) for stretch, minutes in lasted if minutes > 0]


class _Course:
    """One week's course: it can be asked for any of its moments."""

    def __init__(
        self, week: Week, cap: int | None, rhythm: Rhythm, stretches: Sequence[Stretch], timer: Timer | None
    ) -> None:
        self.week = week
        self.cap = cap
        self.rhythm = rhythm
        self.stretches = stretches
        self.timer = timer

    def prediction(self, at: datetime) -> Prediction:
        """The prediction from what was known then."""
        running = None
        if self.timer and self.timer.start <= at:
            running = Stretch(self.timer.start, self.timer.elapsed(at), self.timer.kind, self.timer.group)
        return predict_by(self.rhythm, at, self.week, until(self.stretches, at, self.week), running)

    def level(self, at: datetime) -> Level:
        """The level at a moment: the chance's, held up by the earlier one until the chance is well under it.

        It is a pure function of the log: only inside a band does it look back, moment by moment.
        """
        prediction = self.prediction(at)
        if self.cap is None or prediction.logged > self.cap:
            return Level.BALANCED if self.cap is None else Level.ADRIFT
        if prediction.logged <= FIRST_QUARTER:
            return Level.BALANCED
        chance = prediction.chance_over(self.cap)
        risen = next((level for level, reached, _ in BANDS if chance >= reached), Level.BALANCED)
        held = next((level for level, _, left in BANDS if chance >= left), Level.BALANCED)
        if risen == held:
            return risen
        before = max((moment for moment in self._moments(at.tzinfo) if moment < at), default=None)
        earlier = Level.BALANCED if before is None else self.level(before)
        return held if earlier >= held else risen

    def _moments(self, zone: tzinfo | None) -> Iterator[datetime]:
        """The moments at which the chance may have turned: ends of days and of watching."""
        yield from (datetime.combine(day, time(), zone) for day in self.week.days)
        yield from (after(one.start, one.minutes) for one in self.stretches if one.kind is Kind.WATCHING)


def _chance(prediction: Prediction, cap: int | None) -> float:
    return 0.0 if cap is None else prediction.chance_over(cap)
