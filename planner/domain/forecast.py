"""The forecast: a predictive distribution of the week's watching minutes by Sunday night.

Watching comes in *bouts*. How many are still to come is Poisson with a rate that wanders from week to week; how long
each is, exponential. The rate's uncertainty is a gamma distribution, which is conjugate: after ``a`` bouts in ``b``
weeks' worth of exposure it is Gamma(a, b), so the number still to come is negative binomial and the minutes still to
come a compound of the two, whose tail is a short sum and needs no simulation.

- Exposure is not time but the share of a week's watching that usually falls there, by weekday and by hour of the day.
- Older days count for less, by a half-life. Nobody's rhythm has one right half-life, so two are mixed in equal parts: a
  short one that follows a new regime or a holiday within days, and a long one that knows the usual week.
- Bouts are shorter than a day's watching and longer than a sitting, so that days without any and days of much are as
  frequent as they are in life.
- Without history a weak prior speaks: an hour and a half a week, worth about one day of evidence.

Sources: the gamma-Poisson model with discounted evidence is Smith and Miller, "A non-Gaussian state space model and
application to prediction of records", JRSS B 48 (1986), and Harvey and Fernandes, "Time series models for count or
qualitative observations", JBES 7 (1989); mixing discounts is West and Harrison, "Bayesian Forecasting and Dynamic
Models" (1997), ch. 12; sums of exponential bouts are gamma (Erlang) distributed, as in the compound Poisson-gamma model
of daily rainfall. The constants were chosen by ``tests/benchmarks/forecast_quality.py``, which also prints how well
it does against plain extrapolation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from .entry import Stretch
from .instants import minutes_between
from .kinds import Kind
from .level import Forecast
from .record import PastWeek
from .rhythm import HALF_LIVES, Rhythm, fading, rhythm_of
from .week import Week

PRIOR_MINUTES = 90  #: a week's watching before anything is known
PRIOR_WEEKS = 0.15  #: what that is worth: about one day of evidence
PRIOR_DAY = 65  #: minutes of watching on a day that has any, before anything is known
PRIOR_DAYS = 0.3  #: what that is worth, in days with watching
BOUT = 0.7  #: of the watching of such a day, what is one bout
SITTING = 20  #: minutes that a running sitting still goes on, on average


class Part(NamedTuple):
    """One half-life's view of what is still to come: negative binomial bouts of exponential length.

    ``shape`` is the bouts' evidence, ``spread`` their mean over it, ``size`` a bout's mean minutes, and ``begun`` the
    chance, 0 to 1, that one more is under way.
    """

    weight: float
    shape: float
    spread: float
    size: float
    begun: float = 0.0

    def tail(self, minutes: float) -> float:
        """The chance that more than so many minutes are still to come."""
        reach = min(minutes / self.size, 700.0)
        chance = math.exp(-self.shape * math.log1p(self.spread))  # of exactly n bouts
        step = self.spread / (1 + self.spread)
        poisson = math.exp(-reach)
        longer, next_longer = 0.0, poisson  # chances that n, or n + 1, bouts together are longer
        over, seen, n = 0.0, 0.0, 0
        while True:
            over += chance * (longer + self.begun * (next_longer - longer))
            seen += chance
            if seen > 1 - 1e-7 or n > 3000:
                return min(1.0, over)
            chance *= step * (n + self.shape) / (n + 1)
            n += 1
            poisson *= reach / n
            longer, next_longer = next_longer, next_longer + poisson


class Prediction(NamedTuple):
    """The week's watching by its end: what is ``logged``, and a distribution of what is still to come.

    ``left`` are the minutes that the week still has: no more than those can come.
    """

    logged: int
    left: int
    parts: tuple[Part, ...] = ()

    def chance_over(self, cap: int) -> float:
        """The chance, 0 to 1, that the week ends with more than ``cap`` minutes; 0 or 1 once it is over."""
        if self.logged > cap:
            return 1.0
        return 0.0 if cap - self.logged >= self.left else self._tail(cap - self.logged)

    def quantile(self, p: float) -> int:
        """The minutes that the week's end stays within with chance ``p``, to the minute; never below what is logged."""
        low, high = -1, self.left
        while high - low > 1:
            middle = (low + high) // 2
            if self._tail(middle) > 1 - p:
                low = middle
            else:
                high = middle
        return self.logged + high

    def forecast(self) -> Forecast:
        """Its 10 %, 50 % and 90 % quantiles."""
        return Forecast(self.quantile(0.1), self.quantile(0.5), self.quantile(0.9))

    def _tail(self, minutes: int) -> float:
        return sum(part.weight * part.tail(minutes) for part in self.parts)


def predict(
    now: datetime,
    week: Week,
    so_far: Sequence[Stretch],
    past: Sequence[PastWeek],
    running: Stretch | None = None,
) -> Prediction:
    """The prediction for ``week`` at ``now`` from this week's stretches (a running one included) and earlier weeks.

    A week that is over is a fact; one that has not begun is all still to come.
    """
    return predict_by(rhythm_of(week, past), now, week, so_far, running)


def predict_by(
    rhythm: Rhythm, now: datetime, week: Week, so_far: Sequence[Stretch], running: Stretch | None = None
) -> Prediction:
    """The prediction at any moment of a week whose ``rhythm`` is known already."""
    days = [0] * 7
    for stretch in so_far:
        if stretch.kind is Kind.WATCHING:
            days[stretch.start.weekday()] += stretch.minutes
    left = max(0, minutes_between(now, week.ends(now.tzinfo)))
    if not left:
        return Prediction(sum(days), 0)
    gone = _gone(rhythm, now, week)
    elapsed = max(0.0, (now.date() - week.monday).days + now.hour / 24)
    bout, to_come = _bout(rhythm, days), 1 - sum(gone)
    parts = []
    for half_life, before in zip(HALF_LIVES, rhythm.evidence, strict=True):
        # Half-way through what is left of the week, the evidence will have faded by as much again.
        faded = fading(elapsed + (7 - elapsed) / 2, half_life)
        weights = [fading(max(0.0, elapsed - number - 1) + (7 - elapsed) / 2, half_life) for number in range(7)]
        minutes = PRIOR_WEEKS * PRIOR_MINUTES + faded * before.minutes + _dot(weights, days)
        exposure = PRIOR_WEEKS + faded * before.weeks + _dot(weights, gone)
        parts.append(Part(1 / len(HALF_LIVES), minutes / bout, to_come / exposure, bout, _begun(running, bout)))
    return Prediction(sum(days), left, tuple(parts))


def _gone(rhythm: Rhythm, now: datetime, week: Week) -> list[float]:
    """The shares of the week's watching that usually lie behind her, by weekday."""
    today = (now.date() - week.monday).days
    before, after = rhythm.hours[now.hour], rhythm.hours[now.hour + 1]
    of_today = before + (after - before) * now.minute / 60
    return [share * (day < today or of_today * (day == today)) for day, share in enumerate(rhythm.weekdays)]


def _bout(rhythm: Rhythm, days: Sequence[int]) -> float:
    minutes, count = rhythm.watched
    minutes += PRIOR_DAYS * PRIOR_DAY + sum(days)
    count += PRIOR_DAYS + sum(1 for day in days if day)
    return BOUT * minutes / count


def _begun(running: Stretch | None, bout: float) -> float:
    """A sitting that is running is a bout under way: what is still to come of it is as long again, on average."""
    if running is None or running.kind is not Kind.WATCHING:
        return 0.0
    return min(1.0, SITTING / bout)


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
