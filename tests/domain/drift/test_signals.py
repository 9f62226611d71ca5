"""The signals: what was seen, in figures, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone

import pytest

from planner.domain.book import Book
from planner.domain.drift.cusum import leaning
from planner.domain.drift.drift import Drift, Signal
from planner.domain.drift.judgement import judge
from planner.domain.drift.past_week import PastWeek, past_week
from planner.domain.entry import Stretch
from planner.domain.group import Group, Nature, Role, Standing
from planner.domain.kinds import Kind, Split
from planner.domain.level import Level
from planner.domain.person import Person
from planner.domain.plan import Plan
from planner.domain.step import Owed, Step, StepState
from planner.domain.week import Week

ZONE = timezone(timedelta(hours=1))
WEEK = Week(2026, 48)
NOW = datetime(2026, 11, 26, 18, 40, tzinfo=ZONE)
LYON = Group("lyon", "lyon-ux", "Lyon UX", rank=1)
PMI = Group("pmi", "pmi-france", "PMI France", rank=2)
FEED = Group("feed", "feed", "The Feed", nature=Nature.FEED, rank=3)
BOOK = Book({}, {group.id: group for group in (LYON, PMI, FEED)}, {})
PLAN = Plan({"lyon": Split(60, 0, 15), "pmi": Split(30, 45, 45)})
C, M, W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING


def did(kind: Kind, minutes: int, group: str = "pmi", *, day: int = 0, hour: int = 8, ago: int = 0) -> Stretch:
    """A stretch on a day (Monday 0) of this week, or of one so many weeks ago."""
    start = datetime(2026, 11, 23, hour, tzinfo=ZONE) + timedelta(days=day - 7 * ago)
    return Stretch(start, minutes, kind, group)


def ended(minutes_ago: int, minutes: int, group: str = "pmi") -> Stretch:
    """A stretch of watching that ended so many minutes ago."""
    return Stretch(NOW - timedelta(minutes=minutes_ago + minutes), minutes, W, group)


def weeks(*stretches: Stretch, planned: Mapping[int, int] | None = None, count: int = 4) -> list[PastWeek]:
    """Earlier weeks, each with the stretches that fall into it; ``planned`` are caps by weeks ago."""
    found = []
    for ago in range(count, 0, -1):
        week = WEEK.plus(-ago)
        cap = (planned or {}).get(ago)
        inside = tuple(one for one in stretches if Week.of(one.start) == week)
        found.append(past_week(week, None if cap is None else Split(watching=cap), inside))
    return found


def drift(
    so_far: Sequence[Stretch],
    past: Sequence[PastWeek] = (),
    *,
    cap: int | None = 60,
    now: datetime = NOW,
    book: Book = BOOK,
    plan: Plan | None = PLAN,
    off: Sequence[str] = (),
) -> Drift:
    """The judgement under ``plan``, its cap made to be ``cap``: what a plan has for a group of no name counts, too."""
    if plan and cap is not None:
        plan = plan._replace(lines={**plan.lines, "": Split(watching=cap - plan.total.watching)})
    return judge(now, WEEK, plan, so_far, past, book=book, settings_off=off)


def signal(code: str, judged: Drift) -> Signal | None:
    return next((one for one in judged.signals if one.code == code), None)


def seen(code: str, judged: Drift) -> Signal:
    found = signal(code, judged)
    assert found is not None
    return found


def test_a_passed_cap_says_when_and_where_the_week_may_end() -> None:
    found = seen("cap", drift([did(W, 50), did(W, 20, day=2)]))
    assert found.text.startswith("Reading passed its 1h on Wednesday; about 1h")
    assert found.text.endswith(") by Sunday.")
    assert found.level is Level.ADRIFT


def test_once_the_week_is_over_a_passed_cap_says_what_it_came_to() -> None:
    found = seen("cap", drift([did(W, 70, day=2)], now=NOW + timedelta(days=7)))
    assert found.text == "Reading passed its 1h on Wednesday, and came to 1h10."


def test_reading_that_was_not_planned_says_since_when() -> None:
    found = seen("cap", drift([did(W, 20, day=1)], cap=0))
    assert found.text == "No reading was planned, and it began on Tuesday: 20 min so far."
    found = seen("cap", drift([did(W, 20, day=1), did(W, 5, day=2)], cap=0))
    assert found.text.startswith("No reading was planned, and it began on Tuesday; about ")


def test_a_forecast_gives_its_figures_and_its_chance() -> None:
    found = seen("cap", drift([did(W, 30), did(W, 25, day=2)]))
    assert found.text.startswith("Reading stands at 55 min of 1h; about 1h")
    assert found.text.endswith(" in 10 to pass it.")
    assert found.level is Level.DRIFTING


def test_the_advice_is_the_kind_furthest_behind_where_it_does_most() -> None:
    found = seen("cap", drift([did(W, 70)]))
    assert (found.advice, found.act) == ("answer one question in Lyon UX, 20 min", "c 20 lyon-ux")
    found = seen("cap", drift([did(W, 70), did(C, 30, "pmi"), did(C, 40, "lyon")]))
    assert (found.advice, found.act) == ("meet someone of PMI France, 45 min", "m 45 pmi-france")
    found = seen("cap", drift([did(W, 70), did(C, 60, "pmi"), did(M, 45, "pmi"), did(C, 40, "lyon")]))
    assert found.act == "c 20 lyon-ux"


def test_without_a_group_to_act_in_there_is_still_an_act_but_no_line() -> None:
    found = seen("cap", drift([did(W, 70)], book=Book({}, {"feed": FEED}, {})))
    assert found.advice
    assert not found.act


KNOWN = weeks(did(W, 20, ago=1), did(W, 20, ago=2))  # two weeks, so that her reading is known


def test_one_sitting_is_too_long_at_more_than_twice_its_usual_length() -> None:
    assert signal("sitting", drift([ended(0, 30)], KNOWN, cap=600)) is None
    found = seen("sitting", drift([ended(0, 31)], KNOWN, cap=600))
    assert (found.level, found.cause) == (Level.LEANING, "pmi")
    assert found.text == "31 min of reading at one sitting, PMI France last; its usual is 15 min."


def test_stretches_that_follow_each_other_closely_are_one_sitting() -> None:
    assert signal("sitting", drift([ended(25, 20), ended(0, 20)], KNOWN, cap=600)) is not None
    assert signal("sitting", drift([ended(26, 20), ended(0, 20)], KNOWN, cap=600)) is None


def test_a_sitting_is_spoken_of_only_while_it_lasts_and_just_after() -> None:
    assert signal("sitting", drift([ended(10, 60)], KNOWN, cap=600)) is not None
    assert signal("sitting", drift([ended(11, 60)], KNOWN, cap=600)) is None


def test_a_first_day_with_watching_is_silent_and_a_second_is_not() -> None:
    """Whenever it falls, and though other things were done on other days; a usual length is not hers yet."""
    first = drift([ended(0, 60)], cap=90, plan=Plan({"pmi": Split(60, 45, 90)})).signals
    assert [signal.code for signal in first] == ["goals-behind"]
    assert signal("sitting", drift([did(C, 60), did(M, 45, day=1), ended(0, 60)], cap=600)) is None
    assert signal("sitting", drift([ended(0, 60)], weeks(did(C, 60, ago=1)), cap=600)) is None
    assert signal("sitting", drift([did(W, 5), ended(0, 60)], cap=600)) is not None
    assert signal("sitting", drift([ended(0, 60)], weeks(did(W, 5, ago=1)), cap=600)) is not None


def test_a_group_that_usually_takes_long_may_sit_longer() -> None:
    patient = Book({}, {"pmi": PMI._replace(usual=Split(20, 45, 40))}, {})
    assert signal("sitting", drift([ended(0, 80)], KNOWN, cap=600, book=patient)) is None
    assert signal("sitting", drift([ended(0, 81)], KNOWN, cap=600, book=patient)) is not None


def test_a_group_past_its_own_cap_is_named_while_the_week_is_not() -> None:
    read = [did(W, 20, "lyon")]
    found = seen("group-cap", drift(read, cap=600))
    assert (found.text, found.cause) == ("Lyon UX: 20 min read, of at most 15 min.", "lyon")
    assert signal("group-cap", drift([did(W, 15, "lyon")], cap=600)) is None
    assert signal("group-cap", drift(read, cap=10)) is None


ONLY_READ = [did(W, 20, ago=ago) for ago in (1, 2)]


def test_a_group_only_read_for_three_weeks_is_named() -> None:
    found = seen("read-only", drift([did(W, 20)], weeks(*ONLY_READ)))
    assert found.cause == "pmi"
    assert found.text == "PMI France was only read for three weeks: 1h, and nothing given."
    assert found.act == "c 20 pmi-france"
    assert signal("read-only", drift([], weeks(*ONLY_READ, did(W, 20, ago=3)))) is not None


@pytest.mark.parametrize(
    "more", [did(C, 5), did(M, 5, ago=1), did(C, 5, ago=2)], ids=["this week", "last week", "two weeks ago"]
)
def test_one_meeting_is_enough_not_to_be_only_read(more: Stretch) -> None:
    assert (
        signal("read-only", drift([did(W, 20), *([more] if more.day >= WEEK.monday else [])], weeks(*ONLY_READ, more)))
        is None
    )


def test_two_weeks_and_a_first_quarter_of_an_hour_are_not_three() -> None:
    assert signal("read-only", drift([did(W, 15)], weeks(*ONLY_READ))) is None


@pytest.mark.parametrize(
    "group",
    [PMI._replace(roles=(Role.WATCH,)), PMI._replace(nature=Nature.FEED), PMI._replace(standing=Standing.PARKED)],
)
def test_a_group_to_be_watched_or_not_followed_may_be_read(group: Group) -> None:
    book = Book({}, {"lyon": LYON, "pmi": group}, {})
    assert signal("read-only", drift([did(W, 20)], weeks(*ONLY_READ), book=book)) is None


def test_two_weeks_without_meeting_are_said_once_there_is_history() -> None:
    read = [did(W, 20, ago=ago) for ago in (0, 1, 2, 3)]
    found = seen("no-meeting", drift(read[:1], weeks(*read)))
    assert found.text == "Nobody was met for two weeks."
    assert found.act == "m 45 pmi-france"
    assert signal("no-meeting", drift(read[:1], weeks(*read[:2]))) is None
    met = did(M, 45, ago=3)
    assert seen("no-meeting", drift(read[:1], weeks(*read, met))).text == "The last meeting was 24 days ago."
    assert signal("no-meeting", drift(read[:1], weeks(*read, did(M, 45, ago=1)))) is None


def test_a_time_away_is_no_time_without_meetings() -> None:
    assert signal("no-meeting", drift([], weeks(did(W, 20, ago=4)))) is None


def test_weeks_that_each_lean_the_same_way_are_said_together() -> None:
    caps = dict.fromkeys(range(1, 6), 60)
    leaned = [did(W, 100 + 5 * ago, ago=ago) for ago in range(1, 6)]
    found = seen("leaning-weeks", drift([], weeks(*leaned, planned=caps, count=5)))
    assert found.text == "Reading has leaned past its plan for 5 weeks, by 55 min a week on average."
    assert signal("leaning-weeks", drift([], weeks(*leaned, count=5))) is None


def test_a_cumulative_sum_wants_several_weeks_and_forgives_one() -> None:
    assert leaning([100, 100]) == 0
    assert leaning([100, 100, 100]) == 3
    assert leaning([0, 0, 0, 0, 900]) == 0
    assert leaning([-30, 40, -20, 30, -40, 20, -10]) == 0
    assert leaning([100, 100, 100, -1]) == 0
    assert leaning([-100, -50, -100, 20, 30, 90, 80, 100, 90, 95]) == 7


def test_a_signal_switched_off_is_not_given_and_moves_no_level() -> None:
    judged = drift([did(W, 70)], off=["cap"])
    assert signal("cap", judged) is None
    assert judged.level is Level.ADRIFT


def test_other_signals_do_not_move_the_level() -> None:
    judged = drift([ended(0, 60)], KNOWN, cap=2000)
    assert seen("sitting", judged).level is Level.LEANING
    assert judged.level is Level.BALANCED


def test_an_empty_week_has_nothing_to_say() -> None:
    assert drift([], cap=None, plan=None, book=Book({}, {}, {})).signals == ()


MARIE = Person("marie", "Marie Dupont")
PAUL = Person("paul", "Paul Roy")


def following(*steps: Step) -> Book:
    return BOOK._replace(people={each.id: each for each in (MARIE, PAUL)}, steps={each.id: each for each in steps})


def step(id_: str, late: int, person: Person = MARIE, owed: Owed | None = None) -> Step:
    return Step(id_, person.id, "the deck", NOW.date() - timedelta(days=late), owed)


def test_an_overdue_follow_up_says_what_who_how_late_and_one_act() -> None:
    found = seen("follow-up", drift([], book=following(step("a", 2, PAUL))))
    assert found.text == "Paul Roy: the deck (2 days late)."
    assert found.advice == "write to Paul Roy: the deck"
    assert (found.level, found.cause) == (Level.LEANING, "a")


def test_of_overdue_follow_ups_the_worst_is_told_and_others_counted() -> None:
    owed = step("owed", 1, owed=Owed.MINE)
    assert seen("follow-up", drift([], book=following(step("a", 9), owed))).text == (
        "I owe Marie Dupont: the deck (1 day late). 1 more is overdue."
    )
    assert seen("follow-up", drift([], book=following(step("a", 9), step("b", 8), owed))).text.endswith(
        "2 more are overdue."
    )


def test_a_follow_up_of_today_or_to_come_or_closed_is_not_overdue() -> None:
    closed = step("c", 9)._replace(state=StepState.DONE)
    promised = step("p", -3, owed=Owed.MINE)
    assert signal("follow-up", drift([], book=following(step("a", 0), step("b", -1), closed, promised))) is None


def test_a_week_that_is_over_speaks_of_no_follow_up() -> None:
    assert signal("follow-up", drift([], now=NOW + timedelta(days=7), book=following(step("a", 2)))) is None


def test_a_long_follow_up_is_cut() -> None:
    long = step("a", 2)._replace(text="x" * 300)
    assert len(seen("follow-up", drift([], book=following(long))).text) < 120
