"""One week's course: what could be said of its cap and its balance at any of its moments, by what was known then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from ..entry import Stretch
from ..instants import after, minutes_between, pinned
from ..kinds import Split
from ..level import Level
from ..settings import EVERY_DAY
from ..value import NamedTuple
from ..value.dates import datetime, time, timedelta, tzinfo
from ..week import Week
from .balance import FIRST_QUARTER, chance_out, chance_passed, enough_to_judge, planned_ratio
from .bands import bands
from .forecast import YOUNG, Prediction, predict_by
from .past_week import PastWeek
from .rhythm import rhythm_of

EVIDENT = 2  #: days that were logged, from which on there is a figure for Sunday, and days with watching, a balance
A_DAY = 24 * 60  #: minutes
WORKING_DAYS = 5  #: from the week's start
NOON = 12  #: the hour until which what stood at a day's end stands, as long as nothing is logged


class Moment(NamedTuple):
    """The eyes and the hands as predicted at one moment, arranged meetings among the hands.

    ``over_cap`` and ``out_of_balance`` are chances, 0 to 1: that the week ends so. Either is None as long as nothing
    can be said. ``within_cap`` says that the eyes stand where the plan has them by now in her rhythm, ``as_planned``
    that the hands do, too, and ``as_last_week`` that they do not, but did no more by this day of last week, which
    came to what is planned. ``waits`` says that the hands kept up until this day began, and may yet do so, until the
    next noon at most. ``acquainted`` says that her reading is known from two weeks, or from two days at least.
    """

    eyes: Prediction
    hands: Prediction
    over_cap: float | None
    out_of_balance: float | None
    within_cap: bool = False
    as_planned: bool = False
    as_last_week: bool = False
    waits: bool = False
    acquainted: bool = True

    @property
    def trusted(self) -> bool:
        """Whether nothing is to be warned of while the cap is not passed."""
        return self.as_planned or self.as_last_week or self.waits


class Course:
    """One week that can be asked for any of its moments.

    ``planned`` is its plan's total, None without any plan. ``arranged`` are minutes of meetings that are still to come.
    ``work_days`` are hers, 0 for Monday. A week ``off`` has no plan, and its balance is not judged.
    """

    def __init__(  # noqa: PLR0917 - a week in its surroundings
        self,
        week: Week,
        planned: Split | None,
        past: Sequence[PastWeek],
        stretches: Sequence[Stretch],
        arranged: int = 0,
        warn: str = "usual",
        work_days: Collection[int] = EVERY_DAY,
        *,
        off: bool = False,
    ) -> None:
        self.week = week
        self.cap = None if planned is None else planned.watching
        self.planned = planned
        self.ratio = None if off else planned_ratio(planned)
        self.stretches = stretches
        #: The stretches in figures, for a level that looks back asks for many moments: seconds since the epoch,
        #: minutes, weekday, whether they are the hands'.
        self._begun = [
            (one.start.timestamp(), one.minutes, one.start.weekday(), one.kind.is_hands) for one in stretches
        ]
        self.arranged = arranged
        self._bands = bands(warn)
        logged = [earlier for earlier in past if earlier.was_logged]
        self._eyes = rhythm_of([earlier.eyes for earlier in logged], work_days)
        self._hands = rhythm_of([earlier.hands for earlier in logged], work_days)
        self._logged_days = sum(_any(earlier.eyes.days, earlier.hands.days) for earlier in logged)
        self._last = logged[-1] if logged else None
        self._kept = planned is not None and all(
            sum(earlier.eyes.days) <= (earlier.planned or planned).watching for earlier in logged
        )
        self._moments: dict[datetime, Moment] = {}

    def moment(self, at: datetime) -> Moment:
        """What could be said then."""
        if at not in self._moments:
            self._moments[at] = self._seen(at)
        return self._moments[at]

    def stood(self, at: datetime) -> datetime:
        """The moment whose judgement stands: the day's beginning until noon, as long as nothing is logged since.

        A night is no time to be warned in, and its passing is no news.
        """
        midnight = datetime.combine(at.date(), time(), at.tzinfo)
        if at == midnight or at.hour >= NOON or not 0 < (at.date() - self.week.monday).days < len(self.week.days):
            return at
        since, until = pinned(midnight), pinned(at)  # the zone is asked once, not for every stretch
        logged = any(
            stretch.start < until and stretch.start + timedelta(minutes=stretch.minutes) > since
            for stretch in self.stretches
        )
        return at if logged else midnight

    def cap_level(self, at: datetime) -> Level:
        """How the week stands to its cap. That it is passed is a fact.

        What may come is judged after a first quarter of an hour. Who goes as planned is not warned of it, and who does
        so with the eyes alone only of what is likely.
        """

        def judged(moment: Moment) -> float | None:
            if moment.eyes.logged <= FIRST_QUARTER or moment.trusted or moment.over_cap is None:
                return None
            likely = moment.over_cap >= self._bands[0].reached
            return None if moment.within_cap and not likely else moment.over_cap

        at = self.stood(at)
        moment = self.moment(at)
        passed = self.cap is not None and moment.eyes.logged > self.cap
        return Level.ADRIFT if passed else self._level(at, judged)

    def balance_level(self, at: datetime) -> Level:
        """How the week stands to the balance that was planned; adrift only once it is over."""
        moment = self.moment(at)
        if not moment.eyes.left:
            return Level.ADRIFT if moment.out_of_balance else Level.BALANCED
        return self._level(self.stood(at), lambda moment: None if moment.trusted else moment.out_of_balance)

    def _seen(self, at: datetime) -> Moment:
        eyes_days, hands_days = self._days_until(at)
        young = self._eyes.weeks < YOUNG
        logged_days = self._logged_days + _any(eyes_days, hands_days)
        evident = not young or logged_days >= EVIDENT
        eyes = predict_by(self._eyes, at, self.week, eyes_days, evident=evident)
        done = predict_by(self._hands, at, self.week, hands_days, evident=evident)
        hands = done.and_arranged(self.arranged) if done.left else done
        over_cap = None
        if self.cap is not None and (eyes.evident or eyes.logged > self.cap):
            over_cap = chance_passed(self.cap, eyes)
        known = not young or self._eyes.seen + _any(eyes_days) >= EVIDENT or not eyes.left
        out = None
        if self.ratio is not None and (known or self._is_ending(at)) and enough_to_judge(eyes.logged, self.cap):
            out = chance_out(self.ratio, eyes, hands)
        day = self._day(at, eyes_days)
        return Moment(eyes, hands, over_cap, out, *self._standing(at, eyes, done, day, sum(eyes_days[:day])), known)

    def _days_until(self, at: datetime) -> tuple[list[int], list[int]]:
        """The minutes of the eyes and of the hands by day, as :func:`until` has them known at a moment."""
        eyes_days, hands_days = [0] * 7, [0] * 7
        now, over = at.timestamp(), minutes_between(at, self.week.ends(at.tzinfo)) <= 0
        for began, minutes, day, is_hands in self._begun:
            lasted = minutes if over else min(minutes, int((now - began) // 60))
            if over or lasted > 0:
                (hands_days if is_hands else eyes_days)[day] += lasted
        return eyes_days, hands_days

    def _is_ending(self, at: datetime) -> bool:
        """Whether it is the last day's noon or later: what no second day with reading will tell is judged by one."""
        return at >= datetime.combine(self.week.days[-1], time(NOON), at.tzinfo)

    def _day(self, at: datetime, eyes_days: Sequence[int]) -> int:
        """The day, Monday 0, that is judged: the one before until noon, as long as nothing is read since."""
        today = max(0, (at.date() - self.week.monday).days)
        return max(0, today - 1) if at.hour < NOON and not any(eyes_days[today:]) else today

    def _standing(
        self, at: datetime, eyes: Prediction, done: Prediction, day: int, before: int
    ) -> tuple[bool, bool, bool, bool]:
        """Whether the eyes are within what the cap allows by now, whether the hands have done what is planned, too,
        whether both stand as they did last week, and whether the hands may yet do so today.

        While her days are not known, the eyes may keep to five working ones, or to all seven; the one that is
        judged counts whole, for its hours are not known either, and a plan without hands asks for none. Who has passed
        no cap so far uses her plan when it suits her: her hands need only keep up with her eyes, be it all in one
        sitting, or as last week's did, and what was read on this ``day`` (all but the minutes ``before``) has until the
        next noon to be answered.
        """
        if self.planned is None:
            return False, False, False, False
        cap, goal = self.planned.watching, self.planned.hands
        gone = eyes.gone
        if eyes.young:
            days = minutes_between(self.week.starts(at.tzinfo), at) / A_DAY
            kept_before = before <= cap * min(1.0, day / WORKING_DAYS) + _slack(cap)
            days = max(days, day + 1) if kept_before and eyes.logged > before else days
            gone = max(gone, min(1.0, days / WORKING_DAYS))
        with_hands = (goal > 0 or eyes.young) and done.logged >= goal * done.gone - _slack(goal)
        as_planned = with_hands and eyes.logged <= cap * gone + _slack(cap)
        if not self._kept or eyes.logged > cap:
            return eyes.logged <= cap * gone, as_planned, False, False
        allowed = _slack(cap) + cap * done.logged / goal if goal else -1  # feeds alone have no hands to keep up with
        as_planned = as_planned or eyes.logged <= allowed
        as_last_week = not as_planned and self._like_last_week(day, self.planned, eyes.logged, done.logged)
        return eyes.logged <= cap * gone, as_planned, as_last_week, before <= allowed

    def _like_last_week(self, day: int, planned: Split, watched: int, given: int) -> bool:
        """Whether last week stood so by this day, and still came to what is planned: its hands just come later."""
        if not self._last:
            return False
        eyes, hands = self._last.eyes.days, self._last.hands.days
        return (
            watched <= sum(eyes[: day + 1]) + _slack(planned.watching)
            and given >= sum(hands[:day]) - _slack(planned.hands)
            and sum(hands) >= planned.hands - _slack(planned.hands)
        )

    def _level(self, at: datetime, chance: Callable[[Moment], float | None]) -> Level:
        """The level of a chance, held up by the earlier one until the chance is well under it.

        It is a pure function of the log: only inside a band does it look back, moment by moment.
        """
        between: list[tuple[Level, Level]] = []
        for moment in (at, *self._before(at)):
            now = chance(self.moment(moment)) or 0.0
            risen = next((band.level for band in self._bands if now >= band.reached), Level.BALANCED)
            held = next((band.level for band in self._bands if now >= band.left), Level.BALANCED)
            between.append((risen, held))
            if risen == held:
                break
        level = Level.BALANCED
        for risen, held in reversed(between):
            level = min(held, max(risen, level))
        return level

    def _before(self, at: datetime) -> list[datetime]:
        """The moments at which a chance may have turned, the latest first: midnights, noons, ends of stretches."""
        turns = {*_turns(self.week, at.tzinfo), *(after(stretch.start, stretch.minutes) for stretch in self.stretches)}
        until = pinned(at)
        return sorted((moment for moment in turns if moment < until), reverse=True)


def _slack(planned: int) -> float:
    """By how many minutes a week is still as planned: a fifth of them, however many there are."""
    return planned / 5


def until(stretches: Sequence[Stretch], now: datetime, week: Week) -> list[Stretch]:
    """What of a week's stretches was known at ``now``: one that was under way counts up to then."""
    if minutes_between(now, week.ends(now.tzinfo)) <= 0:
        return list(stretches)
    moment = pinned(now)  # the zone is asked once, not for every stretch
    lasted = [(stretch, minutes_between(stretch.start, moment)) for stretch in stretches]
    return [stretch._replace(minutes=min(stretch.minutes, minutes)) for stretch, minutes in lasted if minutes > 0]


def _turns(week: Week, zone: tzinfo | None) -> list[datetime]:
    return [datetime.combine(day, time(hour), zone) for day in week.days for hour in (0, NOON)]


def _any(*days: Sequence[int]) -> int:
    """On how many of seven days there was any of one thing or another."""
    return sum(map(any, zip(*days, strict=True)))
