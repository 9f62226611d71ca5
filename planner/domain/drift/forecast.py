"""The forecast: a predictive distribution of the week's watching minutes by Sunday night.

Watching comes in *bouts*. How many are still to come is Poisson, at a rate that wanders from week to week; how long
each is, exponential. What is known of the rate is a gamma distribution, which is conjugate: ``a`` bouts in ``b``
weeks' worth of exposure make it Gamma(a, b). So the number still to come is negative binomial, the minutes still to
come a compound of the two, and the tail of that a short exact sum: nothing is simulated.

- Exposure is not time but the share of a week's watching that usually falls there, by weekday and hour of the day.
- The evidence of a day fades by a half-life of days, this week's as well as older ones', and the rhythm's by one of
  weeks. So a new habit or a holiday is believed within days, while the shape of her week is kept.
- A bout is shorter than a day's watching and longer than a sitting, so that days without any, and days of much, are as
  frequent as they are in life.
- Without history a weak prior speaks: an hour and a half a week, worth about one day of evidence.

Sources: the gamma-Poisson model with discounted evidence is Smith and Miller, "A non-Gaussian state space model and
application to prediction of records", JRSS B 48 (1986), and Harvey and Fernandes, "Time series models for count or
qualitative observations", JBES 7 (1989). Sums of exponential bouts are gamma distributed, as in the compound
Poisson-gamma model of daily rainfall (Thompson, "Homogeneity analysis of rainfall series", J. Climatology 4, 1984).
The constants lie on a plateau: ``tests/benchmarks/forecast_quality.py`` measures what they do on logs of several
habits, beside plain extrapolation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from ..entry import Stretch
from ..instants import minutes_between
from ..kinds import Kind
from ..week import Week
from .level import Forecast
from .past_week import PastWeek
from .rhythm import Rhythm, fading, rhythm_of

PRIOR_MINUTES = 90  #: a week's watching before anything is known
PRIOR_WEEKS = 0.15  #: what that is worth: about one day of evidence
PRIOR_DAY = 65  #: minutes of watching on a day that has any, before anything is known
PRIOR_DAYS = 0.3  #: what that is worth, in days with watching
_FIRST_LOOK = 32  # minutes above the least that a quantile is first looked for
BOUT = 0.7  #: of the watching of such a day, what is one bout


class Prediction(NamedTuple):
    """The week's watching by its end: what is ``logged``, and a distribution of the minutes still to come.

    At most the minutes that are ``left`` of the week can come. The bouts still to come are negative binomial, with
    ``shape`` and a mean of ``shape * spread``; each lasts ``bout`` minutes in the mean. ``begun`` is the chance, 0 to
    1, that one more is under way.
    """

    logged: int
    left: int
    shape: float = 1.0
    spread: float = 0.0
    bout: float = 1.0
    begun: float = 0.0

    def chance_over(self, cap: int) -> float:
        """The chance, 0 to 1, that the week ends with more than ``cap`` minutes; 0 or 1 once it is over."""
        if self.logged > cap:
            return 1.0
        return 0.0 if cap - self.logged >= self.left else self._tail(cap - self.logged)

    def quantile(self, p: float, least: int = 0) -> int:
        """The minutes, rounded up, that the week stays within with chance ``p``; never below what is logged.

        ``least`` is what it is known to be at the least: looking there first finds it sooner.
        """
        low, high = max(0, least - self.logged) - 1, self.left
        reach = _FIRST_LOOK
        while low + reach < high and self._tail(low + reach) > 1 - p:
            low, reach = low + reach, 2 * reach
        high = min(high, low + reach)
        while high - low > 1:
            middle = (low + high) // 2
            if self._tail(middle) > 1 - p:
                low = middle
            else:
                high = middle
        return self.logged + high

    def forecast(self) -> Forecast:
        """Its 10 %, 50 % and 90 % quantiles."""
        low = self.quantile(0.1)
        median = self.quantile(0.5, low)
        return Forecast(low, median, self.quantile(0.9, median))

    def _tail(self, minutes: int) -> float:
        """The chance that more than so many minutes are still to come, from the chances of n = 0, 1, 2… bouts."""
        reach = min(minutes / self.bout, 700.0)  # beyond, exp(-reach) is nothing, and so is the chance
        chance = math.exp(-self.shape * math.log1p(self.spread))
        step = self.spread / (1 + self.spread)
        poisson = math.exp(-reach)
        longer, one_more_longer = 0.0, poisson  # the chances that n bouts, and n + 1, last longer
        over = seen = 0.0
        for n in range(1, 3000):
            over += chance * (longer + self.begun * (one_more_longer - longer))
            seen += chance
            if seen > 1 - 1e-7:
                break
            chance *= step * (n - 1 + self.shape) / n
            poisson *= reach / n
            longer, one_more_longer = one_more_longer, one_more_longer + poisson
        return min(1.0, over)


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
    weights = [fading(max(0.0, elapsed - day - 1)) for day in range(7)]
    minutes = PRIOR_WEEKS * PRIOR_MINUTES + fading(elapsed) * rhythm.minutes + _dot(weights, days)
    exposure = PRIOR_WEEKS + fading(elapsed) * rhythm.exposure + _dot(weights, gone)
    bout = _bout(rhythm, days)
    begun = min(1.0, rhythm.sitting / bout) if running and running.kind is Kind.WATCHING else 0.0
    return Prediction(sum(days), left, minutes / bout, max(0.0, 1 - sum(gone)) / exposure, bout, begun)


def _gone(rhythm: Rhythm, now: datetime, week: Week) -> list[float]:
    """The shares of the week's watching that usually lie behind her, by weekday."""
    today = (now.date() - week.monday).days
    before, after = rhythm.hours[now.hour], rhythm.hours[now.hour + 1]
    of_today = before + (after - before) * now.minute / 60
    return [share * (day < today or of_today * (day == today)) for day, share in enumerate(rhythm.weekdays)]


def _bout(rhythm: Rhythm, days: Sequence[int]) -> float:
    minutes = PRIOR_DAYS * PRIOR_DAY + rhythm.watched + sum(days)
    return BOUT * minutes / (PRIOR_DAYS + rhythm.days + sum(1 for day in days if day))


def _dot(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
