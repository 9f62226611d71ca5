"""The forecast: a predictive distribution of the minutes that a week's eyes, or its hands, come to by Sunday night.

R, the minutes still to come, is log-logistic, shifted so that "none at all" has a chance of its own:

    P(R > r) = 1 / (1 + exp(-(A - B log(r + u/2))))
    A = -0.203 + sum of c_k log(rate_k * left + u/2),    B = sum of c_k

- ``left`` is not time but the share of a week that usually falls in what is left of it, by weekday and hour of day.
- Two memories say how much there is in a week (``rate_k``): a fast one, mostly this week's own pace, and a slow one,
  her habit. Their geometric mean carries the news of both, and leans on the pace the less is left of the week.
- ``u`` is the minutes of a day that has any.
- It is made for days that are still whole. Of the last one less is left by the hour: there P(R > r) is taken times the
  root of the share of a day that usually lies ahead. Whoever does all of a day's at one go has less left than that, who
  does it in many small parts more. The last one is the last on which anything is expected: after her last working day
  nothing is, unless she was seen at it on a later one, in this week or before.
- Without history a weak prior speaks: an hour and a half a week, worth about two days of evidence. While under two
  weeks are known the odds are drawn toward even, so that the distribution is wider; its median stays.

Its chance and its quantiles are one line each, and its tail is as heavy as life's. The constants are fitted by
distribution regression on public logs of 27 households and judged on those kept back; ``tests/benchmarks`` measures
what they do on logs of several habits, beside plain rules.

Sources: the log-logistic (Fisk) distribution, Fisk, "The graduation of income distributions", Econometrica 29 (1961);
discounted evidence as in Smith and Miller, "A non-Gaussian state space model and application to prediction of
records", JRSS B 48 (1986).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..instants import minutes_between
from ..value import NamedTuple
from ..value.dates import datetime
from ..week import Week
from .rhythm import FAST, SLOW, Memory, Rhythm, fading

PRIOR_MINUTES, PRIOR_WEEKS = 90, 0.3  #: a week's minutes before anything is known, and what that is worth in weeks
PRIOR_DAY, PRIOR_DAYS = 65, 0.3  #: minutes of a day that has any, and what that is worth in such days
BASE = -0.203
#: What each memory weighs with half a week left, and how that changes with a whole one more.
WEIGHTS = {FAST: (1.458, -0.967), SLOW: (0.727, 0.672)}
YOUNG = 2  #: weeks of history under which little is known
YOUNG_ODDS = 0.8  #: what the log-odds are worth then


class Forecast(NamedTuple):
    """Minutes by Sunday night: an 80 % interval and its median."""

    low: int
    median: int
    high: int


class Prediction(NamedTuple):
    """A week's minutes by its end: what is ``logged`` (or arranged), and the distribution of those still to come.

    At most the minutes ``left`` of the week can come; ``a``, ``b`` and ``shift`` are the log-logistic's A, B and u/2.
    ``gone`` is the share of the week, 0 to 1, that usually lies behind her by now; ``young`` says that under two weeks
    are known, and ``evident`` whether enough is logged for a figure to be shown. ``still`` is the chance, 0 to 1, that
    the last day still brings what a whole one may; 1 before it.
    """

    logged: int
    left: int
    a: float = 0.0
    b: float = 1.0
    shift: float = 1.0
    gone: float = 1.0
    young: bool = False
    evident: bool = True
    still: float = 1.0

    def chance_over(self, minutes: float) -> float:
        """The chance, 0 to 1, that the week ends with more than so many; 0 or 1 only once nothing can change it."""
        more = minutes - self.logged
        if more < 0:
            return 1.0
        if more >= self.left:
            return 0.0
        return self.still / (1 + math.exp(self.b * math.log(more + self.shift) - self.a))

    def quantile(self, p: float) -> float:
        """The minutes that the week stays within with chance ``p``; never below what is logged."""
        if 1 - p >= self.still:
            return self.logged
        odds = (1 - p) / (self.still - (1 - p))
        return self.logged + min(self.left, max(0.0, math.exp((self.a - math.log(odds)) / self.b) - self.shift))

    def forecast(self) -> Forecast:
        """Its 10 %, 50 % and 90 % quantiles, to the minute."""
        return Forecast(*(round(self.quantile(p)) for p in (0.1, 0.5, 0.9)))

    def and_arranged(self, minutes: int) -> Prediction:
        """The same with so many minutes that are sure to come."""
        return self._replace(logged=self.logged + minutes)


def predict_by(rhythm: Rhythm, now: datetime, week: Week, days: Sequence[int], *, evident: bool = True) -> Prediction:
    """The prediction at any moment of a week from its seven days so far, when the ``rhythm`` is known already."""
    logged, remaining = sum(days), max(0, minutes_between(now, week.ends(now.tzinfo)))
    if not remaining:
        return Prediction(logged, 0)
    today = (now.date() - week.monday).days
    elapsed = max(0.0, today + now.hour / 24)
    gone, last = _gone(rhythm, now, week), _last_day(rhythm, days)
    still = math.sqrt(max(0.0, 1 - _gone_today(rhythm, now))) if today == last else float(today < last)
    left = max(1e-6, 1 - sum(gone))
    with_any = sum(1 for day in days if day)
    shift = (PRIOR_DAYS * PRIOR_DAY + rhythm.minutes + logged) / (PRIOR_DAYS + rhythm.days + with_any) / 2
    a, b = BASE, 0.0
    for memory in rhythm.memories:
        middle, slope = WEIGHTS[memory.half_life]
        weight = middle + slope * (left - 0.5)
        a += weight * math.log(_rate(memory, elapsed, days, gone) * left + shift)
        b += weight
    young = rhythm.weeks < YOUNG
    odds = YOUNG_ODDS if young else 1.0
    return Prediction(logged, remaining, odds * a, odds * b, shift, sum(gone), young, evident, still)


def _rate(memory: Memory, elapsed: float, days: Sequence[int], gone: Sequence[float]) -> float:
    """Minutes a week as a memory has them so many days into the week, what fell in it so far included."""
    since_monday = fading(elapsed, memory.half_life)
    minutes = PRIOR_WEEKS * PRIOR_MINUTES + since_monday * memory.minutes
    exposure = PRIOR_WEEKS + since_monday * memory.exposure
    for number, (day, share) in enumerate(zip(days, gone, strict=True)):
        weight = fading(max(0.0, elapsed - number - 1), memory.half_life)
        minutes += weight * day
        exposure += weight * share
    return minutes / exposure


def _gone(rhythm: Rhythm, now: datetime, week: Week) -> list[float]:
    """The shares of the week that usually lie behind her, by weekday."""
    today, of_today = (now.date() - week.monday).days, _gone_today(rhythm, now)
    return [share * (day < today or of_today * (day == today)) for day, share in enumerate(rhythm.weekdays)]


def _last_day(rhythm: Rhythm, days: Sequence[int]) -> int:
    """The last day, Monday 0, on which anything is expected; one without, on which she was seen, opens all the week."""
    if any(minutes and not share for minutes, share in zip(days, rhythm.weekdays, strict=True)):
        return len(days) - 1
    return max(day for day, share in enumerate(rhythm.weekdays) if share)


def _gone_today(rhythm: Rhythm, now: datetime) -> float:
    """The share of a day that usually lies behind her by now."""
    before, after = rhythm.hours[now.hour], rhythm.hours[now.hour + 1]
    return before + (after - before) * now.minute / 60
