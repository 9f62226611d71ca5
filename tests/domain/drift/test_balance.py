"""The balance: a week that is all reading is no balanced week, however far its cap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.book import Book
from planner.domain.drift.balance import (
    chance_out,
    chance_passed,
    enough_to_judge,
    limit_of,
    planned_ratio,
    share_of_watching,
)
from planner.domain.drift.course import Course
from planner.domain.drift.drift import Drift
from planner.domain.drift.forecast import Prediction
from planner.domain.drift.judgement import judge, replay
from planner.domain.drift.past_week import PastWeek, past_week
from planner.domain.drift.reasons import balance_words, blamed, cap_words, reasons
from planner.domain.entry import Stretch
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.plan import Plan
from planner.domain.week import Week
from tests.known import known

ZONE = timezone(timedelta(hours=1))
WEEK = Week(2026, 48)
BOOK = Book({}, {}, {})
C, M, W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING
PLAN = Plan({"pmi": Split(120, 90, 60)})


def at(day: int, hour: int = 12) -> datetime:
    """A moment of the week, Monday 0; day 7 is its end."""
    return datetime(2026, 11, 23, hour, tzinfo=ZONE) + timedelta(days=day)


def did(kind: Kind, day: int, minutes: int, hour: int = 8, ago: int = 0) -> Stretch:
    return Stretch(at(day - 7 * ago, hour), minutes, kind, "pmi")


def drift(
    now: datetime, *so_far: Stretch, plan: Plan | None = PLAN, past: Sequence[PastWeek] = (), arranged: int = 0
) -> Drift:
    return judge(now, WEEK, plan, so_far, past, book=BOOK, arranged=arranged)


def alike(*stretches: Stretch, weeks: int = 6) -> list[PastWeek]:
    """Earlier weeks that were as this one is to be."""
    return [
        past_week(
            WEEK.plus(-ago),
            PLAN.total,
            [each._replace(start=each.start - timedelta(weeks=ago)) for each in stretches],
        )
        for ago in range(weeks, 0, -1)
    ]


def test_the_limit_is_twice_the_watching_planned_per_minute_of_hands() -> None:
    ratio = planned_ratio(Split(120, 90, 60))
    assert ratio == pytest.approx(60 / 210)
    assert ratio and limit_of(ratio) == pytest.approx(0.3636, abs=1e-4)


def test_without_plan_it_is_half_and_half_without_hands_unjudged() -> None:
    assert planned_ratio(None) == 1.0
    assert planned_ratio(Split(watching=60)) is None
    balance = drift(at(7, 0), did(W, 0, 50), plan=None).balance
    assert balance.limit == pytest.approx(2 / 3) and balance.assumed
    assert drift(at(7, 0), did(W, 0, 50), plan=Plan({"feed": Split(watching=60)})).balance.limit is None


@pytest.mark.parametrize(
    ("watched", "cap", "enough"),
    [(44, None, False), (45, None, True), (45, 600, True), (29, 60, False), (30, 60, True), (15, 10, False)],
)
def test_it_is_judged_from_45_minutes_or_half_the_cap(watched: int, cap: int | None, enough: bool) -> None:
    assert enough_to_judge(watched, cap) is enough


def test_a_week_that_ended_so_was_adrift_and_only_then() -> None:
    read = [did(W, day, 15) for day in range(4)]
    assert drift(at(6, 23), *read).level is Level.DRIFTING
    assert drift(at(7, 0), *read).level is Level.ADRIFT
    assert drift(at(7, 0), *read, did(C, 0, 105)).level is Level.BALANCED, "twice what was planned is the limit itself"
    assert drift(at(7, 0), *read, did(C, 0, 104)).level is Level.ADRIFT


def test_the_level_is_the_worse_of_both() -> None:
    passed = drift(at(4), did(W, 0, 61), did(C, 0, 300), did(M, 1, 200))
    assert (passed.level, passed.cap_level, passed.balance.level) == (Level.ADRIFT, Level.ADRIFT, Level.BALANCED)
    reading = drift(at(5), *(did(W, day, 60) for day in range(4)), plan=Plan({"pmi": Split(3000, 0, 1000)}))
    assert (reading.level, reading.cap_level) == (reading.balance.level, Level.BALANCED)
    assert reading.level is Level.DRIFTING


def test_arranged_meetings_count_as_arranged() -> None:
    read = [did(W, day, 20) for day in range(2)]
    alone, arranged = drift(at(3), *read), drift(at(3), *read, arranged=180)
    assert alone.balance.probability and arranged.balance.probability is not None
    assert arranged.balance.probability < alone.balance.probability / 2
    assert not arranged.as_planned, "what is arranged is not done yet"


def test_hands_that_usually_come_late_in_the_week_are_waited_for() -> None:
    usual = [did(W, 0, 30), did(W, 1, 20), did(C, 3, 120), did(M, 4, 90)]
    known, unknown = drift(at(2), *usual[:2], past=alike(*usual)), drift(at(2), *usual[:2])
    assert known.balance.level is Level.BALANCED
    assert unknown.balance.level is Level.DRIFTING


def test_a_signal_says_what_was_read_given_and_planned() -> None:
    judged = drift(at(4), *(did(W, day, 15) for day in range(3)))
    [text] = [signal.text for signal in judged.signals if signal.code == "balance"]
    assert text.startswith(
        "All of this week was reading, 45 min; the plan had 3h30 of giving and meeting to 1h of it. "
    )
    judged = drift(at(7, 0), did(W, 0, 50), did(C, 1, 10), plan=None)
    [text] = [signal.text for signal in judged.signals if signal.code == "balance"]
    assert text == "50 min of reading to 10 min of giving and meeting; there is no plan, so half and half is taken."


predictions = st.builds(
    Prediction,
    st.integers(0, 500),
    st.integers(1, 10_000),
    st.floats(-2, 15),
    st.floats(1.2, 3),
    st.floats(3, 60),
    still=st.floats(0, 1),
)


@settings(deadline=None)
@given(predictions, predictions, st.floats(0.01, 5), st.floats(0.01, 5))
def test_its_chance_falls_as_more_is_allowed_with_shares_in_order(
    eyes: Prediction, hands: Prediction, ratio: float, more: float
) -> None:
    assert 0 <= chance_out(ratio + more, eyes, hands) <= chance_out(ratio, eyes, hands) <= 1
    share = share_of_watching(eyes, hands)
    assert 0 <= share.low <= share.median <= share.high <= 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 120), min_size=7, max_size=7), st.integers(0, 600), st.integers(5, 600))
def test_an_all_reading_week_is_never_balanced(days: list[int], cap: int, goal: int) -> None:
    """Once it is over; from so much reading on that it is judged at all."""
    read = [did(W, day, minutes) for day, minutes in enumerate(days) if minutes]
    planned = drift(at(7, 0), *read, plan=Plan({"pmi": Split(goal, 0, cap)}))
    assert planned.level is Level.ADRIFT or not enough_to_judge(sum(days), cap)
    unplanned = drift(at(7, 0), *read, plan=None)
    assert unplanned.level is Level.ADRIFT or sum(days) < 45


WHEN = {
    "every day": [1 / 7] * 7,
    "on workdays": [0.2] * 5 + [0.0] * 2,
    "every second day": [0.25, 0, 0.25, 0, 0.25, 0, 0.25],
    "at the weekend": [0.0] * 5 + [0.5] * 2,
}


@pytest.mark.parametrize("when", WHEN)
@settings(deadline=None)
@given(st.integers(30, 400), st.sampled_from([0.5, 1, 2, 3, 6]), st.integers(0, 8))
def test_a_week_that_goes_as_planned_is_never_warned_of(when: str, cap: int, times: float, weeks: int) -> None:
    goal = max(60, int(cap * times))
    done = [
        stretch
        for day, share in enumerate(WHEN[when])
        if share
        for stretch in (did(C, day, int(goal * share), 11), did(W, day, int(cap * share), 20))
    ]
    planned = Split(goal, 0, cap)
    past = [
        (WEEK.plus(-ago), planned, [each._replace(start=each.start - timedelta(weeks=ago)) for each in done])
        for ago in range(weeks, 0, -1)
    ]
    days = list(replay([*past, (WEEK, planned, done)], ZONE))
    assert {known(day).level for day in days} == {Level.BALANCED}


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(6, 12)), min_size=1, max_size=5),
    st.integers(30, 400),
    st.sampled_from([0.5, 1, 2, 3]),
    st.booleans(),
    st.integers(0, 12),
)
def test_sittings_that_use_the_plan_are_never_warned_of(
    sittings: list[tuple[int, int]], cap: int, times: float, reads_first: bool, weeks: int
) -> None:
    """Whenever they are, all of it in one of them even, the reading first or last, with any history of weeks alike."""
    goal, each = max(30, int(cap * times)), len(sittings)
    hands, eyes = min(goal // each, 300), cap // each  # all over by midnight
    planned, done = Split(hands * each, 0, cap), []
    for day, hour in sittings:
        given, read = did(C, day, hands, hour), did(W, day, eyes, hour)
        later = timedelta(minutes=eyes if reads_first else hands)
        moved = given._replace(start=given.start + later), read._replace(start=read.start + later)
        done += [read, moved[0]] if reads_first else [given, moved[1]]
    past = [one._replace(planned=planned) for one in alike(*done, weeks=weeks)]
    course = Course(WEEK, planned, past, done)
    ends = [one.start + timedelta(minutes=one.minutes) for one in done]
    moments = [end + timedelta(hours=hours) for end in ends for hours in (0, 1, 4)] + [at(day, 0) for day in range(8)]
    levels = {max(course.cap_level(moment), course.balance_level(moment)) for moment in moments if moment <= at(7, 0)}
    assert levels == {Level.BALANCED}


def test_two_days_a_week_using_the_plan_are_not_warned_of_at_first() -> None:
    done = [did(kind, day, 60, hour) for day in (1, 3) for kind, hour in ((C, 9), (W, 10))]
    planned = Split(120, 0, 120)
    for weeks in range(3):
        past = [one._replace(planned=planned) for one in alike(*done, weeks=weeks)]
        assert drift(at(3, 15), *done, plan=Plan({"pmi": planned}), past=past).level is Level.BALANCED


def test_hands_after_the_reading_last_week_are_waited_for_in_this() -> None:
    done = [did(W, 0, 60), did(C, 4, 120)]
    plan = Plan({"pmi": Split(120, 0, 60)})
    past = [one._replace(planned=plan.total) for one in alike(*done, weeks=1)]
    judged = drift(at(2, 23), done[0], plan=plan, past=past)
    assert judged.level is Level.BALANCED
    later = "as last week so far, whose giving and meeting came later; by the forecast alone "
    assert later in cap_words(judged) and later in balance_words(judged)
    assert "planned" not in " ".join(reasons(judged)) and not judged.as_planned


def test_todays_reading_waits_for_todays_hands_until_the_next_noon() -> None:
    plan = Plan({"pmi": Split(120, 0, 120)})
    monday = [did(C, 0, 60, 9), did(W, 0, 50, 11)]
    reading = did(W, 2, 60, 9)
    noon, midnight, morning = (drift(when, *monday, reading, plan=plan) for when in (at(2), at(3, 0), at(3, 11)))
    assert (noon.level, noon.waits, noon.as_planned) == (Level.BALANCED, True, False)
    assert midnight.level is morning.level is Level.BALANCED
    assert drift(at(3), *monday, reading, plan=plan).level is Level.DRIFTING
    assert drift(at(3, 9), *monday, reading, did(W, 3, 5, 8), plan=plan).level is Level.DRIFTING, "more was read"
    assert drift(at(3, 9), *monday, reading, did(C, 3, 5, 8), plan=plan).level is Level.BALANCED
    told = " % likely to pass the cap of 2h; about "
    for judged in (noon, drift(at(3, 11), *monday, reading, plan=plan)):
        assert cap_words(judged).startswith("not judged before the next noon; by the forecast alone ")
        assert told in cap_words(judged)


def test_what_was_read_in_the_evening_is_not_warned_of_at_midnight() -> None:
    """Nothing is logged between; by noon the hands are as planned again."""
    plan, done = Plan({"pmi": Split(105, 105, 45)}), [did(W, 0, 15, 10), did(C, 0, 60, 12), did(W, 1, 15, 18)]
    hours = [at(1, 18) + timedelta(minutes=15), at(2, 0) - timedelta(minutes=1), *(at(2, hour) for hour in range(24))]
    assert {drift(hour, *done, plan=plan).level for hour in hours} == {Level.BALANCED}
    [tuesday] = [day for day in replay([(WEEK, plan.total, done)], ZONE) if day.at == at(2, 0)]
    assert known(tuesday).level is Level.BALANCED


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([C, W]), st.integers(0, 6), st.integers(0, 22), st.integers(1, 90)), max_size=6),
    st.integers(30, 400),
    st.integers(0, 400),
    st.integers(0, 8),
)
def test_no_level_turns_from_midnight_to_noon_with_nothing_logged(
    logged: list[tuple[Kind, int, int, int]], cap: int, goal: int, weeks: int
) -> None:
    done = [did(kind, day, minutes, hour) for kind, day, hour, minutes in logged]
    planned = Split(goal, 0, cap)
    course = Course(WEEK, planned, [one._replace(planned=planned) for one in alike(*done, weeks=weeks)], done)
    for day in range(1, 7):
        touched = [
            one for one in done if at(day, 0) < one.start + timedelta(minutes=one.minutes) and one.start < at(day)
        ]
        if not touched:
            hours = [at(day, hour) for hour in range(12)]
            assert len({course.cap_level(hour) for hour in hours}) == 1
            assert len({course.balance_level(hour) for hour in hours}) == 1


def test_a_plan_of_feeds_that_is_used_as_last_week_is_not_warned_of() -> None:
    done, plan = [did(W, 0, 60), did(W, 1, 55)], Plan({"feed": Split(watching=120)})
    past = [one._replace(planned=plan.total) for one in alike(*done, weeks=2)]
    assert drift(at(1), *done, plan=plan, past=past).level is Level.BALANCED
    assert drift(at(1), *done, plan=plan).level is Level.DRIFTING


def test_a_likely_end_is_laid_to_earlier_weeks_only_if_there_are_any() -> None:
    plan, read = Plan({"pmi": Split(120, 0, 150)}), [did(W, 1, 60), did(W, 2, 50)]
    told = cap_words(drift(at(4), *read, plan=plan))
    assert "though within it so far" in told and "earlier weeks" not in told


def test_a_cap_that_is_likely_passed_is_not_laid_to_the_hands() -> None:
    done = [did(W, 0, 30, 9), did(C, 0, 60, 10), did(C, 1, 45, 10), did(W, 2, 30, 19)]
    judged = drift(at(2, 20), *done)
    assert (judged.level, judged.waits) == (Level.BALANCED, True)
    told = cap_words(judged)
    assert told.startswith("not judged before the next noon; by the forecast alone ") and "meeting" not in told


def test_nothing_is_as_planned_beside_a_goal_that_will_be_missed() -> None:
    plan = Plan({"pmi": Split(120, 0, 150)})
    past = [
        past_week(WEEK.plus(-ago), plan.total, [did(W, 1, 140, ago=ago), did(C, 1, 60, 12, ago)])
        for ago in range(4, 0, -1)
    ]
    judged = drift(at(3), did(W, 1, 60), did(C, 1, 60, 12), plan=plan, past=past)
    assert "goals-behind" in [signal.code for signal in judged.signals] and judged.as_planned
    assert "as planned" not in cap_words(judged)
    assert cap_words(judged._replace(behind=False)).startswith("as planned so far, ")


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([C, W]), st.integers(0, 6), st.integers(0, 22), st.integers(1, 90)), max_size=6),
    st.integers(30, 400),
    st.integers(0, 400),
    st.integers(0, 8),
    st.integers(1, 6),
    st.integers(0, 23),
)
def test_what_is_likely_is_laid_to_the_forecast_or_to_the_plan(
    logged: list[tuple[Kind, int, int, int]], cap: int, goal: int, weeks: int, day: int, hour: int
) -> None:
    done = [did(kind, on, minutes, start) for kind, on, start, minutes in logged]
    plan = Plan({"pmi": Split(goal, 0, cap)})
    past = [one._replace(planned=plan.total) for one in alike(*done, weeks=weeks)]
    judged = drift(at(day, hour), *[one for one in done if one.start <= at(day, hour)], plan=plan, past=past)
    both = (
        (cap_words(judged), judged.cap_level, judged.probability),
        (balance_words(judged), judged.balance.level, judged.balance.probability),
    )
    for told, level, chance in both:
        if level is Level.BALANCED and chance is not None and chance >= 0.45:
            assert " alone" in told or "though within it so far" in told
        elif level is not Level.BALANCED:
            assert " alone" not in told
    given = judged.as_planned and not judged.behind
    assert given or "as planned" not in " ".join(reasons(judged))


def test_a_last_evening_has_no_range_it_cannot_fill_and_is_not_over() -> None:
    done = did(W, 0, 30), did(W, 2, 28)
    judged = drift(at(6, 21), *done)
    assert judged.balance.share and judged.balance.share.low > 0.7
    last = drift(at(6, 23), *done)
    assert balance_words(last).endswith("; about 100 % by Sunday")
    assert cap_words(last).endswith("; about 58 min by Sunday")
    assert "and it was 100 %" in balance_words(drift(at(7, 0), *done))


def test_a_week_that_is_over_has_no_likelihood() -> None:
    assert cap_words(drift(at(7, 0), did(W, 0, 40))) == "40 min of reading, within the cap of 1h"
    assert cap_words(drift(at(7, 0), did(W, 0, 70))) == "the cap of 1h is passed; 1h10 of reading"


def test_what_a_level_comes_by_is_said() -> None:
    assert not blamed(drift(at(7, 0), did(W, 0, 10)))
    assert blamed(drift(at(7, 0), did(W, 0, 50))) == "by its balance"
    assert blamed(drift(at(7, 0), did(W, 0, 61), did(C, 0, 200))) == "by its cap"
    assert blamed(drift(at(7, 0), did(W, 0, 61))) == "by its cap and its balance"


def test_one_day_with_reading_is_the_reason_why_it_is_not_judged() -> None:
    assert "not judged before a second day with reading" in balance_words(drift(at(1), did(W, 0, 50)))
    assert "too little is logged to judge it yet" in balance_words(drift(at(1), did(W, 0, 20)))


def test_a_first_week_of_one_sitting_is_judged_from_its_last_noon() -> None:
    plan, sitting = Plan({"pmi": Split(110, 200, 85)}), did(W, 2, 85)
    assert "not judged before a second day with reading" in balance_words(drift(at(6, 11), sitting, plan=plan))
    for hour in (12, 18, 23):
        late = drift(at(6, hour), sitting, plan=plan)
        assert (late.level, late.balance.one_day) == (Level.DRIFTING, False)
        assert "likely to be passed" in balance_words(late)
        assert [signal.code for signal in late.signals] == ["balance", "goals-behind"]
    over = drift(at(7, 0), sitting, plan=plan)
    sunday = known(list(replay([(WEEK, plan.total, [sitting])], ZONE))[-1])
    assert (over.level, sunday.level, sunday.balance) == (Level.ADRIFT, Level.ADRIFT, over.balance.probability)


def test_a_first_week_of_one_sitting_that_was_answered_ends_balanced() -> None:
    done = (did(W, 2, 85), did(C, 3, 150), did(M, 5, 60))
    levels = [drift(moment, *done, plan=Plan({"pmi": Split(110, 200, 85)})).level for moment in (at(6), at(7, 0))]
    assert levels == [Level.BALANCED, Level.BALANCED]


def test_what_is_certain_is_said_so() -> None:
    judged = drift(at(6, 23), *(did(W, day, 300) for day in range(4)), plan=Plan({"pmi": Split(60, 0, 5000)}))
    assert judged.balance.probability != 1.0
    sure = drift(at(6, 23), *(did(W, day, 300) for day in range(4)), plan=Plan({"pmi": Split(300, 0, 60)}))
    [text] = [signal.text for signal in sure.signals if signal.code == "balance"]
    assert text.endswith(" It is sure to end past twice that.")
    assert "100 % likely to be passed" in balance_words(sure)


def test_nothing_is_certain_that_the_rest_of_the_week_can_change() -> None:
    """However much speaks for it: three hours of the hands still undo it."""
    habit = alike(*(did(W, day, 60) for day in range(7)), weeks=12)
    plan = Plan({"pmi": Split(360, 0, 60)})
    for past in ([], habit):
        judged = drift(at(3, 0), did(W, 0, 30, 20), did(W, 2, 29, 20), plan=plan, past=past)
        assert judged.balance.probability is not None and 0.9 < judged.balance.probability <= 0.99
        assert "100 % likely" not in balance_words(judged) + cap_words(judged)
        assert not [one.text for one in judged.signals if "sure" in one.text]
        assert judged.probability is not None and judged.probability <= 0.99


@settings(deadline=None)
@given(predictions, predictions, st.floats(0.01, 5), st.integers(0, 3000))
def test_a_chance_is_certain_only_where_what_is_left_changes_nothing(
    eyes: Prediction, hands: Prediction, ratio: float, cap: int
) -> None:
    passed, out = chance_passed(cap, eyes), chance_out(ratio, eyes, hands)
    assert (passed == 1) == (eyes.logged > cap)
    assert (passed == 0) == (eyes.logged + eyes.left <= cap)
    assert passed in {0, 1} or 0.005 <= passed <= 0.99
    most, least = hands.logged + hands.left, hands.logged
    assert (out == 1) == (eyes.logged > 2 * ratio * most + 1e-6)
    assert (out == 0) == (eyes.logged + eyes.left <= 2 * ratio * least + 1e-6)
    assert out in {0, 1} or 0.005 <= out <= 0.99


def test_a_plan_is_not_trusted_after_a_cap_that_was_passed() -> None:
    plan, done = Plan({"pmi": Split(120, 0, 60)}), [did(C, 0, 120, 9), did(W, 0, 58, 11)]
    passed = [past_week(WEEK.plus(-ago), plan.total, [did(W, day, 30, ago=ago) for day in range(7)]) for ago in (2, 1)]
    assert drift(at(1), *done, plan=plan, past=passed).level is Level.DRIFTING


@settings(deadline=None)
@given(st.integers(0, 15), st.integers(0, 6), st.integers(0, 8), st.integers(20, 300))
def test_a_first_quarter_of_an_hour_is_silent(minutes: int, day: int, weeks: int, usual: int) -> None:
    past = alike(*(did(W, number, usual) for number in range(7)), weeks=weeks)
    judged = drift(at(day, 22), did(W, day, minutes, 21), past=past, plan=Plan({"pmi": Split(60, 60, 20)}))
    assert judged.level is Level.BALANCED


@settings(deadline=None)
@given(st.integers(1, 300), st.integers(0, 300), st.integers(1, 300), st.integers(0, 23))
def test_a_first_monday_is_silent_as_long_as_its_cap_is_not_passed(
    minutes: int, more: int, goal: int, hour: int
) -> None:
    judged = drift(at(0, 23), did(W, 0, minutes, min(hour, 17)), plan=Plan({"pmi": Split(goal, 0, minutes + more)}))
    assert judged.level is Level.BALANCED
    assert (judged.probability, judged.forecast, judged.balance.probability) == (None, None, None)


def test_of_a_week_that_is_over_it_is_told_what_was() -> None:
    past = drift(at(7), did(W, 0, 10))
    assert past.over
    assert balance_words(past).endswith("too little was logged to judge it")
    assert cap_words(past._replace(probability=None, forecast=None)).startswith("within the cap of ")


def hours_of_drift(plan: Plan, *done: Stretch) -> list[int]:
    """The hours of a first week at which it is not balanced."""
    return [hour for hour in range(1, 169) if drift(at(0, 0) + timedelta(hours=hour), *done, plan=plan).level]


@pytest.mark.parametrize(
    ("cap", "minutes", "days"),
    [(60, 15, (0, 1, 2, 3)), (60, 12, (0, 1, 2, 3, 4)), (60, 20, (0, 2, 4)), (119, 17, range(7)), (60, 30, (1, 3))],
)
def test_a_first_week_of_feeds_used_evenly_is_silent(cap: int, minutes: int, days: Sequence[int]) -> None:
    for hour in (7, 9, 19):
        done = [did(W, day, minutes, hour) for day in days]
        assert hours_of_drift(Plan({"feed": Split(watching=cap)}), *done) == []


@pytest.mark.parametrize("goal", [180, 225, 315])
def test_a_first_week_as_planned_by_evening_is_silent(goal: int) -> None:
    done = [did(W, day, 30, 8) for day in range(4)] + [did(C, day, 45, 19) for day in range(goal // 45)]
    assert hours_of_drift(Plan({"pmi": Split(goal, 0, 120)}), *done) == []


def test_a_first_week_whose_cap_goes_in_two_days_is_warned_of() -> None:
    done = [did(W, day, 30, 8) for day in range(2)]
    assert hours_of_drift(Plan({"feed": Split(watching=60)}), *done)[0] == 33
