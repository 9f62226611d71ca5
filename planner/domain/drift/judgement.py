"""Drift: how far the week is moving, or has moved, from plan toward watching.

It is two judgements, of the cap and of the balance, and the worse of them is the week's level.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial

from ..level import Level
from ..settings import EVERY_DAY
from ..value import Later, NamedTuple
from ..value.dates import date, datetime, time, timedelta, tzinfo
from ..value.typed import TYPE_CHECKING
from .balance import FIRST_QUARTER, Balance, enough_to_judge, limit_of, share_of_watching
from .bands import DRIFTS_AT
from .course import Course, until
from .drift import Drift
from .past_week import past_week

if TYPE_CHECKING:
    from ..book import Book
    from ..entry import Stretch
    from ..kinds import Split
    from ..plan import Plan
    from ..timer import Timer
    from ..week import Week
    from .advice import Known
    from .course import Moment
    from .drift import Signal
    from .forecast import Forecast, Prediction
    from .past_week import PastWeek

HISTORY = 12  #: earlier weeks that a rhythm is learned from

#: From when on in a week, and how likely, it is said that the goals will be missed: while something can still be done.
WEDNESDAY_NIGHT = timedelta(days=2), time(20)
LIKELY = DRIFTS_AT["usual"]
MOST_OF_IT = 0.8  #: of the goal; who ends with so much of it has not missed it


class UnreadDay(NamedTuple):
    """A day's end of a week whose file cannot be read, of which nothing is judged."""

    at: datetime
    week: Week


class Day(NamedTuple):
    """The judgement at one day's end: ``at`` is the local midnight that ends it. Minutes; chances 0 to 1.

    ``balance`` is the chance that the week ends out of balance, None where that is not judged; ``hands`` are the
    contributions and meetings so far.
    """

    at: datetime
    week: Week
    watching: int
    cap: int | None
    probability: float | None
    level: Level
    forecast: Forecast | None
    cap_level: Level
    balance: float | None
    hands: int


def judge(
    now: datetime,
    week: Week,
    plan: Plan | None,
    so_far: Sequence[Stretch],
    past: Sequence[PastWeek],
    *,
    book: Book,
    settings_off: Sequence[str] = (),
    timer: Timer | None = None,
    arranged: int = 0,
    warn: str = "usual",
    known: Callable[[], Known] | None = None,
    unread: Collection[Week] = (),
    work_days: Collection[int] = EVERY_DAY,
) -> Drift:
    """The judgement of ``week`` at ``now`` by its ``plan``, or the one it carries on; None without any.

    ``so_far`` are this week's stretches that count, a running timer's included; what of them lies after ``now`` is not
    looked at. ``past`` are up to 12 earlier weeks, oldest first. ``arranged`` are minutes of this week's meetings that
    are still to come. ``settings_off`` are codes of signals not to speak of, ``warn`` how readily she is warned.
    ``known`` gives what the advised acts are chosen by, beside the plan. ``unread`` are weeks of which it is not known
    what was done in them: from such a one nothing is concluded. ``work_days`` (0 for Monday) are those that she has
    for what is to go, and on which more is expected. Of a week that has not begun there is nothing to say: what stands
    against today, as a promise that is late, is this week's. In a week off nothing is judged, and nothing said.
    """
    if plan and plan.off:
        return Drift(Level.BALANCED, None, None, None, over=now >= week.ends(now.tzinfo), off=True)
    course = Course(week, plan.total if plan else None, past, so_far, arranged, warn, work_days)
    moment = course.moment(course.stood(now))
    balance = _balance(course, now)
    cap_level = course.cap_level(now)
    drift = Drift(
        max(cap_level, balance.level),
        moment.over_cap,
        figure(moment.eyes),
        course.cap,
        Later(tuple),
        cap_level,
        balance,
        figure(moment.hands),
        moment.as_planned,
        moment.as_last_week,
        moment.waits and not (moment.as_planned or moment.as_last_week),
        moment.within_cap and moment.eyes.logged > FIRST_QUARTER,
        plan is not None and _likely_behind(now, week, plan.total.hands, moment),
        not moment.eyes.left,
    )
    if now < week.starts(now.tzinfo):
        return drift

    def finding() -> tuple[Signal, ...]:
        from .advice import next_act
        from .signals import Look, signals  # a log tells the level alone

        beside = known()._replace(arranged=arranged) if known else None
        done = until(so_far, now, week)
        advise = cache(lambda kinds: next_act(book, plan, done, kinds, beside))
        look = Look(now, week, drift, moment, done, past, book, timer, plan, advise, beside, unread, work_days)
        return tuple(signals(look, settings_off))

    return drift._replace(finding=Later(finding))


def replay(
    weeks: Sequence[tuple[Week, Split | None, Sequence[Stretch] | None]],
    zone: tzinfo | None,
    warn: str = "usual",
    work_days: Collection[int] = EVERY_DAY,
    off: Collection[Week] = (),
) -> Iterator[Day | UnreadDay]:
    """One judgement for each day end of ``weeks``, by only what was known then; those ``off`` are not judged.

    A week is given with its plan's total (None without any plan) and its stretches (None where they cannot be read:
    then nothing is judged of it, and nothing learned); oldest first. Which meetings were
    arranged at the time is not known, so none are counted.
    """
    past: list[PastWeek] = []
    for week, planned, stretches in weeks:
        if stretches is None:
            yield from (UnreadDay(_end_of(day, zone), week) for day in week.days)
            continue
        known = [earlier for earlier in past if 0 < week.minus(earlier.week) <= HISTORY]
        course = Course(week, planned, known, stretches, warn=warn, work_days=work_days, off=week in off)
        for day in week.days:
            at = _end_of(day, zone)
            moment, cap_level = course.moment(at), course.cap_level(at)
            yield Day(
                at,
                week,
                moment.eyes.logged,
                course.cap,
                moment.over_cap,
                max(cap_level, course.balance_level(at)),
                None if week in off else figure(moment.eyes),
                cap_level,
                moment.out_of_balance,
                moment.hands.logged,
            )
        past.append(past_week(week, planned, stretches, off=week in off))


def _end_of(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), zone)


def figure(prediction: Prediction) -> Forecast | None:
    """What is said of Sunday; None before there is evidence of two days."""
    return prediction.forecast() if prediction.evident else None


def _balance(course: Course, now: datetime) -> Balance:
    moment, assumed = course.moment(course.stood(now)), course.cap is None
    if course.ratio is None:
        return Balance(assumed=assumed)
    limit = limit_of(course.ratio)
    if moment.out_of_balance is None:
        one_day = enough_to_judge(moment.eyes.logged, course.cap)
        return Balance(limit=limit, assumed=assumed, one_day=one_day)
    sharing = partial(share_of_watching, moment.eyes, moment.hands)
    return Balance(course.balance_level(now), moment.out_of_balance, limit, sharing, assumed)


def _likely_behind(now: datetime, week: Week, goal: int, moment: Moment) -> bool:
    """Whether the hands will likely miss their goal; it changes no level.

    ``goal`` are the minutes planned for the hands, 0 for none. That nothing was logged on the days that have passed is
    evidence, too.
    """
    day, hour = WEDNESDAY_NIGHT
    if not goal or not moment.hands.left or now < datetime.combine(week.monday + day, hour, now.tzinfo):
        return False
    return 1 - moment.hands.chance_over(MOST_OF_IT * goal - 1) >= LIKELY
